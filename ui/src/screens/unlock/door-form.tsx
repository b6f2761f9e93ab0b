import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SaidAlert } from "../../answers";
import { words } from "../../words";

interface Props {
  title: string;
  lead: string;
  /** What is tried when it is sent. */
  proof: UseMutationResult<unknown, Error, void>;
  send: string;
  back: () => void;
  children: ReactNode;
}

/** Another way through the door than the usual one: its boxes, what came of the last try, and the way back. */
export function DoorForm({ title, lead, proof, send, back, children }: Props) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        proof.mutate();
      }}
    >
      <Stack>
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          <Text c="dimmed" mt={4}>
            {lead}
          </Text>
        </div>
        <SaidAlert thrown={proof.error} />
        {children}
        <Button type="submit" data-testid="unlock" loading={proof.isPending} fullWidth>
          {send}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={back}>
          {words.unlock.back}
        </Anchor>
      </Stack>
    </form>
  );
}
