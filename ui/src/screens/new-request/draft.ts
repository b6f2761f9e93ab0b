import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { keys, type RequestDraft, useCore } from "../../core";
import { type Form, useValues } from "../../fields";

const KEEP_AFTER = 250;
const PREVIEW_AFTER = 300;

/**
 * Sends what is typed to the core, so that neither a power cut nor a wrong key loses it.
 *
 * `keepNow` does so at once (when a field is left); `hold` sends no more
 * and waits for what is on its way, `release` goes on; `stop` forgets what was not sent yet (it was registered or thrown away).
 */
export function useKeptDraft(form: Form<RequestDraft>, id: string) {
  const core = useCore();
  const values = useValues(form);
  const [kept, setKept] = useState<RequestDraft>(values);
  const [thrown, setThrown] = useState<unknown>(null);
  const sent = useRef(values);
  const stopped = useRef(false);
  const underWay = useRef<Promise<void>>(Promise.resolve());
  const keepNow = () => {
    const draft = form.values;
    if (stopped.current || sent.current === draft) return;
    sent.current = draft;
    underWay.current = core.keep_draft(id, draft).then(
      () => {
        setKept(draft);
        setThrown(null);
      },
      (problem: unknown) => {
        if (sent.current === draft) sent.current = kept;
        setThrown(problem);
      },
    );
  };
  const current = useRef(keepNow);
  current.current = keepNow;
  useEffect(() => {
    if (values === sent.current) return;
    const later = setTimeout(() => current.current(), KEEP_AFTER);
    return () => clearTimeout(later);
  }, [values]);
  useEffect(() => () => current.current(), []);
  return {
    keepNow,
    isKept: kept === values,
    thrown,
    hold: () => {
      stopped.current = true;
      return underWay.current;
    },
    release: () => {
      stopped.current = false;
      current.current();
    },
    stop: (begin: boolean) => {
      stopped.current = !begin;
      sent.current = form.values;
      setKept(form.values);
    },
  };
}

/** What the core foresees for what is typed so far: number, dates, what is missing. */
export function usePreview(form: Form<RequestDraft>) {
  const core = useCore();
  const [settled] = useDebouncedValue(useValues(form), PREVIEW_AFTER);
  const preview = useQuery({
    queryKey: keys.preview_request(settled),
    queryFn: () => core.preview_request(settled),
    placeholderData: (before) => before,
    gcTime: 0,
  });
  useEffect(() => {
    if (preview.data && !preview.isPlaceholderData) form.foresee(preview.data.problems);
  }, [preview.data, preview.isPlaceholderData, form]);
  return preview;
}
