export { PaperFrame } from "./paper-frame";
export { PaperPanel } from "./paper-panel";
export { PrinterChoice } from "./printer-choice";
export { usePrinting } from "./printing";
export { SaveButton } from "./save-button";
