import { useEffect, useRef } from "react";

export type KeyName =
  | "ctrl+d"
  | "ctrl+n"
  | "ctrl+k"
  | "ctrl+s"
  | "ctrl+p"
  | "ctrl++"
  | "ctrl+-"
  | "ctrl+0"
  | "f1"
  | "escape";

/** The handlers in the order their screens opened: the topmost one answers. */
const stacks = new Map<KeyName, (() => void)[]>();

function nameOf(event: KeyboardEvent): KeyName | null {
  const key = event.key.toLowerCase();
  // On many keyboards the plus is reached with Shift, and stands on the key of the equals sign.
  if ((event.ctrlKey || event.metaKey) && !event.altKey && "+=-_0".includes(key) && key.length === 1)
    return `ctrl+${{ "=": "+", _: "-" }[key] ?? key}` as KeyName;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && "dnksp".includes(key) && key.length === 1)
    return `ctrl+${key}` as KeyName;
  if (event.altKey || event.ctrlKey || event.shiftKey) return null;
  return key === "f1" || key === "escape" ? key : null;
}

/** Something is open above the screen and closes by Escape itself. */
function somethingIsOpen(): boolean {
  const above = [...document.querySelectorAll("[role=dialog], [role=menu], [data-dates-dropdown]")];
  return (
    above.some((place) => !place.closest('[style*="display: none"]')) ||
    document.activeElement?.getAttribute("aria-expanded") === "true"
  );
}

/** Takes back, or does again, what was typed: this web view does neither by itself. */
function takeBack(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !(key === "z" || (key === "y" && !event.shiftKey)))
    return false;
  if (!isTypedIn(document.activeElement)) return false;
  event.preventDefault();
  document.execCommand(key === "z" && !event.shiftKey ? "undo" : "redo");
  return true;
}

/** A box in which text is typed. */
export const isTypedIn = (place: EventTarget | null): place is HTMLInputElement | HTMLTextAreaElement =>
  (place instanceof HTMLTextAreaElement ||
    (place instanceof HTMLInputElement && !/^(checkbox|radio|file|button|submit|hidden)$/.test(place.type))) &&
  !place.disabled;

/** Listens for the keys of the whole window; the web view's own use of them is always prevented. */
export function listenForKeys(): () => void {
  const heard = (event: KeyboardEvent) => {
    if (takeBack(event)) return;
    const name = nameOf(event);
    if (!name) return;
    if (name === "escape" && somethingIsOpen()) return;
    if (name !== "escape") event.preventDefault();
    stacks.get(name)?.at(-1)?.();
  };
  window.addEventListener("keydown", heard, { capture: true });
  return () => window.removeEventListener("keydown", heard, { capture: true });
}

/** What these keys do while this is on the screen. */
export function useKeys(keys: Partial<Record<KeyName, () => void>>) {
  const current = useRef(keys);
  current.current = keys;
  const names = Object.keys(keys).join(" ");
  useEffect(() => {
    const mine = (names === "" ? [] : names.split(" ")).map((name) => {
      const key = name as KeyName;
      const handler = () => current.current[key]?.();
      stacks.set(key, [...(stacks.get(key) ?? []), handler]);
      return () =>
        stacks.set(
          key,
          (stacks.get(key) ?? []).filter((other) => other !== handler),
        );
    });
    return () => {
      for (const forget of mine) forget();
    };
  }, [names]);
}
