import { ActionIcon, Button, Text } from "@mantine/core";
import { IconAdjustments } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys, type PaperRef, useCore } from "../core";
import { words } from "../words";
import { usePrinters } from "./printing";
import { WayDialog } from "./way-dialog";

interface Props {
  paper: PaperRef;
  /** Beside many other buttons only its sign is shown. */
  small?: boolean;
}

/** How this kind of paper is printed here, and the way to change it; or that there is no printer. */
export function WayButton({ paper, small }: Props) {
  const core = useCore();
  const [open, setOpen] = useState(false);
  const { list, known } = usePrinters();
  const way = useQuery({ queryKey: keys.print_way(paper), queryFn: () => core.print_way(paper) });
  if (known && list.length === 0)
    return (
      <Text size="sm" c="dimmed" className={small ? "no-printer" : undefined}>
        {words.papers.no_printer}
      </Text>
    );
  if (!way.data) return null;
  const { told } = way.data;
  const press = { "data-testid": "print-way", title: told, onClick: () => setOpen(true) };
  return (
    <>
      {small ? (
        <ActionIcon variant="default" size="input-sm" aria-label={words.printing.way} {...press}>
          <IconAdjustments size={18} aria-hidden />
        </ActionIcon>
      ) : (
        <Button variant="default" leftSection={<IconAdjustments size={18} aria-hidden />} {...press}>
          {words.printing.way}
        </Button>
      )}
      <WayDialog way={way.data} opened={open} close={() => setOpen(false)} />
    </>
  );
}
