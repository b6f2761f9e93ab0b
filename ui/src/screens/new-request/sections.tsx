import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { RequestDraft, RequestForm } from "../../core";
import {
  ChecksField,
  ChoiceField,
  DateField,
  type Form,
  inFours,
  LinesField,
  LongField,
  TextField,
  TimeField,
  useValue,
  YesField,
} from "../../fields";
import { words } from "../../words";

const say = words.newRequest;

/** The way of access that is a copy to take home. */
const COPY = "copy";

/** The category of several persons, who are listed. */
const GROUP = "group";

/** Whoever acts by a power of attorney, which is then asked for. */
const ATTORNEY = "kuasa";

interface Props {
  form: Form<RequestDraft>;
  asked: RequestForm;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sheet form-section" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      <Stack gap="sm">{children}</Stack>
    </section>
  );
}

export function Received({ form, asked }: Props) {
  return (
    <Section title={say.received}>
      <ChoiceField form={form} name="channel" label={say.channel} choices={asked.channels} />
      <YesField form={form} name="read_back" label={say.read_back} />
      <Group align="flex-start" wrap="nowrap">
        <DateField form={form} name="received_date" label={say.received_date} required />
        <TimeField form={form} name="received_time" label={say.received_time} required />
      </Group>
    </Section>
  );
}

export function Applicant({ form, asked }: Props) {
  const represented = useValue(form, "represented");
  const category = useValue(form, "category");
  return (
    <Section title={say.applicant}>
      <ChoiceField form={form} name="category" label={say.category} choices={asked.categories} required />
      <TextField form={form} name="name" label={say.name} required />
      <ChoiceField form={form} name="identity_kind" label={say.identity_kind} choices={asked.identity_kinds} />
      <TextField
        form={form}
        name="identity_number"
        label={say.identity_number}
        inputMode="text"
        maw={360}
        atRest={inFours}
      />
      <LongField form={form} name="address" label={say.address} rows={2} required />
      <TextField form={form} name="occupation" label={<Optional>{say.occupation}</Optional>} />
      <Group align="flex-start" wrap="nowrap">
        <TextField form={form} name="phone" label={say.phone} description={say.contact_help} inputMode="tel" />
        <TextField form={form} name="email" label={say.email} inputMode="email" />
      </Group>
      <YesField form={form} name="represented" label={say.represented} />
      {represented && (
        <Stack gap="sm" className="indented">
          <ChoiceField
            form={form}
            name="representative_as"
            label={say.representative_as}
            choices={asked.acting_as}
            required
          />
          <TextField form={form} name="representative_name" label={say.representative_name} required />
          <LongField form={form} name="representative_address" label={say.representative_address} rows={2} />
          <TextField
            form={form}
            name="representative_phone"
            label={say.representative_phone}
            inputMode="tel"
            maw={360}
          />
        </Stack>
      )}
      {category === GROUP && (
        <LinesField form={form} name="members" label={say.members} description={say.members_help} />
      )}
    </Section>
  );
}

export function Information({ form }: { form: Form<RequestDraft> }) {
  return (
    <Section title={say.information_section}>
      <LongField form={form} name="information" label={say.information} rows={4} required />
      <LongField form={form} name="purpose" label={say.purpose} rows={2} required />
    </Section>
  );
}

export function Obtaining({ form, asked }: Props) {
  const mode = useValue(form, "access_mode");
  // Only a copy has a form and a way to be handed over.
  const copies = mode === COPY;
  return (
    <Section title={say.obtaining}>
      <ChoiceField
        form={form}
        name="access_mode"
        label={say.access_mode}
        choices={asked.access_modes}
        upright
        required
      />
      {copies && (
        <div className="indented">
          <ChoiceField form={form} name="copy_format" label={say.copy_format} choices={asked.copy_formats} required />
          <ChoiceField
            form={form}
            name="delivery_mode"
            label={say.delivery_mode}
            choices={asked.delivery_modes}
            required
          />
        </div>
      )}
    </Section>
  );
}

export function Papers({ form, asked }: Props) {
  const category = useValue(form, "category");
  const represented = useValue(form, "represented");
  const acting_as = useValue(form, "representative_as");
  const mandated = represented && acting_as === ATTORNEY;
  const wanted = asked.documents.filter(
    ({ categories, representative_only }) =>
      (categories.length === 0 || categories.includes(category)) && (!representative_only || mandated),
  );
  return (
    <Section title={say.papers}>
      {wanted.length > 0 && (
        <ChecksField
          form={form}
          name="documents"
          label={say.documents}
          description={say.documents_help}
          choices={wanted}
        />
      )}
      <TextField form={form} name="assistance" label={<Optional>{say.assistance}</Optional>} />
      <LongField form={form} name="notes" label={<Optional>{say.notes}</Optional>} rows={2} />
    </Section>
  );
}

function Optional({ children }: { children: ReactNode }) {
  return (
    <>
      {children} <span className="quiet optional">({say.optional})</span>
    </>
  );
}
