import { Chip, Group } from "@mantine/core";
import type { StageCount } from "../core";
import { counted, words } from "../words";

interface Props {
  label: string;
  /** How many stand where; only what there is. */
  counts: StageCount[];
  chosen: StageCount | null;
  choose: (chosen: StageCount | null) => void;
  /** What the test ids of the chips begin with. */
  testid: string;
}

/** Chips that narrow a list. What is chosen stays in sight even where nothing stands any more, or nobody could undo it. */
export function Filters({ label, counts, chosen, choose, testid }: Props) {
  const there = counts.filter(({ count, code }) => count > 0 || code === chosen?.code);
  const gone = chosen && !there.some(({ code }) => code === chosen.code);
  const shown = gone ? [...there, { ...chosen, count: 0, more: false }] : there;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const more = counts.some((one) => one.more);
  return (
    <Chip.Group
      value={chosen?.code ?? ""}
      onChange={(picked) => choose(shown.find(({ code }) => code === picked) ?? null)}
    >
      <Group gap="xs" role="group" aria-label={label}>
        <Chip value="" size="sm" data-testid={`${testid}-all`}>
          {words.requests.all} <b>{counted(all, more)}</b>
        </Chip>
        {shown.map((one) => (
          <Chip key={one.code} value={one.code} size="sm" data-testid={`${testid}-${one.code}`}>
            {one.label} <b>{counted(one.count, one.more)}</b>
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
