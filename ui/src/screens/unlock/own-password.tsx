import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { SaidAlert } from "../../answers";
import { useCore } from "../../core";
import { type Form, PasswordField } from "../../fields";
import { words } from "../../words";
import { type Credentials, useProof } from "./credentials";

interface Props {
  form: Form<Credentials>;
  temporary: string;
  unlocked: () => void;
  back: () => void;
}

/** Whoever was given a temporary password makes one of their own before anything is shown. */
export function OwnPassword({ form, temporary, unlocked, back }: Props) {
  const core = useCore();
  const unlock = useProof(
    form,
    ({ login, password, password_again }) => core.unlock_with_temporary(login, temporary, password, password_again),
    unlocked,
  );
  const leave = () => {
    form.patch({ password: "", password_again: "" });
    back();
  };
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
            {words.unlock.own_title}
          </Title>
          <Text c="dimmed" mt={4}>
            {words.unlock.own_lead}
          </Text>
        </div>
        <SaidAlert thrown={unlock.error} />
        <PasswordField form={form} name="password" label={words.unlock.new_password} autoFocus />
        <PasswordField form={form} name="password_again" label={words.unlock.again} />
        <Button type="submit" data-testid="unlock" loading={unlock.isPending} fullWidth>
          {words.unlock.own_send}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={leave}>
          {words.unlock.back}
        </Anchor>
      </Stack>
    </form>
  );
}
