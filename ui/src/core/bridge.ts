import type { Invoke } from "./bindings";

/** What the core tells the window without being asked. */
export type CoreEvent = "sync" | "changed" | "dragged" | "dropped";

/** The one seam between window and core: ask, and listen. */
export interface Bridge {
  invoke: Invoke;
  /** Calls `heard` on every event until the returned function is called. */
  listen: (event: CoreEvent, heard: (payload: unknown) => void) => () => void;
}
