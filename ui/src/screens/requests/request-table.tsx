import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { RequestRow } from "../../core";
import { words } from "../../words";
import { COLUMN_NAMES, type ColumnName, columns, features } from "./columns";

interface Props {
  rows: RequestRow[];
  total: number;
  hidden: ColumnName[];
  compact: boolean;
  more: () => void;
  loading: boolean;
}

/** Thousands of rows, of which only those in sight are drawn. One Tab stop; arrows move, Enter opens. */
export function RequestTable({ rows, total, hidden, compact, more, loading }: Props) {
  const [, go] = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const moved = useRef(false);
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    state: { columnVisibility: Object.fromEntries(COLUMN_NAMES.map((name) => [name, !hidden.includes(name)])) },
  });
  const lines = table.getRowModel().rows;
  const height = Math.round(
    (compact ? 2.125 : 2.75) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16"),
  );
  const virtual = useVirtualizer({
    count: lines.length,
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
  useEffect(() => {
    if (last >= lines.length - 20) more();
  }, [last, lines.length, more]);
  const here = Math.min(at, lines.length - 1);
  // The links are drawn by the columns; which of them Tab stops at is known only here.
  useEffect(() => {
    for (const link of box.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])
      link.tabIndex = link.closest("tr")?.dataset.at === String(here) ? 0 : -1;
    if (!moved.current) return;
    moved.current = false;
    box.current?.querySelector<HTMLElement>(`[data-at="${here}"] [data-row-link]`)?.focus({ preventScroll: true });
  });
  const move = (to: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    moved.current = true;
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    ArrowUp: here - 1,
    PageDown: here + 10,
    PageUp: here - 10,
    Home: 0,
    End: lines.length - 1,
  };
  const above = seen[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (seen.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div
      ref={box}
      className="table-box"
      onKeyDown={(event) => {
        const to = steps[event.key];
        if (to === undefined) return;
        event.preventDefault();
        move(to);
      }}
    >
      <table className="request-table" aria-label={words.requests.table} aria-rowcount={total + 1}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} scope="col" className={`col-${header.column.id}`}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {above > 0 && (
            <tr aria-hidden style={{ height: above }}>
              <td />
            </tr>
          )}
          {seen.map(({ index }) => {
            const line = lines[index];
            if (!line) return null;
            return (
              <tr
                key={line.id}
                data-testid="request-row"
                data-id={line.id}
                data-at={index}
                data-here={index === here || undefined}
                aria-rowindex={index + 2}
                style={{ height }}
                onClick={() => go(`/permohonan/${line.id}`)}
                onFocus={() => setAt(index)}
              >
                {line.getVisibleCells().map((cell) => (
                  <td key={cell.id} className={`col-${cell.column.id}`}>
                    <table.FlexRender cell={cell} />
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && (
            <tr aria-hidden style={{ height: below }}>
              <td />
            </tr>
          )}
        </tbody>
      </table>
      {loading && <p className="quiet table-more">{words.requests.more}</p>}
    </div>
  );
}
