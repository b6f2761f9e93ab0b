import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconDeviceFloppy } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { asSaid, type DecisionForm, type PaperKind, type RequestView, useCore } from "../../core";
import { DeadlineDates } from "../../deadline";
import { Form, goToFirstWrong } from "../../fields";
import { useKeys } from "../../frame/keys";
import { usePlace } from "../../frame/place";
import { Key } from "../../look/key";
import { PaperPanel } from "../../paper";
import { Answer, SaidAlert } from "../../said";
import { words } from "../../words";
import { Head } from "./request";
import "./request.css";

const say = words.decisions;

/** How one way of deciding a request is asked for and written. */
interface Decision<T extends object> {
  id: string;
  name: "grant" | "refuse";
  title: string;
  lead: string;
  submit: string;
  submitId: string;
  paper: PaperKind;
  done: string;
  blank: (asked: DecisionForm) => T;
  decide: (input: T) => Promise<RequestView>;
  fields: (form: Form<T>, asked: DecisionForm) => ReactNode;
}

/** The form of a decision; what was typed stays until it is decided, also when the person looks elsewhere meanwhile. */
export function DecisionPage<T extends object>(decision: Decision<T>) {
  const core = useCore();
  const { id } = decision;
  const request = useQuery({ queryKey: ["request", id], queryFn: () => core.request(id) });
  const [decided, setDecided] = useState<RequestView | null>(null);
  if (decided) return <Decided view={decided} paper={decision.paper} title={decision.done} />;
  return <Answer of={request}>{(view) => <Asking view={view} decision={decision} decided={setDecided} />}</Answer>;
}

interface AskingProps<T extends object> {
  view: RequestView;
  decision: Decision<T>;
  decided: (view: RequestView) => void;
}

function Asking<T extends object>({ view, decision, decided }: AskingProps<T>) {
  const { unfinished } = usePlace();
  const queries = useQueryClient();
  const asked = view.decision_form;
  const keptAs = `${decision.name} ${decision.id}`;
  const [form] = useState(() => {
    const left = unfinished.get(keptAs) as Form<T> | undefined;
    const made = left ?? new Form<T>(decision.blank(asked));
    unfinished.set(keptAs, made);
    return made;
  });
  const submit = useMutation({
    mutationFn: () => decision.decide(form.values),
    onSuccess: (after) => {
      unfinished.delete(keptAs);
      queries.setQueryData(["request", decision.id], after);
      void queries.invalidateQueries({ queryKey: ["today"] });
      void queries.invalidateQueries({ queryKey: ["requests"] });
      decided(after);
    },
    onError: (thrown) => {
      form.refused(asSaid(thrown));
      requestAnimationFrame(() => goToFirstWrong(form));
    },
  });
  const send = () => {
    if (!submit.isPending) submit.mutate();
  };
  useKeys({ "ctrl+s": send });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <Head view={view} />
        <div className="decision">
          <div>
            <Title order={2} size="h4">
              {decision.title}
            </Title>
            <Text c="dimmed">{decision.lead}</Text>
          </div>
          {decision.fields(form, asked)}
          <SaidAlert thrown={submit.error} />
          <div className="decision-foot">
            <Button
              type="submit"
              data-testid={decision.submitId}
              loading={submit.isPending}
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              rightSection={<Key>Ctrl+S</Key>}
            >
              {decision.submit}
            </Button>
          </div>
        </div>
      </Stack>
    </form>
  );
}

/** The letter that was just made, ready to print. */
function Decided({ view, paper, title }: { view: RequestView; paper: PaperKind; title: string }) {
  const print = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLAnchorElement>(null);
  useEffect(() => print.current?.focus(), []);
  const item = view.papers.find(({ kind }) => kind === paper);
  const { row } = view;
  return (
    <div className="decided">
      <section className="sheet" aria-label={title}>
        <Stack gap="md">
          <Group gap="xs" className="saved-title" role="status" wrap="nowrap">
            <IconCircleCheck size={24} aria-hidden style={{ flex: "none" }} />
            <h1>{title}</h1>
          </Group>
          <div>
            <strong data-testid="registration-number">{row.number}</strong>
            <Text>{row.applicant}</Text>
          </div>
          <Text>{say.done_lead}</Text>
          <DeadlineDates deadlines={view.deadlines} upright />
          <Button
            ref={back}
            variant="default"
            component={Link}
            href={`/permohonan/${row.id}`}
            className="takes-focus"
            data-testid="back-to-request"
          >
            {say.back}
          </Button>
        </Stack>
      </section>
      <section className="sheet saved-paper" aria-label={item?.title}>
        <PaperPanel
          paper={{ paper: "request", id: row.id, kind: paper }}
          title={item?.title ?? title}
          printed={item?.printed ?? 0}
          isNext
          printRef={print}
          onPrinted={() => back.current?.focus()}
        />
      </section>
    </div>
  );
}
