/** The key that does the same as the button it stands in; for the eyes only. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden>
      {children}
    </span>
  );
}
