import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { FirstStart, RequestQuery } from "../../src/core";
import { no, saying } from "../recorded/bridge";
import { asked, id, manyRequests, recorded, requests, said } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { found, openWindow } from "./window";

describe("the first start", () => {
  it("fills letterhead, place and number from the kecamatan that is picked", async () => {
    const { officer } = openWindow("/", scenes.start);
    const pick = await found("pick-office");
    await officer.click(pick);
    await officer.type(pick, "Tebing Sy{Enter}");
    expect(screen.getByTestId("field-letterhead_office")).toHaveValue("KECAMATAN TEBING SYAHBANDAR");
    expect(screen.getByTestId("field-place")).toHaveValue("Tebing Syahbandar");
    expect(screen.getByTestId("number-example")).toHaveTextContent(/^001\/PPID\/KEC-TBS\/[IVX]+\/\d{4}$/);
  });

  it("keeps what is typed, and is there again after the window was closed", async () => {
    const { core, officer } = openWindow("/", scenes.start);
    await officer.type(await found("field-account_name"), "Rosmawati");
    await waitFor(() => expect(core.last("keep_first_start")?.first).toMatchObject({ account_name: "Rosmawati" }));
    const kept = core.last("keep_first_start")?.first as FirstStart;
    cleanup();
    openWindow("/", { opening: () => ({ ...recorded("opening", "first_start"), kept }) });
    expect(await found("field-account_name")).toHaveValue("Rosmawati");
    expect(screen.getByTestId("start-restored")).toBeVisible();
  });

  it("puts the cursor in the name of a new official, and asks before one that is filled is removed", async () => {
    const { officer } = openWindow("/", scenes.start);
    await officer.click(await found("add-official"));
    await waitFor(() => expect(screen.getByTestId("field-officials.1.name")).toHaveFocus());
    await officer.keyboard("Drs. Budi Rekaan");
    expect(screen.getByTestId("field-officials.1.name")).toHaveValue("Drs. Budi Rekaan");
    expect(screen.getByTestId("field-officials.1.role")).toHaveDisplayValue("Atasan PPID");
    await officer.click(screen.getByTestId("remove-official-1"));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Drs. Budi Rekaan dihapus dari daftar pejabat?");
    await officer.click(screen.getByTestId("confirm-remove-official"));
    await waitFor(() => expect(screen.queryByTestId("field-officials.1.name")).toBeNull());
    await officer.click(screen.getByTestId("add-official"));
    await officer.click(await found("remove-official-1"));
    await waitFor(() => expect(screen.queryByTestId("field-officials.1.name")).toBeNull());
  });

  it("marks the part and the field in which something is wrong", async () => {
    const refused = said("begin", "wrong");
    const { officer } = openWindow("/", {
      ...scenes.start,
      begin: no({
        ...refused,
        fields: refused.fields.filter(({ field }) => /^(officials.0.name|password)$/.test(field)),
      }),
    });
    await officer.click(await found("begin"));
    expect(await screen.findByText("Isi nama pejabat.")).toBeVisible();
    await waitFor(() => expect(screen.getByTestId("field-officials.0.name")).toHaveFocus());
    expect(screen.getByRole("button", { name: /Pejabat perlu diperbaiki/ })).toBeVisible();
  });

  it("does not let go of the recovery code before it is kept, whatever happens meanwhile", async () => {
    const { core, officer } = openWindow("/", scenes.start);
    await officer.click(await found("begin"));
    expect(await found("recovery-code")).toHaveTextContent(recorded("begin", "begun").recovery_code);
    core.answer("opening", () => recorded("opening", "open"));
    act(() => core.tell("changed"));
    expect(screen.getByTestId("card-continue")).toBeDisabled();
    await officer.click(screen.getByTestId("card-kept"));
    await officer.click(screen.getByTestId("card-continue"));
    await screen.findByRole("heading", { name: "Hari ini" });
  });
});

describe("the door", () => {
  it("says that the password is wrong and lets one type it again", async () => {
    const { core, officer } = openWindow("/", scenes.locked_wrong);
    await officer.type(await found("field-login"), "siti");
    await officer.type(screen.getByTestId("field-password"), "salah sekali{Enter}");
    expect(await found("said")).toHaveTextContent("Nama akun atau sandi tidak cocok");
    core.answer("unlock", () => recorded("unlock", "opened"));
    core.answer("opening", () => recorded("opening", "open"));
    await officer.type(screen.getByTestId("field-password"), "benar sekali{Enter}");
    await screen.findByRole("heading", { name: "Hari ini" });
    expect(core.last("unlock")).toMatchObject({ login: "siti" });
  });

  it("opens with the recovery card and a new password", async () => {
    const { core, officer } = openWindow("/", scenes.locked);
    await officer.click(await found("use-card"));
    await officer.type(screen.getByTestId("field-code"), "KRTP-7M2Q");
    await officer.type(screen.getByTestId("field-login"), "siti");
    await officer.type(screen.getByTestId("field-password"), "kalimat baru");
    await officer.type(screen.getByTestId("field-password_again"), "kalimat baru");
    await officer.click(screen.getByTestId("unlock"));
    await waitFor(() => expect(core.times("unlock_with_card")).toBe(1));
  });

  it("lets nobody in with a temporary password, but to make one of one's own", async () => {
    const temporary = saying("temporary", "Sandi ini sandi sementara dari admin; buat sandi Anda sendiri untuk masuk.");
    const { core, officer } = openWindow("/", { ...scenes.locked, unlock: temporary });
    await officer.type(await found("field-login"), "dewi");
    await officer.type(screen.getByTestId("field-password"), "7KQF-M2XR-9TBD");
    await officer.click(screen.getByTestId("unlock"));
    expect(await screen.findByRole("heading", { name: "Buat sandi Anda sendiri" })).toBeVisible();
    expect(screen.getByTestId("field-password")).toHaveValue("");
    await officer.type(screen.getByTestId("field-password"), "sungai di hulu");
    await officer.type(screen.getByTestId("field-password_again"), "sungai di hulu");
    await officer.click(screen.getByTestId("unlock"));
    await waitFor(() =>
      expect(core.last("unlock_with_temporary")).toEqual({
        login: "dewi",
        temporary: "7KQF-M2XR-9TBD",
        password: "sungai di hulu",
        password_again: "sungai di hulu",
      }),
    );
  });

  it("shows what a copy holds and lacks, and asks for a password before it takes the place of anything", async () => {
    const { core, officer } = openWindow("/", scenes.locked);
    await officer.click(await found("to-restore"));
    await officer.click(screen.getByTestId("find-copies"));
    expect(await screen.findByText("Jumat, 27 November 2026, 15.30")).toBeVisible();
    expect(screen.getByText(/nomor terakhir 108\/PPID\/KEC-TBS\/XI\/2026/)).toBeVisible();
    expect(screen.getByText(/4 catatan terakhir meja ini belum ada/)).toBeVisible();
    expect(screen.getByText(/disisihkan, tidak dihapus/)).toBeVisible();
    await officer.type(screen.getByTestId("field-login"), "dewi");
    core.answer(
      "restore_copy",
      saying("field", "Nama akun atau sandi tidak cocok.", [
        { field: "password", message: "Nama akun atau sandi tidak cocok." },
      ]),
    );
    await officer.type(screen.getByTestId("field-password"), "salah sekali{Enter}");
    expect(await found("said")).toHaveTextContent("Nama akun atau sandi tidak cocok");
    core.answer("restore_copy", () => recorded("session", "synced"));
    core.answer("opening", () => recorded("opening", "open"));
    await officer.clear(screen.getByTestId("field-password"));
    await officer.type(screen.getByTestId("field-password"), "benar sekali{Enter}");
    await screen.findByRole("heading", { name: "Hari ini" });
    expect(core.last("restore_copy")).toMatchObject({ login: "dewi", password: "benar sekali" });
  });

  it("lets a new computer begin with a copy instead of a new office", async () => {
    const { officer } = openWindow("/", scenes.start);
    await officer.click(await found("to-restore"));
    await screen.findByRole("heading", { name: "Pulihkan dari cadangan" });
    await officer.click(screen.getByText("Kembali"));
    await found("begin");
  });

  it("shuts when the core says it is locked", async () => {
    const { core } = openWindow("/");
    await screen.findByRole("heading", { name: "Hari ini" });
    core.answer("today", no(said("session", "locked")));
    core.answer("opening", () => recorded("opening", "locked"));
    act(() => core.tell("changed"));
    await found("unlock");
  });
});

describe("the frame", () => {
  it("searches everything with Ctrl+K from any screen", async () => {
    const { core, officer } = openWindow("/pengaturan");
    await found("nav-settings");
    await officer.keyboard("{Control>}k{/Control}");
    expect(screen.getByTestId("search")).toHaveFocus();
    await officer.keyboard("tahun{Enter}");
    await screen.findByRole("heading", { name: "Permohonan" });
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { words: "tahun", after: null } }));
    await screen.findByText(/cocok dengan “tahun”/);
  });

  it("opens a new request with Ctrl+N and help with F1", async () => {
    const { officer } = openWindow("/");
    await found("nav-today");
    await officer.keyboard("{F1}");
    const help = await screen.findByRole("dialog");
    expect(within(help).getByTestId("guide-words")).toBeVisible();
    await officer.click(within(help).getByRole("radio", { name: "Ringkas" }));
    expect(help).toHaveTextContent("Tombol cepat");
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(window.location.hash).toBe("#/");
    await officer.keyboard("{Control>}n{/Control}");
    await found("field-name");
  });

  it("follows what the core says about the connection", async () => {
    const { core, officer } = openWindow("/", scenes.waiting);
    await waitFor(() => expect(screen.getByTestId("sync-chip")).toHaveTextContent("4 menunggu, tanpa koneksi"));
    await officer.click(screen.getByTestId("sync-chip"));
    await officer.click(await found("sync-now"));
    await waitFor(() => expect(core.times("sync_now")).toBe(1));
    act(() => core.tell("sync", recorded("session", "synced").sync));
    await waitFor(() => expect(screen.getByTestId("sync-chip")).toHaveTextContent("tersinkron 10.30 WIB"));
  });

  it("begins with what is due today for whoever signs in, wherever the last one was", async () => {
    const { core, officer } = openWindow("/pengaturan", scenes.locked);
    await officer.type(await found("field-login"), "siti");
    core.answer("unlock", () => recorded("unlock", "opened"));
    core.answer("opening", () => recorded("opening", "open"));
    await officer.type(screen.getByTestId("field-password"), "benar sekali{Enter}");
    await screen.findByRole("heading", { name: "Hari ini" });
    expect(window.location.hash).toBe("#/");
  });

  it("shows every request again when the list is opened from the menu", async () => {
    const { core, officer } = openWindow("/");
    await officer.type(await found("search"), "sukimin{Enter}");
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { words: "sukimin" } }));
    await officer.click(screen.getByTestId("nav-requests"));
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { words: "", stage: null } }));
    await waitFor(() => expect(screen.getByTestId("search")).toHaveValue(""));
  });

  it("opens the only one that is found with Enter, and goes down to the rows with the arrow", async () => {
    const { officer } = openWindow("/permohonan");
    const [row] = recorded("requests", "all").rows;
    await officer.type(await found("search"), `${row?.number}{Enter}`);
    await waitFor(() => expect(window.location.hash).toBe(`#/permohonan/${row?.id}`));
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: "Permohonan" });
    screen.getByTestId("search").focus();
    await officer.keyboard("{ArrowDown}");
    expect(screen.getAllByTestId("row-link")[0]).toHaveFocus();
  });

  it("tells what else bears the words, and goes down to it where no request does", async () => {
    const { core, officer } = openWindow("/");
    const words = String(asked("find", "everywhere").words);
    const groups = recorded("find", "everywhere");
    await officer.type(await found("search"), `${words}{Enter}`);
    const elsewhere = await found("elsewhere");
    for (const { title, total } of groups) expect(elsewhere).toHaveTextContent(`${title} (${total})`);
    const none = { ...recorded("requests", "all"), rows: [], total: 0 };
    core.answer("requests", () => none);
    core.answer("find", () => [{ title: "Surat", total: 1, items: [groups[0]?.items[0]] }]);
    await officer.clear(screen.getByTestId("search"));
    await officer.type(screen.getByTestId("search"), "lain");
    await waitFor(() => expect(screen.getByTestId("elsewhere")).toHaveTextContent("Surat (1)"));
    await officer.keyboard("{ArrowDown}");
    expect(within(screen.getByTestId("elsewhere")).getByRole("link")).toHaveFocus();
  });

  it("comes back with Esc to the row it left", async () => {
    const { officer } = openWindow("/permohonan");
    const rows = await screen.findAllByTestId("request-row");
    const names = screen.getAllByTestId("row-link").map((link) => link.getAttribute("href"));
    await officer.click(rows[2] as HTMLElement);
    await waitFor(() => expect(`#${window.location.hash.slice(1)}`).toBe(names[2]));
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(screen.getAllByTestId("row-link")[2]).toHaveFocus());
  });

  it("has four sizes of letters, changed with Ctrl and plus, minus and nought, and remembers", async () => {
    const { officer } = openWindow("/");
    await found("nav-today");
    const size = () => document.documentElement.dataset.text;
    expect(size()).toBe("normal");
    await officer.keyboard("{Control>}+{/Control}");
    expect(size()).toBe("large");
    await officer.keyboard("{Control>}+{/Control}{Control>}+{/Control}");
    expect(size()).toBe("largest");
    await officer.keyboard("{Control>}0{/Control}{Control>}-{/Control}");
    expect(size()).toBe("small");
    expect(localStorage.getItem("loket.text")).toBe('"small"');
    await officer.click(screen.getByTestId("person"));
    expect(await screen.findByRole("radio", { name: "Kecil" })).toBeChecked();
    expect(screen.getByRole("radio", { name: "Terbesar" })).toBeInTheDocument();
  });

  it("takes typing back and does it again with the keys of every other program", async () => {
    const done: string[] = [];
    Object.assign(document, { execCommand: (deed: string) => done.push(deed) });
    const { officer } = openWindow("/permohonan/baru");
    await officer.click(await found("field-name"));
    await officer.keyboard("{Control>}z{/Control}{Control>}{Shift>}z{/Shift}{/Control}{Control>}y{/Control}");
    expect(done).toEqual(["undo", "redo", "redo"]);
    screen.getByTestId("nav-today").focus();
    await officer.keyboard("{Control>}z{/Control}");
    expect(done).toHaveLength(3);
  });

  it("shows a menu of its own on a right click, in Indonesian, with what one does to text", async () => {
    const done: string[] = [];
    Object.assign(document, { execCommand: (deed: string) => done.push(deed) });
    openWindow("/permohonan/baru");
    const name = await found("field-name");
    expect(fireEvent.contextMenu(document.body)).toBe(false);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(fireEvent.contextMenu(name)).toBe(false);
    const menu = await screen.findByRole("menu", { name: "Menu ketikan" });
    const items = within(menu).getAllByRole("menuitem");
    expect(items.map((item) => item.textContent)).toEqual(["Urungkan", "Potong", "Salin", "Tempel", "Pilih semua"]);
    fireEvent.click(screen.getByTestId("edit-paste"));
    expect(done).toEqual(["paste"]);
    expect(name).toHaveFocus();
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("has the own password and the desktop's notices in the person menu", async () => {
    const { core, officer } = openWindow("/");
    await officer.click(await found("person"));
    const notices = await screen.findByRole("switch", { name: /Pemberitahuan di layar komputer/ });
    expect(notices).not.toBeChecked();
    await officer.click(notices);
    expect(core.last("want_alerts")).toEqual({ wanted: true });
    await waitFor(() => expect(notices).toBeChecked());
    const own = screen.getByRole("link", { name: "Ganti sandi" });
    expect(own).toHaveAttribute("href", expect.stringMatching(/^#\/tindakan\/account\/[0-9a-f-]+\/password$/));
    await officer.click(own);
    await waitFor(() => expect(screen.queryByRole("switch")).toBeNull());
  });

  it("locks, and forgets what it showed", async () => {
    const { core, officer } = openWindow("/");
    await officer.click(await found("person"));
    core.answer("opening", () => recorded("opening", "locked"));
    await officer.click(await found("lock"));
    await found("unlock");
    expect(document.body).not.toHaveTextContent("Sukimin");
  });
});

describe("the list", () => {
  it("draws only the rows in sight of thousands, moves with arrows and opens with Enter", async () => {
    const years = manyRequests(3210);
    const { officer } = openWindow("/permohonan", {
      requests: ({ query }: { query: RequestQuery }) => requests(query, years),
    });
    const rows = await screen.findAllByTestId("request-row");
    expect(rows.length).toBeLessThan(60);
    expect(screen.getByText("3.210 permohonan")).toBeVisible();
    const links = () => document.querySelectorAll<HTMLElement>("[data-row-link]");
    (links()[0] as HTMLElement).focus();
    await officer.keyboard("{ArrowDown}{ArrowDown}");
    expect(links()[2]).toHaveFocus();
    await officer.keyboard("{Enter}");
    await found("step-declare_complete");
    expect(window.location.hash).toBe(`#/permohonan/${id.registered}`);
  });

  it("narrows by stage and remembers which columns are wanted", async () => {
    const { core, officer } = openWindow("/permohonan");
    await officer.click(await found("stage-refused"));
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { stage: "refused" } }));
    await officer.click(screen.getByTestId("columns"));
    await officer.click(await screen.findByRole("checkbox", { name: "Diterima" }));
    expect(screen.getByRole("columnheader", { name: "Diterima" })).toBeVisible();
    expect(localStorage.getItem("loket.columns.shown")).toContain('"received"');
    await officer.click(await screen.findByRole("checkbox", { name: "Telepon" }));
    expect(screen.getByRole("columnheader", { name: "Telepon" })).toBeVisible();
  });

  it("is put in order by a click on a head: one way, the other way, and newest first again", async () => {
    const { core, officer } = openWindow("/permohonan");
    const order = () => (core.last("requests") as { query: RequestQuery }).query.order;
    await officer.click(await found("order-applicant"));
    await waitFor(() => expect(order()).toEqual({ by: "applicant", descending: false }));
    const head = screen.getByRole("columnheader", { name: "Pemohon" });
    expect(head).toHaveAttribute("aria-sort", "ascending");
    await officer.click(screen.getByTestId("order-applicant"));
    await waitFor(() => expect(order()).toEqual({ by: "applicant", descending: true }));
    expect(head).toHaveAttribute("aria-sort", "descending");
    await officer.click(screen.getByTestId("order-applicant"));
    // What was read at first is known still, so the core need not be asked again.
    await waitFor(() => expect(head).toHaveAttribute("aria-sort", "none"));
  });

  it("keeps filter, order and place while a request is read, and the menu shows all again", async () => {
    const page = recorded("requests", "all");
    const channels = [...page.channels, { code: "whatsapp", label: "WhatsApp", count: 2, more: false }];
    const rows = page.rows.map((row, at) => (at < 2 ? { ...row, channel: "WhatsApp" } : row));
    const { core, officer } = openWindow("/permohonan", {
      requests: ({ query }: { query: RequestQuery }) => requests(query, { ...page, rows, channels }),
    });
    const query = () => (core.last("requests") as { query: RequestQuery }).query;
    await officer.click(await found("narrow"));
    await officer.selectOptions(await found("field-channel"), "whatsapp");
    await officer.type(screen.getByTestId("field-from"), "01/09/2026");
    await waitFor(() => expect(query()).toMatchObject({ channel: "whatsapp", from: "2026-09-01" }));
    await officer.keyboard("{Escape}");
    await officer.click(screen.getByTestId("order-number"));
    await waitFor(() => expect(screen.getAllByTestId("request-row")).toHaveLength(2));
    expect(screen.getByTestId("without-channel")).toHaveTextContent("WhatsApp");
    expect(screen.getByTestId("without-from")).toHaveTextContent("sejak 1 September 2026");
    const links = () => document.querySelectorAll<HTMLElement>("[data-row-link]");
    links()[0]?.focus();
    await officer.keyboard("{ArrowDown}{Enter}");
    await found("registration-number");
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(screen.getAllByTestId("request-row")).toHaveLength(2));
    expect(links()[1]).toHaveFocus();
    expect(query()).toMatchObject({ channel: "whatsapp", order: { by: "number" } });
    await officer.click(screen.getByTestId("without-from"));
    await waitFor(() => expect(query()).toMatchObject({ channel: "whatsapp", from: null }));
    await officer.click(screen.getByTestId("nav-requests"));
    await waitFor(() => expect(query()).toMatchObject({ channel: null, from: null, late: false }));
    await waitFor(() => expect(screen.getAllByTestId("request-row").length).toBeGreaterThan(2));
  });

  it("shows only what is late, and saves exactly what is listed", async () => {
    const { core, officer } = openWindow("/permohonan");
    await officer.click(await found("late"));
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { late: true } }));
    await officer.click(screen.getByTestId("save-list"));
    expect(await screen.findByText("Disimpan: Register Permohonan 2026.xlsx")).toBeVisible();
    expect(core.last("save_export")).toMatchObject({
      file: {
        export: "requests",
        query: { late: true, words: "" },
        columns: ["number", "applicant", "information", "stage", "due"],
      },
    });
  });
});
