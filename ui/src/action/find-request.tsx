import { Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { keys, type NextStep, type RequestRow, useCore } from "../core";
import { queryOf, WHOLE } from "../shell/narrowing";
import { moveBetweenRows } from "../table";
import { words } from "../words";

const say = words.action.find;
const PAUSE = 200;
/** So many are shown: whoever looks for one types more. */
const SHOWN = 7;

interface Props {
  /** What is done with the request that is found; nothing while none is looked for. */
  step: NextStep | null;
  close: () => void;
  found: (id: string, action: string) => void;
}

/** Finds the request of which a step is taken, by number, name or anything else people bring. */
export function FindRequest({ step, close, found }: Props) {
  return (
    <Modal opened={step !== null} onClose={close} title={step?.label} size="lg">
      {step && <Finding found={(id) => found(id, step.action)} />}
    </Modal>
  );
}

function Finding({ found }: { found: (id: string) => void }) {
  const core = useCore();
  const [typed, setTyped] = useState("");
  const [settled] = useDebouncedValue(typed, PAUSE);
  const query = queryOf({ ...WHOLE, words: settled, order: null }, null, SHOWN);
  const page = useQuery({
    queryKey: keys.requests(query),
    queryFn: () => core.requests(query),
    placeholderData: keepPreviousData,
  });
  const rows = page.data?.rows ?? [];
  const answered = typed === settled && !page.isPlaceholderData;
  return (
    <Stack
      gap="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        // Enter takes the only one: of several one is chosen.
        const [only, ...others] = rows;
        if (answered && only && others.length === 0) found(only.id);
      }}
    >
      <TextInput
        data-autofocus
        data-testid="find-request"
        label={say.label}
        description={say.help}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          document.querySelector<HTMLElement>(".found-requests [data-row-link]")?.focus();
        }}
      />
      {answered && rows.length === 0 && <Text role="status">{say.none}</Text>}
      <ul className="found-requests" aria-label={say.results} onKeyDown={moveBetweenRows}>
        {rows.map((row) => (
          <li key={row.id}>
            <Found row={row} take={() => found(row.id)} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function Found({ row, take }: { row: RequestRow; take: () => void }) {
  return (
    <button
      type="button"
      className="line-button found-request"
      data-row-link
      data-testid="found-request"
      onClick={take}
    >
      <span className="work-number">{row.number}</span>
      <span>
        {row.applicant} <span className="quiet">· {row.stage_label}</span>
      </span>
      <span className="quiet clamp">{row.information}</span>
    </button>
  );
}
