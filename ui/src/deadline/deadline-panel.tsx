import { Button, Collapse, Title } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import type { Deadline, Deadlines } from "../core";
import { ToneBadge } from "../table";
import { Warning } from "../theme/warning";
import { fill, words } from "../words";
import { DayStrip } from "./day-strip";
import { DayTable } from "./day-table";
import "./deadline.css";

/** By when, and why: both dates, the days between as a line, and the counting day by day when asked for. */
export function DeadlinePanel({ deadlines }: { deadlines: Deadlines }) {
  const [open, setOpen] = useState(false);
  const shown = named(deadlines);
  const drawn = shown.find(({ deadline }) => deadline === (deadlines.official ?? deadlines.safe)) ?? shown[0];
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
          <Collapse expanded={open}>
            <div className="deadline-tables">
              {shown.map(({ title, deadline }) => (
                <div key={title}>
                  <Title order={3} size="h6">
                    {fill(words.deadline.table, { title: title.toLowerCase() })}
                  </Title>
                  <p className="quiet day-basis">{deadline.basis}</p>
                  <DayTable deadline={deadline} />
                </div>
              ))}
            </div>
          </Collapse>
        </>
      )}
    </div>
  );
}

function named({ safe, official, completeness }: Deadlines): { title: string; deadline: Deadline }[] {
  const all = [
    { title: words.deadline.safe, deadline: safe },
    { title: words.deadline.official, deadline: official },
    { title: words.deadline.completeness, deadline: completeness },
  ];
  return all.flatMap(({ title, deadline }) => (deadline ? [{ title, deadline }] : []));
}

/** The dates themselves, and what to know about them. */
export function DeadlineDates({ deadlines, upright }: { deadlines: Deadlines; upright?: boolean }) {
  const { safe, official, official_note, completeness, warning } = deadlines;
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
