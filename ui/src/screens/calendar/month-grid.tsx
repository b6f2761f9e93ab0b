import dayjs from "dayjs";
import type { KeyboardEvent } from "react";
import type { DayOfMonth, MonthView } from "../../core";
import { fill, words } from "../../words";

const say = words.calendar;

/** How many of what is due are named in a day; the rest are counted. */
const NAMED = 2;

interface Props {
  view: MonthView;
  chosen: DayOfMonth | undefined;
  /** A day was pressed. */
  choose: (date: string) => void;
  /** The keyboard went on to a day, perhaps of another month. */
  move: (date: string) => void;
  /** From the day into its list. */
  enter: () => void;
}

const on = (date: string, by: number, unit: "day" | "month") => dayjs(date).add(by, unit).format("YYYY-MM-DD");

/** Where a key leads from a day, if anywhere. */
function led(key: string, date: string): string | undefined {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[key];
  if (days) return on(date, days, "day");
  const months = { PageUp: -1, PageDown: 1 }[key];
  if (months) return on(date, months, "month");
  // Weeks begin on Monday.
  const place = (dayjs(date).day() + 6) % 7;
  if (key === "Home") return on(date, -place, "day");
  if (key === "End") return on(date, 6 - place, "day");
  return undefined;
}

/** The days of a month. Arrows move, Page Up and Page Down turn the page, Enter leads into the list of the day. */
export function MonthGrid({ view, chosen, choose, move, enter }: Props) {
  const heard = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !chosen) return;
    const to = led(event.key, chosen.date);
    const beyond = to && ((to > `${view.month}-31` && !view.after) || (to < `${view.month}-01` && !view.before));
    if (event.key !== "Enter" && !to) return;
    event.preventDefault();
    if (event.key === "Enter") enter();
    else if (to && !beyond) move(to);
  };
  return (
    <table className="month-grid sheet" aria-label={view.title}>
      <thead>
        <tr>
          {view.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={heard}>
        {view.weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <td key={day.date} className={`month-cell month-cell-${day.works}`} data-inside={day.inside || undefined}>
                <Day day={day} chosen={day.date === chosen?.date} choose={choose} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  day: DayOfMonth;
  chosen: boolean;
  choose: (date: string) => void;
}

function Day({ day, chosen, choose }: DayProps) {
  const { date, number, text, off, items, tone } = day;
  const count = items.length > 0 ? fill(say.count, { count: `${items.length}` }) : "";
  const heard = [text, day.today ? say.is_today : "", ...off, count].filter(Boolean).join(", ");
  return (
    <button
      type="button"
      className="month-day"
      data-date={date}
      data-today={day.today || undefined}
      aria-label={heard}
      aria-pressed={chosen}
      aria-current={day.today ? "date" : undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={() => choose(date)}
    >
      <span className="month-day-head">
        <span className="month-day-number">{number}</span>
        {tone && <span className={`month-day-count tone-${tone}`}>{items.length}</span>}
      </span>
      {off.length > 0 && <span className="month-day-off">{off.join("; ")}</span>}
      {items.slice(0, NAMED).map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two clocks of one thing may run out on one day
        <span key={at} className={`month-day-item month-day-item-${item.tone}`}>
          {item.title}
        </span>
      ))}
      {items.length > NAMED && (
        <span className="month-day-more">{fill(say.more, { count: `${items.length - NAMED}` })}</span>
      )}
    </button>
  );
}
