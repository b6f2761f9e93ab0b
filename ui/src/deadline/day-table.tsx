import type { Deadline } from "../core";
import { words } from "../words";
import { dayMeaning } from "./day-strip";
import "./deadline.css";

/** How one deadline was counted, day by day, so that anybody can check it with a calendar. */
export function DayTable({ deadline: { basis, days } }: { deadline: Deadline }) {
  return (
    <table className="plain day-table" aria-label={basis}>
      <thead>
        <tr>
          <th scope="col">{words.deadline.day}</th>
          <th scope="col">{words.deadline.why}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.date} className={day.kind === "counted" || day.kind === "start" ? undefined : "free"}>
            <td>
              {day.text}
              {day.today && <b> ({words.deadline.today})</b>}
            </td>
            <td>{dayMeaning(day)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
