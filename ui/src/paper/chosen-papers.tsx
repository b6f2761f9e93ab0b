import { Alert, Button, Group } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SaidAlert } from "../answers";
import { keys, type PaperRef, useCore } from "../core";
import { fill, words } from "../words";

const say = words.printing;

interface Props {
  papers: PaperRef[];
  /** What was not printed is left, to be tried again. */
  left: (failed: PaperRef[]) => void;
  /** Stands before it in the same row. */
  children: ReactNode;
}

/** Prints what is ticked, one after another; tells what went to the printer, and of what did not why. */
export function ChosenPapers({ papers, left, children }: Props) {
  const core = useCore();
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: () => core.print_chosen(papers),
    onSuccess: ({ failed }) => {
      void queries.invalidateQueries({ queryKey: keys.every_request });
      void queries.invalidateQueries({ queryKey: keys.records });
      left(failed.map(({ paper }) => paper));
    },
  });
  const done = run.data?.printed.map(({ what, is_copy }) => (is_copy ? fill(say.copy, { what }) : what)) ?? [];
  const failed = run.data?.failed ?? [];
  return (
    <>
      <Group gap="xs">
        {children}
        <Button
          variant="default"
          size="compact-md"
          ml="auto"
          data-testid="print-chosen"
          disabled={papers.length === 0}
          loading={run.isPending}
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => run.mutate()}
        >
          {papers.length === 0 ? say.chosen : fill(say.chosen_count, { count: papers.length })}
        </Button>
      </Group>
      <div role="status" className="paper-done" data-testid="chosen-printed">
        {done.length > 0 && fill(say.run, { papers: done.join(", ") })}
      </div>
      {failed.length > 0 && (
        <Alert role="alert" className="said" title={say.run_failed} data-testid="chosen-failed">
          {failed.map(({ what, message }) => (
            <div key={what}>
              <b>{what}</b>: {message}
            </div>
          ))}
        </Alert>
      )}
      <SaidAlert thrown={run.error} />
    </>
  );
}
