import { Tooltip } from "@mantine/core";
import type { DayLine } from "../core";
import { fill, words } from "../words";

/** What a day is, in words, for the tooltip and for whoever cannot see the line. */
export function dayMeaning(day: DayLine): string {
  if (day.kind === "start") return words.deadline.start;
  if (day.kind === "counted") return day.count === null ? "" : fill(words.deadline.counted, { count: day.count });
  return day.reason ?? words.deadline.free[day.kind];
}

/** The days as a line: counted days carry their number, free days are grey and tell why, today is marked. */
export function DayStrip({ title, days }: { title: string; days: DayLine[] }) {
  return (
    <ol className="strip" aria-label={fill(words.deadline.line, { title: title.toLowerCase() })}>
      {days.map((day) => {
        const meaning = dayMeaning(day);
        const free = day.kind !== "counted" && day.kind !== "start";
        return (
          <li
            key={day.date}
            className={`strip-day strip-${free ? "free" : day.kind}`}
            data-today={day.today || undefined}
          >
            <Tooltip label={`${day.text} · ${meaning}${day.today ? ` · ${words.deadline.today}` : ""}`}>
              <span className="strip-cell" tabIndex={free ? 0 : -1}>
                <span aria-hidden>{day.kind === "start" ? "0" : (day.count ?? "·")}</span>
                <span className="only-heard">
                  {day.text}: {meaning}
                  {day.today ? `, ${words.deadline.today}` : ""}
                </span>
              </span>
            </Tooltip>
            {day.today && (
              <span className="strip-today" aria-hidden>
                {words.deadline.today}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
