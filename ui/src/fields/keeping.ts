import { useEffect, useRef, useState } from "react";
import { type Form, useValues } from "./form";

const KEEP_AFTER = 250;

/**
 * Sends what is typed into a form to where it is kept, so that neither a power cut nor a wrong key loses it.
 *
 * `keepNow` does so at once (when a field is left); `hold` sends no more
 * and waits for what is on its way, `release` goes on; `stop` forgets what was not sent yet (it was sent or thrown away).
 */
export function useKeeping<T extends object>(form: Form<T>, keep: (values: T) => Promise<unknown>) {
  const values = useValues(form);
  const [kept, setKept] = useState<T>(values);
  const [thrown, setThrown] = useState<unknown>(null);
  const sent = useRef(values);
  const stopped = useRef(false);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const keepNow = () => {
    const typed = form.values;
    if (stopped.current || sent.current === typed) return;
    sent.current = typed;
    underWay.current = keep(typed).then(
      () => {
        setKept(typed);
        setThrown(null);
      },
      (problem: unknown) => {
        if (sent.current === typed) sent.current = kept;
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
