import { Group } from "@mantine/core";
import { type DecisionForm, type RefusalInput, useCore } from "../../core";
import { ChecksField, ChoiceField, DateField, type Form, LongField, TextField, useValue } from "../../fields";
import { words } from "../../words";
import { DecisionPage } from "./decision-page";
import { blankLetter, LetterFields, Part } from "./letter-fields";

const say = words.decisions;

/** Surat Keputusan PPID tentang Penolakan: the information is exempt, for these reasons. */
export function RefusalScreen({ id }: { id: string }) {
  const core = useCore();
  return (
    <DecisionPage<RefusalInput>
      id={id}
      name="refuse"
      title={say.refuse_title}
      lead={say.refuse_lead}
      submit={say.submit_refusal}
      submitId="submit-refusal"
      paper="refusal_decision"
      done={say.done_refusal}
      blank={(asked) => ({
        ...blankLetter(asked),
        grounds: [],
        other_law: "",
        other_article: "",
        consequence: "",
        basis: "",
        decree_number: "",
        decree_date: null,
        test_date: null,
        test_approved_by: "",
        expires: null,
      })}
      decide={(refusal) => core.refuse_request(id, refusal)}
      fields={(form, asked) => (
        <>
          <Grounds form={form} asked={asked} />
          <Basis form={form} asked={asked} />
          <LetterFields form={form} asked={asked} />
        </>
      )}
    />
  );
}

interface Props {
  form: Form<RefusalInput>;
  asked: DecisionForm;
}

/** The letter of Pasal 17 under which another act must be named. */
const OTHER_ACT = "j";

/** What a refusal may rest on: a decree of classification, or an approved test of the consequences. */
const DECREE = "decree";
const TEST = "test";

function Grounds({ form, asked }: Props) {
  const grounds = useValue(form, "grounds");
  const expires = grounds.some((ground) => asked.grounds_that_expire.includes(ground));
  return (
    <Part title={say.grounds_section}>
      <ChecksField
        form={form}
        name="grounds"
        label={say.grounds}
        required
        choices={asked.grounds.map(({ code, label }) => ({ code, label: say.ground(code, label) }))}
      />
      {grounds.includes(OTHER_ACT) && (
        <Group align="flex-start" wrap="nowrap" className="indented">
          <TextField form={form} name="other_law" label={say.other_law} placeholder={say.other_law_example} required />
          <TextField form={form} name="other_article" label={say.other_article} required maw={160} />
        </Group>
      )}
      {expires && (
        <div className="indented">
          <DateField form={form} name="expires" label={say.expires} description={say.expires_help} required />
        </div>
      )}
      <LongField form={form} name="consequence" label={say.consequence} rows={3} required />
    </Part>
  );
}

function Basis({ form, asked }: Props) {
  const basis = useValue(form, "basis");
  return (
    <Part title={say.basis_section}>
      <ChoiceField form={form} name="basis" label={say.basis} choices={asked.bases} required upright />
      {basis === DECREE && (
        <Group align="flex-start" wrap="nowrap" className="indented">
          <TextField form={form} name="decree_number" label={say.decree_number} required />
          <DateField form={form} name="decree_date" label={say.decree_date} required />
        </Group>
      )}
      {basis === TEST && (
        <Group align="flex-start" wrap="nowrap" className="indented">
          <DateField form={form} name="test_date" label={say.test_date} required />
          <TextField form={form} name="test_approved_by" label={say.test_approved_by} required />
        </Group>
      )}
    </Part>
  );
}
