import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { id, recorded } from "../recorded/recorded";
import { found, openWindow } from "./window";

describe("empty forms", () => {
  it("are found under the registers, seen, and printed in any number", async () => {
    const { core, officer } = openWindow("/register");
    await officer.click(await screen.findByRole("link", { name: "Formulir kosong" }));
    await found("paper-frame");
    expect(core.last("paper")).toEqual({ paper: { paper: "blank", form: "request", count: 1 } });
    await officer.click(screen.getByRole("radio", { name: "Surat kuasa khusus" }));
    await waitFor(() => expect(core.last("paper")).toEqual({ paper: { paper: "blank", form: "mandate", count: 1 } }));
    await officer.clear(screen.getByTestId("blank-count"));
    await officer.type(screen.getByTestId("blank-count"), "25");
    await officer.click(screen.getByTestId("print-blank"));
    expect(await screen.findByText("Dikirim ke printer Epson L3210 Loket.")).toBeVisible();
    expect(core.last("print_paper")).toMatchObject({ paper: { paper: "blank", form: "mandate", count: 25 } });
    await officer.click(screen.getByTestId("save-blank"));
    await waitFor(() =>
      expect(core.last("save_paper")).toEqual({ paper: { paper: "blank", form: "mandate", count: 25 } }),
    );
  });
});

describe("numbered forms", () => {
  it("are reserved, and printed at once", async () => {
    const { core, officer } = openWindow("/register/bernomor");
    await officer.click(await found("step-reserve_forms"));
    await officer.click(await found("decide"));
    await found("print");
    expect(core.last("act")).toMatchObject({ action: "reserve_forms", subject: { kind: "numbered_form", id: "" } });
    expect(core.last("paper")).toEqual({ paper: recorded("act", "numbered_form/reserve_forms").paper });
    await officer.click(screen.getByTestId("back-to-request"));
    expect(window.location.hash).toBe("#/register/bernomor");
  });

  it("tell what became of each, and lead a used one to its request", async () => {
    const { core, officer } = openWindow("/register/bernomor");
    const rows = await screen.findAllByTestId("list-row");
    expect(rows.map((row) => within(row).getAllByRole("cell").at(-1)?.textContent)).toEqual([
      "Terdaftar; diterima 22 Desember 2026",
      "Batal: Basah kena hujan",
      "Belum dicatat",
    ]);
    await officer.click(screen.getByTestId("print-numbered"));
    await waitFor(() =>
      expect(core.last("print_paper")).toMatchObject({ paper: { paper: "numbered_forms", numbers: [] } }),
    );
    const used = within(rows[0] as HTMLElement).getByRole("link");
    expect(used).toHaveAttribute("href", `#/permohonan/${id.from_a_form}`);
  });

  it("one that was filled in is registered with the day on its paper", async () => {
    const { core, officer } = openWindow("/register/bernomor");
    const number = id.open_form;
    await officer.click(await screen.findByRole("link", { name: number }));
    await officer.click(await found("register-from-form"));
    expect(await found("from-form")).toHaveTextContent(`Disalin dari formulir bernomor ${number}`);
    expect(core.last("request_form_from")).toEqual({ kept: null, number });
    expect(screen.getByTestId("field-received_date")).toHaveValue("");
    await officer.type(screen.getByTestId("field-name"), "Warga Rekaan");
    await officer.keyboard("{Control>}s{/Control}");
    await found("registration-number");
    expect(core.last("register_request")).toMatchObject({ draft: { form_number: number } });
    await officer.click(screen.getByTestId("next-request"));
    expect(await found("field-name")).toHaveValue("");
    expect(screen.queryByTestId("from-form")).toBeNull();
    expect(window.location.hash).toBe("#/permohonan/baru");
  });

  it("that still lie somewhere are told where a request is written down", async () => {
    const { officer } = openWindow("/permohonan/baru", {
      request_form: () => ({ ...recorded("request_form", "fresh"), open_forms: 2 }),
    });
    expect(await found("open-forms")).toHaveTextContent("2 formulir bernomor belum dicatat.");
    await officer.click(screen.getByRole("link", { name: "Lihat formulir bernomor" }));
    expect(window.location.hash).toBe("#/register/bernomor");
  });
});

describe("the agenda book", () => {
  it("lists the letters, says which number would follow, and is put in order by its heads", async () => {
    const { core, officer } = openWindow("/register");
    await officer.click(await screen.findByRole("radio", { name: "Buku agenda surat" }));
    const note = await found("register-note");
    expect(note).toHaveTextContent("menurut polanya berikutnya");
    const dates = async () => {
      const rows = await screen.findAllByTestId("list-row");
      return rows.map((row) => within(row).getAllByRole("cell")[2]?.textContent ?? "");
    };
    const byYear = (day: string) => day.split("/").reverse().join("");
    const first = await dates();
    expect(first).toEqual([...first].sort((one, other) => byYear(one).localeCompare(byYear(other))));
    await officer.click(screen.getByRole("button", { name: /^Tanggal/ }));
    await officer.click(screen.getByRole("button", { name: /^Tanggal/ }));
    expect(byYear((await dates())[0] ?? "")).toBe(byYear(first.at(-1) ?? ""));
    await officer.click(screen.getByTestId("register-xlsx"));
    await waitFor(() =>
      expect(core.last("save_export")).toMatchObject({
        file: { export: "register", which: "letters", format: "xlsx" },
      }),
    );
  });
});
