export * from "./bindings";
export type { Bridge, CoreEvent } from "./bridge";
export { CoreProvider, refresh, useCore } from "./context";
export { asSaid } from "./said";
