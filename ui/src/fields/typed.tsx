import { Autocomplete, PasswordInput, Textarea, TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { words } from "../words";
import { FieldPlace, type FieldProps, useField } from "./field";
import type { Names } from "./form";
import { readTime } from "./read-date";

type More = Pick<TextInputProps, "placeholder" | "inputMode" | "autoFocus" | "disabled" | "autoComplete" | "maw">;

export function TextField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & More & { atRest?: (text: string) => string },
) {
  const { form, name, required, atRest, ...more } = props;
  const field = useField(form, name);
  const [here, setHere] = useState(false);
  const text = field.value as string;
  return (
    <FieldPlace name={name} grow>
      <TextInput
        autoComplete="off"
        spellCheck={false}
        {...more}
        withAsterisk={required}
        value={here || !atRest ? text : atRest(text)}
        error={field.error}
        onChange={(event) => field.set(event.currentTarget.value as T[K])}
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false);
          field.leave();
        }}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** A text with others offered while it is typed; any may be typed. */
export function SuggestField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & { suggestions: string[] },
) {
  const { form, name, required, suggestions, ...more } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name} grow>
      <Autocomplete
        autoComplete="off"
        spellCheck={false}
        {...more}
        data={suggestions}
        limit={8}
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        withAsterisk={required}
        value={field.value as string}
        error={field.error}
        onChange={(text) => field.set(text as T[K])}
        onBlur={field.leave}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** A NIK in fours, as it is read out; anything else as it was typed. */
export const inFours = (text: string) => {
  const digits = text.replace(/[\s.\-–]/g, "");
  return /^\d{16}$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, "$1 ") : text;
};

/** A NIP as offices write it: birth, appointment, sex, serial; anything else as it was typed. */
export const asNip = (text: string) => {
  const digits = text.replace(/\s/g, "");
  return /^\d{18}$/.test(digits) ? digits.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, "$1 $2 $3 $4") : text;
};

export function LongField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & { rows?: number; placeholder?: string },
) {
  const { form, name, required, rows = 2, ...more } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name} grow>
      <Textarea
        spellCheck={false}
        {...more}
        autosize
        minRows={Math.min(rows, 2)}
        maxRows={16}
        withAsterisk={required}
        value={field.value as string}
        error={field.error}
        onChange={(event) => field.set(event.currentTarget.value as T[K])}
        onBlur={field.leave}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** The largest number that a box of the core holds. */
const LARGEST = 2 ** 32 - 1;

/** A whole number or a sum as people write it: `2200`, `2.200`, `Rp 2.200,00`; nothing typed is nought, and nothing else is a number. */
export function readWhole(text: string): number | null {
  const bare = text
    .replace(/\s/g, "")
    .replace(/^rp\.?/i, "")
    .replace(/,(00?|-)$/, "");
  if (bare === "") return 0;
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(bare)) return null;
  const number = Number(bare.replaceAll(".", ""));
  return number <= LARGEST ? number : null;
}

/** A year has no separators; a sum is hard to read without. */
const inRupiah = (sum: number) => `Rp${sum.toLocaleString("id-ID")}`;

/** A box for a number. What is no number stays as it was typed, and the core says so; where only a number can be sent, `unread` stands for it, which the core refuses. */
export function NumberField<T extends object, K extends Names<T, number>>(
  props: FieldProps<T, K> & { money?: boolean; suffix?: string; unread?: number; maw?: number },
) {
  const { form, name, label, required, money, suffix, unread, ...more } = props;
  const field = useField(form, name);
  const [typing, setTyping] = useState<string | null>(null);
  const kept = field.value as number | string;
  const atRest = typeof kept === "string" ? kept : money ? inRupiah(kept) : String(kept);
  return (
    <FieldPlace name={name} grow>
      <TextInput
        {...more}
        label={
          suffix ? (
            <>
              {label} <span className="only-heard">({suffix})</span>
            </>
          ) : (
            label
          )
        }
        rightSection={
          suffix && (
            <span className="quiet" aria-hidden>
              {suffix}
            </span>
          )
        }
        rightSectionWidth={suffix && `${suffix.length * 0.5 + 1.5}rem`}
        withAsterisk={required}
        inputMode="numeric"
        autoComplete="off"
        value={typing ?? atRest}
        error={field.error}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          const text = event.currentTarget.value;
          setTyping(text);
          field.set((readWhole(text) ?? unread ?? text) as T[K]);
        }}
        onBlur={() => {
          // What could not be read stands there until it is mended.
          if (typing === null || readWhole(typing) !== null) setTyping(null);
          field.leave();
        }}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** A time of day, typed as people write it; kept as `HH:MM`. */
export function TimeField<T extends object, K extends Names<T, string>>(props: FieldProps<T, K>) {
  const { form, name, required, ...more } = props;
  const field = useField(form, name);
  return (
    <FieldPlace name={name}>
      <TextInput
        {...more}
        withAsterisk={required}
        w={128}
        inputMode="numeric"
        autoComplete="off"
        rightSection={<span className="quiet">WIB</span>}
        rightSectionWidth={48}
        value={(field.value as string).replace(":", ".")}
        error={field.error}
        onChange={(event) => field.set(event.currentTarget.value as T[K])}
        onBlur={(event) => {
          field.set(readTime(event.currentTarget.value) as T[K]);
          field.leave();
        }}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}

/** Whether Caps Lock was on at the last key, as far as the keyboard tells. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const watch = (event: KeyboardEvent) => setOn(event.getModifierState("CapsLock"));
  return { on, watch };
}

export function PasswordField<T extends object, K extends Names<T, string>>(
  props: FieldProps<T, K> & { autoFocus?: boolean; now?: boolean },
) {
  const { form, name, required, description, now, ...more } = props;
  const field = useField(form, name);
  const caps = useCapsLock();
  return (
    <FieldPlace name={name} grow>
      <PasswordInput
        {...more}
        description={caps.on ? <b role="status">{words.fields.caps_lock}</b> : description}
        withAsterisk={required}
        autoComplete={now ? "current-password" : "new-password"}
        value={field.value as string}
        error={field.error}
        onChange={(event) => field.set(event.currentTarget.value as T[K])}
        onKeyUp={caps.watch}
        onBlur={field.leave}
        visibilityToggleButtonProps={{ "aria-label": words.fields.show_password }}
        data-testid={field.testid}
      />
    </FieldPlace>
  );
}
