import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { found, openWindow } from "./window";

const day = (name: RegExp) => screen.findByRole("button", { name });

describe("the calendar of the month", () => {
  it("is one step from today, with today marked and the day's rows beside it", async () => {
    const { officer } = openWindow("/");
    await officer.click(await found("open-calendar"));
    expect(await screen.findByRole("heading", { level: 1, name: "Desember 2026" })).toBeVisible();
    expect(screen.getByTestId("nav-today")).toHaveAttribute("aria-current", "page");
    const today = await day(/^Selasa, 22 Desember 2026, hari ini/);
    expect(today).toHaveAttribute("aria-current", "date");
    expect(today).toHaveAttribute("aria-pressed", "true");
    expect(today).toHaveFocus();
    expect(screen.getByRole("region", { name: "Selasa, 22 Desember 2026" })).toBeVisible();
  });

  it("names holidays and cuti bersama, and greys weekends", async () => {
    openWindow("/kalender/2026-12");
    const christmas = await day(/^Jumat, 25 Desember 2026/);
    expect(christmas).toHaveTextContent("Natal (libur nasional)");
    expect(christmas.closest("td")).toHaveClass("month-cell-off");
    expect((await day(/^Sabtu, 26 Desember/)).closest("td")).toHaveClass("month-cell-weekend");
    expect((await day(/^Senin, 28 Desember/)).closest("td")).toHaveClass("month-cell-works");
  });

  it("is worked with the keyboard alone, from month to month and into the rows of a day", async () => {
    const { core, officer } = openWindow("/kalender/2026-12-30");
    (await day(/^Rabu, 30 Desember/)).focus();
    await officer.keyboard("{ArrowRight}");
    expect(await day(/^Kamis, 31 Desember/)).toHaveFocus();
    await officer.keyboard("{ArrowRight}");
    await waitFor(() => expect(core.last("month")).toEqual({ month: "2027-01" }));
    await waitFor(async () => expect(await day(/^Jumat, 1 Januari 2027/)).toHaveFocus());
    expect(screen.getByRole("heading", { level: 1, name: "Januari 2027" })).toBeVisible();
    await officer.keyboard("{PageUp}");
    await waitFor(async () => expect(await day(/^Selasa, 1 Desember 2026/)).toHaveFocus());
    const busy = screen.getAllByRole("button", { name: /batas waktu/ }).find((one) => one.closest("[data-inside]"));
    await officer.click(busy as HTMLElement);
    await officer.keyboard("{Enter}");
    expect(document.activeElement).toHaveAttribute("data-row-link");
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toMatch(/permohonan|berkas|register|pengaturan/));
  });

  it("goes back with Esc to where one came from, however many days were leafed through", async () => {
    const { officer } = openWindow("/keberatan");
    await officer.click(await found("nav-today"));
    await officer.click(await found("open-calendar"));
    (await day(/^Selasa, 22 Desember/)).focus();
    await officer.keyboard("{ArrowLeft}{ArrowLeft}{ArrowUp}");
    expect(await day(/^Minggu, 13 Desember/)).toHaveFocus();
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(window.location.hash).toBe("#/"));
  });

  it("says of a year that is not loaded what to do, and guesses nothing", async () => {
    openWindow("/kalender/2031-03");
    expect(await found("month-note")).toHaveTextContent(/Kalender 2031 belum dimuat.*minta berkas kalender/);
    const first = within(screen.getByRole("table")).getByRole("button", { name: "Sabtu, 1 Maret 2031" });
    expect(first.closest("td")).toHaveClass("month-cell-unknown");
  });
});
