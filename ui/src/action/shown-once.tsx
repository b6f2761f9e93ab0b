import { Button, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import type { ShownOnce } from "../core";
import { Sheet } from "../theme/sheet";
import { words } from "../words";

const say = words.action.shown_once;

/** A secret that was just made: it stays until somebody says that it was written down. */
export function ShownOncePage({ shown, kept }: { shown: ShownOnce; kept: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(shown.secret);
    setCopied(true);
  };
  return (
    <Sheet title={shown.label} className="record-alone">
      <Stack gap="md">
        <p className="shown-once" data-testid="shown-once">
          {shown.secret}
        </p>
        <Text>{shown.what_now}</Text>
        <Group gap="sm">
          <Button
            variant="default"
            data-autofocus
            data-testid="copy-secret"
            leftSection={<IconCopy size={18} aria-hidden />}
            onClick={() => void copy()}
          >
            {say.copy}
          </Button>
          <Button data-testid="secret-kept" leftSection={<IconCheck size={18} aria-hidden />} onClick={kept}>
            {say.kept}
          </Button>
          <span role="status" className="quiet">
            {copied && say.copied}
          </span>
        </Group>
      </Stack>
    </Sheet>
  );
}
