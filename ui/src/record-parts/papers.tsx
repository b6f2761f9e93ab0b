import { Text } from "@mantine/core";
import { useState } from "react";
import type { PaperItem, PaperKind, PaperRef } from "../core";
import { PaperPanel } from "../paper";
import { Sheet } from "../theme/sheet";
import { words } from "../words";

const say = words.request;

interface Props {
  papers: PaperItem[];
  refOf: (kind: PaperKind) => PaperRef;
}

/** The papers of one thing: pick one at the top, see and print it below. */
export function Papers({ papers, refOf }: Props) {
  const [picked, setPicked] = useState<PaperKind | null>(null);
  // Without a choice, the last paper: it is the one that was just made.
  const shown = papers.find(({ kind }) => kind === picked) ?? papers.at(-1);
  return (
    <Sheet className="whole-papers" title={say.papers}>
      {!shown && <Text c="dimmed">{say.no_papers}</Text>}
      {shown && (
        <>
          <ul className="paper-list" aria-label={say.paper_pick}>
            {papers.map((paper) => (
              <li key={paper.kind}>
                <button
                  type="button"
                  className="paper-pick"
                  aria-pressed={paper.kind === shown.kind}
                  data-testid={`paper-${paper.kind}`}
                  onClick={() => setPicked(paper.kind)}
                >
                  <span className="paper-title">{paper.title}</span>
                  <span className="quiet">{paper.number}</span>
                </button>
              </li>
            ))}
          </ul>
          <PaperPanel
            key={shown.kind}
            paper={refOf(shown.kind)}
            title={shown.title}
            printed={shown.printed}
            again={shown.again}
            note={shown.printed_text}
          />
        </>
      )}
    </Sheet>
  );
}
