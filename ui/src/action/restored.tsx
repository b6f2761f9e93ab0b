import { Button, Group } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { fill, words } from "../words";

/** Tells that the form was begun before, and offers to begin anew. */
export function Restored({ when, empty }: { when: string; empty: () => void }) {
  return (
    <Group className="restored" role="status" justify="space-between" data-testid="step-restored">
      <Group gap="xs">
        <IconRestore size={18} aria-hidden />
        {fill(words.action.restored, { when })}
      </Group>
      <Button variant="default" size="compact-sm" data-testid="step-empty" onClick={empty}>
        {words.action.empty}
      </Button>
    </Group>
  );
}
