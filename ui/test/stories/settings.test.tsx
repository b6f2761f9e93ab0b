import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Said } from "../../src/core";
import { no, saying } from "../recorded/bridge";
import { id, recorded, said } from "../recorded/recorded";
import { reviewed } from "../window/scenes";
import { found, openWindow } from "./window";

/** The wording as it stands in the office. */
const wording = () =>
  recorded("action_form", "template/pemberitahuan-pembuka/reword").sections[0]?.fields[0]?.value as string;

describe("settings", () => {
  it("enrols the desk with address and one-time code", async () => {
    const { core, officer } = openWindow("/pengaturan", { enrol: reviewed });
    await officer.type(await found("field-server"), "https://ppid.contoh.go.id");
    await officer.type(screen.getByTestId("field-code"), "ABCD-1234");
    await officer.type(screen.getByTestId("field-own_password"), "kebun teh pagi");
    await officer.click(screen.getByTestId("enrol"));
    await screen.findByText("2 November 2026");
    expect(core.last("enrol")).toEqual({
      server: "https://ppid.contoh.go.id",
      code: "ABCD-1234",
      own_password: "kebun teh pagi",
      agreed: "",
    });
    expect(screen.getByText("Meja B menolak permohonan 104/PPID/KEC-TBS/XII/2026")).toBeVisible();
  });

  it("lets files wait and go on", async () => {
    const { core, officer } = openWindow("/pengaturan", { settings: reviewed });
    expect(await found("files-text")).toHaveTextContent("1 berkas menunggu: 0 kB dari 31 kB");
    expect(screen.getByText("Sekarang: Surat kuasa khusus.pdf")).toBeVisible();
    await officer.click(screen.getByTestId("pause-files"));
    await officer.click(await found("resume-files"));
    await found("pause-files");
    expect(core.asked.filter(({ command }) => command === "pause_files").map(({ args }) => args.paused)).toEqual([
      true,
      false,
    ]);
  });

  it("copies the desk, says how far it is, and stops when asked", async () => {
    const settings = recorded("settings", "alone");
    const chosen = { ...settings, backup: { ...settings.backup, place: "/media/flashdisk" } };
    const { core, officer } = openWindow("/pengaturan", { choose_backup_place: () => chosen });
    expect(await found("back-up")).toBeDisabled();
    await officer.click(screen.getByTestId("choose-backup-place"));
    expect(await screen.findByText("/media/flashdisk")).toBeVisible();
    let done: (value: unknown) => void = () => undefined;
    core.answer("back_up", () => new Promise((ended) => (done = ended)) as never);
    await officer.click(screen.getByTestId("back-up"));
    expect(await screen.findByText("Menyalin data")).toBeVisible();
    await officer.click(screen.getByTestId("stop-backup"));
    expect(core.times("stop_backup")).toBe(1);
    done({ subject: null, paper: null, said: "Cadangan selesai dan sudah diperiksa." });
    expect(await found("backup-said")).toHaveTextContent("sudah diperiksa");
  });

  it("says beside the button why no copy was made", async () => {
    const settings = recorded("settings", "alone");
    const chosen = { ...settings, backup: { ...settings.backup, place: "/media/flashdisk" } };
    const gone = "Tempat cadangan tidak ditemukan; pasang flashdisknya, lalu coba lagi.";
    const { officer } = openWindow("/pengaturan", { settings: () => chosen, back_up: saying("refused", gone) });
    await officer.click(await found("back-up"));
    expect(await screen.findByText(gone)).toBeVisible();
  });

  it("takes everything out as one file, says how far it is, and stops when asked", async () => {
    const { core, officer } = openWindow("/pengaturan");
    let done: (value: unknown) => void = () => undefined;
    core.answer("take_out_office", () => new Promise((ended) => (done = ended)) as never);
    expect(await screen.findByText(/Tidak tersandi dan memuat data pribadi/)).toBeVisible();
    await officer.click(await found("take-out"));
    expect(await screen.findByText("Berkas 80 dari 212")).toBeVisible();
    await officer.click(screen.getByTestId("stop-take-out"));
    expect(core.times("stop_take_out")).toBe(1);
    done({ subject: null, paper: null, papers: [], said: "212 berkas disimpan dalam satu ZIP." });
    expect(await found("take-out-said")).toHaveTextContent("212 berkas disimpan dalam satu ZIP.");
  });

  it("takes out what there is of one person, and says why not", async () => {
    const why = "Nama ini dipakai lebih dari satu orang; tulis NIK orang yang dimaksud.";
    const { core, officer } = openWindow("/pengaturan", { take_out_person: saying("field", why) });
    await officer.type(await found("take-out-whom"), "Warga Satu");
    await officer.click(screen.getByTestId("take-out-person"));
    expect(await screen.findByText(why)).toBeVisible();
    core.answer("take_out_person", () => ({ subject: null, paper: null, papers: [], said: "9 berkas disimpan." }));
    await officer.click(screen.getByTestId("take-out-person"));
    expect(await found("take-out-person-said")).toHaveTextContent("9 berkas disimpan.");
    expect(core.last("take_out_person")).toEqual({ person: "Warga Satu" });
  });

  it("shows what was done at the desk, to be read and searched and not opened", async () => {
    const { core, officer } = openWindow("/pengaturan");
    await officer.click(await found("manage-uses"));
    expect(await screen.findByRole("heading", { level: 1, name: "Catatan pemakaian" })).toBeVisible();
    expect((await screen.findAllByText("Masuk")).length).toBeGreaterThan(0);
    await officer.type(screen.getByTestId("list-words"), "register");
    await waitFor(() => expect(core.last("list")).toMatchObject({ query: { list: "uses", words: "register" } }));
  });

  it("leads to each part of the page, in its order", async () => {
    openWindow("/pengaturan");
    const parts = (await screen.findAllByTestId("settings-part")).map((part) => part.textContent);
    expect(parts).toEqual(screen.getAllByRole("region").map((part) => part.getAttribute("aria-label")));
  });

  it("offers each change beside what it changes", async () => {
    openWindow("/pengaturan");
    const office = await screen.findByRole("region", { name: "Kantor" });
    expect(within(office).getByTestId("step-edit_profile")).toBeVisible();
    expect(within(office).getByTestId("step-edit_counting")).toBeVisible();
    expect(within(screen.getByRole("region", { name: "Kop surat" })).getByTestId("step-edit_letterhead")).toBeVisible();
    const fees = within(screen.getByRole("region", { name: "Biaya dan wewenang" }));
    for (const step of ["step-edit_fees", "step-edit_signing", "step-edit_duties"])
      expect(fees.getByTestId(step)).toBeVisible();
    expect(within(screen.getByRole("region", { name: "Akun" })).getByTestId("step-new_card")).toBeVisible();
    const numbering = within(screen.getByRole("region", { name: "Penomoran" }));
    expect(numbering.getByTestId("step-account_numbers")).toBeVisible();
    const offered = screen.getAllByTestId(/^step-/).map((button) => button.dataset.testid);
    expect(offered.sort()).toEqual(
      Object.values(recorded("settings", "alone").next)
        .flat()
        .map(({ action }) => `step-${action}`)
        .sort(),
    );
  });

  it("asks for a new code after the login was revoked, with the address as it was", async () => {
    const revoked = { ...reviewed(), sync: { ...reviewed().sync, needs_code: true } };
    const { core, officer } = openWindow("/pengaturan", {
      settings: () => revoked,
      enrol: reviewed,
    });
    expect(await found("field-server")).toHaveValue("https://ppid.contoh.go.id");
    await officer.type(screen.getByTestId("field-code"), "BARU-5678");
    await officer.click(screen.getByTestId("enrol"));
    await waitFor(() => expect(screen.queryByTestId("field-code")).toBeNull());
    expect(core.last("enrol")).toMatchObject({ server: "https://ppid.contoh.go.id", code: "BARU-5678" });
  });

  it("leaves the server it has only after a sentence was agreed to that names both", async () => {
    const revoked = { ...reviewed(), sync: { ...reviewed().sync, needs_code: true } };
    const sentence =
      "Meja ini tersambung ke https://ppid.contoh.go.id; semua catatan dikirim ke https://lain.contoh.go.id.";
    const other: Said = { message: sentence, fields: [{ field: "agreed", message: sentence }], kind: "refused" };
    const { core, officer } = openWindow("/pengaturan", {
      settings: () => revoked,
      enrol: ({ agreed }) => {
        if (agreed !== sentence) throw other;
        return reviewed();
      },
    });
    await officer.type(await found("field-code"), "BARU-5678");
    await officer.type(screen.getByTestId("field-own_password"), "kebun teh pagi");
    await officer.click(screen.getByTestId("enrol"));
    expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
    expect(core.last("enrol")).toMatchObject({ agreed: "" });
    await officer.click(screen.getByTestId("field-agreed"));
    await officer.click(screen.getByTestId("enrol"));
    await waitFor(() => expect(screen.queryByTestId("field-code")).toBeNull());
    expect(core.last("enrol")).toMatchObject({ agreed: sentence });
  });

  it("says who may join the desk to PPID Utama instead of asking for a code", async () => {
    const reason = "Tugas ini bukan wewenang peran akun Anda.";
    const alone = recorded("settings", "alone");
    openWindow("/pengaturan", { settings: () => ({ ...alone, sync: { ...alone.sync, join_refused: reason } }) });
    expect(await screen.findByText(reason)).toBeVisible();
    expect(screen.queryByTestId("field-code")).toBeNull();
  });

  it("changes the desk's key after saying when one does", async () => {
    const { core, officer } = openWindow("/pengaturan", { settings: reviewed });
    const sync = within(await screen.findByRole("region", { name: "Sinkronisasi" }));
    expect(sync.getByText("sejak meja ini disiapkan")).toBeVisible();
    await officer.click(sync.getByTestId("step-change_key"));
    await screen.findByText(/pernah dipegang orang yang tidak berhak/);
    await officer.click(await found("decide"));
    expect(core.last("act")).toMatchObject({ action: "change_key" });
  });

  it.each([
    ["manage-officials", "Pejabat", "Drs. H. Muhammad Yusuf Hasibuan, M.A.P."],
    ["manage-accounts", "Akun", "siti"],
    ["manage-templates", "Naskah surat", "Hak mengajukan keberatan"],
    ["manage-days-off", "Hari libur kantor", "9 Desember 2026"],
  ])("opens the list behind %s, and one of its rows", async (button, title, row) => {
    const { officer } = openWindow("/pengaturan");
    await officer.click(await found(button));
    await screen.findByRole("heading", { name: title });
    await officer.click(await screen.findByRole("link", { name: row }));
    await found("record-title");
    expect(screen.getByTestId("nav-settings")).toHaveAttribute("aria-current", "page");
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: title });
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: "Pengaturan" });
  });

  it("adds an official and says so in the list", async () => {
    const { core, officer } = openWindow("/pengaturan/pejabat");
    await officer.click(await found("step-name"));
    await officer.type(await found("field-name"), "Sukimin, S.Sos.");
    await officer.type(screen.getByTestId("field-position"), "Kepala Seksi Pelayanan");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await found("news")).toHaveTextContent("Pejabat ditambahkan.");
    expect(window.location.hash).toBe("#/pengaturan/pejabat");
    expect(core.last("act")).toMatchObject({ form: { role: "ppid_unit", capacity: "definitive", until: "" } });
  });

  it("tells why an account cannot be closed", async () => {
    openWindow(`/berkas/account/${id.siti}`);
    expect(await found("step-close")).toHaveAccessibleDescription(/Akun yang sedang dipakai tidak dapat ditutup/);
  });
});

describe("sync on a stick", () => {
  it("says what a file carries, what its answer brought, and why one is refused", async () => {
    const { core, officer } = openWindow("/pengaturan", { settings: reviewed });
    await screen.findByText(/Berkas akan membawa 4 catatan yang menunggu/);
    await officer.click(await found("save-bundle"));
    expect(await found("stick-done")).toHaveTextContent("tersimpan dengan 4 catatan");
    await officer.click(screen.getByTestId("read-acknowledgment"));
    await waitFor(() => expect(screen.getByTestId("stick-done")).toHaveTextContent("4 catatan diakui"));
    core.answer("read_acknowledgment", no(said("read_acknowledgment", "broken")));
    await officer.click(screen.getByTestId("read-acknowledgment"));
    expect(await found("said")).toHaveTextContent("rusak atau terpotong");
    expect(screen.queryByTestId("stick-done")).toBeNull();
  });

  it("is not offered before the desk knows a server, and nothing is said when the officer changes their mind", async () => {
    const { core, officer } = openWindow("/pengaturan");
    await found("enrol");
    expect(screen.queryByTestId("save-bundle")).toBeNull();
    core.answer("settings", reviewed);
    core.answer("enrol", reviewed);
    core.answer("save_bundle", () => null);
    await officer.click(screen.getByTestId("enrol"));
    await officer.click(await found("save-bundle"));
    await waitFor(() => expect(core.times("save_bundle")).toBe(1));
    expect(screen.queryByTestId("stick-done")).toBeNull();
  });
});

describe("a change of the calendar", () => {
  const path = "/tindakan/day_off/-/add_day_off";

  it("shows the deadlines it moves before it is accepted", async () => {
    const { core, officer } = openWindow("/pengaturan/kalender");
    await officer.click(await found("step-add_day_off"));
    await officer.type(await found("field-name"), "Pemilihan kepala desa serentak");
    await officer.click(screen.getByTestId("decide"));
    const table = await screen.findByRole("table", { name: "Batas waktu yang bergeser" });
    expect(within(table).getAllByText("Ya, tanggal di kertas tetap; berikan surat perubahan")).toHaveLength(4);
    expect(screen.getByTestId("differences-said")).toHaveTextContent("5 batas waktu bergeser");
    expect(core.last("change_preview")).toMatchObject({
      form: { date: "2026-12-08", kind: "libur_daerah", name: "Pemilihan kepala desa serentak" },
    });
    expect(core.times("accept_calendar")).toBe(0);
    expect(core.times("act")).toBe(0);
    // The key that brought it here must not accept it too.
    expect(screen.getByRole("heading", { name: "Batas waktu yang bergeser" })).toHaveFocus();
    await officer.click(screen.getByTestId("accept-differences"));
    expect(await found("news")).toHaveTextContent("Kalender disimpan; 5 batas waktu dihitung ulang.");
    expect(core.last("accept_calendar")).toEqual({ token: recorded("change_preview", "election").token });
    expect(window.location.hash).toBe("#/pengaturan/kalender");
  });

  it("leads back to the form with Esc, and nothing typed is lost", async () => {
    const { core, officer } = openWindow(path);
    await officer.type(await found("field-decree"), "188.45/871/2026");
    await officer.keyboard("{Control>}s{/Control}");
    await found("accept-differences");
    await officer.keyboard("{Escape}");
    expect(await found("field-decree")).toHaveValue("188.45/871/2026");
    await waitFor(() => expect(screen.getByTestId("decide")).toHaveFocus());
    expect(core.times("accept_calendar")).toBe(0);
  });

  it("says that nothing moves, and that things changed meanwhile", async () => {
    const { officer } = openWindow(path, {
      change_preview: () => ({
        ...recorded("change_preview", "election"),
        said: "Tidak ada batas waktu yang bergeser.",
        rows: [],
      }),
      accept_calendar: saying(
        "refused",
        "Keadaan berubah sejak daftar ini dibuat; lihat lagi akibatnya sebelum menerima.",
      ),
    });
    await officer.click(await found("decide"));
    expect(await found("differences-said")).toHaveTextContent("Tidak ada batas waktu yang bergeser.");
    expect(screen.queryByRole("table")).toBeNull();
    await officer.keyboard("{Control>}s{/Control}");
    expect(await found("said")).toHaveTextContent("Keadaan berubah sejak daftar ini dibuat");
  });

  it("puts its problems beside the fields", async () => {
    const { officer } = openWindow(path, {
      change_preview: no(said("change_preview", "unnamed")),
    });
    await officer.click(await found("decide"));
    await waitFor(() => expect(screen.getByTestId("field-name")).toHaveFocus());
    expect(screen.getByTestId("field-name")).toBeInvalid();
  });
});

describe("a wording", () => {
  it("is seen in its letter as it is typed, before it is saved", async () => {
    const { core, officer } = openWindow("/berkas/template/pemberitahuan-pembuka");
    await officer.click(await found("step-reword"));
    expect(await found("field-text")).toHaveValue(wording());
    expect(screen.queryByTestId("paper-frame")).toBeNull();
    await officer.type(screen.getByTestId("field-text"), " Terima kasih.");
    await officer.click(screen.getByTestId("preview-wording"));
    await found("paper-frame");
    expect(core.last("paper")).toEqual({
      paper: { paper: "template", code: "pemberitahuan-pembuka", text: `${wording()} Terima kasih.` },
    });
    expect(core.times("act")).toBe(0);
  });

  it("that cannot stand in a letter says why", async () => {
    const { core, officer } = openWindow("/tindakan/template/pemberitahuan-pembuka/reword");
    await found("field-text");
    core.answer("paper", saying("refused", "Isian {nomor_pendaftaran} wajib ada dalam naskah ini; tambahkan kembali."));
    await officer.click(screen.getByTestId("preview-wording"));
    expect(await found("said")).toHaveTextContent("wajib ada dalam naskah ini");
  });
});
