import { IconCloudUp } from "@tabler/icons-react";
import { words } from "../words";

/** Something about it waits to be sent to PPID Utama. */
export function WaitingToSend() {
  return <IconCloudUp size={16} role="img" aria-label={words.rows.waiting_to_send} className="quiet" />;
}
