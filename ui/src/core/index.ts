export * from "./bindings";
export type { Bridge, CoreEvent } from "./bridge";
export { CoreProvider, refresh, useCore } from "./context";
export { type AnswerKey, keys } from "./keys";
export { asSaid } from "./said";
