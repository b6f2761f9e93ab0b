import { Button, Group, Text, Title } from "@mantine/core";
import { IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { KnownPerson, RequestDraft, RequestPreview } from "../core";
import { type Form, goToField, useValues } from "../fields";
import { useKeys } from "../shell/keys";
import { Key } from "../theme/key";
import { fill, words } from "../words";

const say = words.newRequest;

/** Whose data were put into the form, and what stood there before. */
interface Chosen {
  name: string;
  filled: Partial<RequestDraft>;
  before: Partial<RequestDraft>;
}

/** Puts the data of somebody known into the form when the officer says so, and takes that back. */
export function useKnownPerson(form: Form<RequestDraft>, preview: RequestPreview | undefined) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const values = useValues(form);
  const choose = ({ name, fills }: KnownPerson) => {
    const filled: Partial<RequestDraft> = fills;
    const boxes = Object.keys(filled) as (keyof RequestDraft)[];
    const before: Partial<RequestDraft> = Object.fromEntries(boxes.map((box) => [box, form.values[box]]));
    form.patch(filled);
    setChosen({ name, filled, before });
    goToField("information");
  };
  const first = [...(preview?.known_representatives ?? []), ...(preview?.known_applicants ?? [])][0];
  useKeys({ "ctrl+d": () => first && choose(first) });
  const named: keyof RequestDraft = chosen?.filled.name === undefined ? "representative_name" : "name";
  const takeBack = () => {
    if (!chosen) return;
    const { filled, before } = chosen;
    const boxes = Object.keys(filled) as (keyof RequestDraft)[];
    // What was changed since is the officer's own, and stays.
    const untouched = boxes.filter((box) => String(form.values[box]) === String(filled[box]));
    form.patch(Object.fromEntries(untouched.map((box) => [box, before[box]])));
    setChosen(null);
    goToField(named);
  };
  return { choose, chosen: chosen && values[named] === chosen.filled[named] ? chosen : null, takeBack };
}

/** Whose data were put into the form; what was typed before comes back with one button. */
export function ChosenPerson({ name, takeBack }: { name: string; takeBack: () => void }) {
  return (
    <Group className="restored" role="status" justify="space-between" data-testid="known-chosen">
      {fill(say.known_chosen, { name })}
      <Button variant="default" size="compact-sm" data-testid="known-take-back" onClick={takeBack}>
        {say.take_back}
      </Button>
    </Group>
  );
}

/** Those whom what was typed could be, whoever asks for somebody else first: the key chooses the first of all. */
export function PeopleOffered({ preview, choose }: { preview: RequestPreview | undefined } & Pick<Props, "choose">) {
  const { known_applicants = [], known_representatives = [] } = preview ?? {};
  return (
    <>
      <KnownPeople title={say.known_representatives} people={known_representatives} keyed choose={choose} />
      <KnownPeople
        title={say.known_applicants}
        people={known_applicants}
        keyed={known_representatives.length === 0}
        choose={choose}
      />
    </>
  );
}

interface Props {
  title: string;
  people: KnownPerson[];
  /** Whether the key chooses the first of them. */
  keyed: boolean;
  choose: (person: KnownPerson) => void;
}

/** People who asked before: offered, and put into the form only when they are chosen. */
function KnownPeople({ title, people, keyed, choose }: Props) {
  if (people.length === 0) return null;
  return (
    <div className="known-people" data-testid="known-people">
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className="side-list side-similar">
        {people.map((person, place) => (
          <li key={person.last}>
            <Text size="sm" fw={600}>
              {person.name}
            </Text>
            <Text size="xs" c="dimmed">
              {person.why} · {person.before_text}
            </Text>
            <Text size="xs" c="dimmed">
              {person.last_text}
            </Text>
            <Text size="xs" c="dimmed" className="clamp">
              {person.details}
            </Text>
            <Button
              mt={4}
              variant="default"
              size="compact-sm"
              data-testid="use-known"
              aria-label={fill(say.use_known_of, { name: person.name })}
              leftSection={<IconUserCheck size={16} aria-hidden />}
              rightSection={keyed && place === 0 ? <Key>Ctrl+D</Key> : undefined}
              onClick={() => choose(person)}
            >
              {say.use_known}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
