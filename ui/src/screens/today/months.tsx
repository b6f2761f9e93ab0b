import { Title } from "@mantine/core";
import type { MonthCount } from "../../core";
import { Sheet } from "../../theme/sheet";
import { words } from "../../words";

/** A small chart of the months: registered and answered side by side, readable as a table. */
export function Months({ months }: { months: MonthCount[] }) {
  const most = Math.max(1, ...months.flatMap(({ registered, answered }) => [registered, answered]));
  const height = (count: number) => `${(count / most) * 100}%`;
  return (
    <Sheet label={words.today.months}>
      <div className="months-head">
        <Title order={2} size="h5">
          {words.today.months}
        </Title>
        <span className="months-key">
          <i className="bar-registered" /> {words.today.registered}
        </span>
        <span className="months-key">
          <i className="bar-answered" /> {words.today.answered}
        </span>
      </div>
      <div className="months" aria-hidden>
        {months.map(({ month, label, registered, answered }) => (
          <div key={month} className="month">
            <div className="month-bars">
              <span>
                <b>{registered}</b>
                <i className="bar-registered" style={{ height: height(registered) }} />
              </span>
              <span>
                <b>{answered}</b>
                <i className="bar-answered" style={{ height: height(answered) }} />
              </span>
            </div>
            <span className="month-label">{label}</span>
          </div>
        ))}
      </div>
      <table className="only-heard">
        <thead>
          <tr>
            <th>{words.today.month}</th>
            <th>{words.today.registered}</th>
            <th>{words.today.answered}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, label, registered, answered }) => (
            <tr key={month}>
              <td>{label}</td>
              <td>{registered}</td>
              <td>{answered}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
