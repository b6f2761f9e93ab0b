import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { no } from "../recorded/bridge";
import { id, recorded, said } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { found, openWindow } from "./window";

const path = "/pengaturan/paket";

describe("a pack of PPID Utama", () => {
  it("is found from the settings, and says where it stands", async () => {
    const { officer } = openWindow("/pengaturan");
    await officer.click(await found("manage-packs"));
    expect(await screen.findByText("Menunggu diterapkan")).toBeVisible();
    await officer.click(screen.getByText("Kalender 2026 versi 2"));
    expect(await found("record-title")).toHaveTextContent("Kalender 2026 versi 2");
    expect(screen.getByText("Ditambahkan: Libur nasional: Pemungutan suara")).toBeVisible();
  });

  it("shows its days and the deadlines they move before it is accepted", async () => {
    const { core, officer } = openWindow(`/berkas/pack/${id.pack}`);
    await officer.click(await found("step-apply_pack"));
    await officer.click(await found("decide"));
    const pieces = await screen.findByRole("table", { name: "Perbedaan paket" });
    expect(within(pieces).getByText("Rabu, 30 Desember 2026")).toBeVisible();
    expect(within(pieces).getByText("Libur nasional: Pemungutan suara")).toBeVisible();
    expect(screen.getByRole("table", { name: "Batas waktu yang bergeser" })).toBeVisible();
    expect(screen.getByRole("heading", { name: "Perbedaan paket" })).toHaveFocus();
    expect(core.last("change_preview")).toEqual({
      subject: { kind: "pack", id: id.pack },
      action: "apply_pack",
      form: {},
    });
    expect(core.times("accept_calendar")).toBe(0);
    await officer.click(screen.getByTestId("accept-differences"));
    await waitFor(() =>
      expect(core.last("accept_calendar")).toEqual({ token: recorded("change_preview", "apply_pack").token }),
    );
    await waitFor(() => expect(window.location.hash).toBe(`#${path}`));
  });

  it("is taken back with a reason", async () => {
    const { core, officer } = openWindow(`/berkas/pack/${id.pack}`, {
      record: () => recorded("record", "pack_in_force"),
    });
    await officer.click(await found("step-revert_pack"));
    await officer.type(await found("field-reason"), "Salah terbit");
    await officer.keyboard("{Control>}s{/Control}");
    await found("accept-differences");
    expect(core.last("change_preview")).toMatchObject({ action: "revert_pack", form: { reason: "Salah terbit" } });
  });

  it("comes as a file", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("step-read_pack"));
    expect(await found("record-title")).toHaveTextContent("Kalender 2026 versi 2");
    expect(core.times("act")).toBe(0);
  });

  it("that came as a file and is none of PPID Utama says so", async () => {
    const { officer } = openWindow(path, {
      read_pack: no(said("read_pack", "foreign")),
    });
    await officer.click(await found("step-read_pack"));
    expect(await found("said")).toHaveTextContent("bukan dari PPID Utama");
  });

  it("is not there yet at first, and the list says what it is for", async () => {
    openWindow(path, scenes.empty);
    expect(await screen.findByText(/baru berlaku setelah diterapkan/)).toBeVisible();
  });
});
