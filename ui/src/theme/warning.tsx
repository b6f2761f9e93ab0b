import { IconAlertTriangle } from "@tabler/icons-react";

/** What to mind before going on: an icon, a colour and the words. */
export function Warning({ children, urgent }: { children: string | null; urgent?: boolean }) {
  if (!children) return null;
  return (
    <p className={urgent ? "warning warning-urgent" : "warning"}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
