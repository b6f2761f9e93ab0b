import { Skeleton, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { words } from "../words";
import { SaidAlert } from "./said-alert";

/** Draws what the core answered, or that it is coming, or why it is not. */
export function Answer<T>({ of, children }: { of: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
  if (of.data !== undefined) return children(of.data);
  if (of.error) return <SaidAlert thrown={of.error} again={() => void of.refetch()} />;
  return (
    <Stack role="status" aria-label={words.fault.loading} gap="sm">
      <Skeleton h={28} w="40%" />
      <Skeleton h={120} />
      <Skeleton h={120} />
    </Stack>
  );
}
