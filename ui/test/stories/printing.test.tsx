import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { no } from "../recorded/bridge";
import { id, recorded, said } from "../recorded/recorded";
import { faultsSeenByAxe, found, openWindow } from "./window";

const path = `/permohonan/${id.granted}`;
const EPSON = "Epson L3210 Loket";

describe("how papers are printed", () => {
  it("is set beside the paper, for its kind, with trays and sizes of the printer that is chosen", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("paper-receipt"));
    expect(await found("paper-sheets")).toHaveValue("Rangkap 2");
    await officer.click(await found("print-way"));
    const dialog = within(await screen.findByRole("dialog"));
    expect(screen.getByRole("dialog")).toHaveTextContent("Cara mencetak: Tanda Bukti Penerimaan");
    expect(dialog.getByTestId("field-right")).toHaveValue("1,5");
    expect(await dialog.findByTestId("field-tray")).toHaveTextContent("Baki belakang (Rear)");
    expect(dialog.getByTestId("field-size")).toHaveTextContent("Sesuai suratnya");
    expect(await faultsSeenByAxe()).toEqual([]);
    await officer.selectOptions(dialog.getByTestId("field-printer"), "HP LaserJet Ruang Sekcam");
    await officer.clear(dialog.getByTestId("field-sheets"));
    await officer.type(dialog.getByTestId("field-sheets"), "3{Enter}");
    await waitFor(() => expect(core.times("keep_print_way")).toBe(1));
    // Another printer has other trays: what was chosen of the one before goes with it.
    expect(core.last("keep_print_way")).toMatchObject({
      kind: "receipt",
      way: { printer: "HP LaserJet Ruang Sekcam", sheets: "3", tray: "", right: "1,5" },
    });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("is tried by a test page before it is kept, and a wrong value has its sentence beside the box", async () => {
    const { core, officer } = openWindow(path, { keep_print_way: no(said("keep_print_way", "too_far")) });
    await officer.click(await found("paper-receipt"));
    await officer.click(await found("print-way"));
    await officer.click(await found("way-test"));
    expect(await screen.findByText(/Halaman uji dikirim ke printer Epson L3210 Loket/)).toBeInTheDocument();
    expect(core.last("print_test_page")).toMatchObject({ kind: "receipt", way: { printer: EPSON, right: "1,5" } });
    await officer.clear(screen.getByTestId("field-right"));
    await officer.type(screen.getByTestId("field-right"), "25");
    await officer.click(screen.getByTestId("way-keep"));
    expect(await screen.findAllByText(/antara -20 dan 20/)).not.toHaveLength(0);
    expect(screen.getByTestId("field-right")).toBeInvalid();
    expect(screen.getByRole("dialog")).toBeInTheDocument();
  });

  it("is kept for all papers at once, and then holds for this one too", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("paper-receipt"));
    await officer.click(await found("print-way"));
    await officer.click(await found("way-keep-all"));
    await waitFor(() => expect(core.last("forget_print_way")).toEqual({ kind: "receipt" }));
    expect(core.last("keep_print_way")).toMatchObject({ kind: "usual" });
  });

  it("stands in the settings, where any other kind is set up", async () => {
    const { officer } = openWindow("/pengaturan");
    const rows = await screen.findAllByTestId("way-row");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Semua kertasprinter utama komputer ini, 1 rangkapUbah",
      `Tanda Bukti Penerimaan${EPSON}, 2 rangkap, baki Rear, geser 1,5 mm ke kananUbah`,
    ]);
    await officer.selectOptions(screen.getByTestId("way-other"), "envelope");
    expect(await screen.findByRole("dialog")).toHaveTextContent("Cara mencetak: Amplop");
  });
});

describe("several papers in one go", () => {
  it("are ticked and printed one after another; what was not printed says why, and stays ticked", async () => {
    const { core, officer } = openWindow(path, {
      print_chosen: () => ({
        printed: [{ what: "Formulir Permohonan Informasi Publik", printer: EPSON, is_copy: true }],
        failed: [
          {
            paper: { paper: "request", id: id.granted, kind: "receipt" },
            what: "Tanda Bukti Penerimaan",
            message: "Printer tidak menerima surat ini.",
          },
        ],
      }),
    });
    expect(await found("print-chosen")).toBeDisabled();
    await officer.click(screen.getByTestId("tick-request_form"));
    await officer.click(screen.getByTestId("tick-receipt"));
    expect(screen.getByTestId("print-chosen")).toHaveTextContent("Cetak yang dipilih (2)");
    await officer.click(screen.getByTestId("print-chosen"));
    expect(await found("chosen-failed")).toHaveTextContent("Tanda Bukti Penerimaan: Printer tidak menerima surat ini.");
    expect(screen.getByTestId("chosen-printed")).toHaveTextContent("Formulir Permohonan Informasi Publik (salinan)");
    expect(core.last("print_chosen")).toEqual({
      papers: [
        { paper: "request", id: id.granted, kind: "receipt" },
        { paper: "request", id: id.granted, kind: "request_form" },
      ],
    });
    // Or pressing once more would print the other a second time.
    expect(screen.getByTestId("tick-receipt")).toBeChecked();
    expect(screen.getByTestId("tick-request_form")).not.toBeChecked();
  });

  it("are ticked no more once all of them were printed", async () => {
    const { officer } = openWindow(path);
    await officer.click(await found("tick-receipt"));
    await officer.click(screen.getByTestId("print-chosen"));
    await waitFor(() => expect(screen.getByTestId("chosen-printed")).toHaveTextContent("Tanda Bukti Penerimaan"));
    expect(screen.getByTestId("tick-receipt")).not.toBeChecked();
  });
});

describe("what letters are posted in", () => {
  it("is an envelope of a size that is remembered", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("paper-envelope"));
    await officer.selectOptions(await found("envelope-size"), "dl");
    await officer.click(screen.getByTestId("print"));
    await waitFor(() =>
      expect(core.last("print_paper")).toMatchObject({ paper: { paper: "envelope", id: id.granted, size: "dl" } }),
    );
  });

  it("is a label: the next one begins behind those that were printed", async () => {
    const { core, officer } = openWindow(path);
    await officer.click(await found("paper-labels"));
    const count = await found("label-count");
    await officer.clear(count);
    await officer.type(count, "3");
    await officer.click(screen.getByTestId("print"));
    const [sheet] = recorded("request", "granted").post.labels;
    await waitFor(() =>
      expect(core.last("print_paper")).toMatchObject({
        paper: { paper: "labels", sheet: sheet?.code, first: 1, count: 3 },
      }),
    );
    await waitFor(() => expect(screen.getByTestId("label-first")).toHaveValue("4"));
  });
});

describe("the list of requests", () => {
  it("is printed as it is seen", async () => {
    const { core, officer } = openWindow("/permohonan");
    await officer.click(await found("print-list"));
    await waitFor(() => expect(core.times("print_paper")).toBe(1));
    expect(core.last("print_paper")).toMatchObject({
      paper: { paper: "requests", query: { words: "", stage: null }, columns: expect.arrayContaining(["number"]) },
      sheets: null,
    });
  });
});
