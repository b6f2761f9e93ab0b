import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { type Narrowing, WHOLE } from "./narrowing";

/** What was just done, told on the screen it led to. */
export interface News {
  said: string;
  path: string;
}

interface Place {
  news: News | null;
  tell: (news: News | null) => void;
  narrowing: Narrowing;
  narrow: (change: Partial<Narrowing>) => void;
  /** The request from which the person left the list, to come back to. */
  last: string | null;
  leaveAt: (id: string | null) => void;
  /** How often the screen that is open was asked for again; each time it opens anew. */
  again: number;
  askAgain: () => void;
  /** Forms that were left half filled, by screen and request. They live as long as the window is unlocked. */
  unfinished: Map<string, object>;
}

const PlaceContext = createContext<Place | null>(null);

export function PlaceProvider({ children }: { children: ReactNode }) {
  const [narrowing, setNarrowing] = useState<Narrowing>({ ...WHOLE, order: null });
  const [news, tell] = useState<News | null>(null);
  const [last, leaveAt] = useState<string | null>(null);
  const [again, setAgain] = useState(0);
  const unfinished = useRef(new Map<string, object>()).current;
  const place = useMemo<Place>(
    () => ({
      news,
      tell,
      narrowing,
      narrow: (change) => setNarrowing((old) => ({ ...old, ...change })),
      last,
      leaveAt,
      again,
      askAgain: () => setAgain((times) => times + 1),
      unfinished,
    }),
    [news, narrowing, last, again, unfinished],
  );
  return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
}

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error("usePlace outside PlaceProvider");
  return place;
}
