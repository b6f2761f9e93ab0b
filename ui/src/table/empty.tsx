import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** Says what a screen is for while there is nothing on it, and how to begin. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <Stack className="sheet" align="center" gap="xs" py={48} ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={520} mb="xs">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
