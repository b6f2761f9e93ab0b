import { DateInput, DatesProvider } from "@mantine/dates";
import "dayjs/locale/id";
import { IconCalendar } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import type { Names } from "./form";
import { readDate } from "./read-date";

/** Calendars of the office: Indonesian, the week begins on Monday. */
export function OfficeDates({ children }: { children: ReactNode }) {
  return <DatesProvider settings={{ locale: "id", firstDayOfWeek: 1, weekendDays: [0, 6] }}>{children}</DatesProvider>;
}

/** A civil date, typed in any usual way or picked; kept as `YYYY-MM-DD`. */
export function DateField<T extends object, K extends Names<T, string | null>>(
  props: FieldProps<T, K> & { latest?: string; earliest?: string },
) {
  const { form, name, required, latest, earliest, ...more } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name} grow>
      <DateInput
        {...more}
        withAsterisk={required}
        placeholder={words.fields.date_example}
        valueFormat="dddd, D MMMM YYYY"
        dateParser={readDate}
        maxDate={latest}
        minDate={earliest}
        clearable={!required}
        clearButtonProps={{ "aria-label": words.fields.clear_date }}
        leftSection={<IconCalendar size={18} aria-hidden />}
        value={(field.value as string | null) || null}
        error={field.error}
        onChange={(date) => field.set((date ?? (required ? "" : null)) as T[K])}
        onBlur={field.leave}
        hideOutsideDates
        popoverProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        previousLabel={words.fields.month_before}
        nextLabel={words.fields.month_after}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}
