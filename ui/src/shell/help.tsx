import { Modal, Text, Title } from "@mantine/core";
import { EVERY_PLACE } from "../places/places";
import { words } from "../words";

/** The keys that open a screen, and those that do something on any. */
const KEYS = [...EVERY_PLACE.flatMap(({ key }) => (key ? [[key.label, key.does] as const] : [])), ...words.help.keys];

export function Help({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.help.title}
      size="lg"
      closeButtonProps={{ "aria-label": words.help.close }}
    >
      <Title order={3} size="h5">
        {words.help.how_title}
      </Title>
      <ol className="help-how">
        {words.help.how.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <Title order={3} size="h5" mt="md">
        {words.help.keys_title}
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
    </Modal>
  );
}
