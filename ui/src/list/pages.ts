import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AnswerKey } from "../core";

/** Rows asked for at once. */
const LIMIT = 200;

/** What was shown so far: how many rows, and the last of them. */
interface Had<Row> {
  rows: number;
  last: Row | null;
}

/** The pages of a long list, asked for one after the other; the last answer stays while the next is on its way. */
export function usePages<Row, Page extends { rows: Row[]; total: number; more?: boolean }>(
  key: AnswerKey,
  ask: (had: Had<Row>, limit: number) => Promise<Page>,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam, LIMIT),
    initialPageParam: { rows: 0, last: null } as Had<Row>,
    getNextPageParam: ({ rows, total, more }, pages): Had<Row> | undefined => {
      const had = pages.reduce((sum, page) => sum + page.rows.length, 0);
      const last = rows.at(-1);
      return last !== undefined && (had < total || (more === true && rows.length === LIMIT))
        ? { rows: had, last }
        : undefined;
    },
    placeholderData: keepPreviousData,
  });
}
