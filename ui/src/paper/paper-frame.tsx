import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Answer } from "../answers";
import { keys, type PaperRef, useCore } from "../core";
import { fill, words } from "../words";
import "./paper.css";

/** The paper itself, as it will be printed, in the viewer of the window. */
export function PaperFrame({ paper, title, edition = 0 }: { paper: PaperRef; title: string; edition?: number }) {
  const core = useCore();
  const bytes = useQuery({
    queryKey: keys.paper(paper, edition),
    queryFn: () => core.paper(paper),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return (
    <div className="paper">
      <Answer of={bytes}>{(pdf) => <Viewer pdf={pdf} title={title} />}</Answer>
    </div>
  );
}

function Viewer({ pdf, title }: { pdf: ArrayBuffer; title: string }) {
  const [address, setAddress] = useState<string>();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    const made = URL.createObjectURL(new Blob([pdf], { type: "application/pdf" }));
    // The window has its own buttons; the page should fill the width.
    setAddress(`${made}#toolbar=0&navpanes=0&view=FitH`);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  if (!address) return null;
  // A viewer likes to take the focus when it opens; the key that prints must keep it.
  const giveBack = (frame: HTMLIFrameElement) => {
    if (document.activeElement === frame && before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <iframe
      className="paper-frame"
      data-testid="paper-frame"
      title={fill(words.papers.frame, { title })}
      src={address}
      onLoad={(event) => giveBack(event.currentTarget)}
    />
  );
}
