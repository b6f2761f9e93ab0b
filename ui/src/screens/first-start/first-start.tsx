import { Anchor, Button, Group, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowRight } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { SaidAlert } from "../../answers";
import { asSaid, type Begun, type FirstStart, type FirstStartChoices, useCore } from "../../core";
import { Form, goToFirstWrong, useStillWrong, useValues, useWrong } from "../../fields";
import { words } from "../../words";
import { Account } from "./account";
import { blankFirstStart } from "./blank";
import { Letterhead } from "./letterhead";
import { Numbering } from "./numbering";
import { Office } from "./office";
import { Officials } from "./officials";
import { WorkingDays } from "./working-days";
import "./first-start.css";

const say = words.firstStart;
const KEEP_AFTER = 250;

/** The sections of the page, and the fields each of them holds. */
const SECTIONS = [
  {
    id: "kantor",
    title: say.office,
    fields: [
      "office_code",
      "kecamatan",
      "abbreviation",
      "regency",
      "place",
      "contact_phone",
      "contact_whatsapp",
      "contact_email",
      "paper",
    ],
    Part: Office,
  },
  {
    id: "kop",
    title: say.letterhead,
    fields: ["letterhead_government", "letterhead_office", "letterhead_lines", "emblem"],
    Part: Letterhead,
  },
  { id: "pejabat", title: say.officials, fields: ["officials"], Part: Officials },
  {
    id: "hari",
    title: say.working_days,
    fields: ["work_week", "clock_start", "collective_leave_is_workday"],
    Part: WorkingDays,
  },
  {
    id: "nomor",
    title: say.numbering,
    fields: ["replaces", "number_pattern", "first_number", "desk_code"],
    Part: Numbering,
  },
  {
    id: "akun",
    title: say.account,
    fields: ["login", "account_name", "account_role", "password", "password_again"],
    Part: Account,
  },
] as const;

interface Props {
  choices: FirstStartChoices;
  /** What was typed before the window was closed. */
  kept: FirstStart | null;
  begun: (begun: Begun) => void;
  /** A desk that was lost is made of a copy instead. */
  restore: () => void;
}

/** Sends what is typed to the core, which keeps it without passwords: a power cut costs nobody twenty boxes. */
function useKeptStart(form: Form<FirstStart>) {
  const core = useCore();
  const [typed] = useDebouncedValue(useValues(form), KEEP_AFTER);
  const sent = useRef(typed);
  useEffect(() => {
    if (typed === sent.current) return;
    sent.current = typed;
    // That it cannot be kept is no reason to stop anybody: it is still on the screen.
    core.keep_first_start(typed).catch(() => undefined);
  }, [core, typed]);
}

/** Setting up an office: everything on one calm page, with a list of its parts at the left. */
export function FirstStartScreen({ choices, kept, begun, restore }: Props) {
  const core = useCore();
  const [form] = useState(() => new Form<FirstStart>(kept ?? blankFirstStart(choices)));
  useKeptStart(form);
  const begin = useMutation({
    mutationFn: () => core.begin(form.values),
    onSuccess: begun,
    onError: (thrown) => {
      form.refused(asSaid(thrown));
      requestAnimationFrame(() => goToFirstWrong(form));
    },
  });
  const wrong = useStillWrong(form, begin.error);
  return (
    <main className="first-start">
      <div className="first-side">
        <div className="door-app first-name">{words.shell.app}</div>
        <h1>{say.title}</h1>
        <Text c="dimmed" size="sm">
          {say.lead}
        </Text>
        <SectionList form={form} />
        <Anchor component="button" type="button" size="sm" mt="md" data-testid="to-restore" onClick={restore}>
          {words.restore.open}
        </Anchor>
      </div>
      <form
        className="first-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!begin.isPending) begin.mutate();
        }}
      >
        {kept && (
          <p className="restored" role="status" data-testid="start-restored">
            {say.restored}
          </p>
        )}
        {SECTIONS.map(({ id, title, Part }, at) => (
          <section key={id} id={id} className="sheet first-section" aria-label={title}>
            <h2>
              <span className="first-count">{at + 1}</span> {title}
            </h2>
            <Part form={form} choices={choices} />
          </section>
        ))}
        <SaidAlert thrown={wrong} />
        <Group justify="flex-end">
          <Button
            type="submit"
            size="md"
            data-testid="begin"
            loading={begin.isPending}
            rightSection={<IconArrowRight size={18} aria-hidden />}
          >
            {say.begin}
          </Button>
        </Group>
      </form>
    </main>
  );
}

function SectionList({ form }: { form: Form<FirstStart> }) {
  const wrong = useWrong(form);
  return (
    <nav aria-label={say.sections}>
      <ol className="first-list">
        {SECTIONS.map(({ id, title, fields }, at) => {
          const bad = wrong.some((name) => fields.some((field) => name === field || name.startsWith(`${field}.`)));
          return (
            <li key={id}>
              <button
                type="button"
                className="first-jump line-button"
                onClick={() => {
                  const section = document.getElementById(id);
                  section?.scrollIntoView?.({ block: "start" });
                  section?.querySelector<HTMLElement>("input, select, textarea")?.focus({ preventScroll: true });
                }}
              >
                <span className="first-count">{at + 1}</span>
                {title}
                {bad && <span className="first-bad">{say.has_problem}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
