import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../answers";
import { keys, type PaperRef, useCore } from "../core";
import { fill, words } from "../words";
import { Pages } from "./pages";
import { readPaper } from "./reading";
import "./paper.css";

/** The paper itself, as it will be printed, drawn by the window; in the whole window where somebody wants to read it. */
export function PaperFrame({ paper, title, edition = 0 }: { paper: PaperRef; title: string; edition?: number }) {
  const core = useCore();
  const [large, setLarge] = useState(false);
  const read = useQuery({
    queryKey: keys.paper(paper, edition),
    queryFn: async () => readPaper(await core.paper(paper)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    structuralSharing: false,
  });
  return (
    <div className="paper">
      <Answer of={read}>
        {(pages) => (
          <>
            <Pages pages={pages} title={title} large={() => setLarge(true)} />
            <Modal
              opened={large}
              onClose={() => setLarge(false)}
              title={fill(words.papers.frame, { title })}
              fullScreen
              classNames={{ content: "paper-whole", body: "paper-whole-body" }}
              closeButtonProps={{ "aria-label": words.help.close, "data-testid": "paper-close" } as object}
            >
              <Pages pages={pages} title={title} />
            </Modal>
          </>
        )}
      </Answer>
    </div>
  );
}
