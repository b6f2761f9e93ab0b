import { Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { SaidAlert } from "../../answers";
import { type FileProgress, keys, useCore } from "../../core";
import { fill, words } from "../../words";

const say = words.settings;
/** How often the progress is looked at while files travel, in milliseconds. */
const LOOK = 1_000;

/** How far attached files have come, and their pause. They never hold entries up. */
export function FilesOnTheirWay({ files }: { files: FileProgress }) {
  const core = useCore();
  const queries = useQueryClient();
  const progress = useQuery({
    queryKey: keys.file_progress,
    queryFn: () => core.file_progress(),
    placeholderData: files,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 && !state.data.paused ? LOOK : false),
  });
  const pause = useMutation({
    mutationFn: (paused: boolean) => core.pause_files(paused),
    onSuccess: (now) => {
      queries.setQueryData(keys.file_progress, now);
      void queries.invalidateQueries({ queryKey: keys.session });
    },
  });
  const { waiting, paused, percent, current, text } = progress.data ?? files;
  const Icon = paused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Stack gap="xs" maw={720}>
      <Title order={3} size="h6">
        {say.files}
      </Title>
      <Text data-testid="files-text">{text}</Text>
      {waiting > 0 && (
        <Progress.Root>
          <Progress.Section value={percent} aria-label={say.files_progress} />
        </Progress.Root>
      )}
      {waiting > 0 && current && (
        <Text size="sm" c="dimmed">
          {fill(say.files_current, { name: current })}
        </Text>
      )}
      <SaidAlert thrown={pause.error} />
      {(waiting > 0 || paused) && (
        <Group>
          <Button
            variant="default"
            data-testid={paused ? "resume-files" : "pause-files"}
            loading={pause.isPending}
            leftSection={<Icon size={18} aria-hidden />}
            onClick={() => pause.mutate(!paused)}
          >
            {paused ? say.files_resume : say.files_pause}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
