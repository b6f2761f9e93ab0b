export { Empty } from "./empty";
export { Facts } from "./facts";
export { moveBetweenRows } from "./row-keys";
export { ToneBadge } from "./tone";
export { WaitingToSend, WorkList } from "./work-list";
