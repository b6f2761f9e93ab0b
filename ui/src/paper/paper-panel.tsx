import { Button, Group, Stack } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import type { Ref } from "react";
import { SaidAlert } from "../answers";
import type { PaperRef } from "../core";
import { useKeys } from "../shell/keys";
import { Key } from "../theme/key";
import { words } from "../words";
import { PaperFrame } from "./paper-frame";
import { PrinterChoice } from "./printer-choice";
import { usePrinting } from "./printing";

interface Props {
  paper: PaperRef;
  title: string;
  /** How often it was printed already; a second print is a copy and says so. */
  printed?: number;
  note?: string | null;
  onPrinted?: () => void;
  printRef?: Ref<HTMLButtonElement>;
  /** Print is what comes next: it is told to have the focus. */
  isNext?: boolean;
}

/** A paper beside its buttons: look, print (Ctrl+P), save. */
export function PaperPanel({ paper, title, printed = 0, note, onPrinted, printRef, isNext }: Props) {
  const printing = usePrinting(paper, onPrinted);
  useKeys({ "ctrl+p": printing.print });
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <Group gap="sm">
        <Button
          ref={printRef}
          data-testid="print"
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<Key>{isNext ? "Enter" : "Ctrl+P"}</Key>}
          className={isNext ? "takes-focus" : undefined}
          loading={printing.printing}
          onClick={printing.print}
        >
          {printed > 0 ? words.papers.print_copy : words.papers.print}
        </Button>
        <Button
          variant="default"
          data-testid="save-paper"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={printing.saving}
          onClick={() => printing.save()}
        >
          {words.papers.save}
        </Button>
        <PrinterChoice />
      </Group>
      <div role="status" className={printing.done ? "paper-done" : "quiet paper-note"}>
        {printing.done ?? note}
      </div>
      <SaidAlert thrown={printing.thrown} />
      <PaperFrame paper={paper} title={title} edition={printed} />
    </Stack>
  );
}
