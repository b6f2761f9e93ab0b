import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { keys, type PaperRef, type PrintAs, useCore } from "../core";
import { fill, words } from "../words";

/** Printers of this computer. */
export function usePrinters() {
  const core = useCore();
  const printers = useQuery({ queryKey: keys.printers, queryFn: () => core.printers(), staleTime: 60_000 });
  const list = printers.data ?? [];
  /** `none` only once they are known. */
  return { list, none: printers.isSuccess && list.length === 0 };
}

/** How a paper is printed: as what, and how many of it. */
export interface Print {
  how: PrintAs;
  /** None: as often as its kind is printed. */
  sheets: number | null;
}

/** Prints and saves one paper, and tells what came of it. */
export function usePrinting(paper: PaperRef, printed?: () => void) {
  const core = useCore();
  const queries = useQueryClient();
  const way = useQuery({ queryKey: keys.print_way(paper), queryFn: () => core.print_way(paper) });
  const [done, setDone] = useState<string | null>(null);
  const refresh = () => {
    if (paper.paper === "request") void queries.invalidateQueries({ queryKey: keys.request(paper.id) });
    else void queries.invalidateQueries({ queryKey: keys.records });
  };
  const print = useMutation({
    mutationFn: ({ how, sheets }: Print) => core.print_paper(paper, how, sheets),
    onMutate: () => setDone(null),
    onSuccess: ({ printer, is_copy }) => {
      setDone(is_copy ? fill(words.papers.printed_copy, { printer }) : fill(words.papers.printed, { printer }));
      refresh();
      printed?.();
    },
  });
  const save = useMutation({
    mutationFn: () => core.save_paper(paper),
    onMutate: () => setDone(null),
    onSuccess: ({ saved, file }) => {
      if (saved) setDone(fill(words.papers.saved, { file: file ?? "" }));
    },
  });
  return {
    done,
    /** How often its kind is printed. */
    usual: way.data?.sheets ?? 1,
    print: (what: Partial<Print> = {}) => {
      if (!print.isPending) print.mutate({ how: { print: "next" }, sheets: null, ...what });
    },
    printing: print.isPending,
    save: () => save.mutate(),
    saving: save.isPending,
    thrown: print.error ?? save.error,
  };
}
