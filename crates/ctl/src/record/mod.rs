//! `loketctl record`: the life of an invented office on a fixed clock and with fixed dice, and every answer of the core to
//! the window on the way.
//!
//! The tests of the window stand on these answers. Each chapter of the office's life is a file of its own; `looking` and
//! `places` look at everything on the morning of 22 December 2026.

mod afternoon;
mod blanks;
mod book;
mod catalogue;
mod coordination;
mod counter;
mod disputes;
mod door;
mod hard_cases;
mod json;
mod looking;
mod office;
mod old_book;
mod open_requests;
mod packs;
mod places;
mod printing;
mod reports;
mod requests;
mod settings;
mod utama;

use clap::Args;
use loket_desk::Folder;
use std::path::PathBuf;

use crate::account::TaskError;
use counter::RecordedCounter;
use utama::Utama;

#[derive(Args)]
pub(crate) struct Record {
    /// Folder untuk rekaman; berkas rekaman lama di dalamnya diganti.
    dir: PathBuf,
    /// Folder baru tempat meja dan server kantor rekaan itu disimpan; tanpa ini keduanya dibuang.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
}

impl Record {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
        let scratch = tempfile::tempdir().map_err(TaskError::file("tmp"))?;
        let home = self.keep.as_deref().unwrap_or(scratch.path());
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(TaskError::file("tokio"))?;
        let counter = runtime.block_on(async {
            let utama = Utama::start(&home.join("utama")).await?;
            let mut counter = RecordedCounter::new(Folder::at(home.join("meja")));
            life(&mut counter, &utama).await?;
            Ok::<_, TaskError>(counter)
        })?;
        counter.book.write(&self.dir)
    }
}

/// The office's life, chapter by chapter.
async fn life(counter: &mut RecordedCounter, utama: &Utama) -> Result<(), TaskError> {
    door::first_start(counter)?;
    settings::nothing_yet(counter)?;
    settings::people(counter)?;
    settings::fees_and_words(counter)?;
    catalogue::filled(counter)?;
    catalogue::tested(counter)?;
    requests::september(counter)?;
    disputes::answered_and_disputed(counter)?;
    disputes::without_request(counter)?;
    requests::october(counter)?;
    coordination::enrolled(counter, utama).await?;
    disputes::late(counter)?;
    reports::surveyed(counter)?;
    packs::first(counter, utama).await?;
    open_requests::december(counter)?;
    settings::election_day(counter)?;
    coordination::asked(counter)?;
    open_requests::answered(counter)?;
    hard_cases::in_parts(counter)?;
    hard_cases::reopened(counter)?;
    coordination::answered(counter, utama).await?;
    looking::office_today(counter)?;
    looking::requests(counter)?;
    looking::drafts(counter)?;
    looking::mistakes(counter)?;
    places::lists(counter)?;
    places::registers(counter)?;
    places::records(counter)?;
    coordination::without_connection(counter, utama).await?;
    packs::second(counter, utama).await?;
    afternoon::closing(counter)?;
    reports::report(counter)?;
    blanks::numbered(counter)?;
    old_book::copied(counter)?;
    settings::handed_over(counter)?;
    door::recovery(counter)
}
