import { Group, Text } from "@mantine/core";
import { type GrantInput, useCore } from "../../core";
import { type Form, NumberField, TextField, useValues, YesField } from "../../fields";
import { words } from "../../words";
import { DecisionPage } from "./decision-page";
import { blankLetter, LetterFields, Part } from "./letter-fields";

const say = words.decisions;

/** Pemberitahuan Tertulis: the information is given. */
export function GrantScreen({ id }: { id: string }) {
  const core = useCore();
  return (
    <DecisionPage<GrantInput>
      id={id}
      name="grant"
      title={say.grant_title}
      lead={say.grant_lead}
      submit={say.submit_grant}
      submitId="submit-grant"
      paper="written_notice"
      done={say.done_grant}
      blank={(asked) => ({
        ...blankLetter(asked),
        softcopy: false,
        hardcopy: false,
        sheets: 0,
        price_per_sheet: 0,
        delivery_cost: 0,
        other_cost: 0,
        ready_in_days: 0,
        means: "",
      })}
      decide={(grant) => core.grant_request(id, grant)}
      fields={(form, asked) => (
        <>
          <LetterFields form={form} asked={asked} />
          <Part title={say.form}>
            <Group gap="lg">
              <YesField form={form} name="softcopy" label={say.softcopy} />
              <YesField form={form} name="hardcopy" label={say.hardcopy} />
            </Group>
            <Group align="flex-start" wrap="nowrap">
              <NumberField form={form} name="sheets" label={say.sheets} />
              <NumberField form={form} name="price_per_sheet" label={say.price_per_sheet} money />
              <NumberField form={form} name="delivery_cost" label={say.delivery_cost} money />
              <NumberField form={form} name="other_cost" label={say.other_cost} money />
            </Group>
            <Total form={form} />
            <Group align="flex-start" wrap="nowrap">
              <NumberField form={form} name="ready_in_days" label={say.ready_in_days} />
              <TextField form={form} name="means" label={say.means} placeholder={say.means_example} />
            </Group>
          </Part>
        </>
      )}
    />
  );
}

const rupiah = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2 });

/** A sum to check with the eyes; what the letter says is reckoned by the core. */
function Total({ form }: { form: Form<GrantInput> }) {
  const { sheets, price_per_sheet, delivery_cost, other_cost } = useValues(form);
  return (
    <Text>
      {say.total}: <strong>Rp{rupiah.format(sheets * price_per_sheet + delivery_cost + other_cost)}</strong>
    </Text>
  );
}
