import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import type { Ref } from "react";
import type { PaperRef } from "../core";
import { useKeys } from "../frame/keys";
import { SaidAlert } from "../said";
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
  autoFocus?: boolean;
}

/** A paper beside its buttons: look, print (Ctrl+P), save. */
export function PaperPanel({ paper, title, printed = 0, note, onPrinted, printRef, autoFocus }: Props) {
  const printing = usePrinting(paper, onPrinted);
  useKeys({ "ctrl+p": printing.print });
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <Group gap="sm" align="flex-end">
        <Button
          ref={printRef}
          data-testid="print"
          data-autofocus={autoFocus || undefined}
          leftSection={<IconPrinter size={18} aria-hidden />}
          rightSection={<span className="key">Ctrl+P</span>}
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
      <div role="status" className="paper-done">
        {printing.done}
      </div>
      {!printing.done && note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <SaidAlert thrown={printing.thrown} />
      <PaperFrame paper={paper} title={title} edition={printed} />
    </Stack>
  );
}
