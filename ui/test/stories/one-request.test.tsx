import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { saying } from "../recorded/bridge";
import { id, recorded } from "../recorded/recorded";
import { eventful, scenes } from "../window/scenes";
import { faultsSeenByAxe, found, openWindow } from "./window";

const path = `/permohonan/${id.processed}`;
const incomplete = `/permohonan/${id.registered}`;

describe("one request", () => {
  it("keeps a step that is not allowed in reach and tells its reason on focus", async () => {
    const { core, officer } = openWindow(incomplete);
    const grant = await found("step-grant");
    expect(grant).toHaveAttribute("aria-disabled", "true");
    expect(grant).toHaveAccessibleDescription("Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.");
    grant.focus();
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Nyatakan berkas lengkap dahulu");
    await officer.keyboard("{Enter}");
    expect(window.location.hash).toBe(`#${incomplete}`);
    expect(core.times("act")).toBe(0);
    expect(core.times("action_form")).toBe(0);
  });

  it("keeps the steps that are seldom wanted folded away, within reach of the keyboard", async () => {
    const { officer } = openWindow(path);
    const unfold = await found("steps-seldom");
    expect(screen.queryByTestId("step-not_entitled")).toBeNull();
    unfold.focus();
    await officer.keyboard("{Enter}");
    expect(unfold).toHaveAttribute("aria-expanded", "true");
    await officer.click(await found("step-not_entitled"));
    expect(window.location.hash).toContain("/not_entitled");
  });

  it("asks once more before papers that are missing are called complete, and then says that they are", async () => {
    const { core, officer } = openWindow(incomplete);
    await officer.click(await found("step-declare_complete"));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Surat kuasa khusus");
    expect(core.times("act")).toBe(0);
    core.answer("request", () => recorded("request", "processed"));
    await officer.click(await found("confirm-declare_complete"));
    await waitFor(() => expect(screen.getByTestId("step-grant")).toHaveAttribute("aria-disabled", "false"));
    expect(core.last("act")).toEqual({
      subject: { kind: "request", id: id.registered },
      action: "declare_complete",
      form: {},
    });
    expect(screen.getByTestId("news")).toHaveTextContent("Berkas dinyatakan lengkap.");
  });

  it("tells what was done only on the screen it led to", async () => {
    const { core, officer } = openWindow(incomplete, {
      request: () => {
        const before = recorded("request", "registered");
        return { ...before, next: before.next.map((step) => ({ ...step, confirm: null })) };
      },
    });
    await officer.click(await found("step-declare_complete"));
    await found("news");
    expect(core.times("act")).toBe(1);
    await officer.click(screen.getByTestId("nav-today"));
    await screen.findByRole("heading", { name: "Hari ini" });
    expect(screen.queryByTestId("news")).toBeNull();
  });

  it("explains the deadline day by day, with holidays by name", async () => {
    const { officer } = openWindow(path);
    await officer.click(await found("explain-deadline"));
    expect((await screen.findAllByRole("cell", { name: "Natal" })).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("cell", { name: "Hari kerja ke-10" }).length).toBeGreaterThan(0);
  });

  it("prints with Ctrl+P, and calls a second print a copy", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("paper-receipt"));
    expect(await found("print")).toHaveTextContent("Cetak salinan");
    await waitFor(() => expect(core.times("printers")).toBe(1));
    await officer.keyboard("{Control>}p{/Control}");
    await screen.findByText("Dikirim ke printer Epson L3210 Loket.");
    expect(core.last("print_paper")).toMatchObject({ paper: { kind: "receipt" } });
  });

  it("shows forwardings, corrections and objections, and saves the file of a dispute", async () => {
    const { core, officer } = openWindow(`/permohonan/${id.eventful}`, scenes.eventful);
    const corrections = await screen.findByRole("list", { name: "Koreksi isian" });
    expect(within(corrections).getByText(/Jalan Negara Nomor 54$/)).toBeVisible();
    expect(within(corrections).getByText(/Jalan Negara Nomor 45, Dusun III, Desa Firdaus$/)).toBeVisible();
    expect(screen.getByRole("list", { name: "Penerusan" })).toHaveTextContent("000.8.3/401/KEC-TBS/2026");
    expect(screen.getByText(/Batas waktu sudah dihitung ulang/)).toBeVisible();
    await officer.click(screen.getByTestId("dispute-file"));
    await waitFor(() => expect(core.last("save_paper")).toEqual({ paper: { paper: "dispute_file", id: id.eventful } }));
    expect(await screen.findByText("Disimpan: Tanda Bukti 108.pdf")).toBeVisible();
    await officer.click(within(screen.getByRole("region", { name: "Keberatan" })).getByTestId("linked"));
    expect(await found("record-title")).toHaveTextContent("Keberatan 004/KEB-PPID/KEC-TBS/XII/2026");
  });

  it("offers no file of a dispute before anybody objected", async () => {
    openWindow(path);
    await found("print");
    expect(screen.queryByTestId("dispute-file")).toBeNull();
  });

  it("attaches a file for a purpose, and says so", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("attach"));
    await officer.click(await found("purpose-authority"));
    await waitFor(() => expect(core.last("attach_files")).toEqual({ id: id.processed, purpose: "authority" }));
    expect(await found("attached")).toHaveTextContent("Berkas KTP ketua perkumpulan.pdf dilampirkan.");
  });

  it("takes several files that are dropped on it, and names each that was refused while the others stand", async () => {
    const { core, officer } = openWindow(path);
    await found("attach");
    act(() => core.tell("dragged", true));
    expect(await found("drop-here")).toBeVisible();
    act(() => core.tell("dropped", 3));
    expect(screen.queryByTestId("drop-here")).toBeNull();
    const asked = await screen.findByRole("dialog", { name: "Melampirkan 3 berkas" });
    await officer.click(within(asked).getByTestId("dropped-authority"));
    expect(core.last("attach_dropped")).toEqual({ id: id.processed, purpose: "authority" });
    const told = await found("attached");
    expect(told).toHaveTextContent("Berkas Surat kuasa.pdf dilampirkan.");
    expect(told).toHaveTextContent(/Video\.zip: Berkas ini lebih besar dari 25 MB/);
    expect(told).toHaveTextContent(/KTP\.pdf: /);
    expect(await faultsSeenByAxe()).toEqual([]);
  });

  it("takes nothing that is dropped where no file may be attached", async () => {
    const view = recorded("request", "processed");
    const closed = { ...view, files: { ...view.files, refused: "Bukan wewenang akun ini." } };
    const { core } = openWindow(path, { request: () => closed });
    await found("attach");
    act(() => core.tell("dragged", true));
    act(() => core.tell("dropped", 2));
    expect(screen.queryByTestId("drop-here")).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("opens and saves what is here, fetches what is not, and says what was not taken", async () => {
    const { core, officer } = openWindow(`/permohonan/${id.eventful}`, scenes.eventful);
    const files = within(await screen.findByRole("list", { name: "Berkas" }));
    await officer.click(files.getByRole("button", { name: "Buka: Peta Penggalian.pdf" }));
    await waitFor(() =>
      expect(core.last("open_file")).toEqual({ id: id.eventful, digest: eventful().files.items[0]?.digest }),
    );
    await officer.click(files.getByRole("button", { name: "Simpan: Peta Penggalian.pdf" }));
    expect(await files.findByText("Disimpan: KTP ketua perkumpulan.pdf")).toBeVisible();
    expect(files.queryByRole("button", { name: "Buka: Rincian Dana Desa 2025.xlsx" })).toBeNull();
    await officer.click(files.getByRole("button", { name: "Ambil berkas: Rincian Dana Desa 2025.xlsx" }));
    await waitFor(() => expect(core.last("fetch_file")).toEqual({ id: id.eventful, digest: "c3" }));
    expect(files.getByText(/Ruang berkas kantor ini/)).toBeVisible();
    expect(screen.getByTestId("withdraw-file")).toHaveAttribute("href", expect.stringContaining("withdraw_file"));
  });

  it("goes back with Esc to where the person came from", async () => {
    const { officer } = openWindow("/");
    await officer.click((await screen.findAllByTestId("request-row"))[0] as HTMLElement);
    await found("step-object");
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: "Hari ini" });
  });

  it("lets Tab go on in the new screen", async () => {
    const { officer } = openWindow("/");
    (await screen.findAllByTestId("request-row"))[0]?.focus();
    await officer.keyboard("{Enter}");
    await found("step-object");
    await officer.tab();
    expect(screen.getByRole("button", { name: "Kembali" })).toHaveFocus();
  });

  it("says what went wrong and lets one try again", async () => {
    const { core, officer } = openWindow(path, {
      request: saying("fault", "Basis data sedang sibuk. Tidak ada yang hilang."),
    });
    expect(await found("said")).toHaveTextContent("Basis data sedang sibuk.");
    core.answer("request", () => recorded("request", "processed"));
    await officer.click(screen.getByRole("button", { name: "Coba lagi" }));
    await found("step-grant");
  });
});
