import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { SaidAlert } from "../../answers";
import { useCore } from "../../core";
import { type Form, PasswordField, TextField } from "../../fields";
import { words } from "../../words";
import { type Credentials, useProof } from "./credentials";
import { LoginField } from "./login-field";

interface Props {
  form: Form<Credentials>;
  logins: string[];
  unlocked: () => void;
  back: () => void;
}

/** For the day a password is forgotten: the card from the envelope opens the office and makes a new password. */
export function CardUnlock({ form, logins, unlocked, back }: Props) {
  const core = useCore();
  const unlock = useProof(
    form,
    ({ code, login, password, password_again }) => core.unlock_with_card(code, login, password, password_again),
    unlocked,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        unlock.mutate();
      }}
    >
      <Stack>
        <div>
          <Title order={1} size="h3">
            {words.unlock.card_title}
          </Title>
          <Text c="dimmed" mt={4}>
            {words.unlock.card_lead}
          </Text>
        </div>
        <SaidAlert thrown={unlock.error} />
        <TextField form={form} name="code" label={words.unlock.code} autoFocus />
        <LoginField form={form} logins={logins} />
        <PasswordField form={form} name="password" label={words.unlock.new_password} />
        <PasswordField form={form} name="password_again" label={words.unlock.again} />
        <Button type="submit" data-testid="unlock" loading={unlock.isPending} fullWidth>
          {words.unlock.open_with_card}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={back}>
          {words.unlock.back}
        </Anchor>
      </Stack>
    </form>
  );
}
