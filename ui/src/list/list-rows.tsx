import { useState } from "react";
import type { Column, ListRow } from "../core";
import { pathOf } from "../places/paths";
import { isDay, Table, type TableColumn, ToneBadge } from "../table";
import { words } from "../words";
import { inOrder, pressed, type RowOrder } from "./in-order";
import "./list.css";

interface Props {
  columns: Column[];
  rows: ListRow[];
  title: string;
  /** The place of the cell that names the row and opens it; nothing where rows are only read. */
  opens?: number;
  /** Whether the heads put the rows in order. */
  sorts?: boolean;
}

const lookOf = (cell: string) => (isDay(cell) ? "list-date" : cell.length > 24 ? "list-long" : undefined);

const LOOKS = { box: "list-box", table: "plain list-table" };

/** Rows as the core gives them, with the time that is left where there is any. */
export function ListRows({ columns, rows, title, opens, sorts }: Props) {
  const [order, setOrder] = useState<RowOrder | null>(null);
  const turn = order?.descending ? "descending" : "ascending";
  const told = columns.map(
    ({ key, label, numeric }, at): TableColumn<ListRow> => ({
      name: key,
      head: label,
      cell: ({ cells }) => cells[at],
      order: sorts ? { now: order?.at === at ? turn : "none", change: () => setOrder(pressed(order, at)) } : undefined,
      look: numeric ? "figure" : undefined,
      lookOf: ({ cells }) => (numeric ? undefined : lookOf(cells[at] ?? "")),
    }),
  );
  if (rows.some(({ left }) => left !== null))
    told.push({
      name: "left",
      head: words.rows.left,
      cell: ({ left, tone }) => left && <ToneBadge tone={tone} text={left} />,
    });
  const named = opens === undefined ? undefined : columns[opens]?.key;
  return (
    <Table
      label={title}
      columns={told}
      rows={inOrder(rows, order)}
      // One thing may have several rows, such as a request with two letters.
      idOf={({ subject, cells }) => `${subject.id} ${cells[0] ?? ""} ${cells[1] ?? ""}`}
      opens={named === undefined ? undefined : { column: named, pathOf: ({ subject }) => pathOf(subject) }}
      testid="list-row"
      looks={named === undefined ? LOOKS : { ...LOOKS, row: "list-open" }}
    />
  );
}
