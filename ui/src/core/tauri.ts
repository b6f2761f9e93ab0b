import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Bridge } from "./bridge";

/** The bridge of the real window. */
export const tauri: Bridge = {
  invoke: (command, args) => invoke(command, args),
  listen: (event, heard) => {
    const stop = listen(event, (message) => heard(message.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
};
