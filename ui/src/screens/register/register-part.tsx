import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answer } from "../../answers";
import { keys, type RegisterKind, type RegisterSheet, useCore } from "../../core";
import { ListRows } from "../../list";
import { PrintButton, SaveButton } from "../../paper";
import { Empty } from "../../table";
import { words } from "../../words";
import { PeriodChoice, usePeriod, useRefusedPeriod } from "./period";
import "./register.css";

const say = words.registers;

/** The column that names a line: the requests are counted in the first. */
const NAMED: Record<RegisterKind, number> = { requests: 1, objections: 0, letters: 1 };

/** One register of a period: seen as a table, saved as PDF, Excel or CSV. */
export function RegisterPart() {
  const core = useCore();
  const session = useQuery({ queryKey: keys.session, queryFn: () => core.session() });
  return <Answer of={session}>{({ today }) => <Register today={today} />}</Answer>;
}

function Register({ today }: { today: string }) {
  const core = useCore();
  const [which, setWhich] = useState<RegisterKind>("requests");
  const [sheet, setSheet] = useState<RegisterSheet>("a3");
  const { form, from, to } = usePeriod(today);
  const query = { which, from, to };
  const register = useQuery({
    queryKey: keys.register(query),
    queryFn: () => core.register(query),
    placeholderData: keepPreviousData,
  });
  useRefusedPeriod(form, register.error);
  return (
    <Stack gap="md">
      <Group gap="md" align="flex-end">
        <SegmentedControl
          aria-label={say.which}
          value={which}
          onChange={(chosen) => setWhich(chosen as RegisterKind)}
          data={[
            { value: "requests", label: say.requests },
            { value: "objections", label: say.objections },
            { value: "letters", label: say.letters },
          ]}
        />
        <PeriodChoice form={form} today={today} />
      </Group>
      <Group gap="sm">
        <SegmentedControl
          aria-label={say.sheet}
          value={sheet}
          onChange={(chosen) => setSheet(chosen as RegisterSheet)}
          data={[
            { value: "a3", label: say.sheet_a3 },
            { value: "office", label: say.sheet_office },
          ]}
        />
        <PrintButton testid="print-register" paper={{ paper: "register", ...query, sheet }} />
        <SaveButton
          label={say.save_pdf}
          testid="save-register"
          save={() => core.save_paper({ paper: "register", ...query, sheet })}
        />
        <SaveButton
          label={words.information.export_xlsx}
          testid="register-xlsx"
          save={() => core.save_export({ export: "register", ...query, format: "xlsx" })}
        />
        <SaveButton
          label={words.information.export_csv}
          testid="register-csv"
          save={() => core.save_export({ export: "register", ...query, format: "csv" })}
        />
      </Group>
      <Answer of={register}>
        {(view) =>
          view.rows.length === 0 ? (
            <Empty title={say.nothing_title}>{say.nothing}</Empty>
          ) : (
            <div className="register-wide">
              {view.note && (
                <Text mb="sm" data-testid="register-note">
                  {view.note}
                </Text>
              )}
              <Text fw={600} mb="xs" data-testid="register-title">
                {view.title} ({view.total})
              </Text>
              <ListRows
                key={which}
                columns={view.columns}
                rows={view.rows}
                title={view.title}
                opens={NAMED[which]}
                sorts
              />
            </div>
          )
        }
      </Answer>
    </Stack>
  );
}
