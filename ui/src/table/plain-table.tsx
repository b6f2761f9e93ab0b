import "./table.css";

interface Props {
  label: string;
  heads: readonly string[];
  rows: string[][];
  /** The places of columns that hold figures. */
  figures?: number[];
}

/** A few rows to be read, not opened. */
export function PlainTable({ label, heads, rows, figures = [] }: Props) {
  const look = (at: number) => (figures.includes(at) ? "figure" : undefined);
  return (
    <table className="plain" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={head} scope="col" className={look(at)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join("\n")}>
            {row.map((cell, at) => (
              <td key={heads[at]} className={look(at)}>
                {cell || "–"}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
