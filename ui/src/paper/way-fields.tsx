import { Group, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Choice, keys, type PrintWayForm, useCore } from "../core";
import { type Form, ListField, TextField, useValue, YesField } from "../fields";
import { fill, words } from "../words";
import { usePrinters } from "./printing";

const say = words.printing;

/** The boxes of how a kind of paper is printed; trays and sizes are those of the printer that is chosen. */
export function WayFields({ form }: { form: Form<PrintWayForm> }) {
  const core = useCore();
  const { list } = usePrinters();
  const printer = useValue(form, "printer");
  const tray = useValue(form, "tray");
  const size = useValue(form, "size");
  const known = useQuery({
    queryKey: keys.printer_abilities(printer),
    queryFn: () => core.printer_abilities(printer || null),
    staleTime: 60_000,
  });
  const able = known.data;
  const usual = list.find(({ is_default }) => is_default);
  const printers: Choice[] = [
    { code: "", label: usual ? `${say.usual_printer} (${usual.name})` : say.usual_printer },
    ...list.map(({ name }) => ({ code: name, label: name })),
  ];
  return (
    <Stack gap="sm">
      <ListField
        form={form}
        name="printer"
        label={say.printer}
        choices={withChosen(printers, printer)}
        changed={() => form.patch({ tray: "", size: "" })}
      />
      <Group gap="lg" align="flex-end">
        <TextField form={form} name="sheets" label={say.sheets} inputMode="numeric" maw={104} />
        <YesField form={form} name="both_sides" label={say.both_sides} />
      </Group>
      {(tray !== "" || (able && able.trays.length > 0)) && (
        <ListField form={form} name="tray" label={say.tray} choices={choices(say.usual_tray, able?.trays, tray)} />
      )}
      {(size !== "" || (able && able.sizes.length > 0)) && (
        <ListField
          form={form}
          name="size"
          label={say.size}
          description={say.size_hint}
          choices={choices(say.usual_size, able?.sizes, size)}
        />
      )}
      <Group gap="lg" grow align="flex-start">
        <TextField form={form} name="right" label={say.right} description={say.right_hint} />
        <TextField form={form} name="down" label={say.down} description={say.down_hint} />
      </Group>
    </Stack>
  );
}

/** What there is to choose, and what was chosen before even where it is no more: its box says so. */
function withChosen(known: Choice[], chosen: string): Choice[] {
  const gone = chosen !== "" && !known.some(({ code }) => code === chosen);
  return gone ? [...known, { code: chosen, label: fill(words.printing.gone, { name: chosen }) }] : known;
}

const choices = (usual: string, known: Choice[] | undefined, chosen: string) =>
  withChosen([{ code: "", label: usual }, ...(known ?? [])], chosen);
