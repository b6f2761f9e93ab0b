import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { words } from "../words";
import { isTypedIn } from "./keys";

const say = words.edit;

/** What may be done to text: by which command of the web view, and whether only where one types. */
const DEEDS = [
  { name: "undo", label: say.undo, typing: true },
  { name: "cut", label: say.cut, typing: true },
  { name: "copy", label: say.copy, typing: false },
  { name: "paste", label: say.paste, typing: true },
  { name: "selectAll", label: say.select_all, typing: true },
] as const;

interface Asked {
  left: number;
  top: number;
  target: HTMLElement | null;
  typing: boolean;
}

/** Where the web view would show a menu of its own, with ways back and forth and new loads, stands what an office needs of it. */
export function ContextMenu() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heard = (event: MouseEvent) => {
      event.preventDefault();
      const typing = isTypedIn(event.target);
      const chosen = (window.getSelection()?.toString() ?? "") !== "";
      if (!typing && !chosen) return setAsked(null);
      const target = typing ? (event.target as HTMLElement) : null;
      setAsked({ left: event.clientX, top: event.clientY, target, typing });
    };
    const close = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) setAsked(null);
    };
    window.addEventListener("contextmenu", heard);
    window.addEventListener("mousedown", close);
    window.addEventListener("blur", close);
    return () => {
      window.removeEventListener("contextmenu", heard);
      window.removeEventListener("mousedown", close);
      window.removeEventListener("blur", close);
    };
  }, []);
  useEffect(() => {
    const shown = menu.current;
    if (!asked || !shown) return;
    const { width, height } = shown.getBoundingClientRect();
    shown.style.left = `${Math.max(0, Math.min(asked.left, window.innerWidth - width - 8))}px`;
    shown.style.top = `${Math.max(0, Math.min(asked.top, window.innerHeight - height - 8))}px`;
    // What was chosen on the screen is let go by a new focus; where one types it stays.
    if (asked.typing) shown.querySelector("button")?.focus();
  }, [asked]);
  if (!asked) return null;
  const leave = () => {
    asked.target?.focus();
    setAsked(null);
  };
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Escape" || event.key === "Tab") leave();
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + by + items.length) % items.length]?.focus();
  };
  return (
    <aside aria-label={say.title}>
      <div ref={menu} role="menu" tabIndex={-1} aria-label={say.title} className="edit-menu" onKeyDown={move}>
        {DEEDS.filter(({ typing }) => asked.typing || !typing).map(({ name, label }) => (
          <button
            key={name}
            type="button"
            role="menuitem"
            data-testid={`edit-${name}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              leave();
              document.execCommand(name);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </aside>
  );
}
