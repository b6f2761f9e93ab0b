import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";

/** One column: its head, and what stands under it in a row. */
export interface TableColumn<Row> {
  name: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Its class, in the head and in each row. */
  look?: string;
  /** How the rows are ordered by it now, and what its head does; nothing where its head is only read. */
  order?: { now: "ascending" | "descending" | "none"; change: () => void };
  /** Its class in this row, where that depends on what stands there. */
  lookOf?: (row: Row) => string | undefined;
}

/** Rows of which only those in sight are drawn. */
export interface Many {
  /** Of one row, in pixels. */
  height: number;
  /** How many there are, also those that are not here yet; nothing while they are not counted. */
  total: number | null;
  /** Asks for more rows; called whenever the end comes near. */
  more: () => void;
}

interface Props<Row> {
  label: string;
  columns: TableColumn<Row>[];
  rows: Row[];
  idOf: (row: Row) => string;
  /** Where a row leads, and the column that names it; nothing where rows are only read. */
  opens?: { column: string; pathOf: (row: Row) => string };
  testid: string;
  /** The row to begin at: where the person left, with the focus on it. */
  begin?: string | null;
  /** Told of the row that is opened. */
  opened?: (id: string) => void;
  looks: { box: string; table: string; row?: string };
  many?: Many;
  children?: ReactNode;
}

/** Rows under heads that stay in sight. One Tab stop; arrows move, Enter opens. */
export function Table<Row>({
  label,
  columns,
  rows,
  idOf,
  opens,
  testid,
  begin,
  opened,
  looks,
  many,
  children,
}: Props<Row>) {
  const [, go] = useLocation();
  const box = useRef<HTMLElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      rows.findIndex((row) => idOf(row) === begin),
    ),
  );
  const { drawn, above, below, show } = useDrawn(rows.length, box, many);
  const here = Math.min(at, rows.length - 1);
  const moved = useRef(begin !== undefined && begin !== null && at > 0);
  // A row far away is drawn only after it was shown: its link is there now.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const link = box.current?.querySelector<HTMLElement>(`[data-at="${here}"] [data-row-link]`);
    link?.focus({ preventScroll: many !== undefined });
    if (!many) link?.scrollIntoView?.({ block: "nearest" });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the table opens
  useEffect(() => {
    if (moved.current) show(here);
  }, []);
  const open = (row: Row) => opened?.(idOf(row));
  const move = (event: KeyboardEvent) => {
    const to = whereTo(event.key, here, rows.length);
    if (to === undefined || !opens) return;
    event.preventDefault();
    moved.current = true;
    setAt(to);
    show(to);
  };
  return (
    // What scrolls must be reached by keyboard; where rows are drawn as needed their links are enough.
    <section
      ref={box}
      className={looks.box}
      onKeyDown={move}
      aria-label={many ? undefined : label}
      tabIndex={many ? undefined : 0}
    >
      <table
        className={looks.table}
        aria-label={many && label}
        aria-rowcount={many && (many.total === null ? -1 : many.total + 1)}
      >
        <thead>
          <tr>
            {columns.map(({ name, head, look, order }) => (
              <th key={name} scope="col" className={look} aria-sort={order?.now}>
                {order ? <OrderHead head={head} name={name} {...order} /> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {drawn.map((place) => {
            const row = rows[place];
            if (row === undefined) return null;
            return (
              <tr
                key={idOf(row)}
                data-testid={testid}
                data-at={place}
                data-here={place === here || undefined}
                aria-rowindex={many && place + 2}
                className={looks.row}
                style={many && { height: many.height }}
                onClick={
                  opens &&
                  (() => {
                    open(row);
                    go(opens.pathOf(row));
                  })
                }
                onFocus={() => setAt(place)}
              >
                {columns.map(({ name, cell, look, lookOf }) => (
                  <td key={name} className={lookOf?.(row) ?? look}>
                    {name === opens?.column ? (
                      <Link
                        href={opens.pathOf(row)}
                        className="row-link"
                        data-row-link
                        data-testid="row-link"
                        tabIndex={place === here ? 0 : -1}
                      >
                        {cell(row)}
                      </Link>
                    ) : (
                      cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          <Gap height={below} />
        </tbody>
      </table>
      {children}
    </section>
  );
}

const ORDER_SIGNS = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

/** A head that puts the rows in order. */
function OrderHead({
  head,
  name,
  now,
  change,
}: { head: string; name: string } & NonNullable<TableColumn<never>["order"]>) {
  const Sign = ORDER_SIGNS[now];
  return (
    <button type="button" className="order-head" data-order={now} data-testid={`order-${name}`} onClick={change}>
      {head} <Sign size={14} aria-hidden />
    </button>
  );
}

/** The row to which a key leads. */
function whereTo(key: string, here: number, rows: number): number | undefined {
  const onRow = document.activeElement?.matches("[data-row-link]");
  // From the box around them an arrow leads to the row that was left; other keys scroll.
  if (!onRow) return key === "ArrowDown" ? here : undefined;
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + 10,
    PageUp: here - 10,
    Home: 0,
    End: rows - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(rows - 1, to));
}

/** Which rows are drawn, and how much room the others take. */
function useDrawn(count: number, box: React.RefObject<HTMLElement | null>, many: Many | undefined) {
  const height = many?.height ?? 0;
  const virtual = useVirtualizer({
    count,
    enabled: many !== undefined,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 1100, height: 520 },
    scrollPaddingStart: 44,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [height, virtual]);
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  const more = many?.more;
  useEffect(() => {
    if (more && last >= count - 20) more();
  }, [last, count, more]);
  if (!many) return { drawn: Array.from({ length: count }, (_, at) => at), above: 0, below: 0, show: () => undefined };
  return {
    drawn: seen.map(({ index }) => index),
    above: seen[0]?.start ?? 0,
    below: virtual.getTotalSize() - (seen.at(-1)?.end ?? 0),
    show: (to: number) => virtual.scrollToIndex(to),
  };
}

/** The room of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td />
    </tr>
  );
}
