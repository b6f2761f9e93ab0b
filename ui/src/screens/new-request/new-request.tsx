import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../../answers";
import { keys, type RequestView, useCore } from "../../core";
import { RequestFormPage } from "./form-page";
import { SavedPage } from "./saved";
import "./new-request.css";

/** Writing a request down: the form, and after saving its receipt. */
export function NewRequestScreen() {
  const core = useCore();
  const queries = useQueryClient();
  const [saved, setSaved] = useState<RequestView | null>(null);
  const [sheet, setSheet] = useState(0);
  // Asked anew whenever the screen opens: the core knows what was left unfinished.
  const form = useQuery({
    queryKey: keys.request_form(sheet),
    queryFn: () => core.request_form(),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnMount: "always",
  });
  const next = () => {
    setSheet(sheet + 1);
    setSaved(null);
  };
  if (saved) return <SavedPage saved={saved} next={next} />;
  return (
    <Answer of={form}>
      {(answer) => (
        <RequestFormPage
          key={sheet}
          form={answer}
          saved={(view) => {
            void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "request_form" });
            setSaved(view);
          }}
        />
      )}
    </Answer>
  );
}
