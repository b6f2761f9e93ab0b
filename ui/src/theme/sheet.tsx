import { Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  /** Its heading; without one it is still named for whoever cannot see it. */
  title?: string | null;
  label?: string;
  className?: string;
  children: ReactNode;
}

/** One part of a screen. */
export function Sheet({ title, label, className, children }: Props) {
  return (
    <section className={className ? `sheet ${className}` : "sheet"} aria-label={title || label}>
      {title && (
        <Title order={2} size="h5" mb="xs">
          {title}
        </Title>
      )}
      {children}
    </section>
  );
}
