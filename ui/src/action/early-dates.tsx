import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import dayjs from "dayjs";
import { useState } from "react";
import type { ActionForm } from "../core";
import type { Form } from "../fields";
import { fill, words } from "../words";
import { type Filled, toSend } from "./kept";

const inWords = (date: string) => dayjs(date).locale("id").format("D MMMM YYYY");

/** Asks once more before a date is sent that lies before the day it is written down: that stays marked for ever. */
export function useEarlyDates(asked: ActionForm, form: Form<Filled>, send: () => void) {
  const [question, ask] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const early = () => {
    const sent = toSend(asked, form);
    const dated = asked.sections.flatMap(({ fields }) => fields).filter(({ today }) => today !== null);
    return dated.flatMap(({ name, today }) => {
      const date = String(sent[name] ?? "");
      return today && /^\d{4}-\d{2}-\d{2}$/.test(date) && date < today ? [{ date, today }] : [];
    })[0];
  };
  return {
    send: () => {
      const found = early();
      if (!found) return send();
      ask(fill(words.action.early, { today: inWords(found.today), date: inWords(found.date) }));
      setOpen(true);
    },
    question: (
      <Modal opened={open} onClose={() => setOpen(false)} title={words.action.early_title}>
        <Stack gap="sm">
          <Text>{question}</Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus data-testid="early-no" onClick={() => setOpen(false)}>
              {words.action.early_no}
            </Button>
            <Button
              data-testid="early-yes"
              onClick={() => {
                setOpen(false);
                send();
              }}
            >
              {words.action.early_yes}
            </Button>
          </Group>
        </Stack>
      </Modal>
    ),
  };
}
