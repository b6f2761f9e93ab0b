import type { ReactNode } from "react";
import { ScrollRegion } from "../theme/scroll-region";
import type { Block, Chapter } from "./read-guide";

interface Props {
  chapter: Chapter;
  /** Opens another chapter, by the name of its file. */
  open: (name: string) => void;
}

/** One chapter to read. */
export function ChapterPage({ chapter, open }: Props) {
  return (
    <ScrollRegion className="guide-page" label={chapter.title}>
      <h2>{chapter.title}</h2>
      {chapter.blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is written does not move
        <Written key={at} block={block} open={open} />
      ))}
    </ScrollRegion>
  );
}

function Written({ block, open }: { block: Block; open: Props["open"] }) {
  switch (block.kind) {
    case "heading":
      return <h3>{inline(block.text, open)}</h3>;
    case "paragraph":
      return <p>{inline(block.text, open)}</p>;
    case "picture":
      return <img className="guide-picture" src={block.source} alt={block.text} />;
    case "item":
      return (
        <div className="guide-item">
          <span>{block.mark === "-" ? "•" : block.mark}</span>
          <span>{inline(block.text, open)}</span>
        </div>
      );
    case "row":
      return (
        <div className={block.head ? "guide-row guide-row-head" : "guide-row"}>
          {block.cells.map((cell) => (
            <span key={cell}>{inline(cell, open)}</span>
          ))}
        </div>
      );
  }
}

const SIGNS = /(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/;

/** Bold, slanted, as it is typed, and ways to other chapters. */
function inline(text: string, open: Props["open"]): ReactNode[] {
  return text.split(SIGNS).map((part, at) => {
    const key = `${at} ${part}`;
    const way = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (way) {
      const [, label = "", file = ""] = way;
      return (
        <button key={key} type="button" className="guide-way" onClick={() => open(file.split("#")[0] ?? file)}>
          {label}
        </button>
      );
    }
    if (part.startsWith("**")) return <strong key={key}>{part.slice(2, -2)}</strong>;
    if (part.startsWith("*") && part.length > 2) return <em key={key}>{part.slice(1, -1)}</em>;
    if (part.startsWith("`")) return <code key={key}>{part.slice(1, -1)}</code>;
    return part;
  });
}
