import { Stack } from "@mantine/core";
import { ChoiceField, YesField } from "../../fields";
import { fill, words } from "../../words";
import type { PartProps } from "./office";

const say = words.firstStart;

/** Which days the office works, and from when the time for the answer runs. */
export function WorkingDays({ form, choices }: PartProps) {
  return (
    <Stack gap="md">
      <ChoiceField form={form} name="work_week" label={say.work_week} choices={choices.work_weeks} />
      <ChoiceField
        form={form}
        name="clock_start"
        label={fill(say.clock_start, { term: choices.answer_term })}
        choices={choices.clock_starts}
        upright
      />
      <YesField
        form={form}
        name="collective_leave_is_workday"
        label={say.collective}
        description={say.collective_help}
      />
    </Stack>
  );
}
