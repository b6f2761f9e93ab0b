import { Link } from "wouter";
import type { WorkItem } from "../core";
import { pathOf } from "../places/paths";
import { daysWhole } from "./due-words";
import { moveBetweenRows } from "./row-keys";
import { ToneBadge } from "./tone";
import "./table.css";

/** Things to be worked down one by one. Arrows move, Enter opens. */
export function WorkList({ items, label }: { items: WorkItem[]; label: string }) {
  return (
    <ul className="work-list" aria-label={label} onKeyDown={moveBetweenRows}>
      {items.map((item) => (
        <li key={`${item.subject.kind} ${item.subject.id} ${item.title}`}>
          <Link
            href={pathOf(item.subject)}
            className="work-row"
            data-testid={item.subject.kind === "request" ? "request-row" : "work-row"}
            data-row-link
            data-id={item.subject.id}
          >
            <span className="work-number">{item.title}</span>
            <span className="work-what">{item.text}</span>
            <span className="work-due">
              {item.left && <ToneBadge tone={item.tone} text={item.left} />}
              {item.due_text && <span className="quiet">{daysWhole(item.due_text)}</span>}
              {item.turn && <span className="quiet work-turn">{item.turn}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
