import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Key } from "../theme/key";
import { words } from "../words";
import { useWay } from "./way";

/** Does what Esc does, for the mouse. */
export function BackButton() {
  const { back } = useWay();
  return (
    <Button
      variant="subtle"
      px="xs"
      style={{ flex: "none" }}
      onClick={back}
      leftSection={<IconArrowLeft size={20} aria-hidden />}
      rightSection={<Key>Esc</Key>}
    >
      {words.shell.back}
    </Button>
  );
}
