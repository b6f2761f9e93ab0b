import { Button, Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { Done, PaperRef, SubjectRef } from "../core";
import { PaperPanel, usePrinters } from "../paper";
import { pathOf } from "../places/paths";
import { words } from "../words";
import { MadePapers } from "./made-papers";

/** The paper that was just made, ready to print. */
export function Made({ done, paper, subject }: { done: Done; paper: PaperRef; subject: SubjectRef }) {
  const print = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLAnchorElement>(null);
  const [shown, show] = useState(0);
  const { none } = usePrinters();
  // Without a printer Enter leads back; but not away from a card that is shown once.
  const leadsBack = none && paper.paper !== "recovery_card";
  useEffect(() => (leadsBack ? back : print).current?.focus(), [leadsBack]);
  const { papers } = done;
  const one = papers[shown] ?? { paper, title: words.action.paper };
  return (
    <div className="made">
      <section className="sheet" aria-label={done.said}>
        <Stack gap="md">
          <Group gap="xs" className="saved-title" role="status" wrap="nowrap">
            <IconCircleCheck size={24} aria-hidden style={{ flex: "none" }} />
            <h1>{done.said}</h1>
          </Group>
          <Text>{whatNow(paper, papers.length)}</Text>
          {papers.length > 1 && <MadePapers papers={papers} shown={shown} show={show} />}
          <Button
            ref={back}
            variant="default"
            component={Link}
            href={pathOf(done.subject ?? subject)}
            className="takes-focus"
            data-testid="back-to-request"
          >
            {words.action.back}
          </Button>
        </Stack>
      </section>
      <section className="sheet saved-paper" aria-label={words.request.papers}>
        <PaperPanel
          key={shown}
          paper={one.paper}
          title={one.title}
          isNext={!leadsBack}
          printRef={print}
          onPrinted={() => back.current?.focus()}
        />
      </section>
    </div>
  );
}

/** What is done with what was made. */
function whatNow(paper: PaperRef, papers: number): string {
  if (paper.paper === "recovery_card") return words.action.made_card;
  if (paper.paper === "handover") return words.action.made_handover;
  if (paper.paper === "numbered_forms") return words.action.made_forms;
  return papers > 1 ? words.action.made_many : words.action.made;
}
