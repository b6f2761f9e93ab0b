import { Button, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { SaidAlert } from "../answers";
import { type Choice, type FormField, type SubjectRef, useCore } from "../core";
import { type Form, useValues } from "../fields";
import { Warning } from "../theme/warning";
import { fill, words } from "../words";
import { ActionField } from "./action-field";
import type { Filled } from "./kept";

const say = words.request.files;

interface Props {
  form: Form<Filled>;
  field: FormField;
  subject: SubjectRef;
  action: string;
}

/** A box that chooses among the files of a request, and attaches one that is not there yet: nothing else that was typed moves. */
export function AttachHere({ form, field, subject, action }: Props) {
  const core = useCore();
  const queries = useQueryClient();
  const [choices, setChoices] = useState<Choice[]>(field.choices);
  useValues(form);
  const attach = useMutation({
    mutationFn: async () => {
      const attached = await core.attach_files(subject.id, field.attaches ?? "");
      if (!attached) return null;
      const asked = await core.action_form(subject, action);
      const now = asked.sections.flatMap(({ fields }) => fields).find(({ name }) => name === field.name)?.choices ?? [];
      return { attached, now };
    },
    onSuccess: (done) => {
      if (!done) return;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "action_form" });
      const added = done.now.find(({ code }) => !choices.some((before) => before.code === code));
      setChoices(done.now);
      if (added) form.set(field.name, added.code);
    },
  });
  return (
    <>
      {choices.length > 0 ? (
        <ActionField form={form} field={{ ...field, choices }} />
      ) : (
        <Text size="sm" fw={500}>
          {field.label} <span className="quiet">{field.help}</span>
        </Text>
      )}
      <Button
        mt="xs"
        variant="default"
        size="compact-md"
        data-testid={`attach-${field.name}`}
        loading={attach.isPending}
        leftSection={<IconPaperclip size={16} aria-hidden />}
        onClick={() => attach.mutate()}
      >
        {say.attach_here}
      </Button>
      {attach.data?.attached.refused.map(({ name, reason }) => (
        <Warning key={name}>{fill(say.refused, { name, reason })}</Warning>
      ))}
      <SaidAlert thrown={attach.error} />
    </>
  );
}
