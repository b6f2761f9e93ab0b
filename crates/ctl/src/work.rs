//! `loketctl work`: a desk of an invented office that works by itself, for rehearsals, for load, and for the tests that kill it.
//!
//! A line is written only after what it tells is stored, so that whoever reads it may hold the desk to it.

use clap::Args;
use loket_desk::sync::{Backoff, Client, Round, SyncState, round};
use loket_desk::views::{FieldValue, Filled, RequestView, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, Folder, Moment, RequestDraft, system_dice};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

use crate::account::{TaskError, say};
use crate::clock::now;
use crate::demo_office::{form, grant};

/// What the name of an office must hold to be one of this tool's.
const INVENTED: &str = "Rekaan";

#[derive(Args)]
pub(crate) struct Work {
    /// Folder data meja sebuah kantor rekaan: namanya memuat kata “Rekaan”.
    folder: PathBuf,
    /// Nama akun untuk membuka berkas.
    #[arg(long)]
    login: String,
    /// Berkas berisi sandinya.
    #[arg(long, value_name = "BERKAS")]
    password_file: PathBuf,
    /// Berapa permohonan didaftarkan; sesudahnya sinkron sampai sama dengan PPID Utama, lalu selesai. Tanpa ini terus bekerja.
    #[arg(long, value_name = "BANYAKNYA")]
    requests: Option<u64>,
    /// Jeda sesudah setiap langkah, dalam milidetik.
    #[arg(long, value_name = "MILIDETIK", default_value_t = 200)]
    pause: u64,
}

impl Work {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
        let folder = Folder::at(&self.folder);
        if !folder.welcome()?.0.contains(INVENTED) {
            let what = format!("Ini bukan kantor rekaan; nama kantornya harus memuat kata “{INVENTED}”.");
            return Err(TaskError::Unexpected(what));
        }
        let password = std::fs::read_to_string(&self.password_file).map_err(TaskError::file(self.password_file.display()))?;
        let desk = folder.unlock(&self.login, password.trim_end_matches(['\r', '\n']), now(), system_dice())?;
        tell("masuk");
        let worker = Worker {
            desk: Mutex::new(Some(desk)),
            client: Client::new().map_err(DeskError::from)?,
            bell: Notify::new(),
            pause: Duration::from_millis(self.pause),
        };
        let runtime = tokio::runtime::Runtime::new().map_err(TaskError::file("tokio"))?;
        runtime.block_on(async {
            tokio::select! {
                done = worker.work(self.requests) => done?,
                stopped = worker.sync() => stopped?,
                _ = tokio::signal::ctrl_c() => return Err(TaskError::Stopped),
            }
            worker.until_alike().await
        })
    }
}

fn tell(line: &str) {
    say(std::io::stdout(), line);
}

struct Worker {
    desk: Mutex<Option<Desk>>,
    client: Client,
    /// Rings when something was written.
    bell: Notify,
    pause: Duration,
}

/// The agenda book gives each letter a number of its own.
fn numbered(mut boxes: Filled, request: &RequestView) -> Filled {
    boxes.insert("letter_number".to_owned(), FieldValue::Text(format!("PT/{}", request.row.number)));
    boxes
}

impl Worker {
    fn with<T>(&self, work: impl FnOnce(&mut Desk) -> Result<T, DeskError>) -> Result<T, DeskError> {
        let mut guard: MutexGuard<'_, _> = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        guard.as_mut().map_or(Err(DeskError::Locked), work)
    }

    /// Registers requests and ends some of them.
    async fn work(&self, requests: Option<u64>) -> Result<(), TaskError> {
        let mut registered = 0;
        while requests.is_none_or(|requests| registered < requests) {
            match self.with(|desk| register(desk, now())) {
                // Until both sides hold the same the next number is not certain.
                Err(DeskError::Held(_)) => {}
                request => {
                    let request = request?;
                    self.wrote("terdaftar", &request).await;
                    registered += 1;
                    let step = match registered % 4 {
                        1 => Some(("withdraw", "dicabut", withdrawal())),
                        3 => Some(("grant", "dikabulkan", numbered(grant(), &request))),
                        _ => None,
                    };
                    if let Some((action, said, boxes)) = step {
                        self.with(|desk| act(desk, &request, action, boxes, now()))?;
                        self.wrote(said, &request).await;
                    }
                    continue;
                }
            }
            tokio::time::sleep(self.pause).await;
        }
        Ok(())
    }

    async fn wrote(&self, what: &str, request: &RequestView) {
        tell(&format!("{what} {}", request.row.number));
        self.bell.notify_one();
        tokio::time::sleep(self.pause).await;
    }

    /// Rounds without end, as the window's background task has them.
    async fn sync(&self) -> Result<(), TaskError> {
        let (mut backoff, mut dice) = (Backoff::default(), system_dice());
        loop {
            let outcome = self.round().await?;
            let mut random = [0; 4];
            dice(&mut random).map_err(DeskError::from)?;
            let wait = backoff.after(&outcome, u32::from_le_bytes(random));
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.bell.notified() => {}
            }
        }
    }

    /// Rounds until one finds that both sides hold the same.
    async fn until_alike(&self) -> Result<(), TaskError> {
        loop {
            let outcome = self.round().await?;
            let chip = self.with(|desk| desk.sync_chip())?;
            let alike = chip.waiting == 0 && matches!(chip.state, SyncState::Synced | SyncState::Review);
            if alike && matches!(outcome, Ok(moved) if moved == Round::default()) {
                tell("sama");
                return Ok(());
            }
            tokio::time::sleep(self.pause).await;
        }
    }

    /// One round; what a person would have to look at ends the work.
    async fn round(&self) -> Result<Result<Round, DeskError>, TaskError> {
        let outcome = round(&self.desk, &self.client, now).await;
        match &outcome {
            Ok(moved) if *moved != Round::default() => {
                tell(&format!("sinkron {} terkirim {} diterima", moved.sent, moved.received));
            }
            Err(DeskError::Sync(fault)) if !fault.needs_a_person() => {}
            Err(_) => return outcome.map(Ok).map_err(TaskError::from),
            Ok(_) => {}
        }
        Ok(outcome)
    }
}

fn register(desk: &mut Desk, moment: Moment) -> Result<RequestView, DeskError> {
    let day = moment.local.date().to_string();
    let received_time = moment.local.format("%H.%M").to_string();
    let form = RequestDraft { received_time, ..form(&day, "Warga Contoh", "Salinan rencana kerja kecamatan tahun ini.") };
    desk.register_request(form, moment)
}

fn withdrawal() -> Filled {
    serde_json::from_value(serde_json::json!({"reason": "Sudah memperolehnya di desa"})).unwrap_or_default()
}

/// Fills the form of an action over what it offers, and takes it.
fn act(desk: &mut Desk, request: &RequestView, action: &str, boxes: Filled, moment: Moment) -> Result<(), DeskError> {
    let subject = SubjectRef::new(SubjectKind::Request, &request.row.id);
    let mut form = desk.action_form(&subject, action, moment)?.filled();
    form.extend(boxes);
    desk.act(&subject, action, &form, moment).map(|_| ())
}
