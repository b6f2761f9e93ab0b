import { Button, Group, Modal, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type NextStep, type RequestView, type Step, useCore } from "../../core";
import { SaidAlert } from "../../said";
import { words } from "../../words";

const say = words.request;

/** What may be done next, in the order of the law; what may not stays in sight and tells why. */
export function NextSteps({ view }: { view: RequestView }) {
  const core = useCore();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const { id } = view.row;
  const complete = useMutation({
    mutationFn: () => core.declare_complete(id),
    onSuccess: (after) => {
      queries.setQueryData(["request", id], after);
      void queries.invalidateQueries({ queryKey: ["today"] });
      void queries.invalidateQueries({ queryKey: ["requests"] });
    },
    onSettled: () => setAsking(false),
  });
  const take: Record<Step, () => void> = {
    declare_complete: () => (view.missing_documents.length > 0 ? setAsking(true) : complete.mutate()),
    grant: () => go(`/permohonan/${id}/beri`),
    refuse: () => go(`/permohonan/${id}/tolak`),
  };
  const first = view.next.find(({ allowed }) => allowed)?.step;
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {say.next}
      </Title>
      {view.next.length === 0 && <Text c="dimmed">{say.no_next}</Text>}
      <Group gap="sm">
        {view.next.map((step) => (
          <StepButton
            key={step.step}
            step={step}
            first={step.step === first}
            take={take[step.step]}
            busy={complete.isPending}
          />
        ))}
      </Group>
      <div role="status" className="paper-done">
        {complete.isSuccess && say.complete_done}
      </div>
      <SaidAlert thrown={complete.error} />
      <Modal opened={asking} onClose={() => setAsking(false)} title={say.complete_title}>
        <Stack gap="sm">
          <Text>{say.complete_missing}</Text>
          <ul className="missing">
            {view.missing_documents.map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
          <Text>{say.complete_ask}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {say.complete_cancel}
            </Button>
            <Button
              data-autofocus
              data-testid="confirm-declare_complete"
              loading={complete.isPending}
              onClick={() => complete.mutate()}
            >
              {view.next.find(({ step }) => step === "declare_complete")?.label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Stack>
  );
}

interface StepProps {
  step: NextStep;
  first: boolean;
  take: () => void;
  busy: boolean;
}

function StepButton({ step, first, take, busy }: StepProps) {
  const reason = step.allowed ? null : step.reason;
  const reasonId = `reason-${step.step}`;
  return (
    <Tooltip label={reason} disabled={!reason}>
      <Button
        data-testid={`step-${step.step}`}
        variant={first ? "filled" : "default"}
        aria-disabled={!step.allowed}
        aria-describedby={reason ? reasonId : undefined}
        className={step.allowed ? undefined : "step-closed"}
        loading={busy && step.step === "declare_complete"}
        onClick={() => step.allowed && take()}
      >
        {step.label}
        {reason && (
          <span id={reasonId} hidden>
            {reason}
          </span>
        )}
      </Button>
    </Tooltip>
  );
}
