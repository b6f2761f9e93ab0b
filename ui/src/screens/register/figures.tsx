import { NumberInput, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../../answers";
import { keys, useCore } from "../../core";
import { PlainTable } from "../../table";
import { Sheet } from "../../theme/sheet";
import { words } from "../../words";
import "./register.css";

/** The figures of a year, as they stand in the register now. */
export function FiguresPart() {
  const core = useCore();
  const session = useQuery({ queryKey: keys.session, queryFn: () => core.session() });
  return <Answer of={session}>{({ today }) => <Figures first={Number(today.slice(0, 4))} />}</Answer>;
}

function Figures({ first }: { first: number }) {
  const core = useCore();
  const [year, setYear] = useState(first);
  const figures = useQuery({
    queryKey: keys.figures(year),
    queryFn: () => core.figures(year),
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="md">
      <NumberInput
        label={words.registers.year}
        value={year}
        min={2010}
        max={first}
        w={120}
        onChange={(typed) => typeof typed === "number" && typed >= 2010 && setYear(typed)}
        data-testid="figures-year"
      />
      <Answer of={figures}>
        {(view) => (
          <>
            <Text c="dimmed">
              {view.from_text} – {view.to_text}
            </Text>
            <dl className="tiles" data-testid="tiles">
              {view.tiles.map(({ label, value }) => (
                <div key={label} className="tile">
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <div className="figure-tables">
              {view.tables
                .filter(({ rows }) => rows.length > 0)
                .map(({ title, columns, rows }) => (
                  <Sheet key={title} title={title}>
                    <PlainTable label={title} heads={columns} rows={rows} figures={[columns.length - 1]} />
                  </Sheet>
                ))}
            </div>
          </>
        )}
      </Answer>
    </Stack>
  );
}
