import { Button, Group, Stack } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { keptName } from "../../action";
import { SaidAlert } from "../../answers";
import { asSaid, type MatchingItem, type RequestDraft, type RequestForm, type RequestView, useCore } from "../../core";
import { Form, goToFirstWrong, useKeeping, useStillWrong } from "../../fields";
import { ChosenPerson, useKnownPerson } from "../../known";
import { actionPath } from "../../places/paths";
import { useKeys } from "../../shell/keys";
import { usePlace } from "../../shell/place";
import { Key } from "../../theme/key";
import { Restored } from "../../theme/restored";
import { fill, words } from "../../words";
import { usePreview } from "./draft";
import { FromForm } from "./from-form";
import { Applicant, Information, Obtaining, Papers, Received } from "./sections";
import { SideCard } from "./side-card";
import { ReceivedEarlier, Unfinished } from "./unfinished";

interface Props {
  form: RequestForm;
  /** Goes on with another form that was left unfinished. */
  open: (id: string) => void;
  saved: (view: RequestView) => void;
}

/** The official form on one page, top to bottom, with a card that tells what will come of it. */
export function RequestFormPage({ form: asked, open, saved }: Props) {
  const core = useCore();
  const [, go] = useLocation();
  const { unfinished } = usePlace();
  const [form] = useState(() => new Form<RequestDraft>(asked.draft));
  const [restored, setRestored] = useState(asked.draft_kept);
  const [asking, setAsking] = useState(asked);
  const [emptied, setEmptied] = useState<RequestDraft | null>(null);
  const page = useRef<HTMLFormElement>(null);
  // What came in and when is filled in already: the applicant's name is what one types first.
  const beginAtName = () =>
    page.current?.querySelector<HTMLElement>('[data-field="name"] input')?.focus({ preventScroll: true });
  useEffect(beginAtName, []);
  const draft = useKeeping(form, (values) => core.keep_draft(asking.id, values));
  const preview = usePreview(form);
  const known = useKnownPerson(form, preview.data);
  const save = useMutation({
    mutationFn: async () => {
      // A keep that arrives after the registration would bring the citizen's form back.
      await draft.hold();
      return core.register_request(form.values, asking.id);
    },
    onSuccess: (view) => {
      draft.stop(false);
      saved(view);
    },
    onError: (thrown) => {
      draft.release();
      form.refused(asSaid(thrown));
      requestAnimationFrame(() => goToFirstWrong(form));
    },
  });
  const discard = useMutation({
    mutationFn: async () => {
      await draft.hold();
      await core.discard_draft(asking.id);
      const number = asking.draft.form_number;
      return number === "" ? core.request_form(null) : core.request_form_from(null, number);
    },
    onSuccess: (fresh) => {
      setEmptied(form.values);
      form.restart(fresh.draft);
      setAsking(fresh);
      setRestored(null);
      draft.stop(true);
      beginAtName();
    },
    onError: draft.release,
  });
  // What is typed moves to the form that gives the item at once, and is no unfinished form of its own any more.
  const give = useMutation({
    mutationFn: async ({ subject, give: { action } }: MatchingItem) => {
      await draft.hold();
      await core.keep_step(subject, action, { ...form.values });
      await core.discard_draft(asking.id);
      unfinished.delete(keptName(subject, action));
      return actionPath(subject, action);
    },
    onSuccess: (path) => {
      draft.stop(false);
      go(path);
    },
    onError: draft.release,
  });
  const takeBack = () => {
    if (emptied) form.restart(emptied);
    setEmptied(null);
    beginAtName();
  };
  const register = () => {
    if (!save.isPending) save.mutate();
  };
  useKeys({ "ctrl+s": register });
  const wrong = useStillWrong(form, save.error);
  return (
    <form
      ref={page}
      className="new-request"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        register();
      }}
      onBlur={draft.keepNow}
    >
      <Stack gap="md" className="new-request-form">
        <div className="screen-head new-request-head">
          <h1>{words.newRequest.title}</h1>
          <span className="quiet">{words.newRequest.lead}</span>
        </div>
        {restored && (
          <Restored
            said={fill(words.newRequest.restored, { when: restored })}
            label={words.newRequest.discard}
            empty={() => discard.mutate()}
            testids={{ line: "draft-restored", button: "discard-draft" }}
          />
        )}
        {emptied && (
          <Group className="restored" role="status" justify="space-between" data-testid="draft-emptied">
            {words.newRequest.emptied}
            <Button variant="default" size="compact-sm" data-testid="restore-emptied" onClick={takeBack}>
              {words.newRequest.take_back}
            </Button>
          </Group>
        )}
        <FromForm asked={asking} />
        <ReceivedEarlier form={form} asked={asking} />
        <Unfinished forms={asking.unfinished} open={open} />
        <Received form={form} asked={asking} />
        <Applicant form={form} asked={asking} />
        <Information form={form} />
        <Obtaining form={form} asked={asking} />
        <Papers form={form} asked={asking} />
      </Stack>
      <aside className="new-request-side">
        <SideCard preview={preview} kept={draft.isKept} choose={known.choose} give={(item) => give.mutate(item)}>
          {known.chosen && <ChosenPerson name={known.chosen.name} takeBack={known.takeBack} />}
          <SaidAlert thrown={wrong ?? discard.error ?? give.error ?? draft.thrown} />
          <Button
            type="submit"
            data-testid="save"
            size="md"
            fullWidth
            loading={save.isPending}
            leftSection={<IconDeviceFloppy size={20} aria-hidden />}
            rightSection={<Key>Ctrl+S</Key>}
          >
            {words.newRequest.save}
          </Button>
        </SideCard>
      </aside>
    </form>
  );
}
