import { PaperPanel } from "../../paper";
import { words } from "../../words";

const say = words.handover;

/** The minutes of a handover, to be printed and signed. */
export function HandoverPaper({ id }: { id: string }) {
  return (
    <section className="sheet saved-paper" aria-label={say.minutes}>
      <PaperPanel paper={{ paper: "handover", id }} title={say.minutes} note={say.note} />
    </section>
  );
}
