import { Anchor, Button, Popover, Stack, Text } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudPause,
  IconCloudUp,
  IconPlugConnectedX,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "wouter";
import { SaidAlert } from "../answers";
import { keys, type SyncChip, type SyncState, useCore } from "../core";
import { placePath } from "../places/places";
import { fill, words } from "../words";

const ICONS: Record<SyncState, typeof IconCloudCheck> = {
  not_enrolled: IconPlugConnectedX,
  synced: IconCloudCheck,
  waiting: IconCloudOff,
  sending: IconCloudUp,
  paused: IconCloudPause,
  review: IconAlertTriangle,
};

export const SYNC_TONE: Record<SyncState, string> = {
  not_enrolled: "calm",
  synced: "done",
  waiting: "near",
  sending: "calm",
  paused: "near",
  review: "near",
};

/** Asks the core to talk to PPID Utama now. */
export function useSyncNow() {
  const core = useCore();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => core.sync_now(),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.session });
      void queries.invalidateQueries({ queryKey: keys.settings });
    },
  });
}

/** How things stand between this desk and PPID Utama, always in sight. */
export function SyncChipButton({ chip }: { chip: SyncChip }) {
  const sync = useSyncNow();
  const Icon = ICONS[chip.state];
  return (
    <Popover width={320} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`tone tone-${SYNC_TONE[chip.state]} chip-button`}
          data-testid="sync-chip"
          data-state={chip.state}
        >
          <Icon size={18} aria-hidden />
          <span className="chip-text">{chip.text}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.shell.sync_title}>
        <Stack gap="sm">
          <Text fw={600}>{words.shell.sync_title}</Text>
          <Text size="sm">{chip.detail}</Text>
          <Text size="sm" c="dimmed">
            {chip.waiting === 0
              ? words.shell.sync_nothing_waits
              : fill(words.shell.sync_waiting, { count: chip.waiting })}
          </Text>
          <SaidAlert thrown={sync.error} />
          {chip.state !== "not_enrolled" && (
            <Button data-testid="sync-now" loading={sync.isPending} onClick={() => sync.mutate()}>
              {words.shell.sync_now}
            </Button>
          )}
          <Anchor component={Link} href={placePath("settings")} size="sm">
            {words.shell.sync_settings}
          </Anchor>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
