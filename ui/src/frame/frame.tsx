import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { type Session, useCore } from "../core";
import { Key } from "../look/key";
import { FaultBoundary } from "../said";
import { words } from "../words";
import { useBack } from "./back";
import { BackContext } from "./back-context";
import { Help } from "./help";
import { useKeys } from "./keys";
import { Nav } from "./nav";
import { PersonMenu } from "./person-menu";
import { Search } from "./search";
import { SyncChipButton } from "./sync-chip";
import "./frame.css";

/** What stands around every screen once a person is signed in. */
export function Frame({ first, children }: { first: Session; children: ReactNode }) {
  const core = useCore();
  const [path, go] = useLocation();
  const [helping, setHelping] = useState(false);
  const back = useBack();
  const session = useQuery({
    queryKey: ["session"],
    queryFn: () => core.session(),
    initialData: first,
    initialDataUpdatedAt: 0,
  });
  useKeys({ "ctrl+n": () => go("/permohonan/baru"), f1: () => setHelping(true), escape: back });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen begins at its top
  useEffect(() => {
    document.getElementById("content")?.scrollTo?.(0, 0);
  }, [path]);
  const { office, desk_code, person, role, sync, today_text } = session.data;
  return (
    <BackContext.Provider value={back}>
      <div className="frame">
        <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
          {words.frame.skip}
        </button>
        <header className="frame-top">
          <div className="frame-office">
            <strong title={office}>{office}</strong>
            <span className="quiet">
              {words.frame.desk(desk_code)} · {today_text}
            </span>
          </div>
          <Search />
          <SyncChipButton chip={sync} />
          <PersonMenu person={person} role={role} />
        </header>
        <Nav
          top={
            <Button
              fullWidth
              data-testid="nav-new-request"
              onClick={() => go("/permohonan/baru")}
              rightSection={<Key>Ctrl+N</Key>}
              px="xs"
              justify="space-between"
            >
              {words.frame.new_request}
            </Button>
          }
          help={() => setHelping(true)}
        />
        <main id="content" className="frame-content" tabIndex={-1}>
          <FaultBoundary key={path}>{children}</FaultBoundary>
        </main>
        <Help opened={helping} close={() => setHelping(false)} />
      </div>
    </BackContext.Provider>
  );
}
