import "@fontsource-variable/plus-jakarta-sans/wght.css";
import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "./theme/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import type { Bridge } from "./core";

/** Draws the window over `bridge`. */
export function open(bridge: Bridge) {
  const root = document.getElementById("root");
  if (root)
    createRoot(root).render(
      <StrictMode>
        <App bridge={bridge} />
      </StrictMode>,
    );
}
