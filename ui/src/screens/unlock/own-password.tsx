import { useCore } from "../../core";
import { type Form, PasswordField } from "../../fields";
import { words } from "../../words";
import { type Credentials, useProof } from "./credentials";
import { DoorForm } from "./door-form";

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
    <DoorForm
      title={words.unlock.own_title}
      lead={words.unlock.own_lead}
      proof={unlock}
      send={words.unlock.own_send}
      back={leave}
    >
      <PasswordField form={form} name="password" label={words.unlock.new_password} autoFocus />
      <PasswordField form={form} name="password_again" label={words.unlock.again} />
    </DoorForm>
  );
}
