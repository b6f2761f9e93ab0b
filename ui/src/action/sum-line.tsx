import { Text } from "@mantine/core";
import type { ActionForm, Sum } from "../core";
import { type Form, useValues } from "../fields";
import { type Filled, toSend } from "./kept";

const rupiah = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2 });

/** A sum to check with the eyes, of the boxes in sight; what the letter says is reckoned by the core. */
export function SumLine({ form, asked, sum }: { form: Form<Filled>; asked: ActionForm; sum: Sum }) {
  useValues(form);
  const values = toSend(asked, form);
  const product = (names: string[]) => names.reduce((so_far, name) => so_far * Number(values[name] ?? 0), 1);
  const total = sum.products.reduce((so_far, names) => so_far + product(names), 0);
  return (
    <Text mt="sm">
      {sum.label}: <strong>Rp{rupiah.format(total)}</strong>
    </Text>
  );
}
