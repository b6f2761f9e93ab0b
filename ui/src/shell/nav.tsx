import { IconHelpCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { listOf } from "../places/paths";
import { EVERY_PLACE, placePath } from "../places/places";
import { Key } from "../theme/key";
import { words } from "../words";
import { WHOLE } from "./narrowing";
import { usePlace } from "./place";

export function Nav({ top, help }: { top: ReactNode; help: () => void }) {
  const [path] = useLocation();
  const at = listOf(path) ?? path;
  const { narrow } = usePlace();
  return (
    <nav className="frame-nav" aria-label={words.shell.nav}>
      <div className="frame-name">{words.shell.app}</div>
      <div className="frame-first">{top}</div>
      <ul>
        {EVERY_PLACE.map(({ name, menu }) => {
          if (!menu) return null;
          const to = placePath(name);
          const below = EVERY_PLACE.filter(({ under }) => under === name).map((place) => placePath(place.name));
          const here = at === to || [to, ...below].some((way) => way !== "/" && at.startsWith(way));
          return (
            <li key={name}>
              <Link
                href={to}
                className="frame-link"
                // From the menu a list opens whole, whatever was looked for before.
                onClick={() => narrow(WHOLE)}
                data-testid={`nav-${name}`}
                aria-current={here ? "page" : undefined}
              >
                <menu.Icon size={20} aria-hidden />
                {menu.label}
              </Link>
            </li>
          );
        })}
      </ul>
      <button type="button" className="frame-link frame-help" onClick={help} data-testid="nav-help">
        <IconHelpCircle size={20} aria-hidden />
        {words.shell.help}
        <Key>F1</Key>
      </button>
    </nav>
  );
}
