import { Group, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { type BlankKind, type PaperRef, useCore } from "../../core";
import { PaperFrame, PrintButton, SaveButton } from "../../paper";
import { words } from "../../words";
import "./register.css";

const say = words.blanks;

/** Every form there is, in the order of a citizen's way. */
const KINDS: Record<BlankKind, string> = {
  request: say.request,
  objection: say.objection,
  survey: say.survey,
  mandate: say.mandate,
  withdrawal: say.withdrawal,
};

const FEW = 10;
const MOST = 50;

/** Forms that are printed empty: which, how many, and how one looks. */
export function BlankFormsPart() {
  const core = useCore();
  const [form, setForm] = useState<BlankKind>("request");
  // As it is typed: empty while it is typed anew.
  const [typed, setTyped] = useState<number | string>(FEW);
  const paper: PaperRef = { paper: "blank", form, count: Number(typed) };
  return (
    <div className="blank-forms">
      <section className="sheet blank-choice" aria-label={words.registers.blanks}>
        <Stack gap="md">
          <Text>{say.lead}</Text>
          <Radio.Group label={say.which} value={form} onChange={(chosen) => setForm(chosen as BlankKind)}>
            <Stack gap="xs" mt={6}>
              {Object.entries(KINDS).map(([kind, label]) => (
                <Radio key={kind} value={kind} label={label} data-testid={`blank-${kind}`} />
              ))}
            </Stack>
          </Radio.Group>
          <NumberInput
            label={say.count}
            description={say.count_help}
            data-testid="blank-count"
            min={0}
            max={MOST}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={typed}
            onChange={setTyped}
            maw={280}
          />
          <Group gap="sm">
            <PrintButton testid="print-blank" paper={paper} />
            <SaveButton label={words.registers.save_pdf} testid="save-blank" save={() => core.save_paper(paper)} />
          </Group>
        </Stack>
      </section>
      <section className="sheet saved-paper" aria-label={KINDS[form]}>
        <PaperFrame paper={{ paper: "blank", form, count: 1 }} title={KINDS[form]} />
      </section>
    </div>
  );
}
