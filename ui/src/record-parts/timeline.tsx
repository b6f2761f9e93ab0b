import { IconCloudCheck, IconCloudUp } from "@tabler/icons-react";
import type { TimelineItem } from "../core";
import { words } from "../words";

/** Its story, oldest first, and what of it PPID Utama has. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <ol className="timeline">
      {items.map((item) => {
        const Icon = item.sent ? IconCloudCheck : IconCloudUp;
        return (
          <li key={`${item.at} ${item.what}`}>
            <div className="timeline-what">
              <strong>{item.what}</strong>
              <Icon
                size={16}
                role="img"
                aria-label={item.sent ? words.request.sent : words.request.not_sent}
                className="quiet"
              />
            </div>
            <div className="quiet timeline-at">
              {item.at} · {item.who}
            </div>
            {item.note && <div className="timeline-note">{item.note}</div>}
          </li>
        );
      })}
    </ol>
  );
}
