import { Button, Group, Text } from "@mantine/core";
import { IconCalendarEvent, IconForms } from "@tabler/icons-react";
import type { RequestDraft, RequestForm, UnfinishedForm } from "../../core";
import { type Form, useValue } from "../../fields";
import { fill, words } from "../../words";

const say = words.newRequest;

/** Forms of this account that were left half filled, to go on with: people fetch what they forgot while the next one is served. */
export function Unfinished({ forms, open }: { forms: UnfinishedForm[]; open: (id: string) => void }) {
  if (forms.length === 0) return null;
  return (
    <section className="unfinished" aria-label={say.unfinished_title} data-testid="unfinished">
      <Group gap="xs" className="unfinished-title">
        <IconForms size={18} aria-hidden />
        {fill(say.unfinished, { count: forms.length })}
      </Group>
      <ul>
        {forms.map(({ id, name, kept_text }) => (
          <li key={id}>
            <span className="unfinished-name">{name}</span>
            <Text span size="sm" c="dimmed">
              {kept_text}
            </Text>
            <Button
              variant="default"
              size="compact-sm"
              data-testid="continue-draft"
              aria-label={fill(say.go_on_with, { name })}
              onClick={() => open(id)}
            >
              {say.go_on}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Asks whether a form of an earlier day is of today: its clocks run from the day it was received. */
export function ReceivedEarlier({ form, asked }: { form: Form<RequestDraft>; asked: RequestForm }) {
  const received = useValue(form, "received_date");
  if (asked.draft_kept === null || received !== asked.draft.received_date || received === asked.today) return null;
  return (
    <Group className="received-earlier" role="status" justify="space-between" data-testid="received-earlier">
      <Group gap="xs">
        <IconCalendarEvent size={18} aria-hidden />
        {say.received_earlier}
      </Group>
      <Button
        variant="default"
        size="compact-sm"
        data-testid="received-today"
        onClick={() => form.patch({ received_date: asked.today, received_time: asked.now })}
      >
        {say.received_today}
      </Button>
    </Group>
  );
}
