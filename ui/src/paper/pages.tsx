import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconArrowsMaximize, IconChevronDown, IconChevronUp, IconMinus, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ScrollRegion } from "../theme/scroll-region";
import { fill, words } from "../words";
import { PageSheet } from "./page-sheet";
import type { Page } from "./reading";

const say = words.papers;
/** Widths of a page, in parts of the room there is. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
const FITS = 1;
const WHOLE = 0.75;
/** Room in which a page has no width to spare, in pixels. */
const NARROW = 800;
/** What stays beside the words of a page, in parts of its width: frames and lines reach that far. */
const BESIDE = 0.035;

/** Where the words of a page stand, in parts of its width; nothing where it has none. */
async function wordsOf(page: Page): Promise<{ from: number; to: number } | null> {
  const pieces = (await page.pieces()).filter(({ text }) => text.trim() !== "");
  if (pieces.length === 0) return null;
  const from = Math.min(...pieces.map(({ left }) => left)) / page.width;
  const to = Math.max(...pieces.map(({ left, width }) => left + width)) / page.width;
  return { from: Math.max(0, from - BESIDE), to: Math.min(1, to + BESIDE) };
}

interface Props {
  pages: Page[];
  title: string;
  /** Shows the paper in the whole window; nothing where it is there already. */
  large?: () => void;
}

/** All pages of a paper below each other, as they will be printed. Nothing can be changed, kept or printed here. */
export function Pages({ pages, title, large }: Props) {
  const box = useRef<HTMLElement>(null);
  // In the whole window a page as wide as it would be read through a slit.
  const [zoom, setZoom] = useState(large ? FITS : WHOLE);
  const parts = useRef(new Map<number, number>());
  const [at, setAt] = useState(1);
  const seen = (page: number, part: number) => {
    parts.current.set(page, part);
    const most = [...parts.current].sort(([one, high], [other, low]) => low - high || one - other)[0];
    if (most && most[1] > 0) setAt(most[0]);
  };
  const go = (page: number) => {
    const place = box.current?.querySelector<HTMLElement>(`[data-page="${page}"]`);
    if (place && box.current) box.current.scrollTo?.({ top: place.offsetTop - 8 });
    setAt(page);
  };
  const smaller = ZOOMS.filter((one) => one < zoom).at(-1);
  const larger = ZOOMS.find((one) => one > zoom);
  // Beside other things a page is as wide as its words: its white edges would make them too small to read.
  const [seenFrom, setSeenFrom] = useState<number | null>(null);
  useEffect(() => {
    const room = box.current?.clientWidth ?? 0;
    const first = pages[0];
    if (!large || !first || room === 0 || room > NARROW) return;
    let gone = false;
    void wordsOf(first).then((stand) => {
      if (gone || !stand) return;
      setZoom(Math.min(1.5, Math.max(FITS, 1 / (stand.to - stand.from))));
      setSeenFrom(stand.from);
    });
    return () => {
      gone = true;
    };
  }, [pages, large]);
  // A page of another width is looked at from its words on.
  useLayoutEffect(() => {
    const frame = box.current;
    if (frame && zoom > FITS) frame.scrollLeft = (seenFrom ?? 0) * frame.clientWidth * zoom;
  }, [zoom, seenFrom]);
  // Another paper begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the paper
  useEffect(() => {
    parts.current.clear();
    setAt(1);
    box.current?.scrollTo?.({ top: 0 });
  }, [pages]);
  return (
    <>
      <Group gap="xs" className="paper-bar">
        <Tool label={say.page_before} off={at <= 1} does={() => go(at - 1)}>
          <IconChevronUp size={18} aria-hidden />
        </Tool>
        <Text size="sm" data-testid="paper-at" role="status" className="paper-at">
          {fill(say.page_of, { at, count: pages.length })}
        </Text>
        <Tool label={say.page_after} off={at >= pages.length} does={() => go(at + 1)}>
          <IconChevronDown size={18} aria-hidden />
        </Tool>
        <span className="paper-room" />
        <Tool label={say.smaller} off={smaller === undefined} does={() => setZoom(smaller ?? zoom)}>
          <IconMinus size={18} aria-hidden />
        </Tool>
        <Text size="sm" data-testid="paper-zoom">
          {Math.round(zoom * 100)}%
        </Text>
        <Tool label={say.larger} off={larger === undefined} does={() => setZoom(larger ?? zoom)}>
          <IconPlus size={18} aria-hidden />
        </Tool>
        {large && (
          <Button
            variant="default"
            size="compact-sm"
            data-testid="paper-large"
            leftSection={<IconArrowsMaximize size={16} aria-hidden />}
            onClick={large}
          >
            {say.large}
          </Button>
        )}
      </Group>
      <ScrollRegion ref={box} className="paper-frame" testid="paper-frame" label={fill(say.frame, { title })}>
        <div className="paper-pages" style={{ width: `${zoom * 100}%` }}>
          {pages.map((page) => (
            <PageSheet key={page.number} page={page} seen={(part) => seen(page.number, part)} />
          ))}
        </div>
      </ScrollRegion>
    </>
  );
}

interface ToolProps {
  label: string;
  off: boolean;
  does: () => void;
  children: ReactNode;
}

function Tool({ label, off, does, children }: ToolProps) {
  return (
    <ActionIcon variant="default" aria-label={label} title={label} disabled={off} onClick={does}>
      {children}
    </ActionIcon>
  );
}
