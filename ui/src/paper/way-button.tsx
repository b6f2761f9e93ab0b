import { ActionIcon, Text } from "@mantine/core";
import { IconAdjustments } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys, type PaperRef, useCore } from "../core";
import { words } from "../words";
import { usePrinters } from "./printing";
import { WayDialog } from "./way-dialog";

/** How this kind of paper is printed here, and the way to change it, by its sign alone; or that there is no printer. */
export function WayButton({ paper }: { paper: PaperRef }) {
  const core = useCore();
  const [open, setOpen] = useState(false);
  const { none } = usePrinters();
  const way = useQuery({ queryKey: keys.print_way(paper), queryFn: () => core.print_way(paper) });
  if (none)
    return (
      <Text size="sm" c="dimmed" className="no-printer">
        {words.papers.no_printer}
      </Text>
    );
  if (!way.data) return null;
  return (
    <>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={words.printing.way}
        data-testid="print-way"
        title={way.data.told}
        onClick={() => setOpen(true)}
      >
        <IconAdjustments size={18} aria-hidden />
      </ActionIcon>
      <WayDialog way={way.data} opened={open} close={() => setOpen(false)} />
    </>
  );
}
