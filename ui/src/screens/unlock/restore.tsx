import { Anchor, Button, Radio, Stack, Text, Title } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { SaidAlert } from "../../answers";
import { type FoundCopy, useCore } from "../../core";
import { PasswordField } from "../../fields";
import { Warning } from "../../theme/warning";
import { words } from "../../words";
import { credentialsFor, useProof } from "./credentials";
import { LoginField } from "./login-field";

const say = words.restore;

/** For the day the PC dies: a copy is chosen, seen, proved with a password, and becomes the desk. */
export function Restore({ restored, back }: { restored: () => void; back: () => void }) {
  const core = useCore();
  const [copies, setCopies] = useState<FoundCopy[]>([]);
  const [path, setPath] = useState<string>();
  const find = useMutation({
    mutationFn: () => core.find_copies(),
    onSuccess: (found) => {
      if (!found) return;
      setCopies(found);
      setPath(found.find(({ refused }) => !refused)?.path);
    },
  });
  const chosen = copies.find((copy) => copy.path === path);
  return (
    <Stack>
      <div>
        <Title order={1} size="h3">
          {say.title}
        </Title>
        <Text c="dimmed" mt={4}>
          {say.lead}
        </Text>
      </div>
      <SaidAlert thrown={find.error} />
      <Button
        variant={copies.length > 0 ? "default" : "filled"}
        data-testid="find-copies"
        loading={find.isPending}
        leftSection={<IconFolder size={18} aria-hidden />}
        onClick={() => find.mutate()}
      >
        {copies.length > 0 ? say.find_other : say.find}
      </Button>
      {copies.length > 0 && (
        <Radio.Group label={say.found} value={path} onChange={setPath}>
          <Stack gap="xs" mt="xs" className="found-copies">
            {copies.map((copy) => (
              <Radio
                key={copy.path}
                value={copy.path}
                label={copy.made_text}
                description={copy.refused ?? summary(copy)}
                disabled={copy.refused !== null}
                data-testid="found-copy"
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {chosen && <Prove key={chosen.path} copy={chosen} restored={restored} />}
      <Anchor component="button" type="button" size="sm" onClick={back}>
        {say.back}
      </Anchor>
    </Stack>
  );
}

/** What a copy holds, in a line. */
function summary({ desk, facts }: FoundCopy): string {
  return [desk, ...facts.map(({ label, value }) => `${label.toLowerCase()} ${value}`)].join(" · ");
}

/** The password that opens the copy: whoever has none cannot put it in place. */
function Prove({ copy, restored }: { copy: FoundCopy; restored: () => void }) {
  const core = useCore();
  const [form] = useState(() => credentialsFor(copy.logins));
  const restore = useProof(form, ({ login, password }) => core.restore_copy(copy.path, login, password), restored);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!restore.isPending) restore.mutate();
      }}
    >
      <Stack>
        <Warning>{copy.lacks}</Warning>
        <Text size="sm">{say.aside}</Text>
        <SaidAlert thrown={restore.error} />
        <LoginField form={form} logins={copy.logins} />
        <PasswordField form={form} name="password" label={say.password} />
        <Button type="submit" data-testid="restore" loading={restore.isPending} fullWidth>
          {say.restore}
        </Button>
      </Stack>
    </form>
  );
}
