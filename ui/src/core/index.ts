export * from "./bindings";
export type { Bridge, CoreEvent } from "./bridge";
export { CoreProvider, refresh, useCore, useHeard } from "./context";
export { type AnswerKey, keys } from "./keys";
export { asSaid } from "./said";
