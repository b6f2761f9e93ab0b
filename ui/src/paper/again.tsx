import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { words } from "../words";

const say = words.papers;

interface Props {
  /** Prints the original once more, for this reason. */
  print: (reason: string) => void;
  printing: boolean;
}

/** An original that jammed is printed as an original again; what became of it is asked, for the story. */
export function PrintAgain({ print, printing }: Props) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setOpen(false);
  const send = () => {
    if (reason.trim() === "") return;
    close();
    setReason("");
    print(reason);
  };
  return (
    <>
      <Button variant="default" data-testid="print-again" loading={printing} onClick={() => setOpen(true)}>
        {say.print_again}
      </Button>
      <Modal opened={open} onClose={close} title={say.again_title}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // It stands within the form of a step where a draft is looked at.
            event.stopPropagation();
            send();
          }}
        >
          <Stack gap="sm">
            <Text>{say.again_lead}</Text>
            <TextInput
              data-autofocus
              data-testid="again-reason"
              label={say.again_reason}
              placeholder={say.again_hint}
              maxLength={300}
              autoComplete="off"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {say.cancel}
              </Button>
              <Button type="submit" data-testid="again-send" disabled={reason.trim() === ""}>
                {say.again_send}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
