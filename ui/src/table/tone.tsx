import { IconAlertOctagon, IconCircleCheck, IconClock, IconHourglassHigh } from "@tabler/icons-react";
import type { Tone } from "../core";
import { words } from "../words";

const ICONS: Record<Tone, typeof IconClock> = {
  overdue: IconAlertOctagon,
  near: IconHourglassHigh,
  calm: IconClock,
  done: IconCircleCheck,
};

/** How much time is left: an icon, a colour and the words, never the colour alone. */
export function ToneBadge({ tone, text, whole }: { tone: Tone; text: string; whole?: boolean }) {
  const Icon = ICONS[tone];
  return (
    <span className={`tone tone-${tone}${whole ? " tone-whole" : ""}`}>
      <Icon size={15} aria-label={words.rows.tone[tone]} role="img" />
      {text}
    </span>
  );
}
