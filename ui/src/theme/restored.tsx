import { Button, Group } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";

interface Props {
  /** That a form was begun before, and when. */
  said: string;
  /** What throws it away is called. */
  label: string;
  empty: () => void;
  /** By which names tests find the line and its button. */
  testids: { line: string; button: string };
}

/** Tells that a form was begun before, and offers to begin anew. */
export function Restored({ said, label, empty, testids }: Props) {
  return (
    <Group className="restored" role="status" justify="space-between" data-testid={testids.line}>
      <Group gap="xs">
        <IconRestore size={18} aria-hidden />
        {said}
      </Group>
      <Button variant="default" size="compact-sm" data-testid={testids.button} onClick={empty}>
        {label}
      </Button>
    </Group>
  );
}
