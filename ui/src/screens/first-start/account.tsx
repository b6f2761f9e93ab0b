import { Group, Stack } from "@mantine/core";
import { ListField, PasswordField, TextField, useValue } from "../../fields";
import { fill, words } from "../../words";
import type { PartProps } from "./office";

const say = words.firstStart;
const SHORTEST = 10;
const LONG = 16;

/** Plain words about a password while it is typed; the core decides. */
function strength(password: string): string {
  if (password === "") return say.password_help;
  if (password.length < SHORTEST) return fill(say.password_short, { left: SHORTEST - password.length });
  return password.length < LONG ? say.password_fair : say.password_good;
}

/** The first person who may sign in. */
export function Account({ form, choices }: PartProps) {
  const password = useValue(form, "password");
  return (
    <Stack gap="sm">
      <Group align="flex-start" wrap="nowrap">
        <TextField form={form} name="account_name" label={say.account_name} required />
        <TextField form={form} name="login" label={say.login} required />
        <ListField form={form} name="account_role" label={say.account_role} choices={choices.roles} />
      </Group>
      <Group align="flex-start" wrap="nowrap">
        <PasswordField form={form} name="password" label={say.password} description={strength(password)} required />
        <PasswordField form={form} name="password_again" label={say.password_again} required />
      </Group>
    </Stack>
  );
}
