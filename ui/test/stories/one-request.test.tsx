import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { no } from "../recorded/bridge";
import { processed, registered } from "../recorded/requests";
import { found, openWindow } from "./window";

const path = "/permohonan/r108";

describe("one request", () => {
  it("keeps a step that is not allowed in reach and tells its reason on focus", async () => {
    const { core, officer } = openWindow(path, { request: () => registered });
    const grant = await found("step-grant");
    expect(grant).toHaveAttribute("aria-disabled", "true");
    expect(grant).toHaveAccessibleDescription("Nyatakan berkas lengkap dahulu, baru permohonan dapat diputuskan.");
    grant.focus();
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Nyatakan berkas lengkap dahulu");
    await officer.keyboard("{Enter}");
    expect(window.location.hash).toBe(`#${path}`);
    expect(core.times("grant_request")).toBe(0);
  });

  it("asks once more before papers that are missing are called complete", async () => {
    const { core, officer } = openWindow(path, { request: () => registered });
    await officer.click(await found("step-declare_complete"));
    expect(core.times("declare_complete")).toBe(0);
    await officer.click(await found("confirm-declare_complete"));
    await waitFor(() => expect(screen.getByTestId("step-grant")).toHaveAttribute("aria-disabled", "false"));
    expect(core.last("declare_complete")).toEqual({ id: "r108" });
  });

  it("explains the deadline day by day, with holidays by name", async () => {
    const { officer } = openWindow(path);
    await officer.click(await found("explain-deadline"));
    expect((await screen.findAllByRole("cell", { name: "Hari Raya Natal" })).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("cell", { name: "Hari kerja ke-10" }).length).toBeGreaterThan(0);
  });

  it("prints with Ctrl+P, and calls a second print a copy", async () => {
    const { core, officer } = openWindow(path);
    expect(await found("print")).toHaveTextContent("Cetak salinan");
    await waitFor(() => expect(core.times("printers")).toBe(1));
    await officer.keyboard("{Control>}p{/Control}");
    await screen.findByText("Dikirim ke pencetak Epson L3210 Loket.");
    expect(core.last("print_paper")).toMatchObject({ paper: { kind: "receipt" } });
  });

  it("goes back with Esc to where the person came from", async () => {
    const { officer } = openWindow("/");
    await officer.click((await screen.findAllByTestId("request-row"))[0] as HTMLElement);
    await found("step-grant");
    await officer.keyboard("{Escape}");
    await screen.findByRole("heading", { name: "Hari ini" });
  });

  it("says what went wrong and lets one try again", async () => {
    const { core, officer } = openWindow(path, {
      request: no("fault", "Basis data sedang sibuk. Tidak ada yang hilang."),
    });
    expect(await found("said")).toHaveTextContent("Basis data sedang sibuk.");
    core.answer("request", () => processed);
    await officer.click(screen.getByRole("button", { name: "Coba lagi" }));
    await found("step-grant");
  });
});

describe("refusing", () => {
  it("asks for act and article under letter j, and for an end under letters that expire", async () => {
    const { officer } = openWindow(`${path}/tolak`);
    await officer.click(await found("field-grounds-j"));
    expect(screen.getByTestId("field-other_law")).toBeVisible();
    expect(screen.getByTestId("field-other_article")).toBeVisible();
    expect(screen.queryByTestId("field-expires")).toBeNull();
    await officer.click(screen.getByTestId("field-grounds-a"));
    expect(screen.getByTestId("field-expires")).toBeVisible();
    await officer.click(screen.getByTestId("field-grounds-j"));
    expect(screen.queryByTestId("field-other_law")).toBeNull();
  });

  it("asks for what the chosen basis needs", async () => {
    const { officer } = openWindow(`${path}/tolak`);
    await officer.click(await found("field-basis-decree"));
    expect(screen.getByTestId("field-decree_number")).toBeVisible();
    await officer.click(screen.getByTestId("field-basis-test"));
    expect(screen.queryByTestId("field-decree_number")).toBeNull();
    expect(screen.getByTestId("field-test_approved_by")).toBeVisible();
  });

  it("keeps what was typed while the person looks at the request again", async () => {
    const { officer } = openWindow(`${path}/tolak`);
    await officer.type(await found("field-consequence"), "Data pribadi warga terbuka.");
    await officer.keyboard("{Escape}");
    await officer.click(await found("step-refuse"));
    expect(await found("field-consequence")).toHaveValue("Data pribadi warga terbuka.");
  });

  it("shows the decision with Cetak in focus once it is made", async () => {
    const { core, officer } = openWindow(`${path}/tolak`);
    await officer.type(await found("field-consequence"), "Data pribadi warga terbuka.");
    await officer.type(screen.getByTestId("field-cc"), "Bupati Serdang Bedagai{Enter}Arsip");
    await officer.click(screen.getByTestId("submit-refusal"));
    await screen.findByText("Surat keputusan penolakan sudah terbit");
    expect(screen.getByTestId("print")).toHaveFocus();
    expect(core.last("refuse_request")).toMatchObject({
      id: "r108",
      refusal: { consequence: "Data pribadi warga terbuka.", cc: ["Bupati Serdang Bedagai", "Arsip"], expires: null },
    });
  });
});

describe("granting", () => {
  it("reckons the sum for the eye and puts the core's errors beside their fields", async () => {
    const { officer } = openWindow(`${path}/beri`, {
      grant_request: no("field", "Ada isian yang perlu diperbaiki.", [
        { field: "means", message: "Isi cara penyampaian informasi." },
        { field: "signed_by", message: "Pilih pejabat lain." },
      ]),
    });
    await officer.type(await found("field-sheets"), "25");
    await officer.type(screen.getByTestId("field-price_per_sheet"), "1000");
    expect(screen.getByText("Rp25.000,00")).toBeVisible();
    await officer.click(screen.getByTestId("submit-grant"));
    expect(await screen.findByText("Pilih pejabat lain.")).toBeVisible();
    expect(screen.getByTestId("field-means")).toBeInvalid();
    await waitFor(() => expect(screen.getByTestId("field-signed_by-o2")).toHaveFocus());
  });
});
