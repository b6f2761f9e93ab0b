/** A day as the core words it, with or without its weekday. */
const DAY = /(?:\p{L}+, )?\d{1,2} \p{L}+ \d{4}/gu;

/** Whether a text is a day and nothing else, without its weekday: `1 Desember 2026`. */
export const isDay = (text: string) => /^\d{1,2} \p{L}+ \d{4}$/u.test(text);

/** A text whose days stay on one line. */
export const daysWhole = (text: string) => text.replace(DAY, (day) => day.replaceAll(" ", "\u00a0"));

/** By when, and what for: `Siapkan informasi: Selasa, 22 Desember 2026` in its two parts; a bare day has no second. */
export function whenAndWhat(text: string): { when: string; what: string | null } {
  const at = text.lastIndexOf(": ");
  if (at < 0) return { when: text, what: null };
  return { when: text.slice(at + 2), what: text.slice(0, at) };
}
