export { PaperFrame } from "./paper-frame";
export { PaperPanel } from "./paper-panel";
export { PrintButton } from "./print-button";
export { PrinterChoice } from "./printer-choice";
export { usePrinters, usePrinting } from "./printing";
export { SaveButton } from "./save-button";
