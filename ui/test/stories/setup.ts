import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";

// What jsdom lacks and a web view has.
Object.assign(window, {
  matchMedia: (query: string) => ({
    matches: query.includes("reduce"),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
    onchange: null,
  }),
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
});
// Every page is in sight, and there is nothing to draw on: stories read the words of a paper, not its picture.
Object.assign(window, {
  IntersectionObserver: class {
    constructor(private heard: (seen: object[]) => void) {}
    observe(target: Element) {
      this.heard([{ isIntersecting: true, target, intersectionRect: { height: 0 } }]);
    }
    disconnect() {}
  },
});
Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
Object.assign(Element.prototype, { scrollIntoView: () => undefined, scrollTo: () => undefined });
Object.assign(document, { fonts: { addEventListener: () => undefined, removeEventListener: () => undefined } });

// Nothing is laid out here: every box is as large as a table on a small screen.
Object.defineProperties(Element.prototype, {
  clientHeight: { get: () => 520 },
  clientWidth: { get: () => 1100 },
});

// A shared machine may be slow; a sentence that comes late is still true.
configure({ asyncUtilTimeout: 8_000 });

beforeEach(() => {
  localStorage.clear();
  window.location.hash = "";
});
afterEach(cleanup);
