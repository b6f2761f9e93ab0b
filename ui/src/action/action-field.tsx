import { Anchor } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { Link } from "wouter";
import type { FormField } from "../core";
import {
  ChecksField,
  ChoiceField,
  DateField,
  type Form,
  LinesField,
  ListField,
  LongField,
  NumberField,
  PasswordField,
  PictureField,
  SuggestField,
  TableField,
  TextField,
  TimeField,
  YesField,
} from "../fields";
import { pathOf } from "../places/paths";
import { words } from "../words";
import type { Filled } from "./kept";

/** More choices than this are a list, not radios. */
const MOST_RADIOS = 6;
/** Boxes that take the width of the form. */
const WIDE = new Set<FormField["kind"]>(["long_text", "lines", "table", "many", "choice", "note", "yes", "picture"]);

/** Whether a box takes the width of the form. */
export const isWide = (field: FormField) => WIDE.has(field.kind);

/** One box of a form that the core described. */
export function ActionField({ form, field }: { form: Form<Filled>; field: FormField }) {
  return (
    <>
      <Box form={form} field={field} />
      {field.mends && (
        <Anchor component={Link} href={pathOf(field.mends)} size="sm" data-testid={`mend-${field.name}`}>
          {words.action.mend}
        </Anchor>
      )}
    </>
  );
}

function Box({ form, field }: { form: Form<Filled>; field: FormField }) {
  const { name, label, required, choices } = field;
  // The kind of a box says what its value is; the form holds any of them.
  const common = { name, label, description: field.help, required };
  const upright = choices.some((one) => one.label.length > 28);
  switch (field.kind) {
    case "text":
      return choices.length > 0 ? (
        <SuggestField form={form} {...common} suggestions={choices.map((one) => one.label)} />
      ) : (
        <TextField form={form} {...common} />
      );
    case "long_text":
      return <LongField form={form} {...common} rows={field.rows} />;
    case "date":
      return <DateField form={form} {...common} />;
    case "time":
      return <TimeField form={form} {...common} />;
    case "password":
      return <PasswordField form={form} {...common} now={field.secret_now} />;
    case "choice":
      return choices.length > MOST_RADIOS || choices.length === 0 ? (
        <ListField form={form} {...common} choices={[{ code: "", label: "–" }, ...choices]} />
      ) : (
        <ChoiceField form={form} {...common} choices={choices} upright={upright} clearable={!required} />
      );
    case "many":
      return <ChecksField form={form} {...common} choices={choices} upright={upright} />;
    case "yes":
      return <YesField form={form} {...common} />;
    case "number":
    case "money":
      return <NumberField form={form} {...common} money={field.kind === "money"} suffix={field.suffix ?? undefined} />;
    case "lines":
      return <LinesField form={form} {...common} />;
    case "picture":
      return <PictureField form={form} {...common} />;
    case "table":
      return <TableField form={form} {...common} columns={field.columns} />;
    case "note":
      return (
        <p className="action-note">
          <IconInfoCircle size={18} aria-hidden /> {field.help}
        </p>
      );
  }
}
