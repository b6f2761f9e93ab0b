import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { type Form, useValue } from "../fields";
import { PaperFrame } from "../paper";
import { Sheet } from "../theme/sheet";
import { words } from "../words";
import type { Filled } from "./kept";

/** The letter as the text being typed would make it. */
export function WordingPreview({ form, code }: { form: Form<Filled>; code: string }) {
  const text = String(useValue(form, "text") ?? "");
  const [shown, show] = useState<string | null>(null);
  return (
    <Sheet className="wording-preview" label={words.action.preview}>
      <Group mb="sm">
        <Button variant="default" data-testid="preview-wording" onClick={() => show(text)}>
          {words.action.preview}
        </Button>
      </Group>
      {shown !== null && <PaperFrame paper={{ paper: "template", code, text: shown }} title={words.action.preview} />}
    </Sheet>
  );
}
