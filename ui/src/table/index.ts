export { Empty } from "./empty";
export { Facts } from "./facts";
export { PlainTable } from "./plain-table";
export { moveBetweenRows } from "./row-keys";
export { ToneBadge } from "./tone";
export { WaitingToSend } from "./waiting";
export { WorkList } from "./work-list";
