export { daysWhole, isDay, whenAndWhat } from "./due-words";
export { Empty } from "./empty";
export { Facts } from "./facts";
export { PlainTable } from "./plain-table";
export { moveBetweenRows } from "./row-keys";
export { Table, type TableColumn } from "./table";
export { ToneBadge } from "./tone";
export { WaitingToSend } from "./waiting";
export { WorkList } from "./work-list";
