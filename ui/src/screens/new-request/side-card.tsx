import { Anchor, Button, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconCloudCheck } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { Answer } from "../../answers";
import type { FieldProblem, KnownPerson, MatchingItem, RequestPreview, RequestRow } from "../../core";
import { DeadlineDates } from "../../deadline";
import { goToField } from "../../fields";
import { PeopleOffered } from "../../known";
import { pathOf, requestPath } from "../../places/paths";
import { ScrollRegion } from "../../theme/scroll-region";
import { Warning } from "../../theme/warning";
import { words } from "../../words";

const say = words.newRequest;

interface Props {
  preview: UseQueryResult<RequestPreview>;
  kept: boolean;
  /** Puts the data of somebody known into the form. */
  choose: (person: KnownPerson) => void;
  /** Goes on with what is typed as something that is given on the spot. */
  give: (item: MatchingItem) => void;
  children: ReactNode;
}

/** The card that stays: the number, the dates, what is missing, and the button that saves. */
export function SideCard({ preview, kept, choose, give, children }: Props) {
  return (
    <section className="sheet side-card" aria-label={say.card}>
      <ScrollRegion className="side-card-body" label={say.foreseen}>
        <Answer of={preview}>{(foreseen) => <Foreseen preview={foreseen} choose={choose} give={give} />}</Answer>
      </ScrollRegion>
      <Stack gap="xs" className="side-card-foot">
        {children}
        <Text size="xs" c="dimmed" ta="center" className="kept">
          {kept ? (
            <>
              <IconCloudCheck size={14} aria-hidden /> {say.kept}
            </>
          ) : (
            <>&nbsp;</>
          )}
        </Text>
      </Stack>
    </section>
  );
}

function Foreseen({ preview, choose, give }: { preview: RequestPreview } & Pick<Props, "choose" | "give">) {
  const { next_number, deadlines, problems, missing_documents, warnings, similar, dip } = preview;
  return (
    <Stack gap="md">
      {/* On top: the rest of the card may lie below the fold, and these come while one types. */}
      <PeopleOffered preview={preview} choose={choose} />
      <div>
        <Text size="sm" c="dimmed">
          {say.next_number}
        </Text>
        <Text fw={700} size="lg" className="number">
          {next_number}
        </Text>
      </div>
      <DeadlineDates deadlines={deadlines} upright />
      {warnings.map((warning) => (
        <Warning key={warning}>{warning}</Warning>
      ))}
      <Missing problems={problems} />
      {missing_documents.length > 0 && (
        <div>
          <Title order={3} size="h6">
            {say.missing_documents}
          </Title>
          <ul className="side-list">
            {missing_documents.map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
        </div>
      )}
      {dip.length > 0 && <Catalogue items={dip} give={give} />}
      {similar.length > 0 && <Similar rows={similar} />}
    </Stack>
  );
}

function Missing({ problems }: { problems: FieldProblem[] }) {
  if (problems.length === 0)
    return (
      <Text size="sm" className="all-there">
        <IconCircleCheck size={18} aria-hidden /> {say.nothing_missing}
      </Text>
    );
  return (
    <div>
      <Title order={3} size="h6">
        {say.missing}
      </Title>
      <ul className="side-list">
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <button type="button" className="side-jump" onClick={() => goToField(field)}>
              {message}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the catalogue could answer at once. */
function Catalogue({ items, give }: { items: MatchingItem[]; give: Props["give"] }) {
  return (
    <div>
      <Title order={3} size="h6">
        {say.dip}
      </Title>
      <ul className="side-list side-similar" data-testid="matching-dip">
        {items.map((item) => (
          <li key={item.subject.id}>
            <Anchor component={Link} href={pathOf(item.subject)} size="sm" fw={600} className="clamp">
              {item.summary}
            </Anchor>
            <Text size="xs" c="dimmed">
              {item.holder} · {item.format}
            </Text>
            {item.give.allowed ? (
              <Button mt={4} variant="default" size="compact-sm" data-testid="give-now" onClick={() => give(item)}>
                {item.give.label}
              </Button>
            ) : (
              <Text size="xs">{item.give.reason}</Text>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Similar({ rows }: { rows: RequestRow[] }) {
  return (
    <div>
      <Title order={3} size="h6">
        {say.similar}
      </Title>
      <ul className="side-list side-similar">
        {rows.map((row) => (
          <li key={row.id}>
            <Anchor component={Link} href={requestPath(row.id)} size="sm" fw={600}>
              {row.number}
            </Anchor>
            <Text size="sm" className="clamp">
              {row.applicant}: {row.information}
            </Text>
            <Text size="xs" c="dimmed">
              {row.stage_label}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
