import { Anchor, Button, Group, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "wouter";
import { type RequestRow, type TodayView, useCore } from "../../core";
import { Empty, WorkList } from "../../rows";
import { Answer } from "../../said";
import { words } from "../../words";
import { Months } from "./months";
import "./today.css";

/** What is due, nearest first, as a list one can work down. */
export function TodayScreen() {
  const core = useCore();
  const today = useQuery({ queryKey: ["today"], queryFn: () => core.today() });
  return (
    <>
      <div className="screen-head">
        <h1>{words.today.title}</h1>
        <span className="quiet">{today.data?.date_text}</span>
      </div>
      <Answer of={today}>{(view) => <Due view={view} />}</Answer>
    </>
  );
}

function Due({ view }: { view: TodayView }) {
  const [, go] = useLocation();
  const { overdue, near, later, waiting_for_applicant, months } = view;
  const nothing = overdue.length + near.length + later.length + waiting_for_applicant.length === 0;
  return (
    <Stack gap="md">
      {nothing ? (
        <Empty
          title={words.today.empty_title}
          action={<Button onClick={() => go("/permohonan/baru")}>{words.frame.new_request}</Button>}
        >
          {words.today.empty}
        </Empty>
      ) : (
        <div className="sheet today-lists">
          <Part tone="overdue" title={words.today.overdue} rows={overdue} otherwise={words.today.clear} />
          <Part tone="near" title={words.today.near} rows={near} />
          <Part tone="calm" title={words.today.later} rows={later} />
          <Part tone="calm" title={words.today.waiting} rows={waiting_for_applicant} />
          <Group justify="flex-end" mt="sm">
            <Anchor component={Link} href="/permohonan">
              {words.today.all}
            </Anchor>
          </Group>
        </div>
      )}
      {months.some(({ registered, answered }) => registered + answered > 0) && <Months months={months} />}
    </Stack>
  );
}

function Part({
  tone,
  title,
  rows,
  otherwise,
}: {
  tone: string;
  title: string;
  rows: RequestRow[];
  otherwise?: string;
}) {
  if (rows.length === 0 && !otherwise) return null;
  return (
    <section className="today-part" aria-label={title}>
      <Title order={2} size="h5" className={rows.length ? `today-title today-title-${tone}` : "today-title"}>
        {title} <span className="today-count">{rows.length}</span>
      </Title>
      {rows.length === 0 ? <p className="quiet today-none">{otherwise}</p> : <WorkList rows={rows} label={title} />}
    </section>
  );
}
