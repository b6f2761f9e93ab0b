import { Anchor } from "@mantine/core";
import { Link } from "wouter";
import type { Linked } from "../core";
import { pathOf } from "../places/paths";

/** Other things one may want to look at from here. */
export function LinkedList({ linked }: { linked: Linked[] }) {
  return (
    <ul className="bullets">
      {linked.map(({ label, subject }) => (
        <li key={subject.id}>
          <Anchor component={Link} inherit underline="always" href={pathOf(subject)} data-testid="linked">
            {label}
          </Anchor>
        </li>
      ))}
    </ul>
  );
}
