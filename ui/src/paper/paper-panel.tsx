import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { type Ref, useState } from "react";
import { SaidAlert } from "../answers";
import type { PaperRef } from "../core";
import { useKeys } from "../shell/keys";
import { Key } from "../theme/key";
import { words } from "../words";
import { PrintAgain } from "./again";
import { PaperFrame } from "./paper-frame";
import { usePrinting } from "./printing";
import { WayButton } from "./way-button";

interface Props {
  paper: PaperRef;
  title: string;
  /** How often it was printed already; a second print is a copy and says so. */
  printed?: number;
  /** Whether the original may be printed once more. */
  again?: boolean;
  note?: string | null;
  onPrinted?: () => void;
  printRef?: Ref<HTMLButtonElement>;
  /** Print is what comes next: it is told to have the focus. */
  isNext?: boolean;
}

/** A paper beside its buttons: look, print (Ctrl+P), save. */
export function PaperPanel({ paper, title, printed = 0, again = false, note, onPrinted, printRef, isNext }: Props) {
  const printing = usePrinting(paper, onPrinted);
  // Without a number of its own it is printed as often as its kind is.
  const [sheets, setSheets] = useState<number | null>(null);
  const print = () => printing.print({ sheets });
  useKeys({ "ctrl+p": print });
  const isDraft = paper.paper === "draft";
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <Group gap="xs">
        <Button
          ref={printRef}
          data-testid="print"
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<Key>{isNext ? "Enter" : "Ctrl+P"}</Key>}
          className={isNext ? "takes-focus" : undefined}
          loading={printing.printing}
          onClick={print}
        >
          {isDraft ? words.papers.print_draft : printed > 0 ? words.papers.print_copy : words.papers.print}
        </Button>
        {again && (
          <PrintAgain
            printing={printing.printing}
            print={(reason) => printing.print({ how: { print: "original", reason }, sheets })}
          />
        )}
        <NumberInput
          className="paper-sheets"
          aria-label={words.papers.sheets}
          prefix={`${words.papers.sheets} `}
          data-testid="paper-sheets"
          min={1}
          max={9}
          clampBehavior="strict"
          allowDecimal={false}
          value={sheets ?? printing.usual}
          onChange={(value) => setSheets(Number(value) || 1)}
        />
        <Button
          variant="default"
          data-testid="save-paper"
          leftSection={<IconDownload size={18} aria-hidden />}
          loading={printing.saving}
          onClick={() => printing.save()}
        >
          {words.papers.save}
        </Button>
        <WayButton paper={paper} />
      </Group>
      <div role="status" className={printing.done ? "paper-done" : "quiet paper-note"}>
        {printing.done ?? note}
      </div>
      <SaidAlert thrown={printing.thrown} />
      <PaperFrame paper={paper} title={title} edition={printed} />
    </Stack>
  );
}
