import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { FaultBoundary } from "../answers";
import { keys, type Session, useCore } from "../core";
import { leafedIn } from "../places/paths";
import { EVERY_PLACE, type PlaceName, placePath } from "../places/places";
import { Key } from "../theme/key";
import { fill, words } from "../words";
import { Help } from "./help";
import { useKeys } from "./keys";
import { Nav } from "./nav";
import { PersonMenu } from "./person-menu";
import { usePlace } from "./place";
import { Search } from "./search";
import { useStaying } from "./staying";
import { SyncChipButton } from "./sync-chip";
import { useTrail, WayContext } from "./way";
import "./shell.css";

/** What stands around every screen once a person is signed in. */
export function Shell({ first, children }: { first: Session; children: ReactNode }) {
  const core = useCore();
  const [path, go] = useLocation();
  const [helping, setHelping] = useState(false);
  // Leafing through a screen opens no new one.
  const screen = leafedIn(path) ?? path;
  const way = useTrail();
  const { news, tell, again, askAgain } = usePlace();
  const open = (name: PlaceName) => (path === placePath(name) ? askAgain() : go(placePath(name)));
  const session = useQuery({
    queryKey: keys.session,
    queryFn: () => core.session(),
    initialData: first,
    initialDataUpdatedAt: 0,
  });
  useStaying();
  const opening = EVERY_PLACE.flatMap(({ name, key }) => (key ? [[key.name, () => open(name)]] : []));
  useKeys({ ...Object.fromEntries(opening), f1: () => setHelping(true), escape: way.back });
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of this follows a new screen, nothing else
  useEffect(() => {
    const content = document.getElementById("content");
    content?.scrollTo?.(0, 0);
    // What had the focus is gone: Tab goes on in the new screen, not at the top of the window.
    if (document.activeElement === document.body) content?.focus({ preventScroll: true });
    if (news && news.path !== path) tell(null);
  }, [screen]);
  const { office, desk_code, sync, today_text } = session.data;
  return (
    <WayContext.Provider value={way}>
      <div className="frame">
        <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
          {words.shell.skip}
        </button>
        <header className="frame-top">
          <div className="frame-office">
            <strong title={office}>{office}</strong>
            <span className="quiet">
              {fill(words.shell.desk, { code: desk_code })} · {today_text}
            </span>
          </div>
          <Search />
          <SyncChipButton chip={sync} />
          <PersonMenu session={session.data} />
        </header>
        <Nav
          top={
            <Button
              fullWidth
              data-testid="nav-new-request"
              onClick={() => open("new_request")}
              rightSection={<Key>Ctrl+N</Key>}
              px="xs"
              justify="space-between"
            >
              {words.shell.new_request}
            </Button>
          }
          help={() => setHelping(true)}
        />
        <main id="content" className="frame-content" tabIndex={-1}>
          <div role="status">
            {news?.path === path && (
              <p className="news" data-testid="news">
                <IconCircleCheck size={20} aria-hidden /> {news.said}
              </p>
            )}
          </div>
          <FaultBoundary key={`${screen} ${again}`}>{children}</FaultBoundary>
        </main>
        <Help opened={helping} close={() => setHelping(false)} />
      </div>
    </WayContext.Provider>
  );
}
