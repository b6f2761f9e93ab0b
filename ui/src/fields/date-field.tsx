import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { DatePicker, DatesProvider } from "@mantine/dates";
import "dayjs/locale/id";
import { IconCalendar } from "@tabler/icons-react";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import { fill, words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import type { Names } from "./form";
import { readDate } from "./read-date";

/** Calendars of the office: Indonesian, the week begins on Monday. */
export function OfficeDates({ children }: { children: ReactNode }) {
  return <DatesProvider settings={{ locale: "id", firstDayOfWeek: 1, weekendDays: [0, 6] }}>{children}</DatesProvider>;
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && readDate(text) !== null;
const inWords = (text: string) => (isDate(text) ? dayjs(text).locale("id").format("dddd, D MMMM YYYY") : text);

/**
 * A civil date, typed in any usual way or picked; kept as `YYYY-MM-DD`. What cannot be read stays as it was typed, also in what is
 * kept, so that nobody takes it for the date that stood there before.
 */
export function DateField<T extends object, K extends Names<T, string | null>>(
  props: FieldProps<T, K> & { latest?: string; earliest?: string },
) {
  const { form, name, required, latest, earliest, ...more } = props;
  const field = useField(form, name);
  const value = (field.value as string | null) ?? "";
  // While one types the box shows the keys, at rest the date in words.
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const keep = (text: string) => {
    const date = readDate(text) ?? text.trim();
    field.set((date === "" && !required ? null : date) as T[K]);
  };
  const unread = typed === null && value !== "" && !isDate(value);
  return (
    <FieldPlace name={name} grow>
      <Popover
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        withinPortal={false}
        trapFocus={false}
        withRoles={false}
        returnFocus
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <TextInput
            {...more}
            withAsterisk={required}
            placeholder={words.fields.date_example}
            autoComplete="off"
            spellCheck={false}
            leftSectionPointerEvents="all"
            leftSection={
              <ActionIcon
                variant="transparent"
                tabIndex={-1}
                aria-label={words.fields.pick_date}
                onClick={() => setOpen(!open)}
              >
                <IconCalendar size={18} aria-hidden />
              </ActionIcon>
            }
            value={typed ?? inWords(value)}
            error={unread ? fill(words.fields.no_date, { typed: value }) : field.error}
            onClick={() => setOpen(true)}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              keep(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" && event.altKey) setOpen(true);
              if (event.key === "Tab" || event.key === "Escape") setOpen(false);
            }}
            onBlur={() => {
              setTyped(null);
              field.leave();
            }}
            data-testid={field.testid}
          />
        </Popover.Target>
        <Popover.Dropdown data-dates-dropdown onMouseDown={(event) => event.preventDefault()}>
          <DatePicker
            key={value}
            value={isDate(value) ? value : null}
            defaultDate={isDate(value) ? value : undefined}
            onChange={(date) => {
              setTyped(null);
              field.set((date ?? (required ? "" : null)) as T[K]);
              setOpen(false);
            }}
            maxDate={latest}
            minDate={earliest}
            hideOutsideDates
            ariaLabels={{ previousMonth: words.fields.month_before, nextMonth: words.fields.month_after }}
          />
        </Popover.Dropdown>
      </Popover>
    </FieldPlace>
  );
}
