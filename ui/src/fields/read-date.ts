/** The months as people begin to write them: in Indonesian, in English, and as they were spelled before. */
const MONTHS: readonly (readonly string[])[] = [
  ["januari", "january"],
  ["februari", "february", "pebruari"],
  ["maret", "march"],
  ["april"],
  ["mei", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["agustus", "august", "agt", "ags"],
  ["september", "sept"],
  ["oktober", "october"],
  ["november", "nopember"],
  ["desember", "december"],
];

const WEEKDAY = /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)[, ]/;
/** What may follow the day: the time of the clock, and which clock. */
const TIME = String.raw`(?:[T\s,]+\d{1,2}[.:]\d{1,2}(?:[.:]\d{1,2})?(?:\s*(?:wib|wita|wit))?)?`;
const BETWEEN = String.raw`[\s./-]+`;
const DAY_FIRST = new RegExp(`^(\\d{1,2})${BETWEEN}([a-z]+|\\d{1,2})${BETWEEN}(\\d{4}|\\d{2})${TIME}$`, "i");
const YEAR_FIRST = new RegExp(`^(\\d{4})${BETWEEN}([a-z]+|\\d{1,2})${BETWEEN}(\\d{1,2})${TIME}$`, "i");
const PACKED = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * The civil date a person typed, as `YYYY-MM-DD`: `23/11/2026`, `23-11-26`, `23112026`, `23 November 2026`, also with the weekday
 * before it or the time of day after it. Nothing when it is not a date. The core reads the same in tables; what both must read
 * stands in `crates/domain/dates-as-written.json`.
 */
export function readDate(typed: string): string | null {
  const text = typed.trim().toLowerCase().replace(WEEKDAY, "").trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? swapped(PACKED.exec(text) ?? DAY_FIRST.exec(text)) ?? [];
  if (!year || !month || !day) return null;
  const named = /^\d+$/.test(month) ? Number(month) : monthNamed(month);
  return civil(year.length === 2 ? 2000 + Number(year) : Number(year), named, Number(day));
}

/** What was written with the day first, in the order of those with the year first. */
function swapped(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[3], found[2], found[1]];
}

function monthNamed(name: string): number {
  return name.length < 3 ? 0 : MONTHS.findIndex((spellings) => spellings.some((one) => one.startsWith(name))) + 1;
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
