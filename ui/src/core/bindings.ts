// Generated from the Rust core by `make bindings`. Do not edit.

export type AboutDesk = { 
/** Version, system, counts, copies, and where the data lie. */
facts: Array<Fact>, 
/** What a helper on the telephone needs of it, line by line: nothing of a citizen, and no name of a person. */
copied: string, };
export type AccountView = { 
/** Login. */
login: string, 
/** Name. */
name: string, 
/** Role. */
role_label: string, };
export type ActionForm = { 
/** What is done. */
title: string, 
/** What it is done to. */
intro: string | null, 
/** What is known of what it is done to, so that nobody has to go back and look. */
about: Array<FactGroup>, 
/** What to mind. */
warning: string | null, 
/** What the button says. */
submit: string, 
/** Whether it cannot be undone. */
danger: boolean, 
/** Its boxes. */
sections: Array<FormSection>, 
/** What is looked at before it is done. */
preview: Preview | null, 
/** What was typed into it and not sent yet. */
kept: KeptStep | null, 
/** Whether people who asked before are offered while their name, number or telephone is typed. */
offers_people: boolean, 
/** Whether it asks about a person who stands at the counter: the next time that may be another, so what is kept is offered and
 * not put in. */
personal: boolean, };
export type ApplicantBoxes = { category: string, name: string, identity_kind: string, identity_number: string, address: string, occupation: string, phone: string, email: string, members: Array<string>, };
export type AttachedFiles = { 
/** How many were attached, in one sentence. */
said: string, 
/** How many were attached. */
taken: number, 
/** Those that were not. */
refused: Array<FileRefused>, };
export type BackupNotice = { 
/** What is wrong, and what to do. */
text: string, 
/** How urgent. */
tone: Tone, };
export type BackupProgress = { 
/** What is done at the moment. */
text: string, 
/** How much of it is done, in hundredths. */
percent: number, };
export type BackupView = { 
/** The folder they go to. */
place: string | null, 
/** When the last was made, and how many lie there. */
last_text: string | null, 
/** What is wrong with them. */
notice: BackupNotice | null, 
/** Whether this account may choose the place. */
may_choose: boolean, };
export type Begun = { recovery_code: string, session: Session, };
export type BlankKind = "request" | "objection" | "survey" | "mandate" | "withdrawal";
export type CalendarChange = { 
/** The change in one sentence. */
said: string, 
/** What a pack would change. */
differences: Array<PieceChange>, 
/** The deadlines that would move. */
rows: Array<RecalculatedRow>, 
/** To be handed back. */
token: string, };
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
export type Column = { 
/** Stable name, to remember what is shown. */
key: string, 
/** Its heading. */
label: string, 
/** Whether it holds figures. */
numeric: boolean, };
export type Confirm = { 
/** What stands in the way, as a sentence before the list. */
found: string, 
/** One by one. */
items: Array<string>, 
/** The question. */
question: string, };
export type CoordinationItem = { 
/** From whom. */
from: string, 
/** To whom. */
to: string, 
/** When, in words. */
on_text: string, 
/** Who signed or sent it. */
who: string, 
/** What it says. */
note: string, 
/** The number they gave it. */
number: string | null, };
export type CorrectionItem = { 
/** Which box. */
field: string, 
/** What stood there. */
before: string, 
/** What stands there. */
after: string, 
/** Who corrected it. */
who: string, 
/** When, in words. */
at: string, 
/** Why. */
reason: string, };
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
export type DayOfMonth = { 
/** The civil date, `YYYY-MM-DD`. */
date: string, 
/** The date in words. */
text: string, 
/** Its number in the month. */
number: number, 
/** Whether it belongs to the month that is shown. */
inside: boolean, 
/** Whether it is today. */
today: boolean, 
/** What the office does on it. */
works: DayWorks, 
/** Holidays and *cuti bersama* by name. */
off: Array<string>, 
/** How near the nearest of what is due on it is; none where nothing is. */
tone: Tone | null, 
/** What is due on it. */
items: Array<WorkItem>, };
export type DayWorks = "works" | "weekend" | "off" | "unknown";
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
/** What else runs: the applicant's days to complete, what was promised, what was ordered. */
others: Array<NamedDeadline>, 
/** What the officer should know now. */
warning: string | null, };
export type DocumentChoice = { 
/** Code. */
code: string, 
/** Name. */
label: string, 
/** Codes of the categories it is asked of. */
categories: Array<string>, 
/** Whether it is asked of representatives. */
representative_only: boolean, };
export type Done = { 
/** Where to go. */
subject: SubjectRef | null, 
/** The paper that follows from it. */
paper: PaperRef | null, 
/** All of them where more than one follows, to be printed in one go. */
papers: Array<NamedPaper>, 
/** What happened, in one sentence. */
said: string, 
/** What is shown this once, and stays until the person says that it was written down. */
shown_once: ShownOnce | null, };
export type EarlierItem = { 
/** Which, counted from 0 in the order in which they ceased. */
place: number, 
/** Its legal name. */
title: string, 
/** Its number. */
number: string | null, };
export type EnvelopeSize = "long" | "dl" | "c5";
export type ExportRef = { "export": "requests", query: RequestQuery, columns: Array<RequestColumn>, } | { "export": "register", which: RegisterKind, from: string, to: string, format: SheetFormat, } | { "export": "figures", from: string, to: string, } | { "export": "dip", format: SheetFormat, } | { "export": "dip_template" };
export type Fact = { 
/** What it is. */
label: string, 
/** What it says. */
value: string, };
export type FactGroup = { 
/** Their heading. */
title: string, 
/** The facts. */
facts: Array<Fact>, 
/** A longer text. */
text: string | null, };
export type FailedPrint = { 
/** Which. */
paper: PaperRef, 
/** What it is. */
what: string, 
/** Why, and what to do. */
message: string, };
export type FieldKind = "text" | "long_text" | "date" | "time" | "number" | "money" | "choice" | "many" | "yes" | "lines" | "table" | "picture" | "password" | "note";
export type FieldProblem = { 
/** The field's name in the form. */
field: string, 
/** What to do about it. */
message: string, };
export type FieldValue = boolean | number | string | Array<string>;
export type FigureTable = { 
/** Its heading. */
title: string, 
/** Headings of its columns. */
columns: Array<string>, 
/** Its rows. */
rows: Array<Array<string>>, };
export type FileItem = { 
/** Names it: 64 hexadecimal digits. */
digest: string, 
/** Its name. */
name: string, 
/** What it is for. */
purpose: string, 
/** Type, length, and when it was attached. */
details: string, 
/** Where it is. */
state: FileState, 
/** Where it is, in words. */
state_label: string, 
/** Whether its bytes are not on this computer. */
away: boolean, 
/** Why it was not taken, or did not come. */
reason: string | null, };
export type FileProgress = { 
/** How many are on their way. */
waiting: number, 
/** Whether they are to wait. */
paused: boolean, 
/** How much of all of them has come, from 0 to 100. */
percent: number, 
/** The one whose turn it is. */
current: string | null, 
/** All of it in words. */
text: string, };
export type FileRefused = { 
/** Its name. */
name: string, 
/** Why, and what to do. */
reason: string, };
export type FileState = "here" | "waiting" | "sent" | "refused" | "coming" | "away";
export type Files = { 
/** Those that are attached and not taken back, oldest first. */
items: Array<FileItem>, 
/** What a file may be for. */
purposes: Array<Choice>, 
/** Why no other may be attached, if so. */
refused: string | null, 
/** Code of the action that takes one back, where there is one. */
withdraw: string | null, };
export type FirstStart = { office_code: string, kecamatan: string, abbreviation: string, regency: string, letterhead_government: string, letterhead_office: string, letterhead_lines: Array<string>, 
/** Standard base64 of a PNG or JPEG, or empty. */
emblem: string, place: string, contact_phone: string, contact_whatsapp: string, contact_email: string, paper: string, work_week: string, clock_start: string, collective_leave_is_workday: boolean, number_pattern: string, first_number: number, desk_code: string, 
/** Whether it takes the place of a computer that was this desk: no number is given before those given there are known. */
replaces: boolean, officials: Array<OfficialInput>, login: string, account_name: string, account_role: string, password: string, password_again: string, };
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
/** How long the answer's clock runs, in words. */
answer_term: string, 
/** Paper sizes. */
papers: Array<Choice>, 
/** What may stand in a number pattern. */
pattern_help: string, 
/** How officials sign. */
capacities: Array<Choice>, };
export type FormColumn = { 
/** Its heading. */
label: string, 
/** What is put in: a text, a choice or a number. */
kind: FieldKind, 
/** What there is to choose. */
choices: Array<Choice>, 
/** In which choices of the column before it is asked at all; always where there are none. */
when: Array<string>, };
export type FormField = { 
/** Name, also in [`loket_domain::problem::FieldProblem`]. */
name: string, 
/** What it says before the box. */
label: string, 
/** What is put in. */
kind: FieldKind, 
/** What helps to fill it. */
help: string | null, 
/** Whether it must be filled. */
required: boolean, 
/** What there is to choose. */
choices: Array<Choice>, 
/** What stands in it at first. */
value: FieldValue, 
/** When it is asked at all. */
shown_when: ShownWhen | null, 
/** What stands after the box. */
suffix: string | null, 
/** The columns of a table; each row of it is one line, its cells with tabs between them. */
columns: Array<FormColumn>, 
/** How many lines a long text shows at first. */
rows: number, 
/** Whether a password is one that is in force now, not a new one. */
secret_now: boolean, 
/** Where that is mended which leaves nothing to choose. */
mends: SubjectRef | null, 
/** Whether it is asked only after the form was refused for it. */
once_refused: boolean, 
/** For what purpose a file is attached from here, where one is chosen among those that are attached. */
attaches: string | null, 
/** The civil date of today, in a box of a date that is asked once more when an earlier one was typed. */
today: string | null, };
export type FormSection = { 
/** Their heading. */
title: string | null, 
/** The boxes. */
fields: Array<FormField>, 
/** An amount to check with the eyes; what is written is reckoned by the core. */
sum: Sum | null, };
export type FoundCopy = { 
/** Where it lies. */
path: string, 
/** When it was made, in words. */
made_text: string, 
/** Of which desk. */
desk: string, 
/** What it holds. */
facts: Array<Fact>, 
/** Who can open it. */
logins: Array<string>, 
/** What was written here after it. */
lacks: string | null, 
/** Why it cannot be used here. */
refused: string | null, };
export type Hit = { 
/** What it is. */
subject: SubjectRef, 
/** What it is called. */
title: string, 
/** More about it; may be empty. */
text: string, };
export type HitGroup = { 
/** What they are. */
title: string, 
/** How many there are in all. */
total: number, 
/** The first of them. */
items: Array<Hit>, };
export type ImportChoices = { 
/** For each column of the catalogue, in the order of the preview, the place of that of the file; empty to have them found. */
columns: Array<number | null>, 
/** What becomes of doubtful rows. */
lookalikes: Lookalikes, };
export type ImportColumn = { 
/** Its head in the catalogue. */
label: string, 
/** Whether a list cannot do without it. */
needed: boolean, 
/** The place of the column of the file, from 0; none where none was found. */
place: number | null, };
export type ImportPreview = { 
/** Name of the file. */
file: string, 
/** New items. */
added: number, 
/** Items that say something else now. */
changed: number, 
/** Items that say the same. */
same: number, 
/** Which column of the file was taken for which of the catalogue. */
columns: Array<ImportColumn>, 
/** The columns of the file: code, and letter with head. */
heads: Array<Choice>, 
/** Rows that perhaps mean an item that is there already, each named by its row; what becomes of them the officer chooses. */
doubtful: Array<FieldProblem>, 
/** What becomes of those rows. */
lookalikes: Lookalikes, 
/** What was read otherwise than it stands there, each named by its row. */
notes: Array<FieldProblem>, 
/** Rows that must be mended first, each named by its row. */
problems: Array<FieldProblem>, 
/** To be handed back. */
token: string, };
export type KeptStep = { 
/** The boxes that were changed. */
typed: { [key in string]: FieldValue }, 
/** When it was kept, in words. */
kept_text: string, };
export type KnownBoxes = ApplicantBoxes | RepresentativeBoxes;
export type KnownPerson = { 
/** The last request, by its identity. */
last: string, 
/** Name. */
name: string, 
/** What of that which is typed is the same. */
why: string, 
/** By what one is known from a namesake: address, telephone. */
details: string, 
/** Number and day of the last request. */
last_text: string, 
/** How many requests there were. */
before_text: string, 
/** What choosing the person puts into the form. */
fills: KnownBoxes, };
export type LabelChoice = { 
/** Stable code. */
code: string, 
/** What people read. */
label: string, 
/** How many labels it has. */
places: number, };
export type LabelSheet = "small" | "large";
export type Linked = { 
/** What it is called. */
label: string, 
/** What it is. */
subject: SubjectRef, };
export type ListKind = "objections" | "classifications" | "questions" | "dip" | "surveys" | "reports" | "officials" | "accounts" | "days_off" | "templates" | "packs" | "numbered_forms" | "old_requests" | "uses" | "retained";
export type ListPage = { 
/** What `next` is done to. */
subject: SubjectRef, 
/** Its columns. */
columns: Array<Column>, 
/** The rows. */
rows: Array<ListRow>, 
/** How many there are in all. */
total: number, 
/** How many stand where. */
filters: Array<StageCount>, 
/** What may be done with the list. */
next: Array<NextStep>, 
/** What this list is for, and how to begin. */
intro: string, };
export type ListQuery = { 
/** Which list. */
list: ListKind, 
/** Words; each must be there, its beginning is enough. */
words: string, 
/** Code of a filter. */
filter: string | null, 
/** Rows to skip. */
offset: number, 
/** Rows to answer, at most 500. */
limit: number, };
export type ListRow = { 
/** What it is. */
subject: SubjectRef, 
/** Its cells, in the order of the columns. */
cells: Array<string>, 
/** How near its deadline is. */
tone: Tone, 
/** How much time is left. */
left: string | null, };
export type Lookalikes = "leave" | "new" | "change";
export type MatchingItem = { 
/** Which item. */
subject: SubjectRef, 
/** What it holds. */
summary: string, 
/** Who holds it. */
holder: string, 
/** In which form. */
format: string, 
/** Where it can be read. */
link: string | null, 
/** The step that gives it on the spot. */
give: NextStep, };
export type MonthCount = { 
/** `YYYY-MM`. */
month: string, 
/** E.g. `Nov 2026`. */
label: string, 
/** Requests registered. */
registered: number, 
/** Requests answered. */
answered: number, };
export type MonthView = { 
/** `YYYY-MM`. */
month: string, 
/** `November 2026`. */
title: string, 
/** The month before, `YYYY-MM`; none where dates end. */
before: string | null, 
/** The month after, `YYYY-MM`; none where dates end. */
after: string | null, 
/** The civil date of today, `YYYY-MM-DD`. */
today: string, 
/** What is not known of this month, each with what to do. */
notes: Array<string>, 
/** The names of the days, Monday first. */
weekdays: Array<string>, 
/** Its weeks, seven days each, Monday first. */
weeks: Array<Array<DayOfMonth>>, };
export type NamedDeadline = { 
/** What is due. */
title: string, 
/** By when. */
deadline: Deadline, };
export type NamedPaper = { 
/** Which. */
paper: PaperRef, 
/** Its name. */
title: string, };
export type NextStep = { 
/** Code of the action. */
action: string, 
/** What its button says. */
label: string, 
/** Whether it may be done now. */
allowed: boolean, 
/** Why not. */
reason: string | null, 
/** Whether it asks for something first. */
form: boolean, 
/** Whether it is what is usually done next. */
main: boolean, 
/** Whether it is seldom wanted: the window keeps it folded away. */
seldom: boolean, 
/** What is asked once more, where it acts at once. */
confirm: Confirm | null, 
/** The file that is picked for it, where it begins with one. */
file: StepFile | null, 
/** Whether its form was begun and not sent. */
begun: boolean, 
/** Of what it is a step, where that is found first: it stands in a list, and is taken on something of another kind. */
taken_on: SubjectKind | null, };
export type Notice = { 
/** By which it is said to have been read. */
id: string, 
/** What happened, and what to do. */
text: string, };
export type OfficeChoice = { 
/** Kemendagri code. */
code: string, 
/** Name. */
kecamatan: string, 
/** Abbreviation offered for numbers. */
abbreviation: string, };
export type OfficialInput = { name: string, nip: string, rank: string, position: string, role: string, capacity: string, 
/** One to a line. */
represents: string, own_government: string, own_name: string, 
/** One to a line. */
own_lines: string, own_place: string, };
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
export type Opening = { state: OpeningState, office: string | null, logins: Array<string>, first_start: FirstStartChoices | null, 
/** What was typed into a first start that was not finished. */
kept: FirstStart | null, session: Session | null, };
export type OpeningState = "first_start" | "locked" | "open";
export type PaperItem = { 
/** Which. */
kind: PaperKind, 
/** Its legal name. */
title: string, 
/** Number of the letter. */
number: string | null, 
/** How often it was printed. */
printed: number, 
/** When last, in words. */
printed_text: string | null, 
/** Whether the original may be printed once more: it was printed, and is still here. */
again: boolean, };
export type PaperKind = "request_form" | "receipt" | "written_notice" | "refusal_decision" | "incomplete_notice" | "extension_notice" | "hand_over_receipt" | "fee_receipt" | "refund_receipt" | "disposition" | "deadline_addendum" | "objection_form" | "objection_answer" | "consequence_test" | "classification_decree" | "annual_report";
export type PaperRef = { "paper": "request", 
/** The request. */
id: string, 
/** Which of its papers. */
kind: PaperKind, } | { "paper": "earlier_of_request", 
/** The request. */
id: string, 
/** Which of them, counted from 0 in the order in which they ceased. */
place: number, } | { "paper": "objection", 
/** The objection. */
id: string, 
/** Which of its papers. */
kind: PaperKind, } | { "paper": "classification", 
/** Which one. */
id: string, 
/** Which of its papers. */
kind: PaperKind, } | { "paper": "register", 
/** Which register. */
which: RegisterKind, 
/** First civil date, `YYYY-MM-DD`. */
from: string, 
/** Last civil date, `YYYY-MM-DD`. */
to: string, 
/** The sheet it is printed on. */
sheet: RegisterSheet, } | { "paper": "figures", 
/** First civil date, `YYYY-MM-DD`. */
from: string, 
/** Last civil date, `YYYY-MM-DD`. */
to: string, } | { "paper": "requests", 
/** How it is narrowed and put in order. */
query: RequestQuery, 
/** What is shown of each. */
columns: Array<RequestColumn>, } | { "paper": "envelope", 
/** The request. */
id: string, 
/** Which envelope. */
size: EnvelopeSize, } | { "paper": "labels", 
/** The request. */
id: string, 
/** Which labels. */
sheet: LabelSheet, 
/** The first place that is printed on, counted from 1, row by row. */
first: number, 
/** How many labels. */
count: number, } | { "paper": "dip" } | { "paper": "exempt_list" } | { "paper": "report", 
/** Which one. */
id: string, } | { "paper": "dispute_file", 
/** The request. */
id: string, } | { "paper": "template", 
/** Code of the template. */
code: string, 
/** The changed text. */
text: string, } | { "paper": "blank", 
/** Which. */
form: BlankKind, 
/** How many of it. */
count: number, } | { "paper": "numbered_forms", 
/** Their numbers; none for all of this desk that are still to be accounted for. */
numbers: Array<string>, } | { "paper": "handover", 
/** Which one. */
id: string, } | { "paper": "recovery_card" } | { "paper": "draft", 
/** On what the step would be taken. */
subject: SubjectRef, 
/** Which step. */
action: string, 
/** Its form, as far as it is filled. */
form: { [key in string]: FieldValue }, };
export type Pdf = ArrayBuffer;
export type PieceChange = { 
/** Which day, text or category. */
what: string, 
/** What it says now. */
before: string, 
/** What it would say. */
after: string, };
export type PostChoices = { 
/** Envelopes. */
envelopes: Array<Choice>, 
/** Sheets of labels. */
labels: Array<LabelChoice>, };
export type Preview = "change" | "letter" | "draft" | "tidings";
export type PrintAs = { "print": "next" } | { "print": "copy" } | { "print": "original", 
/** What became of the one before. */
reason: string, };
export type PrintWayForm = { 
/** Name of the printer. */
printer: string, 
/** How often each paper is printed. */
sheets: string, 
/** Whether both sides are used. */
both_sides: boolean, 
/** The tray. */
tray: string, 
/** The size the printer is told. */
size: string, 
/** To the right, in millimetres. */
right: string, 
/** Down, in millimetres. */
down: string, };
export type PrintWayView = { 
/** Code of the kind. */
kind: string, 
/** Its name. */
label: string, 
/** Whether it was set for this kind; otherwise it is printed as all papers are. */
own: boolean, 
/** How often each paper is printed, unless it is said otherwise. */
sheets: number, 
/** As it would be typed. */
form: PrintWayForm, 
/** In words. */
told: string, };
export type Printed = { 
/** What it is, without anything about a citizen. */
what: string, printer: string, is_copy: boolean, };
export type PrintedRun = { printed: Array<Printed>, failed: Array<FailedPrint>, };
export type PrinterAbilities = { 
/** Its name. */
printer: string, 
/** Its trays; none where they are not known. */
trays: Array<Choice>, 
/** The sizes it knows by name; none where they are not known. */
sizes: Array<Choice>, 
/** Whether it takes any size, told in millimetres. */
any_size: boolean, 
/** Whether it prints on both sides. */
both_sides: boolean, };
export type QrDrawing = { 
/** Modules a side, without the quiet zone. */
side: number, 
/** The dark modules as a path of SVG, one unit a module. */
path: string, };
export type RecalculatedRow = { 
/** What it is the deadline of. */
subject: SubjectRef, 
/** Its number. */
number: string, 
/** The date before, in words. */
old_text: string, 
/** The date after, in words. */
new_text: string, 
/** Whether the date before stands on a paper that left the office. */
printed: boolean, };
export type RecordView = { 
/** What it is. */
subject: SubjectRef, 
/** Its number or name. */
title: string, 
/** More about it. */
subtitle: string, 
/** Where it stands. */
status: string, 
/** How near its deadline is. */
tone: Tone, 
/** What is known. */
groups: Array<FactGroup>, 
/** Its deadlines. */
deadlines: Array<Deadline>, 
/** What to mind now. */
warning: string | null, 
/** What may be done next, in the law's order. */
next: Array<NextStep>, 
/** Its story, oldest first. */
timeline: Array<TimelineItem>, 
/** Its papers. */
papers: Array<PaperItem>, 
/** What it is linked to. */
linked: Array<Linked>, };
export type RegisterKind = "requests" | "objections" | "letters";
export type RegisterQuery = { 
/** Which register. */
which: RegisterKind, 
/** First civil date, `YYYY-MM-DD`. */
from: string, 
/** Last civil date, `YYYY-MM-DD`. */
to: string, };
export type RegisterSheet = "a3" | "office";
export type RegisterView = { 
/** Name and period. */
title: string, 
/** Its columns. */
columns: Array<Column>, 
/** Its rows. */
rows: Array<ListRow>, 
/** How many. */
total: number, 
/** What else is to be said of it, such as the number that a next letter would have. */
note: string | null, };
export type RepresentativeBoxes = { representative_as: string, representative_name: string, representative_address: string, representative_phone: string, };
export type RequestColumn = "number" | "received" | "applicant" | "phone" | "information" | "channel" | "category" | "officer" | "stage" | "due" | "left";
export type RequestDraft = { 
/** The number on the paper form it was written on; empty for the desk's next one. */
form_number: string, channel: string, received_date: string, received_time: string, category: string, name: string, identity_kind: string, identity_number: string, address: string, occupation: string, phone: string, email: string, represented: boolean, representative_as: string, representative_name: string, representative_address: string, representative_phone: string, 
/** A line for each person of a group: `name; NIK`. */
members: Array<string>, information: string, purpose: string, access_mode: string, copy_format: string, delivery_mode: string, documents: Array<string>, read_back: boolean, assistance: string, notes: string, };
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
/** As what somebody acts for an applicant; the first needs a power of attorney. */
acting_as: Array<Choice>, 
/** Documents asked for. */
documents: Array<DocumentChoice>, 
/** Under what it is kept while it is typed. */
id: string, 
/** What was typed before, or the form as it lies on the counter. */
draft: RequestDraft, 
/** When that was kept, in words; `None` for a fresh form. */
draft_kept: string | null, 
/** The civil date of this moment, as the form holds it. */
today: string, 
/** The time of day of this moment, as the form holds it. */
now: string, 
/** Other forms that this account has not finished, the latest first. */
unfinished: Array<UnfinishedForm>, 
/** What to mind where it is typed off a numbered form. */
form_note: string | null, 
/** How many numbered forms of this desk are still to be accounted for. */
open_forms: number, };
export type RequestOrder = { 
/** By what. */
by: RequestSort, 
/** Whether the greatest comes first. */
descending: boolean, };
export type RequestPage = { 
/** The rows. */
rows: Array<RequestRow>, 
/** How many there are in all, as far as they are counted. */
total: number, 
/** Whether there are more than were counted. */
more: boolean, 
/** How many that are narrowed otherwise alike stand at each stage. */
stages: Array<StageCount>, 
/** How many of them, at any stage, are late. */
late: number, 
/** The channels by which requests came. */
channels: Array<StageCount>, 
/** The accounts that registered requests. */
officers: Array<StageCount>, 
/** The desks that did. */
desks: Array<StageCount>, };
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
/** Applicants of before who may be this one. */
known_applicants: Array<KnownPerson>, 
/** Whoever acted for an applicant before and may act for this one. */
known_representatives: Array<KnownPerson>, 
/** Earlier requests about the same. */
similar: Array<RequestRow>, 
/** Items of the catalogue that may already answer it. */
dip: Array<MatchingItem>, };
export type RequestQuery = { 
/** Words of the number, the name, the request, or whatever else it is found by; each must be there, its beginning is enough. */
words: string, 
/** Code of a stage. */
stage: string | null, 
/** Only what is late. */
late: boolean, 
/** Received on that civil date or later, `YYYY-MM-DD`. */
from: string | null, 
/** Received on that civil date or earlier, `YYYY-MM-DD`. */
to: string | null, 
/** Code of the channel it came by. */
channel: string | null, 
/** The account that registered it. */
officer: string | null, 
/** Code of the desk that registered it. */
desk: string | null, 
/** In which order; newest first where none is asked for. */
order: RequestOrder | null, 
/** The identity of the last row that was shown, whose followers are asked for; none for the first page. */
after: string | null, 
/** Rows to answer, at most 500. */
limit: number, };
export type RequestRow = { 
/** Identity. */
id: string, 
/** Registration number. */
number: string, 
/** Its place in the book of the year, as people call it: `018`; with the desk where there are several. */
short: string, 
/** The year of that book. */
year: number, 
/** Civil date of receipt. */
received: string, 
/** That date in words. */
received_text: string, 
/** Name of the applicant. */
applicant: string, 
/** The applicant's telephone. */
phone: string, 
/** By which channel it came. */
channel: string, 
/** What the applicant is. */
category: string, 
/** Who registered it. */
officer: string, 
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
export type RequestSort = "number" | "received" | "applicant" | "due";
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
/** Those that hold no more, or were followed by another of their kind. */
earlier_papers: Array<EarlierItem>, 
/** What they can be posted in. */
post: PostChoices, 
/** Its files. */
files: Files, 
/** What to mind now. */
warning: string | null, 
/** To whom it was forwarded, and what came back. */
coordination: Array<CoordinationItem>, 
/** Objections about it. */
objections: Array<Linked>, 
/** Consequence tests that it gave rise to. */
classifications: Array<Linked>, 
/** Questions about it, to PPID Utama and from there. */
questions: Array<Linked>, 
/** What was corrected, oldest first. */
corrections: Array<CorrectionItem>, };
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
export type SaidKind = "field" | "refused" | "temporary" | "locked" | "fault";
export type Saved = { saved: boolean, file: string | null, };
export type ServiceFigures = { 
/** First day, in words. */
from_text: string, 
/** Last day, in words. */
to_text: string, 
/** The main figures. */
tiles: Array<Fact>, 
/** The others. */
tables: Array<FigureTable>, };
export type Session = { 
/** Name of the office. */
office: string, 
/** Code of the desk. */
desk_code: string, 
/** Who is signed in. */
person: string, 
/** In which roles, apart by commas. */
role: string, 
/** That person's account. */
account: SubjectRef, 
/** What that person may do with it by themselves. */
own_steps: Array<NextStep>, 
/** Whether the desktop tells what there is to do. */
alerts: boolean, 
/** The civil date, `YYYY-MM-DD`. */
today: string, 
/** That date in words. */
today_text: string, 
/** How sync stands. */
sync: SyncChip, };
export type SettingsSteps = { 
/** The key of the desk. */
sync: Array<NextStep>, 
/** What the office is. */
office: Array<NextStep>, 
/** Its letterhead. */
letterhead: Array<NextStep>, 
/** Its numbers. */
numbering: Array<NextStep>, 
/** What it decreed: fees, who signs, who does what. */
rules: Array<NextStep>, 
/** The recovery card. */
card: Array<NextStep>, };
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
/** Copies of this desk. */
backup: BackupView, 
/** Loaded calendar years. */
calendar: Array<CalendarYear>, 
/** What may be changed about the office. */
next: SettingsSteps, 
/** Version of the app. */
version: string, };
export type SheetFormat = "xlsx" | "csv";
export type ShownOnce = { 
/** What it is. */
label: string, 
/** The secret itself. */
secret: string, 
/** What to do with it. */
what_now: string, };
export type ShownWhen = { 
/** Which boxes decide. */
fields: Array<string>, 
/** The contents that show this one; `true` or `false` for a yes. */
any: Array<string>, };
export type StageCount = { 
/** Code of the stage, or of what else is counted. */
code: string, 
/** Its name. */
label: string, 
/** How many, as far as they are counted. */
count: number, 
/** Whether there are more than were counted. */
more: boolean, };
export type StepFile = "pack";
export type SubjectKind = "request" | "objection" | "classification" | "question" | "dip_item" | "report" | "survey" | "office" | "official" | "account" | "template" | "day_off" | "pack" | "numbered_form" | "old_request" | "handover";
export type SubjectRef = { 
/** What it is. */
kind: SubjectKind, 
/** Its identity; empty for the office, and for what is not there yet. */
id: string, };
export type Sum = { 
/** What stands before it. */
label: string, 
/** Names of boxes that are multiplied with each other; the products are added. */
products: Array<Array<string>>, };
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
/** Whether only a new one-time code lets this desk in again. */
needs_code: boolean, 
/** Why whoever is signed in may not join the desk to PPID Utama, if so. */
join_refused: string | null, 
/** Since when the desk's key signs, in words. */
key_text: string, 
/** What a person must look at. */
review: Array<ReviewItem>, 
/** How far attached files have come. */
files: FileProgress, };
export type SyncState = "not_enrolled" | "synced" | "waiting" | "sending" | "paused" | "review";
export type SystemPrinter = { 
/** Its name. */
name: string, 
/** Whether the system uses it when none is named. */
is_default: boolean, };
export type TidingsLink = { 
/** The way, by its code in the form that notes it. */
way: string, 
/** The way. */
label: string, 
/** Whom it reaches, and under which number or address. */
whom: string, 
/** Why it cannot be taken; none where it can. */
why_not: string | null, 
/** The link to be read off the screen by a telephone. */
qr: QrDrawing | null, };
export type TidingsView = { 
/** The text. */
text: string, 
/** The ways to send it. */
links: Array<TidingsLink>, };
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
/** What happened to the keys of the office, until it is read. */
notices: Array<Notice>, 
/** That no recent copy lies outside this computer. */
backup: BackupNotice | null, 
/** What waits, in groups to be worked down. */
groups: Array<WorkGroup>, 
/** The last six months. */
months: Array<MonthCount>, };
export type Tone = "calm" | "near" | "overdue" | "done";
export type UnfinishedForm = { 
/** Under what it is kept. */
id: string, 
/** Whom it is of, as far as that was typed. */
name: string, 
/** When it was kept, in words. */
kept_text: string, };
export type WorkGroup = { 
/** Stable name. */
code: string, 
/** Its heading. */
title: string, 
/** What waits. */
items: Array<WorkItem>, 
/** What is said when nothing waits. */
empty: string, };
export type WorkItem = { 
/** What it is. */
subject: SubjectRef, 
/** Its number or name. */
title: string, 
/** More about it. */
text: string, 
/** By when, in words. */
due_text: string | null, 
/** How much time is left. */
left: string | null, 
/** How near it is. */
tone: Tone, 
/** Whose turn it is, in words; none where it waits for nobody in particular. */
turn: string | null, };

/** Everything the window can ask of the core. A no comes back as a `Said`. */
export interface Core {
  opening(): Promise<Opening>;
  begin(first: FirstStart): Promise<Begun>;
  unlock(login: string, password: string): Promise<Session>;
  unlock_with_card(code: string, login: string, password: string, password_again: string): Promise<Session>;
  unlock_with_temporary(login: string, temporary: string, password: string, password_again: string): Promise<Session>;
  about(): Promise<AboutDesk>;
  stay(): Promise<null>;
  lock(): Promise<null>;
  session(): Promise<Session>;
  today(): Promise<TodayView>;
  dismiss_notice(id: string): Promise<TodayView>;
  month(month: string | null): Promise<MonthView>;
  want_alerts(wanted: boolean): Promise<Session>;
  keep_first_start(first: FirstStart): Promise<null>;
  request_form(kept: string | null): Promise<RequestForm>;
  request_form_from(kept: string | null, number: string): Promise<RequestForm>;
  keep_draft(id: string, draft: RequestDraft): Promise<null>;
  discard_draft(id: string): Promise<null>;
  preview_request(draft: RequestDraft): Promise<RequestPreview>;
  register_request(draft: RequestDraft, kept: string): Promise<RequestView>;
  find(words: string): Promise<Array<HitGroup>>;
  requests(query: RequestQuery): Promise<RequestPage>;
  request(id: string): Promise<RequestView>;
  tidings(id: string, about: string): Promise<TidingsView>;
  open_tidings(id: string, about: string, place: number): Promise<null>;
  attach_files(id: string, purpose: string): Promise<AttachedFiles | null>;
  attach_dropped(id: string, purpose: string): Promise<AttachedFiles>;
  open_file(id: string, digest: string): Promise<null>;
  save_file(id: string, digest: string): Promise<Saved>;
  fetch_file(id: string, digest: string): Promise<null>;
  file_progress(): Promise<FileProgress>;
  pause_files(paused: boolean): Promise<FileProgress>;
  action_form(subject: SubjectRef, action: string): Promise<ActionForm>;
  keep_step(subject: SubjectRef, action: string, typed: { [key in string]: FieldValue }): Promise<null>;
  discard_step(subject: SubjectRef, action: string): Promise<null>;
  act(subject: SubjectRef, action: string, form: { [key in string]: FieldValue }): Promise<Done>;
  record(subject: SubjectRef): Promise<RecordView>;
  list(query: ListQuery): Promise<ListPage>;
  register(query: RegisterQuery): Promise<RegisterView>;
  figures(from: string, to: string): Promise<ServiceFigures>;
  satisfaction(from: string, to: string): Promise<ServiceFigures>;
  change_preview(subject: SubjectRef, action: string, form: { [key in string]: FieldValue }): Promise<CalendarChange>;
  accept_calendar(token: string): Promise<Done>;
  read_pack(): Promise<Done | null>;
  import_dip(): Promise<ImportPreview | null>;
  import_dip_again(choices: ImportChoices): Promise<ImportPreview>;
  accept_import(token: string): Promise<Done>;
  import_old_book(): Promise<ImportPreview | null>;
  import_old_book_again(choices: ImportChoices): Promise<ImportPreview>;
  accept_old_book(token: string): Promise<Done>;
  save_export(file: ExportRef): Promise<Saved>;
  paper(paper: PaperRef): Promise<Pdf>;
  print_paper(paper: PaperRef, how: PrintAs, sheets: number | null): Promise<Printed>;
  print_chosen(papers: Array<PaperRef>): Promise<PrintedRun>;
  print_way(paper: PaperRef): Promise<PrintWayView>;
  print_ways(): Promise<Array<PrintWayView>>;
  keep_print_way(kind: string, way: PrintWayForm): Promise<Array<PrintWayView>>;
  forget_print_way(kind: string): Promise<Array<PrintWayView>>;
  print_test_page(kind: string, way: PrintWayForm): Promise<Printed>;
  printer_abilities(printer: string | null): Promise<PrinterAbilities | null>;
  save_paper(paper: PaperRef): Promise<Saved>;
  printers(): Promise<Array<SystemPrinter>>;
  settings(): Promise<SettingsView>;
  choose_backup_place(): Promise<SettingsView | null>;
  back_up(): Promise<Done>;
  backup_progress(): Promise<BackupProgress | null>;
  take_out_office(): Promise<Done | null>;
  take_out_request(id: string): Promise<Done | null>;
  take_out_person(person: string): Promise<Done | null>;
  take_out_progress(): Promise<BackupProgress | null>;
  stop_take_out(): Promise<null>;
  stop_backup(): Promise<null>;
  find_copies(): Promise<Array<FoundCopy> | null>;
  restore_copy(path: string, login: string, password: string): Promise<Session>;
  enrol(server: string, code: string, own_password: string, agreed: string): Promise<SettingsView>;
  save_bundle(): Promise<Done | null>;
  read_acknowledgment(): Promise<Done | null>;
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
    unlock_with_temporary: (login, temporary, password, password_again) => invoke("unlock_with_temporary", { login, temporary, password, password_again }) as Promise<Session>,
    about: () => invoke("about", {}) as Promise<AboutDesk>,
    stay: () => invoke("stay", {}) as Promise<null>,
    lock: () => invoke("lock", {}) as Promise<null>,
    session: () => invoke("session", {}) as Promise<Session>,
    today: () => invoke("today", {}) as Promise<TodayView>,
    dismiss_notice: (id) => invoke("dismiss_notice", { id }) as Promise<TodayView>,
    month: (month) => invoke("month", { month }) as Promise<MonthView>,
    want_alerts: (wanted) => invoke("want_alerts", { wanted }) as Promise<Session>,
    keep_first_start: (first) => invoke("keep_first_start", { first }) as Promise<null>,
    request_form: (kept) => invoke("request_form", { kept }) as Promise<RequestForm>,
    request_form_from: (kept, number) => invoke("request_form_from", { kept, number }) as Promise<RequestForm>,
    keep_draft: (id, draft) => invoke("keep_draft", { id, draft }) as Promise<null>,
    discard_draft: (id) => invoke("discard_draft", { id }) as Promise<null>,
    preview_request: (draft) => invoke("preview_request", { draft }) as Promise<RequestPreview>,
    register_request: (draft, kept) => invoke("register_request", { draft, kept }) as Promise<RequestView>,
    find: (words) => invoke("find", { words }) as Promise<Array<HitGroup>>,
    requests: (query) => invoke("requests", { query }) as Promise<RequestPage>,
    request: (id) => invoke("request", { id }) as Promise<RequestView>,
    tidings: (id, about) => invoke("tidings", { id, about }) as Promise<TidingsView>,
    open_tidings: (id, about, place) => invoke("open_tidings", { id, about, place }) as Promise<null>,
    attach_files: (id, purpose) => invoke("attach_files", { id, purpose }) as Promise<AttachedFiles | null>,
    attach_dropped: (id, purpose) => invoke("attach_dropped", { id, purpose }) as Promise<AttachedFiles>,
    open_file: (id, digest) => invoke("open_file", { id, digest }) as Promise<null>,
    save_file: (id, digest) => invoke("save_file", { id, digest }) as Promise<Saved>,
    fetch_file: (id, digest) => invoke("fetch_file", { id, digest }) as Promise<null>,
    file_progress: () => invoke("file_progress", {}) as Promise<FileProgress>,
    pause_files: (paused) => invoke("pause_files", { paused }) as Promise<FileProgress>,
    action_form: (subject, action) => invoke("action_form", { subject, action }) as Promise<ActionForm>,
    keep_step: (subject, action, typed) => invoke("keep_step", { subject, action, typed }) as Promise<null>,
    discard_step: (subject, action) => invoke("discard_step", { subject, action }) as Promise<null>,
    act: (subject, action, form) => invoke("act", { subject, action, form }) as Promise<Done>,
    record: (subject) => invoke("record", { subject }) as Promise<RecordView>,
    list: (query) => invoke("list", { query }) as Promise<ListPage>,
    register: (query) => invoke("register", { query }) as Promise<RegisterView>,
    figures: (from, to) => invoke("figures", { from, to }) as Promise<ServiceFigures>,
    satisfaction: (from, to) => invoke("satisfaction", { from, to }) as Promise<ServiceFigures>,
    change_preview: (subject, action, form) => invoke("change_preview", { subject, action, form }) as Promise<CalendarChange>,
    accept_calendar: (token) => invoke("accept_calendar", { token }) as Promise<Done>,
    read_pack: () => invoke("read_pack", {}) as Promise<Done | null>,
    import_dip: () => invoke("import_dip", {}) as Promise<ImportPreview | null>,
    import_dip_again: (choices) => invoke("import_dip_again", { choices }) as Promise<ImportPreview>,
    accept_import: (token) => invoke("accept_import", { token }) as Promise<Done>,
    import_old_book: () => invoke("import_old_book", {}) as Promise<ImportPreview | null>,
    import_old_book_again: (choices) => invoke("import_old_book_again", { choices }) as Promise<ImportPreview>,
    accept_old_book: (token) => invoke("accept_old_book", { token }) as Promise<Done>,
    save_export: (file) => invoke("save_export", { file }) as Promise<Saved>,
    paper: (paper) => invoke("paper", { paper }) as Promise<Pdf>,
    print_paper: (paper, how, sheets) => invoke("print_paper", { paper, how, sheets }) as Promise<Printed>,
    print_chosen: (papers) => invoke("print_chosen", { papers }) as Promise<PrintedRun>,
    print_way: (paper) => invoke("print_way", { paper }) as Promise<PrintWayView>,
    print_ways: () => invoke("print_ways", {}) as Promise<Array<PrintWayView>>,
    keep_print_way: (kind, way) => invoke("keep_print_way", { kind, way }) as Promise<Array<PrintWayView>>,
    forget_print_way: (kind) => invoke("forget_print_way", { kind }) as Promise<Array<PrintWayView>>,
    print_test_page: (kind, way) => invoke("print_test_page", { kind, way }) as Promise<Printed>,
    printer_abilities: (printer) => invoke("printer_abilities", { printer }) as Promise<PrinterAbilities | null>,
    save_paper: (paper) => invoke("save_paper", { paper }) as Promise<Saved>,
    printers: () => invoke("printers", {}) as Promise<Array<SystemPrinter>>,
    settings: () => invoke("settings", {}) as Promise<SettingsView>,
    choose_backup_place: () => invoke("choose_backup_place", {}) as Promise<SettingsView | null>,
    back_up: () => invoke("back_up", {}) as Promise<Done>,
    backup_progress: () => invoke("backup_progress", {}) as Promise<BackupProgress | null>,
    take_out_office: () => invoke("take_out_office", {}) as Promise<Done | null>,
    take_out_request: (id) => invoke("take_out_request", { id }) as Promise<Done | null>,
    take_out_person: (person) => invoke("take_out_person", { person }) as Promise<Done | null>,
    take_out_progress: () => invoke("take_out_progress", {}) as Promise<BackupProgress | null>,
    stop_take_out: () => invoke("stop_take_out", {}) as Promise<null>,
    stop_backup: () => invoke("stop_backup", {}) as Promise<null>,
    find_copies: () => invoke("find_copies", {}) as Promise<Array<FoundCopy> | null>,
    restore_copy: (path, login, password) => invoke("restore_copy", { path, login, password }) as Promise<Session>,
    enrol: (server, code, own_password, agreed) => invoke("enrol", { server, code, own_password, agreed }) as Promise<SettingsView>,
    save_bundle: () => invoke("save_bundle", {}) as Promise<Done | null>,
    read_acknowledgment: () => invoke("read_acknowledgment", {}) as Promise<Done | null>,
    sync_now: () => invoke("sync_now", {}) as Promise<null>,
  };
}
