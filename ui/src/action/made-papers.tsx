import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { SaidAlert } from "../answers";
import { type NamedPaper, refresh, useCore } from "../core";
import { fill, words } from "../words";

const say = words.action;

interface Props {
  papers: NamedPaper[];
  /** Which of them is looked at, by its place. */
  shown: number;
  show: (place: number) => void;
}

/** Several papers of one deed: each to be looked at, and all of them printed one after another with one button. */
export function MadePapers({ papers, shown, show }: Props) {
  const core = useCore();
  const queries = useQueryClient();
  // Where one of them jams, the next try goes on with it and does not print the others twice.
  const [printed, setPrinted] = useState(0);
  const print = useMutation({
    mutationFn: async () => {
      for (const [place, { paper }] of papers.entries()) {
        if (place < printed) continue;
        await core.print_paper(paper, { print: "next" }, null);
        setPrinted(place + 1);
      }
    },
    onSettled: () => refresh(queries),
  });
  const all = printed === papers.length;
  return (
    <>
      <Button
        data-testid="print-all"
        leftSection={<IconPrinter size={18} aria-hidden />}
        loading={print.isPending}
        disabled={all}
        onClick={() => print.mutate()}
      >
        {fill(say.print_all, { count: papers.length })}
      </Button>
      <div role="status" className="paper-done">
        {printed > 0 && fill(say.printed_all, { printed, count: papers.length })}
      </div>
      <SaidAlert thrown={print.error} />
      <ul className="paper-list" aria-label={words.request.paper_pick}>
        {papers.map(({ title }, place) => (
          <li key={title}>
            <button type="button" className="paper-pick" aria-pressed={place === shown} onClick={() => show(place)}>
              <span className="paper-title">{title}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
