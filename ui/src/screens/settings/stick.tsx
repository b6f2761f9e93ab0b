import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconDeviceFloppy, IconFileImport } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { SaidAlert } from "../../answers";
import { type Done, keys, useCore } from "../../core";
import { fill, words } from "../../words";

const say = words.settings;

/** Sync without a link: a file out to PPID Utama, and its answer back. */
export function Stick({ waiting }: { waiting: number }) {
  const core = useCore();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done | null>(null);
  const moving = (ask: () => Promise<Done | null>) => ({
    mutationFn: ask,
    onMutate: () => setDone(null),
    onSuccess: (done: Done | null) => {
      setDone(done);
      void queries.invalidateQueries({ queryKey: keys.session });
      void queries.invalidateQueries({ queryKey: keys.settings });
    },
  });
  const save = useMutation(moving(() => core.save_bundle()));
  const read = useMutation(moving(() => core.read_acknowledgment()));
  return (
    <Stack gap="sm">
      <Title order={3} size="h6">
        {say.stick}
      </Title>
      <Text size="sm">
        {waiting === 0 ? say.stick_empty : fill(say.stick_carries, { count: waiting })} {say.stick_lead}
      </Text>
      <Group>
        <Button
          variant="default"
          data-testid="save-bundle"
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          loading={save.isPending}
          onClick={() => {
            read.reset();
            save.mutate();
          }}
        >
          {say.stick_save}
        </Button>
        <Button
          variant="default"
          data-testid="read-acknowledgment"
          leftSection={<IconFileImport size={18} aria-hidden />}
          loading={read.isPending}
          onClick={() => {
            save.reset();
            read.mutate();
          }}
        >
          {say.stick_read}
        </Button>
      </Group>
      <SaidAlert thrown={save.error ?? read.error} />
      {done && (
        <Alert role="status" data-testid="stick-done" icon={<IconCircleCheck aria-hidden />}>
          {done.said}
        </Alert>
      )}
    </Stack>
  );
}
