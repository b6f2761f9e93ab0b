import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { SaidAlert } from "../answers";
import type { PaperRef } from "../core";
import { words } from "../words";
import { usePrinting } from "./printing";
import { WayButton } from "./way-button";
import "./paper.css";

/** Prints a list or a register from where it is seen, and tells below the buttons what came of it. */
export function PrintButton({ paper, label, testid }: { paper: PaperRef; label?: string; testid: string }) {
  const { print, printing, done, thrown } = usePrinting(paper);
  return (
    <>
      <Button
        variant="default"
        data-testid={testid}
        loading={printing}
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => print()}
      >
        {label ?? words.papers.print}
      </Button>
      <WayButton paper={paper} />
      <div className="save-said">
        <div role="status" className="paper-done">
          {done}
        </div>
        <SaidAlert thrown={thrown} />
      </div>
    </>
  );
}
