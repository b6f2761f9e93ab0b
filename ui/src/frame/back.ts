import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

/** Where a screen belongs when the person did not come from anywhere. */
function parentOf(path: string): string {
  const above = path.split("/").slice(0, -1).join("/");
  return above === "" ? "/" : above;
}

/** Goes back along the way the person came, and up when there is no such way. */
export function useBack(): () => void {
  const [path, go] = useLocation();
  const trail = useRef<string[]>([]);
  useEffect(() => {
    const way = trail.current;
    if (way.at(-2) === path) way.pop();
    else if (way.at(-1) !== path) way.push(path);
  }, [path]);
  return () => {
    const before = trail.current.at(-2);
    go(before ?? parentOf(path));
  };
}
