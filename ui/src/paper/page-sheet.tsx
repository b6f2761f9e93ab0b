import { useEffect, useRef, useState } from "react";
import { fill, words } from "../words";
import type { Page, Piece } from "./reading";

/** One page: its picture, and over it the words of the paper, to be selected and heard. */
export function PageSheet({ page, seen }: { page: Page; seen: (part: number) => void }) {
  const place = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLCanvasElement>(null);
  const { near, width } = useSeen(place, seen);
  const [pieces, setPieces] = useState<Piece[]>([]);
  useEffect(() => {
    if (!near) return;
    let gone = false;
    void page.pieces().then((found) => !gone && setPieces(found));
    return () => {
      gone = true;
    };
  }, [page, near]);
  useEffect(() => {
    if (!near || width === 0) return;
    const stop = new AbortController();
    // What is drawn lies on a sheet of its own until it is whole: two drawings never meet on one page.
    const put = (drawn: HTMLCanvasElement | null) => {
      const shown = picture.current;
      if (!drawn || !shown || stop.signal.aborted) return;
      shown.width = drawn.width;
      shown.height = drawn.height;
      shown.getContext("2d")?.drawImage(drawn, 0, 0);
      shown.dataset.drawn = "yes";
    };
    page.draw(Math.round(width * (window.devicePixelRatio || 1)), stop.signal).then(put, () => undefined);
    return () => stop.abort();
  }, [page, near, width]);
  return (
    <div
      ref={place}
      className="paper-page"
      style={{ aspectRatio: `${page.width} / ${page.height}` }}
      data-testid="paper-page"
      data-page={page.number}
    >
      <canvas ref={picture} aria-hidden />
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fields; its words are to be heard as one page */}
      <svg
        viewBox={`0 0 ${page.width} ${page.height}`}
        role="group"
        aria-label={fill(words.papers.page, { at: page.number })}
      >
        {pieces.map(({ text, left, base, width: wide, size }) => (
          <text
            key={`${left} ${base} ${text}`}
            x={left}
            y={base}
            fontSize={size}
            textLength={wide > 0 ? wide : undefined}
            lengthAdjust="spacingAndGlyphs"
          >
            {`${text}\n`}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Whether a page is near what is in sight, how wide it stands there, and how much of it is seen. */
function useSeen(place: React.RefObject<HTMLDivElement | null>, seen: (part: number) => void) {
  const [near, setNear] = useState(false);
  const [width, setWidth] = useState(0);
  const told = useRef(seen);
  told.current = seen;
  useEffect(() => {
    const page = place.current;
    if (!page) return;
    const box = page.closest(".paper-frame");
    const close = new IntersectionObserver(([one]) => setNear(one?.isIntersecting ?? false), {
      root: box,
      rootMargin: "100% 0px",
    });
    const inSight = new IntersectionObserver(([one]) => told.current(one?.intersectionRect.height ?? 0), {
      root: box,
      threshold: [0, 0.1, 0.25, 0.5, 0.75, 1],
    });
    const sized = new ResizeObserver(() => setWidth(page.clientWidth));
    close.observe(page);
    inSight.observe(page);
    sized.observe(page);
    setWidth(page.clientWidth);
    return () => {
      for (const watching of [close, inSight, sized]) watching.disconnect();
    };
  }, [place]);
  return { near, width };
}
