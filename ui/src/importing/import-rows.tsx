import { Radio, Stack, Text } from "@mantine/core";
import type { FieldProblem, ImportChoices, ImportPreview, Lookalikes } from "../core";
import { fill, words } from "../words";

const say = words.importing;
/** As many rows as one reads before going back to the file. */
const MOST = 50;

/** Rows of a table of which something is said. */
export function ImportRows({ title, rows }: { title: string; rows: FieldProblem[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <Text>{title}</Text>
      <ul className="bullets">
        {rows.slice(0, MOST).map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <strong>{field}</strong>: {message}
          </li>
        ))}
      </ul>
      {rows.length > MOST && <Text>{fill(say.more, { count: rows.length - MOST })}</Text>}
    </>
  );
}

/** Rows that perhaps mean what is there already, and what becomes of them. */
export function ImportDoubts({
  preview,
  fates,
  choose,
}: {
  preview: ImportPreview;
  /** What may become of them. */
  fates: [Lookalikes, string][];
  choose: (choices: ImportChoices) => void;
}) {
  if (preview.doubtful.length === 0) return null;
  const columns = preview.columns.map(({ place }) => place);
  return (
    <>
      <ImportRows title={say.doubtful} rows={preview.doubtful} />
      <Radio.Group
        label={say.lookalikes}
        value={preview.lookalikes}
        onChange={(lookalikes) => choose({ columns, lookalikes: lookalikes as Lookalikes })}
      >
        <Stack gap="xs" mt="xs">
          {fates.map(([code, text]) => (
            <Radio key={code} value={code} label={text} />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}
