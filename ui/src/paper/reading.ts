/** What is read off a page to be selected and heard: where each piece of text stands, in the points of the page. */
export interface Piece {
  text: string;
  left: number;
  /** Of its base line, from the top. */
  base: number;
  width: number;
  size: number;
}

/** One page of a paper, ready to be drawn. */
export interface Page {
  number: number;
  /** In points. */
  width: number;
  height: number;
  pieces: () => Promise<Piece[]>;
  /** Draws the page so many pixels wide; what is under way ends without a word when `stop` is heard. */
  draw: (width: number, stop: AbortSignal) => Promise<HTMLCanvasElement | null>;
}

/**
 * The library that reads papers comes with the first paper, not with the window. It works in the window's own thread: a paper
 * has few pages, and a worker would need an address that the window's rules of content forbid.
 */
async function library() {
  const [pdf, worker] = await Promise.all([
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return pdf;
}

type Document = Awaited<ReturnType<Awaited<ReturnType<typeof library>>["getDocument"]>["promise"]>;

/** Opens a paper. The bytes stay the caller's. */
export async function readPaper(bytes: ArrayBuffer): Promise<Page[]> {
  const { getDocument } = await library();
  const paper = await getDocument({
    data: new Uint8Array(bytes.slice(0)),
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
  return Promise.all(Array.from({ length: paper.numPages }, (_, at) => pageOf(paper, at + 1)));
}

async function pageOf(paper: Document, number: number): Promise<Page> {
  const page = await paper.getPage(number);
  const { width, height, transform } = page.getViewport({ scale: 1 });
  return {
    number,
    width,
    height,
    pieces: async () => {
      const { items } = await page.getTextContent();
      return items.flatMap((item): Piece[] => {
        if (!("str" in item) || item.str.trim() === "") return [];
        const [, , , , left = 0, up = 0] = item.transform as number[];
        // Pages are not turned: only the vertical axis runs the other way.
        const base = up * (transform[3] ?? -1) + (transform[5] ?? height);
        return [{ text: item.str, left, base, width: item.width, size: item.height || 10 }];
      });
    },
    draw: async (pixels, stop) => {
      const canvas = document.createElement("canvas");
      const viewport = page.getViewport({ scale: pixels / width });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const canvasContext = canvas.getContext("2d");
      if (!canvasContext || stop.aborted) return null;
      const drawing = page.render({ canvasContext, viewport, background: "#ffffff" });
      stop.addEventListener("abort", () => drawing.cancel(), { once: true });
      await drawing.promise;
      return stop.aborted ? null : canvas;
    },
  };
}
