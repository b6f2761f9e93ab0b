import { Button, Group, Menu, Modal, Portal, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { SaidAlert } from "../../answers";
import { type AttachedFiles, type Files, refresh, useCore, useHeard } from "../../core";
import { actionPath } from "../../places/paths";
import { Warning } from "../../theme/warning";
import { fill, words } from "../../words";

const say = words.request.files;

interface Props {
  id: string;
  files: Files;
}

/** Attaching: by the system's dialog, where several can be chosen, or by dropping files on the window. */
export function Attach({ id, files }: Props) {
  const core = useCore();
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState(0);
  const may = files.refused === null;
  useHeard("dragged", (held) => setOver(may && held === true));
  useHeard("dropped", (count) => {
    setOver(false);
    if (may) setDropped(Number(count));
  });
  const attach = useMutation({
    mutationFn: ({ purpose, held }: { purpose: string; held: boolean }) =>
      held ? core.attach_dropped(id, purpose) : core.attach_files(id, purpose),
    onSuccess: () => refresh(queries),
    onSettled: () => setDropped(0),
  });
  return (
    <>
      <SaidAlert thrown={attach.error} />
      {attach.data && <Outcome attached={attach.data} />}
      <Group gap="xs">
        <Menu position="bottom-start" withinPortal transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <Button
              variant="default"
              data-testid="attach"
              disabled={!may}
              loading={attach.isPending}
              leftSection={<IconPaperclip size={18} aria-hidden />}
            >
              {say.attach}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{say.purpose}</Menu.Label>
            {files.purposes.map(({ code, label }) => (
              <Menu.Item
                key={code}
                data-testid={`purpose-${code}`}
                onClick={() => attach.mutate({ purpose: code, held: false })}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {files.withdraw && (
          <Button
            component={Link}
            variant="subtle"
            color="gray"
            data-testid="withdraw-file"
            href={actionPath({ kind: "request", id }, files.withdraw)}
          >
            {say.withdraw}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {files.refused ?? say.help}
      </Text>
      {over && (
        <Portal>
          <div className="drop-here" data-testid="drop-here">
            {say.drop}
          </div>
        </Portal>
      )}
      <Modal
        opened={dropped > 0}
        onClose={() => setDropped(0)}
        title={fill(say.dropped, { count: dropped })}
        closeButtonProps={{ "aria-label": words.help.close }}
      >
        <Stack gap="xs">
          <Text>{say.purpose}</Text>
          {files.purposes.map(({ code, label }) => (
            <Button
              key={code}
              variant="default"
              justify="flex-start"
              data-testid={`dropped-${code}`}
              loading={attach.isPending}
              onClick={() => attach.mutate({ purpose: code, held: true })}
            >
              {label}
            </Button>
          ))}
        </Stack>
      </Modal>
    </>
  );
}

/** How many were attached, and each that was not by its name. */
function Outcome({ attached: { said, refused } }: { attached: AttachedFiles }) {
  return (
    <div role="status" data-testid="attached">
      <Text>{said}</Text>
      {refused.map(({ name, reason }) => (
        <Warning key={name}>{fill(say.refused, { name, reason })}</Warning>
      ))}
    </div>
  );
}
