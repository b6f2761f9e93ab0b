import { Text } from "@mantine/core";
import { Link } from "wouter";
import type { HitGroup } from "../../core";
import { pathOf } from "../../places/paths";
import { fill, words } from "../../words";

/** What the search box found besides requests. */
export function Elsewhere({ groups }: { groups: HitGroup[] }) {
  if (groups.length === 0) return null;
  return (
    <section className="elsewhere" aria-label={words.requests.elsewhere} data-testid="elsewhere">
      {groups.map(({ title, total, items }) => (
        <div key={title} className="elsewhere-group">
          <Text size="sm" fw={600} component="h2">
            {fill(words.requests.elsewhere_group, { title, total })}
          </Text>
          <ul>
            {items.map(({ subject, title: name, text }) => (
              <li key={`${subject.kind} ${subject.id} ${name}`}>
                <Link href={pathOf(subject)} data-found className="elsewhere-link">
                  <span className="elsewhere-name">{name}</span>
                  <span className="quiet elsewhere-text">{text}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
