import type { RequestRow } from "../../core";
import { type TableColumn, ToneBadge, WaitingToSend } from "../../table";
import { words } from "../../words";

export const COLUMN_NAMES = ["number", "received", "applicant", "information", "stage", "due", "left"] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

const CELLS: Record<ColumnName, TableColumn<RequestRow>["cell"]> = {
  number: (row) => (
    <span title={row.number} className="number-short">
      <strong>{row.short}</strong> <span className="quiet">{row.year}</span>
    </span>
  ),
  received: (row) => row.received_text,
  applicant: (row) => (
    <strong title={row.applicant} className="clamp">
      {row.applicant}
    </strong>
  ),
  information: (row) => (
    <span title={row.information} className="clamp">
      {row.information}
    </span>
  ),
  stage: (row) => (
    <span className="clamp">
      {row.stage_label} {row.waiting_to_send && <WaitingToSend />}
    </span>
  ),
  due: (row) => row.due_text && <ToneBadge tone={row.tone} text={row.due_text} whole />,
  left: (row) => row.left,
};

/** Every column of the list of requests, in its order. */
export const COLUMNS: (TableColumn<RequestRow> & { name: ColumnName })[] = COLUMN_NAMES.map((name) => ({
  name,
  head: name === "number" ? words.rows.short : words.rows[name],
  cell: CELLS[name],
  look: `col-${name}`,
}));
