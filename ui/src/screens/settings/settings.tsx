import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { Steps } from "../../action";
import { Answer } from "../../answers";
import { keys, type NextStep, type SettingsView, useCore } from "../../core";
import { placePath } from "../../places/places";
import { Facts, PlainTable } from "../../table";
import { TakeOutButton } from "../../taking-out";
import { Sheet } from "../../theme/sheet";
import { fill, words } from "../../words";
import { BackupPart } from "./backup";
import { PrintingPart } from "./printing";
import { SyncPart } from "./sync";
import "./settings.css";

const say = words.settings;

/** What this office and desk are, and how they reach PPID Utama. */
export function SettingsScreen() {
  const core = useCore();
  const settings = useQuery({ queryKey: keys.settings, queryFn: () => core.settings() });
  return (
    <>
      <div className="screen-head">
        <h1>{say.title}</h1>
      </div>
      <Answer of={settings}>
        {(view) => (
          <div className="settings">
            <Menu />
            <Parts view={view} />
          </div>
        )}
      </Answer>
    </>
  );
}

/** The parts of the page, in its order. */
const PARTS = [
  say.office,
  say.letterhead,
  say.numbering,
  say.fees,
  say.officials,
  say.accounts,
  say.templates,
  say.calendar,
  say.packs,
  words.printing.title,
  words.backup.title,
  words.taking_out.title,
  say.sync,
];

/** Leads to each part: the page is long, and one comes for one thing. */
function Menu() {
  const go = (part: string) => {
    const place = document.querySelector<HTMLElement>(`.settings section[aria-label="${CSS.escape(part)}"]`);
    place?.scrollIntoView?.({ block: "start" });
    place?.querySelector<HTMLElement>("button, input, a")?.focus({ preventScroll: true });
  };
  return (
    <nav className="settings-menu" aria-label={say.parts}>
      {PARTS.map((part) => (
        <button key={part} type="button" className="line-button" data-testid="settings-part" onClick={() => go(part)}>
          {part}
        </button>
      ))}
    </nav>
  );
}

function Parts({ view }: { view: SettingsView }) {
  const core = useCore();
  return (
    <Stack gap="md">
      <div className="settings-pair">
        <Sheet title={say.office}>
          <Facts facts={view.office} />
          <Changes next={view.next.office} />
        </Sheet>
        <Stack gap="md">
          <Sheet title={say.letterhead}>
            <div className="kop-lines">
              {view.letterhead.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </div>
            <Changes next={view.next.letterhead} />
          </Sheet>
          <Sheet title={say.numbering}>
            <Facts facts={view.numbering} />
            <Changes next={view.next.numbering} />
          </Sheet>
          <Sheet title={say.fees}>
            <Changes next={view.next.rules} />
            {view.backup.may_choose && (
              <Manage path={placePath("settings", "masa-simpan")} testid="manage-retained" label={say.retained_open} />
            )}
          </Sheet>
        </Stack>
      </div>
      <Sheet title={say.officials}>
        <PlainTable
          label={say.officials}
          heads={[say.name, say.nip, say.rank, say.position, say.role]}
          rows={view.officials.map(({ name, nip, rank, position, role_label }) => [
            name,
            nip,
            rank,
            position,
            role_label,
          ])}
        />
        <Manage path={placePath("settings", "pejabat")} testid="manage-officials" label={say.officials_open} />
      </Sheet>
      <Sheet title={say.accounts}>
        <PlainTable
          label={say.accounts}
          heads={[say.login, say.name, say.role]}
          rows={view.accounts.map(({ login, name, role_label }) => [login, name, role_label])}
        />
        <Manage path={placePath("settings", "akun")} testid="manage-accounts" label={say.accounts_open} />
        {view.backup.may_choose && (
          <Manage path={placePath("settings", "pemakaian")} testid="manage-uses" label={say.uses_open} />
        )}
        <Changes next={view.next.card} />
      </Sheet>
      <Sheet title={say.templates}>
        <Manage path={placePath("settings", "naskah")} testid="manage-templates" label={say.templates_open} />
      </Sheet>
      <Sheet title={say.calendar}>
        <PlainTable
          label={say.calendar}
          heads={[say.year, say.national, say.collective, say.source]}
          rows={view.calendar.map(({ year, national_holidays, collective_leave, source }) => [
            String(year),
            String(national_holidays),
            String(collective_leave),
            source,
          ])}
        />
        <Manage path={placePath("settings", "kalender")} testid="manage-days-off" label={say.days_off_open} />
      </Sheet>
      <Sheet title={say.packs}>
        <Text mb="sm">{say.packs_lead}</Text>
        <Manage path={placePath("settings", "paket")} testid="manage-packs" label={say.packs_open} />
      </Sheet>
      <Sheet title={words.printing.title}>
        <PrintingPart />
      </Sheet>
      <Sheet title={words.backup.title}>
        <BackupPart backup={view.backup} />
      </Sheet>
      <Sheet title={words.taking_out.title}>
        <Stack gap="sm">
          <Text>{words.taking_out.lead}</Text>
          {view.backup.may_choose && (
            <TakeOutButton label={words.taking_out.office} testid="take-out" take={() => core.take_out_office()} />
          )}
          {view.backup.may_choose && <OfOnePerson />}
        </Stack>
      </Sheet>
      <Sheet title={say.sync}>
        <SyncPart sync={view.sync} />
        <Changes next={view.next.sync} />
      </Sheet>
      <Text size="sm" c="dimmed">
        {fill(say.version, { version: view.version })}
      </Text>
    </Stack>
  );
}

/** What there is of one person, by the number of their identity card or their name. */
function OfOnePerson() {
  const core = useCore();
  const [person, setPerson] = useState("");
  return (
    <Stack gap="sm">
      <Text>{words.taking_out.person_lead}</Text>
      <TextInput
        label={words.taking_out.person}
        autoComplete="off"
        spellCheck={false}
        value={person}
        onChange={(event) => setPerson(event.currentTarget.value)}
        data-testid="take-out-whom"
        maw={420}
      />
      <TakeOutButton
        label={words.taking_out.person_take}
        testid="take-out-person"
        take={() => core.take_out_person(person)}
      />
    </Stack>
  );
}

/** What may be changed about the office here. */
function Changes({ next }: { next: NextStep[] }) {
  return (
    <div className="settings-changes">
      <Steps subject={{ kind: "office", id: "" }} next={next} />
    </div>
  );
}

function Manage({ path, testid, label }: { path: string; testid: string; label: string }) {
  return (
    <div className="settings-changes">
      <Button component={Link} href={path} variant="default" data-testid={testid}>
        {label}
      </Button>
    </div>
  );
}
