import type { ReactNode, Ref } from "react";

interface Props {
  /** What it is called to whoever cannot see it. */
  label: string;
  className: string;
  testid?: string;
  children: ReactNode;
  ref?: Ref<HTMLElement>;
}

/** A part of the window that scrolls by itself, also with the keys: nothing in it need be a button. */
export function ScrollRegion({ label, className, testid, children, ref }: Props) {
  return (
    <section
      ref={ref}
      className={className}
      data-testid={testid}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={label}
    >
      {children}
    </section>
  );
}
