import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { placePath } from "../places/places";
import { Key } from "../theme/key";
import { words } from "../words";
import { useKeys } from "./keys";
import { WHOLE } from "./narrowing";
import { usePlace } from "./place";

const PAUSE = 250;
/** From another screen: long enough that nobody is taken away in the middle of a word. */
const PAUSE_ELSEWHERE = 700;
const SHORTEST = 2;

/** The one search box. On the list it narrows while typing; from anywhere else what is typed leads there, Enter at once. */
export function Search() {
  const { narrowing, narrow } = usePlace();
  const [path, go] = useLocation();
  const [typed, setTyped] = useState(narrowing.words);
  const box = useRef<HTMLInputElement>(null);
  const [inBox, setInBox] = useState(false);
  const listed = path === placePath("requests");
  const clear = () => {
    setTyped("");
    narrow({ words: "" });
  };
  useKeys({
    "ctrl+k": () => {
      box.current?.focus();
      box.current?.select();
    },
  });
  // Esc takes back what is sought before it leads back along the way.
  useKeys(inBox && typed !== "" ? { escape: clear } : {});
  useEffect(() => setTyped(narrowing.words), [narrowing.words]);
  useEffect(() => {
    if (!listed || typed === narrowing.words) return;
    const later = setTimeout(() => narrow({ words: typed }), PAUSE);
    return () => clearTimeout(later);
  }, [listed, typed, narrowing.words, narrow]);
  useEffect(() => {
    const sought = typed.trim();
    if (listed || sought.length < SHORTEST || typed === narrowing.words || document.activeElement !== box.current)
      return;
    const later = setTimeout(() => {
      narrow({ ...WHOLE, words: typed });
      go(placePath("requests"));
    }, PAUSE_ELSEWHERE);
    return () => clearTimeout(later);
  }, [listed, typed, narrowing.words, narrow, go]);
  const search = () => {
    narrow({ ...WHOLE, words: typed, only: typed.trim() !== "" });
    go(placePath("requests"));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: not every web view knows the search element yet
    <div role="search" className="frame-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextInput
          ref={box}
          data-testid="search"
          aria-label={words.shell.search}
          placeholder={words.shell.search_short}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onFocus={() => setInBox(true)}
          onBlur={() => setInBox(false)}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            const below = ["[data-row-link]", "[data-found]"].map((link) =>
              document.querySelector<HTMLElement>(`#content ${link}`),
            );
            below.find((link) => link !== null)?.focus();
          }}
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSectionWidth={typed ? 40 : 68}
          rightSection={
            typed ? (
              <CloseButton
                size="sm"
                aria-label={words.shell.search_clear}
                onClick={() => {
                  clear();
                  box.current?.focus();
                }}
              />
            ) : (
              <Key>Ctrl+K</Key>
            )
          }
        />
      </form>
    </div>
  );
}
