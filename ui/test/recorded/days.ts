import type { DayLine, Deadline, Tone } from "../../src/core";

const FREE: Record<string, [DayLine["kind"], string]> = {
  "2026-12-24": ["collective_leave", "Cuti bersama Natal"],
  "2026-12-25": ["national_holiday", "Hari Raya Natal"],
};

const text = (date: Date) =>
  new Intl.DateTimeFormat("id-ID", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);

/** Days as the core once counted them, written out anew so that the recording stays short. */
export function days(from: string, count: number, today: string): DayLine[] {
  const lines: DayLine[] = [];
  const date = new Date(`${from}T00:00:00Z`);
  let counted = 0;
  while (counted < count) {
    const iso = date.toISOString().slice(0, 10);
    const weekend = [0, 6].includes(date.getUTCDay());
    const free = FREE[iso];
    const start = lines.length === 0;
    const line: DayLine = {
      date: iso,
      text: text(date),
      kind: "start",
      count: null,
      reason: null,
      today: iso === today,
    };
    if (!start && weekend)
      Object.assign(line, { kind: "weekend", reason: date.getUTCDay() === 0 ? "Minggu" : "Sabtu" });
    else if (!start && free) Object.assign(line, { kind: free[0], reason: free[1] });
    else if (!start) Object.assign(line, { kind: "counted", count: ++counted });
    lines.push(line);
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return lines;
}

export function deadline(
  from: string,
  count: number,
  today: string,
  basis: string,
  left: string,
  tone: Tone,
): Deadline {
  const counted = days(from, count, today);
  const last = counted.at(-1);
  return { date: last?.date ?? from, text: last?.text ?? "", basis, left, tone, days: counted };
}
