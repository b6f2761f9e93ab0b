import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { App } from "../../src/app";
import { type Otherwise, RecordedBridge } from "../recorded/bridge";

/** Opens the window at a screen, over a core that answers as recorded. */
export function openWindow(path: string, otherwise: Otherwise = {}) {
  const core = new RecordedBridge(otherwise);
  window.location.hash = path;
  const officer = userEvent.setup();
  const { container } = render(<App bridge={core} />);
  return { core, officer, container };
}

export const found = (id: string) => screen.findByTestId(id);

/** What axe finds wrong, as readable lines. Colours need a real web view and are looked at there. */
export async function faultsSeenByAxe() {
  const { violations } = await axe.run(document.body, {
    iframes: false,
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
