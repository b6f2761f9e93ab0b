import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ActionForm, AttachedFiles, Done, KnownPerson } from "../../src/core";
import { id, recorded } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { faultsSeenByAxe, found, openWindow } from "./window";

describe("searching", () => {
  it("leads to what is found also from another screen, without Enter, and the box keeps the keys", async () => {
    const { officer } = openWindow("/pengaturan");
    await officer.type(await found("search"), "sukimin");
    await waitFor(() => expect(window.location.hash).toBe("#/permohonan"), { timeout: 3000 });
    expect(screen.getByTestId("search")).toHaveFocus();
    expect(screen.getByTestId("search")).toHaveValue("sukimin");
    await screen.findAllByText("Sukimin");
  });

  it("that finds one thing alone goes on in it: Tab leads to its steps and not through the menu", async () => {
    const { officer } = openWindow("/");
    const [row] = recorded("requests", "all").rows;
    await officer.type(await found("search"), `${row?.number}{Enter}`);
    await waitFor(() => expect(window.location.hash).toBe(`#/permohonan/${row?.id}`));
    await waitFor(() => expect(document.getElementById("content")).toHaveFocus());
  });

  it("is taken back with Esc, and only the next Esc leads back", async () => {
    const { core, officer } = openWindow("/");
    await officer.click(await found("nav-requests"));
    await officer.type(await found("search"), "sukimin");
    await waitFor(() => expect(core.last("requests")).toMatchObject({ query: { words: "sukimin" } }));
    await screen.findByText(/cocok dengan/);
    await officer.keyboard("{Escape}");
    expect(screen.getByTestId("search")).toHaveValue("");
    await waitFor(() => expect(screen.queryByText(/cocok dengan/)).toBeNull());
    expect(window.location.hash).toBe("#/permohonan");
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(window.location.hash).toBe("#/"));
  });

  it("takes nobody away for a single letter, or for what was looked for before", async () => {
    const { officer } = openWindow("/");
    await officer.type(await found("search"), "s");
    await new Promise((later) => setTimeout(later, 900));
    expect(window.location.hash).toBe("#/");
  });
});

describe("an objection", () => {
  it("is begun from its list by finding the request it is about, with the keyboard alone", async () => {
    const { officer } = openWindow("/keberatan");
    const begin = await found("find-object");
    begin.focus();
    await officer.keyboard("{Enter}");
    const box = await found("find-request");
    await waitFor(() => expect(box).toHaveFocus());
    expect(await faultsSeenByAxe()).toEqual([]);
    await officer.keyboard("nobody of this name");
    await screen.findByText(/Tidak ada permohonan yang cocok/);
    await officer.clear(box);
    const [row] = recorded("requests", "all").rows;
    if (!row) throw new Error("no request was recorded");
    await officer.keyboard(row.number);
    await waitFor(() => expect(screen.getAllByTestId("found-request")).toHaveLength(1));
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe(`#/tindakan/request/${row.id}/object`));
  });

  it("of several the arrows choose one", async () => {
    const { officer } = openWindow("/keberatan");
    await officer.click(await found("find-object"));
    await waitFor(() => expect(screen.getAllByTestId("found-request").length).toBeGreaterThan(1));
    await officer.keyboard("{Enter}");
    expect(window.location.hash).toBe("#/keberatan");
    await officer.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getAllByTestId("found-request")[1]).toHaveFocus();
  });
});

describe("a temporary password", () => {
  const secret = "k7mq-x2rp-9wde";
  const done: Done = {
    subject: null,
    paper: null,
    papers: [],
    said: "Sandi sementara dibuat.",
    shown_once: { label: "Sandi sementara Dewi (dewi)", secret, what_now: "Catat sekarang." },
  };

  it("stays on the screen, can be copied, and goes when somebody says that it was written down", async () => {
    const { core, officer } = openWindow(`/tindakan/account/${id.dewi}/temporary_password`, { act: () => done });
    await officer.type(await found("field-own_password"), "sandi sendiri");
    await officer.click(screen.getByTestId("decide"));
    expect(await found("shown-once")).toHaveTextContent(secret);
    expect(core.times("act")).toBe(1);
    await officer.click(screen.getByTestId("copy-secret"));
    await screen.findByText("Tersalin.");
    expect(await navigator.clipboard.readText()).toBe(secret);
    expect(await faultsSeenByAxe()).toEqual([]);
    await officer.click(screen.getByTestId("secret-kept"));
    await waitFor(() => expect(screen.queryByTestId("shown-once")).toBeNull());
    expect(document.body).not.toHaveTextContent(secret);
  });
});

describe("a scan that a decision asks for", () => {
  it("is attached from the form itself, chosen, and nothing that was typed is lost", async () => {
    const path = `/tindakan/request/${id.processed}/refuse`;
    const form = recorded("action_form", "processed/refuse");
    const digest = "ab".repeat(32);
    let asked = 0;
    const withScan = (): ActionForm => ({
      ...form,
      sections: form.sections.map((section) => ({
        ...section,
        fields: section.fields.map((field) =>
          field.name === "decree_scan" ? { ...field, choices: [{ code: digest, label: "SK klasifikasi.pdf" }] } : field,
        ),
      })),
    });
    const attached: AttachedFiles = { taken: 1, said: "Berkas dilampirkan.", refused: [] };
    const { core, officer } = openWindow(path, {
      action_form: () => (asked++ === 0 ? form : withScan()),
      attach_files: () => attached,
    });
    await officer.type(await found("field-letter_number"), "000.8.3/500");
    await officer.click(screen.getByTestId("field-basis-decree"));
    await officer.click(await found("attach-decree_scan"));
    expect(await found(`field-decree_scan-${digest}`)).toBeChecked();
    expect(core.last("attach_files")).toMatchObject({ purpose: "signed" });
    expect(screen.getByTestId("field-letter_number")).toHaveValue("000.8.3/500");
  });
});

describe("something that is given on the spot", () => {
  it("offers people who asked before, and fills in what is known only when one is chosen", async () => {
    const known: KnownPerson = {
      last: id.processed,
      name: "Sukimin",
      why: "Nama sama",
      details: "Dusun III",
      last_text: "Terakhir 104, 15 Desember 2026",
      before_text: "3 permohonan sebelumnya",
      fills: {
        category: "individual",
        name: "Sukimin",
        identity_kind: "nik",
        identity_number: "1218160101900009",
        address: "Dusun III, Desa Penggalian",
        occupation: "Petani",
        phone: "0812-0000-0009",
        email: "",
        members: [],
      },
    };
    const seen = recorded("preview_request", "fresh");
    const { officer } = openWindow(`/tindakan/dip_item/${id.profile}/give_now`, {
      preview_request: ({ draft }: { draft: { name: string } }) => ({
        ...seen,
        known_applicants: draft.name === "sukimin" ? [known] : [],
      }),
    });
    await officer.type(await found("field-name"), "sukimin");
    const offer = within(await found("known-people"));
    expect(screen.getByTestId("field-address")).toHaveValue("");
    await officer.click(offer.getByTestId("use-known"));
    expect(screen.getByTestId("field-address")).toHaveValue("Dusun III, Desa Penggalian");
    expect(screen.getByTestId("field-identity_number")).toHaveValue("1218160101900009");
  });
});

describe("at the door", () => {
  it("the names that are known lie over nothing until somebody asks for them", async () => {
    const { officer } = openWindow("/", scenes.locked);
    const login = await found("field-login");
    await waitFor(() => expect(login).toHaveFocus());
    expect(screen.queryByRole("option", { name: "dewi" })).toBeNull();
    await officer.keyboard("{ArrowDown}");
    expect(await screen.findByRole("option", { name: "dewi" })).toBeVisible();
  });
});

describe("without a printer", () => {
  it("Enter leads back to the request after a decision", async () => {
    const { officer } = openWindow(`/tindakan/request/${id.processed}/refuse`, { printers: () => [] });
    await officer.type(await found("field-letter_number"), "000.8.3/413/KEC-TBS/2026");
    await officer.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(screen.getByTestId("back-to-request")).toHaveFocus());
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe(`#/permohonan/${id.processed}`));
  });

  it("Enter leads on to the next request", async () => {
    const { officer } = openWindow("/permohonan/baru", {
      printers: () => [],
      register_request: () => recorded("request", "processed"),
    });
    await officer.click(await found("field-name"));
    await officer.keyboard("{Control>}s{/Control}");
    const next = await found("next-request");
    await waitFor(() => expect(next).toHaveFocus());
    expect(screen.getAllByText(/Belum ada printer yang terpasang/).length).toBeGreaterThan(0);
    expect(screen.queryByText("Terjadi gangguan")).toBeNull();
    await officer.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("field-name")).toHaveFocus());
  });
});
