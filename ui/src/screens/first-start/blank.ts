import type { FirstStart, FirstStartChoices, OfficeChoice, OfficialInput } from "../../core";

const firstOf = (choices: { code: string }[]) => choices[0]?.code ?? "";

export const blankOfficial = (choices: FirstStartChoices): OfficialInput => ({
  name: "",
  nip: "",
  rank: "",
  position: "",
  role: firstOf(choices.roles),
  capacity: firstOf(choices.capacities),
  represents: "",
  own_government: "",
  own_name: "",
  own_lines: "",
  own_place: "",
});

/** One more: after the PPID it is usually the superior who signs. */
export const anotherOfficial = (choices: FirstStartChoices): OfficialInput => ({
  ...blankOfficial(choices),
  role: choices.roles.find(({ code }) => code === "ppid_superior")?.code ?? firstOf(choices.roles),
});

/** What stands on the page before anything was typed. */
export const blankFirstStart = (choices: FirstStartChoices): FirstStart => ({
  office_code: "",
  kecamatan: "",
  abbreviation: "",
  regency: choices.regency,
  letterhead_government: governmentOf(choices.regency),
  letterhead_office: "",
  letterhead_lines: [],
  emblem: "",
  place: "",
  contact_phone: "",
  contact_whatsapp: "",
  contact_email: "",
  paper: firstOf(choices.papers),
  work_week: firstOf(choices.work_weeks),
  clock_start: firstOf(choices.clock_starts),
  collective_leave_is_workday: false,
  number_pattern: "",
  first_number: 1,
  desk_code: "A",
  replaces: false,
  officials: [blankOfficial(choices)],
  login: "",
  account_name: "",
  account_role: choices.roles.find(({ code }) => code === "desk_officer")?.code ?? firstOf(choices.roles),
  password: "",
  password_again: "",
});

const governmentOf = (regency: string) => (regency === "" ? "" : `PEMERINTAH ${regency.toUpperCase()}`);

/** What follows from the choice of a kecamatan; each may be changed by hand afterwards. */
export const forOffice = ({ code, kecamatan, abbreviation }: OfficeChoice, regency: string): Partial<FirstStart> => ({
  office_code: code,
  kecamatan,
  abbreviation,
  place: kecamatan,
  letterhead_government: governmentOf(regency),
  letterhead_office: `KECAMATAN ${kecamatan.toUpperCase()}`,
  number_pattern: patternOf(abbreviation),
});

export const patternOf = (abbreviation: string) => `{nomor}/PPID/KEC-${abbreviation}/{bulan}/{tahun}`;
