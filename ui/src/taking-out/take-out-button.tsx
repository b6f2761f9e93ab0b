import { Button, Stack, Text } from "@mantine/core";
import { IconPackageExport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { Making, SaidAlert } from "../answers";
import { type Done, keys, useCore } from "../core";
import { words } from "../words";

const say = words.taking_out;

/** Takes something out as one file, with its progress and its end. */
export function TakeOutButton({
  label,
  testid,
  take,
}: {
  label: string;
  testid: string;
  take: () => Promise<Done | null>;
}) {
  const core = useCore();
  const taking = useMutation({ mutationFn: take });
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        data-testid={testid}
        loading={taking.isPending}
        leftSection={<IconPackageExport size={18} aria-hidden />}
        onClick={() => taking.mutate()}
      >
        {label}
      </Button>
      <div>
        {taking.isPending && (
          <Making
            of={keys.take_out_progress}
            look={() => core.take_out_progress()}
            stop={() => core.stop_take_out()}
            label={say.progress}
            testid="stop-take-out"
          />
        )}
        {taking.data && (
          <Text role="status" data-testid={`${testid}-said`}>
            {taking.data.said}
          </Text>
        )}
        <SaidAlert thrown={taking.error} />
      </div>
    </Stack>
  );
}
