import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { type Done, refresh } from "../core";
import { pathOf } from "../places/paths";
import { usePlace } from "../shell/place";

/** What follows an action that needs no paper: everything shown is asked for anew, the person goes on, and is told. */
export function useAfter() {
  const queries = useQueryClient();
  const { tell } = usePlace();
  const [, go] = useLocation();
  return (done: Done, otherwise: string) => {
    void refresh(queries);
    const next = done.subject ? pathOf(done.subject) : otherwise;
    tell({ said: done.said, path: next });
    go(next);
  };
}
