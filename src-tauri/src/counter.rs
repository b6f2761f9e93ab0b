//! What the window's commands share: the folder, the desk while somebody is signed in, and the bell of the sync task.

use loket_desk::sync::{Client, Joining, SyncFault, stick};
use loket_desk::{
    Desk, DeskError, FileError, FirstStart, Folder, LARGEST_PACK_FILE, LARGEST_TABLE, Moment, PaperRef, Said, Slip, StoreError,
    save_whole, system_dice, views,
};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tauri::{AppHandle, Emitter};
use tokio::sync::Notify;

use crate::answers::{Begun, Opening, OpeningState, Saved};
use crate::copying::Copying;
use crate::edge;
use crate::files;
use crate::outside;
use crate::printing;

/// What importing a table would do.
type Previewed = Result<views::ImportPreview, DeskError>;

/// The window's one state.
pub(crate) struct Counter {
    pub(crate) folder: Folder,
    pub(crate) desk: Arc<Mutex<Option<Desk>>>,
    pub(crate) client: Client,
    /// Rung when something waits to be sent.
    pub(crate) bell: Notify,
    /// One paper at a time leaves the office, or two quick clicks would both print an original.
    pub(crate) paper_desk: tokio::sync::Mutex<()>,
    /// Copies of the desk.
    pub(crate) copying: Arc<Copying>,
    /// What is taken out of the desk as one file.
    pub(crate) taking_out: Arc<Copying>,
    /// When somebody last was at the window, in milliseconds since 1970.
    stirred: AtomicU64,
    /// What was dropped on the window and is not attached yet.
    dropped: Mutex<Vec<PathBuf>>,
    /// The name and bytes of the table that is being imported.
    table: Mutex<Option<(String, Vec<u8>)>>,
    app: AppHandle,
}

/// Tells the window that something was committed or came in.
pub(crate) const CHANGED: &str = "changed";
/// Tells the window how many files were dropped on it.
pub(crate) const DROPPED: &str = "dropped";
/// Tells the window whether files are held over it.
pub(crate) const DRAGGED: &str = "dragged";
/// Tells the window how sync stands.
pub(crate) const SYNC: &str = "sync";

impl Counter {
    pub(crate) fn new(folder: Folder, app: AppHandle) -> Result<Self, SyncFault> {
        Ok(Self {
            folder,
            desk: Arc::new(Mutex::new(None)),
            client: Client::new()?,
            bell: Notify::new(),
            paper_desk: tokio::sync::Mutex::new(()),
            copying: Arc::new(Copying::default()),
            taking_out: Arc::new(Copying::default()),
            stirred: AtomicU64::new(edge::now().millis),
            dropped: Mutex::new(Vec::new()),
            table: Mutex::new(None),
            app,
        })
    }

    /// The program around the window.
    pub(crate) fn app(&self) -> &AppHandle {
        &self.app
    }

    fn lock_desk(&self) -> MutexGuard<'_, Option<Desk>> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the desk, and leaves what went wrong as it is.
    pub(crate) fn look<T>(&self, look: impl FnOnce(&Desk, Moment) -> Result<T, DeskError>) -> Result<T, DeskError> {
        let now = edge::now();
        self.lock_desk().as_mut().ok_or(DeskError::Locked).and_then(|desk| {
            desk.look_at_clock(now)?;
            look(desk, now)
        })
    }

    /// Looks at the desk.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&Desk, Moment) -> Result<T, DeskError>) -> Result<T, Said> {
        self.look(look).map_err(|error| said(&error))
    }

    /// Changes the desk, tells the window, and rings the sync task.
    pub(crate) fn write<T>(&self, change: impl FnOnce(&mut Desk, Moment) -> Result<T, DeskError>) -> Result<T, Said> {
        let now = edge::now();
        let done = self.lock_desk().as_mut().ok_or(DeskError::Locked).and_then(|desk| {
            desk.look_at_clock(now)?;
            change(desk, now)
        });
        let done = done.map_err(|error| said(&error))?;
        self.tell_sync();
        self.bell.notify_one();
        Ok(done)
    }

    pub(crate) fn tell_sync(&self) {
        if let Ok(chip) = self.read(|desk, _| desk.sync_chip()) {
            let _ = self.app.emit(SYNC, chip);
        }
    }

    pub(crate) fn tell_dragged(&self, over: bool) {
        let _ = self.app.emit(DRAGGED, over);
    }

    pub(crate) fn tell_changed(&self) {
        let _ = self.app.emit(CHANGED, ());
    }

    pub(crate) fn opening(&self) -> Result<Opening, Said> {
        let open = self.lock_desk().as_ref().map(|desk| desk.session(edge::now())).transpose().map_err(|error| said(&error))?;
        let fresh = Opening {
            state: OpeningState::FirstStart,
            office: None,
            logins: vec![],
            first_start: None,
            kept: None,
            session: None,
        };
        if open.is_some() {
            return Ok(Opening { state: OpeningState::Open, session: open, ..fresh });
        }
        if !self.folder.is_started() {
            let kept = self.folder.kept_first_start();
            return Ok(Opening { first_start: Some(views::first_start_choices()), kept, ..fresh });
        }
        let (office, logins) = self.folder.welcome().map_err(|error| said(&error))?;
        Ok(Opening { state: OpeningState::Locked, office: Some(office), logins, ..fresh })
    }

    pub(crate) fn keep_first_start(&self, first: &FirstStart) -> Result<(), Said> {
        self.folder.keep_first_start(first).map_err(|error| said(&error))
    }

    pub(crate) fn begin(&self, first: &FirstStart) -> Result<Begun, Said> {
        let begun = self.folder.begin(first, edge::now(), system_dice());
        let (desk, recovery_code) = begun.map_err(|error| said(&error))?;
        let session = self.sign_in(desk)?;
        Ok(Begun { recovery_code, session })
    }

    pub(crate) fn unlock(&self, login: &str, password: &str) -> Result<views::Session, Said> {
        self.lock();
        let desk = self.folder.unlock(login, password, edge::now(), system_dice());
        self.sign_in(desk.map_err(|error| said(&error))?)
    }

    pub(crate) fn unlock_with_card(&self, code: &str, login: &str, password: &str, again: &str) -> Result<views::Session, Said> {
        self.lock();
        let desk = self.folder.unlock_with_card((code, login), (password, again), edge::now(), system_dice());
        self.sign_in(desk.map_err(|error| said(&error))?)
    }

    pub(crate) fn unlock_with_temporary(&self, old: (&str, &str), new: (&str, &str)) -> Result<views::Session, Said> {
        self.lock();
        let desk = self.folder.unlock_with_temporary(old, new, edge::now(), system_dice());
        self.sign_in(desk.map_err(|error| said(&error))?)
    }

    fn sign_in(&self, desk: Desk) -> Result<views::Session, Said> {
        self.stir();
        *self.lock_desk() = Some(desk);
        self.bell.notify_one();
        self.read(|desk, now| desk.session(now))
    }

    pub(crate) fn lock(&self) {
        files::forget_opened(&self.folder);
        self.dropped.lock().unwrap_or_else(PoisonError::into_inner).clear();
        *self.table.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.lock_desk() = None;
    }

    /// Somebody is at the window.
    pub(crate) fn stir(&self) {
        self.stirred.store(edge::now().millis, Ordering::Relaxed);
    }

    /// Locks the window when nobody was at it for as long as the desk allows.
    pub(crate) fn lock_if_idle(&self) {
        let idle = edge::now().millis.saturating_sub(self.stirred.load(Ordering::Relaxed));
        if self.read(|desk, _| desk.locks_after(idle)).is_ok_and(|over| over) {
            tracing::info!("locked, for nobody was at the window");
            self.lock();
            self.tell_changed();
        }
    }

    /// Removes what was laid for other programs a while ago.
    pub(crate) fn forget_opened_long_ago(&self) {
        files::forget_opened_before(&self.folder, edge::now().millis);
    }

    /// Removes what was laid for other programs, before the program ends.
    pub(crate) fn forget_opened_at_the_end(&self) {
        files::forget_opened_at_the_end(&self.folder);
    }

    pub(crate) async fn enrol(&self, joining: &Joining<'_>) -> Result<views::SettingsView, Said> {
        let enrolled = loket_desk::sync::enrol(&self.desk, &self.client, joining, edge::now()).await;
        enrolled.map_err(|error| said(&error))?;
        self.write(|desk, now| desk.settings(env!("CARGO_PKG_VERSION"), now))
    }

    /// Saves a paper where the officer says: to be looked at, or sent; what is saved is not issued.
    pub(crate) async fn save(&self, paper: &PaperRef) -> Result<Saved, Said> {
        let _one_at_a_time = self.paper_desk.lock().await;
        let issued = self.read(|desk, now| desk.paper_to_save(paper, now))?;
        self.keep_file(&issued.file_name, &issued.pdf).await
    }

    /// Saves a file of figures where the officer says.
    pub(crate) async fn save_export(&self, export: &views::ExportRef) -> Result<Saved, Said> {
        let (file_name, bytes) = self.read(|desk, now| desk.export(export, now))?;
        self.keep_file(&file_name, &bytes).await
    }

    /// Asks for files and attaches each of them to a request.
    pub(crate) async fn attach_files(&self, id: &str, purpose: &str) -> Result<Option<views::AttachedFiles>, Said> {
        let Some(paths) = printing::ask_several(&self.app, &files::TAKEN).await else { return Ok(None) };
        self.attach_all(id, purpose, &paths).map(Some)
    }

    /// Attaches what was dropped on the window last.
    pub(crate) fn attach_dropped(&self, id: &str, purpose: &str) -> Result<views::AttachedFiles, Said> {
        let paths = std::mem::take(&mut *self.dropped.lock().unwrap_or_else(PoisonError::into_inner));
        self.attach_all(id, purpose, &paths)
    }

    /// Remembers what was dropped on the window until it is said what it is for: the window itself never names a path.
    pub(crate) fn keep_dropped(&self, paths: Vec<PathBuf>) {
        let _ = self.app.emit(DROPPED, paths.len());
        *self.dropped.lock().unwrap_or_else(PoisonError::into_inner) = paths;
    }

    /// Attaches each of these files; one that is refused is told by name, and the others stand.
    fn attach_all(&self, id: &str, purpose: &str, paths: &[PathBuf]) -> Result<views::AttachedFiles, Said> {
        let (mut taken, mut refused) = (Vec::new(), Vec::new());
        for path in paths {
            let name = name_of(path).unwrap_or_default();
            match self.attach_one(id, purpose, path, &name) {
                Ok(()) => taken.push(name),
                // Nobody is signed in any more: that is one sentence, not one for each file.
                Err(said) if said.kind == loket_desk::SaidKind::Locked => return Err(said),
                Err(said) => refused.push(views::FileRefused { name, reason: said.message }),
            }
        }
        Ok(views::AttachedFiles::of(&taken, refused))
    }

    /// The length of a file is looked at before it is read.
    fn attach_one(&self, id: &str, purpose: &str, path: &Path, name: &str) -> Result<(), Said> {
        let found = std::fs::metadata(path).map_err(|error| files::unreadable(&error))?;
        if !found.is_file() {
            return Err(files::no_file());
        }
        self.read(|desk, _| desk.file_fits(found.len()))?;
        // No more than was said to fit, should the file have grown since.
        let bytes = beginning(path, usize::try_from(found.len()).unwrap_or(usize::MAX));
        let bytes = bytes.map_err(|error| files::unreadable(&error))?;
        self.write(|desk, now| desk.attach(id, name, purpose, &bytes, now)).map(drop)
    }

    /// Opens an attached file in the program the system has for it.
    pub(crate) fn open_file(&self, id: &str, digest: &str) -> Result<(), Said> {
        let (name, bytes) = self.read(|desk, now| desk.file(id, digest, now))?;
        files::show(&files::lay(&self.folder, &name, &bytes).map_err(|error| said(&DeskError::from(error)))?)
    }

    /// Opens word to an applicant in the program the system has for it.
    pub(crate) fn open_tidings(&self, id: &str, about: &str, place: u32) -> Result<(), Said> {
        outside::open_link(&self.read(|desk, _| desk.tidings_link(id, about, place))?)
    }

    /// Saves an attached file where the officer says.
    pub(crate) async fn save_file(&self, id: &str, digest: &str) -> Result<Saved, Said> {
        let (name, bytes) = self.read(|desk, now| desk.file(id, digest, now))?;
        self.keep_file(&name, &bytes).await
    }

    /// Asks for the folder in which copies are kept.
    pub(crate) async fn choose_backup_place(&self) -> Result<Option<views::SettingsView>, Said> {
        let Some(place) = printing::ask_folder(&self.app).await else { return Ok(None) };
        self.write(|desk, _| desk.keep_copies_in(&place))?;
        self.read(|desk, now| desk.settings(env!("CARGO_PKG_VERSION"), now)).map(Some)
    }

    /// Asks for a folder, and says which copies lie there.
    pub(crate) async fn find_copies(&self) -> Result<Option<Vec<views::FoundCopy>>, Said> {
        let Some(place) = printing::ask_folder(&self.app).await else { return Ok(None) };
        self.folder.copies_in(&place).map(Some).map_err(|error| said(&error))
    }

    /// Makes the desk of a copy, and signs in.
    pub(crate) fn restore_copy(&self, path: &str, login: &str, password: &str) -> Result<views::Session, Said> {
        self.lock();
        let desk = self.folder.restore(Path::new(path), (login, password), edge::now(), system_dice());
        self.sign_in(desk.map_err(|error| said(&error))?)
    }

    async fn keep_file(&self, file_name: &str, bytes: &[u8]) -> Result<Saved, Said> {
        let Some(path) = printing::ask_where(&self.app, file_name).await else {
            return Ok(Saved { saved: false, file: None });
        };
        save_whole(&path, bytes).map_err(|error| said(&DeskError::from(error)))?;
        Ok(Saved { saved: true, file: name_of(&path) })
    }

    /// Saves a file for PPID Utama where the officer says, and says what it carries.
    pub(crate) async fn save_bundle(&self) -> Result<Option<views::Done>, Said> {
        let bundle = self.write(|desk, now| desk.bundle(stick::ROOM, now))?;
        let Some(path) = printing::ask_where(&self.app, &bundle.file_name).await else { return Ok(None) };
        stick::save(&path, &bundle.bytes).map_err(|fault| said(&fault.into()))?;
        let saved = stick::BundleFile { file_name: name_of(&path).unwrap_or(bundle.file_name), ..bundle };
        Ok(Some(views::Done { subject: None, paper: None, papers: vec![], said: saved.said(), shown_once: None }))
    }

    /// Asks for the acknowledgment file of PPID Utama, reads it, and says what it brought.
    pub(crate) async fn read_acknowledgment(&self) -> Result<Option<views::Done>, Said> {
        let Some(path) = printing::ask_which(&self.app, &printing::ACKNOWLEDGMENT).await else { return Ok(None) };
        let bytes = stick::fetch(&path).map_err(|fault| said(&fault.into()))?;
        let round = self.write(|desk, now| desk.read_acknowledgment(&bytes, now))?;
        self.tell_changed();
        Ok(Some(views::Done { subject: None, paper: None, papers: vec![], said: round.said(), shown_once: None }))
    }

    /// Asks for a file of catalogue items and says what it would change.
    pub(crate) async fn import_dip(&self) -> Result<Option<views::ImportPreview>, Said> {
        self.import_table(|desk, name, bytes, now| desk.import_preview(name, bytes, now)).await
    }

    /// Says what the same file would change when it is read as the officer chose.
    pub(crate) fn import_dip_again(&self, choices: &views::ImportChoices) -> Result<views::ImportPreview, Said> {
        self.import_again(|desk, name, bytes, now| desk.import_preview_as(name, bytes, choices, now))
    }

    /// Asks for a file of the old register and says what copying it would do.
    pub(crate) async fn import_old_book(&self) -> Result<Option<views::ImportPreview>, Said> {
        let choices = views::ImportChoices::default();
        self.import_table(|desk, name, bytes, now| desk.old_book_preview(name, bytes, &choices, now)).await
    }

    /// Says what copying the same file would do when it is read as the officer chose.
    pub(crate) fn import_old_book_again(&self, choices: &views::ImportChoices) -> Result<views::ImportPreview, Said> {
        self.import_again(|desk, name, bytes, now| desk.old_book_preview(name, bytes, choices, now))
    }

    /// Asks for a table and keeps it, so that it can be read again.
    async fn import_table(
        &self,
        preview: impl FnOnce(&Desk, &str, &[u8], Moment) -> Previewed,
    ) -> Result<Option<views::ImportPreview>, Said> {
        let Some(path) = printing::ask_which(&self.app, &printing::TABLE).await else { return Ok(None) };
        let bytes = beginning(&path, LARGEST_TABLE).map_err(|error| said(&DeskError::from(error)))?;
        let name = name_of(&path).unwrap_or_default();
        let preview = self.read(|desk, now| preview(desk, &name, &bytes, now))?;
        *self.table.lock().unwrap_or_else(PoisonError::into_inner) = Some((name, bytes));
        Ok(Some(preview))
    }

    fn import_again(&self, preview: impl FnOnce(&Desk, &str, &[u8], Moment) -> Previewed) -> Result<views::ImportPreview, Said> {
        let table = self.table.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((name, bytes)) = table.as_ref() else {
            return Err(files::refused("Berkasnya sudah ditutup; pilih lagi dengan Impor Excel/CSV."));
        };
        self.read(|desk, now| preview(desk, name, bytes, now))
    }

    /// Asks for the file of a pack and takes it in.
    pub(crate) async fn read_pack(&self) -> Result<Option<views::Done>, Said> {
        let Some(path) = printing::ask_which(&self.app, &printing::PACK).await else { return Ok(None) };
        let bytes = beginning(&path, LARGEST_PACK_FILE).map_err(|error| said(&DeskError::from(error)))?;
        self.write(|desk, now| desk.read_pack(&bytes, now)).map(Some)
    }
}

/// What a person calls the file.
fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// A file of at most `largest` bytes; of a larger one only so much that it is known to be larger.
fn beginning(path: &Path, largest: usize) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(largest as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

pub(crate) fn said(error: &DeskError) -> Said {
    let said = Said::from(error);
    if said.kind == loket_desk::SaidKind::Fault {
        tracing::error!(cause = cause(error), message = said.message, "refused");
    }
    said
}

/// What an admin needs to know about a fault: its class, never its content.
fn cause(error: &DeskError) -> String {
    match error {
        DeskError::Store(StoreError::Database(source) | StoreError::Damaged(Some(source))) => {
            format!("{:?}", source.sqlite_error_code())
        }
        DeskError::File(FileError::Failed(source)) => format!("{:?}", source.kind()),
        DeskError::Store(StoreError::Unsound { what, .. } | StoreError::Slip(Slip { what, .. }))
        | DeskError::Slip(Slip { what, .. }) => (*what).to_owned(),
        _ => String::new(),
    }
}
