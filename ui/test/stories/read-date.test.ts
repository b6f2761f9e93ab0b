import { describe, expect, it } from "vitest";
import { readDate, readTime } from "../../src/fields/read-date";

describe("a date as people type it", () => {
  it.each([
    "23/11/2026",
    "23-11-26",
    "23.11.2026",
    "23112026",
    "23 November 2026",
    "23 nov 2026",
    "Senin, 23 November 2026",
    "2026-11-23",
  ])("reads %s", (typed) => expect(readDate(typed)).toBe("2026-11-23"));
  it("knows every month, however August is shortened", () => {
    expect(readDate("17 Agustus 2026")).toBe("2026-08-17");
    expect(readDate("17 Agt 2026")).toBe("2026-08-17");
    expect(readDate("1 Mei 2026")).toBe("2026-05-01");
  });
  it.each(["", "kemarin", "31/02/2026", "23/13/2026", "99999999"])("does not guess at %s", (typed) =>
    expect(readDate(typed)).toBeNull(),
  );
  it.each([
    ["9.15", "09:15"],
    ["0915", "09:15"],
    ["09:15 WIB", "09:15"],
    ["10", "10:00"],
    ["25.00", "25.00"],
  ])("reads the time %s as %s", (typed, time) => expect(readTime(typed)).toBe(time));
});
