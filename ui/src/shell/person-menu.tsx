import { Button, Popover, SegmentedControl, Stack, Switch, Text, useMantineColorScheme } from "@mantine/core";
import { IconChevronDown, IconKey, IconLock, IconUser } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { SaidAlert } from "../answers";
import { keys, type Session, useCore } from "../core";
import { actionPath } from "../places/paths";
import { fill, words } from "../words";
import { TEXT_SIZES, type TextSize, useTextSize } from "./text-size";

/** Who is signed in, how the window looks for them, and locking it. */
export function PersonMenu({ session: { person, role, account, own_steps, alerts } }: { session: Session }) {
  const core = useCore();
  const queries = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [size, setSize] = useTextSize();
  const [opened, setOpened] = useState(false);
  const want = useMutation({
    mutationFn: (wanted: boolean) => core.want_alerts(wanted),
    onSuccess: (session) => queries.setQueryData(keys.session, session),
  });
  const lock = useMutation({
    mutationFn: () => core.lock(),
    onSuccess: () => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "opening" });
      void queries.invalidateQueries({ queryKey: keys.opening });
    },
  });
  return (
    <Popover width={380} position="bottom-end" withArrow trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <button
          type="button"
          className="person"
          aria-label={fill(words.shell.person, { name: person })}
          data-testid="person"
          onClick={() => setOpened((was) => !was)}
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
          <Switch
            label={words.shell.alerts}
            description={words.shell.alerts_help}
            checked={alerts}
            data-testid="alerts"
            onChange={(event) => want.mutate(event.currentTarget.checked)}
          />
          {own_steps.map(({ action, label, allowed }) => (
            <Button
              key={action}
              component={Link}
              variant="default"
              disabled={!allowed}
              data-testid={`own-${action}`}
              leftSection={<IconKey size={18} aria-hidden />}
              href={actionPath(account, action)}
              onClick={() => setOpened(false)}
            >
              {label}
            </Button>
          ))}
          <SaidAlert thrown={lock.error ?? want.error} />
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
