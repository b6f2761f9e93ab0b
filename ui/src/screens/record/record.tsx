import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Steps } from "../../action";
import { Answer } from "../../answers";
import {
  type Deadline,
  keys,
  type PaperKind,
  type PaperRef,
  type RecordView,
  type SubjectRef,
  useCore,
} from "../../core";
import { DayTable } from "../../deadline";
import { LinkedList, Papers, RecordHead, Timeline } from "../../record-parts";
import { Facts, ToneBadge } from "../../table";
import { Sheet } from "../../theme/sheet";
import { Warning } from "../../theme/warning";
import { words } from "../../words";
import { HandoverPaper } from "./handover";
import { NumberedFormPaper, RegisterFromForm } from "./numbered-form";
import "./record.css";

/** Anything but a request, whole: what it is, by when, what may be done next, what happened, and its papers. */
export function RecordScreen({ subject }: { subject: SubjectRef }) {
  const core = useCore();
  const record = useQuery({ queryKey: keys.record(subject), queryFn: () => core.record(subject) });
  return <Answer of={record}>{(view) => <OneRecord view={view} />}</Answer>;
}

/** What has a course set by law; to anything else things may just be done. */
const COURSE = new Set<SubjectRef["kind"]>(["objection", "classification"]);

/** Which paper a kind means for this thing. */
function paperOf({ kind, id }: SubjectRef, paper: PaperKind): PaperRef {
  if (kind === "classification") return { paper: "classification", id, kind: paper };
  return kind === "report" ? { paper: "report", id } : { paper: "objection", id, kind: paper };
}

function OneRecord({ view }: { view: RecordView }) {
  const { subject, title, subtitle, status, next, warning, deadlines, groups, linked, timeline, papers } = view;
  // A numbered form with which something may still be done is to be registered or printed again.
  const form = subject.kind === "numbered_form" && next.length > 0 ? subject.id : null;
  const handover = subject.kind === "handover" ? subject.id : null;
  return (
    <Stack gap="md">
      <RecordHead
        title={title}
        testid="record-title"
        badges={
          status && (
            <span className="stage" data-testid="stage">
              <span className="only-heard">{words.request.stage}: </span>
              {status}
            </span>
          )
        }
      >
        <p className="whole-name">{subtitle}</p>
      </RecordHead>
      <div className={papers.length > 0 || form !== null || handover !== null ? "whole-columns" : "record-alone"}>
        <Stack gap="md" miw={0} className="whole-first">
          <Warning>{warning}</Warning>
          {form !== null && <RegisterFromForm number={form} />}
          {next.length > 0 && (
            <Sheet title={COURSE.has(subject.kind) ? words.request.next : words.record.may}>
              <Steps subject={subject} next={next} />
            </Sheet>
          )}
        </Stack>
        {form !== null && <NumberedFormPaper number={form} />}
        {handover !== null && <HandoverPaper id={handover} />}
        {papers.length > 0 && <Papers papers={papers} refOf={(kind) => paperOf(subject, kind)} />}
        <Stack gap="md" miw={0} className="whole-rest">
          {deadlines.length > 0 && (
            <Sheet title={words.deadline.title}>
              {deadlines.map((deadline) => (
                <Counted key={deadline.basis} deadline={deadline} />
              ))}
            </Sheet>
          )}
          {groups
            .filter(({ facts, text }) => facts.length > 0 || text)
            .map((group) => (
              <Sheet key={group.title} title={group.title} label={title}>
                {group.facts.length > 0 && <Facts facts={group.facts} />}
                {group.text && <Text className="information">{group.text}</Text>}
              </Sheet>
            ))}
          {linked.length > 0 && (
            <Sheet title={words.record.linked}>
              <LinkedList linked={linked} />
            </Sheet>
          )}
          {timeline.length > 0 && (
            <Sheet title={words.request.timeline}>
              <Timeline items={timeline} />
            </Sheet>
          )}
        </Stack>
      </div>
    </Stack>
  );
}

/** A deadline that opens to the days it was counted from. */
function Counted({ deadline }: { deadline: Deadline }) {
  const { text, tone, left, basis } = deadline;
  return (
    <details className="record-deadline">
      <summary>
        <strong>{text}</strong> <ToneBadge tone={tone} text={left} />
        <span className="quiet record-basis">{basis}</span>
      </summary>
      <DayTable deadline={deadline} />
    </details>
  );
}
