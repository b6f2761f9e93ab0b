import { useCore } from "../../core";
import { type Form, PasswordField, TextField } from "../../fields";
import { words } from "../../words";
import { type Credentials, useProof } from "./credentials";
import { DoorForm } from "./door-form";
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
    <DoorForm
      title={words.unlock.card_title}
      lead={words.unlock.card_lead}
      proof={unlock}
      send={words.unlock.open_with_card}
      back={back}
    >
      <TextField form={form} name="code" label={words.unlock.code} autoFocus />
      <LoginField form={form} logins={logins} />
      <PasswordField form={form} name="password" label={words.unlock.new_password} />
      <PasswordField form={form} name="password_again" label={words.unlock.again} />
    </DoorForm>
  );
}
