import { Button, Checkbox, Chip, Group, Popover, Stack, Text } from "@mantine/core";
import { IconColumns3, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { Answer } from "../../answers";
import { keys, type RequestColumn, type RequestPage, type RequestRow, type StageCount, useCore } from "../../core";
import { Filters, usePages } from "../../list";
import { PrintButton, SaveButton } from "../../paper";
import { pathOf, requestPath } from "../../places/paths";
import { placePath } from "../../places/places";
import { isNarrowed, queryOf, WHOLE } from "../../shell/narrowing";
import { usePlace } from "../../shell/place";
import { Empty, Table } from "../../table";
import { useRemembered } from "../../theme/remembered";
import { counted, figure, fill, words } from "../../words";
import { COLUMN_NAMES, columns, USUAL } from "./columns";
import { Elsewhere } from "./elsewhere";
import { Narrowed, NarrowingChoice } from "./narrowing-choice";
import "./requests.css";

/** Every request of the office, narrowed and put in order; what is listed can be saved. */
export function RequestsScreen() {
  const core = useCore();
  const { narrowing, narrow, last, leaveAt } = usePlace();
  const [, go] = useLocation();
  const [shown, show] = useRemembered<RequestColumn[]>("columns.shown", USUAL);
  const [compact, setCompact] = useRemembered("rows.compact", false);
  const list = usePages<RequestRow, RequestPage>(keys.requests(queryOf(narrowing, null, 0)), (had, limit) =>
    core.requests(queryOf(narrowing, had.last?.id ?? null, limit)),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  const first = list.data?.pages[0];
  // What is printed and saved is what is seen: all of it, in the columns that are shown.
  const listed = { query: queryOf(narrowing, null, 0), columns: COLUMN_NAMES.filter((name) => shown.includes(name)) };
  const typed = narrowing.words.trim();
  const elsewhere = useQuery({
    queryKey: keys.find(typed),
    queryFn: () => core.find(typed),
    enabled: typed !== "",
  });
  const others = typed === "" ? [] : elsewhere.data;
  // Enter in the search box opens the only request of its words; where there is none, the only thing that was found elsewhere.
  const looked = narrowing.only && !list.isPlaceholderData && first !== undefined && others !== undefined;
  const requests = looked ? first.rows.map(({ id }) => requestPath(id)) : [];
  const elsewhereFound = looked ? others.flatMap(({ items }) => items.map(({ subject }) => pathOf(subject))) : [];
  const found = requests.length > 0 ? requests : elsewhereFound;
  const only = found.length === 1 ? found[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the answer to what was looked for
  useEffect(() => {
    if (!looked) return;
    narrow({ only: false });
    if (!only) return;
    go(only);
    // Whoever looked for it goes on in it: from the search box Tab would lead through the whole menu.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [looked, only]);
  return (
    <div className="requests">
      <div className="screen-head">
        <h1>{words.requests.title}</h1>
        {first && (
          <Text c="dimmed" role="status">
            {fill(words.requests.found, { total: counted(first.total, first.more) })}{" "}
            {narrowing.words && fill(words.requests.for_words, { typed: narrowing.words })}
          </Text>
        )}
        {narrowing.words && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => narrow({ words: "" })}
          >
            {words.requests.clear_words}
          </Button>
        )}
        <Group gap="xs" justify="flex-end" className="list-tools">
          {first && <NarrowingChoice page={first} />}
          <ColumnChoice shown={shown} show={show} compact={compact} setCompact={setCompact} />
          <PrintButton testid="print-list" paper={{ paper: "requests", ...listed }} />
          <SaveButton
            label={words.registers.save_pdf}
            testid="save-list-pdf"
            save={() => core.save_paper({ paper: "requests", ...listed })}
          />
          <SaveButton
            label={words.requests.save}
            testid="save-list"
            save={() => core.save_export({ export: "requests", ...listed })}
          />
        </Group>
      </div>
      <Stack gap="xs" mb="sm">
        <Group gap="xs" className="stage-line">
          <Stages stages={first?.stages ?? []} chosen={narrowing.stage} choose={(stage) => narrow({ stage })} />
          {first && (first.late > 0 || narrowing.late) && (
            <Chip
              size="sm"
              color="red"
              checked={narrowing.late}
              onChange={(late) => narrow({ late })}
              data-testid="late"
            >
              {words.requests.late} <b>{figure(first.late)}</b>
            </Chip>
          )}
        </Group>
        {first && <Narrowed page={first} />}
      </Stack>
      <Elsewhere groups={others ?? []} />
      <Answer of={list}>
        {({ pages }) =>
          pages[0]?.total === 0 ? (
            <Nothing />
          ) : (
            <Table
              label={words.requests.table}
              columns={columns(shown, narrowing.order, (order) => {
                leaveAt(null);
                narrow({ order });
              })}
              rows={rows}
              idOf={({ id }) => id}
              opens={{ column: "number", pathOf: ({ id }) => requestPath(id) }}
              testid="request-row"
              begin={last}
              opened={leaveAt}
              looks={{ box: "table-box", table: "request-table" }}
              many={{
                height: rowHeight(compact),
                total: list.hasNextPage && first?.more ? null : pages[0]?.more ? rows.length : (pages[0]?.total ?? 0),
                more,
              }}
            >
              {list.isFetchingNextPage && <p className="quiet table-more">{words.requests.more}</p>}
            </Table>
          )
        }
      </Answer>
    </div>
  );
}

/** The height of a row in pixels, at the size of letters that the person chose. */
const rowHeight = (compact: boolean) =>
  Math.round((compact ? 2.875 : 3.5) * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || "16"));

interface StagesProps {
  stages: StageCount[];
  chosen: string | null;
  choose: (stage: string | null) => void;
}

function Stages({ stages, chosen, choose }: StagesProps) {
  // The place keeps the code alone; its name is known as long as something stands there, or stood there just now.
  const [last, setLast] = useState<StageCount | null>(null);
  const here = stages.find(({ code }) => code === chosen) ?? (last?.code === chosen ? last : null);
  return (
    <Filters
      label={words.requests.stages}
      counts={stages}
      chosen={here}
      choose={(stage) => {
        setLast(stage);
        choose(stage?.code ?? null);
      }}
      testid="stage"
    />
  );
}

interface ColumnChoiceProps {
  shown: RequestColumn[];
  show: (shown: RequestColumn[]) => void;
  compact: boolean;
  setCompact: (compact: boolean) => void;
}

function ColumnChoice({ shown, show, compact, setCompact }: ColumnChoiceProps) {
  const toggle = (name: RequestColumn) =>
    show(shown.includes(name) ? shown.filter((other) => other !== name) : [...shown, name]);
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          data-testid="columns"
          leftSection={<IconColumns3 size={18} aria-hidden />}
          style={{ flex: "none" }}
        >
          {words.requests.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.requests.columns_title}>
        <Stack gap="xs">
          <Text fw={600}>{words.requests.columns_title}</Text>
          {COLUMN_NAMES.filter((name) => name !== "number").map((name) => (
            <Checkbox
              key={name}
              label={words.rows[name]}
              checked={shown.includes(name)}
              onChange={() => toggle(name)}
            />
          ))}
          <Checkbox
            mt="xs"
            label={words.requests.compact}
            checked={compact}
            onChange={(event) => setCompact(event.currentTarget.checked)}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Nothing() {
  const { narrowing, narrow } = usePlace();
  const [, go] = useLocation();
  if (isNarrowed(narrowing))
    return (
      <Empty
        title={words.requests.none_title}
        action={
          <Button variant="default" onClick={() => narrow(WHOLE)}>
            {words.requests.none_clear}
          </Button>
        }
      >
        {words.requests.none}
      </Empty>
    );
  return (
    <Empty
      title={words.requests.empty_title}
      action={<Button onClick={() => go(placePath("new_request"))}>{words.shell.new_request}</Button>}
    >
      {words.requests.empty}
    </Empty>
  );
}
