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
Object.assign(URL, { createObjectURL: () => "blob:paper", revokeObjectURL: () => undefined });
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
