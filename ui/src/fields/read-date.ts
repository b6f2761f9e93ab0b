const MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/**
 * The civil date a person typed, as `YYYY-MM-DD`: `23/11/2026`, `23-11-26`, `23112026`, `23 November 2026`, or with the
 * weekday before it. Nothing when it is not a date.
 */
export function readDate(typed: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z']+,\s*/, "");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return civil(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const packed = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  const parts = packed ?? /^(\d{1,2})[\s./-]+([a-z]+|\d{1,2})[\s./-]+(\d{2}|\d{4})$/.exec(text);
  if (!parts) return null;
  const [, day = "", middle = "", ending = ""] = parts;
  const month = /^\d+$/.test(middle) ? Number(middle) : monthNamed(middle);
  const year = ending.length === 2 ? 2000 + Number(ending) : Number(ending);
  return civil(year, month, Number(day));
}

function monthNamed(name: string): number {
  if (name.length < 3) return 0;
  const start = name.startsWith("ags") || name.startsWith("agt") ? "agu" : name.slice(0, 3);
  return MONTHS.indexOf(start) + 1;
}

function civil(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** The time of day a person typed (`9.15`, `0915`, `09:15`) as `HH:MM`; what is no time comes back as typed. */
export function readTime(typed: string): string {
  const parts = /^\s*(\d{1,2})(?:[.:,\s]\s*(\d{1,2})|(\d{2}))?\s*(?:wib)?\s*$/i.exec(typed);
  if (!parts) return typed.trim();
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? parts[3] ?? 0);
  if (hours > 23 || minutes > 59) return typed.trim();
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
