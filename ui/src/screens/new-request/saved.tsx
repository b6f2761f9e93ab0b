import { Button, Group, Stack, Text } from "@mantine/core";
import { IconArrowRight, IconCircleCheck, IconFileDownload } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { SaidAlert } from "../../answers";
import type { PaperRef, RequestView } from "../../core";
import { DeadlineDates } from "../../deadline";
import { PaperPanel, usePrinters, usePrinting } from "../../paper";
import { requestPath } from "../../places/paths";
import { Key } from "../../theme/key";
import { words } from "../../words";

const say = words.newRequest;

/** It is registered: the number, the receipt, Enter prints, Enter again begins the next one. */
export function SavedPage({ saved, next }: { saved: RequestView; next: () => void }) {
  const print = useRef<HTMLButtonElement>(null);
  const nextButton = useRef<HTMLButtonElement>(null);
  const { row, deadlines } = saved;
  const receipt: PaperRef = { paper: "request", id: row.id, kind: "receipt" };
  const form: PaperRef = { paper: "request", id: row.id, kind: "request_form" };
  const formPaper = usePrinting(form);
  // Without a printer Enter goes on to the next at once: there is nothing here that it could print with.
  const { none: printerless } = usePrinters();
  useEffect(() => (printerless ? nextButton : print).current?.focus(), [printerless]);
  return (
    <div className="saved">
      <section className="sheet saved-side" aria-label={say.saved_title}>
        <Stack gap="md">
          <Group gap="xs" className="saved-title" role="status">
            <IconCircleCheck size={24} aria-hidden />
            <h1>{say.saved_title}</h1>
          </Group>
          <div>
            <Text size="sm" c="dimmed">
              {say.saved_number}
            </Text>
            <div className="saved-number" data-testid="registration-number">
              {row.number}
            </div>
            <Text mt={4}>{row.applicant}</Text>
          </div>
          <Text>{say.saved_lead}</Text>
          <Stack gap="xs">
            <Button
              ref={nextButton}
              size="md"
              data-testid="next-request"
              variant="default"
              className="takes-focus"
              rightSection={printerless ? <Key>Enter</Key> : <IconArrowRight size={18} aria-hidden />}
              onClick={next}
            >
              {say.next}
            </Button>
            <Button
              variant="subtle"
              data-testid="save-form"
              leftSection={<IconFileDownload size={18} aria-hidden />}
              loading={formPaper.saving}
              onClick={() => formPaper.save()}
            >
              {say.form_paper}
            </Button>
            <div role="status" className="paper-done">
              {formPaper.done}
            </div>
            <SaidAlert thrown={formPaper.thrown} />
            <Button variant="subtle" component={Link} href={requestPath(row.id)} data-testid="open-request">
              {say.open}
            </Button>
          </Stack>
          <DeadlineDates deadlines={deadlines} upright />
        </Stack>
      </section>
      <section className="sheet saved-paper" aria-label={say.receipt}>
        <PaperPanel
          paper={receipt}
          title={say.receipt}
          isNext={!printerless}
          printRef={print}
          onPrinted={() => nextButton.current?.focus()}
        />
      </section>
    </div>
  );
}
