import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { words } from "../words";
import { ChapterPage } from "./chapter-page";
import { GUIDE, lookUp } from "./read-guide";
import "./guide.css";

const say = words.help;

/** The guide inside the app: its chapters, searched by any word in them; `first` is the file it opens at. */
export function Guide({ first }: { first: string }) {
  const [typed, setTyped] = useState("");
  const [name, open] = useState(first);
  const found = lookUp(typed);
  const chapter = GUIDE.find((one) => one.name === name) ?? GUIDE[0];
  return (
    <div className="guide">
      <div className="guide-side">
        <TextInput
          aria-label={say.look_up}
          placeholder={say.look_up}
          leftSection={<IconSearch size={16} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-testid="guide-words"
        />
        <ul aria-label={say.chapters}>
          {found.map(({ chapter: one, says }) => (
            <li key={one.name}>
              <button
                type="button"
                className="guide-chapter line-button"
                aria-current={one.name === chapter?.name ? "page" : undefined}
                data-testid="guide-chapter"
                onClick={() => open(one.name)}
              >
                {one.title}
                {says && <span className="quiet clamp">{says}</span>}
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="quiet">{say.not_in_guide}</p>}
      </div>
      {chapter && <ChapterPage chapter={chapter} open={open} />}
    </div>
  );
}
