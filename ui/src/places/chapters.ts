import { listOf } from "./paths";
import { type PlaceName, placePath } from "./places";

/** What one reads of the guide at each screen. */
const CHAPTERS: Partial<Record<PlaceName, string>> = {
  today: "2-menerima-permohonan.md",
  calendar: "2-menerima-permohonan.md",
  requests: "3-memutuskan.md",
  new_request: "2-menerima-permohonan.md",
  objections: "6-keberatan-dan-sengketa.md",
  information: "7-informasi-publik.md",
  registers: "8-register-dan-laporan.md",
  questions: "4-menyambung.md",
  settings: "9-pengaturan.md",
};

/** The chapter for the screen at this path: that of the longest address it begins with. */
export function chapterAt(path: string): string {
  const at = listOf(path) ?? path;
  const begun = (Object.entries(CHAPTERS) as [PlaceName, string][])
    .map(([name, chapter]) => ({ place: placePath(name), chapter }))
    .filter(({ place }) => at === place || (place !== "/" && at.startsWith(`${place}/`)))
    .sort((one, other) => other.place.length - one.place.length);
  return begun[0]?.chapter ?? "README.md";
}
