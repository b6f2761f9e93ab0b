import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { BackButton } from "../shell/back-button";
import "./record-parts.css";

interface Props {
  title: string;
  testid?: string;
  /** More about it, below its name. */
  children?: ReactNode;
  /** Where it stands, at the right. */
  badges?: ReactNode;
}

/** Who and what, above everything that is known about it. */
export function RecordHead({ title, testid, children, badges }: Props) {
  return (
    <header className="whole-head">
      <BackButton />
      <div className="whole-what">
        <h1 data-testid={testid}>{title}</h1>
        {children}
      </div>
      {badges && (
        <Group gap="xs" className="whole-badges">
          {badges}
        </Group>
      )}
    </header>
  );
}
