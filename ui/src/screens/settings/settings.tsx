import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type SettingsView, useCore } from "../../core";
import { Facts } from "../../rows";
import { Answer } from "../../said";
import { words } from "../../words";
import { SyncPart } from "./sync";
import "./settings.css";

const say = words.settings;

/** What this office and desk are, and how they reach PPID Utama. */
export function SettingsScreen() {
  const core = useCore();
  const settings = useQuery({ queryKey: ["settings"], queryFn: () => core.settings() });
  return (
    <>
      <div className="screen-head">
        <h1>{say.title}</h1>
        <span className="quiet">{say.show_only}</span>
      </div>
      <Answer of={settings}>{(view) => <Parts view={view} />}</Answer>
    </>
  );
}

function Parts({ view }: { view: SettingsView }) {
  return (
    <Stack gap="md">
      <Part title={say.sync}>
        <SyncPart sync={view.sync} />
      </Part>
      <div className="settings-pair">
        <Part title={say.office}>
          <Facts facts={view.office} />
        </Part>
        <Stack gap="md">
          <Part title={say.letterhead}>
            <div className="kop-lines">
              {view.letterhead.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </div>
          </Part>
          <Part title={say.numbering}>
            <Facts facts={view.numbering} />
          </Part>
        </Stack>
      </div>
      <Part title={say.officials}>
        <Rows
          heads={[say.name, say.nip, say.rank, say.position, say.role]}
          rows={view.officials.map(({ name, nip, rank, position, role_label }) => [
            name,
            nip,
            rank,
            position,
            role_label,
          ])}
          none={say.no_officials}
        />
      </Part>
      <Part title={say.accounts}>
        <Rows
          heads={[say.login, say.name, say.role]}
          rows={view.accounts.map(({ login, name, role_label }) => [login, name, role_label])}
        />
      </Part>
      <Part title={say.calendar}>
        <Rows
          heads={[say.year, say.national, say.collective, say.source]}
          rows={view.calendar.map(({ year, national_holidays, collective_leave, source }) => [
            String(year),
            String(national_holidays),
            String(collective_leave),
            source,
          ])}
        />
      </Part>
      <Text size="sm" c="dimmed">
        {say.version(view.version)}
      </Text>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sheet" aria-label={title}>
      <Title order={2} size="h5" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Rows({ heads, rows, none }: { heads: string[]; rows: string[][]; none?: string }) {
  if (rows.length === 0) return <Text c="dimmed">{none ?? "–"}</Text>;
  return (
    <table className="plain">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.join()}>
            {row.map((cell, at) => (
              <td key={heads[at]}>{cell || "–"}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
