export { Answer } from "./answer";
export { FaultBoundary } from "./fault-boundary";
export { SaidAlert } from "./said-alert";
