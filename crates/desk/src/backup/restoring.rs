//! Making a desk of a copy: shown first, proved before anything is moved, and what lies here is kept aside.

use crate::backup::copies;
use crate::backup::fault::BackupFault;
use crate::backup::manifest::{DATABASE, FILES, FileMark, Manifest, SLOTS};
use crate::backup::{copying, proving};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::kernel::folder::{Folder, make_private};
use crate::kernel::moment::Moment;
use crate::kernel::private_file::private_file;
use crate::kernel::random::Dice;
use crate::kernel::slot::Opener;
use crate::kernel::trail::Trail;
use crate::kernel::vault::Vault;
use crate::opening::open;
use crate::store::slots;
use crate::views::Fact;
use crate::views::backup::FoundCopy;
use loket_domain::authority::Duty;
use loket_domain::change::OfficeChange;
use loket_domain::indonesian::weekday_date;
use loket_journal::Chain;
use std::fs::File;
use std::path::Path;

impl Folder {
    /// The copies in a folder that somebody chose, newest first: what each would bring, what it lacks, and why it cannot be used.
    ///
    /// # Errors
    /// [`DeskError::Backup`] where there is none.
    pub fn copies_in(&self, chosen: &Path) -> Result<Vec<FoundCopy>, DeskError> {
        let found = copies::found(chosen);
        if found.is_empty() {
            return Err(BackupFault::NoCopy.into());
        }
        Ok(found.into_iter().map(|(path, manifest)| self.shown(&path, &manifest)).collect())
    }

    fn shown(&self, path: &Path, manifest: &Manifest) -> FoundCopy {
        let made = manifest.made_at;
        let refused = self.is_of(manifest).err().map(|fault| fault.to_string());
        let number = manifest.last_number.clone().unwrap_or_else(|| "–".to_owned());
        FoundCopy {
            path: path.display().to_string(),
            made_text: format!("{}, {}", weekday_date(made.date()), made.format("%H.%M")),
            desk: format!("{}, meja {}", manifest.office, manifest.desk),
            facts: vec![
                Fact::new("Permohonan", manifest.requests.to_string()),
                Fact::new("Nomor terakhir", number),
                Fact::new("Catatan", manifest.entries.to_string()),
                Fact::new("Lampiran", manifest.files.len().to_string()),
            ],
            logins: Vault::read(&path.join(SLOTS)).map(|vault| vault.logins()).unwrap_or_default(),
            lacks: self.lacking(manifest).filter(|_| refused.is_none()),
            refused,
        }
    }

    /// What was written here after the copy, as the trail tells it.
    fn lacking(&self, manifest: &Manifest) -> Option<String> {
        match self.trail() {
            Trail::At { origin, written, .. } if origin == manifest.origin => {
                Some(match written.saturating_sub(manifest.written) {
                    0 => "Tidak ada catatan meja ini yang kurang di cadangan ini.".to_owned(),
                    more => format!(
                        "{more} catatan terakhir meja ini belum ada di cadangan ini; yang sudah terkirim diambil lagi dari PPID Utama."
                    ),
                })
            }
            Trail::At { .. } | Trail::Missing | Trail::Torn => None,
        }
    }

    /// Whether a copy is of the desk whose data lie here; where none lie, of any.
    fn is_of(&self, manifest: &Manifest) -> Result<(), BackupFault> {
        let Ok(vault) = self.vault() else { return Ok(()) };
        let same = match self.trail() {
            Trail::At { origin, .. } => origin == manifest.origin,
            Trail::Missing | Trail::Torn => vault.office == manifest.office,
        };
        if same { Ok(()) } else { Err(BackupFault::AnotherDesk) }
    }

    /// Makes this desk of a copy, for an account of the copy that administers the office, and signs it in. What lay here is kept aside
    /// in a folder of its own. The numbers that were given after the copy are asked for before another is given.
    ///
    /// # Errors
    /// [`DeskError::Backup`], [`DeskError::Vault`] for a wrong password, [`DeskError::Refused`] where it is another's duty,
    /// [`DeskError::OpenElsewhere`], [`DeskError::Store`]; then nothing here has changed.
    pub fn restore(&self, copy: &Path, account: (&str, &str), moment: Moment, dice: Dice) -> Result<Desk, DeskError> {
        let taken = self.take()?;
        let restored = self.restored(copy, account, moment, dice, taken);
        if restored.is_err() {
            // Nothing of a copy that was not put in place stays here, unless it waits for the next start.
            self.forget_incoming();
        }
        restored
    }

    fn restored(
        &self,
        copy: &Path,
        (login, password): (&str, &str),
        moment: Moment,
        dice: Dice,
        taken: File,
    ) -> Result<Desk, DeskError> {
        let manifest = Manifest::read(copy)?;
        self.is_of(&manifest)?;
        let incoming = self.empty_incoming()?;
        bring(copy, &manifest, &incoming)?;
        let (vault, login) = (Vault::read(&incoming.slots())?, login.trim());
        let (database, slot) = (incoming.database(), Opener::password(login));
        let opened = self.try_slot(&vault, &slot, password, moment)?;
        let whole = copying::look(&database, &opened.key)
            .and_then(|tables| proving::prove(&tables, manifest.origin, &manifest.content()));
        whole.map_err(|fault| BackupFault::Damaged(Some(fault.into())))?;
        // It stands where it stood; whether that is far enough is asked where it will lie.
        incoming.leave_trail(&Chain { length: manifest.written, ..Chain::empty(manifest.origin) });
        let proved = open::open(&incoming, (&vault, &slot, &opened), login, dice, taken)?;
        if slots::temporary(proved.journal.tables(), login, &opened.mark)?.is_some() {
            return Err(DeskError::TemporaryPassword);
        }
        proved.journal.context().may(Duty::Administer)?;
        let (dice, taken) = proved.closed();
        self.swap_in(moment.local)?;
        let mut desk = open::open(self, (&vault, &slot, &opened), login, dice, taken)?;
        let restored = OfficeChange::DeskRestored { desk: manifest.desk, made_on: manifest.made_at.date() };
        desk.journal.note(restored, moment)?;
        desk.journal.write_notes(moment)?;
        desk.journal.let_in("meja dipulihkan dari cadangan", moment)?;
        Ok(desk)
    }
}

/// Copies the files of a copy beside the desk's data, each as its manifest says.
fn bring(copy: &Path, manifest: &Manifest, incoming: &Folder) -> Result<(), BackupFault> {
    for (name, to, mark) in [(DATABASE, incoming.database(), &manifest.database), (SLOTS, incoming.slots(), &manifest.slots)] {
        place(&copy.join(name), &to)?;
        if FileMark::of(&to)? != *mark {
            return Err(BackupFault::Damaged(None));
        }
    }
    let beside = copy.parent().unwrap_or(copy).join(FILES);
    for (name, size) in &manifest.files {
        // The name is one of ours, whatever the file says: nothing is written elsewhere.
        if !name.chars().all(|c| c.is_ascii_hexdigit()) {
            return Err(BackupFault::Damaged(None));
        }
        let to = incoming.files().join(name);
        place(&beside.join(name), &to)?;
        if std::fs::metadata(&to)?.len() != *size {
            return Err(BackupFault::Damaged(None));
        }
    }
    Ok(())
}

fn place(from: &Path, to: &Path) -> Result<(), BackupFault> {
    if let Some(folder) = to.parent() {
        make_private(folder).map_err(|error| BackupFault::Failed(error.into()))?;
    }
    let mut source = File::open(from).map_err(|error| match BackupFault::from(error) {
        BackupFault::Gone(cause) => BackupFault::Damaged(cause),
        fault => fault,
    })?;
    let mut file = private_file().open(to)?;
    file.set_len(0)?;
    std::io::copy(&mut source, &mut file)?;
    Ok(file.sync_all()?)
}
