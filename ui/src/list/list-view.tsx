import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Steps } from "../action";
import { Answer } from "../answers";
import { keys, type ListKind, type ListPage, type ListRow, type NextStep, type StageCount, useCore } from "../core";
import { Empty } from "../table";
import { fill, words } from "../words";
import { Filters } from "./filters";
import { ListRows } from "./list-rows";
import { usePages } from "./pages";

const say = words.list;

interface Props {
  list: ListKind;
  title: string;
  /** More buttons beside what the core offers for the whole list. */
  beside?: ReactNode;
  /** Rows of a list that have no page of their own are only read. */
  closed?: boolean;
}

/** Any list of the office: its actions, filters, words, and rows to open. */
export function ListView({ list, title, beside, closed }: Props) {
  const core = useCore();
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<StageCount | null>(null);
  const found = usePages<ListRow, ListPage>(keys.list(list, typed, filter?.code), (had, limit) =>
    core.list({ list, words: typed, filter: filter?.code ?? null, offset: had.rows, limit }),
  );
  const narrowed = typed !== "" || filter !== null;
  const all = () => {
    setTyped("");
    setFilter(null);
  };
  return (
    <Answer of={found}>
      {({ pages }) => {
        const first = pages[0];
        if (!first) return null;
        const rows = pages.flatMap((page) => page.rows);
        return (
          <Stack gap="sm">
            <Group gap="sm">
              <Steps subject={first.subject} next={begun(first.next)} />
              {beside}
            </Group>
            {(first.filters.length > 0 || narrowed) && (
              <Group justify="space-between" gap="sm">
                <Filters
                  label={say.filters}
                  counts={first.filters}
                  chosen={filter}
                  choose={setFilter}
                  testid="filter"
                />
                <TextInput
                  aria-label={say.search}
                  placeholder={say.search}
                  leftSection={<IconSearch size={16} aria-hidden />}
                  autoComplete="off"
                  spellCheck={false}
                  value={typed}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  data-testid="list-words"
                  w={260}
                />
              </Group>
            )}
            {rows.length === 0 ? (
              <Nothing narrowed={narrowed} all={all}>
                {first.intro}
              </Nothing>
            ) : (
              <>
                <ListRows columns={first.columns} rows={rows} title={title} opens={closed ? undefined : 0} />
                {found.hasNextPage && (
                  <Group>
                    <Button
                      variant="default"
                      data-testid="list-more"
                      loading={found.isFetchingNextPage}
                      onClick={() => void found.fetchNextPage()}
                    >
                      {fill(say.more, { shown: rows.length, total: first.total })}
                    </Button>
                  </Group>
                )}
                <Text size="sm" c="dimmed">
                  {first.intro}
                </Text>
              </>
            )}
          </Stack>
        );
      }}
    </Answer>
  );
}

/** How one begins: the first thing that may be done with a list is what is usually done. */
const begun = (next: NextStep[]) => next.map((step, at) => ({ ...step, main: at === 0 && step.allowed }));

function Nothing({ narrowed, all, children }: { narrowed: boolean; all: () => void; children: string }) {
  if (!narrowed) return <Empty title={say.nothing}>{children}</Empty>;
  return (
    <Empty
      title={words.requests.none_title}
      action={
        <Button variant="default" data-testid="list-all" onClick={all}>
          {words.requests.none_clear}
        </Button>
      }
    >
      {words.requests.none}
    </Empty>
  );
}
