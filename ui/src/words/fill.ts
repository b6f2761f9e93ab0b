/** The names in braces in a text: `from` and `to` of `"{from} kepada {to}"`. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** A number as it is read in Indonesian. */
export const figure = (number: number) => number.toLocaleString("id-ID");

/** A number of which is known whether there are more than were counted: `1.000+`. */
export const counted = (number: number, more: boolean) => figure(number) + (more ? "+" : "");

/** A text with every placeholder filled; one that is missing, or that the text does not have, does not compile. */
export function fill<Text extends string>(text: Text, values: Record<Placeholders<Text>, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: Placeholders<Text>) => {
    const value = values[name];
    return typeof value === "number" ? figure(value) : value;
  });
}
