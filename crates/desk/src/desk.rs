//! One open desk.

use crate::actions;
use crate::exchange;
use crate::figures;
use crate::files;
use crate::files::progress;
use crate::find;
use crate::handle;
use crate::hold::Hold;
use crate::lists;
use crate::packs::file;
use crate::packs::plan;
use crate::papers;
use crate::papers::{IssuedPaper, PaperRef};
use crate::printer::Printer;
use crate::recalculate;
use crate::records;
use crate::sync;
use crate::sync::State;
use crate::sync::SyncChip;
use crate::sync::chip;
use crate::sync::series;
use crate::sync::stick::making;
use crate::sync::stick::reading;
use crate::sync::stick::{BundleFile, StickRound};
use crate::today;
use crate::verify;
use crate::verify::Verified;
use crate::views::*;
use crate::write::Journal;
use loket_domain::calendar::Calendar;
use loket_domain::ids::AccountId;
use loket_domain::office::Office;
use loket_domain::request::RequestDraft;
use loket_journal::{DeskKey, Digest, HybridClock, OriginId};
use loket_letters::Press;
use rusqlite::Connection;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

use crate::edge::{Dice, Moment, roll};
use crate::error::DeskError;
use crate::files::Shelf;
use crate::store::{entries, local, objects, projection};
use crate::vault::{DatabaseKey, Vault};

/// Makes a folder that only this user of the computer may look into.
pub(crate) fn make_private(folder: &Path) -> Result<(), DeskError> {
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    Ok(maker.recursive(true).create(folder)?)
}

/// Where a desk keeps its files.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The desk in this folder; nothing is read or made yet.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Finished files of the desk. It appears whole, by one rename at the end of the first start.
    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("data")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.data().join("loket.db")
    }

    pub(crate) fn slots(&self) -> PathBuf {
        self.data().join("loket.kunci")
    }

    /// The bytes of attached files.
    fn files(&self) -> PathBuf {
        self.data().join("berkas")
    }

    /// Whether the first start was done here.
    pub fn is_started(&self) -> bool {
        self.slots().exists()
    }

    /// The vault of a started desk.
    pub(crate) fn vault(&self) -> Result<Vault, DeskError> {
        if self.is_started() { Vault::read(&self.slots()) } else { Err(DeskError::NotStarted) }
    }

    /// The office's name and the logins, for the sign-in screen.
    ///
    /// # Errors
    /// [`DeskError::NotStarted`], [`DeskError::Damaged`] or [`DeskError::File`].
    pub fn welcome(&self) -> Result<(String, Vec<String>), DeskError> {
        let vault = self.vault()?;
        let logins = vault.logins();
        Ok((vault.office, logins))
    }

    /// Takes the folder for this process; the operating system gives it back when the process ends, however it ends.
    pub(crate) fn take(&self) -> Result<File, DeskError> {
        make_private(&self.0)?;
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(self.0.join("loket.pakai"))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(DeskError::OpenElsewhere),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

fn setting(connection: &Connection, name: &str) -> Result<String, DeskError> {
    local::read(connection, name)?.ok_or(DeskError::Journal("setting"))
}

/// Raised when the tables of the same entries come out otherwise; they are then written anew at the next opening.
const TABLES_VERSION: u32 = 3;

/// The office, after the tables were written anew where they were written with another calendar, or by another version.
fn refreshed(connection: &mut Connection, calendar: &Calendar) -> Result<Office, DeskError> {
    let basis = blake3::hash(format!("{TABLES_VERSION} {calendar:?}").as_bytes()).to_string();
    let transaction = connection.transaction()?;
    let office = if local::read(&transaction, local::TABLES_BASIS)?.as_ref() == Some(&basis) {
        projection::project(&transaction, "office", None, calendar)?
    } else {
        local::write(&transaction, local::TABLES_BASIS, &basis)?;
        projection::rebuild(&transaction, calendar)?
    };
    transaction.commit()?;
    office.ok_or(DeskError::Journal("office"))
}

/// The shelf of attached files, swept of what nothing names; its secret is made when it is first asked for.
fn shelf(connection: &Connection, folder: &Folder, dice: &mut Dice) -> Result<Shelf, DeskError> {
    let secret = match local::read(connection, local::OBJECT_SECRET)? {
        Some(secret) => secret.parse().map_err(|_| DeskError::Journal("object secret"))?,
        None => {
            let secret = Digest(roll(dice)?);
            local::write(connection, local::OBJECT_SECRET, &secret.to_string())?;
            secret
        }
    };
    let shelf = Shelf::new(folder.files(), &secret);
    let here: Vec<Digest> = objects::here(connection)?.into_iter().map(|(digest, _)| digest).collect();
    let wanted: Vec<Digest> = objects::wanted(connection)?.into_iter().map(|file| file.digest).collect();
    shelf.sweep(&here, &wanted)?;
    Ok(shelf)
}

/// A desk that somebody has signed in to: the handle of the window. Each method is one line; the work is done in the rooms.
pub struct Desk {
    pub(crate) journal: Journal,
    pub(crate) sync: State,
    pub(crate) shelf: Shelf,
    press: Press,
    /// The recovery card's code, from the first start until the desk is closed.
    pub(crate) card: Option<Zeroizing<String>>,
    _taken: File,
}

impl Desk {
    /// Opens the database of a started desk for `login`.
    pub(crate) fn open(folder: &Folder, key: &DatabaseKey, login: &str, mut dice: Dice, taken: File) -> Result<Self, DeskError> {
        let mut connection = crate::store::open::open(&folder.database(), key)?;
        let shipped = Calendar::shipped()?;
        let seed: Digest = setting(&connection, local::KEY_SEED)?.parse().map_err(|_| DeskError::Journal("key"))?;
        let origin = OriginId(setting(&connection, local::ORIGIN)?.parse().map_err(|_| DeskError::Journal("origin"))?);
        let desk_code = setting(&connection, local::DESK_CODE)?;
        let chain = entries::chain(&connection, origin, None)?;
        let (own, seen) = entries::last_stamps(&connection, origin)?;
        let office = refreshed(&mut connection, &shipped)?;
        let id: AccountId = setting(&connection, &local::account(login))?.parse().map_err(|_| DeskError::Journal("account"))?;
        let account = office.account(id).cloned().ok_or(DeskError::Journal("account"))?;
        if account.closed_on.is_some() {
            return Err(DeskError::AccountClosed);
        }
        let shelf = shelf(&connection, folder, &mut dice)?;
        let mut journal = Journal {
            connection,
            clock: HybridClock::after(own),
            seen,
            chain,
            key: DeskKey::from_seed(&seed.0),
            calendar: office.calendar(&shipped),
            shipped,
            folder: folder.clone(),
            office,
            desk_code,
            account,
            dice,
            hold: None,
        };
        journal.look_at_trail()?;
        Ok(Self { journal, sync: State::default(), shelf, press: Press::new(), card: None, _taken: taken })
    }

    fn printer(&self) -> Printer<'_> {
        Printer { press: &self.press, context: self.journal.context() }
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
    /// [`DeskError::Database`].
    pub fn series(&self) -> Result<Vec<(OriginId, u64)>, DeskError> {
        entries::series(self.journal.tables())
    }

    /// Lets the database grow no further than it is, as a full disk would; for tests and drills.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn fill_disk(&self) -> Result<(), DeskError> {
        let tables = self.journal.tables();
        let pages: i64 = tables.pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(tables.pragma_update(None, "max_page_count", pages)?)
    }

    /// Why the desk writes nothing for now, if so.
    pub fn hold(&self) -> Option<Hold> {
        self.journal.hold
    }

    /// The form of an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when the action may not be taken now, or is not known.
    pub fn action_form(&self, subject: &SubjectRef, action: &str, moment: Moment) -> Result<ActionForm, DeskError> {
        actions::action_form(self.journal.tables(), &self.journal.context(), subject, action, moment)
    }

    /// Takes an action on a subject.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is written then.
    pub fn act(&mut self, subject: &SubjectRef, action: &str, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
        actions::act(&mut self.journal, &mut self.sync, &mut self.card, subject, action, form, moment)
    }

    /// A file of figures and its name.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a period that is none; [`DeskError::Spreadsheet`].
    pub fn export(&self, export: &ExportRef, moment: Moment) -> Result<(String, Vec<u8>), DeskError> {
        exchange::export(self.journal.tables(), &self.journal.context(), export, moment)
    }

    /// What importing this file would change. Nothing is written; an item is known again by its summary.
    ///
    /// # Errors
    /// [`DeskError::Spreadsheet`] for a file that is none, [`DeskError::Refused`] where a column is missing.
    pub fn import_preview(&self, file: &str, bytes: &[u8], moment: Moment) -> Result<ImportPreview, DeskError> {
        exchange::import_preview(self.journal.tables(), &self.journal.context(), file, bytes, moment)
    }

    /// Writes what a preview said, all of it or nothing.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a role that may not.
    pub fn accept_import(&mut self, token: &str, moment: Moment) -> Result<Done, DeskError> {
        exchange::accept_import(&mut self.journal, token, moment)
    }

    /// The figures of a calendar year as they stand now.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn figures(&self, year: i32) -> Result<ServiceFigures, DeskError> {
        figures::figures(self.journal.tables(), &self.journal.context(), year)
    }

    /// A register as a table.
    ///
    /// # Errors
    /// [`DeskError::Refused`] for a period that is none; [`DeskError::Database`].
    pub fn register(&self, query: &RegisterQuery) -> Result<RegisterView, DeskError> {
        figures::register(self.journal.tables(), &self.journal.context(), query)
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
    /// [`DeskError::Refused`] for a file that is not taken; [`DeskError::DiskFull`]. Nothing is written then.
    pub fn attach(&mut self, id: &str, name: &str, purpose: &str, bytes: &[u8], moment: Moment) -> Result<Done, DeskError> {
        files::attach(&mut self.journal, &self.shelf, id, name, purpose, bytes, moment)
    }

    /// The name and the bytes of a file of a request.
    ///
    /// # Errors
    /// [`DeskError::FileAway`] when it is not on this computer, [`DeskError::FileLost`] when it was and is damaged: it can be
    /// fetched again.
    pub fn file(&self, id: &str, digest: &str) -> Result<(String, Vec<u8>), DeskError> {
        files::file(self.journal.tables(), &self.shelf, id, digest)
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
    /// [`DeskError::Database`].
    pub fn file_progress(&self) -> Result<FileProgress, DeskError> {
        progress::file_progress(self.journal.tables(), &self.sync, &self.shelf)
    }

    /// Lets files wait, or go on; entries are not held up by either. Stays so until it is said otherwise.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn pause_files(&mut self, paused: bool) -> Result<(), DeskError> {
        progress::pause_files(self.journal.tables(), &mut self.sync, paused)
    }

    /// A person has looked: files that were refused are tried again.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn retry_files(&mut self) -> Result<(), DeskError> {
        progress::retry_files(self.journal.tables(), &mut self.sync)
    }

    /// A page of the list.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn requests(&self, query: &RequestQuery, moment: Moment) -> Result<RequestPage, DeskError> {
        find::requests(self.journal.tables(), &self.journal.context(), &self.sync, query, moment)
    }

    /// One request, whole.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when it is not known here.
    pub fn request(&self, id: &str, moment: Moment) -> Result<RequestView, DeskError> {
        find::request(self.journal.tables(), &self.journal.context(), &self.sync, id, moment)
    }

    /// Who is signed in, where, and how sync stands.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn session(&self, moment: Moment) -> Result<Session, DeskError> {
        handle::session(self.journal.tables(), &self.journal.context(), &self.sync, &self.shelf, moment)
    }

    /// The form of a new request: what was typed before, or a fresh one received now.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn request_form(&self, moment: Moment) -> Result<RequestForm, DeskError> {
        handle::request_form(self.journal.tables(), moment)
    }

    /// Keeps what is being typed, so that it survives a power cut.
    ///
    /// # Errors
    /// [`DeskError::DiskFull`] or [`DeskError::Database`]; what was kept before is still there.
    pub fn keep_draft(&self, draft: &RequestDraft, moment: Moment) -> Result<(), DeskError> {
        handle::keep_draft(self.journal.tables(), draft, moment)
    }

    /// Forgets what was being typed.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn discard_draft(&self) -> Result<(), DeskError> {
        handle::discard_draft(self.journal.tables())
    }

    /// What saving the form now would give. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn preview_request(&self, draft: &RequestDraft, moment: Moment) -> Result<RequestPreview, DeskError> {
        handle::preview_request(self.journal.tables(), &self.journal.context(), &self.sync, draft, moment)
    }

    /// Registers the form: final number, receipt, deadlines.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change; nothing is written and the draft stays.
    pub fn register_request(&mut self, draft: RequestDraft, moment: Moment) -> Result<RequestView, DeskError> {
        handle::register_request(&mut self.journal, &self.sync, draft, moment)
    }

    /// The settings as they stand; `version` is the app's.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn settings(&self, version: &str) -> Result<SettingsView, DeskError> {
        handle::settings(self.journal.tables(), &self.journal.context(), &self.sync, &self.shelf, version)
    }

    /// A page of a list.
    ///
    /// # Errors
    /// [`DeskError::Database`].
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

    /// What this action on a pack would do. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change, for a role that may not, or when it may not be done now.
    pub fn pack_change(
        &self,
        subject: &SubjectRef,
        action: &str,
        form: &Filled,
        moment: Moment,
    ) -> Result<CalendarChange, DeskError> {
        plan::pack_change(self.journal.tables(), &self.journal.context(), subject, action, form, moment)
    }

    /// The paper as it would be printed now.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when there is no such paper; [`DeskError::Paper`].
    pub fn paper(&self, paper: &PaperRef, moment: Moment) -> Result<IssuedPaper, DeskError> {
        papers::paper(
            self.journal.tables(),
            &self.journal.context(),
            &self.printer(),
            self.card.as_ref().map(|card| card.as_str()),
            paper,
            moment,
        )
    }

    /// Notes that the paper was printed or saved.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when there is no such paper.
    pub fn paper_issued(&mut self, paper: &PaperRef, moment: Moment) -> Result<(), DeskError> {
        papers::paper_issued(&mut self.journal, paper, moment)
    }

    /// What this change of the calendar would do. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Refused`] with the fields to change, or for a role that may not.
    pub fn calendar_change(&self, form: &Filled, moment: Moment) -> Result<CalendarChange, DeskError> {
        recalculate::calendar_change(self.journal.tables(), &self.journal.context(), form, moment)
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
        records::record(self.journal.tables(), &self.journal.context(), &self.sync, subject, moment)
    }

    /// How sync stands.
    ///
    /// # Errors
    /// [`DeskError::Database`].
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
    /// [`DeskError::Database`].
    pub fn waiting(&self) -> Result<u64, DeskError> {
        sync::waiting(self.journal.tables(), &self.journal.context(), &self.sync)
    }

    /// Goes on under a new series and a new key. The old series stays as it is, and what of it was not sent yet still will be.
    ///
    /// # Errors
    /// [`DeskError::Database`] or [`DeskError::NoRandomness`]; the desk is then as it was.
    pub fn begin_series(&mut self, moment: Moment) -> Result<(), DeskError> {
        series::begin_series(&mut self.journal, &mut self.sync, moment)
    }

    /// Packs what waits, and what this desk has, into a file for PPID Utama of about `room` bytes. Nothing counts as sent by
    /// it; a desk where nothing waits asks with it for what others wrote.
    ///
    /// # Errors
    /// [`SyncFault::NotEnrolled`], or [`DeskError::Database`].
    pub fn bundle(&mut self, room: usize, moment: Moment) -> Result<BundleFile, DeskError> {
        making::bundle(&mut self.journal, &mut self.sync, room, moment)
    }

    /// Reads an acknowledgment. May be done twice, late, or in any order with rounds over the network.
    ///
    /// # Errors
    /// [`DeskError::Stick`] when the file is not for this desk or not whole: nothing is written then. [`DeskError::Sync`] or
    /// [`DeskError::Database`]: what was taken in stays, and the same file may be read again.
    pub fn read_acknowledgment(&mut self, file: &[u8], moment: Moment) -> Result<StickRound, DeskError> {
        reading::read_acknowledgment(&mut self.journal, &mut self.sync, file, moment)
    }

    /// What is due today and after.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn today_view(&self, moment: Moment) -> Result<TodayView, DeskError> {
        today::today_view(self.journal.tables(), &self.journal.context(), moment)
    }

    /// Recomputes every chain, checks every signature held, compares the tables with a rebuild, and opens every attached file.
    ///
    /// # Errors
    /// [`DeskError::Journal`] names the first thing that does not hold; [`DeskError::Damaged`], [`DeskError::FileLost`].
    pub fn verify(&mut self) -> Result<Verified, DeskError> {
        verify::verify(&mut self.journal, &self.shelf)
    }
}
