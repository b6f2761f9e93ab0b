import { Anchor, Group } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { Link } from "wouter";
import type { RequestForm } from "../../core";
import { placePath } from "../../places/places";
import { Warning } from "../../theme/warning";
import { fill, words } from "../../words";

const say = words.newRequest;

/** Which numbered form this one is typed off; else how many of them still lie somewhere. */
export function FromForm({ asked: { form_note, open_forms } }: { asked: RequestForm }) {
  if (form_note !== null)
    return (
      <div data-testid="from-form">
        <Warning>{form_note}</Warning>
      </div>
    );
  if (open_forms === 0) return null;
  return (
    <Group className="restored" gap="xs" data-testid="open-forms">
      <IconFileText size={18} aria-hidden />
      {fill(say.open_forms, { count: open_forms })}
      <Anchor component={Link} inherit underline="always" href={placePath("registers", "bernomor")}>
        {say.open_forms_show}
      </Anchor>
    </Group>
  );
}
