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
  const addressed = /["`]\/(permohonan|keberatan|tanya|informasi|register|pengaturan|tindakan|berkas)\b/;
  const elsewhere = [...paths].filter((path) => !path.includes("/places/") && addressed.test(FILES[path] ?? ""));
  expect(elsewhere).toEqual([]);
});
