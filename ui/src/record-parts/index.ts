export { RecordHead } from "./head";
export { LinkedList } from "./linked-list";
export { type Beside, Papers } from "./papers";
export { Timeline } from "./timeline";
