import { words } from "../words";
import type { Said } from "./bindings";

/** What the core said when it said no; anything else that went wrong becomes a fault in plain words. */
export function asSaid(thrown: unknown): Said {
  if (typeof thrown === "object" && thrown !== null && "message" in thrown && "kind" in thrown && "fields" in thrown)
    return thrown as Said;
  return { message: words.fault.sentence, fields: [], kind: "fault" };
}
