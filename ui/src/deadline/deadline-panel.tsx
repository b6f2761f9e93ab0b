import { Button, Title } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { Deadline, Deadlines, NamedDeadline } from "../core";
import { ToneBadge } from "../table";
import { Warning } from "../theme/warning";
import { fill, words } from "../words";
import { DayStrip } from "./day-strip";
import { DayTable } from "./day-table";
import "./deadline.css";

/** By when, and why: the dates, the days between as a line, and the counting day by day when asked for. */
export function DeadlinePanel({ deadlines }: { deadlines: Deadlines }) {
  const [open, setOpen] = useState(false);
  const shown = named(deadlines);
  const answer = shown.find(({ deadline }) => deadline === (deadlines.official ?? deadlines.safe));
  // What runs besides is what is waited for now: the answer was given, or the papers are not complete.
  // A date that an order names has no days that were counted.
  const drawn = [...deadlines.others, answer, ...shown].find((one) => one && one.deadline.days.length > 0);
  return (
    <div className="deadline">
      <DeadlineDates deadlines={deadlines} />
      {drawn && (
        <>
          <DayStrip title={drawn.title} days={drawn.deadline.days} />
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open}
            data-testid="explain-deadline"
            rightSection={<IconChevronDown size={16} aria-hidden className={open ? "turned" : undefined} />}
            onClick={() => setOpen(!open)}
          >
            {open ? words.deadline.hide : words.deadline.explain}
          </Button>
          {/* Not unfolded by degrees: WebKit sometimes stops at a height of nothing. */}
          {open && (
            <div className="deadline-tables">
              {shown
                .filter(({ deadline }) => deadline.days.length > 0)
                .map(({ title, deadline }) => (
                  <div key={title}>
                    <Title order={3} size="h6">
                      {fill(words.deadline.table, { title: title.toLowerCase() })}
                    </Title>
                    <p className="quiet day-basis">{deadline.basis}</p>
                    <DayTable deadline={deadline} />
                  </div>
                ))}
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Every deadline there is, by its name. */
function named({ safe, official, completeness, others }: Deadlines): NamedDeadline[] {
  const all = [
    { title: words.deadline.safe, deadline: safe },
    { title: words.deadline.official, deadline: official },
    { title: words.deadline.completeness, deadline: completeness },
  ];
  return [...all.flatMap(({ title, deadline }) => (deadline ? [{ title, deadline }] : [])), ...others];
}

/** The dates themselves, and what to know about them. */
export function DeadlineDates({ deadlines, upright }: { deadlines: Deadlines; upright?: boolean }) {
  const { safe, official, official_note, completeness, others, warning } = deadlines;
  return (
    <>
      <dl className={upright ? "dates dates-upright" : "dates"}>
        {safe && <OneDate title={words.deadline.safe} deadline={safe} />}
        {official && <OneDate title={words.deadline.official} deadline={official} />}
        {!official && official_note && (
          <div>
            <dt>{words.deadline.official}</dt>
            <dd className="quiet">{official_note}</dd>
          </div>
        )}
        {completeness && <OneDate title={words.deadline.completeness} deadline={completeness} />}
        {others.map(({ title, deadline }) => (
          <OneDate key={title} title={title} deadline={deadline} />
        ))}
      </dl>
      <Warning>{warning}</Warning>
    </>
  );
}

function OneDate({ title, deadline }: { title: string; deadline: Deadline }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <strong>{deadline.text}</strong>
        <ToneBadge tone={deadline.tone} text={deadline.left} />
        <span className="quiet dates-basis">{deadline.basis}</span>
      </dd>
    </div>
  );
}
