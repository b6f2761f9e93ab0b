import { Button } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { Link } from "wouter";
import { PaperPanel } from "../../paper";
import { formPath } from "../../places/paths";
import { words } from "../../words";

const say = words.blanks;

/** The way from a numbered form that was filled in to its registration. */
export function RegisterFromForm({ number }: { number: string }) {
  return (
    <div>
      <Button
        component={Link}
        href={formPath(number)}
        data-testid="register-from-form"
        leftSection={<IconFileText size={18} aria-hidden />}
      >
        {say.numbered_register}
      </Button>
    </div>
  );
}

/** The numbered form itself, to be printed once more where its paper was spoilt. */
export function NumberedFormPaper({ number }: { number: string }) {
  return (
    <section className="sheet saved-paper" aria-label={say.numbered_paper}>
      <PaperPanel
        paper={{ paper: "numbered_forms", numbers: [number] }}
        title={say.numbered_paper}
        note={say.numbered_again}
      />
    </section>
  );
}
