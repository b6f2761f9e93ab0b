import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { AnswerKey } from "../core";

/** Rows asked for at once. */
const LIMIT = 200;

/** The pages of a long list, asked for one after the other; the last answer stays while the next is on its way. */
export function usePages<Page extends { rows: unknown[]; total: number }>(
  key: AnswerKey,
  ask: (offset: number, limit: number) => Promise<Page>,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => ask(pageParam, LIMIT),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const had = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return had < last.total && last.rows.length > 0 ? had : undefined;
    },
    placeholderData: keepPreviousData,
  });
}
