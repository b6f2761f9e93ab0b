import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { no } from "../recorded/bridge";
import { id, said } from "../recorded/recorded";
import { found, openWindow } from "./window";

describe("questions to PPID Utama", () => {
  it("are asked about nothing in particular from their list", async () => {
    const { core, officer } = openWindow("/");
    await officer.click(await found("nav-questions"));
    await screen.findByText(/Jawabannya tampil di Hari ini/);
    await officer.click(await found("step-ask"));
    await screen.findByText(/Jangan tulis nama, NIK/);
    await officer.type(await found("field-line"), "Biaya penggandaan");
    await officer.type(screen.getByTestId("field-text"), "Berapa biaya peta A1?");
    await officer.keyboard("{Control>}s{/Control}");
    expect(await found("news")).toHaveTextContent("Pertanyaan dicatat");
    expect(core.last("act")).toMatchObject({
      subject: { kind: "question", id: "" },
      action: "ask",
      form: { line: "Biaya penggandaan", text: "Berapa biaya peta A1?" },
    });
    expect(window.location.hash).toBe(`#/berkas/question/${id.waiting_question}`);
    expect(screen.getByTestId("nav-questions")).toHaveAttribute("aria-current", "page");
  });

  it("say beside the box what is missing, and keep what was typed", async () => {
    const { officer } = openWindow("/tindakan/question/-/ask", {
      act: no(said("act", "question/ask_wrong")),
    });
    await officer.type(await found("field-text"), "Berapa?");
    await officer.click(screen.getByTestId("decide"));
    await screen.findAllByText("Isi pokok pertanyaan dalam satu baris.");
    expect(screen.getByTestId("field-line")).toBeInvalid();
    expect(screen.getByTestId("field-text")).toHaveValue("Berapa?");
  });

  it("are read as a talk, gone on with, and closed", async () => {
    const { core, officer } = openWindow("/");
    const news = within(await found("today-news"));
    await officer.click(news.getByRole("link", { name: /Format salinan peta desa/ }));
    expect(await found("record-title")).toHaveTextContent("Format salinan peta desa");
    expect(screen.getByRole("region", { name: /2. PPID Utama menjawab/ })).toHaveTextContent("Boleh.");
    await officer.click(screen.getByTestId("step-close"));
    expect(await found("news")).toHaveTextContent("Pertanyaan ditutup.");
    expect(core.last("act")).toMatchObject({ subject: { kind: "question", id: id.question }, action: "close" });
    await officer.click(await found("step-follow_up"));
    await officer.type(await found("field-text"), "Juga untuk peta A1?");
    await officer.click(screen.getByTestId("decide"));
    expect(await found("news")).toHaveTextContent("Pertanyaan lanjutan dicatat.");
  });

  it("that wait say since when, on their page and on the first screen", async () => {
    const { officer } = openWindow("/");
    const asked = within(await found("today-asked"));
    expect(asked.getByText("Ditanyakan 11 Desember 2026")).toBeVisible();
    await officer.click(asked.getByRole("link"));
    expect(await found("stage")).toHaveTextContent("Menunggu jawaban PPID Utama sejak 11 Desember 2026");
  });
});
