export { ChosenPapers } from "./chosen-papers";
export { PaperFrame } from "./paper-frame";
export { PaperPanel } from "./paper-panel";
export { PrintButton } from "./print-button";
export { usePrinters, usePrinting } from "./printing";
export { SaveButton } from "./save-button";
export { WayDialog } from "./way-dialog";
