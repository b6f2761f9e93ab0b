import { Button, Group, Popover, Stack } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import dayjs from "dayjs";
import { useState } from "react";
import type { RequestPage, StageCount } from "../../core";
import { DateField, Form, ListField } from "../../fields";
import { readDate } from "../../fields/read-date";
import { FILTERS, type Narrowing } from "../../shell/narrowing";
import { usePlace } from "../../shell/place";
import { counted, fill, words } from "../../words";

const say = words.requests;
type Filter = (typeof FILTERS)[number];

/** What there is to choose for a filter that is no day. */
const choicesOf = (page: RequestPage): Record<Exclude<Filter, "from" | "to">, StageCount[]> => ({
  channel: page.channels,
  officer: page.officers,
  desk: page.desks,
});

/** Days, channel, officer and desk: asked in a sheet of their own, told beside the chips. */
export function NarrowingChoice({ page }: { page: RequestPage }) {
  const { narrowing } = usePlace();
  const chosen = FILTERS.filter((name) => narrowing[name] !== null).length;
  return (
    <Popover position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          data-testid="narrow"
          leftSection={<IconFilter size={18} aria-hidden />}
          style={{ flex: "none" }}
        >
          {chosen === 0 ? say.narrow : fill(say.narrowed, { count: chosen })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say.narrow_title}>
        <Boxes page={page} />
      </Popover.Dropdown>
    </Popover>
  );
}

type Typed = Record<Filter, string>;

function Boxes({ page }: { page: RequestPage }) {
  const { narrowing, narrow } = usePlace();
  const [form] = useState(() => {
    const typed = Object.fromEntries(FILTERS.map((name) => [name, narrowing[name] ?? ""])) as Typed;
    const made = new Form<Typed>(typed);
    made.subscribe(() => narrow(read(made.values)));
    return made;
  });
  const choices = choicesOf(page);
  const list = (counts: StageCount[]) => [
    { code: "", label: words.requests.all },
    ...counts.map(({ code, label, count, more }) => ({ code, label: `${label} (${counted(count, more)})` })),
  ];
  return (
    <Stack gap="xs" w="20rem">
      <DateField form={form} name="from" label={say.from} />
      <DateField form={form} name="to" label={say.to} />
      <ListField form={form} name="channel" label={words.rows.channel} choices={list(choices.channel)} />
      {choices.officer.length > 1 && (
        <ListField form={form} name="officer" label={words.rows.officer} choices={list(choices.officer)} />
      )}
      {choices.desk.length > 1 && <ListField form={form} name="desk" label={say.desk} choices={list(choices.desk)} />}
    </Stack>
  );
}

/** What the boxes narrow the list to; a day that cannot be read narrows nothing, and its box says so. */
function read(typed: Typed): Partial<Narrowing> {
  const day = (text: string) => (text ? readDate(text) : null);
  const { from, to, channel, officer, desk } = typed;
  return { from: day(from), to: day(to), channel: channel || null, officer: officer || null, desk: desk || null };
}

/** What the list is narrowed to beside words and stage; each is taken away by a click. */
export function Narrowed({ page }: { page: RequestPage }) {
  const { narrowing, narrow } = usePlace();
  const choices = choicesOf(page);
  const label = (name: Filter, value: string) => {
    if (name === "from" || name === "to")
      return fill(say[`${name}_day`], { day: dayjs(value).locale("id").format("D MMMM YYYY") });
    return choices[name].find(({ code }) => code === value)?.label ?? value;
  };
  const shown = FILTERS.flatMap((name) => {
    const value = narrowing[name];
    return value === null ? [] : [{ name, text: label(name, value) }];
  });
  if (shown.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={say.narrow_title}>
      {shown.map(({ name, text }) => (
        <Button
          key={name}
          variant="light"
          size="compact-sm"
          radius="xl"
          rightSection={<IconX size={14} aria-hidden />}
          aria-label={fill(say.without, { filter: text })}
          onClick={() => narrow({ [name]: null })}
          data-testid={`without-${name}`}
        >
          {text}
        </Button>
      ))}
    </Group>
  );
}
