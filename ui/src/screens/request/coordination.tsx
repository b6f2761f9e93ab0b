import type { CoordinationItem, CorrectionItem } from "../../core";
import { Sheet } from "../../theme/sheet";
import { fill, words } from "../../words";
import "./request.css";

const say = words.request;

/** From whom to whom, when, by whom, with both numbers. */
export function CoordinationPart({ items }: { items: CoordinationItem[] }) {
  return (
    <Sheet title={say.coordination}>
      <ul className="events" aria-label={say.coordination}>
        {items.map(({ from, to, on_text, who, number, note }) => (
          <li key={`${from} ${to} ${on_text} ${note}`}>
            <strong>{fill(say.from_to, { from, to })}</strong>
            <div className="quiet">
              {[on_text, who !== from && who, number && fill(say.numbered, { number })].filter(Boolean).join(" · ")}
            </div>
            <div>{note}</div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** What was corrected: both the old and the new stay in sight. */
export function CorrectionsPart({ items }: { items: CorrectionItem[] }) {
  return (
    <Sheet title={say.corrections}>
      <ul className="events" aria-label={say.corrections}>
        {items.map(({ field, before, after, who, at, reason }) => (
          <li key={`${at} ${field}`}>
            <strong>{field}</strong>
            <div>
              <span className="quiet">{say.before}:</span> {before || "–"}
            </div>
            <div>
              <span className="quiet">{say.after}:</span> {after || "–"}
            </div>
            <div className="quiet">
              {at} · {who}: {reason}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
