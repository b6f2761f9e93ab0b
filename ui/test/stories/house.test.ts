import { expect, it } from "vitest";

const FILES = import.meta.glob<string>("../../src/**/*.{ts,tsx}", { query: "?raw", import: "default", eager: true });
const paths = new Set(Object.keys(FILES));

/** The file that `spec` means in the file `from`. */
function meant(from: string, spec: string): string | undefined {
  const { pathname } = new URL(spec, `file:///a/b/${from}`);
  const base = pathname.replace(/^\/src\//, "../../src/");
  return ["", ".ts", ".tsx", "/index.ts"].map((end) => base + end).find((path) => paths.has(path));
}

function imports(from: string): string[] {
  const specs = (FILES[from] ?? "").matchAll(/(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"/g);
  return [...specs].flatMap(([, spec = ""]) => meant(from, spec) ?? []);
}

/** A way that leads from a file back to it, where there is one. */
function circle(): string[] | null {
  const done = new Set<string>();
  const walk = (path: string, way: string[]): string[] | null => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of imports(path)) {
      const found = walk(next, [...way, path]);
      if (found) return found;
    }
    done.add(path);
    return null;
  };
  for (const path of paths) {
    const found = walk(path, []);
    if (found) return found;
  }
  return null;
}

it("no file of the window imports itself by a roundabout way", () => {
  // The test sees what imports what at all: the app knows its screens.
  expect(imports("../../src/app.tsx")).toContain("../../src/screens/today/today.tsx");
  expect(circle()).toBeNull();
});

it("no screen is addressed but through the list of places", () => {
  const addressed = /["`]\/(permohonan|keberatan|tanya|informasi|register|pengaturan|tindakan|berkas|kalender)\b/;
  const elsewhere = [...paths].filter((path) => !path.includes("/places/") && addressed.test(FILES[path] ?? ""));
  expect(elsewhere).toEqual([]);
});

/** The codes of every step that the core offered anywhere in the recording. A code of one word is a word like any other. */
function codes(answer: unknown): string[] {
  if (Array.isArray(answer)) return answer.flatMap(codes);
  if (typeof answer !== "object" || answer === null) return [];
  const own = "action" in answer && "allowed" in answer && typeof answer.action === "string" ? [answer.action] : [];
  return [...own, ...Object.values(answer).flatMap(codes)].filter((code) => code.includes("_"));
}

it("no step is known by its code: whatever is special about one, the core describes", () => {
  const recordings = import.meta.glob("../recorded/*.json", { import: "default", eager: true });
  const known = [...new Set(Object.values(recordings).flatMap(codes))];
  expect(known).toContain("change_key");
  const named = (path: string) => known.filter((code) => (FILES[path] ?? "").includes(`"${code}"`));
  const mine = [...paths].filter((path) => !path.endsWith("core/bindings.ts"));
  expect(mine.filter((path) => named(path).length > 0)).toEqual([]);
});
