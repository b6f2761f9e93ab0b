import { Anchor, Button, Group, Title } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import { Answer } from "../../answers";
import { type DayOfMonth, keys, type MonthView, useCore } from "../../core";
import { placePath } from "../../places/places";
import { WorkList } from "../../table";
import { Warning } from "../../theme/warning";
import { fill, words } from "../../words";
import { MonthGrid } from "./month-grid";
import "./calendar.css";

const say = words.calendar;

/** How long the address of a day is, and not of a month. */
const DAY = "2026-12-30".length;

/** A month with its deadlines and holidays; `day` is `YYYY-MM-DD`, `YYYY-MM`, or nothing for today. */
export function CalendarScreen({ day }: { day: string | undefined }) {
  const core = useCore();
  const month = day === undefined ? null : day.slice(0, 7);
  const shown = useQuery({
    queryKey: keys.month(month),
    queryFn: () => core.month(month),
    placeholderData: keepPreviousData,
  });
  return <Answer of={shown}>{(view) => <Month view={view} wanted={day} />}</Answer>;
}

/** The day that is looked at: the one asked for, today, or the first of the month. */
function lookedAt(view: MonthView, wanted: string | undefined): DayOfMonth | undefined {
  const inside = view.weeks.flat().filter((one) => one.inside);
  return (
    inside.find(({ date }) => date === wanted) ?? inside.find(({ date }) => date === view.today) ?? inside.find(Boolean)
  );
}

function Month({ view, wanted }: { view: MonthView; wanted: string | undefined }) {
  const [, go] = useLocation();
  const open = (part: string) => go(placePath("calendar", part), { replace: true });
  const chosen = lookedAt(view, wanted);
  const list = useRef<HTMLElement>(null);
  // With the keyboard one begins at the day that is looked at, and goes on where one was chosen, also in the next month.
  const moved = useRef(true);
  useEffect(() => {
    if (!moved.current || !chosen || (wanted?.length === DAY && chosen.date !== wanted)) return;
    document.querySelector<HTMLElement>(`[data-date="${chosen.date}"]`)?.focus();
    moved.current = false;
  }, [chosen, wanted]);
  const move = (date: string) => {
    moved.current = true;
    open(date);
  };
  return (
    <>
      <div className="screen-head">
        <h1>{view.title}</h1>
        <Group gap="xs" wrap="nowrap">
          <Turn to={view.before} label={say.before} open={open}>
            <IconChevronLeft size={20} aria-hidden />
          </Turn>
          <Button variant="default" data-testid="this-month" onClick={() => open(view.today)}>
            {say.today}
          </Button>
          <Turn to={view.after} label={say.after} open={open}>
            <IconChevronRight size={20} aria-hidden />
          </Turn>
        </Group>
        <Anchor component={Link} href={placePath("today")} ml="auto">
          {say.list}
        </Anchor>
      </div>
      {view.notes.map((note) => (
        <div key={note} className="month-note" data-testid="month-note">
          <Warning>{note}</Warning>
        </div>
      ))}
      <div className="month-place">
        <div className="month-parts">
          <MonthGrid
            view={view}
            chosen={chosen}
            choose={(date) => open(date)}
            move={move}
            enter={() => list.current?.querySelector<HTMLElement>("[data-row-link]")?.focus()}
          />
          {chosen && (
            <section ref={list} className="sheet day-sheet" aria-label={chosen.text} data-testid="day">
              <Title order={2} size="h5">
                {chosen.text}
              </Title>
              {chosen.off.map((name) => (
                <p key={name} className="day-off-name">
                  {name}
                </p>
              ))}
              {chosen.items.length === 0 ? (
                <p className="quiet">{say.nothing}</p>
              ) : (
                <WorkList items={chosen.items} label={fill(say.due_on, { day: chosen.text })} />
              )}
            </section>
          )}
        </div>
      </div>
    </>
  );
}

interface TurnProps {
  to: string | null;
  label: string;
  open: (month: string) => void;
  children: React.ReactNode;
}

/** A page of the calendar further. */
function Turn({ to, label, open, children }: TurnProps) {
  return (
    <Button
      variant="default"
      px="xs"
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => to && open(to)}
    >
      {children}
    </Button>
  );
}
