import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { IconPlayerStop } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { AnswerKey, BackupProgress } from "../core";
import { words } from "../words";

const say = words.making;
/** How often the progress is looked at, in milliseconds. */
const LOOK = 300;

/** How far something is that takes its time, and its end. */
export function Making({
  of,
  look,
  stop,
  label,
  testid,
}: {
  of: AnswerKey;
  look: () => Promise<BackupProgress | null>;
  stop: () => Promise<null>;
  /** What is under way. */
  label: string;
  testid: string;
}) {
  const progress = useQuery({ queryKey: of, queryFn: look, staleTime: 0, refetchInterval: LOOK });
  const stopping = useMutation({ mutationFn: stop });
  const { text, percent } = progress.data ?? { text: say.begins, percent: 0 };
  return (
    <Group wrap="nowrap" maw={720}>
      <Stack gap={4} flex={1}>
        <Text size="sm">{text}</Text>
        <Progress.Root>
          <Progress.Section value={percent} aria-label={label} />
        </Progress.Root>
      </Stack>
      <Button
        variant="default"
        data-testid={testid}
        leftSection={<IconPlayerStop size={18} aria-hidden />}
        onClick={() => stopping.mutate()}
      >
        {say.stop}
      </Button>
    </Group>
  );
}
