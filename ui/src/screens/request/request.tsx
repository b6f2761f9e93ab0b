import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Steps } from "../../action";
import { Answer } from "../../answers";
import { keys, type RequestView, useCore } from "../../core";
import { DeadlinePanel } from "../../deadline";
import { SaveButton } from "../../paper";
import { LinkedList, Papers, RecordHead, Timeline } from "../../record-parts";
import { Facts, ToneBadge, WaitingToSend } from "../../table";
import { TakeOutButton } from "../../taking-out";
import { Sheet } from "../../theme/sheet";
import { Warning } from "../../theme/warning";
import { words } from "../../words";
import "./request.css";
import { CoordinationPart, CorrectionsPart } from "./coordination";
import { earlier } from "./earlier";
import { FilesPart } from "./files";
import { posted } from "./post";

const say = words.request;

/** One request: who and what, by when, what may be done next, what happened, and its papers. */
export function RequestScreen({ id }: { id: string }) {
  const core = useCore();
  const request = useQuery({ queryKey: keys.request(id), queryFn: () => core.request(id) });
  return <Answer of={request}>{(view) => <OneRequest view={view} />}</Answer>;
}

function OneRequest({ view }: { view: RequestView }) {
  const core = useCore();
  const { row, deadlines, decision, objections } = view;
  return (
    <Stack gap="md">
      <Head view={view} />
      <div className="whole-columns">
        <div className="whole-first">
          <Next view={view} />
        </div>
        <Papers
          papers={view.papers}
          refOf={(kind) => ({ paper: "request", id: row.id, kind })}
          beside={[...posted({ id: row.id, post: view.post }), ...earlier(row.id, view.earlier_papers)]}
        />
        <Stack gap="md" miw={0} className="whole-rest">
          <Sheet title={words.deadline.title}>
            <DeadlinePanel deadlines={deadlines} />
          </Sheet>
          {decision.length > 0 && (
            <Sheet title={say.decision}>
              <Facts facts={decision} />
            </Sheet>
          )}
          <Asked view={view} />
          <FilesPart id={row.id} files={view.files}>
            <TakeOutButton
              label={words.taking_out.request}
              testid="take-out-request"
              take={() => core.take_out_request(row.id)}
            />
          </FilesPart>
          {view.coordination.length > 0 && <CoordinationPart items={view.coordination} />}
          {objections.length > 0 && (
            <Sheet title={say.objections}>
              <LinkedList linked={objections} />
              {/* Only an objection can become a dispute that needs everything as one document. */}
              <div className="dispute-file">
                <SaveButton
                  label={say.dispute_file}
                  testid="dispute-file"
                  save={() => core.save_paper({ paper: "dispute_file", id: row.id })}
                />
              </div>
            </Sheet>
          )}
          {view.classifications.length > 0 && (
            <Sheet title={say.classifications}>
              <LinkedList linked={view.classifications} />
            </Sheet>
          )}
          {view.questions.length > 0 && (
            <Sheet title={say.questions}>
              <LinkedList linked={view.questions} />
            </Sheet>
          )}
          {view.corrections.length > 0 && <CorrectionsPart items={view.corrections} />}
          <Sheet title={say.timeline}>
            <Timeline items={view.timeline} />
          </Sheet>
        </Stack>
      </div>
    </Stack>
  );
}

/** What may be done next, and what is still missing. */
function Next({ view: { row, next, missing_documents, warning } }: { view: RequestView }) {
  return (
    <Sheet title={say.next}>
      <Stack gap="sm">
        <Steps subject={{ kind: "request", id: row.id }} next={next} />
        <Warning>{warning}</Warning>
        {missing_documents.length > 0 && (
          <Text size="sm">
            <span className="quiet">{say.missing_documents}:</span> {missing_documents.join(", ")}
          </Text>
        )}
      </Stack>
    </Sheet>
  );
}

function Asked({ view: { information, applicant, request } }: { view: RequestView }) {
  return (
    <Sheet title={say.information}>
      <Stack gap="md">
        <Text className="information">{information}</Text>
        <div>
          <Title order={3} size="h6" mb={4}>
            {say.applicant}
          </Title>
          <Facts facts={applicant} />
        </div>
        <div>
          <Title order={3} size="h6" mb={4}>
            {say.facts}
          </Title>
          <Facts facts={request} />
        </div>
      </Stack>
    </Sheet>
  );
}

function Head({ view: { row } }: { view: RequestView }) {
  return (
    <RecordHead
      title={row.number}
      testid="registration-number"
      badges={
        <>
          {row.waiting_to_send && <WaitingToSend />}
          {row.left && <ToneBadge tone={row.tone} text={row.left} />}
          <span className="stage" data-testid="stage" data-stage={row.stage}>
            <span className="only-heard">{say.stage}: </span>
            {row.stage_label}
          </span>
        </>
      }
    >
      <p className="whole-name">
        {row.applicant} <span className="quiet">· {row.received_text}</span>
      </p>
    </RecordHead>
  );
}
