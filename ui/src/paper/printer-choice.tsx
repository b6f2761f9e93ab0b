import { NativeSelect, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { fill, words } from "../words";
import { usePrinters } from "./printing";

/** Where it will be printed; only asked when there is a choice. */
export function PrinterChoice() {
  const { list, known, chosen, prefer } = usePrinters();
  if (!known) return null;
  if (list.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.papers.no_printer}
      </Text>
    );
  if (list.length === 1) return null;
  return (
    <NativeSelect
      aria-label={words.papers.printer}
      leftSection={<IconPrinter size={16} aria-hidden />}
      className="printer-choice"
      data-testid="printer"
      value={chosen ?? ""}
      onChange={(event) => prefer(event.currentTarget.value)}
      data={list.map(({ name, is_default }) => ({
        value: name,
        label: is_default ? fill(words.papers.printer_default, { name }) : name,
      }))}
    />
  );
}
