import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDeviceFloppy, IconEye } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, useEffect, useRef, useState } from "react";
import { Answer, SaidAlert } from "../answers";
import {
  type ActionForm,
  asSaid,
  type CalendarChange,
  type Done,
  type FormSection,
  keys,
  type PaperRef,
  refresh,
  type SubjectRef,
  useCore,
} from "../core";
import { type Form, goToField, goToFirstWrong, useStillWrong } from "../fields";
import { pathOf } from "../places/paths";
import { RecordHead } from "../record-parts/head";
import { BackButton } from "../shell/back-button";
import { useKeys } from "../shell/keys";
import { useWay } from "../shell/way";
import { Key } from "../theme/key";
import { Restored } from "../theme/restored";
import { Sheet } from "../theme/sheet";
import { Warning } from "../theme/warning";
import { fill, words } from "../words";
import { About } from "./about";
import { ActionField, isWide } from "./action-field";
import { useAfter } from "./after";
import { AttachHere } from "./attach-here";
import { Differences } from "./differences";
import { DraftPaper } from "./draft-paper";
import { useEarlyDates } from "./early-dates";
import { type Filled, toSend, useAsked, useKept, useWaiting } from "./kept";
import { Made } from "./made";
import { OfferPeople } from "./offer-people";
import { ShownOncePage } from "./shown-once";
import { SumLine } from "./sum-line";
import { TidingsPanel } from "./tidings-panel";
import { WordingPreview } from "./wording-preview";
import "./action.css";

/** Boxes in which one would type at once. A date opens its calendar when it is entered, which nobody asked for yet. */
const TYPED = new Set(["text", "long_text", "lines", "number", "money", "password"]);

/** The form of any action, as the core describes it. What was typed stays until it is done. */
export function ActionPage({ subject, action }: { subject: SubjectRef; action: string }) {
  const core = useCore();
  const asked = useQuery({
    queryKey: keys.action_form(subject, action),
    queryFn: () => core.action_form(subject, action),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const after = useAfter();
  const [made, setMade] = useState<Done | null>(null);
  if (made?.shown_once) {
    const goOn = () => after(made, pathOf({ ...subject, id: "" }));
    return <ShownOncePage shown={made.shown_once} kept={goOn} />;
  }
  if (made?.paper) return <Made done={made} paper={made.paper} subject={subject} />;
  if (asked.error)
    return (
      <Stack align="flex-start">
        <BackButton />
        <SaidAlert thrown={asked.error} />
      </Stack>
    );
  return (
    <Answer of={asked}>{(form) => <Entrance asked={form} subject={subject} action={action} made={setMade} />}</Answer>
  );
}

/** Before the form: what was typed for one person is not shown to the next unless somebody says that it is the same. */
function Entrance({ asked, subject, action, made }: Props) {
  const { waits, discard } = useWaiting(asked, subject, action);
  const [entered, setEntered] = useState(asked.personal && waits ? null : asked);
  if (entered) return <Asking asked={entered} subject={subject} action={action} made={made} />;
  return (
    <Stack align="flex-start">
      <RecordHead title={asked.title}>{asked.intro && <p className="quiet whole-intro">{asked.intro}</p>}</RecordHead>
      <p role="status" data-testid="step-waiting">
        {fill(words.action.waiting, { when: asked.kept?.kept_text ?? words.action.justNow })}
      </p>
      <Group>
        <Button autoFocus data-testid="step-go-on" variant="default" onClick={() => setEntered(asked)}>
          {words.action.goOn}
        </Button>
        <Button
          data-testid="step-afresh"
          variant="default"
          onClick={() => void discard().then(() => setEntered({ ...asked, kept: null }))}
        >
          {words.action.afresh}
        </Button>
      </Group>
    </Stack>
  );
}

interface SectionProps {
  form: Form<Filled>;
  asked: ActionForm;
  section: FormSection;
  subject: SubjectRef;
  action: string;
}

/** Boxes that belong together; nothing of them is there while none is asked. */
function Section({ form, asked, section, subject, action }: SectionProps) {
  const fields = useAsked(form, asked, section);
  if (fields.length === 0) return null;
  return (
    <Sheet title={section.title} label={asked.title}>
      <div className="action-fields">
        {fields.map((field) => (
          <div key={field.name} className={isWide(field) ? "action-wide" : undefined}>
            {field.attaches ? (
              <AttachHere form={form} field={field} subject={subject} action={action} />
            ) : (
              <ActionField form={form} field={field} />
            )}
          </div>
        ))}
      </div>
      {section.sum && <SumLine form={form} asked={asked} sum={section.sum} />}
    </Sheet>
  );
}

interface Props {
  asked: ActionForm;
  subject: SubjectRef;
  action: string;
  made: (done: Done) => void;
}

function Asking({ asked, subject, action, made }: Props) {
  const core = useCore();
  const after = useAfter();
  const queries = useQueryClient();
  const { forget } = useWay();
  const { form, keeping, sent, empty } = useKept(asked, subject, action);
  const [restored, setRestored] = useState(asked.kept?.kept_text ?? null);
  const [draft, setDraft] = useState<PaperRef | null>(null);
  const [change, setChange] = useState<CalendarChange | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const done = (what: Done) => {
    sent();
    forget();
    if (!what.paper && !what.shown_once)
      return after(what, pathOf({ ...subject, id: subject.kind === "request" ? subject.id : "" }));
    void refresh(queries);
    made(what);
  };
  const refuse = (thrown: unknown) => {
    keeping.release();
    form.refused(asSaid(thrown));
    requestAnimationFrame(() => goToFirstWrong(form));
  };
  const submit = useMutation({
    mutationFn: async () => {
      const filled = toSend(asked, form);
      // A keep that arrives after the step was taken would bring its form back.
      await keeping.hold();
      if (asked.preview === "change") setChange(await core.change_preview(subject, action, filled));
      else done(await core.act(subject, action, filled));
    },
    onError: refuse,
  });
  // The form as it stands is asked for by the core's own rules: what may not be decided has no draft either.
  const look = useMutation({
    mutationFn: async () => {
      const paper: PaperRef = { paper: "draft", subject, action, form: toSend(asked, form) };
      await core.paper(paper);
      return paper;
    },
    onSuccess: setDraft,
    onError: refuse,
  });
  const early = useEarlyDates(asked, form, () => submit.mutate());
  const send = () => {
    // Whoever looks at the draft has not decided yet.
    if (!submit.isPending && !draft) early.send();
  };
  useKeys({ "ctrl+s": send });
  const wrong = useStillWrong(form, submit.error ?? look.error);
  // Where the first thing asked is chosen already, or is a word to read, one types what comes after.
  const boxes = asked.sections[0]?.fields ?? [];
  const first = boxes.find(({ kind, value }) => TYPED.has(kind) || (kind !== "note" && value === ""));
  useEffect(() => {
    if (first && (TYPED.has(first.kind) || first.kind === "choice")) goToField(first.name);
  }, [first]);
  if (change)
    return (
      <Differences
        change={change}
        accepted={done}
        cancel={() => {
          setChange(null);
          requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <form
      noValidate
      className="action"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <RecordHead title={asked.title}>{asked.intro && <p className="quiet whole-intro">{asked.intro}</p>}</RecordHead>
      <div className="action-columns" data-about={asked.about.length > 0 || asked.offers_people}>
        {asked.offers_people && (
          <aside className="action-people" aria-label={words.newRequest.known_applicants}>
            <OfferPeople form={form} />
          </aside>
        )}
        {asked.about.length > 0 && <About groups={asked.about} />}
        <div className="action-main">
          {restored && (
            <Restored
              said={fill(words.action.restored, { when: restored })}
              label={words.action.empty}
              empty={() => void empty().then(() => setRestored(null))}
              testids={{ line: "step-restored", button: "step-empty" }}
            />
          )}
          <Warning>{asked.warning}</Warning>
          {asked.sections.map((section, place) => (
            <Fragment key={section.title ?? section.fields[0]?.name}>
              <Section form={form} asked={asked} section={section} subject={subject} action={action} />
              {/* What is told is chosen above its text, and by which way it was told below. */}
              {asked.preview === "tidings" && place === 0 && <TidingsPanel form={form} id={subject.id} />}
            </Fragment>
          ))}
          {early.question}
          {asked.preview === "letter" && <WordingPreview form={form} code={subject.id} />}
          {/* In the foot that stays in sight: whoever presses Ctrl+S at the top must see why nothing was saved. */}
          <div className="action-foot">
            <SaidAlert thrown={wrong} />
            <div className="action-send">
              <Text size="sm">{asked.danger && words.action.final}</Text>
              {asked.preview === "draft" && (
                <Button
                  variant="default"
                  data-testid="look-at-draft"
                  loading={look.isPending}
                  leftSection={<IconEye size={18} aria-hidden />}
                  onClick={() => look.mutate()}
                >
                  {words.action.look}
                </Button>
              )}
              <Button
                ref={button}
                type="submit"
                data-testid="decide"
                loading={submit.isPending}
                leftSection={<IconDeviceFloppy size={18} aria-hidden />}
                rightSection={<Key>Ctrl+S</Key>}
              >
                {asked.submit}
              </Button>
            </div>
          </div>
        </div>
      </div>
      <DraftPaper paper={draft} title={asked.title} close={() => setDraft(null)} />
    </form>
  );
}
