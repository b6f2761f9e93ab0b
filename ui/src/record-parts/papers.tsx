import { Checkbox, Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { PaperItem, PaperKind, PaperRef } from "../core";
import { ChosenPapers, PaperPanel } from "../paper";
import { Sheet } from "../theme/sheet";
import { fill, words } from "../words";

const say = words.request;

/** Something beside the papers that is printed too, such as an envelope. */
export interface Beside {
  code: string;
  title: string;
  panel: ReactNode;
}

interface Props {
  papers: PaperItem[];
  refOf: (kind: PaperKind) => PaperRef;
  beside?: Beside[];
}

/** The papers of one thing: pick one at the top, see and print it below; or tick several and print them in one go. */
export function Papers({ papers, refOf, beside = [] }: Props) {
  const [picked, setPicked] = useState<string | null>(null);
  const [ticked, setTicked] = useState<PaperKind[]>([]);
  const other = beside.find(({ code }) => code === picked);
  // Without a choice, the last paper: it is the one that was just made.
  const shown = other ? undefined : (papers.find(({ kind }) => kind === picked) ?? papers.at(-1));
  const several = papers.length > 1;
  const chosen = papers.filter(({ kind }) => ticked.includes(kind));
  const tick = (kind: PaperKind) =>
    setTicked(ticked.includes(kind) ? ticked.filter((one) => one !== kind) : [...ticked, kind]);
  const list = useRef<HTMLUListElement>(null);
  // The one that is shown is seen in its list, however long that is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the paper that is shown
  useEffect(() => {
    const line = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (line && list.current) list.current.scrollTop = line.offsetTop + line.offsetHeight - list.current.clientHeight;
  }, [shown?.kind]);
  const picks = beside.length > 0 && (
    <Group gap={4} className="paper-beside" role="group" aria-label={words.printing.post}>
      {beside.map(({ code, title }) => (
        <Pick key={code} code={code} shown={code === picked} pick={setPicked}>
          <span className="paper-title">{title}</span>
        </Pick>
      ))}
    </Group>
  );
  // One row for all that is not the paper itself: what is read keeps the room.
  const head = (
    <>
      <Title order={2} size="h5">
        {say.papers}
      </Title>
      {picks}
    </>
  );
  return (
    <Sheet className="whole-papers" label={say.papers}>
      {several ? (
        <ChosenPapers
          papers={chosen.map(({ kind }) => refOf(kind))}
          left={(failed) => setTicked(failed.flatMap((paper) => ("kind" in paper ? [paper.kind] : [])))}
        >
          {head}
        </ChosenPapers>
      ) : (
        <Group gap="xs">{head}</Group>
      )}
      {papers.length === 0 && <Text c="dimmed">{say.no_papers}</Text>}
      {papers.length > 0 && (
        <ul ref={list} className="paper-list" aria-label={say.paper_pick}>
          {papers.map((paper) => (
            <li key={paper.kind}>
              {several && (
                <Checkbox
                  aria-label={fill(words.printing.choose, { title: paper.title })}
                  data-testid={`tick-${paper.kind}`}
                  checked={ticked.includes(paper.kind)}
                  onChange={() => tick(paper.kind)}
                />
              )}
              <Pick code={paper.kind} shown={paper.kind === shown?.kind} pick={setPicked}>
                <span className="paper-title" title={paper.title}>
                  {paper.title}
                </span>
                <span className="quiet">{paper.number}</span>
              </Pick>
            </li>
          ))}
        </ul>
      )}
      {other?.panel}
      {shown && (
        <PaperPanel
          key={shown.kind}
          paper={refOf(shown.kind)}
          title={shown.title}
          printed={shown.printed}
          again={shown.again}
          note={shown.printed_text}
        />
      )}
    </Sheet>
  );
}

interface PickProps {
  code: string;
  shown: boolean;
  pick: (code: string) => void;
  children: ReactNode;
}

function Pick({ code, shown, pick, children }: PickProps) {
  return (
    <button
      type="button"
      className="paper-pick"
      aria-pressed={shown}
      data-testid={`paper-${code}`}
      onClick={() => pick(code)}
    >
      {children}
    </button>
  );
}
