import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { id } from "../recorded/recorded";
import { faultsSeenByAxe, found, openWindow } from "./window";

describe("help", () => {
  it("holds the whole guide, found by any word in it, with ways from chapter to chapter", async () => {
    const { officer } = openWindow("/");
    await officer.click(await found("nav-help"));
    expect(await screen.findByRole("radio", { name: "Panduan" })).toBeChecked();
    expect(screen.getAllByTestId("guide-chapter").length).toBeGreaterThan(8);
    await officer.type(screen.getByTestId("guide-words"), "kartu pemulihan amplop");
    const chapters = screen.getAllByTestId("guide-chapter");
    expect(chapters[0]).toHaveTextContent("Menyiapkan kantor");
    await officer.click(chapters[0] as HTMLElement);
    const page = screen.getByRole("region", { name: "Menyiapkan kantor" });
    expect(within(page).getByText("kartu pemulihan").tagName).toBe("STRONG");
    expect(page).not.toHaveTextContent("**");
    await officer.clear(screen.getByTestId("guide-words"));
    await officer.type(screen.getByTestId("guide-words"), "zebra");
    expect(screen.getByText(/Tidak ada di panduan/)).toBeVisible();
    expect(await faultsSeenByAxe()).toEqual([]);
  });

  it("shows the pictures of the guide and what is typed in a terminal as it is typed", async () => {
    const { officer } = openWindow("/");
    await officer.click(await found("nav-help"));
    await officer.type(await found("guide-words"), "setx LOKET_DATA");
    await officer.click(screen.getByTestId("guide-chapter"));
    const page = await screen.findByRole("region", { name: "Memasang Loket PPID" });
    expect(within(page).getByText("setx LOKET_DATA C:\\LoketPPID /M").tagName).toBe("CODE");
    const pictures = within(page).getAllByRole("img");
    for (const picture of pictures) {
      expect(picture).toHaveAccessibleName();
      expect(picture.getAttribute("src")).toMatch(/\.png$|^data:image\/png/);
    }
    expect(page).not.toHaveTextContent("![");
    expect(await faultsSeenByAxe()).toEqual([]);
  });

  it.each([
    ["/", "Menerima permohonan"],
    ["/permohonan", "Memproses dan memutuskan"],
    ["/permohonan/baru", "Menerima permohonan"],
    [`/permohonan/${id.processed}`, "Memproses dan memutuskan"],
    [`/berkas/objection/${id.objection}`, "Keberatan dan sengketa"],
    ["/register/angka", "Register, angka, laporan"],
    ["/pengaturan/akun", "Pengaturan"],
  ])("opens with F1 at the chapter of the screen %s", async (path, chapter) => {
    const { officer } = openWindow(path);
    await found("person");
    await officer.keyboard("{F1}");
    const page = await screen.findByRole("region", { name: new RegExp(`^${chapter}`) });
    expect(page).toBeVisible();
  });

  it("tells what the app is and where its data lies", async () => {
    const { officer } = openWindow("/");
    await officer.click(await found("nav-help"));
    await officer.click(await screen.findByRole("radio", { name: "Tentang" }));
    expect(await screen.findByText("/home/loket/.local/share/loket")).toBeVisible();
    expect(screen.getByText("0.1.0")).toBeVisible();
    expect(screen.getByText(/^21 Desember 2026, 15\.30/)).toBeVisible();
    await officer.click(screen.getByTestId("copy-about"));
    expect(await screen.findByText(/^Tersalin/)).toBeVisible();
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain("Versi: 0.1.0");
    expect(copied).not.toContain("/home/");
  });

  it("leads in the settings to the part one came for", async () => {
    const { officer } = openWindow("/pengaturan");
    const menu = within(await screen.findByRole("navigation", { name: "Bagian pengaturan" }));
    await officer.click(menu.getByRole("button", { name: "Akun" }));
    await waitFor(() => expect(screen.getByTestId("manage-accounts")).toHaveFocus());
  });
});
