import type { ListRow } from "../core";

/** A column by which rows are put in order, and whether the greatest comes first. */
export interface RowOrder {
  at: number;
  descending: boolean;
}

const DAY = /^(\d\d)\/(\d\d)\/(\d{4})$/;

/** What a cell is compared by: a day by its year first, anything else as people read it. */
const comparable = (cell = "") => cell.replace(DAY, "$3$2$1");

/** The rows in this order; as the core gave them where there is none. What is empty comes last either way. */
export function inOrder(rows: ListRow[], order: RowOrder | null): ListRow[] {
  if (!order) return rows;
  const key = ({ cells }: ListRow) => comparable(cells[order.at]);
  return [...rows].sort((one, other) => {
    const [mine, theirs] = [key(one), key(other)];
    if (mine === "" || theirs === "") return mine === theirs ? 0 : mine === "" ? 1 : -1;
    return mine.localeCompare(theirs, "id", { numeric: true }) * (order.descending ? -1 : 1);
  });
}

/** What a press on the head of a column makes of the order: rising, falling, then as the core gave them. */
export function pressed(order: RowOrder | null, at: number): RowOrder | null {
  if (order?.at !== at) return { at, descending: false };
  return order.descending ? null : { at, descending: true };
}
