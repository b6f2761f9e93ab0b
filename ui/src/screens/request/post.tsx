import { Group, NativeSelect, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";
import type { EnvelopeSize, LabelSheet, PostChoices } from "../../core";
import { PaperPanel } from "../../paper";
import type { Beside } from "../../record-parts";
import { useRemembered } from "../../theme/remembered";
import { words } from "../../words";

const say = words.printing;

interface Props {
  id: string;
  post: PostChoices;
}

/** What the letters of a request are posted in. */
export const posted = (props: Props): Beside[] => [
  { code: "envelope", title: say.envelope, panel: <Envelope {...props} /> },
  { code: "labels", title: say.labels, panel: <Labels {...props} /> },
];

/** An envelope of the size that was used last on this computer. */
function Envelope({ id, post: { envelopes } }: Props) {
  const [kept, keep] = useRemembered("envelope", "");
  const size = envelopes.some(({ code }) => code === kept) ? kept : (envelopes[0]?.code ?? "");
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <NativeSelect
        label={say.envelope_size}
        data-testid="envelope-size"
        value={size}
        onChange={(event) => keep(event.currentTarget.value)}
        data={envelopes.map(({ code, label }) => ({ value: code, label }))}
        maw="20rem"
      />
      <PaperPanel key={size} paper={{ paper: "envelope", id, size: size as EnvelopeSize }} title={say.envelope} />
    </Stack>
  );
}

/** Labels, from the first that is left on the sheet in the printer. */
function Labels({ id, post: { labels } }: Props) {
  const [kept, keep] = useRemembered("labels.sheet", "");
  const [next, setNext] = useRemembered("labels.next", 1);
  const sheet = labels.find(({ code }) => code === kept) ?? labels[0];
  const [count, setCount] = useState(1);
  const [from, setFrom] = useState<number | null>(null);
  if (!sheet) return null;
  const first = Math.min(from ?? next, sheet.places);
  const many = Math.min(count, sheet.places - first + 1);
  const printed = () => {
    const after = first + many;
    setFrom(null);
    setNext(after > sheet.places ? 1 : after);
  };
  return (
    <Stack gap="sm" style={{ flex: 1, minHeight: 0 }}>
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={say.label_sheet}
          data-testid="label-sheet"
          value={sheet.code}
          onChange={(event) => {
            keep(event.currentTarget.value);
            setFrom(1);
          }}
          data={labels.map(({ code, label }) => ({ value: code, label }))}
        />
        <Count label={say.label_first} testid="label-first" most={sheet.places} value={first} set={setFrom} />
        <Count
          label={say.label_count}
          testid="label-count"
          most={sheet.places - first + 1}
          value={many}
          set={setCount}
        />
      </Group>
      <PaperPanel
        key={`${sheet.code} ${first} ${many}`}
        paper={{ paper: "labels", id, sheet: sheet.code as LabelSheet, first, count: many }}
        title={say.labels}
        onPrinted={printed}
      />
    </Stack>
  );
}

interface CountProps {
  label: string;
  testid: string;
  most: number;
  value: number;
  set: (value: number) => void;
}

function Count({ label, testid, most, value, set }: CountProps) {
  return (
    <NumberInput
      label={label}
      data-testid={testid}
      w="9rem"
      min={1}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      value={value}
      onChange={(typed) => set(Number(typed) || 1)}
    />
  );
}
