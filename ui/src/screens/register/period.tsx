import { Button, Group } from "@mantine/core";
import { useEffect, useState } from "react";
import { asSaid } from "../../core";
import { DateField, Form, useValues } from "../../fields";
import { words } from "../../words";

const say = words.registers;
const two = (number: number) => String(number).padStart(2, "0");

type Span = "month" | "quarter" | "year";

const SPANS: [Span, string][] = [
  ["month", say.this_month],
  ["quarter", say.this_quarter],
  ["year", say.this_year],
];

/** Two civil days, both part of the period. */
export interface Period {
  from: string;
  to: string;
}

/** The first and last day of the month, quarter or year that `today` lies in. */
export function period(today: string, span: Span): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const first = span === "month" ? month : span === "quarter" ? month - ((month - 1) % 3) : 1;
  const last = span === "month" ? month : span === "quarter" ? first + 2 : 12;
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(days)}` };
}

/** The period that is looked at, this year at first. */
export function usePeriod(today: string) {
  const [form] = useState(() => new Form(period(today, "year")));
  return { form, ...useValues(form) };
}

/** Marks in the form which day the core did not take. */
export function useRefusedPeriod(form: Form<Period>, error: Error | null) {
  useEffect(() => {
    if (error) form.refused(asSaid(error));
  }, [error, form]);
}

/** From which day to which, and the periods that are asked for most. */
export function PeriodChoice({ form, today }: { form: Form<Period>; today: string }) {
  const { from, to } = useValues(form);
  return (
    <>
      <div className="period-day">
        <DateField form={form} name="from" label={say.from} required />
      </div>
      <div className="period-day">
        <DateField form={form} name="to" label={say.to} required />
      </div>
      <Group gap="xs" role="group" aria-label={say.period}>
        {SPANS.map(([span, label]) => {
          const days = period(today, span);
          const chosen = days.from === from && days.to === to;
          return (
            <Button
              key={span}
              variant="default"
              className={chosen ? "period-chosen" : undefined}
              aria-pressed={chosen}
              data-testid={`period-${span}`}
              onClick={() => form.patch(days)}
            >
              {label}
            </Button>
          );
        })}
      </Group>
    </>
  );
}
