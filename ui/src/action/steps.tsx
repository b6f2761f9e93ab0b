import { Button, Group, Modal, Stack, Text, Tooltip } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { SaidAlert } from "../answers";
import { type Confirm, type Core, type Done, type NextStep, type SubjectRef, useCore } from "../core";
import { actionPath, pathOf } from "../places/paths";
import { words } from "../words";
import { useAfter } from "./after";
import { FindRequest } from "./find-request";
import "./action.css";

interface Props {
  subject: SubjectRef;
  next: NextStep[];
}

/** A step that begins with a file is taken by what reads that file; any other by its code. */
function deed(core: Core, subject: SubjectRef, { action, file }: NextStep): Promise<Done | null> {
  switch (file) {
    case "pack":
      return core.read_pack();
    case null:
      return core.act(subject, action, {});
  }
}

/** What may be done next, in the order of the law; what may not stays in sight and tells why. */
export function Steps({ subject, next }: Props) {
  const core = useCore();
  const [, go] = useLocation();
  const after = useAfter();
  // The question keeps its words while it fades away.
  const [asking, setAsking] = useState<NextStep | null>(null);
  const [open, setOpen] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const close = () => setOpen(false);
  const act = useMutation({
    mutationFn: (step: NextStep) => deed(core, subject, step),
    // Whoever picked no file after all stays.
    onSuccess: (done) => done && after(done, pathOf(subject)),
    onSettled: close,
  });
  const [finding, setFinding] = useState<NextStep | null>(null);
  const take = (step: NextStep) => {
    if (step.taken_on === "request") setFinding(step);
    else if (step.form) go(actionPath(subject, step.action));
    else if (step.confirm) {
      setAsking(step);
      setOpen(true);
    } else act.mutate(step);
  };
  const button = (step: NextStep) => (
    <StepButton
      key={`${step.action} ${step.taken_on}`}
      step={step}
      take={() => take(step)}
      busy={act.isPending && act.variables?.action === step.action}
    />
  );
  const seldom = next.filter((step) => step.seldom);
  return (
    <>
      <Group gap="sm">
        {next.filter((step) => !step.seldom).map(button)}
        {seldom.length > 0 && (
          <Button
            variant="subtle"
            aria-expanded={unfolded}
            data-testid="steps-seldom"
            onClick={() => setUnfolded(!unfolded)}
          >
            {unfolded ? words.action.fewer : words.action.more}
          </Button>
        )}
        {unfolded && seldom.map(button)}
      </Group>
      <SaidAlert thrown={act.error} />
      <FindRequest
        step={finding}
        close={() => setFinding(null)}
        found={(id, action) => go(actionPath({ kind: "request", id }, action))}
      />
      <Modal opened={open} onClose={close} title={asking?.label}>
        {asking && (
          <Stack gap="sm">
            {asking.confirm && <Confirming confirm={asking.confirm} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {words.action.cancel}
              </Button>
              <Button
                data-autofocus
                data-testid={`confirm-${asking.action}`}
                loading={act.isPending}
                onClick={() => act.mutate(asking)}
              >
                {asking.label}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}

/** What was found, one by one, and the question. */
function Confirming({ confirm: { found, items, question } }: { confirm: Confirm }) {
  return (
    <>
      <Text>{found}</Text>
      <ul className="bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <Text>{question}</Text>
    </>
  );
}

function StepButton({ step, take, busy }: { step: NextStep; take: () => void; busy: boolean }) {
  const reason = step.allowed ? null : step.reason;
  const reasonId = `reason-${step.action}-${step.taken_on}`;
  return (
    <Tooltip label={reason} disabled={!reason}>
      <Button
        data-testid={step.taken_on ? `find-${step.action}` : `step-${step.action}`}
        variant={step.main ? "filled" : "default"}
        aria-disabled={!step.allowed}
        aria-describedby={reason ? reasonId : undefined}
        className={step.allowed ? undefined : "step-closed"}
        loading={busy}
        onClick={() => step.allowed && take()}
      >
        {step.begun ? `${step.label} (${words.action.begun})` : step.label}
        {reason && (
          <span id={reasonId} hidden>
            {reason}
          </span>
        )}
      </Button>
    </Tooltip>
  );
}
