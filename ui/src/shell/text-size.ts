import { useEffect } from "react";
import { useRemembered } from "../theme/remembered";
import { useKeys } from "./keys";

/** The sizes of all letters, smallest first. How large each is stands in the theme. */
export const TEXT_SIZES = ["small", "normal", "large", "largest"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The size of all letters, remembered on this computer. */
export function useTextSize() {
  const [kept, setSize] = useRemembered<TextSize>("text", "normal");
  const size = TEXT_SIZES.includes(kept) ? kept : "normal";
  return [size, setSize] as const;
}

/** Shows the window in that size; Ctrl with plus, minus and nought change it from anywhere. */
export function useTextSizeOfWindow() {
  const [size, setSize] = useTextSize();
  const step = (by: number) => setSize(TEXT_SIZES[TEXT_SIZES.indexOf(size) + by] ?? size);
  useEffect(() => {
    document.documentElement.dataset.text = size;
  }, [size]);
  useKeys({ "ctrl++": () => step(1), "ctrl+-": () => step(-1), "ctrl+0": () => setSize("normal") });
}
