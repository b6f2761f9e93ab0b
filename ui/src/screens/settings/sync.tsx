import { Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { SaidAlert } from "../../answers";
import { asSaid, keys, type SyncSettings, useCore } from "../../core";
import { Form, goToFirstWrong, PasswordField, TextField, YesField } from "../../fields";
import { requestPath } from "../../places/paths";
import { SYNC_TONE, useSyncNow } from "../../shell/sync-chip";
import { Facts } from "../../table";
import { fill, words } from "../../words";
import { FilesOnTheirWay } from "./files";
import { Stick } from "./stick";

const say = words.settings;

/** How this desk reaches PPID Utama, what waits, and what a person has to look at. */
export function SyncPart({ sync }: { sync: SyncSettings }) {
  const now = useSyncNow();
  return (
    <Stack gap="md">
      <Group gap="sm">
        <span className={`tone tone-${SYNC_TONE[sync.chip.state]}`}>{sync.chip.text}</span>
        <Text>{sync.chip.detail}</Text>
      </Group>
      {(sync.server === null || sync.needs_code) &&
        (sync.join_refused === null ? <Enrol server={sync.server} /> : <Text c="dimmed">{sync.join_refused}</Text>)}
      {sync.server !== null && (
        <>
          <Facts
            facts={[
              { label: say.server, value: sync.server },
              { label: say.enrolled, value: sync.enrolled_text ?? "" },
              { label: say.last, value: sync.last_text ?? say.last_never },
              {
                label: say.waiting,
                value: sync.waiting === 0 ? say.nothing_waits : fill(say.waiting_count, { count: sync.waiting }),
              },
              { label: say.key, value: sync.key_text },
            ]}
          />
          <FilesOnTheirWay files={sync.files} />
          <SaidAlert thrown={now.error} />
          <Group>
            <Button variant="default" data-testid="sync-now" loading={now.isPending} onClick={() => now.mutate()}>
              {words.shell.sync_now}
            </Button>
          </Group>
          <Stick waiting={sync.waiting} />
        </>
      )}
      {sync.review.length > 0 && (
        <div className="review">
          <Title order={3} size="h6">
            {say.review} ({sync.review.length})
          </Title>
          <Text size="sm">{say.review_lead}</Text>
          <ul className="review-list">
            {sync.review.map((item) => (
              <li key={`${item.at} ${item.what}`}>
                <strong>{item.what}</strong>
                <div>{item.reason}</div>
                <div className="quiet">
                  {item.at}
                  {item.request && (
                    <>
                      {" · "}
                      <Anchor component={Link} inherit underline="always" href={requestPath(item.request)}>
                        {say.review_open}
                      </Anchor>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Stack>
  );
}

/** Joins this desk to PPID Utama: once, and again after its login was revoked. */
function Enrol({ server }: { server: string | null }) {
  const core = useCore();
  const queries = useQueryClient();
  const [form] = useState(() => new Form({ server: server ?? "", code: "", own_password: "", agreed: false }));
  // The sentence about another server, as long as nobody agreed to it.
  const [question, setQuestion] = useState("");
  const enrol = useMutation({
    mutationFn: () => {
      const { server: address, code, own_password, agreed } = form.values;
      return core.enrol(address, code, own_password, agreed ? question : "");
    },
    onSuccess: (view) => {
      queries.setQueryData(keys.settings, view);
      void queries.invalidateQueries({ queryKey: keys.session });
    },
    onError: (thrown) => {
      const said = asSaid(thrown);
      setQuestion(said.fields.find((field) => field.field === "agreed")?.message ?? "");
      form.patch({ agreed: false });
      form.refused(said);
      goToFirstWrong(form);
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        enrol.mutate();
      }}
    >
      <Stack gap="sm" maw={720}>
        <Text c="dimmed">{server === null ? say.enrol_lead : say.enrol_again}</Text>
        <Group align="flex-start" wrap="nowrap">
          <TextField
            form={form}
            name="server"
            label={say.enrol_server}
            placeholder={say.enrol_server_example}
            inputMode="url"
          />
          <TextField form={form} name="code" label={say.enrol_code} />
        </Group>
        <PasswordField form={form} name="own_password" label={say.own_password} now />
        <SaidAlert thrown={enrol.error} />
        {question !== "" && <YesField form={form} name="agreed" label={say.enrol_agree} />}
        <Group>
          <Button type="submit" data-testid="enrol" loading={enrol.isPending}>
            {say.enrol}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
