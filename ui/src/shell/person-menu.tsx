import { Button, Popover, SegmentedControl, Stack, Text, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconLock, IconUser } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SaidAlert } from "../answers";
import { keys, useCore } from "../core";
import { fill, words } from "../words";
import { TEXT_SIZES, type TextSize, useTextSize } from "./text-size";

/** Who is signed in, how the window looks for them, and locking it. */
export function PersonMenu({ person, role }: { person: string; role: string }) {
  const core = useCore();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useTextSize();
  const lock = useMutation({
    mutationFn: () => core.lock(),
    onSuccess: () => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "opening" });
      void queries.invalidateQueries({ queryKey: keys.opening });
    },
  });
  return (
    <Popover width={380} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className="person"
          aria-label={fill(words.shell.person, { name: person })}
          data-testid="person"
        >
          <IconUser size={18} aria-hidden />
          <span className="person-name">{person}</span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={fill(words.shell.person, { name: person })}>
        <Stack gap="sm">
          <div>
            <Text fw={600}>{person}</Text>
            <Text size="sm" c="dimmed">
              {role}
            </Text>
          </div>
          <Setting label={words.shell.colors}>
            <SegmentedControl
              fullWidth
              aria-label={words.shell.colors}
              value={colorScheme === "dark" ? "dark" : "light"}
              onChange={(value) => setColorScheme(value as "light" | "dark")}
              data={[
                { value: "light", label: words.shell.light },
                { value: "dark", label: words.shell.dark },
              ]}
            />
          </Setting>
          <Setting label={words.shell.text_size}>
            <SegmentedControl
              fullWidth
              aria-label={words.shell.text_size}
              value={size}
              onChange={(value) => setSize(value as TextSize)}
              data={TEXT_SIZES.map((value) => ({ value, label: words.shell.text[value] }))}
            />
          </Setting>
          <SaidAlert thrown={lock.error} />
          <Button
            variant="default"
            data-testid="lock"
            leftSection={<IconLock size={18} aria-hidden />}
            loading={lock.isPending}
            onClick={() => lock.mutate()}
          >
            {words.shell.lock}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Setting({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" mb={4}>
        {label}
      </Text>
      {children}
    </div>
  );
}
