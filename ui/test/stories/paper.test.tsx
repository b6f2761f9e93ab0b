import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { id, recorded } from "../recorded/recorded";
import { scenes } from "../window/scenes";
import { found, openWindow } from "./window";

/** Whatever a web view would let somebody take a file out of, or print by itself. */
const WAYS_OUT =
  "iframe, embed, object, a[download], a[href^='blob:'], a[href^='data:'], img[src^='blob:'], input[type=file]";

describe("a paper on the screen", () => {
  it("is drawn by the window: no viewer, nothing to change, keep or print it with but the window's own buttons", async () => {
    openWindow(`/permohonan/${id.processed}`);
    const paper = await found("paper-frame");
    expect(await screen.findByText("Tanda Bukti Penerimaan", { selector: "text" })).toBeInTheDocument();
    expect(document.querySelectorAll(WAYS_OUT)).toHaveLength(0);
    expect(within(paper).queryAllByRole("button")).toHaveLength(0);
    expect(within(paper).queryAllByRole("link")).toHaveLength(0);
    expect(paper.querySelectorAll("[contenteditable], input, textarea")).toHaveLength(0);
  });

  it("shows the recovery card the same way", async () => {
    const { officer } = openWindow("/", scenes.start);
    await officer.click(await found("begin"));
    await found("recovery-code");
    await found("paper-frame");
    expect(document.querySelectorAll(WAYS_OUT)).toHaveLength(0);
  });

  it("tells which page of how many, and is made larger and smaller", async () => {
    const { officer } = openWindow(`/permohonan/${id.processed}`);
    expect(await found("paper-at")).toHaveTextContent("Halaman 1 dari 1");
    expect(screen.getByRole("button", { name: "Halaman sesudahnya" })).toBeDisabled();
    await officer.click(screen.getByRole("button", { name: "Perbesar" }));
    expect(screen.getByTestId("paper-zoom")).toHaveTextContent("125%");
    await officer.click(screen.getByRole("button", { name: "Perkecil" }));
    await officer.click(screen.getByRole("button", { name: "Perkecil" }));
    expect(screen.getByTestId("paper-zoom")).toHaveTextContent("75%");
  });

  it("is as wide as its words where it stands beside other things, so that they can be read", async () => {
    const narrow = vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(500);
    const { officer } = openWindow(`/permohonan/${id.processed}`);
    await waitFor(() => expect(screen.getByTestId("paper-zoom")).toHaveTextContent("150%"));
    await officer.click(screen.getByRole("button", { name: "Perkecil" }));
    expect(screen.getByTestId("paper-zoom")).toHaveTextContent("125%");
    narrow.mockRestore();
  });

  it("fills the window when asked, still prints with Ctrl+P, and closes with Esc to the same screen", async () => {
    const { core, officer } = openWindow(`/permohonan/${id.processed}`);
    await officer.click(await found("paper-large"));
    const whole = within(await screen.findByRole("dialog"));
    expect(whole.getByTestId("paper-at")).toHaveTextContent("Halaman 1 dari 1");
    await officer.keyboard("{Control>}p{/Control}");
    await waitFor(() => expect(core.times("print_paper")).toBe(1));
    await officer.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(window.location.hash).toBe(`#/permohonan/${id.processed}`);
  });

  it("is printed as often as asked, and an original that jammed once more for a reason", async () => {
    const view = recorded("request", "processed");
    const papers = view.papers.map((paper) => ({ ...paper, printed: 1, again: true }));
    const { core, officer } = openWindow(`/permohonan/${id.processed}`, { request: () => ({ ...view, papers }) });
    expect(await found("print")).toHaveTextContent("Cetak salinan");
    await officer.clear(screen.getByTestId("paper-sheets"));
    await officer.type(screen.getByTestId("paper-sheets"), "2");
    await officer.click(screen.getByTestId("print-again"));
    await officer.click(await found("again-reason"));
    expect(screen.getByTestId("again-send")).toBeDisabled();
    await officer.keyboard("Kertas macet{Enter}");
    await waitFor(() =>
      expect(core.last("print_paper")).toMatchObject({ how: { print: "original", reason: "Kertas macet" }, sheets: 2 }),
    );
  });

  it("lets the keys of the window through while it has the focus", async () => {
    const { officer } = openWindow(`/permohonan/${id.processed}`);
    (await found("paper-frame")).focus();
    await officer.keyboard("{Control>}n{/Control}");
    await found("field-name");
  });
});
