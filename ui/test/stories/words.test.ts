import { describe, expect, expectTypeOf, it } from "vitest";
import { figure, fill, words } from "../../src/words";
import type { Placeholders } from "../../src/words/fill";

/** Every text of the window, wherever it stands. */
function texts(of: unknown): string[] {
  if (typeof of === "string") return [of];
  return typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : [];
}

describe("the window's words", () => {
  it("are filled by name, and numbers stand as people read them", () => {
    expect(fill(words.request.from_to, { from: "Kantor", to: "PPID Utama" })).toBe("Kantor kepada PPID Utama");
    expect(fill(words.requests.found, { total: 3210 })).toBe("3.210 permohonan");
    expect(figure(1234567)).toBe("1.234.567");
    expect(fill("{a} {a}", { a: "$&" })).toBe("$& $&");
  });

  it("say what they need to be filled", () => {
    expectTypeOf<Placeholders<typeof words.fields.line>>().toEqualTypeOf<"place" | "message">();
    expectTypeOf<Placeholders<"Kantor">>().toEqualTypeOf<never>();
    // @ts-expect-error what is missing does not compile
    expect(fill(words.request.numbered, {})).not.toContain("Nomor 1");
  });

  it("call one thing by one name", () => {
    const others = /\b(pengguna|pencetak|surel|password|login)\b/i;
    expect(texts(words).filter((text) => others.test(text))).toEqual([]);
  });
});
