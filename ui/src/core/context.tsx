import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { type Core, makeCore, type Session, type SyncChip } from "./bindings";
import type { Bridge, CoreEvent } from "./bridge";
import { type AnswerKey, keys } from "./keys";
import { asSaid } from "./said";

const CoreContext = createContext<Core | null>(null);

/** The core, for anything below `CoreProvider`. */
export function useCore(): Core {
  const core = useContext(CoreContext);
  if (!core) throw new Error("useCore outside CoreProvider");
  return core;
}

const BridgeContext = createContext<Bridge | null>(null);

/** Calls `heard` whenever the core tells this, for as long as what asks is on the screen. */
export function useHeard(event: CoreEvent, heard: (payload: unknown) => void) {
  const bridge = useContext(BridgeContext);
  const current = useRef(heard);
  current.current = heard;
  useEffect(() => bridge?.listen(event, (payload) => current.current(payload)), [bridge, event]);
}

/** Queries that hold what a person is typing from: they are never refreshed under their hands. */
const STEADY = new Set<AnswerKey[0]>(["request_form", "action_form"]);

/** Asks for everything that is shown anew, but for what a person is typing from. */
export function refresh(queries: QueryClient) {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => !STEADY.has(queryKey[0]) });
}

function client(): QueryClient {
  const made = new QueryClient({
    defaultOptions: {
      // The core is on this machine: being offline is no reason to wait, and asking twice does not help.
      queries: { networkMode: "always", retry: false, staleTime: 5_000, refetchOnWindowFocus: true },
      mutations: { networkMode: "always", retry: false },
    },
  });
  const whenLocked = (thrown: unknown) => {
    if (asSaid(thrown).kind === "locked") void made.invalidateQueries({ queryKey: keys.opening });
  };
  made.getQueryCache().config.onError = whenLocked;
  made.getMutationCache().config.onError = whenLocked;
  return made;
}

function Listening({ bridge }: { bridge: Bridge }) {
  const queries = useQueryClient();
  useEffect(() => {
    const stopSync = bridge.listen("sync", (chip) => {
      queries.setQueryData<Session>(keys.session, (old) => old && { ...old, sync: chip as SyncChip });
      void queries.invalidateQueries({ queryKey: keys.settings });
    });
    const stopChanged = bridge.listen("changed", () => void refresh(queries));
    return () => {
      stopSync();
      stopChanged();
    };
  }, [bridge, queries]);
  return null;
}

/** Gives everything below it the core and keeps what it shows fresh. */
export function CoreProvider({ bridge, children }: { bridge: Bridge; children: ReactNode }) {
  const core = useMemo(() => makeCore(bridge.invoke), [bridge]);
  const queries = useMemo(client, []);
  return (
    <CoreContext.Provider value={core}>
      <BridgeContext.Provider value={bridge}>
        <QueryClientProvider client={queries}>
          <Listening bridge={bridge} />
          {children}
        </QueryClientProvider>
      </BridgeContext.Provider>
    </CoreContext.Provider>
  );
}
