import { Button, CopyButton, Group, Modal, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { Answer } from "../answers";
import { keys, useCore } from "../core";
import { Guide } from "../guide/guide";
import { chapterAt } from "../places/chapters";
import { EVERY_PLACE } from "../places/places";
import { Facts } from "../table";
import { words } from "../words";

const say = words.help;

/** The keys that open a screen, and those that do something on any. */
const KEYS = [...EVERY_PLACE.flatMap(({ key }) => (key ? [[key.label, key.does] as const] : [])), ...say.keys];

const PARTS = ["guide", "short", "about"] as const;
type Part = (typeof PARTS)[number];

/** How one works with the app: the guide at the chapter of the screen that is open, in short with every key, and what the app is. */
export function Help({ opened, close }: { opened: boolean; close: () => void }) {
  const [path] = useLocation();
  const [part, setPart] = useState<Part>("guide");
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
        data={PARTS.map((value) => ({ value, label: say[value] }))}
      />
      {part === "short" && <Short />}
      {part === "guide" && <Guide first={chapterAt(path)} />}
      {part === "about" && <About />}
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
      {({ facts, copied }) => (
        <Stack gap="md">
          <Facts facts={[...facts, { label: say.licence, value: say.licence_text }]} />
          <CopyButton value={copied}>
            {({ copied: done, copy }) => (
              <Group gap="sm">
                <Button
                  variant="default"
                  data-testid="copy-about"
                  leftSection={<IconCopy size={18} aria-hidden />}
                  onClick={copy}
                >
                  {say.copy}
                </Button>
                <span role="status">{done && say.copied}</span>
              </Group>
            )}
          </CopyButton>
        </Stack>
      )}
    </Answer>
  );
}
