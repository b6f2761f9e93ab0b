import { Anchor, Button, Group, Stack, Title } from "@mantine/core";
import { IconCalendarMonth } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { Answer } from "../../answers";
import { keys, type TodayView, useCore, type WorkGroup } from "../../core";
import { placePath } from "../../places/places";
import { Empty, WorkList } from "../../table";
import { Warning } from "../../theme/warning";
import { words } from "../../words";
import { Months } from "./months";
import "./today.css";

/** What is due, nearest first, as a list one can work down. */
export function TodayScreen() {
  const core = useCore();
  const today = useQuery({ queryKey: keys.today, queryFn: () => core.today() });
  return (
    <>
      <div className="screen-head">
        <h1>{words.today.title}</h1>
        <span className="quiet">{today.data?.date_text}</span>
        <Button
          component={Link}
          href={placePath("calendar")}
          variant="default"
          ml="auto"
          leftSection={<IconCalendarMonth size={18} aria-hidden />}
          data-testid="open-calendar"
        >
          {words.calendar.open}
        </Button>
      </div>
      <Answer of={today}>{(view) => <Due view={view} />}</Answer>
    </>
  );
}

/** What happened to the keys of the office: it stays until whoever is signed in says that it was read. */
function Notices({ notices }: { notices: TodayView["notices"] }) {
  const core = useCore();
  const queries = useQueryClient();
  const dismiss = useMutation({
    mutationFn: (id: string) => core.dismiss_notice(id),
    onSuccess: (view) => queries.setQueryData(keys.today, view),
  });
  if (notices.length === 0) return null;
  return (
    <section aria-label={words.today.notices} data-testid="notices">
      {notices.map(({ id, text }) => (
        <Group key={id} wrap="nowrap" justify="space-between" align="center">
          <Warning>{text}</Warning>
          <Button variant="default" data-testid="dismiss-notice" onClick={() => dismiss.mutate(id)}>
            {words.today.dismiss}
          </Button>
        </Group>
      ))}
    </section>
  );
}

function Due({ view }: { view: TodayView }) {
  const [, go] = useLocation();
  const { groups, months } = view;
  const nothing = groups.every(({ items }) => items.length === 0);
  return (
    <Stack gap="md">
      <Notices notices={view.notices} />
      {view.backup && (
        <section aria-label={words.backup.title} data-testid="backup-notice">
          <Warning urgent={view.backup.tone === "overdue"}>{view.backup.text}</Warning>
        </section>
      )}
      {nothing ? (
        <Empty
          title={words.today.empty_title}
          action={<Button onClick={() => go(placePath("new_request"))}>{words.shell.new_request}</Button>}
        >
          {words.today.empty}
        </Empty>
      ) : (
        <div className="sheet today-lists">
          {groups.map((group) => (
            <Part key={group.code} group={group} />
          ))}
          <Group justify="flex-end" mt="sm">
            <Anchor component={Link} href={placePath("requests")}>
              {words.today.all}
            </Anchor>
          </Group>
        </div>
      )}
      {months.some(({ registered, answered }) => registered + answered > 0) && <Months months={months} />}
    </Stack>
  );
}

/** Groups that are named also when nothing waits in them: their silence is good news. */
const ALWAYS = new Set(["overdue"]);

function Part({ group: { code, title, items, empty } }: { group: WorkGroup }) {
  if (items.length === 0 && !ALWAYS.has(code)) return null;
  const tone = code === "overdue" || code === "near" ? code : "calm";
  return (
    <section className="today-part" aria-label={title} data-testid={`today-${code}`}>
      <Title order={2} size="h5" className={items.length ? `today-title today-title-${tone}` : "today-title"}>
        {title} <span className="today-count">{items.length}</span>
      </Title>
      {items.length === 0 ? <p className="quiet today-none">{empty}</p> : <WorkList items={items} label={title} />}
    </section>
  );
}
