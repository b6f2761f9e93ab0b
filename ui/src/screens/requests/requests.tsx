import { Button, Checkbox, Group, Popover, Stack, Text } from "@mantine/core";
import { IconColumns3, IconX } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { Answer } from "../../answers";
import { keys, type RequestPage, type StageCount, useCore } from "../../core";
import { Filters, usePages } from "../../list";
import { requestPath } from "../../places/paths";
import { placePath } from "../../places/places";
import { usePlace } from "../../shell/place";
import { Empty, Table } from "../../table";
import { useRemembered } from "../../theme/remembered";
import { fill, words } from "../../words";
import { COLUMN_NAMES, COLUMNS, type ColumnName } from "./columns";
import "./requests.css";

/** Every request of the office, narrowed by words and stage. */
export function RequestsScreen() {
  const core = useCore();
  const { narrowing, narrow, last, leaveAt } = usePlace();
  const [, go] = useLocation();
  const [hidden, setHidden] = useRemembered<ColumnName[]>("columns.hidden", ["received", "left"]);
  const [compact, setCompact] = useRemembered("rows.compact", false);
  const list = usePages<RequestPage>(
    keys.requests({ words: narrowing.words, stage: narrowing.stage }),
    (offset, limit) => core.requests({ words: narrowing.words, stage: narrowing.stage, offset, limit }),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const more = () => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  const first = list.data?.pages[0];
  // Enter in the search box opens what is the only one of its words.
  const only = narrowing.only && !list.isPlaceholderData && first?.total === 1 ? first.rows[0]?.id : undefined;
  const looked = narrowing.only && !list.isPlaceholderData && first !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the answer to what was looked for
  useEffect(() => {
    if (!looked) return;
    narrow({ only: false });
    if (only) go(requestPath(only));
  }, [looked, only]);
  return (
    <div className="requests">
      <div className="screen-head">
        <h1>{words.requests.title}</h1>
        {first && (
          <Text c="dimmed" role="status">
            {fill(words.requests.found, { total: first.total })}{" "}
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
      </div>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <Stages stages={first?.stages ?? []} chosen={narrowing.stage} choose={(stage) => narrow({ stage })} />
        <ColumnChoice hidden={hidden} hide={setHidden} compact={compact} setCompact={setCompact} />
      </Group>
      <Answer of={list}>
        {({ pages }) =>
          pages[0]?.total === 0 ? (
            <Nothing />
          ) : (
            <Table
              label={words.requests.table}
              columns={COLUMNS.filter(({ name }) => !hidden.includes(name))}
              rows={rows}
              idOf={({ id }) => id}
              opens={{ column: "number", pathOf: ({ id }) => requestPath(id) }}
              testid="request-row"
              begin={last}
              opened={leaveAt}
              looks={{ box: "table-box", table: "request-table" }}
              many={{ height: rowHeight(compact), total: pages[0]?.total ?? 0, more }}
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
  hidden: ColumnName[];
  hide: (hidden: ColumnName[]) => void;
  compact: boolean;
  setCompact: (compact: boolean) => void;
}

function ColumnChoice({ hidden, hide, compact, setCompact }: ColumnChoiceProps) {
  const toggle = (name: ColumnName) =>
    hide(hidden.includes(name) ? hidden.filter((other) => other !== name) : [...hidden, name]);
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
              checked={!hidden.includes(name)}
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
  if (narrowing.words || narrowing.stage)
    return (
      <Empty
        title={words.requests.none_title}
        action={
          <Button variant="default" onClick={() => narrow({ words: "", stage: null })}>
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
