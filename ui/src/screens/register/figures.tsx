import { Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Answer } from "../../answers";
import { keys, type ServiceFigures, useCore } from "../../core";
import { ListView } from "../../list";
import { PrintButton, SaveButton } from "../../paper";
import { PlainTable } from "../../table";
import { Sheet } from "../../theme/sheet";
import { fill, words } from "../../words";
import { PeriodChoice, period, usePeriod, useRefusedPeriod } from "./period";
import "./register.css";

const say = words.registers;

/** The figures of a month, a quarter, a year or any other period, as they stand in the register now. */
export function FiguresPart() {
  const core = useCore();
  const session = useQuery({ queryKey: keys.session, queryFn: () => core.session() });
  return <Answer of={session}>{({ today }) => <Figures today={today} />}</Answer>;
}

function Figures({ today }: { today: string }) {
  const core = useCore();
  const { form, from, to } = usePeriod(today);
  const figures = useQuery({
    queryKey: keys.figures(from, to),
    queryFn: () => core.figures(from, to),
    placeholderData: keepPreviousData,
  });
  useRefusedPeriod(form, figures.error);
  return (
    <Stack gap="md">
      <Group gap="md" align="flex-end">
        <PeriodChoice form={form} today={today} />
      </Group>
      <Group gap="sm">
        <PrintButton testid="print-figures" paper={{ paper: "figures", from, to }} />
        <SaveButton
          label={say.save_pdf}
          testid="save-figures"
          save={() => core.save_paper({ paper: "figures", from, to })}
        />
        <SaveButton
          label={words.information.export_xlsx}
          testid="figures-xlsx"
          save={() => core.save_export({ export: "figures", from, to })}
        />
      </Group>
      <Answer of={figures}>{(view) => <Shown view={view} />}</Answer>
    </Stack>
  );
}

/** A figure of nothing: a page of zeros hides the others, so they are named in one line. */
const isNone = (value: string) => value === "0" || value === "–";

function nothingOf({ tiles, tables }: ServiceFigures): string[] {
  const rows = tables.flatMap((table) => table.rows.map(([label, ...counted]) => ({ label: label ?? "", counted })));
  const all = [...tiles.slice(1).map(({ label, value }) => ({ label, counted: [value] })), ...rows];
  return [...new Set(all.filter(({ counted }) => counted.every(isNone)).map(({ label }) => label))];
}

function None({ labels }: { labels: string[] }) {
  if (labels.length === 0) return null;
  return (
    <Text size="sm" c="dimmed" data-testid="figures-none">
      {fill(say.none_of, { labels: labels.join("; ") })}
    </Text>
  );
}

function Shown({ view }: { view: ServiceFigures }) {
  return (
    <>
      <Text c="dimmed">
        {view.from_text} – {view.to_text}
      </Text>
      <dl className="tiles" data-testid="tiles">
        {view.tiles
          .filter(({ value }, place) => place === 0 || !isNone(value))
          .map(({ label, value }) => (
            <div key={label} className="tile">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="figure-tables">
        {view.tables
          .map((table) => ({ ...table, rows: table.rows.filter(([, ...counted]) => !counted.every(isNone)) }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, columns, rows }) => (
            <Sheet key={title} title={title}>
              <PlainTable label={title} heads={columns} rows={rows} figures={[columns.length - 1]} />
            </Sheet>
          ))}
      </div>
      <None labels={nothingOf(view)} />
    </>
  );
}

/** The survey: what it came to in this year, and every answer. */
export function SurveyPart() {
  const core = useCore();
  const session = useQuery({ queryKey: keys.session, queryFn: () => core.session() });
  return (
    <Stack gap="md">
      <Answer of={session}>{({ today }) => <Satisfaction today={today} />}</Answer>
      <ListView key="surveys" list="surveys" title={say.surveys} closed />
    </Stack>
  );
}

function Satisfaction({ today }: { today: string }) {
  const core = useCore();
  const { from, to } = period(today, "year");
  const found = useQuery({ queryKey: keys.satisfaction(from, to), queryFn: () => core.satisfaction(from, to) });
  return (
    <Answer of={found}>
      {(view) => (view.tiles.length === 0 ? <Text c="dimmed">{say.no_survey}</Text> : <Shown view={view} />)}
    </Answer>
  );
}
