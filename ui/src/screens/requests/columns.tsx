import type { RequestColumn, RequestOrder, RequestRow, RequestSort } from "../../core";
import { type TableColumn, ToneBadge, WaitingToSend, whenAndWhat } from "../../table";
import { words } from "../../words";

/** Every column, in its order. */
export const COLUMN_NAMES = [
  "number",
  "received",
  "applicant",
  "phone",
  "information",
  "channel",
  "category",
  "officer",
  "stage",
  "due",
  "left",
] as const satisfies RequestColumn[];

/** Those that are shown until somebody chooses otherwise. */
export const USUAL: RequestColumn[] = ["number", "applicant", "information", "stage", "due"];

const CELLS: Record<RequestColumn, TableColumn<RequestRow>["cell"]> = {
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
  phone: (row) => (
    <span title={row.phone} className="clamp">
      {row.phone}
    </span>
  ),
  information: (row) => (
    <span title={row.information} className="clamp">
      {row.information}
    </span>
  ),
  channel: (row) => <span className="clamp">{row.channel}</span>,
  category: (row) => <span className="clamp">{row.category}</span>,
  officer: (row) => <span className="clamp">{row.officer}</span>,
  stage: (row) => (
    <span className="clamp">
      {row.stage_label} {row.waiting_to_send && <WaitingToSend />}
    </span>
  ),
  due: (row) => row.due_text && <Due row={row} text={row.due_text} />,
  left: (row) => row.left,
};

/** The day first, in a line of its own: rows are all of one height. */
function Due({ row, text }: { row: RequestRow; text: string }) {
  const { when, what } = whenAndWhat(text);
  return (
    <span title={text}>
      <ToneBadge tone={row.tone} text={when} whole />
      {what && <span className="quiet due-what">{what}</span>}
    </span>
  );
}

/** The columns whose heads put the list in order, and whether the greatest comes first at the first click. */
const ORDERS: Partial<Record<RequestColumn, { by: RequestSort; descending: boolean }>> = {
  number: { by: "number", descending: true },
  received: { by: "received", descending: true },
  applicant: { by: "applicant", descending: false },
  due: { by: "due", descending: false },
};

/** What a click on a head makes of the order: first this way, then the other, then newest first again. */
function next(now: RequestOrder | null, first: RequestOrder): RequestOrder | null {
  if (now?.by !== first.by) return first;
  return now.descending === first.descending ? { ...first, descending: !first.descending } : null;
}

/** The columns that are shown, with heads that put the list in order. */
export function columns(
  shown: RequestColumn[],
  now: RequestOrder | null,
  change: (order: RequestOrder | null) => void,
): TableColumn<RequestRow>[] {
  return COLUMN_NAMES.filter((name) => shown.includes(name)).map((name) => {
    const first = ORDERS[name];
    const state = now?.by !== first?.by ? "none" : now?.descending ? "descending" : "ascending";
    return {
      name,
      head: name === "number" ? words.rows.short : words.rows[name],
      cell: CELLS[name],
      look: `col-${name}`,
      order: first && { now: state, change: () => change(next(now, first)) },
    };
  });
}
