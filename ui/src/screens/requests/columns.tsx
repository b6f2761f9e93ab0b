import { columnVisibilityFeature, createColumnHelper, tableFeatures } from "@tanstack/react-table";
import { Link } from "wouter";
import type { RequestRow } from "../../core";
import { ToneBadge, WaitingToSend } from "../../table";
import { words } from "../../words";

export const COLUMN_NAMES = ["number", "received", "applicant", "information", "stage", "due", "left"] as const;
export type ColumnName = (typeof COLUMN_NAMES)[number];

export const features = tableFeatures({ columnVisibilityFeature });
const column = createColumnHelper<typeof features, RequestRow>();

export const columns = column.columns([
  column.accessor("number", {
    header: words.rows.number,
    cell: ({ row: { original: row } }) => (
      <Link href={`/permohonan/${row.id}`} className="row-link" data-row-link data-testid="row-link" tabIndex={-1}>
        {row.number}
      </Link>
    ),
  }),
  column.accessor("received", {
    header: words.rows.received,
    cell: ({ row }) => row.original.received_text,
  }),
  column.accessor("applicant", {
    header: words.rows.applicant,
    cell: ({ getValue }) => <strong title={getValue()}>{getValue()}</strong>,
  }),
  column.accessor("information", {
    header: words.rows.information,
    cell: ({ getValue }) => <span title={getValue()}>{getValue()}</span>,
  }),
  column.accessor("stage", {
    header: words.rows.stage,
    cell: ({ row: { original: row } }) => (
      <>
        {row.stage_label} {row.waiting_to_send && <WaitingToSend />}
      </>
    ),
  }),
  column.accessor("due", {
    header: words.rows.due,
    cell: ({ row: { original: row } }) => row.due_text && <ToneBadge tone={row.tone} text={row.due_text} />,
  }),
  column.accessor("left", {
    header: words.rows.left,
    cell: ({ row: { original: row } }) => row.left,
  }),
]);
