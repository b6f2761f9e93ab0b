import { NativeSelect, SimpleGrid } from "@mantine/core";
import type { ImportChoices, ImportPreview } from "../core";
import { words } from "../words";

const say = words.importing;

/** Which column of a table was taken for which of the office's own; another can be chosen, and the file is read again. */
export function ImportColumns({
  preview,
  choose,
}: {
  preview: ImportPreview;
  choose: (choices: ImportChoices) => void;
}) {
  const taken = preview.columns.map(({ place }) => place);
  const pick = (column: number, place: string) => {
    const columns = taken.map((known, at) => (at === column ? (place === "" ? null : Number(place)) : known));
    choose({ columns, lookalikes: preview.lookalikes });
  };
  return (
    <fieldset className="import-columns">
      <legend>{say.columns}</legend>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
        {preview.columns.map(({ label, needed, place }, column) => (
          <NativeSelect
            key={label}
            label={label}
            withAsterisk={needed}
            data-testid={`import-column-${column}`}
            value={place === null ? "" : String(place)}
            onChange={(event) => pick(column, event.currentTarget.value)}
            data={[
              { value: "", label: say.none },
              ...preview.heads.map((head) => ({ value: head.code, label: head.label })),
            ]}
          />
        ))}
      </SimpleGrid>
    </fieldset>
  );
}
