import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPrinter, IconRuler2 } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { SaidAlert } from "../answers";
import { asSaid, keys, type PrintWayForm, type PrintWayView, useCore } from "../core";
import { Form, useStillWrong } from "../fields";
import { fill, words } from "../words";
import { WayFields } from "./way-fields";

const say = words.printing;
/** What all papers are printed as that are not set up by themselves. */
const USUAL = "usual";

interface Props {
  way: PrintWayView;
  opened: boolean;
  close: () => void;
}

/** How a kind of paper is printed on this computer: set, tried by a page with rulers, or left to what holds for all. */
export function WayDialog({ way, opened, close }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={fill(say.way_of, { kind: way.label })}>
      <Way way={way} close={close} />
    </Modal>
  );
}

function Way({ way, close }: Omit<Props, "opened">) {
  const core = useCore();
  const queries = useQueryClient();
  const [form] = useState(() => new Form<PrintWayForm>({ ...way.form }));
  const done = () => {
    void queries.invalidateQueries({ queryKey: keys.every_print_way });
    void queries.invalidateQueries({ queryKey: keys.print_ways });
    close();
  };
  const keep = useMutation({
    mutationFn: async (kind: string) => {
      await core.keep_print_way(kind, form.values);
      // What holds for all holds for this one too, or it would not be seen.
      if (kind !== way.kind && way.own) await core.forget_print_way(way.kind);
    },
    onSuccess: done,
  });
  const forget = useMutation({ mutationFn: () => core.forget_print_way(way.kind), onSuccess: done });
  const test = useMutation({ mutationFn: () => core.print_test_page(way.kind, form.values) });
  const thrown = keep.error ?? test.error ?? forget.error;
  useEffect(() => {
    if (thrown) form.refused(asSaid(thrown));
  }, [thrown, form]);
  const still = useStillWrong(form, thrown);
  const one = way.kind !== USUAL;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // It stands within the form of a step where a draft is looked at.
        event.stopPropagation();
        test.reset();
        keep.mutate(way.kind);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{say.lead}</Text>
        <WayFields form={form} />
        <SaidAlert thrown={still} />
        {test.data && (
          <div role="status" className="paper-done">
            {fill(say.tested, { printer: test.data.printer })}
          </div>
        )}
        <Group gap="sm">
          <Button
            type="submit"
            data-testid="way-keep"
            loading={keep.isPending}
            leftSection={<IconPrinter size={18} aria-hidden />}
          >
            {one ? say.keep_this : say.keep}
          </Button>
          {one && (
            <Button variant="default" data-testid="way-keep-all" onClick={() => keep.mutate(USUAL)}>
              {say.keep_all}
            </Button>
          )}
          <Button
            variant="default"
            data-testid="way-test"
            loading={test.isPending}
            leftSection={<IconRuler2 size={18} aria-hidden />}
            onClick={() => {
              keep.reset();
              test.mutate();
            }}
          >
            {say.test}
          </Button>
          {one && way.own && (
            <Button variant="subtle" data-testid="way-forget" onClick={() => forget.mutate()}>
              {say.forget}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
