import type { ActionForm, Choice, FieldKind, FieldValue, FormField, FormSection } from "../../src/core";

/** Boxes of forms, built as the core builds them (crates/desk/src/actions/form.rs). */
type More = Partial<Pick<FormField, "help" | "required" | "choices" | "shown_when" | "suffix">>;

function box(name: string, label: string, kind: FieldKind, value: FieldValue, more: More = {}): FormField {
  return {
    name,
    label,
    kind,
    help: null,
    required: false,
    choices: [],
    value,
    shown_when: null,
    suffix: null,
    ...more,
  };
}

export const text = (name: string, label: string, value = "", more?: More) => box(name, label, "text", value, more);
export const long = (name: string, label: string, value = "", more?: More) =>
  box(name, label, "long_text", value, more);
export const date = (name: string, label: string, value = "", more?: More) => box(name, label, "date", value, more);
export const password = (name: string, label: string, more?: More) => box(name, label, "password", "", more);
export const number = (name: string, label: string, value: number, more?: More) =>
  box(name, label, "number", value, more);
export const money = (name: string, label: string, value: number) => box(name, label, "money", value);
export const yes = (name: string, label: string, value: boolean, more?: More) => box(name, label, "yes", value, more);
export const lines = (name: string, label: string, value: string[], more?: More) =>
  box(name, label, "lines", value, more);
export const note = (name: string, help: string) => box(name, "", "note", "", { help });
export const one = (name: string, label: string, choices: Choice[], value: string, more?: More) =>
  box(name, label, "choice", value, { choices, ...more });
export const many = (name: string, label: string, choices: Choice[], value: string[] = [], more?: More) =>
  box(name, label, "many", value, { choices, ...more });

export const needed = { required: true } satisfies More;
export const when = (field: string, ...any: string[]): More => ({ shown_when: { field, any } });

export const section = (title: string | null, fields: FormField[]): FormSection => ({ title, fields });

export function form(
  title: string,
  submit: string,
  sections: FormSection[],
  more: Partial<Pick<ActionForm, "intro" | "warning" | "danger">> = {},
): ActionForm {
  return { title, intro: null, warning: null, submit, danger: false, sections, ...more };
}

/** The boxes of a letter's head; who may sign depends on the paper. */
export const letter = (today: string, todayText: string, signers: Choice[], who: string): FormSection =>
  section("Surat", [
    text("letter_number", "Nomor surat", "", { ...needed, help: "Dari buku agenda kantor." }),
    date("letter_date", "Tanggal surat", today, { ...needed, help: todayText }),
    one("signed_by", "Pejabat yang menandatangani", signers, signers[0]?.code ?? "", {
      ...needed,
      help: signers.length
        ? `Ditandatangani ${who}.`
        : `Belum ada ${who} yang menjabat; tambahkan pejabatnya di Pengaturan.`,
    }),
    lines("cc", "Tembusan", [], { help: "Satu baris untuk setiap penerima; boleh kosong." }),
  ]);
