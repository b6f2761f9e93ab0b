import { Modal } from "@mantine/core";
import type { PaperRef } from "../core";
import { PaperPanel } from "../paper";
import { fill, words } from "../words";

interface Props {
  paper: PaperRef | null;
  title: string;
  close: () => void;
}

/** The letter that would follow from the form, as a draft: to be read, and printed for those who initial it. */
export function DraftPaper({ paper, title, close }: Props) {
  return (
    <Modal
      opened={paper !== null}
      onClose={close}
      title={fill(words.action.draft, { title })}
      fullScreen
      classNames={{ content: "paper-whole", body: "paper-whole-body" }}
      closeButtonProps={{ "aria-label": words.help.close, "data-testid": "draft-close" } as object}
    >
      {paper && <PaperPanel paper={paper} title={title} />}
    </Modal>
  );
}
