import { Title } from "@mantine/core";
import type { Deadline } from "../core";
import { words } from "../words";
import { dayMeaning } from "./day-strip";

/** How one deadline was counted, day by day, so that anybody can check it with a calendar. */
export function DayTable({ title, deadline }: { title: string; deadline: Deadline }) {
  return (
    <div>
      <Title order={3} size="h6">
        {words.deadline.table(title)}
      </Title>
      <p className="quiet day-basis">{deadline.basis}</p>
      <table className="plain day-table">
        <thead>
          <tr>
            <th scope="col">{words.deadline.day}</th>
            <th scope="col">{words.deadline.why}</th>
          </tr>
        </thead>
        <tbody>
          {deadline.days.map((day) => (
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
    </div>
  );
}
