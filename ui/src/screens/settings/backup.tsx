import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceFloppy, IconFolder } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Making, SaidAlert } from "../../answers";
import { type BackupView, keys, useCore } from "../../core";
import { Facts } from "../../table";
import { Warning } from "../../theme/warning";
import { words } from "../../words";

const say = words.backup;

/** Where copies of this desk go, how the last went, and the button that makes one. */
export function BackupPart({ backup }: { backup: BackupView }) {
  const core = useCore();
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: () => core.choose_backup_place(),
    onSuccess: (view) => view && queries.setQueryData(keys.settings, view),
  });
  const make = useMutation({
    mutationFn: () => core.back_up(),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.settings });
      void queries.invalidateQueries({ queryKey: keys.today });
    },
  });
  return (
    <Stack gap="sm">
      <Text>{say.lead}</Text>
      {backup.notice && <Warning urgent={backup.notice.tone === "overdue"}>{backup.notice.text}</Warning>}
      <Facts
        facts={[
          { label: say.place, value: backup.place ?? say.no_place },
          { label: say.last, value: backup.last_text ?? say.never },
        ]}
      />
      <SaidAlert thrown={choose.error ?? make.error} />
      {make.isPending && (
        <Making
          of={keys.backup_progress}
          look={() => core.backup_progress()}
          stop={() => core.stop_backup()}
          label={say.progress}
          testid="stop-backup"
        />
      )}
      {make.data && !make.isPending && (
        <Text role="status" data-testid="backup-said">
          {make.data.said}
        </Text>
      )}
      <Group>
        <Button
          data-testid="back-up"
          disabled={!backup.place}
          loading={make.isPending}
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          onClick={() => make.mutate()}
        >
          {say.make}
        </Button>
        {backup.may_choose && (
          <Button
            variant="default"
            data-testid="choose-backup-place"
            disabled={make.isPending}
            leftSection={<IconFolder size={18} aria-hidden />}
            onClick={() => choose.mutate()}
          >
            {backup.place ? say.choose_other : say.choose}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
