import { IconAlertTriangle } from "@tabler/icons-react";

/** What to mind before going on: an icon, a colour and the words. */
export function Warning({ children }: { children: string | null }) {
  if (!children) return null;
  return (
    <p className="warning">
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
