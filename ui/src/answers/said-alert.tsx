import { Alert, Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { asSaid } from "../core";
import { words } from "../words";

const TITLES = {
  field: words.fault.field_title,
  refused: words.fault.refused_title,
  temporary: words.fault.refused_title,
  locked: words.fault.locked_title,
  fault: words.fault.title,
} as const;

/** Says the sentence with which the core (or the machine) said no. Shows nothing when there is nothing to say. */
export function SaidAlert({ thrown, again }: { thrown: unknown; again?: () => void }) {
  if (!thrown) return null;
  const said = asSaid(thrown);
  const fault = said.kind === "fault";
  return (
    <Alert
      role="alert"
      data-testid="said"
      className={fault ? "said said-fault" : "said"}
      title={TITLES[said.kind]}
      icon={fault ? <IconAlertTriangle aria-hidden /> : <IconInfoCircle aria-hidden />}
    >
      {said.message}
      {again && (
        <Group mt="xs">
          <Button variant="default" size="compact-sm" onClick={again}>
            {words.fault.again}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
