import { useState } from "react";
import { Link, useLocation } from "wouter";
import { pathOf } from "../action";
import type { Column, ListRow } from "../core";
import { moveBetweenRows, ToneBadge } from "../table";
import { words } from "../words";
import "./list.css";

interface Props {
  columns: Column[];
  rows: ListRow[];
  title: string;
  /** The place of the cell that names the row and opens it; nothing where rows are only read. */
  opens?: number;
}

const longer = (cell: string) => (cell.length > 24 ? "list-long" : undefined);

/** Rows as a dense table with a head that stays. One Tab stop; arrows move, Enter opens. */
export function Rows({ columns, rows, title, opens }: Props) {
  const [, go] = useLocation();
  const [here, setHere] = useState(0);
  const timed = rows.some(({ left }) => left !== null);
  const stop = Math.min(here, rows.length - 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="list-box" onKeyDown={moveBetweenRows} aria-label={title} tabIndex={0}>
      <table className="plain list-table">
        <thead>
          <tr>
            {columns.map(({ key, label, numeric }) => (
              <th key={key} scope="col" className={numeric ? "figure" : undefined}>
                {label}
              </th>
            ))}
            {timed && <th scope="col">{words.rows.left}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const path = pathOf(row.subject);
            return (
              <tr
                key={row.subject.id}
                data-testid="list-row"
                className={opens === undefined ? undefined : "list-open"}
                onClick={() => opens !== undefined && go(path)}
              >
                {row.cells.map((cell, at) => (
                  <td key={columns[at]?.key} className={columns[at]?.numeric ? "figure" : longer(cell)}>
                    {at === opens ? (
                      <Link
                        href={path}
                        className="row-link"
                        data-row-link
                        tabIndex={place === stop ? 0 : -1}
                        onFocus={() => setHere(place)}
                      >
                        {cell}
                      </Link>
                    ) : (
                      cell
                    )}
                  </td>
                ))}
                {timed && <td>{row.left && <ToneBadge tone={row.tone} text={row.left} />}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
