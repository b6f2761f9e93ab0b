//! One open desk.

use crate::backup::job::{BackupJob, BackupMade};
use crate::backup::{choosing, due, job};
use crate::catalogue::{exchange, taking_in};
use crate::error::DeskError;
use crate::files::progress;
use crate::files::shelf::Shelf;
use crate::forms::action::Hands;
use crate::forms::kept;
use crate::journal::Journal;
use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::kernel::random::Dice;
use crate::kernel::slot::DatabaseKey;
use crate::opening::verify::Verified;
use crate::opening::{session, verify};
use crate::printing::printer::Printer;
use crate::printing::{kind::PrintKind, order, way};
use crate::reports::{export, figures, register};
use crate::requests::view;
use crate::requests::{draft, list};
use crate::settings::new_key;
use crate::settings::packs::file;
use crate::settings::recalculate;
use crate::store::entries;
use crate::store::local;
use crate::store::uses::UseKind;
use crate::sync::chip;
use crate::sync::chip::SyncChip;
use crate::sync::series;
use crate::sync::state::State;
use crate::sync::stick::making::BundleFile;
use crate::sync::stick::reading::StickRound;
use crate::sync::stick::{making, reading};
use crate::taking_out::pieces;
use crate::taking_out::plan::{self, TakeOut, TakeOutPlan};
use crate::views::paper::{IssuedPaper, PaperRef, PrintAs};
use crate::views::*;
use crate::words::look::Look;
use crate::{actions, files, findings, lists, old_book, papers, record, requests, settings, sync, today};
use loket_domain::request::RequestDraft;
use loket_journal::OriginId;
use loket_letters::Press;
use std::fs::File;
use std::path::Path;
use zeroize::Zeroizing;

/// A desk that somebody has signed in to: the handle of the window. Each method is one line; the work is done in the rooms.
pub struct Desk {
    pub(crate) journal: Journal,
    pub(crate) sync: State,
    pub(crate) shelf: Shelf,
    /// The key of the encrypted file, for copies of it.
    key: DatabaseKey,
    press: Press,
    /// The recovery card's code, from the first start until the desk is closed.
    pub(crate) card: Option<Zeroizing<String>>,
    _taken: File,
}

impl Desk {
    /// A desk made of its parts; nobody asked it anything yet.
    pub(crate) fn of(journal: Journal, shelf: Shelf, key: DatabaseKey, taken: File) -> Self {
        Self { journal, sync: State::default(), shelf, key, press: Press::new(), card: None, _taken: taken }
    }

    /// Ends it, and leaves what its folder can be opened with again.
    pub(crate) fn closed(self) -> (Dice, File) {
        (self.journal.dice, self._taken)
    }

    /// The key of its file.
    pub(crate) fn file_key(&self) -> DatabaseKey {
        self.key.clone()
    }

    /// Gives its file a new key, where somebody wished for one and nobody is waited for.
    pub(crate) fn renew_key(&mut self) -> Result<(), DeskError> {
        new_key::at_sign_in(&mut self.journal, &mut self.key)?;
        self.learn_object_secrets()
    }

    /// Seals files with the newest secret that the file knows: it got one with its key.
    fn learn_object_secrets(&mut self) -> Result<(), DeskError> {
        self.shelf.learn(&local::later_object_secrets(self.journal.tables())?);
        Ok(())
    }

    fn printer(&self) -> Printer<'_> {
        Printer { press: &self.press, context: self.journal.context() }
    }

    fn hands(&mut self) -> Hands<'_> {
        Hands { journal: &mut self.journal, sync: &mut self.sync, card: &mut self.card }
    }

    /// This desk's series.
    pub fn origin(&self) -> OriginId {
        self.journal.chain.origin
    }

    /// How many entries this desk has written.
    pub fn written(&self) -> u64 {
        self.journal.chain.length
    }

    /// Every entry here, of every writer, as (origin, how many).
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn series(&self) -> Result<Vec<(OriginId, u64)>, DeskError> {
        Ok(entries::series(self.journal.tables())?)
    }

    /// Lets the database grow no further than it is, as a full disk would; for tests and drills.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn fill_disk(&self) -> Result<(), DeskError> {
        let tables = self.journal.tables();
        let pages: i64 = tables.pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(tables.pragma_update(None, "max_page_count", pages)?)
    }

    /// Why the desk writes nothing for now, if so.
    pub fn hold(&self) -> Option<Hold> {
        self.journal.held()
    }

    /// Looks whether the computer's date can be true. While it does not fit what was written last, nothing is written until somebody
    /// says that it is right.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn look_at_clock(&mut self, moment: Moment) -> Result<(), DeskError> {
        self.journal.look_at_clock(moment)
    }

    /// Sets in which folder copies of this desk are kept.
    ///
    /// # Errors
    /// [`DeskError::Refused`] where that is another's duty; [`DeskError::Backup`] for a folder that cannot be used.
    pub fn keep_copies_in(&self, place: &Path) -> Result<(), DeskError> {
        choosing::choose(self.journal.tables(), &self.journal.context(), &self.journal.folder, place)
    }

    /// A copy of this desk that is about to be made, to be run without it.
    ///
    /// # Errors
    /// [`DeskError::Backup`] where its place is not there.
    pub fn backup_job(&self, moment: Moment) -> Result<BackupJob, DeskError> {
        job::job(&self.journal, &self.shelf, &self.key, moment.local)
    }

    /// Notes that a copy was made.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn backup_made(&self, made: &BackupMade) -> Result<Done, DeskError> {
        choosing::made(self.journal.tables(), made)
    }

    /// Whether a copy should be made by itself now.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn backup_is_due(&self, moment: Moment) -> Result<bool, DeskError> {
        Ok(due::is_due(self.journal.tables(), moment)?)
    }

    /// What a file with all of `what` will hold, to be packed by [`TakeOutPlan::pack`].
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a request that is not known, or for the whole office where that is another's duty.
    pub fn take_out(&self, what: &TakeOut, moment: Moment) -> Result<TakeOutPlan, DeskError> {
        let plan = plan::plan(self.journal.tables(), &self.journal.context(), what, moment)?;
        self.journal.used(UseKind::TakenOut, what.about(), &plan.file_name, moment)?;
        Ok(plan)
    }

    /// The bytes of one part of such a file, by its place in the plan.
    ///
    /// # Errors
    /// Those of the paper, the file or the list that the part is.
    pub fn taken_part(&self, plan: &TakeOutPlan, at: usize, moment: Moment) -> Result<Vec<u8>, DeskError> {
        pieces::bytes_of(self.journal.tables(), &self.printer(), &self.shelf, plan.piece(at)?, moment)
    }

    /// The form of an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the action may not be taken now, or is not known.
    pub fn action_form(&self, subject: &SubjectRef, action: &str, moment: Moment) -> Result<ActionForm, DeskError> {
        actions::action_form(self.journal.tables(), &self.journal.context(), subject, action, moment)
    }

    /// Keeps what is typed into the form of an action, so that it survives a power cut; passwords are left out.
    ///
    /// # Errors
    /// As [`Desk::action_form`].
    pub fn keep_step(&self, subject: &SubjectRef, action: &str, typed: Filled, moment: Moment) -> Result<(), DeskError> {
        actions::keep_step(self.journal.tables(), &self.journal.context(), subject, action, typed, moment)
    }

    /// Forgets what was typed into the form of an action.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn discard_step(&self, subject: &SubjectRef, action: &str) -> Result<(), DeskError> {
        kept::forget(self.journal.tables(), &self.journal.context(), subject, action)
    }

    /// Takes an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is written then.
    pub fn act(&mut self, subject: &SubjectRef, action: &str, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
        let noted = actions::noted(&self.journal.context(), subject, action);
        let who = self.journal.account.name.clone();
        let done = actions::act(&mut self.hands(), subject, action, form, moment)?;
        if let Some(detail) = noted {
            let about = Some(subject.clone()).filter(|subject| subject.kind == SubjectKind::Account);
            self.journal.used_by(&who, UseKind::Set, about, &detail, moment)?;
        }
        let done = new_key::after(&mut self.journal, &mut self.key, done)?;
        self.learn_object_secrets()?;
        Ok(done)
    }

    /// A file of figures and its name.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a period that is none; [`DeskError::Spreadsheet`].
    pub fn export(&self, export: &ExportRef, moment: Moment) -> Result<(String, Vec<u8>), DeskError> {
        let (name, bytes) = export::export(self.journal.tables(), &self.journal.context(), export, moment)?;
        self.journal.used(UseKind::Exported, None, &name, moment)?;
        Ok((name, bytes))
    }

    /// What importing this file would change. Nothing is written; an item is known again by its code, or by title, unit and time.
    ///
    /// # Errors
    /// [`DeskError::Spreadsheet`] for a file that is none, [`DeskError::Refused`] for one that is no list of information.
    pub fn import_preview(&self, file: &str, bytes: &[u8], moment: Moment) -> Result<ImportPreview, DeskError> {
        self.import_preview_as(file, bytes, &ImportChoices::default(), moment)
    }

    /// As [`Desk::import_preview`], read as the officer chose.
    ///
    /// # Errors
    /// Those of [`Desk::import_preview`].
    pub fn import_preview_as(
        &self,
        file: &str,
        bytes: &[u8],
        choices: &ImportChoices,
        moment: Moment,
    ) -> Result<ImportPreview, DeskError> {
        exchange::import_preview(self.journal.tables(), &self.journal.context(), (file, bytes), choices, moment)
    }

    /// Writes what a preview said, all of it or nothing.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a role that may not.
    pub fn accept_import(&mut self, token: &str, moment: Moment) -> Result<Done, DeskError> {
        taking_in::accept_import(&mut self.journal, token, moment)
    }

    /// What copying the old register from this file would do. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Spreadsheet`] for a file that is none, [`DeskError::Refused`] for one that is no register.
    pub fn old_book_preview(
        &self,
        file: &str,
        bytes: &[u8],
        choices: &ImportChoices,
        moment: Moment,
    ) -> Result<ImportPreview, DeskError> {
        old_book::exchange::book_preview(self.journal.tables(), &self.journal.context(), (file, bytes), choices, moment)
    }

    /// Copies what such a preview said, all of it or nothing.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a role that may not.
    pub fn accept_old_book(&mut self, token: &str, moment: Moment) -> Result<Done, DeskError> {
        old_book::taking_in::accept_book(&mut self.journal, token, moment)
    }

    /// The figures of a period as they stand now; both civil days, `YYYY-MM-DD`, are part of it.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a period that is none; [`DeskError::Store`].
    pub fn figures(&self, from: &str, to: &str) -> Result<ServiceFigures, DeskError> {
        figures::figures(self.journal.tables(), &self.journal.context(), (from, to))
    }

    /// What the survey of a period came to, as [`Desk::figures`].
    ///
    /// # Errors
    /// As [`Desk::figures`].
    pub fn satisfaction(&self, from: &str, to: &str) -> Result<ServiceFigures, DeskError> {
        figures::satisfaction(self.journal.tables(), (from, to))
    }

    /// A register as a table.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a period that is none; [`DeskError::Store`].
    pub fn register(&self, query: &RegisterQuery, moment: Moment) -> Result<RegisterView, DeskError> {
        register::register(self.journal.tables(), &self.journal.context(), query, moment.local.date())
    }

    /// Whether a file of this length is taken: asked before it is read.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the sentence for the officer.
    pub fn file_fits(&self, size: u64) -> Result<(), DeskError> {
        files::file_fits(size)
    }

    /// Attaches a file to a request: first its bytes, durably, then the entry that names them.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a file that is not taken; [`DeskError::File`]. Nothing is written then.
    pub fn attach(&mut self, id: &str, name: &str, purpose: &str, bytes: &[u8], moment: Moment) -> Result<Done, DeskError> {
        files::attach(&mut self.journal, &self.shelf, id, name, purpose, bytes, moment)
    }

    /// The name and the bytes of a file of a request, for another program or to be saved; it is written down who had it.
    ///
    /// # Errors
    /// [`DeskError::FileAway`] when it is not on this computer, [`DeskError::Shelf`] when it was and is damaged: it can be
    /// fetched again.
    pub fn file(&self, id: &str, digest: &str, moment: Moment) -> Result<(String, Vec<u8>), DeskError> {
        let (name, bytes) = files::file(self.journal.tables(), &self.shelf, id, digest)?;
        self.journal.used(UseKind::FileOpened, Some(SubjectRef::new(SubjectKind::Request, id)), &name, moment)?;
        Ok((name, bytes))
    }

    /// Asks for a file that is not on this computer; it comes with the next round of sync.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the request does not hold it; [`DeskError::Sync`] on a desk without a server.
    pub fn want_file(&mut self, id: &str, digest: &str) -> Result<(), DeskError> {
        files::want_file(self.journal.tables(), id, digest)
    }

    /// How far the files have come on their way.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn file_progress(&self) -> Result<FileProgress, DeskError> {
        progress::file_progress(self.journal.tables(), &self.sync, &self.shelf)
    }

    /// Lets files wait, or go on; entries are not held up by either. Stays so until it is said otherwise.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn pause_files(&mut self, paused: bool) -> Result<(), DeskError> {
        progress::pause_files(self.journal.tables(), &mut self.sync, paused)
    }

    /// A person has looked: files that were refused are tried again.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn retry_files(&mut self) -> Result<(), DeskError> {
        progress::retry_files(self.journal.tables(), &mut self.sync)
    }

    /// A page of the list.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn requests(&self, query: &RequestQuery, moment: Moment) -> Result<RequestPage, DeskError> {
        list::requests(self.journal.tables(), &self.journal.context(), &self.sync, query, moment)
    }

    /// What was found of these words besides requests, by kind.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn find(&self, words: &str, moment: Moment) -> Result<Vec<HitGroup>, DeskError> {
        findings::find(self.journal.tables(), &self.journal.context(), words, moment)
    }

    /// One request, whole.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when it is not known here.
    pub fn request(&self, id: &str, moment: Moment) -> Result<RequestView, DeskError> {
        view::request(self.journal.tables(), &self.journal.context(), &self.sync, id, moment)
    }

    /// Word to the applicant about a request: its text, and the ways to give it. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the request is not known here, or that is not true of it now.
    pub fn tidings(&self, id: &str, about: &str) -> Result<TidingsView, DeskError> {
        requests::tidings::tidings(self.journal.tables(), &self.journal.context(), id, about)
    }

    /// The link at `place` of the ways to give it: `https://wa.me/…` or `mailto:…`.
    ///
    /// # Errors
    /// As [`Desk::tidings`], and where there is no such way.
    pub fn tidings_link(&self, id: &str, about: &str, place: u32) -> Result<String, DeskError> {
        requests::tidings::link(self.journal.tables(), &self.journal.context(), id, about, place)
    }

    /// Who is signed in, where, and how sync stands.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn session(&self, moment: Moment) -> Result<Session, DeskError> {
        session::session(self.journal.tables(), &self.journal.context(), &self.sync, &self.shelf, moment)
    }

    /// The form of a new request: the one kept as `kept`, or a fresh one received now.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn request_form(&self, kept: Option<&str>, moment: Moment) -> Result<RequestForm, DeskError> {
        draft::request_form(self.journal.tables(), &self.journal.context(), kept, None, moment)
    }

    /// The form of a request that was written on the numbered form `number`; what was kept of it as `kept`.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a form that is registered already, void, or of another desk.
    pub fn request_form_from(&self, kept: Option<&str>, number: &str, moment: Moment) -> Result<RequestForm, DeskError> {
        draft::request_form(self.journal.tables(), &self.journal.context(), kept, Some(number), moment)
    }

    /// Keeps what is being typed into the form `id`, so that it survives a power cut.
    ///
    /// # Errors
    /// [`DeskError::Store`]; what was kept before is still there.
    pub fn keep_draft(&self, id: &str, draft: &RequestDraft, moment: Moment) -> Result<(), DeskError> {
        draft::keep_draft(self.journal.tables(), &self.journal.context(), id, draft, moment)
    }

    /// Forgets what was being typed into the form `id`.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn discard_draft(&self, id: &str) -> Result<(), DeskError> {
        draft::discard_draft(self.journal.tables(), &self.journal.context(), id)
    }

    /// What saving the form now would give. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn preview_request(&self, draft: &RequestDraft, moment: Moment) -> Result<RequestPreview, DeskError> {
        requests::register::preview_request(
            self.journal.tables(),
            &self.journal.context(),
            &self.sync,
            &self.press,
            draft,
            moment,
        )
    }

    /// Registers the form: final number, receipt, deadlines.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is written.
    pub fn register_request(&mut self, draft: RequestDraft, moment: Moment) -> Result<RequestView, DeskError> {
        requests::register::register_request(&mut self.journal, &self.sync, draft, None, moment)
    }

    /// Registers a form that was kept as `kept` while it was typed; what was kept ends with it.
    ///
    /// # Errors
    /// As [`Desk::register_request`].
    pub fn register_kept(&mut self, draft: RequestDraft, kept: &str, moment: Moment) -> Result<RequestView, DeskError> {
        requests::register::register_request(&mut self.journal, &self.sync, draft, Some(kept), moment)
    }

    /// The settings as they stand; `version` is the app's.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn settings(&self, version: &str, moment: Moment) -> Result<SettingsView, DeskError> {
        settings::view::settings(self.journal.tables(), &self.journal.context(), &self.sync, &self.shelf, version, moment)
    }

    /// A page of a list.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn list(&self, query: &ListQuery, moment: Moment) -> Result<ListPage, DeskError> {
        lists::list(self.journal.tables(), &self.journal.context(), query, moment)
    }

    /// Takes in the file of a pack. It is then received, not applied; one that was received before stays as it is.
    ///
    /// # Errors
    /// [`DeskError::Pack`] and [`DeskError::ForeignPack`] for a file that may not be used, [`DeskError::Refused`] while the
    /// desk knows no PPID Utama, for a role that may not, and for a pack that is older than the one in force. Nothing is
    /// written then.
    pub fn read_pack(&mut self, bytes: &[u8], moment: Moment) -> Result<Done, DeskError> {
        file::read_pack(&mut self.journal, bytes, moment)
    }

    /// What an action on a subject would change, where that is shown before it is accepted. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change, for a role that may not, or when it may not be done now.
    pub fn change_preview(
        &self,
        subject: &SubjectRef,
        action: &str,
        form: &Filled,
        moment: Moment,
    ) -> Result<CalendarChange, DeskError> {
        actions::change_preview(self.journal.tables(), &self.journal.context(), subject, action, form, moment)
    }

    /// The paper as it would be printed next.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when there is no such paper; [`DeskError::Paper`].
    pub fn paper(&self, paper: &PaperRef, moment: Moment) -> Result<IssuedPaper, DeskError> {
        self.paper_as(paper, &PrintAs::Next, moment)
    }

    /// The paper as it would be printed so now.
    ///
    /// # Errors
    /// As [`Desk::paper`], and [`DeskError::Refused`] for an original that may not be printed once more.
    pub fn paper_as(&self, paper: &PaperRef, how: &PrintAs, moment: Moment) -> Result<IssuedPaper, DeskError> {
        let card = self.card.as_ref().map(|card| card.as_str());
        papers::paper(self.journal.tables(), &self.printer(), card, paper, how, moment)
    }

    /// The paper as a file of its own, which is saved instead of printed; it is written down who had it.
    ///
    /// # Errors
    /// As [`Desk::paper`].
    pub fn paper_to_save(&self, paper: &PaperRef, moment: Moment) -> Result<IssuedPaper, DeskError> {
        let issued = self.paper(paper, moment)?;
        self.journal.used(UseKind::PaperSaved, None, &issued.file_name, moment)?;
        Ok(issued)
    }

    /// The paper on its way to a printer, as its kind is printed on this computer.
    ///
    /// # Errors
    /// As [`Desk::paper_as`].
    pub fn print_order(&self, paper: &PaperRef, how: &PrintAs, moment: Moment) -> Result<PrintOrder, DeskError> {
        let (issued, kind) = (self.paper_as(paper, how, moment)?, PrintKind::of(paper));
        order::order(issued, kind.label(), way::way(self.journal.tables(), kind)?)
    }

    /// What a paper is, without anything about a citizen.
    pub fn named(&self, paper: &PaperRef) -> &'static str {
        PrintKind::of(paper).label()
    }

    /// How the kind of a paper is printed on this computer.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn print_way(&self, paper: &PaperRef) -> Result<PrintWayView, DeskError> {
        way::view(self.journal.tables(), PrintKind::of(paper))
    }

    /// How every kind of paper is printed on this computer.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn print_ways(&self) -> Result<Vec<PrintWayView>, DeskError> {
        way::views(self.journal.tables())
    }

    /// Sets how a kind of paper is printed on this computer; `printer` is what the printer that is meant can do, none where
    /// there is none of that name.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is set then.
    pub fn keep_print_way(
        &self,
        kind: &str,
        form: &PrintWayForm,
        printer: Option<&PrinterAbilities>,
    ) -> Result<Vec<PrintWayView>, DeskError> {
        way::keep(self.journal.tables(), kind, form, printer)?;
        self.print_ways()
    }

    /// Lets a kind of paper be printed as all papers are.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn forget_print_way(&self, kind: &str) -> Result<Vec<PrintWayView>, DeskError> {
        way::forget(self.journal.tables(), kind)?;
        self.print_ways()
    }

    /// A page by which a printer is tried for a kind of paper, printed the way that is typed. Nothing is set.
    ///
    /// # Errors
    /// As [`Desk::keep_print_way`].
    pub fn test_page(
        &self,
        kind: &str,
        form: &PrintWayForm,
        printer: Option<&PrinterAbilities>,
        moment: Moment,
    ) -> Result<PrintOrder, DeskError> {
        order::test_page(&self.printer(), kind, form, printer, moment)
    }

    /// Notes that the paper was printed so.
    ///
    /// # Errors
    /// As [`Desk::paper_as`].
    pub fn paper_issued(&mut self, paper: &PaperRef, how: &PrintAs, moment: Moment) -> Result<(), DeskError> {
        papers::paper_issued(&mut self.journal, paper, how, moment)
    }

    /// Writes a change that was shown, and every deadline it moves, all in one transaction.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when it would now do something else than was shown.
    pub fn accept_calendar(&mut self, token: &str, moment: Moment) -> Result<Done, DeskError> {
        recalculate::accept_calendar(&mut self.journal, token, moment)
    }

    /// One thing, whole.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when it is not known here.
    pub fn record(&self, subject: &SubjectRef, moment: Moment) -> Result<RecordView, DeskError> {
        record::record(
            &Look { tables: self.journal.tables(), context: &self.journal.context(), sync: &self.sync, moment },
            subject,
        )
    }

    /// How sync stands.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn sync_chip(&self) -> Result<SyncChip, DeskError> {
        chip::sync_chip(self.journal.tables(), &self.journal.context(), &self.sync, &self.shelf)
    }

    /// Lets rounds go on after a pause that a person has looked at.
    pub fn resume_sync(&mut self) {
        self.sync.resume_sync()
    }

    /// Entries here that the server does not have yet.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn waiting(&self) -> Result<u64, DeskError> {
        sync::waiting(self.journal.tables(), &self.journal.context(), &self.sync)
    }

    /// Goes on under a new series and a new key. The old series stays as it is, and what of it was not sent yet still will be.
    ///
    /// # Errors
    /// [`DeskError::Store`] or [`DeskError::NoRandomness`]; the desk is then as it was.
    pub fn begin_series(&mut self, moment: Moment) -> Result<(), DeskError> {
        series::begin_series(&mut self.journal, &mut self.sync, moment)
    }

    /// Packs what waits, and what this desk has, into a file for PPID Utama of about `room` bytes. Nothing counts as sent by
    /// it; a desk where nothing waits asks with it for what others wrote.
    ///
    /// # Errors
    /// [`SyncFault::NotEnrolled`], or [`DeskError::Store`].
    pub fn bundle(&mut self, room: usize, moment: Moment) -> Result<BundleFile, DeskError> {
        let bundle = making::bundle(&mut self.journal, &mut self.sync, room, moment)?;
        self.journal.used(UseKind::Bundled, None, &bundle.file_name, moment)?;
        Ok(bundle)
    }

    /// Reads an acknowledgment. May be done twice, late, or in any order with rounds over the network.
    ///
    /// # Errors
    /// [`DeskError::Stick`] when the file is not for this desk or not whole: nothing is written then. [`DeskError::Sync`] or
    /// [`DeskError::Store`]: what was taken in stays, and the same file may be read again.
    pub fn read_acknowledgment(&mut self, file: &[u8], moment: Moment) -> Result<StickRound, DeskError> {
        reading::read_acknowledgment(&mut self.journal, &mut self.sync, file, moment)
    }

    /// What is due today and after.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn today_view(&self, moment: Moment) -> Result<TodayView, DeskError> {
        today::today_view(self.journal.tables(), &self.journal.context(), moment)
    }

    /// What the desktop should tell now, where that is wanted; each only once.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn desktop_notice(&self, moment: Moment) -> Result<Option<DesktopNotice>, DeskError> {
        today::alert::due(self.journal.tables(), &self.journal.context(), moment)
    }

    /// Lets the desktop tell what there is to do, or not; remembered on this computer.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn want_alerts(&self, wanted: bool) -> Result<(), DeskError> {
        today::alert::want(self.journal.tables(), wanted)
    }

    /// What the app tells of itself; `version` is the app's, `system` names the computer's.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn about(&self, version: &str, system: &str, moment: Moment) -> Result<AboutDesk, DeskError> {
        let app = (version, system, self.journal.folder.path());
        settings::about::about(self.journal.tables(), &self.journal.context(), &self.sync, app, moment)
    }

    /// What falls due in the month `month` (`YYYY-MM`), or in the present one, day by day.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a month that is none; [`DeskError::Store`].
    pub fn month_view(&self, month: Option<&str>, moment: Moment) -> Result<MonthView, DeskError> {
        today::month::month_view(self.journal.tables(), &self.journal.context(), month, moment)
    }

    /// Whether the desk is to be locked when nobody was at it for so many milliseconds.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn locks_after(&self, idle: u64) -> Result<bool, DeskError> {
        Ok(idle >= u64::from(local::idle_minutes(self.journal.tables())?) * 60_000)
    }

    /// Whoever is signed in has read a notice of the first screen.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn dismiss_notice(&self, id: &str) -> Result<(), DeskError> {
        today::notices::dismiss(self.journal.tables(), &self.journal.context(), id)
    }

    /// Recomputes every chain, checks every signature held, compares the tables with a rebuild, and opens every attached file.
    ///
    /// # Errors
    /// [`crate::StoreError::Unsound`] names the first thing that does not hold; [`DeskError::Shelf`].
    pub fn verify(&mut self) -> Result<Verified, DeskError> {
        verify::verify(&mut self.journal, &self.shelf)
    }
}
