export * from "./bindings";
export type { Bridge, CoreEvent } from "./bridge";
export { CoreProvider, useCore } from "./context";
export { asSaid } from "./said";
