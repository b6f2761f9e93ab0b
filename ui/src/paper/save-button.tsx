import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { SaidAlert } from "../answers";
import type { Saved } from "../core";
import { fill, words } from "../words";
import "./paper.css";

/** Saves a file where the officer says, and tells below the buttons where it is. */
export function SaveButton({ label, testid, save }: { label: string; testid: string; save: () => Promise<Saved> }) {
  const saving = useMutation({ mutationFn: save });
  return (
    <>
      <Button
        variant="default"
        data-testid={testid}
        loading={saving.isPending}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => saving.mutate()}
      >
        {label}
      </Button>
      <div className="save-said">
        <div role="status" className="paper-done">
          {saving.data?.saved && fill(words.papers.saved, { file: saving.data.file ?? "" })}
        </div>
        <SaidAlert thrown={saving.error} />
      </div>
    </>
  );
}
