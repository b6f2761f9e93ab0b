import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAfter } from "../action";
import { SaidAlert } from "../answers";
import type { Done, ImportChoices, ImportPreview, Lookalikes } from "../core";
import { fill, words } from "../words";
import { ImportColumns } from "./import-columns";
import { ImportDoubts, ImportRows } from "./import-rows";

const say = words.importing;

/** A table of the office that is read: what it would change is shown before anything is written. */
export function ImportTable({
  testid,
  label,
  said,
  agree,
  fates,
  path,
  pick,
  again,
  accept,
}: {
  testid: string;
  label: string;
  /** What would happen, with the counts of the preview. */
  said: (preview: ImportPreview) => string;
  /** On the button that accepts it. */
  agree: string;
  /** What may become of rows that are doubtful. */
  fates: [Lookalikes, string][];
  /** Where what was taken in is seen. */
  path: string;
  pick: () => Promise<ImportPreview | null>;
  again: (choices: ImportChoices) => Promise<ImportPreview>;
  accept: (token: string) => Promise<Done>;
}) {
  const after = useAfter();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const accepting = useMutation({
    mutationFn: accept,
    onSuccess: (done) => {
      setPreview(null);
      after(done, path);
    },
  });
  const rereading = useMutation({ mutationFn: again, onSuccess: setPreview });
  const picking = useMutation({
    mutationFn: pick,
    onMutate: () => {
      accepting.reset();
      rereading.reset();
    },
    onSuccess: setPreview,
  });
  const useful = preview !== null && preview.added + preview.changed > 0;
  return (
    <>
      <Button
        variant="default"
        data-testid={testid}
        loading={picking.isPending}
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => picking.mutate()}
      >
        {label}
      </Button>
      <div className="save-said">
        <SaidAlert thrown={picking.error} />
      </div>
      <Modal
        opened={preview !== null}
        onClose={() => setPreview(null)}
        title={preview && fill(say.title, { file: preview.file })}
        size="lg"
      >
        {preview && (
          <Stack gap="sm">
            <Text data-testid="import-said">{said(preview)}</Text>
            <ImportRows title={say.problems} rows={preview.problems} />
            <ImportDoubts preview={preview} fates={fates} choose={rereading.mutate} />
            <ImportRows title={say.notes} rows={preview.notes} />
            <ImportColumns preview={preview} choose={rereading.mutate} />
            {rereading.isPending && <Text role="status">{say.again}</Text>}
            <SaidAlert thrown={rereading.error} />
            <SaidAlert thrown={accepting.error} />
            <Group justify="flex-end">
              <Button variant="default" data-autofocus={!useful || undefined} onClick={() => setPreview(null)}>
                {words.action.cancel}
              </Button>
              <Button
                data-testid="accept-import"
                data-autofocus={useful || undefined}
                disabled={!useful || rereading.isPending}
                loading={accepting.isPending}
                onClick={() => accepting.mutate(preview.token)}
              >
                {agree}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
