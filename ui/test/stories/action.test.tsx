import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PaperKind } from "../../src/core";
import { no, saying } from "../recorded/bridge";
import { id, recorded, said } from "../recorded/recorded";
import { found, openWindow } from "./window";

const request = `/permohonan/${id.processed}`;
const form = (action: string, of = id.processed) => `/tindakan/request/${of}/${action}`;

describe("the form of an action", () => {
  it("lets an answer that may stay empty be taken back", async () => {
    const { core, officer } = openWindow("/tindakan/survey/-/survey");
    await officer.click(await found("field-u1-4"));
    await officer.click(await found("field-u2-3"));
    await officer.click(screen.getByRole("button", { name: /^Kosongkan U1/ }));
    expect(screen.getByTestId("field-u1-4")).not.toBeChecked();
    expect(screen.queryByTestId("field-u1-clear")).toBeNull();
    await officer.click(screen.getByTestId("decide"));
    await waitFor(() => expect(core.last("act")).toMatchObject({ form: { u1: "", u2: "3" } }));
  });

  it("offers the names of other offices while one is typed, and takes any other", async () => {
    const { core, officer } = openWindow(form("forward"));
    await officer.click(await found("field-recipient-other_unit"));
    const unit = await found("field-unit");
    await officer.type(unit, "silin");
    await officer.click(await screen.findByRole("option", { name: "Kantor Camat Silinda" }));
    expect(unit).toHaveValue("Kantor Camat Silinda");
    await officer.clear(unit);
    await officer.type(unit, "Dinas yang belum tercantum");
    await officer.type(screen.getByTestId("field-number"), "7");
    await officer.type(screen.getByTestId("field-note"), "Mohon datanya");
    await officer.click(screen.getByTestId("decide"));
    await waitFor(() => expect(core.last("act")).toMatchObject({ form: { unit: "Dinas yang belum tercantum" } }));
  });

  it("is filled and sent by keyboard alone", async () => {
    const { core, officer } = openWindow(request);
    const refuse = await found("step-refuse");
    refuse.focus();
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("field-letter_number")).toHaveFocus());
    await officer.keyboard("000.8.3/413/KEC-TBS/2026");
    const passed: (string | undefined)[] = [];
    for (let step = 0; step < 30 && document.activeElement !== screen.getByTestId("decide"); step++) {
      await officer.tab();
      passed.push((document.activeElement as HTMLElement).dataset.testid);
    }
    // In the order in which the form stands on the screen.
    const order = ["field-letter_date", `field-signed_by-${id.sekcam}`, `field-basis-${id.decreed}`, "field-grounds-a"];
    const rest = ["field-grounds-j", "field-limits-a", "field-consequence", "field-cc", "look-at-draft", "decide"];
    const places = [...order, ...rest].map((id) => passed.indexOf(id));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    await officer.keyboard("{Control>}s{/Control}");
    await screen.findByRole("heading", { name: "Permohonan ditolak." });
    expect(core.last("act")).toMatchObject({
      subject: { kind: "request", id: id.processed },
      action: "refuse",
      form: { letter_number: "000.8.3/413/KEC-TBS/2026", signed_by: id.sekcam, basis: id.decreed },
    });
  });

  it("asks once more before a date earlier than today is taken", async () => {
    const { core, officer } = openWindow(form("refuse"));
    const date = await found("field-letter_date");
    await officer.clear(date);
    await officer.type(date, "18/12/2026");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await screen.findByText(/Dicatat 22 Desember 2026, bertanggal 18 Desember 2026: benar\?/)).toBeVisible();
    expect(core.times("act")).toBe(0);
    await officer.click(screen.getByTestId("early-no"));
    expect(core.times("act")).toBe(0);
    await officer.click(screen.getByTestId("decide"));
    await officer.click(await found("early-yes"));
    await waitFor(() => expect(core.last("act")).toMatchObject({ form: { letter_date: "2026-12-18" } }));
  });

  it("has a table for what is handed over: rows are added with +, and only paper has sheets", async () => {
    const { core, officer } = openWindow(form("hand_over", id.granted));
    const table = await found("field-items");
    // The answer gives it as a file and on paper: each is a line.
    expect(within(table).getAllByTestId("fill-row")).toHaveLength(2);
    expect(screen.getByLabelText("Judul dokumen, baris 1")).toHaveValue(
      "Laporan hasil musrenbang kecamatan tahun 2026",
    );
    expect(screen.getByLabelText("Lembar, baris 1")).toBeDisabled();
    await officer.click(screen.getByTestId("field-items-add"));
    await waitFor(() => expect(screen.getByLabelText("Judul dokumen, baris 3")).toHaveFocus());
    await officer.keyboard("Daftar hadir; lampiran");
    await officer.selectOptions(screen.getByLabelText("Bentuk, baris 3"), "hardcopy");
    await officer.type(screen.getByLabelText("Lembar, baris 3"), "24");
    await officer.click(screen.getByTestId("decide"));
    await waitFor(() =>
      expect(core.last("act")).toMatchObject({
        form: {
          items: [
            "Laporan hasil musrenbang kecamatan tahun 2026\tsoftcopy\t",
            expect.stringMatching(/^Laporan hasil musrenbang kecamatan tahun 2026\thardcopy\t\d+$/),
            "Daftar hadir; lampiran\thardcopy\t24",
          ],
        },
      }),
    );
  });

  it("reads a sum as people write it, and leaves what is no number for the core to refuse", async () => {
    const { core, officer } = openWindow(form("take_payment", id.granted), {
      act: no(said("act", "request/hand_over_wrong")),
    });
    const amount = await found("field-amount");
    await officer.clear(amount);
    expect(amount).toHaveValue("");
    const sums = [
      ["2200", 2200],
      ["Rp 2.200,00", 2200],
      ["7.200,-", 7200],
      ["1,5 juta", "1,5 juta"],
      ["2.20", "2.20"],
    ] as const;
    for (const [typed, sent] of sums) {
      await officer.clear(amount);
      await officer.type(amount, typed);
      await officer.click(screen.getByTestId("decide"));
      await waitFor(() => expect(core.last("act")).toMatchObject({ form: { amount: sent } }));
    }
    expect(amount).toHaveValue("2.20");
  });

  it("says what is wrong in the row it is about, and a row can be taken away", async () => {
    const { officer } = openWindow(form("hand_over", id.granted), {
      act: no(said("act", "request/hand_over_wrong")),
    });
    await officer.click(await found("decide"));
    expect(await screen.findByText("Pilih bentuknya: softcopy, hardcopy, atau dilihat di tempat.")).toBeVisible();
    expect(screen.getByLabelText("Bentuk, baris 1")).toHaveValue("softcopy");
    await officer.click(screen.getByRole("button", { name: "Hapus baris 1" }));
    expect(screen.getByLabelText("Bentuk, baris 1")).toHaveValue("hardcopy");
  });

  it("gives word to the applicant: the text by what is told, a code for the telephone, and notes the way that was taken", async () => {
    const { core, officer } = openWindow(`/tindakan/request/${id.granted}/tell_applicant`);
    const text = await found("tidings-text");
    expect(text).toHaveTextContent(/dapat diambil di kantor kami pada jam kerja/);
    await officer.click(screen.getByLabelText("Permohonan dijawab"));
    await waitFor(() => expect(screen.getByTestId("tidings-text")).toHaveTextContent(/sudah kami jawab dengan surat/));
    expect(screen.getByRole("img", { name: /^Kode QR: WhatsApp pemohon/ })).toBeInTheDocument();
    await officer.click(screen.getByTestId("tidings-copy"));
    expect(await screen.findByText("Teks tersalin; tempelkan di tempat Anda menulis.")).toBeVisible();
    await officer.click(screen.getByTestId("tidings-open-whatsapp"));
    await waitFor(() =>
      expect(core.last("open_tidings")).toEqual({ id: id.granted, about: "dijawab", place: expect.any(Number) }),
    );
    expect(screen.getByTestId("field-way-whatsapp")).toBeChecked();
    core.answer("act", () => ({ subject: { kind: "request", id: id.granted }, paper: null, said: "Dicatat." }));
    await officer.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(core.last("act")).toMatchObject({ form: { about: "dijawab", way: "whatsapp" } }));
  });

  it("keeps what was asked in sight beside the form, and folds it where there is no room", async () => {
    const { officer } = openWindow(form("refuse"));
    const about = within(await found("about"));
    const asked = recorded("request", "processed");
    expect(about.getByRole("region", { name: "Informasi yang diminta" })).toHaveTextContent(
      asked.information.replace(/\s+/g, " "),
    );
    expect(about.getByRole("region", { name: "Pemohon" })).toHaveTextContent(asked.row.applicant);
    expect(about.getByRole("region", { name: "Tenggat" })).toHaveTextContent("Batas resmi");
    const fold = screen.getByTestId("about-fold");
    expect(fold).toHaveAttribute("aria-expanded", "false");
    await officer.click(fold);
    expect(fold).toHaveAttribute("aria-expanded", "true");
    expect(fold).toHaveTextContent("Tutup ringkasan");
  });

  it("prints the papers of what was given on the spot one after another, and goes on where one jammed", async () => {
    const paper = (kind: PaperKind, title: string) => ({
      paper: { paper: "request", id: id.granted, kind } as const,
      title,
    });
    const papers = [
      paper("receipt", "Tanda Bukti Penerimaan"),
      paper("written_notice", "Pemberitahuan Tertulis"),
      paper("hand_over_receipt", "Tanda Bukti Penyerahan"),
    ];
    const { core, officer } = openWindow(form("refuse"), {
      act: () => ({
        subject: { kind: "request", id: id.granted },
        paper: papers[0]?.paper,
        papers,
        said: "Terdaftar, dijawab, dan diserahkan.",
      }),
    });
    await officer.click(await found("decide"));
    const printed: string[] = [];
    let jams = true;
    core.answer("print_paper", ({ paper }: { paper: { kind: string } }) => {
      if (jams && paper.kind === "written_notice") {
        jams = false;
        throw { kind: "fault", message: "Printer macet.", fields: [] };
      }
      printed.push(paper.kind);
      return { printer: "Epson L3210 Loket", is_copy: false };
    });
    await officer.click(await found("print-all"));
    expect(await screen.findByText("1 dari 3 surat dikirim ke printer.")).toBeVisible();
    await officer.click(screen.getByTestId("print-all"));
    expect(await screen.findByText("3 dari 3 surat dikirim ke printer.")).toBeVisible();
    expect(printed).toEqual(["receipt", "written_notice", "hand_over_receipt"]);
    await officer.click(screen.getByRole("button", { name: "Pemberitahuan Tertulis" }));
    await waitFor(() => expect(core.last("paper")).toMatchObject({ paper: { kind: "written_notice" } }));
  });

  it("takes a note at any time", async () => {
    const { core, officer } = openWindow(`/permohonan/${id.granted}`);
    core.answer("act", () => ({
      subject: { kind: "request", id: id.granted },
      paper: null,
      said: "Catatan disimpan.",
    }));
    await officer.click(await found("step-add_note"));
    expect(await found("field-about-umum")).toBeChecked();
    await officer.type(screen.getByTestId("field-text"), "Pemohon menelepon");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await screen.findByText("Catatan disimpan.")).toBeVisible();
    expect(core.last("act")).toMatchObject({ action: "add_note", form: { about: "umum", text: "Pemohon menelepon" } });
  });

  it("is left with Esc, and keeps what was typed meanwhile", async () => {
    const { officer } = openWindow(request);
    await officer.click(await found("step-refuse"));
    await officer.type(await found("field-consequence"), "Data pribadi warga terbuka.");
    await officer.keyboard("{Escape}");
    await officer.click(await found("step-refuse"));
    expect(await found("field-consequence")).toHaveValue("Data pribadi warga terbuka.");
  });

  it("keeps what was typed, and shows anew what was not", async () => {
    const { core, officer } = openWindow(request);
    await officer.click(await found("step-correct"));
    await officer.type(await found("field-occupation"), "Pengacara");
    await officer.keyboard("{Escape}");
    await found("step-correct");
    const asked = recorded("action_form", "processed/correct");
    const fields = asked.sections[0]?.fields.map((box) =>
      box.name === "phone" ? { ...box, value: "0812-9999-9999" } : box,
    );
    core.answer("action_form", () => ({
      ...asked,
      sections: [{ title: "Pemohon", fields }, ...asked.sections.slice(1)],
    }));
    await officer.click(screen.getByTestId("step-correct"));
    expect(await found("field-phone")).toHaveValue("0812-9999-9999");
    expect(screen.getByTestId("field-occupation")).toHaveValue("Pengacara");
  });

  it("never keeps a password", async () => {
    const { officer } = openWindow(`/berkas/account/${id.siti}`);
    await officer.click(await found("step-password"));
    await officer.type(await found("field-own_password"), "sandi lama siti");
    await officer.keyboard("{Escape}");
    await officer.click(await found("step-password"));
    expect(await found("field-own_password")).toHaveValue("");
  });

  it("is not changed under the hands when something else happens", async () => {
    const { core, officer } = openWindow(form("refuse"));
    await officer.type(await found("field-consequence"), "Data");
    act(() => core.tell("changed"));
    await officer.type(screen.getByTestId("field-consequence"), " pribadi");
    expect(core.times("action_form")).toBe(1);
    expect(screen.getByTestId("field-consequence")).toHaveValue("Data pribadi");
  });

  it("says why it may not be opened, and leads back", async () => {
    openWindow(form("grant", id.granted));
    expect(await found("said")).toHaveTextContent("Permohonan ini sudah diputuskan");
    expect(screen.getByRole("button", { name: "Kembali" })).toBeVisible();
  });

  it("says what it does to what, and what to mind", async () => {
    openWindow(form("extend"));
    await screen.findByRole("heading", { name: "Perpanjangan waktu" });
    expect(screen.getByText(/^108\/PPID\/KEC-TBS\/XII\/2026: Perkumpulan/)).toBeVisible();
    expect(screen.getByText(/Batas resmi bergeser dari Jumat, 8 Januari 2027/)).toBeVisible();
    expect(screen.getByText("Langkah ini tercatat tetap dalam riwayat.")).toBeVisible();
  });

  it("needs no box at all", async () => {
    const { core, officer } = openWindow(`/tindakan/account/${id.dewi}/close`, {
      act: () => ({ subject: null, paper: null, said: "Akun ditutup." }),
    });
    await officer.click(await found("decide"));
    expect(await found("news")).toHaveTextContent("Akun ditutup.");
    expect(core.last("act")).toMatchObject({ action: "close", form: {} });
    expect(window.location.hash).toBe("#/pengaturan/akun");
  });
});

describe("a letter before it is decided", () => {
  it("is looked at as the core would print it, and is decided only afterwards", async () => {
    const { core, officer } = openWindow(form("refuse"));
    await officer.type(await found("field-consequence"), "Data pribadi warga terbuka.");
    await officer.click(screen.getByTestId("look-at-draft"));
    const shown = within(await screen.findByRole("dialog"));
    expect(shown.getByRole("button", { name: /^Cetak konsep/ })).toBeVisible();
    expect(core.last("paper")).toMatchObject({
      paper: { paper: "draft", action: "refuse", form: { consequence: "Data pribadi warga terbuka." } },
    });
    await officer.keyboard("{Control>}s{/Control}");
    expect(core.times("act")).toBe(0);
    await officer.click(screen.getByTestId("draft-close"));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByTestId("field-consequence")).toHaveValue("Data pribadi warga terbuka.");
    await officer.click(screen.getByTestId("decide"));
    await screen.findByRole("heading", { name: "Permohonan ditolak." });
  });

  it("tells beside the box what may not be decided", async () => {
    const wrong = { field: "consequence", message: "Tulis akibatnya." };
    const { officer } = openWindow(form("refuse"), { paper: saying("field", "Tulis akibatnya.", [wrong]) });
    await officer.click(await found("look-at-draft"));
    expect(await screen.findAllByText("Tulis akibatnya.")).not.toHaveLength(0);
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(screen.getByTestId("field-consequence")).toHaveFocus());
  });

  it("asks whether a number is meant twice only after it was told", async () => {
    const used = "Nomor ini sudah dipakai Pemberitahuan Tertulis tanggal 1 Desember 2026; periksa buku agenda.";
    const { core, officer } = openWindow(form("refuse"), {
      act: saying("field", used, [
        { field: "letter_number", message: used },
        { field: "same_number", message: "Centang hanya bila buku agenda memang memberi nomor yang sama." },
      ]),
    });
    await officer.type(await found("field-letter_number"), "12");
    expect(screen.queryByTestId("field-same_number")).toBeNull();
    await officer.click(screen.getByTestId("decide"));
    await officer.click(await found("field-same_number"));
    await officer.click(screen.getByTestId("decide"));
    await waitFor(() => expect(core.last("act")).toMatchObject({ form: { letter_number: "12", same_number: true } }));
  });

  it("asks for the number of the decision only when something is withheld", async () => {
    const { officer } = openWindow(form("answer"));
    await officer.click(await found("field-part1_found-given"));
    expect(screen.queryByTestId("field-decision_number")).toBeNull();
    await officer.click(await found("field-part2_found-withheld"));
    expect(screen.getByTestId("field-decision_number")).toBeVisible();
  });
});

describe("a form that was begun", () => {
  it("is kept by the core while it is typed, and no more once it was sent", async () => {
    const { core, officer } = openWindow(form("refuse"));
    await officer.type(await found("field-consequence"), "Data pribadi.");
    await waitFor(() => expect(core.last("keep_step")).toMatchObject({ typed: { consequence: "Data pribadi." } }));
    const kept = core.times("keep_step");
    await officer.click(screen.getByTestId("decide"));
    await screen.findByRole("heading", { name: "Permohonan ditolak." });
    expect(core.times("keep_step")).toBe(kept);
  });

  it("comes back after a power cut, says so, and is emptied with one button", async () => {
    const kept = { typed: { consequence: "Kemarin." }, kept_text: "23 November 2026, 16.02 WIB" };
    const { core, officer } = openWindow(form("refuse"), {
      action_form: () => ({ ...recorded("action_form", "processed/refuse"), kept }),
    });
    expect(await found("field-consequence")).toHaveValue("Kemarin.");
    expect(screen.getByTestId("step-restored")).toHaveTextContent("23 November 2026, 16.02 WIB");
    await officer.click(screen.getByTestId("step-empty"));
    await waitFor(() => expect(screen.queryByTestId("step-restored")).toBeNull());
    expect(screen.getByTestId("field-consequence")).toHaveValue("");
    expect(core.times("discard_step")).toBe(1);
  });
});

describe("a form about whoever stands at the counter", () => {
  const kept = { typed: { consequence: "Milik warga sebelumnya." }, kept_text: "23 November 2026, 16.02 WIB" };
  const personal = {
    action_form: () => ({ ...recorded("action_form", "processed/refuse"), kept, personal: true }),
  };

  it("shows nothing of the one before until somebody says that it is the same", async () => {
    const { core, officer } = openWindow(form("refuse"), personal);
    const goOn = await found("step-go-on");
    expect(screen.getByTestId("step-waiting")).toHaveTextContent("23 November 2026, 16.02 WIB");
    expect(screen.queryByTestId("field-consequence")).toBeNull();
    await officer.click(goOn);
    expect(await found("field-consequence")).toHaveValue("Milik warga sebelumnya.");
    expect(core.times("discard_step")).toBe(0);
  });

  it("begins empty for the next, and what is thrown away is gone everywhere", async () => {
    const { core, officer } = openWindow(form("refuse"), personal);
    await officer.click(await found("step-afresh"));
    expect(await found("field-consequence")).toHaveValue("");
    expect(screen.queryByTestId("step-restored")).toBeNull();
    expect(core.times("discard_step")).toBe(1);
  });
});

describe("boxes that depend on others", () => {
  it("asks for act and article under letter j, and of any letter for an end or the article that sets it", async () => {
    const { officer } = openWindow(form("refuse"));
    await officer.click(await found("field-grounds-j"));
    expect(screen.getByTestId("field-other_law")).toBeVisible();
    expect(screen.getByTestId("field-other_article")).toBeVisible();
    expect(screen.getByTestId("field-expires")).toBeVisible();
    expect(screen.getByTestId("field-term")).toBeVisible();
    await officer.click(screen.getByTestId("field-grounds-j"));
    expect(screen.queryByTestId("field-other_law")).toBeNull();
  });

  it("asks for what the chosen basis needs", async () => {
    const { officer } = openWindow(form("refuse"));
    await officer.click(await found("field-basis-decree"));
    expect(screen.getByTestId("field-decree_number")).toBeVisible();
    await officer.click(screen.getByTestId("field-basis-test"));
    expect(screen.queryByTestId("field-decree_number")).toBeNull();
    expect(screen.getByTestId("field-test_approved_by")).toBeVisible();
  });

  it("follows a yes", async () => {
    const { officer } = openWindow(form("object"));
    await found("field-represented");
    expect(screen.queryByTestId("field-representative_name")).toBeNull();
    await officer.click(screen.getByTestId("field-represented"));
    expect(screen.getByTestId("field-representative_name")).toBeVisible();
  });

  it("never sends what is out of sight, but keeps it for when it comes back", async () => {
    const { core, officer } = openWindow(form("refuse"), {
      act: saying("field", "Ada isian yang perlu diperbaiki.", []),
    });
    await officer.click(await found("field-grounds-j"));
    await officer.type(screen.getByTestId("field-other_law"), "UU Contoh");
    await officer.click(screen.getByTestId("field-grounds-j"));
    await officer.click(screen.getByTestId("decide"));
    await waitFor(() => expect(core.times("act")).toBe(1));
    expect(core.last("act")).toMatchObject({ form: { other_law: "", grounds: [], expires: "" } });
    await officer.click(screen.getByTestId("field-grounds-j"));
    expect(screen.getByTestId("field-other_law")).toHaveValue("UU Contoh");
  });
});

describe("problems", () => {
  it("come back beside their fields, the cursor in the first, and nothing typed is lost", async () => {
    const refused = said("act", "request/grant_wrong");
    const fields = refused.fields.filter(({ field }) => field !== "letter_number");
    const { officer } = openWindow(form("grant"), { act: no({ ...refused, fields }) });
    await officer.type(await found("field-letter_number"), "000.8.3/412");
    await officer.type(screen.getByTestId("field-sheets"), "25");
    await officer.type(screen.getByTestId("field-price_per_sheet"), "1000");
    expect(screen.getByText("Rp25.000,00")).toBeVisible();
    await officer.click(screen.getByTestId("decide"));
    expect(await screen.findByText("Pilih pejabat yang menandatangani.")).toBeVisible();
    expect(screen.getByTestId("field-means")).toBeInvalid();
    expect(screen.getByTestId("field-means")).toHaveAccessibleDescription("Isi cara penyampaian informasi.");
    await waitFor(() => expect(screen.getByTestId(`field-signed_by-${id.sekcam}`)).toHaveFocus());
    expect(screen.getByTestId("field-letter_number")).toHaveValue("000.8.3/412");
    expect(screen.getByText("Rp25.000,00")).toBeVisible();
  });

  it("of one line are said with the line on the screen, and go when it is mended", async () => {
    const { core, officer } = openWindow(form("find_incomplete", id.registered), {
      act: saying("field", "Ada isian yang perlu diperbaiki.", [
        { field: "missing.5", message: "Paling panjang 300 huruf; sekarang 412." },
      ]),
    });
    const lines = await found("field-missing");
    // The empty line in between says nothing and is not sent.
    await officer.type(lines, "{Enter}{Enter}Salinan akta{Enter}Foto lokasi yang terlalu panjang");
    await officer.click(screen.getByTestId("decide"));
    expect(core.last("act")).toMatchObject({
      form: {
        missing: [
          "Salinan pengesahan badan hukum",
          "Salinan anggaran dasar/akta pendirian",
          "Surat kuasa pimpinan badan hukum",
          "Surat kuasa khusus",
          "Salinan akta",
          "Foto lokasi yang terlalu panjang",
        ],
      },
    });
    expect(await screen.findByText("Baris 7: Paling panjang 300 huruf; sekarang 412.")).toBeVisible();
    await waitFor(() => expect(lines).toHaveFocus());
    expect(lines).toBeInvalid();
    expect(lines).toHaveValue(
      "Salinan pengesahan badan hukum\nSalinan anggaran dasar/akta pendirian\nSurat kuasa pimpinan badan hukum\nSurat kuasa khusus\n\nSalinan akta\nFoto lokasi yang terlalu panjang",
    );
    await officer.type(lines, "{Backspace}");
    await waitFor(() => expect(lines).not.toBeInvalid());
  });

  it("without a field are said in the foot that stays in sight", async () => {
    const { officer } = openWindow(form("grant"), {
      act: saying("refused", "Akun ini tidak berwenang memutuskan permohonan."),
    });
    await officer.click(await found("decide"));
    const said = await found("said");
    expect(said).toHaveTextContent("Akun ini tidak berwenang memutuskan permohonan.");
    expect(said.parentElement).toContainElement(screen.getByTestId("decide"));
  });
});

describe("what was made", () => {
  it("is shown with Cetak in focus, and Enter prints it", async () => {
    const { core, officer } = openWindow(form("refuse"));
    await officer.type(await found("field-consequence"), "Data pribadi warga terbuka.");
    await officer.type(screen.getByTestId("field-cc"), "Bupati Serdang Bedagai{Enter}Arsip");
    await officer.click(screen.getByTestId("decide"));
    await screen.findByRole("heading", { name: "Permohonan ditolak." });
    expect(screen.getByTestId("print")).toHaveFocus();
    expect(core.last("act")).toMatchObject({
      subject: { kind: "request", id: id.processed },
      form: { consequence: "Data pribadi warga terbuka.", cc: ["Bupati Serdang Bedagai", "Arsip"], expires: "" },
    });
    await waitFor(() => expect(core.times("printers")).toBe(1));
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("back-to-request")).toHaveFocus());
    expect(core.last("print_paper")).toMatchObject({
      paper: { paper: "request", id: id.processed, kind: "refusal_decision" },
    });
    await officer.keyboard("{Enter}");
    await found("step-grant");
  });

  it("is nothing to come back to: Esc leads to where the form was opened", async () => {
    const { officer } = openWindow("/keberatan");
    await officer.click(await found("step-object"));
    await officer.click(await found("decide"));
    await screen.findByRole("heading", { name: "Keberatan dicatat dan mendapat nomor." });
    await officer.click(screen.getByTestId("back-to-request"));
    await found("record-title");
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: "Keberatan" });
    expect(window.location.hash).toBe("#/keberatan");
  });

  it("forgets what was typed once it is sent", async () => {
    const { officer } = openWindow("/informasi");
    await officer.click(await found("step-list"));
    await officer.type(await found("field-summary"), "Daftar aset");
    await officer.click(screen.getByTestId("decide"));
    expect(await found("news")).toHaveTextContent("Informasi disimpan dalam DIP.");
    await officer.keyboard("{Escape}");
    await officer.click(await found("step-list"));
    expect(await found("field-summary")).toHaveValue("");
  });

  it("tells to lock a new recovery card away", async () => {
    const { officer } = openWindow("/tindakan/office/-/new_card");
    await officer.type(await found("field-own_password"), "sandi siti sekarang");
    await officer.click(screen.getByTestId("decide"));
    expect(await screen.findByText(/simpan di lemari terkunci/)).toBeVisible();
    expect(screen.queryByText(/mintakan tanda tangan/)).toBeNull();
  });
});
