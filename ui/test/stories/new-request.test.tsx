import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { KnownPerson } from "../../src/core";
import { saying } from "../recorded/bridge";
import { id, recorded } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { found, openWindow } from "./window";

const path = "/permohonan/baru";

describe("writing a request down", () => {
  it("opens fresh, lists what lies unfinished with its time, and goes on with it", async () => {
    const { core, officer } = openWindow(path, scenes.restored);
    expect(await found("field-name")).toHaveValue("");
    expect(screen.getByTestId("unfinished")).toHaveTextContent("1 formulir belum selesai");
    expect(screen.getByTestId("unfinished")).toHaveTextContent("22 Desember 2026, 10.42 WIB");
    await officer.click(screen.getByRole("button", { name: "Lanjutkan formulir Rahmad Hidayat Nasution" }));
    await waitFor(() => expect(screen.getByTestId("field-name")).toHaveValue("Rahmad Hidayat Nasution"));
    expect(screen.getByTestId("draft-restored")).toHaveTextContent("Isian 22 Desember 2026, 10.42 WIB dipulihkan.");
    expect(screen.queryByTestId("unfinished")).toBeNull();
    await officer.type(screen.getByTestId("field-address"), "Dusun I");
    await officer.tab();
    await waitFor(() => expect(core.last("keep_draft")?.id).toBe(recorded("request_form", "kept").id));
  });

  it("asks whether a form of an earlier day was received today", async () => {
    const { officer } = openWindow(path, {
      request_form: ({ kept }: { kept: string | null }) => ({
        ...recorded("request_form", kept === null ? "beside" : "kept"),
        today: "2026-12-23",
        now: "08.15",
      }),
    });
    await officer.click(await found("continue-draft"));
    expect(await found("received-earlier")).toHaveTextContent("Tanggal diterima: pakai hari ini?");
    await officer.click(screen.getByTestId("received-today"));
    expect(screen.getByTestId("field-received_date")).toHaveValue("Rabu, 23 Desember 2026");
    expect(screen.getByTestId("field-received_time")).toHaveValue("08.15");
    expect(screen.queryByTestId("received-earlier")).toBeNull();
  });

  it("empties a form that was gone on with, and takes that back", async () => {
    const { core, officer } = openWindow(path, scenes.restored);
    await officer.click(await found("continue-draft"));
    await officer.click(await found("discard-draft"));
    await waitFor(() => expect(screen.getByTestId("field-name")).toHaveValue(""));
    expect(core.last("discard_draft")).toEqual({ id: recorded("request_form", "kept").id });
    await officer.click(screen.getByTestId("restore-emptied"));
    expect(screen.getByTestId("field-name")).toHaveValue("Rahmad Hidayat Nasution");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ name: "Rahmad Hidayat Nasution" }));
  });

  it("always opens a fresh form: with the key and the button, also right after one was registered", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-name"), "Rahmad");
    await officer.keyboard("{Control>}s{/Control}");
    await found("registration-number");
    await officer.keyboard("{Control>}n{/Control}");
    expect(await found("field-name")).toHaveValue("");
    await officer.type(screen.getByTestId("field-name"), "Marlina");
    await officer.click(screen.getByTestId("nav-new-request"));
    await waitFor(() => expect(screen.getByTestId("field-name")).toHaveValue(""));
    expect(core.last("keep_draft")?.draft).toMatchObject({ name: "Marlina" });
    await officer.keyboard("{Control>}s{/Control}");
    await found("registration-number");
    await officer.click(screen.getByTestId("nav-new-request"));
    expect(await found("field-name")).toHaveValue("");
  });

  it("shows a NIK in fours once it was typed, however it was typed", async () => {
    const { core, officer } = openWindow(path);
    const number = await found("field-identity_number");
    await officer.type(number, "1218025603780001");
    await officer.tab();
    expect(number).toHaveValue("1218 0256 0378 0001");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ identity_number: "1218025603780001" }));
  });

  it("leaves a date that is none as it was typed, and says so", async () => {
    const { core, officer } = openWindow(path);
    const date = await found("field-received_date");
    await officer.clear(date);
    await officer.type(date, "31/11/2026");
    await officer.tab();
    expect(date).toHaveValue("31/11/2026");
    expect(date).toHaveAccessibleDescription("31/11/2026 bukan tanggal");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ received_date: "31/11/2026" }));
  });

  it("takes the amber away once what it told of is mended", async () => {
    const { officer } = openWindow(path, {
      register_request: saying("field", "Ada isian yang perlu diperbaiki.", [
        { field: "purpose", message: "Isi tujuan penggunaan informasi." },
      ]),
      preview_request: () => ({ ...recorded("preview_request", "fresh"), problems: [] }),
    });
    await officer.type(await found("field-name"), "Sukimin");
    await officer.keyboard("{Control>}s{/Control}");
    await found("said");
    await officer.type(screen.getByTestId("field-purpose"), "Penelitian");
    await waitFor(() => expect(screen.queryByTestId("said")).toBeNull());
  });

  it("keeps every change, soon while typing and at once when a field is left", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-name"), "Lestari");
    await officer.tab();
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ name: "Lestari" }));
    await officer.type(screen.getByTestId("field-address"), "Dusun III");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ address: "Dusun III" }), {
      timeout: 600,
    });
  });

  it("keeps what was typed when the person leaves the screen in a hurry", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-name"), "Marlina");
    await officer.keyboard("{Escape}");
    await found("nav-today");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ name: "Marlina" }));
  });

  it("says what is missing in the card, and beside a field only once it was left", async () => {
    const { officer } = openWindow(path);
    const card = await screen.findByRole("region", { name: "Ringkasan permohonan" });
    await within(card).findByText("Isi nama pemohon.");
    const place = () => document.querySelector<HTMLElement>('[data-field="name"]') as HTMLElement;
    expect(within(place()).queryByText("Isi nama pemohon.")).toBeNull();
    await officer.click(screen.getByTestId("field-name"));
    await officer.tab();
    expect(within(place()).getByText("Isi nama pemohon.")).toBeVisible();
    expect(screen.getByTestId("field-name")).toBeInvalid();
  });

  it("puts errors beside their fields, the cursor in the first, and loses nothing", async () => {
    const { officer } = openWindow(path, {
      register_request: saying("field", "Ada isian yang perlu diperbaiki.", [
        { field: "purpose", message: "Isi tujuan penggunaan informasi." },
        { field: "identity_number", message: "NIK terdiri atas 16 angka." },
      ]),
    });
    await officer.type(await found("field-name"), "Sukimin");
    await officer.type(screen.getByTestId("field-identity_number"), "1218");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await found("said")).toHaveTextContent("Ada isian yang perlu diperbaiki.");
    const number = screen.getByTestId("field-identity_number");
    await waitFor(() => expect(number).toHaveFocus());
    expect(number).toHaveAccessibleDescription("NIK terdiri atas 16 angka.");
    expect(screen.getByTestId("field-name")).toHaveValue("Sukimin");
    await officer.clear(number);
    await waitFor(() => expect(number).not.toHaveAccessibleDescription("NIK terdiri atas 16 angka."));
  });

  it("shows number and receipt after saving; Enter prints, Enter again starts the next", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-name"), "Rahmad");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await found("registration-number")).toHaveTextContent("108/PPID/KEC-TBS/XII/2026");
    expect(within(await found("paper-frame")).getByRole("group", { name: "Halaman 1" })).toBeVisible();
    expect(await screen.findByText("108/PPID/KEC-TBS/XII/2026", { selector: "text" })).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("print")).toHaveFocus());
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("next-request")).toHaveFocus());
    expect(core.last("print_paper")).toEqual({
      paper: { paper: "request", id: id.processed, kind: "receipt" },
      how: { print: "next" },
      sheets: null,
    });
    await officer.keyboard("{Enter}");
    expect(await found("field-name")).toHaveValue("");
    expect(screen.getByTestId("field-name")).toHaveFocus();
    expect(core.times("register_request")).toBe(1);
    expect(core.times("print_paper")).toBe(1);
  });

  it("asks how to hand over a copy only when a copy is asked for", async () => {
    const { officer } = openWindow(path);
    await found("field-copy_format");
    await officer.click(screen.getByLabelText("Melihat/membaca/mendengarkan/mencatat"));
    expect(screen.queryByTestId("field-copy_format")).toBeNull();
    expect(screen.queryByTestId("field-delivery_mode")).toBeNull();
  });

  it("lists the persons of a group, and asks no power of attorney of a parent", async () => {
    const { officer } = openWindow(path);
    await found("field-name");
    expect(screen.queryByTestId("field-members")).toBeNull();
    await officer.click(screen.getByLabelText("Kelompok Orang"));
    expect(screen.getByTestId("field-members")).toBeVisible();
    await officer.click(screen.getByTestId("field-represented"));
    expect(screen.getByLabelText("Surat kuasa khusus")).toBeVisible();
    await officer.click(screen.getByLabelText("orang tua/wali"));
    expect(screen.queryByLabelText("Surat kuasa khusus")).toBeNull();
  });

  it("closes an open calendar with Esc, and not the form", async () => {
    const { officer } = openWindow(path);
    await officer.click(await found("field-received_date"));
    await screen.findByText("Desember 2026");
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("Desember 2026")).toBeNull());
    expect(window.location.hash).toBe(`#${path}`);
  });

  it("takes a date as people type it", async () => {
    const { core, officer } = openWindow(path);
    const date = await found("field-received_date");
    await officer.clear(date);
    await officer.type(date, "20/11/2026");
    await officer.tab();
    expect(date).toHaveValue("Jumat, 20 November 2026");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ received_date: "2026-11-20" }));
  });

  it("offers whoever asked before, fills the form only when chosen, and gives back what was typed", async () => {
    const siti: KnownPerson = {
      last: id.granted,
      name: "Siti Ginting",
      why: "Nama sama",
      details: "Dusun II · 0812-6012-3456",
      last_text: "Terakhir 007/PPID/KEC-TBS/XI/2026, 23 November 2026",
      before_text: "2 permohonan sebelumnya",
      fills: {
        category: "individual",
        name: "Siti Ginting",
        identity_kind: "nik",
        identity_number: "1218010101900003",
        address: "Dusun II",
        occupation: "",
        phone: "0812-6012-3456",
        email: "",
        members: [],
      },
    };
    const { core, officer } = openWindow(path, {
      preview_request: () => ({ ...recorded("preview_request", "fresh"), known_applicants: [siti] }),
    });
    await officer.type(await found("field-name"), "siti gin");
    const card = within(await found("known-people"));
    expect(card.getByText("Nama sama · 2 permohonan sebelumnya")).toBeVisible();
    expect(card.getByText("Terakhir 007/PPID/KEC-TBS/XI/2026, 23 November 2026")).toBeVisible();
    expect(screen.getByTestId("field-name")).toHaveValue("siti gin");
    expect(screen.getByTestId("field-address")).toHaveValue("");
    await officer.click(card.getByRole("button", { name: "Pakai data Siti Ginting" }));
    expect(screen.getByTestId("field-name")).toHaveValue("Siti Ginting");
    expect(screen.getByTestId("field-address")).toHaveValue("Dusun II");
    await waitFor(() => expect(core.last("keep_draft")?.draft).toMatchObject({ identity_number: "1218010101900003" }));
    await officer.clear(screen.getByTestId("field-phone"));
    await officer.type(screen.getByTestId("field-phone"), "0813-1");
    await officer.click(screen.getByTestId("known-take-back"));
    expect(screen.getByTestId("field-name")).toHaveValue("siti gin");
    expect(screen.getByTestId("field-address")).toHaveValue("");
    expect(screen.getByTestId("field-phone")).toHaveValue("0813-1");
    await officer.keyboard("{Control>}d{/Control}");
    expect(screen.getByTestId("field-name")).toHaveValue("Siti Ginting");
    expect(screen.getByTestId("field-information")).toHaveFocus();
  });

  it("moves what is typed to the form that gives an item of the catalogue on the spot", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-name"), "Siti Ginting");
    await officer.type(screen.getByTestId("field-information"), "Laporan realisasi anggaran");
    await officer.click((await screen.findAllByTestId("give-now"))[0] as HTMLElement);
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/tindakan\/dip_item\//));
    const step = recorded("preview_request", "whole").dip[0];
    expect(core.last("keep_step")).toMatchObject({
      subject: step?.subject,
      action: step?.give.action,
      typed: { name: "Siti Ginting", information: "Laporan realisasi anggaran" },
    });
    expect(core.last("discard_draft")).toEqual({ id: recorded("request_form", "fresh").id });
    const kept = core.times("keep_draft");
    await found("decide");
    expect(core.times("keep_draft")).toBe(kept);
  });

  it("says who must give an item where the officer may not decide", async () => {
    const whole = recorded("preview_request", "whole");
    const reason = "Tugas ini bukan wewenang peran akun Anda; yang berwenang: PPID Pelaksana (Rosmawati).";
    openWindow(path, {
      preview_request: () => ({
        ...whole,
        dip: whole.dip.map((item) => ({ ...item, give: { ...item.give, allowed: false, reason } })),
      }),
    });
    expect(await within(await found("matching-dip")).findAllByText(reason)).not.toHaveLength(0);
    expect(screen.queryByTestId("give-now")).toBeNull();
  });

  it("names what the catalogue could answer at once, and leads to it", async () => {
    const { officer } = openWindow(path);
    await officer.type(await found("field-information"), "Laporan realisasi anggaran");
    const dip = within(await found("matching-dip"));
    expect(dip.getByText("Kantor Camat Tebing Syahbandar · PDF")).toBeVisible();
    await officer.click(dip.getByRole("link", { name: "Laporan realisasi anggaran kecamatan tahun 2026" }));
    await found("record-title");
    expect(window.location.hash).toBe(`#/berkas/dip_item/${id.periodic}`);
    await officer.keyboard("{Escape}");
    await found("field-information");
  });
});
