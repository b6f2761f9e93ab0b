import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAfter } from "../../action";
import { SaidAlert } from "../../answers";
import { type ImportChoices, type ImportPreview, useCore } from "../../core";
import { placePath } from "../../places/places";
import { fill, words } from "../../words";
import { ImportColumns } from "./import-columns";
import { ImportDoubts, ImportRows } from "./import-rows";

const say = words.information;

/** Reads a table of catalogue items: what it would change is shown before anything is written. */
export function ImportDip() {
  const core = useCore();
  const after = useAfter();
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const accept = useMutation({
    mutationFn: (token: string) => core.accept_import(token),
    onSuccess: (done) => {
      setPreview(null);
      after(done, placePath("information"));
    },
  });
  const again = useMutation({
    mutationFn: (choices: ImportChoices) => core.import_dip_again(choices),
    onSuccess: setPreview,
  });
  const pick = useMutation({
    mutationFn: () => core.import_dip(),
    onMutate: () => {
      accept.reset();
      again.reset();
    },
    onSuccess: setPreview,
  });
  const useful = preview !== null && preview.added + preview.changed > 0;
  return (
    <>
      <Button
        variant="default"
        data-testid="import-dip"
        loading={pick.isPending}
        leftSection={<IconUpload size={18} aria-hidden />}
        onClick={() => pick.mutate()}
      >
        {say.import}
      </Button>
      <div className="save-said">
        <SaidAlert thrown={pick.error} />
      </div>
      <Modal
        opened={preview !== null}
        onClose={() => setPreview(null)}
        title={preview && fill(say.import_title, { file: preview.file })}
        size="lg"
      >
        {preview && (
          <Stack gap="sm">
            <Text data-testid="import-said">{fill(say.import_said, preview)}</Text>
            <ImportRows title={say.import_problems} rows={preview.problems} />
            <ImportDoubts preview={preview} choose={again.mutate} />
            <ImportRows title={say.import_notes} rows={preview.notes} />
            <ImportColumns preview={preview} choose={again.mutate} />
            {again.isPending && <Text role="status">{say.import_again}</Text>}
            <SaidAlert thrown={again.error} />
            <SaidAlert thrown={accept.error} />
            <Group justify="flex-end">
              <Button variant="default" data-autofocus={!useful || undefined} onClick={() => setPreview(null)}>
                {words.action.cancel}
              </Button>
              <Button
                data-testid="accept-import"
                data-autofocus={useful || undefined}
                disabled={!useful || again.isPending}
                loading={accept.isPending}
                onClick={() => accept.mutate(preview.token)}
              >
                {say.import_accept}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
