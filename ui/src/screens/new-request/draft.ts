import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { keys, type RequestDraft, useCore } from "../../core";
import { type Form, useValues } from "../../fields";

const PREVIEW_AFTER = 300;

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
