import { Autocomplete } from "@mantine/core";
import { FieldPlace, type Form, useProblem, useValue } from "../../fields";
import { words } from "../../words";
import type { Credentials } from "./credentials";

/** The name to sign in with: typed, or taken from those known on this computer. */
export function LoginField({
  form,
  logins,
  autoFocus,
}: {
  form: Form<Credentials>;
  logins: string[];
  autoFocus?: boolean;
}) {
  const value = useValue(form, "login");
  const problem = useProblem(form, "login");
  return (
    <FieldPlace name="login">
      <Autocomplete
        label={words.unlock.login}
        data={logins.length > 1 ? logins : []}
        value={value}
        error={problem}
        onChange={(login) => form.set("login", login)}
        // Where one begins, a list that opens by itself would lie over the password.
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        data-testid="field-login"
      />
    </FieldPlace>
  );
}
