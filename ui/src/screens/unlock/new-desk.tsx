import { Text } from "@mantine/core";
import { useState } from "react";
import type { Begun, FirstStart, FirstStartChoices } from "../../core";
import { words } from "../../words";
import { FirstStartScreen } from "../first-start/first-start";
import { Restore } from "./restore";
import "./unlock.css";

interface Props {
  choices: FirstStartChoices;
  kept: FirstStart | null;
  begun: (begun: Begun) => void;
  restored: () => void;
}

/** A computer on which nothing lies yet: an office begins here, or comes back from a copy. */
export function NewDesk({ choices, kept, begun, restored }: Props) {
  const [restore, setRestore] = useState(false);
  if (!restore)
    return <FirstStartScreen choices={choices} kept={kept} begun={begun} restore={() => setRestore(true)} />;
  return (
    <main className="door">
      <div className="sheet door-sheet">
        <Text fw={700} className="door-app" mb="lg">
          {words.shell.app}
        </Text>
        <Restore restored={restored} back={() => setRestore(false)} />
      </div>
    </main>
  );
}
