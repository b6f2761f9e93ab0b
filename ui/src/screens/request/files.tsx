import { Button, Group, Stack, Text } from "@mantine/core";
import { IconCloudDownload, IconDownload, IconExternalLink } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SaidAlert } from "../../answers";
import { type FileItem, type FileState, type Files, refresh, useCore } from "../../core";
import { Sheet } from "../../theme/sheet";
import { fill, words } from "../../words";
import { Attach } from "./attach";
import "./request.css";

const say = words.request.files;

const TONES: Record<FileState, string> = {
  here: "calm",
  waiting: "calm",
  sent: "done",
  refused: "near",
  coming: "calm",
  away: "near",
};

/** The files of a request: scans of what was brought, and what was handed out. */
export function FilesPart({ id, files, children }: { id: string; files: Files; children?: ReactNode }) {
  return (
    <Sheet title={say.title}>
      <Stack gap="sm">
        {files.items.length === 0 ? (
          <Text c="dimmed">{say.none}</Text>
        ) : (
          <ul className="events" aria-label={say.title}>
            {files.items.map((file) => (
              <OneFile key={file.digest} id={id} file={file} />
            ))}
          </ul>
        )}
        <Attach id={id} files={files} />
        {children}
      </Stack>
    </Sheet>
  );
}

function OneFile({ id, file }: { id: string; file: FileItem }) {
  const core = useCore();
  const queries = useQueryClient();
  const { digest, name, state } = file;
  const open = useMutation({ mutationFn: () => core.open_file(id, digest) });
  const save = useMutation({ mutationFn: () => core.save_file(id, digest) });
  const fetch = useMutation({
    mutationFn: () => core.fetch_file(id, digest),
    onSuccess: () => refresh(queries),
  });

  return (
    <li data-testid="file" data-state={state}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <div className="file-words">
          <strong>{name}</strong>
          <div>{file.purpose}</div>
          <div className="quiet">{file.details}</div>
          <span className={`tone tone-${TONES[state]}`}>{file.state_label}</span>
          {file.reason && <div>{file.reason}</div>}
        </div>
        <Group gap="xs">
          {file.away ? (
            <Button
              size="xs"
              variant="default"
              data-testid="fetch-file"
              aria-label={fill(say.of, { what: say.fetch, name })}
              disabled={state === "coming"}
              loading={fetch.isPending}
              leftSection={<IconCloudDownload size={16} aria-hidden />}
              onClick={() => fetch.mutate()}
            >
              {say.fetch}
            </Button>
          ) : (
            <>
              <Button
                size="xs"
                variant="default"
                data-testid="open-file"
                aria-label={fill(say.of, { what: say.open, name })}
                loading={open.isPending}
                leftSection={<IconExternalLink size={16} aria-hidden />}
                onClick={() => open.mutate()}
              >
                {say.open}
              </Button>
              <Button
                size="xs"
                variant="default"
                data-testid="save-file"
                aria-label={fill(say.of, { what: say.save, name })}
                loading={save.isPending}
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() => save.mutate()}
              >
                {say.save}
              </Button>
            </>
          )}
        </Group>
      </Group>
      <div role="status">{save.data?.saved && fill(words.papers.saved, { file: save.data.file ?? "" })}</div>
      <SaidAlert thrown={open.error ?? save.error ?? fetch.error} />
    </li>
  );
}
