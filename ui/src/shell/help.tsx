import { Modal, SegmentedControl, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../answers";
import { keys, useCore } from "../core";
import { Guide } from "../guide/guide";
import { EVERY_PLACE } from "../places/places";
import { Facts } from "../table";
import { words } from "../words";

const say = words.help;

/** The keys that open a screen, and those that do something on any. */
const KEYS = [...EVERY_PLACE.flatMap(({ key }) => (key ? [[key.label, key.does] as const] : [])), ...say.keys];

const PARTS = { short: Short, guide: Guide, about: About } as const;
type Part = keyof typeof PARTS;

/** How one works with the app: in short with every key, the whole guide, and what the app is. */
export function Help({ opened, close }: { opened: boolean; close: () => void }) {
  const [part, setPart] = useState<Part>("short");
  const Shown = PARTS[part];
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={say.title}
      size="62rem"
      closeButtonProps={{ "aria-label": say.close }}
    >
      <SegmentedControl
        mb="md"
        aria-label={say.parts}
        value={part}
        onChange={(value) => setPart(value as Part)}
        data={(Object.keys(PARTS) as Part[]).map((value) => ({ value, label: say[value] }))}
      />
      <Shown />
    </Modal>
  );
}

function Short() {
  return (
    <>
      <Title order={3} size="h5">
        {say.how_title}
      </Title>
      <ol className="help-how">
        {say.how.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <Title order={3} size="h5" mt="md">
        {say.keys_title}
      </Title>
      <dl className="help-keys">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>
              <Text size="sm">{does}</Text>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Which app this is, and where it keeps what it knows. */
function About() {
  const core = useCore();
  const about = useQuery({ queryKey: keys.about, queryFn: () => core.about() });
  return (
    <Answer of={about}>
      {({ version, folder }) => (
        <Facts
          facts={[
            { label: say.version, value: version },
            { label: say.folder, value: folder },
            { label: say.licence, value: say.licence_text },
          ]}
        />
      )}
    </Answer>
  );
}
