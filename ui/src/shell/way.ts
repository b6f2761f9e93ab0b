import { createContext, useContext, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { leafedIn, listOf } from "../places/paths";

/** The way the person came. */
interface Way {
  /** Goes back along it, and up when there is none: what Esc does. */
  back: () => void;
  /** Takes the screen that is open off it: a form that was sent is nothing to come back to. */
  forget: () => void;
}

export const WayContext = createContext<Way>({ back: () => undefined, forget: () => undefined });

export const useWay = () => useContext(WayContext);

/** Where a screen belongs when the person did not come from anywhere. */
function parentOf(path: string): string {
  const above = listOf(path) ?? path.split("/").slice(0, -1).join("/");
  return above === "" ? "/" : above;
}

/** Remembers the way while the window is open. */
export function useTrail(): Way {
  const [path, go] = useLocation();
  const trail = useRef<string[]>([]);
  useEffect(() => {
    const way = trail.current;
    const leafed = leafedIn(path);
    if (leafed && leafed === leafedIn(way.at(-1) ?? "")) way[way.length - 1] = path;
    else if (way.at(-2) === path) way.pop();
    else if (way.at(-1) !== path) way.push(path);
  }, [path]);
  return {
    back: () => go(trail.current.at(trail.current.at(-1) === path ? -2 : -1) ?? parentOf(path)),
    forget: () => {
      if (trail.current.at(-1) === path) trail.current.pop();
    },
  };
}
