// Generated from the Rust core by `make bindings`. Do not edit.

/** How an answer that says no reaches the window: one Indonesian sentence, and the fields it is about. */
export type Said = { message: string, fields: FieldProblem[], kind: SaidKind };
/** `field`: something typed must be changed. `refused`: the law or the state says no. `locked`: sign in first. `fault`: the machine failed; nothing was lost. */
export type SaidKind = "field" | "refused" | "locked" | "fault";
export type FieldProblem = { field: string, message: string };
export type Choice = { code: string, label: string };

export type Opening = { state: OpeningState, office: string | null, logins: string[], first_start: FirstStartChoices | null, session: Session | null };
export type OpeningState = "first_start" | "locked" | "open";
export type FirstStartChoices = { offices: OfficeChoice[], regency: string, roles: Choice[], work_weeks: Choice[], clock_starts: Choice[], papers: Choice[], pattern_help: string, capacities: Choice[] };
export type OfficeChoice = { code: string, kecamatan: string, abbreviation: string };
export type FirstStart = {
  office_code: string, kecamatan: string, abbreviation: string, regency: string,
  letterhead_government: string, letterhead_office: string, letterhead_lines: string[],
  /** Standard base64 of a PNG or JPEG, or empty. */
  emblem: string, place: string, paper: string, work_week: string, clock_start: string, collective_leave_is_workday: boolean,
  number_pattern: string, first_number: number, desk_code: string, officials: OfficialInput[],
  login: string, account_name: string, account_role: string, password: string, password_again: string };
export type OfficialInput = { name: string, nip: string, rank: string, position: string, role: string, capacity: string };
export type Begun = { recovery_code: string, session: Session };
export type Session = { office: string, desk_code: string, person: string, role: string, today: string, today_text: string, sync: SyncChip };
export type SyncChip = { state: SyncState, text: string, detail: string, waiting: number };
export type SyncState = "not_enrolled" | "synced" | "waiting" | "sending" | "paused" | "review";

export type RequestForm = { categories: Choice[], identity_kinds: Choice[], access_modes: Choice[], copy_formats: Choice[], delivery_modes: Choice[], channels: Choice[], documents: DocumentChoice[], draft: RequestDraft, draft_kept: string | null };
/** A document asked of applicants of the named categories. */
export type DocumentChoice = { code: string, label: string, categories: string[], representative_only: boolean };
export type RequestDraft = {
  channel: string, received_date: string, received_time: string, category: string, name: string, identity_kind: string, identity_number: string,
  address: string, occupation: string, phone: string, email: string,
  represented: boolean, representative_name: string, representative_address: string, representative_phone: string,
  information: string, purpose: string, access_mode: string, copy_format: string, delivery_mode: string, documents: string[], notes: string };
export type RequestPreview = { next_number: string, deadlines: Deadlines, problems: FieldProblem[], missing_documents: string[], warnings: string[], similar: RequestRow[] };

export type Deadlines = { official: Deadline | null, official_note: string | null, safe: Deadline | null, completeness: Deadline | null, warning: string | null };
export type Deadline = { date: string, text: string, basis: string, left: string, tone: Tone, days: DayLine[] };
export type Tone = "calm" | "near" | "overdue" | "done";
export type DayLine = { date: string, text: string, kind: DayKind, count: number | null, reason: string | null, today: boolean };
export type DayKind = "start" | "counted" | "weekend" | "national_holiday" | "collective_leave" | "local_holiday";

export type RequestQuery = { words: string, stage: string | null, offset: number, limit: number };
export type RequestPage = { rows: RequestRow[], total: number, stages: StageCount[] };
export type StageCount = { code: string, label: string, count: number };
export type RequestRow = { id: string, number: string, received: string, received_text: string, applicant: string, information: string, stage: string, stage_label: string, due: string | null, due_text: string | null, left: string | null, tone: Tone, waiting_to_send: boolean };
export type RequestView = {
  row: RequestRow, applicant: Fact[], request: Fact[], information: string, missing_documents: string[],
  deadlines: Deadlines, next: NextStep[], decision: Fact[], timeline: TimelineItem[], papers: PaperItem[], decision_form: DecisionForm };
export type Fact = { label: string, value: string };
export type NextStep = { step: Step, label: string, allowed: boolean, reason: string | null };
export type Step = "declare_complete" | "grant" | "refuse";
export type TimelineItem = { at: string, who: string, what: string, note: string | null, sent: boolean };
export type PaperItem = { kind: PaperKind, title: string, number: string | null, printed: number, printed_text: string | null };
export type PaperKind = "request_form" | "receipt" | "written_notice" | "refusal_decision";
export type PaperRef = { paper: "request", id: string, kind: PaperKind } | { paper: "recovery_card" };

export type DecisionForm = { officials: OfficialChoice[], grounds: Choice[], grounds_that_expire: string[], bases: Choice[], today: string };
export type OfficialChoice = { id: string, label: string, role_label: string };
export type GrantInput = { letter_number: string, letter_date: string, signed_by: string, softcopy: boolean, hardcopy: boolean, sheets: number, price_per_sheet: number, delivery_cost: number, other_cost: number, ready_in_days: number, means: string, cc: string[] };
export type RefusalInput = { letter_number: string, letter_date: string, signed_by: string, grounds: string[], other_law: string, other_article: string, consequence: string, basis: string, decree_number: string, decree_date: string | null, test_date: string | null, test_approved_by: string, expires: string | null, cc: string[] };

export type Printer = { name: string, is_default: boolean };
export type Printed = { printer: string, is_copy: boolean };
export type Saved = { saved: boolean, file: string | null };

export type TodayView = { date_text: string, overdue: RequestRow[], near: RequestRow[], later: RequestRow[], waiting_for_applicant: RequestRow[], months: MonthCount[] };
export type MonthCount = { month: string, label: string, registered: number, answered: number };

export type SettingsView = { office: Fact[], letterhead: string[], numbering: Fact[], officials: OfficialView[], accounts: AccountView[], sync: SyncSettings, calendar: CalendarYear[], version: string };
export type OfficialView = { name: string, nip: string, rank: string, position: string, role_label: string };
export type AccountView = { login: string, name: string, role_label: string };
export type SyncSettings = { server: string | null, enrolled_text: string | null, waiting: number, last_text: string | null, chip: SyncChip, review: ReviewItem[] };
export type ReviewItem = { at: string, what: string, reason: string, request: string | null };
export type CalendarYear = { year: number, national_holidays: number, collective_leave: number, source: string };

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
  paper(paper: PaperRef): Promise<ArrayBuffer>;
  print_paper(paper: PaperRef, printer: string | null): Promise<Printed>;
  save_paper(paper: PaperRef): Promise<Saved>;
  printers(): Promise<Printer[]>;
  settings(): Promise<SettingsView>;
  enrol(server: string, code: string): Promise<SettingsView>;
  sync_now(): Promise<null>;
}

/** One round trip to the core: the command's name and its named arguments. */
export type Invoke = (command: string, args: Record<string, unknown>) => Promise<unknown>;
