export { Answer } from "./answer";
export { FaultBoundary } from "./fault-boundary";
export { Making } from "./making";
export { SaidAlert } from "./said-alert";
