import { type PaperRef, useCore } from "../../core";
import { ListView } from "../../list";
import { PrintButton, SaveButton } from "../../paper";
import { words } from "../../words";

/** All of this desk that are still to be accounted for. */
const OPEN: PaperRef = { paper: "numbered_forms", numbers: [] };

/** Request forms that have a number already, for hours without power, and what became of each. */
export function NumberedFormsPart() {
  const core = useCore();
  return (
    <ListView
      key="numbered_forms"
      list="numbered_forms"
      title={words.registers.numbered}
      beside={
        <>
          <PrintButton testid="print-numbered" label={words.blanks.numbered_print} paper={OPEN} />
          <SaveButton testid="save-numbered" label={words.registers.save_pdf} save={() => core.save_paper(OPEN)} />
        </>
      }
    />
  );
}
