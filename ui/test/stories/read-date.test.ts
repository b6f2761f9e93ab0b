import { describe, expect, it } from "vitest";
import asWritten from "../../../crates/domain/dates-as-written.json";
import { readDate, readTime } from "../../src/fields/read-date";

describe("a date as people type it", () => {
  it.each(asWritten as [string, string | null][])("reads %s as %s, as the core does", (typed, date) =>
    expect(readDate(typed)).toBe(date),
  );
  it.each([
    ["9.15", "09:15"],
    ["0915", "09:15"],
    ["09:15 WIB", "09:15"],
    ["10", "10:00"],
    ["25.00", "25.00"],
  ])("reads the time %s as %s", (typed, time) => expect(readTime(typed)).toBe(time));
});
