import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { SaidAlert } from "../answers";
import { type CalendarChange, type Done, useCore } from "../core";
import { useKeys } from "../shell/keys";
import { PlainTable } from "../table";
import { Key } from "../theme/key";
import { Sheet } from "../theme/sheet";
import { words } from "../words";

const say = words.action;

interface Props {
  change: CalendarChange;
  cancel: () => void;
  accepted: (done: Done) => void;
}

/** What a change of the calendar, or a pack, would do, to be accepted as shown. */
export function Differences({ change, cancel, accepted }: Props) {
  const title = change.differences.length > 0 ? say.pieces : say.differences;
  const core = useCore();
  const accept = useMutation({ mutationFn: () => core.accept_calendar(change.token), onSuccess: accepted });
  const take = () => {
    if (!accept.isPending) accept.mutate();
  };
  useKeys({ escape: cancel, "ctrl+s": take });
  const head = useRef<HTMLHeadingElement>(null);
  // It is to be read first: the key that brought it here must not accept it too.
  useEffect(() => head.current?.focus(), []);
  return (
    <Stack gap="md">
      <div className="screen-head">
        <h1 ref={head} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {change.differences.length > 0 && (
        <Sheet label={say.pieces}>
          <div className="pieces">
            <PlainTable
              label={say.pieces}
              heads={[say.piece, say.piece_before, say.piece_after]}
              rows={change.differences.map(({ what, before, after }) => [what, before, after])}
            />
          </div>
        </Sheet>
      )}
      <Sheet label={say.differences}>
        <Text mb="sm" data-testid="differences-said">
          {change.said}
        </Text>
        {change.rows.length > 0 && (
          <PlainTable
            label={say.differences}
            heads={[words.rows.number, say.old_date, say.new_date, say.printed]}
            rows={change.rows.map(({ number, old_text, new_text, printed }) => [
              number,
              old_text,
              new_text,
              printed ? say.printed_yes : say.printed_no,
            ])}
          />
        )}
        <SaidAlert thrown={accept.error} />
        <Group mt="md" justify="flex-end">
          <Button variant="default" onClick={cancel} rightSection={<Key>Esc</Key>}>
            {say.cancel}
          </Button>
          <Button
            data-testid="accept-differences"
            loading={accept.isPending}
            onClick={take}
            rightSection={<Key>Ctrl+S</Key>}
          >
            {say.accept}
          </Button>
        </Group>
      </Sheet>
    </Stack>
  );
}
