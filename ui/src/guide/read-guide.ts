/** A piece of a chapter as it is written: a heading, a paragraph, a picture, one line of a list, or one row of a table. */
export type Block =
  | { kind: "heading" | "paragraph"; text: string }
  | { kind: "picture"; text: string; source: string }
  | { kind: "item"; text: string; mark: string }
  | { kind: "row"; cells: string[]; head: boolean };

export interface Chapter {
  name: string;
  title: string;
  blocks: Block[];
}

const FILES = import.meta.glob<string>("../../../docs/panduan/*.md", { query: "?raw", import: "default", eager: true });

const PICTURES = import.meta.glob<string>("../../../docs/panduan/gambar/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});

const ITEM = /^(-|\d+\.) +/;
const PICTURE = /^!\[([^\]]+)\]\((gambar\/[^)]+)\)$/;

/** Reads the few signs of Markdown that the guide is written with. */
function read(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { text: string } | null = null;
  for (const line of text.split("\n")) {
    const said = line.trim();
    const mark = ITEM.exec(said)?.[1];
    const picture = PICTURE.exec(said);
    if (said === "") open = null;
    else if (picture) {
      const [, shown = "", file = ""] = picture;
      blocks.push({ kind: "picture", text: shown, source: PICTURES[`../../../docs/panduan/${file}`] ?? "" });
      open = null;
    } else if (said.startsWith("#")) blocks.push({ kind: "heading", text: said.replace(/^#+ */, "") });
    else if (/^\|[\s|:-]+\|$/.test(said)) {
      const before = blocks.at(-1);
      if (before?.kind === "row") before.head = true;
    } else if (said.startsWith("|")) {
      const cells = said.slice(1, -1).split("|");
      blocks.push({ kind: "row", cells: cells.map((cell) => cell.trim()), head: false });
    } else if (mark) {
      const block = { kind: "item" as const, text: said.replace(ITEM, ""), mark };
      blocks.push(block);
      open = block;
    } else if (open) open.text += ` ${said}`;
    else {
      const block = { kind: "paragraph" as const, text: said };
      blocks.push(block);
      open = block;
    }
  }
  return blocks;
}

/** The chapter's place in the guide; what opens it comes first. */
function place(name: string): number {
  const chapter = Number.parseInt(name, 10);
  return Number.isNaN(chapter) ? -1 : chapter;
}

/** The guide for officers, chapter by chapter, as it comes with the app. */
export const GUIDE: Chapter[] = Object.entries(FILES)
  .map(([path, text]) => {
    const [title, ...blocks] = read(text);
    return { name: path.split("/").at(-1) ?? path, title: title ? plain(words(title)) : "", blocks };
  })
  .sort((one, other) => place(one.name) - place(other.name));

function words(block: Block): string {
  return block.kind === "row" ? block.cells.join(" ") : block.text;
}

function plain(text: string): string {
  return text.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1").replace(/[*`]/g, "");
}

/** Where all of the words stand: the chapters, and in each the first sentence that has them. */
export function lookUp(typed: string): { chapter: Chapter; says: string }[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => wanted.every((word) => text.toLowerCase().includes(word));
  if (wanted.length === 0) return GUIDE.map((chapter) => ({ chapter, says: "" }));
  return GUIDE.flatMap((chapter) => {
    const says = chapter.blocks.map((block) => plain(words(block))).find(has);
    return says !== undefined || has(chapter.title) ? [{ chapter, says: says ?? "" }] : [];
  });
}
