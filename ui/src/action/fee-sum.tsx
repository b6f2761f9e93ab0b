import { Text } from "@mantine/core";
import type { FormSection } from "../core";
import { type Form, useValues } from "../fields";
import { words } from "../words";
import type { Filled } from "./kept";

const rupiah = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2 });

const PARTS = ["sheets", "price_per_sheet", "delivery_cost", "other_cost"];

/** Whether a part of a form asks for what the information costs the applicant. */
export const hasFees = ({ fields }: FormSection) => PARTS.every((part) => fields.some(({ name }) => name === part));

/** A sum to check with the eyes; what the letter says is reckoned by the core. */
export function FeeSum({ form }: { form: Form<Filled> }) {
  const values = useValues(form);
  const [sheets = 0, price = 0, delivery = 0, other = 0] = PARTS.map((part) => Number(values[part] ?? 0));
  return (
    <Text mt="sm">
      {words.action.sum}: <strong>Rp{rupiah.format(sheets * price + delivery + other)}</strong>
    </Text>
  );
}
