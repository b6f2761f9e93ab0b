import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SaidAlert } from "../../answers";
import { asSaid, type Opening, useCore } from "../../core";
import { type Form, PasswordField } from "../../fields";
import { words } from "../../words";
import { CardUnlock } from "./card-unlock";
import { type Credentials, credentialsFor } from "./credentials";
import { LoginField } from "./login-field";
import { OwnPassword } from "./own-password";
import { Restore } from "./restore";
import "./unlock.css";

/** The door: name and password, or the recovery card. */
export function UnlockScreen({ opening, unlocked }: { opening: Opening; unlocked: () => void }) {
  const [card, setCard] = useState(false);
  const [restore, setRestore] = useState(false);
  const [form] = useState(() => credentialsFor(opening.logins));
  // The forgotten password that was tried must not become part of the new one.
  const toCard = () => {
    form.set("password", "");
    setCard(true);
  };
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <Stack gap={4} mb="lg">
          <Text fw={700} className="door-app">
            {words.shell.app}
          </Text>
          <Text className="door-office">{opening.office}</Text>
        </Stack>
        {restore ? (
          <Restore restored={unlocked} back={() => setRestore(false)} />
        ) : card ? (
          <CardUnlock form={form} logins={opening.logins} unlocked={unlocked} back={() => setCard(false)} />
        ) : (
          <PasswordUnlock
            form={form}
            logins={opening.logins}
            unlocked={unlocked}
            card={toCard}
            restore={() => setRestore(true)}
          />
        )}
      </div>
      <Text size="sm" c="dimmed" ta="center" maw={420}>
        <IconLock size={14} aria-hidden /> {words.unlock.safe}
      </Text>
    </main>
  );
}

interface Props {
  form: Form<Credentials>;
  logins: string[];
  unlocked: () => void;
  card: () => void;
  restore: () => void;
}

function PasswordUnlock({ form, logins, unlocked, card, restore }: Props) {
  const core = useCore();
  // The password that an admin chose: it leads to one of one's own, and to nothing else.
  const [temporary, setTemporary] = useState<string | null>(null);
  const unlock = useMutation({
    mutationFn: () => core.unlock(form.values.login, form.values.password),
    onSuccess: () => {
      form.set("password", "");
      unlocked();
    },
    onError: (thrown) => {
      const said = asSaid(thrown);
      if (said.kind === "temporary") {
        setTemporary(form.values.password);
        form.set("password", "");
        return;
      }
      form.refused(said);
      document.querySelector<HTMLInputElement>('[data-field="password"] input')?.select();
    },
  });
  if (temporary !== null)
    return <OwnPassword form={form} temporary={temporary} unlocked={unlocked} back={() => setTemporary(null)} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        unlock.mutate();
      }}
    >
      <Stack>
        <Title order={1} size="h3">
          {words.unlock.title}
        </Title>
        <SaidAlert thrown={unlock.error} />
        <LoginField form={form} logins={logins} autoFocus={logins.length !== 1} />
        <PasswordField form={form} name="password" label={words.unlock.password} autoFocus={logins.length === 1} now />
        <Button type="submit" data-testid="unlock" loading={unlock.isPending} fullWidth>
          {words.unlock.unlock}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={card} data-testid="use-card">
          {words.unlock.forgot}
        </Anchor>
        <Anchor component="button" type="button" size="sm" data-testid="to-restore" onClick={restore}>
          {words.restore.open}
        </Anchor>
      </Stack>
    </form>
  );
}
