import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { Answer } from "../../answers";
import { keys, type RequestView, useCore } from "../../core";
import { placePath } from "../../places/places";
import { RequestFormPage } from "./form-page";
import { SavedPage } from "./saved";
import "./new-request.css";

/** Sheets of paper taken so far: each form is asked for anew, and no two share an answer. */
let taken = 0;
const sheet = (kept: string | null = null) => ({ number: ++taken, kept });

/** Writing a request down: a fresh form, one that was left unfinished, or one off a numbered form; and after saving its receipt. */
export function NewRequestScreen({ numbered }: { numbered: string | null }) {
  const core = useCore();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [saved, setSaved] = useState<RequestView | null>(null);
  const [{ number, kept }, take] = useState(() => sheet());
  const form = useQuery({
    queryKey: keys.request_form(number),
    queryFn: () =>
      kept === null && numbered !== null ? core.request_form_from(null, numbered) : core.request_form(kept),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
  });
  const next = () => {
    take(sheet());
    setSaved(null);
    // The numbered form is accounted for: what comes next is a fresh one.
    if (numbered !== null) go(placePath("new_request"));
  };
  if (saved) return <SavedPage saved={saved} next={next} />;
  return (
    <Answer of={form}>
      {(answer) => (
        <RequestFormPage
          key={number}
          form={answer}
          open={(id) => take(sheet(id))}
          saved={(view) => {
            void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "request_form" });
            setSaved(view);
          }}
        />
      )}
    </Answer>
  );
}
