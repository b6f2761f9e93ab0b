import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportPreview } from "../../src/core";
import { saying } from "../recorded/bridge";
import { id, recorded } from "../recorded/recorded";
import { emptyList, scenes } from "../window/scenes";
import { found, openWindow } from "./window";

const rows = () => screen.findAllByTestId("list-row");

describe("a list", () => {
  it("is narrowed by words and by chips, and asks for more when told", async () => {
    const { core, officer } = openWindow("/informasi", scenes.many);
    expect(await rows()).toHaveLength(200);
    await officer.click(screen.getByTestId("list-more"));
    await waitFor(() => expect(screen.getAllByTestId("list-row")).toHaveLength(400));
    expect(core.last("list")).toEqual({
      query: { list: "dip", words: "", filter: null, offset: 200, limit: 200 },
    });
    await officer.click(screen.getByTestId("filter-serta_merta"));
    await waitFor(() => expect(screen.getAllByTestId("list-row")).toHaveLength(113));
    expect(screen.queryByTestId("list-more")).toBeNull();
    await officer.type(screen.getByTestId("list-words"), "tahun 2021");
    await waitFor(() =>
      expect(core.last("list")).toMatchObject({ query: { words: "tahun 2021", filter: "serta_merta" } }),
    );
    await waitFor(() => expect(screen.getAllByTestId("list-row")).toHaveLength(23));
  });

  it("keeps a chosen filter in sight when nothing stands there, so that it can be undone", async () => {
    const { officer } = openWindow("/keberatan");
    await officer.click(await found("filter-disputed"));
    await officer.type(screen.getByTestId("list-words"), "lestari");
    expect(await screen.findByText("Tidak ada permohonan yang cocok")).toBeVisible();
    expect(screen.getByRole("radio", { name: "Sengketa di Komisi Informasi 0" })).toBeChecked();
    await officer.click(screen.getByTestId("list-all"));
    expect(await rows()).toHaveLength(5);
    expect(screen.getByTestId("list-words")).toHaveValue("");
  });

  it("has one Tab stop; arrows move and Enter opens", async () => {
    const { officer } = openWindow("/keberatan");
    await rows();
    const links = [...document.querySelectorAll<HTMLElement>("[data-row-link]")];
    expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
    links[0]?.focus();
    await officer.keyboard("{ArrowDown}");
    expect(links[1]).toHaveFocus();
    expect(links.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1, -1]);
    await officer.keyboard("{Enter}");
    expect(await found("record-title")).toHaveTextContent("Keberatan");
    expect(window.location.hash).toBe(`#/berkas/objection/${id.fresh_objection}`);
    expect(screen.getByTestId("nav-objections")).toHaveAttribute("aria-current", "page");
  });

  it("shows how much time is left", async () => {
    openWindow("/keberatan");
    const late = (await rows())[3] as HTMLElement;
    expect(within(late).getByText("terlambat 24 hari kerja")).toBeVisible();
    expect(within(late).getByRole("img", { name: "Lewat batas" })).toBeVisible();
  });

  it.each([
    ["/keberatan", "step-object", /menunggu tanggapan Atasan PPID/],
    ["/informasi", "step-list", /Masukkan satu per satu atau impor/],
    ["/informasi/dik", "step-test", /mendahului setiap penolakan Pasal 17/],
    ["/register/laporan", "step-report", /paling lambat 31 Maret/],
    ["/register/survei", "step-survey", /sembilan unsur/],
    ["/pengaturan/kalender", "step-add_day_off", /di luar kalender nasional/],
  ])("says what %s is for while nothing is in it, and how to begin", async (path, begin, says) => {
    openWindow(path, { list: emptyList });
    expect(await screen.findByRole("heading", { name: "Belum ada catatan" })).toBeVisible();
    expect(screen.getByText(says)).toBeVisible();
    expect(screen.getByTestId(begin)).toBeVisible();
  });

  it("of the survey names nobody and opens nothing", async () => {
    openWindow("/register/survei");
    expect(await rows()).toHaveLength(2);
    expect(document.querySelector("[data-row-link]")).toBeNull();
  });
});

/** A table that says what is there already. */
const nothingNew: ImportPreview = {
  file: "a.csv",
  added: 0,
  changed: 0,
  same: 4,
  columns: [],
  heads: [],
  doubtful: [],
  lookalikes: "leave",
  notes: [],
  problems: [],
  token: "t",
};

describe("the old book", () => {
  it("shows what would be copied, each fault by its cell, before anything is", async () => {
    const { core, officer } = openWindow("/register/buku-lama");
    await officer.click(await found("import-old-book"));
    expect(await found("import-said")).toHaveTextContent("3 permohonan baru, 0 sudah disalin.");
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("Sel B9: Tanggal diterima belum terbaca; tulis misalnya 23/11/2025.");
    expect(dialog).toHaveTextContent("Baris 7: Hanya bernomor, tanpa permohonan: dilewati.");
    await officer.click(screen.getByTestId("accept-import"));
    expect(await found("news")).toHaveTextContent("3 permohonan disalin dari buku lama.");
    expect(core.last("accept_old_book")).toEqual({ token: recorded("import_old_book", "table")?.token });
  });

  it("lists what was copied, with the words of the book", async () => {
    openWindow("/register/buku-lama");
    expect(await screen.findByText("Yayasan Contoh Lestari")).toBeVisible();
    expect(screen.getByText("Dikabulkan sebagian")).toBeVisible();
  });
});

describe("the information", () => {
  it("shows what a table would change before it is taken in", async () => {
    const { core, officer } = openWindow("/informasi");
    await officer.click(await found("import-dip"));
    expect(await found("import-said")).toHaveTextContent("3 informasi baru, 0 berubah, 0 tetap sama.");
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("Baris 5: Pilih kategori: Berkala, Serta merta, atau Setiap saat.");
    expect(core.times("accept_import")).toBe(0);
    await officer.click(screen.getByTestId("accept-import"));
    expect(await found("news")).toHaveTextContent("3 informasi dimasukkan ke DIP.");
    expect(core.last("accept_import")).toEqual({ token: recorded("import_dip", "table")?.token });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("says which column was taken for what, and reads the file again when another is chosen", async () => {
    const { core, officer } = openWindow("/informasi");
    await officer.click(await found("import-dip"));
    const made = await found("import-column-4");
    expect(made).toHaveDisplayValue("E: Waktu dan tempat pembuatan");
    core.answer("import_dip_again", () => ({ ...nothingNew, added: 7 }));
    await officer.selectOptions(made, "F: Format");
    await waitFor(() => expect(screen.getByTestId("import-said")).toHaveTextContent("7 informasi baru"));
    const columns = recorded("import_dip", "table")?.columns.map(({ place }) => place);
    expect(core.last("import_dip_again")).toEqual({
      choices: { columns: columns?.map((place, at) => (at === 4 ? 5 : place)), lookalikes: "leave" },
    });
  });

  it("leaves rows out that perhaps mean what is there already, until the officer says what they are", async () => {
    const doubtful = [
      { field: "Baris 4", message: "Judulnya sudah ada di DIP dengan unit atau waktu lain: 2024 (Seksi A)." },
    ];
    const { core, officer } = openWindow("/informasi", { import_dip: () => ({ ...nothingNew, doubtful }) });
    await officer.click(await found("import-dip"));
    expect(await screen.findByText(/Judulnya sudah ada/)).toBeVisible();
    expect(screen.getByTestId("accept-import")).toBeDisabled();
    core.answer("import_dip_again", () => ({ ...nothingNew, doubtful, added: 1, lookalikes: "new" }));
    await officer.click(screen.getByLabelText("Masukkan sebagai informasi baru"));
    await waitFor(() => expect(screen.getByTestId("accept-import")).toBeEnabled());
    expect(core.last("import_dip_again")).toEqual({ choices: { columns: [], lookalikes: "new" } });
  });

  it("takes nothing in when nothing would change, and nothing happens when no file was chosen", async () => {
    const { core, officer } = openWindow("/informasi", { import_dip: () => null });
    await officer.click(await found("import-dip"));
    expect(screen.queryByRole("dialog")).toBeNull();
    core.answer("import_dip", () => nothingNew);
    await officer.click(screen.getByTestId("import-dip"));
    expect(await found("accept-import")).toBeDisabled();
  });

  it("saves the catalogue and the list of exempt information", async () => {
    const { core, officer } = openWindow("/informasi");
    await officer.click(await found("export-xlsx"));
    expect(await screen.findByText("Disimpan: Register Permohonan 2026.xlsx")).toBeVisible();
    expect(core.last("save_export")).toEqual({ file: { export: "dip", format: "xlsx" } });
    await officer.click(screen.getByRole("link", { name: "Informasi dikecualikan (DIK)" }));
    await officer.click(await found("save-dik"));
    await waitFor(() => expect(core.last("save_paper")).toEqual({ paper: { paper: "exempt_list" } }));
  });

  it.each([
    ["/informasi", "print-dip", { paper: "dip" }],
    ["/informasi/dik", "print-dik", { paper: "exempt_list" }],
    ["/register", "print-register", { paper: "register", which: "requests" }],
  ])("%s is printed from where it is seen", async (path, button, paper) => {
    const { core, officer } = openWindow(path);
    await officer.click(await found(button));
    expect(await screen.findByText("Dikirim ke printer Epson L3210 Loket.")).toBeVisible();
    expect(core.last("print_paper")).toMatchObject({ paper, sheets: null });
  });

  it("of the catalogue is begun from an empty table, and says which column is missing below the buttons", async () => {
    const said = "Berkas ini belum punya kolom: Kategori. Tambahkan judul kolom itu, atau pakai Unduh contoh tabel.";
    const { core, officer } = openWindow("/informasi", { import_dip: saying("field", said) });
    await officer.click(await found("dip-template"));
    await waitFor(() => expect(core.last("save_export")).toEqual({ file: { export: "dip_template" } }));
    await officer.click(screen.getByTestId("import-dip"));
    const told = await screen.findByText(said);
    expect(told.closest(".save-said")).not.toBeNull();
  });
});
