import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { no, saying } from "../recorded/bridge";
import { id, recorded, said } from "../recorded/recorded";
import { found, openWindow } from "./window";

/** Nothing is overdue, but something waits. */
function calmDay() {
  const day = recorded("today", "busy");
  return { ...day, groups: day.groups.map((group) => (group.code === "later" ? group : { ...group, items: [] })) };
}

describe("a record", () => {
  it("says by when, what may be done, what happened, and shows its papers", async () => {
    const { core, officer } = openWindow("/keberatan");
    await officer.click(await screen.findByRole("link", { name: "003/KEB-PPID/KEC-TBS/XI/2026" }));
    expect(await found("record-title")).toHaveTextContent("Keberatan 003/KEB-PPID/KEC-TBS/XI/2026");
    expect(screen.getByTestId("stage")).toHaveTextContent("Menunggu tanggapan");
    expect(screen.getByText(/diajukan setelah batas 21 Oktober 2026/)).toBeVisible();
    expect(screen.getByTestId("step-file_dispute")).toHaveAccessibleDescription(
      /^Sengketa baru dapat diajukan setelah ada tanggapan/,
    );
    const deadlines = within(screen.getByRole("region", { name: "Tenggat" }));
    await officer.click(deadlines.getByText("30 hari kerja sejak keberatan diterima (Pasal 36 ayat (2))"));
    expect(
      deadlines.getByRole("table", { name: "30 hari kerja sejak keberatan diterima (Pasal 36 ayat (2))" }),
    ).toHaveTextContent("Hari kerja ke-28");
    expect(screen.getByText("Keberatan dicatat dengan nomor 003/KEB-PPID/KEC-TBS/XI/2026")).toBeVisible();
    await found("paper-frame");
    expect(core.last("paper")).toEqual({ paper: { paper: "objection", id: id.objection, kind: "objection_form" } });
    await officer.click(screen.getByTestId("linked"));
    expect(window.location.hash).toBe(`#/permohonan/${id.refused}`);
  });

  it("prints its paper, and asks for it anew", async () => {
    const { core, officer } = openWindow(`/berkas/classification/${id.tested}`);
    await found("print");
    await waitFor(() => expect(core.times("printers")).toBe(1));
    const before = core.times("record");
    await officer.keyboard("{Control>}p{/Control}");
    await waitFor(() => expect(core.times("record")).toBeGreaterThan(before));
    expect(core.last("print_paper")).toMatchObject({
      paper: { paper: "classification", id: id.tested, kind: "consequence_test" },
    });
  });

  it("of a handover shows its minutes, ready to print, and leads to both accounts", async () => {
    const { core, officer } = openWindow(`/berkas/handover/${id.handover}`);
    expect(await found("record-title")).toHaveTextContent("Serah terima meja");
    await found("paper-frame");
    expect(core.last("paper")).toEqual({ paper: { paper: "handover", id: id.handover } });
    const [left] = screen.getAllByTestId("linked");
    await officer.click(left as HTMLElement);
    expect(window.location.hash).toBe(`#/berkas/account/${id.dewi}`);
  });

  it("of an account that was handed on leads to the minutes", async () => {
    const { officer } = openWindow(`/berkas/account/${id.dewi}`, { record: () => recorded("record", "handed_on") });
    await officer.click(await found("linked"));
    expect(window.location.hash).toBe(`#/berkas/handover/${id.handover}`);
  });

  it("warns also where nothing may be done", async () => {
    openWindow(`/berkas/report/${id.report}`, {
      record: () => ({
        subject: { kind: "report", id: "l2025" },
        title: "Laporan layanan informasi publik tahun 2025",
        subtitle: "",
        status: "",
        tone: "done",
        groups: [{ title: "Kosong", facts: [], text: "" }],
        deadlines: [],
        warning: "Salinan belum dikirim kepada Komisi Informasi.",
        next: [],
        timeline: [],
        papers: [],
        linked: [],
      }),
    });
    expect(await screen.findByText("Salinan belum dikirim kepada Komisi Informasi.")).toBeVisible();
    expect(screen.queryByRole("region", { name: "Kosong" })).toBeNull();
  });

  it("acts at once where nothing has to be asked, and says so", async () => {
    const { core, officer } = openWindow(`/berkas/dip_item/${id.periodic}`);
    await officer.click(await found("step-renew"));
    expect(await found("news")).toHaveTextContent("Tanggal pemutakhiran dicatat.");
    expect(core.last("act")).toEqual({ subject: { kind: "dip_item", id: id.periodic }, action: "renew", form: {} });
  });

  it("says why an act was refused", async () => {
    const { officer } = openWindow(`/berkas/dip_item/${id.periodic}`, {
      act: saying("refused", "Akun ini tidak berwenang mengubah DIP."),
    });
    await officer.click(await found("step-renew"));
    expect(await found("said")).toHaveTextContent("Akun ini tidak berwenang mengubah DIP.");
  });
});

describe("today", () => {
  it("says beside each line whose turn it is", async () => {
    const view = recorded("today", "busy");
    openWindow("/", { today: () => view });
    await screen.findAllByTestId(/^today-/);
    const turns = view.groups.flatMap(({ items }) => items.flatMap(({ turn }) => turn ?? []));
    expect(turns).toContain("Giliran kita");
    for (const turn of new Set(turns))
      expect(screen.getAllByText(turn)).toHaveLength(turns.filter((one) => one === turn).length);
  });

  it("tells what happened to the keys of the office until it was read", async () => {
    const told = { id: "018f", text: "Sandi akun Dewi Rekaan diganti dengan kartu pemulihan di meja A." };
    const read = { ...recorded("today", "busy"), notices: [] };
    const { core, officer } = openWindow("/", {
      today: () => ({ ...read, notices: [told] }),
      dismiss_notice: () => read,
    });
    expect(await found("notices")).toHaveTextContent(told.text);
    await officer.click(screen.getByTestId("dismiss-notice"));
    await waitFor(() => expect(screen.queryByTestId("notices")).toBeNull());
    expect(core.last("dismiss_notice")).toEqual({ id: "018f" });
  });

  it("tells the core that somebody is at the window", async () => {
    const { core, officer } = openWindow("/");
    await found("person");
    await officer.keyboard("a");
    expect(core.last("stay")).toEqual({});
  });

  it("groups what waits, nearest first, and opens anything in it", async () => {
    const { officer } = openWindow("/", { today: () => recorded("today", "new_year") });
    const groups = (await screen.findAllByTestId(/^today-/)).map(({ dataset }) => dataset.testid);
    expect(groups).toEqual(
      recorded("today", "new_year")
        .groups.filter(({ items }) => items.length > 0)
        .map(({ code }) => `today-${code}`),
    );
    const reminders = within(screen.getByTestId("today-reminders"));
    await officer.click(reminders.getByText("Laporan tahunan 2026"));
    await screen.findByRole("heading", { name: "Register & laporan" });
    expect(window.location.hash).toBe("#/register/laporan");
    await officer.keyboard("{Escape}");
    await officer.click(within(await found("today-objections")).getAllByTestId("work-row")[0] as HTMLElement);
    expect(await found("record-title")).toHaveTextContent("Keberatan");
  });

  it("can be worked down with arrows and Enter", async () => {
    const { officer } = openWindow("/");
    const near = within(await found("today-near"));
    near.getAllByTestId("request-row")[0]?.focus();
    await officer.keyboard("{ArrowDown}{Enter}");
    await found("step-hand_over");
    expect(window.location.hash).toBe(`#/permohonan/${id.granted}`);
  });

  it("names late work also when there is none, and leaves other empty groups out", async () => {
    openWindow("/", { today: calmDay });
    expect(await found("today-overdue")).toHaveTextContent("Tidak ada yang terlambat.");
    expect(screen.getByTestId("today-later")).toBeVisible();
    expect(screen.queryByTestId("today-reminders")).toBeNull();
  });

  it("says how to begin when nothing was ever written down", async () => {
    const { officer } = openWindow("/", { today: () => recorded("today", "empty") });
    await screen.findByText("Belum ada permohonan yang harus dikerjakan");
    await officer.click(within(screen.getByRole("main")).getByRole("button", { name: "Permohonan baru" }));
    await found("field-name");
  });

  it("shows the months as a chart that can also be read as a table", async () => {
    openWindow("/");
    const months = within(await screen.findByRole("region", { name: "Permohonan per bulan" }));
    const september = within(months.getByRole("row", { name: /Sep 2026/ }));
    expect(september.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["Sep 2026", "3", "2"]); // one was answered anew in October
  });
});

describe("registers and figures", () => {
  it("shows a register of this year, and of a shorter time at a press", async () => {
    const { core, officer } = openWindow("/register");
    expect(await found("register-title")).toHaveTextContent("Register Permohonan");
    expect(core.last("register")).toEqual({ query: { which: "requests", from: "2026-01-01", to: "2026-12-31" } });
    expect(screen.getByTestId("period-year")).toHaveAttribute("aria-pressed", "true");
    await officer.click(screen.getByTestId("period-quarter"));
    await waitFor(() =>
      expect(core.last("register")).toEqual({ query: { which: "requests", from: "2026-10-01", to: "2026-12-31" } }),
    );
    await officer.click(screen.getByTestId("period-month"));
    await waitFor(() =>
      expect(core.last("register")).toMatchObject({ query: { from: "2026-12-01", to: "2026-12-31" } }),
    );
    expect(screen.getByTestId("period-month")).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByTestId("field-from")).toHaveValue("Selasa, 1 Desember 2026");
    await officer.click(screen.getByRole("radio", { name: "Keberatan" }));
    await waitFor(() => expect(screen.getByTestId("register-title")).toHaveTextContent("Register Keberatan"));
    await officer.click(screen.getByTestId("register-xlsx"));
    await waitFor(() =>
      expect(core.last("save_export")).toEqual({
        file: { export: "register", which: "objections", from: "2026-12-01", to: "2026-12-31", format: "xlsx" },
      }),
    );
  });

  it("opens a line by its number", async () => {
    const { officer } = openWindow("/register");
    await officer.click(await screen.findByRole("link", { name: "098/PPID/KEC-TBS/IX/2026" }));
    await found("step-note_received");
    expect(window.location.hash).toBe(`#/permohonan/${id.refused}`);
  });

  it("says that nothing was written down in a time, and puts a wrong date beside its field", async () => {
    const { core, officer } = openWindow("/register");
    const from = await found("field-from");
    await officer.clear(from);
    await officer.type(from, "01/01/2025");
    await officer.tab();
    const to = await found("field-to");
    await officer.clear(to);
    await officer.type(to, "31/12/2025");
    await officer.tab();
    expect(await screen.findByText("Tidak ada catatan")).toBeVisible();
    core.answer("register", no(said("register", "requests/backwards")));
    await officer.clear(to);
    await officer.type(to, "31/12/2024");
    await officer.tab();
    await waitFor(() => expect(to).toBeInvalid());
    expect(to).toHaveAccessibleDescription("Tanggal akhir tidak boleh sebelum tanggal awal.");
  });

  it("shows the figures of the year, of a quarter and of a month, and saves them for Excel", async () => {
    const { core, officer } = openWindow("/register/angka");
    expect(await found("tiles")).toHaveTextContent("3,6 hari kerja");
    const table = within(screen.getByRole("table", { name: /Kategori pemohon/ }));
    expect(table.getByText("12")).toBeVisible();
    expect(screen.getByRole("region", { name: "Alasan keberatan" })).toBeVisible();
    // Zeros are named in one line, and stand neither on a tile nor in a row.
    expect(screen.getByTestId("figures-none")).toHaveTextContent("Dijawab terlambat; Putusan PPID dikuatkan");
    expect(within(screen.getByTestId("tiles")).queryByText("0")).not.toBeInTheDocument();
    expect(screen.getByTestId("print-figures")).toBeVisible();
    await officer.click(screen.getByTestId("period-quarter"));
    await waitFor(() => expect(core.last("figures")).toEqual({ from: "2026-10-01", to: "2026-12-31" }));
    expect(await screen.findByText(/Kamis, 1 Oktober 2026/)).toBeVisible();
    await officer.click(screen.getByTestId("period-month"));
    await waitFor(() => expect(core.last("figures")).toEqual({ from: "2026-12-01", to: "2026-12-31" }));
    await officer.click(screen.getByTestId("figures-xlsx"));
    await waitFor(() =>
      expect(core.last("save_export")).toEqual({ file: { export: "figures", from: "2026-12-01", to: "2026-12-31" } }),
    );
  });

  it("says what the survey came to above its answers", async () => {
    const tiles = [{ label: "Indeks kepuasan", value: "83,33 B (Baik)" }];
    openWindow("/register/survei", { satisfaction: () => ({ ...recorded("satisfaction", "2026"), tiles }) });
    expect(await found("tiles")).toHaveTextContent("Indeks kepuasan83,33 B (Baik)");
    expect(await found("step-survey")).toBeVisible();
  });

  it("says what is wanting where there is no index, because one element was never answered", async () => {
    openWindow("/register/survei");
    expect(await screen.findByText(/begitu setiap unsur dijawab/)).toBeVisible();
  });
});
