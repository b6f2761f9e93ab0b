import { IconCloudUp } from "@tabler/icons-react";
import { Link } from "wouter";
import type { RequestRow } from "../core";
import { words } from "../words";
import { moveBetweenRows } from "./row-keys";
import { ToneBadge } from "./tone";
import "./rows.css";

/** Requests to be worked down one by one. Arrows move, Enter opens. */
export function WorkList({ rows, label }: { rows: RequestRow[]; label: string }) {
  return (
    <ul className="work-list" aria-label={label} onKeyDown={moveBetweenRows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/permohonan/${row.id}`}
            className="work-row"
            data-testid="request-row"
            data-row-link
            data-id={row.id}
          >
            <span className="work-number">{row.number}</span>
            <span className="work-who">
              <strong>{row.applicant}</strong>
              <span className="quiet work-what">{row.information}</span>
            </span>
            <span className="work-due">
              {row.left && <ToneBadge tone={row.tone} text={row.left} />}
              {row.due_text && <span className="quiet">{row.due_text}</span>}
            </span>
            <span className="work-stage">
              {row.stage_label}
              {row.waiting_to_send && <WaitingToSend />}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function WaitingToSend() {
  return <IconCloudUp size={16} role="img" aria-label={words.rows.waiting_to_send} className="quiet" />;
}
