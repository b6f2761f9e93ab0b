// Generated from the Rust core by `make bindings`. Do not edit.

export type AccountView = { 
/** Login. */
login: string, 
/** Name. */
name: string, 
/** Role. */
role_label: string, };
export type Begun = { recovery_code: string, session: Session, };
export type CalendarYear = { 
/** The year. */
year: number, 
/** National holidays in it. */
national_holidays: number, 
/** *Cuti bersama* in it. */
collective_leave: number, 
/** Where the dates come from. */
source: string, };
export type Choice = { 
/** Stable code. */
code: string, 
/** What people read. */
label: string, };
export type DayKind = "start" | "counted" | "weekend" | "national_holiday" | "collective_leave" | "local_holiday";
export type DayLine = { 
/** The civil date. */
date: string, 
/** The date in words. */
text: string, 
/** What was made of it. */
kind: DayKind, 
/** Its number among the working days. */
count: number | null, 
/** Why it was skipped. */
reason: string | null, 
/** Whether it is today. */
today: boolean, };
export type Deadline = { 
/** The civil date. */
date: string, 
/** The date in words. */
text: string, 
/** What it is counted from, and by which rule. */
basis: string, 
/** How much time is left, in words. */
left: string, 
/** How near it is. */
tone: Tone, 
/** Every day from day zero on. */
days: Array<DayLine>, };
export type Deadlines = { 
/** By the office's setting. */
official: Deadline | null, 
/** Why there is no official date yet. */
official_note: string | null, 
/** By the strictest reading. */
safe: Deadline | null, 
/** The check of completeness, while it runs. */
completeness: Deadline | null, 
/** What the officer should know now. */
warning: string | null, };
export type DecisionForm = { 
/** Who may sign something. */
officials: Array<OfficialChoice>, 
/** Letters of Pasal 17. */
grounds: Array<Choice>, 
/** Codes of the letters that need an end date. */
grounds_that_expire: Array<string>, 
/** What a refusal may stand on. */
bases: Array<Choice>, 
/** The civil date offered for the letter. */
today: string, };
export type DocumentChoice = { 
/** Code. */
code: string, 
/** Name. */
label: string, 
/** Codes of the categories it is asked of. */
categories: Array<string>, 
/** Whether it is asked of representatives. */
representative_only: boolean, };
export type Fact = { 
/** What it is. */
label: string, 
/** What it says. */
value: string, };
export type FieldProblem = { 
/** The field's name in the form. */
field: string, 
/** What to do about it. */
message: string, };
export type FirstStart = { office_code: string, kecamatan: string, abbreviation: string, regency: string, letterhead_government: string, letterhead_office: string, letterhead_lines: Array<string>, 
/** Standard base64 of a PNG or JPEG, or empty. */
emblem: string, place: string, paper: string, work_week: string, clock_start: string, collective_leave_is_workday: boolean, number_pattern: string, first_number: number, desk_code: string, officials: Array<OfficialInput>, login: string, account_name: string, account_role: string, password: string, password_again: string, };
export type FirstStartChoices = { 
/** The kecamatan that come with the app. */
offices: Array<OfficeChoice>, 
/** Their regency. */
regency: string, 
/** Roles. */
roles: Array<Choice>, 
/** Working weeks. */
work_weeks: Array<Choice>, 
/** Readings of the clock. */
clock_starts: Array<Choice>, 
/** Paper sizes. */
papers: Array<Choice>, 
/** What may stand in a number pattern. */
pattern_help: string, 
/** How officials sign. */
capacities: Array<Choice>, };
export type GrantInput = { letter_number: string, letter_date: string, signed_by: string, softcopy: boolean, hardcopy: boolean, sheets: number, price_per_sheet: number, delivery_cost: number, other_cost: number, ready_in_days: number, means: string, cc: Array<string>, };
export type MonthCount = { 
/** `YYYY-MM`. */
month: string, 
/** E.g. `Nov 2026`. */
label: string, 
/** Requests registered. */
registered: number, 
/** Requests answered. */
answered: number, };
export type NextStep = { 
/** What. */
step: Step, 
/** What its button says. */
label: string, 
/** Whether it may be done now. */
allowed: boolean, 
/** Why not. */
reason: string | null, };
export type OfficeChoice = { 
/** Kemendagri code. */
code: string, 
/** Name. */
kecamatan: string, 
/** Abbreviation offered for numbers. */
abbreviation: string, };
export type OfficialChoice = { 
/** Identity. */
id: string, 
/** Name and position. */
label: string, 
/** Role. */
role_label: string, };
export type OfficialInput = { name: string, nip: string, rank: string, position: string, role: string, capacity: string, };
export type OfficialView = { 
/** Name. */
name: string, 
/** NIP, or empty. */
nip: string, 
/** Rank, or empty. */
rank: string, 
/** Position. */
position: string, 
/** Role. */
role_label: string, };
export type Opening = { state: OpeningState, office: string | null, logins: Array<string>, first_start: FirstStartChoices | null, session: Session | null, };
export type OpeningState = "first_start" | "locked" | "open";
export type PaperItem = { 
/** Which. */
kind: PaperKind, 
/** Its legal name. */
title: string, 
/** Number of the letter. */
number: string | null, 
/** How often it was printed or saved. */
printed: number, 
/** When last, in words. */
printed_text: string | null, };
export type PaperKind = "request_form" | "receipt" | "written_notice" | "refusal_decision";
export type PaperRef = { "paper": "request", 
/** The request. */
id: string, 
/** Which of its papers. */
kind: PaperKind, } | { "paper": "recovery_card" };
export type Pdf = ArrayBuffer;
export type Printed = { printer: string, is_copy: boolean, };
export type Printer = { 
/** Its name. */
name: string, 
/** Whether the system uses it when none is named. */
is_default: boolean, };
export type RefusalInput = { letter_number: string, letter_date: string, signed_by: string, grounds: Array<string>, other_law: string, other_article: string, consequence: string, basis: string, decree_number: string, decree_date: string | null, test_date: string | null, test_approved_by: string, expires: string | null, cc: Array<string>, };
export type RequestDraft = { channel: string, received_date: string, received_time: string, category: string, name: string, identity_kind: string, identity_number: string, address: string, occupation: string, phone: string, email: string, represented: boolean, representative_name: string, representative_address: string, representative_phone: string, information: string, purpose: string, access_mode: string, copy_format: string, delivery_mode: string, documents: Array<string>, notes: string, };
export type RequestForm = { 
/** Categories of applicants. */
categories: Array<Choice>, 
/** What identifies an applicant. */
identity_kinds: Array<Choice>, 
/** How the information is obtained. */
access_modes: Array<Choice>, 
/** Forms of a copy. */
copy_formats: Array<Choice>, 
/** How a copy travels. */
delivery_modes: Array<Choice>, 
/** How requests come in. */
channels: Array<Choice>, 
/** Documents asked for. */
documents: Array<DocumentChoice>, 
/** What was typed before, or the form as it lies on the counter. */
draft: RequestDraft, 
/** When that was kept, in words; `None` for a fresh form. */
draft_kept: string | null, };
export type RequestPage = { 
/** The rows. */
rows: Array<RequestRow>, 
/** How many there are in all. */
total: number, 
/** How many with these words stand at each stage. */
stages: Array<StageCount>, };
export type RequestPreview = { 
/** The number it would get. */
next_number: string, 
/** The deadlines it would get. */
deadlines: Deadlines, 
/** What must change before it can be saved. */
problems: Array<FieldProblem>, 
/** Documents still to be handed in. */
missing_documents: Array<string>, 
/** What is odd and still allowed. */
warnings: Array<string>, 
/** Earlier requests about the same. */
similar: Array<RequestRow>, };
export type RequestQuery = { 
/** Words of the number, the name or the request; each must be there, its beginning is enough. */
words: string, 
/** Code of a stage. */
stage: string | null, 
/** Rows to skip. */
offset: number, 
/** Rows to answer, at most 500. */
limit: number, };
export type RequestRow = { 
/** Identity. */
id: string, 
/** Registration number. */
number: string, 
/** Civil date of receipt. */
received: string, 
/** That date in words. */
received_text: string, 
/** Name of the applicant. */
applicant: string, 
/** What is asked; the beginning of a long text. */
information: string, 
/** Code of the stage. */
stage: string, 
/** Its name. */
stage_label: string, 
/** Earliest due date, while unanswered. */
due: string | null, 
/** That date in words, or why there is none. */
due_text: string | null, 
/** How much time is left. */
left: string | null, 
/** How near it is. */
tone: Tone, 
/** Whether something about it waits to be sent. */
waiting_to_send: boolean, };
export type RequestView = { 
/** As in lists. */
row: RequestRow, 
/** Who asks. */
applicant: Array<Fact>, 
/** What is asked, but for the text itself. */
request: Array<Fact>, 
/** The text itself. */
information: string, 
/** Documents still to be handed in. */
missing_documents: Array<string>, 
/** Its deadlines. */
deadlines: Deadlines, 
/** What may be done next, in the law's order, and what may not. */
next: Array<NextStep>, 
/** Its answer. */
decision: Array<Fact>, 
/** Its story, oldest first. */
timeline: Array<TimelineItem>, 
/** Its papers. */
papers: Array<PaperItem>, 
/** Choices for answering it. */
decision_form: DecisionForm, };
export type ReviewItem = { 
/** When, in words. */
at: string, 
/** What it wanted. */
what: string, 
/** Why it waits for a person. */
reason: string, 
/** The request it is about. */
request: string | null, };
export type Said = { 
/** One Indonesian sentence. */
message: string, 
/** The fields it is about. */
fields: Array<FieldProblem>, 
/** What sort of no. */
kind: SaidKind, };
export type SaidKind = "field" | "refused" | "locked" | "fault";
export type Saved = { saved: boolean, file: string | null, };
export type Session = { 
/** Name of the office. */
office: string, 
/** Code of the desk. */
desk_code: string, 
/** Who is signed in. */
person: string, 
/** In which role. */
role: string, 
/** The civil date, `YYYY-MM-DD`. */
today: string, 
/** That date in words. */
today_text: string, 
/** How sync stands. */
sync: SyncChip, };
export type SettingsView = { 
/** The office. */
office: Array<Fact>, 
/** Lines of the letterhead. */
letterhead: Array<string>, 
/** Numbers. */
numbering: Array<Fact>, 
/** Officials. */
officials: Array<OfficialView>, 
/** Accounts. */
accounts: Array<AccountView>, 
/** Sync. */
sync: SyncSettings, 
/** Loaded calendar years. */
calendar: Array<CalendarYear>, 
/** Version of the app. */
version: string, };
export type StageCount = { 
/** Code of the stage. */
code: string, 
/** Its name. */
label: string, 
/** How many. */
count: number, };
export type Step = "declare_complete" | "grant" | "refuse";
export type SyncChip = { 
/** In one word. */
state: SyncState, 
/** On the chip. */
text: string, 
/** When it is opened. */
detail: string, 
/** Entries that wait to be sent. */
waiting: number, };
export type SyncSettings = { 
/** Address of PPID Utama. */
server: string | null, 
/** Since when the desk is enrolled. */
enrolled_text: string | null, 
/** Entries that wait. */
waiting: number, 
/** When the last round ended well. */
last_text: string | null, 
/** The chip. */
chip: SyncChip, 
/** What a person must look at. */
review: Array<ReviewItem>, };
export type SyncState = "not_enrolled" | "synced" | "waiting" | "sending" | "paused" | "review";
export type TimelineItem = { 
/** When, in words. */
at: string, 
/** Who. */
who: string, 
/** What. */
what: string, 
/** More about it. */
note: string | null, 
/** Whether PPID Utama has it. */
sent: boolean, };
export type TodayView = { 
/** The civil date in words. */
date_text: string, 
/** Too late. */
overdue: Array<RequestRow>, 
/** At most one working day left. */
near: Array<RequestRow>, 
/** There is time. */
later: Array<RequestRow>, 
/** Papers not complete. */
waiting_for_applicant: Array<RequestRow>, 
/** The last six months. */
months: Array<MonthCount>, };
export type Tone = "calm" | "near" | "overdue" | "done";

/** Everything the window can ask of the core. A no comes back as a `Said`. */
export interface Core {
  opening(): Promise<Opening>;
  begin(first: FirstStart): Promise<Begun>;
  unlock(login: string, password: string): Promise<Session>;
  unlock_with_card(code: string, login: string, password: string, password_again: string): Promise<Session>;
  lock(): Promise<null>;
  session(): Promise<Session>;
  today(): Promise<TodayView>;
  request_form(): Promise<RequestForm>;
  keep_draft(draft: RequestDraft): Promise<null>;
  discard_draft(): Promise<null>;
  preview_request(draft: RequestDraft): Promise<RequestPreview>;
  register_request(draft: RequestDraft): Promise<RequestView>;
  requests(query: RequestQuery): Promise<RequestPage>;
  request(id: string): Promise<RequestView>;
  declare_complete(id: string): Promise<RequestView>;
  grant_request(id: string, grant: GrantInput): Promise<RequestView>;
  refuse_request(id: string, refusal: RefusalInput): Promise<RequestView>;
  paper(paper: PaperRef): Promise<Pdf>;
  print_paper(paper: PaperRef, printer: string | null): Promise<Printed>;
  save_paper(paper: PaperRef): Promise<Saved>;
  printers(): Promise<Array<Printer>>;
  settings(): Promise<SettingsView>;
  enrol(server: string, code: string): Promise<SettingsView>;
  sync_now(): Promise<null>;
}

/** One round trip to the core: the command's name and its named arguments. */
export type Invoke = (command: string, args: Record<string, unknown>) => Promise<unknown>;

/** The core behind `invoke`. */
export function makeCore(invoke: Invoke): Core {
  return {
    opening: () => invoke("opening", {}) as Promise<Opening>,
    begin: (first) => invoke("begin", { first }) as Promise<Begun>,
    unlock: (login, password) => invoke("unlock", { login, password }) as Promise<Session>,
    unlock_with_card: (code, login, password, password_again) => invoke("unlock_with_card", { code, login, password, password_again }) as Promise<Session>,
    lock: () => invoke("lock", {}) as Promise<null>,
    session: () => invoke("session", {}) as Promise<Session>,
    today: () => invoke("today", {}) as Promise<TodayView>,
    request_form: () => invoke("request_form", {}) as Promise<RequestForm>,
    keep_draft: (draft) => invoke("keep_draft", { draft }) as Promise<null>,
    discard_draft: () => invoke("discard_draft", {}) as Promise<null>,
    preview_request: (draft) => invoke("preview_request", { draft }) as Promise<RequestPreview>,
    register_request: (draft) => invoke("register_request", { draft }) as Promise<RequestView>,
    requests: (query) => invoke("requests", { query }) as Promise<RequestPage>,
    request: (id) => invoke("request", { id }) as Promise<RequestView>,
    declare_complete: (id) => invoke("declare_complete", { id }) as Promise<RequestView>,
    grant_request: (id, grant) => invoke("grant_request", { id, grant }) as Promise<RequestView>,
    refuse_request: (id, refusal) => invoke("refuse_request", { id, refusal }) as Promise<RequestView>,
    paper: (paper) => invoke("paper", { paper }) as Promise<Pdf>,
    print_paper: (paper, printer) => invoke("print_paper", { paper, printer }) as Promise<Printed>,
    save_paper: (paper) => invoke("save_paper", { paper }) as Promise<Saved>,
    printers: () => invoke("printers", {}) as Promise<Array<Printer>>,
    settings: () => invoke("settings", {}) as Promise<SettingsView>,
    enrol: (server, code) => invoke("enrol", { server, code }) as Promise<SettingsView>,
    sync_now: () => invoke("sync_now", {}) as Promise<null>,
  };
}
