//! `loketctl demo`: the main job from a new desk to PPID Utama's monitor, in one folder, with a plain account of it.

use chrono::{NaiveDate, NaiveDateTime};
use clap::Args;
use loket_desk::sync::{Client, Joining, enrol, round};
use loket_desk::views::{Deadline, Filled, RequestView, SubjectKind, SubjectRef};
use loket_desk::{Desk, Folder, Moment, PaperRef, PrintAs, system_dice};
use loket_domain::paper::PaperKind;
use loket_utama::{CodeOrder, Config, RunningServer, Server, ServerClock, Transport, enrolment_code};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::account::{TaskError, say};
use crate::demo_office::{DECREE, DESK, LOGIN, OFFICE, PASSWORD, first_start, form, grant, refusal};

/// The day the story happens: a Monday, so that the dates are those of the worked example.
const DAY: &str = "2026-11-23";

#[derive(Args)]
pub(crate) struct Demo {
    /// Folder baru untuk berkas data, surat dan server.
    dir: PathBuf,
}

impl Demo {
    pub(crate) fn run(&self) -> Result<(), TaskError> {
        if self.dir.exists() {
            let what = format!("{} sudah ada; sebutkan folder baru supaya tidak ada yang tertimpa.", self.dir.display());
            return Err(TaskError::Unexpected(what));
        }
        let runtime = tokio::runtime::Runtime::new().map_err(TaskError::file("tokio"))?;
        runtime.block_on(async {
            tokio::select! {
                told = story(&self.dir) => told,
                _ = tokio::signal::ctrl_c() => Err(TaskError::Stopped),
            }
        })
    }
}

fn tell(line: impl AsRef<str>) {
    say(std::io::stdout(), line.as_ref());
}

/// The moment this many minutes after ten in the morning of the story's day.
fn at(minutes: u32) -> Result<Moment, TaskError> {
    let day: NaiveDate = DAY.parse().map_err(|error| TaskError::Unexpected(format!("{DAY}: {error}")))?;
    let local: Option<NaiveDateTime> = day.and_hms_opt(10 + minutes / 60, minutes % 60, 0);
    let local = local.ok_or_else(|| TaskError::Unexpected(DAY.to_owned()))?;
    // WIB is UTC+7.
    let millis = (local - chrono::TimeDelta::hours(7)).and_utc().timestamp_millis();
    Ok(Moment { millis: u64::try_from(millis).unwrap_or(0), local })
}

async fn story(dir: &Path) -> Result<(), TaskError> {
    let papers = dir.join("surat");
    fs::create_dir_all(&papers).map_err(TaskError::file(papers.display()))?;
    fs::write(dir.join("sandi.txt"), PASSWORD).map_err(TaskError::file("sandi.txt"))?;

    tell("1. Pengaturan awal: Kantor Camat Perbaungan, meja A, melanjutkan buku register di nomor 7.");
    let folder = Folder::at(dir.join("meja"));
    let (mut desk, _card) = folder.begin(&first_start(), at(0)?, system_dice())?;
    keep(&desk, &PaperRef::RecoveryCard, &papers)?;
    tell(format!("   Berkas terenkripsi di {}; masuk sebagai “{LOGIN}”, sandinya di sandi.txt.", folder.path().display()));

    tell("\n2. Permohonan pertama diterima di meja, tanpa jaringan.");
    let first = form(DAY, "Warga Contoh Pertama", "Salinan rencana kerja dan anggaran kecamatan tahun 2026.");
    let first = desk.register_request(first, at(10)?)?;
    told_request(&first);

    tell("\n3. Tanda bukti dan formulir dicetak.");
    issue(&mut desk, &first, PaperKind::Receipt, &papers, 11)?;
    issue(&mut desk, &first, PaperKind::RequestForm, &papers, 12)?;

    tell("\n4. Dikabulkan: Pemberitahuan Tertulis.");
    take(&mut desk, &first, "grant", grant(), 40)?;
    issue(&mut desk, &first, PaperKind::WrittenNotice, &papers, 41)?;

    tell("\n5. Permohonan kedua ditolak berdasarkan Pasal 17 huruf h.");
    let second = form(DAY, "Warga Contoh Kedua", "Daftar penerima bantuan lengkap dengan riwayat kesehatan keluarganya.");
    let second = desk.register_request(second, at(50)?)?;
    told_request(&second);
    let decree = attach(&mut desk, &second, DECREE, 60)?;
    take(&mut desk, &second, "refuse", refusal(&decree), 70)?;
    issue(&mut desk, &second, PaperKind::RefusalDecision, &papers, 71)?;

    tell("\n6. Sinkron dengan PPID Utama.");
    let desk = Mutex::new(Some(desk));
    let client = Client::new().map_err(loket_desk::DeskError::from)?;
    let (server, url) = start_utama(&dir.join("utama")).await?;
    let order = CodeOrder { office: OFFICE.into(), desk: DESK.into(), days: 7 };
    let code = enrolment_code(&dir.join("utama"), &clock()?, &order).await.map_err(utama)?;
    enrol(&desk, &client, &Joining::new(&url, &code, PASSWORD), at(80)?).await?;
    tell(format!("   Server di {url}; meja didaftarkan dengan kode sekali pakai."));
    server.stop().await;
    tell(format!("   Server dimatikan: {} menunggu, pekerjaan jalan terus.", waiting(&desk)?));
    let moment = at(81)?;
    let cut = round(&desk, &client, || moment).await;
    if cut.is_ok() {
        return Err(TaskError::Unexpected("Sinkron seharusnya gagal selagi server mati.".into()));
    }
    let (server, url) = start_utama_at(&dir.join("utama"), &url).await?;
    let moved = round(&desk, &client, || moment).await?;
    tell(format!("   Server hidup lagi di {url}: {} catatan terkirim, {} menunggu.", moved.sent, waiting(&desk)?));
    let again = round(&desk, &client, || moment).await?;
    tell(format!("   Sinkron sekali lagi: {} terkirim, tidak ada yang ganda.", again.sent));
    server.stop().await;

    let mut desk = desk.into_inner().unwrap_or_else(PoisonError::into_inner);
    let verified = desk.as_mut().map(Desk::verify).transpose()?;
    let entries = verified.map_or(0, |verified| verified.entries);
    tell(format!("\n7. Diperiksa: {entries} catatan, rantai, tanda tangan dan tabel cocok."));
    tell(format!("\nLihat surat di {}.", papers.display()));
    let utama = dir.join("utama");
    tell(format!("Lihat monitor: loket-utama account --add admin --name Admin --database {}", utama.display()));
    tell(format!("lalu: loket-utama serve --database {}", utama.display()));
    Ok(())
}

fn told_request(request: &RequestView) {
    tell(format!("   Nomor {}.", request.row.number));
    let told = |name: &str, deadline: &Option<Deadline>| {
        if let Some(deadline) = deadline {
            let skipped = deadline.days.iter().filter(|day| day.count.is_none()).count().saturating_sub(1);
            tell(format!("   {name}: {} ({}; {skipped} hari dilewati).", deadline.text, deadline.left));
        }
    };
    told("Batas resmi", &request.deadlines.official);
    told("Batas aman", &request.deadlines.safe);
}

/// Fills the form of an action over what it offers, and takes it.
fn take(desk: &mut Desk, request: &RequestView, action: &str, boxes: Filled, minutes: u32) -> Result<(), TaskError> {
    let subject = SubjectRef::new(SubjectKind::Request, &request.row.id);
    let mut form = desk.action_form(&subject, action, at(minutes)?)?.filled();
    form.extend(boxes);
    let done = desk.act(&subject, action, &form, at(minutes)?)?;
    tell(format!("   {}", done.said));
    Ok(())
}

/// Attaches a scan and returns the digest by which a form chooses it.
fn attach(desk: &mut Desk, request: &RequestView, (name, bytes): (&str, &[u8]), minutes: u32) -> Result<String, TaskError> {
    let done = desk.attach(&request.row.id, name, "signed", bytes, at(minutes)?)?;
    tell(format!("   {} ({name})", done.said));
    let attached = desk.request(&request.row.id, at(minutes)?)?.files.items.into_iter().next_back();
    attached.map(|file| file.digest).ok_or_else(|| TaskError::Unexpected(done.said))
}

fn issue(desk: &mut Desk, request: &RequestView, kind: PaperKind, papers: &Path, minutes: u32) -> Result<(), TaskError> {
    let paper = PaperRef::Request { id: request.row.id.clone(), kind };
    keep(desk, &paper, papers)?;
    desk.paper_issued(&paper, &PrintAs::Next, at(minutes)?)?;
    Ok(())
}

fn keep(desk: &Desk, paper: &PaperRef, papers: &Path) -> Result<(), TaskError> {
    let issued = desk.paper(paper, at(0)?)?;
    let path = papers.join(&issued.file_name);
    fs::write(&path, &issued.pdf).map_err(TaskError::file(path.display()))?;
    tell(format!("   {} ({} kB)", issued.file_name, issued.pdf.len().div_ceil(1000)));
    Ok(())
}

fn waiting(desk: &Mutex<Option<Desk>>) -> Result<u64, TaskError> {
    let guard = desk.lock().unwrap_or_else(PoisonError::into_inner);
    Ok(guard.as_ref().map(Desk::waiting).transpose()?.unwrap_or(0))
}

fn clock() -> Result<ServerClock, TaskError> {
    let now = at(80)?.millis;
    Ok(ServerClock::new(move || now))
}

fn utama(error: impl std::fmt::Display) -> TaskError {
    TaskError::Utama(error.to_string())
}

async fn start_utama(data: &Path) -> Result<(RunningServer, String), TaskError> {
    start_utama_at(data, "http://127.0.0.1:0").await
}

async fn start_utama_at(data: &Path, url: &str) -> Result<(RunningServer, String), TaskError> {
    let listen = url.trim_start_matches("http://").parse().map_err(utama)?;
    let server = Server::start(Config {
        listen,
        transport: Transport::ThisMachine,
        database: data.into(),
        objects: None,
        clock: clock()?,
        second_factor_required: false,
    })
    .await
    .map_err(utama)?;
    let url = format!("http://{}", server.address);
    Ok((server, url))
}
