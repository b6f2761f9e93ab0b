import {
  IconBooks,
  IconCalendarDue,
  IconFileDescription,
  IconHelpCircle,
  IconMessageQuestion,
  IconReportAnalytics,
  IconScale,
  IconSettings,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { listOf } from "../places/paths";
import { Key } from "../theme/key";
import { words } from "../words";

/** The screens, in the order of the office's day. */
const SCREENS = [
  { name: "today", path: "/", label: words.frame.nav_today, Icon: IconCalendarDue },
  { name: "requests", path: "/permohonan", label: words.frame.nav_requests, Icon: IconFileDescription },
  { name: "objections", path: "/keberatan", label: words.frame.nav_objections, Icon: IconScale },
  { name: "information", path: "/informasi", label: words.frame.nav_information, Icon: IconBooks },
  { name: "registers", path: "/register", label: words.frame.nav_registers, Icon: IconReportAnalytics },
  { name: "questions", path: "/tanya", label: words.frame.nav_questions, Icon: IconMessageQuestion },
  { name: "settings", path: "/pengaturan", label: words.frame.nav_settings, Icon: IconSettings },
] as const;

export function Nav({ top, help }: { top: ReactNode; help: () => void }) {
  const [path] = useLocation();
  const at = listOf(path) ?? path;
  return (
    <nav className="frame-nav" aria-label={words.frame.nav}>
      <div className="frame-name">{words.frame.app}</div>
      <div className="frame-first">{top}</div>
      <ul>
        {SCREENS.map(({ name, path: to, label, Icon }) => {
          const here = to === "/" ? at === "/" : at.startsWith(to);
          return (
            <li key={name}>
              <Link
                href={to}
                className="frame-link"
                data-testid={`nav-${name}`}
                aria-current={here ? "page" : undefined}
              >
                <Icon size={20} aria-hidden />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
      <button type="button" className="frame-link frame-help" onClick={help} data-testid="nav-help">
        <IconHelpCircle size={20} aria-hidden />
        {words.frame.help}
        <Key>F1</Key>
      </button>
    </nav>
  );
}
