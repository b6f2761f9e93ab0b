import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { keys, type RequestDraft, useCore } from "../core";
import { type Form, useValues } from "../fields";
import { ChosenPerson, PeopleOffered, useKnownPerson } from "../known";
import type { Filled } from "./kept";

const PAUSE = 300;

/** People who asked before, offered where a form asks for an applicant by the boxes of a new request. */
export function OfferPeople({ form }: { form: Form<Filled> }) {
  const core = useCore();
  const blank = useQuery({
    queryKey: keys.blank_form,
    queryFn: () => core.request_form(null),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [settled] = useDebouncedValue(useValues(form), PAUSE);
  // What is not about a person says nothing of who it is.
  const draft = { ...blank.data?.draft, ...settled, information: "" } as RequestDraft;
  const preview = useQuery({
    queryKey: keys.preview_request(draft),
    queryFn: () => core.preview_request(draft),
    enabled: blank.isSuccess,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const { choose, chosen, takeBack } = useKnownPerson(form as unknown as Form<RequestDraft>, preview.data);
  return (
    <>
      {chosen && <ChosenPerson name={chosen.name} takeBack={takeBack} />}
      <PeopleOffered preview={preview.data} choose={choose} />
    </>
  );
}
