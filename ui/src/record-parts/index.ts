export { RecordHead } from "./head";
export { LinkedList } from "./linked-list";
export { Papers } from "./papers";
export { Timeline } from "./timeline";
