import { Button, Grid, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type RequestView, useCore } from "../../core";
import { DeadlinePanel } from "../../deadline";
import { useGoBack } from "../../frame/back-context";
import { Key } from "../../look/key";
import { Facts, ToneBadge, WaitingToSend } from "../../rows";
import { Answer } from "../../said";
import { words } from "../../words";
import { NextSteps } from "./next-steps";
import { Papers } from "./papers";
import { Timeline } from "./timeline";
import "./request.css";

const say = words.request;

/** One request: who and what, by when, what may be done next, what happened, and its papers. */
export function RequestScreen({ id }: { id: string }) {
  const core = useCore();
  const request = useQuery({ queryKey: ["request", id], queryFn: () => core.request(id) });
  return <Answer of={request}>{(view) => <OneRequest view={view} />}</Answer>;
}

function OneRequest({ view }: { view: RequestView }) {
  const { row, deadlines, decision, missing_documents } = view;
  return (
    <Stack gap="md">
      <Head view={view} />
      <div className="request-columns">
        <Stack gap="md" miw={0}>
          <section className="sheet" aria-label={say.next}>
            <NextSteps view={view} />
            {missing_documents.length > 0 && (
              <Text size="sm" mt="sm">
                <span className="quiet">{say.missing_documents}:</span> {missing_documents.join(", ")}
              </Text>
            )}
          </section>
          <section className="sheet" aria-label={words.deadline.title}>
            <Title order={2} size="h5" mb="xs">
              {words.deadline.title}
            </Title>
            <DeadlinePanel deadlines={deadlines} />
          </section>
          {decision.length > 0 && (
            <section className="sheet" aria-label={say.decision}>
              <Title order={2} size="h5" mb="xs">
                {say.decision}
              </Title>
              <Facts facts={decision} />
            </section>
          )}
          <section className="sheet" aria-label={say.facts}>
            <Title order={2} size="h5" mb="xs">
              {say.information}
            </Title>
            <Text className="information">{view.information}</Text>
            <Grid mt="md" gap="lg">
              <Grid.Col span={{ base: 12 }}>
                <Title order={3} size="h6" mb={4}>
                  {say.applicant}
                </Title>
                <Facts facts={view.applicant} />
              </Grid.Col>
              <Grid.Col span={{ base: 12 }}>
                <Title order={3} size="h6" mb={4}>
                  {say.facts}
                </Title>
                <Facts facts={view.request} />
              </Grid.Col>
            </Grid>
          </section>
          <section className="sheet" aria-label={say.timeline}>
            <Title order={2} size="h5" mb="sm">
              {say.timeline}
            </Title>
            <Timeline items={view.timeline} />
          </section>
        </Stack>
        <Papers id={row.id} papers={view.papers} />
      </div>
    </Stack>
  );
}

export function Head({ view: { row } }: { view: RequestView }) {
  const back = useGoBack();
  return (
    <header className="request-head">
      <Button
        variant="subtle"
        px="xs"
        onClick={back}
        leftSection={<IconArrowLeft size={20} aria-hidden />}
        rightSection={<Key>Esc</Key>}
      >
        {words.frame.back}
      </Button>
      <div className="request-who">
        <h1 data-testid="registration-number">{row.number}</h1>
        <div className="request-applicant">
          {row.applicant} <span className="quiet">· {row.received_text}</span>
        </div>
      </div>
      <Group gap="xs" className="request-badges">
        {row.waiting_to_send && <WaitingToSend />}
        {row.left && <ToneBadge tone={row.tone} text={row.left} />}
        <span className="stage" data-testid="stage" data-stage={row.stage}>
          <span className="only-heard">{say.stage}: </span>
          {row.stage_label}
        </span>
      </Group>
    </header>
  );
}
