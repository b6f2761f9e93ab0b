//! One open desk.

use loket_domain::calendar::Calendar;
use loket_domain::deadline::Today;
use loket_domain::ids::AccountId;
use loket_domain::office::{Account, Office};
use loket_journal::{Chain, DeskKey, Digest, HybridClock, OriginId, Stamp};
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

/// A desk that somebody has signed in to.
pub struct Desk {
    pub(crate) connection: Connection,
    pub(crate) clock: HybridClock,
    /// The latest stamp of another writer; it moves our clock only as far as [`HybridClock::witness`] allows.
    pub(crate) seen: Stamp,
    pub(crate) chain: Chain,
    pub(crate) key: DeskKey,
    pub(crate) office: Office,
    pub(crate) desk_code: String,
    pub(crate) account: Account,
    /// The calendar that came with the app.
    pub(crate) shipped: Calendar,
    /// That calendar with the packs in force and the office's own days.
    pub(crate) calendar: Calendar,
    pub(crate) folder: Folder,
    pub(crate) shelf: Shelf,
    pub(crate) dice: Dice,
    pub(crate) press: Press,
    pub(crate) status: crate::sync::Status,
    /// Why nothing is written for now.
    pub(crate) hold: Option<crate::hold::Hold>,
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
        let mut desk = Self {
            connection,
            clock: HybridClock::after(own),
            seen,
            chain,
            key: DeskKey::from_seed(&seed.0),
            calendar: office.calendar(&shipped),
            shipped,
            folder: folder.clone(),
            shelf,
            office,
            desk_code,
            account,
            dice,
            press: Press::new(),
            status: crate::sync::Status::default(),
            hold: None,
            card: None,
            _taken: taken,
        };
        desk.look_at_trail()?;
        Ok(desk)
    }

    /// What a decision of this moment stands on.
    pub(crate) fn today(&self, moment: Moment) -> Today<'_> {
        Today { date: moment.local.date(), time: moment.local.time(), office: &self.office, calendar: &self.calendar }
    }

    /// The name of an account, for the timeline.
    pub(crate) fn account_name(&self, id: AccountId) -> String {
        self.office.account(id).map_or_else(|| "PPID Utama".to_owned(), |account| account.name.clone())
    }

    /// This desk's series.
    pub fn origin(&self) -> OriginId {
        self.chain.origin
    }

    /// How many entries this desk has written.
    pub fn written(&self) -> u64 {
        self.chain.length
    }

    /// Every entry here, of every writer, as (origin, how many).
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn series(&self) -> Result<Vec<(OriginId, u64)>, DeskError> {
        entries::series(&self.connection)
    }

    /// Lets the database grow no further than it is, as a full disk would; for tests and drills.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn fill_disk(&self) -> Result<(), DeskError> {
        let pages: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
        Ok(self.connection.pragma_update(None, "max_page_count", pages)?)
    }
}
