//! The way of one's own request, for whoever has the receipt: its number and its check code open it, and nothing else does.
//!
//! A wrong number and a wrong code get the same answer after the same time, and whoever is wrong often waits. The page says where the
//! request stands and until when, never who asked or for what: a receipt may lie on somebody else's table.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use loket_domain::change::{Change, RequestChange};
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::request::{Request, Stage};
use loket_journal::{Entry, Payload, Recorded, Subject};
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep};

use super::super::kit::answer::{Unable, now};
use super::super::kit::page::Field;
use super::super::kit::words::{Now, Urgency, due_left};
use super::entrance::VisitorAddress;
use super::frame::public_page;
use super::front::{how_to_ask, how_to_object};
use super::offices::PublicOffice;
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::inbox::SubjectHistory;
use crate::matters::{EVERY_ROW, MatterNarrowing};
use crate::projection::{MatterContent, MatterKind, ObjectionRow, RequestRow};
use crate::settings::PublicDoor;
use crate::state::Shared;

const HERE: &str = "/publik/lacak";
/// Every answer takes a multiple of this: longer than any look takes, so that no time tells what was found.
const STEP: Duration = Duration::from_millis(400);
/// Requests of one number that are looked at: several offices may have written the same.
const MOST: u32 = 50;
/// Longest number and code that are read, in characters.
const LONGEST: usize = 100;

/// A request whose receipt was shown.
struct Followed {
    office: PublicOffice,
    row: RequestRow,
}

pub(crate) async fn page(Extension(door): Extension<PublicDoor>) -> Response {
    kept_by_nobody(draw(&door, "", None).into_response())
}

fn draw(door: &PublicDoor, number: &str, told: Option<&str>) -> Markup {
    let main = html! {
        h1 { "Lacak permohonan" }
        @if let Some(told) = told { p.said role="alert" { (told) } }
        p { "Isi nomor pendaftaran dan kode periksa seperti tercetak di tanda bukti penerimaan." }
        form method="post" action=(HERE) {
            (Field::new("nomor", "Nomor pendaftaran").help("Misalnya 012/PPID/KEC-A/III/2026.").longest(100).value(number).line("text", "off"))
            (Field::new("kode", "Kode periksa").help("Delapan huruf dan angka di bawah nomornya, misalnya 7K3M-9QXA.").longest(20).line("text", "off"))
            button { "Lacak" }
        }
        p { "Tanda bukti hilang? Datanglah ke kantornya dengan KTP; petugas mencetak salinannya." }
    };
    public_page(door, HERE, "Lacak permohonan", main)
}

/// What nobody may keep: it is one person's.
fn kept_by_nobody(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

pub(crate) async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    typed: Result<Form<HashMap<String, String>>, FormRejection>,
) -> Result<Response, Unable> {
    let began = Instant::now();
    // What is no form says no number.
    let Form(typed) = typed.unwrap_or_default();
    let text =
        |name: &str| typed.get(name).map(|typed| typed.trim().chars().take(LONGEST).collect::<String>()).unwrap_or_default();
    let (number, code) = (text("nomor"), text("kode"));
    let millis = shared.clock.millis();
    if let Some(seconds) = shared.follow_guesses.wait(from, millis) {
        let told = format!("Terlalu banyak percobaan yang keliru. Coba lagi {} menit lagi.", seconds.div_ceil(60));
        let wait = [(header::RETRY_AFTER, seconds.to_string())];
        let answer = (StatusCode::TOO_MANY_REQUESTS, wait, draw(&door, &number, Some(&told))).into_response();
        return Ok(kept_by_nobody(answer));
    }
    let found = found(&shared, &number, &code).await?;
    let answer = match found {
        Some(followed) => told(&shared, &door, &followed).await?.into_response(),
        None => {
            shared.follow_guesses.note(from, millis);
            let told = "Nomor atau kode periksa ini tidak cocok. Periksa keduanya di tanda bukti. Permohonan yang baru didaftarkan tampil setelah kantornya tersinkron.";
            (StatusCode::UNPROCESSABLE_ENTITY, draw(&door, &number, Some(told))).into_response()
        }
    };
    let spent = began.elapsed();
    let steps = u32::try_from(spent.as_millis() / STEP.as_millis()).unwrap_or(0) + 1;
    sleep((STEP * steps).saturating_sub(spent)).await;
    Ok(kept_by_nobody(answer))
}

/// The letters of a code as they are compared: whatever stands between them, and whatever is taken for another.
fn letters(code: &str) -> String {
    let read = |letter: char| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    code.chars().filter(char::is_ascii_alphanumeric).map(read).collect()
}

/// Whether these are the same code, in the time of any other.
fn same(one: &str, other: &str) -> bool {
    blake3::hash(letters(one).as_bytes()) == blake3::hash(letters(other).as_bytes())
}

/// The request with this number whose receipt bears this code.
async fn found(shared: &Shared, number: &str, code: &str) -> Result<Option<Followed>, StoreFault> {
    if letters(code).is_empty() {
        return Ok(None);
    }
    for (office, row) in shared.store.numbered(number, MOST).await? {
        let entries = shared.store.story(&office, Subject::Request(row.request)).await?;
        if codes(entries).iter().any(|printed| same(printed, code)) {
            let Some(office) = PublicOffice::read(shared, &office).await? else { return Ok(None) };
            return Ok(Some(Followed { office, row }));
        }
    }
    Ok(None)
}

/// The codes that an applicant may hold: that of the receipt, and that of what was cut off a numbered form.
fn codes(mut entries: Vec<Entry>) -> Vec<String> {
    entries.sort_unstable_by_key(|entry| entry.header.order());
    let registered = entries.iter().find_map(|entry| {
        let recorded = Payload::read(&entry.payload).ok()?.recorded();
        let Recorded::Known(Change::Request(RequestChange::RequestRegistered { form, .. })) = recorded else { return None };
        Some((entry.header.hash().check_code(), form))
    });
    let Some((receipt, form)) = registered else { return vec![] };
    std::iter::once(receipt).chain(form.map(|form| form.check_code)).collect()
}

/// Where a request stands, as one would say it to whoever asked.
fn plainly(stage: Stage) -> &'static str {
    match stage {
        Stage::Registered => "Permohonan Anda sudah tercatat. Kantor sedang memeriksa kelengkapan berkasnya.",
        Stage::Incomplete => "Berkas belum lengkap. Lengkapi yang disebut dalam surat dari kantor.",
        Stage::Processed => "Berkas lengkap. Kantor sedang menyiapkan jawaban tertulis.",
        Stage::Extended => "Kantor memperpanjang waktu menjawab satu kali, dengan alasan tertulis.",
        Stage::Reopened => "Permohonan dibuka kembali dan akan dijawab lagi.",
        Stage::Granted => "Permohonan dikabulkan. Surat jawaban menyebut cara memperoleh informasinya.",
        Stage::PartlyGranted => "Permohonan dikabulkan sebagian. Surat jawaban menyebut bagian mana dan alasannya.",
        Stage::HandedOver => "Permohonan dikabulkan dan informasinya sudah diserahkan.",
        Stage::Refused => "Permohonan ditolak karena informasinya dikecualikan. Alasannya tertulis dalam surat keputusan.",
        Stage::NotHeld => "Kantor belum menguasai informasi ini. Penjelasannya ada dalam surat jawaban.",
        Stage::NotDocumented => "Informasi ini belum didokumentasikan. Penjelasannya ada dalam surat jawaban.",
        Stage::HeldByOther => "Informasi ini dikuasai badan publik lain, yang disebut dalam surat jawaban.",
        Stage::NotProcessed => "Permohonan ditutup karena berkasnya tidak dilengkapi. Anda dapat mengajukan lagi.",
        Stage::Withdrawn => "Permohonan ini dicabut oleh pemohon.",
        Stage::NotEntitled => "Kantor menjawab bahwa pemohon bukan pemohon yang berhak menurut undang-undang.",
        Stage::Abated => "Permohonan ini berakhir.",
        Stage::Cancelled => "Permohonan ini dibatalkan karena salah daftar. Tanyakan kepada kantornya.",
    }
}

/// What happened, and on which civil date: as far as it counts, for what two desks decided at once holds only once.
fn story(history: &SubjectHistory) -> Vec<(NaiveDate, String)> {
    let (mut state, mut told) = (None, Vec::new());
    for event in &history.events {
        let Recorded::Known(change) = &event.recorded else { continue };
        let Some(next) = Request::apply(state.as_ref(), change) else { continue };
        state = Some(next);
        if let Change::Request(change) = change {
            told.extend(concerns(change).then(|| (event.at.date(), change.words().brief)));
        }
    }
    told
}

/// Whether it is told to whoever has the receipt: what the office did about the request, not what it noted for itself, nor who it is.
fn concerns(change: &RequestChange) -> bool {
    use RequestChange::{
        AnswerReceived, ApplicantTold, AttachmentAdded, AttachmentWithdrawn, ContactChanged, CopyNotFetched, DeadlineMoved,
        DocumentsReceived, FeePaid, FeePartPaid, FeeRefunded, ForwardAnswered, IncompleteNoticeReceived, InformationHandedOver,
        LetterReturned, LetterSent, NoteAdded, OrderSetAside, ReceiptWithdrawn, RepresentativeEnded, RepresentativeNamed,
        RequestAbated, RequestAnswered, RequestCancelled, RequestCorrected, RequestDeclaredComplete, RequestExtended,
        RequestForwarded, RequestFoundIncomplete, RequestFoundVexatious, RequestGranted, RequestNotEntitled, RequestNotProcessed,
        RequestPartlyGranted, RequestRefused, RequestRegistered, RequestReopened, RequestUnavailable, RequestWithdrawn,
    };
    match change {
        RequestRegistered { .. }
        | RequestFoundIncomplete { .. }
        | RequestNotProcessed { .. }
        | RequestWithdrawn { .. }
        | RequestDeclaredComplete { .. }
        | RequestExtended { .. }
        | RequestGranted { .. }
        | RequestPartlyGranted { .. }
        | RequestAnswered { .. }
        | RequestRefused { .. }
        | RequestUnavailable { .. }
        | RequestNotEntitled { .. }
        | RequestReopened { .. }
        | OrderSetAside { .. }
        | RequestCancelled { .. }
        | AnswerReceived { .. }
        | FeePaid { .. }
        | FeePartPaid { .. }
        | FeeRefunded { .. }
        | InformationHandedOver { .. }
        | RequestForwarded { .. }
        | ForwardAnswered { .. }
        | DeadlineMoved { .. }
        | IncompleteNoticeReceived { .. }
        | LetterSent { .. }
        | LetterReturned { .. }
        | CopyNotFetched { .. }
        | DocumentsReceived { .. } => true,
        RequestAbated { .. }
        | RequestCorrected { .. }
        | AttachmentAdded { .. }
        | AttachmentWithdrawn { .. }
        | ContactChanged { .. }
        | RepresentativeNamed { .. }
        | RepresentativeEnded { .. }
        | RequestFoundVexatious { .. }
        | ReceiptWithdrawn { .. }
        | NoteAdded { .. }
        | ApplicantTold { .. } => false,
    }
}

/// Whether somebody may object to how it ended or that it did not.
fn may_object(row: &RequestRow, today: NaiveDate) -> bool {
    let late = row.official_due.is_some_and(|due| today > due);
    match row.stage {
        Stage::Registered | Stage::Incomplete | Stage::Processed | Stage::Extended | Stage::Reopened => late,
        Stage::Withdrawn | Stage::Abated | Stage::Cancelled => false,
        Stage::Granted
        | Stage::PartlyGranted
        | Stage::HandedOver
        | Stage::Refused
        | Stage::NotHeld
        | Stage::NotDocumented
        | Stage::HeldByOther
        | Stage::NotProcessed
        | Stage::NotEntitled => true,
    }
}

async fn told(shared: &Shared, door: &PublicDoor, Followed { office, row }: &Followed) -> Result<Markup, Unable> {
    let now = now(shared);
    let subject = Subject::Request(row.request);
    let history = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), &office.code, subject).await?;
    let only = Reach::Only([office.code.clone()].into());
    let about = MatterNarrowing::all(MatterKind::Objection).seeking(&row.number);
    let mut objections = Vec::new();
    for (_, matter) in shared.store.matters(&only, &about, EVERY_ROW).await? {
        if let MatterContent::Objection(objection) = matter.content {
            objections.extend((objection.request == Some(row.request)).then_some(objection));
        }
    }
    let open = row.decided_on.is_none();
    let main = html! {
        h1 { (row.number) }
        p { a href={ "/publik/kantor/" (office.code) } { (office.name) } }
        p { strong { (plainly(row.stage)) } }
        dl.facts {
            div { dt { "Diterima" } dd { (date(row.received_on)) } }
            div { dt { "Didaftarkan" } dd { (date(row.registered_on)) } }
            @if open { div { dt { "Batas jawaban" } dd { (until(office, row, &now)) } } }
            @if let Some(on) = row.decided_on { div { dt { "Dijawab" } dd { (date(on)) } } }
            @if let Some(on) = row.left_on { div { dt { "Jawaban keluar" } dd { (date(on)) } } }
        }
        p.quiet { "Batas dihitung dalam hari kerja: Sabtu, Minggu dan hari libur tidak dihitung, kecuali kantor bekerja enam hari." }
        @for objection in &objections { (objected(objection)) }
        h2 { "Yang sudah terjadi" }
        ol.story {
            @for (on, happened) in story(&history) { li { (date(on)) ": " (happened) } }
        }
        @if may_object(row, now.civil.date()) && objections.is_empty() {
            h2 { "Tidak puas?" }
            (how_to_object())
        }
        @if row.stage == Stage::NotProcessed { h2 { "Mengajukan lagi" } (how_to_ask()) }
        p { a href=(HERE) { "Lacak permohonan lain" } }
    };
    Ok(public_page(door, HERE, "Permohonan Anda", main))
}

/// Until when the answer comes, and how many days are left.
fn until(office: &PublicOffice, row: &RequestRow, now: &Now<'_>) -> Markup {
    let counting = office.known.as_ref().map(|known| known.counting(now.calendar));
    html! {
        @match row.official_due {
            Some(due) => {
                @let (tone, words) = due_left(Some(due), counting.as_ref(), now);
                (weekday_date(due)) ", " (words)
                @if tone == Urgency::Overdue { ". Anda boleh mengajukan keberatan sekarang." }
            },
            None if row.stage == Stage::Registered => "mulai dihitung setelah berkas dinyatakan lengkap",
            None => "belum dapat dihitung; tanyakan kepada kantornya",
        }
    }
}

fn objected(objection: &ObjectionRow) -> Markup {
    html! {
        h2 { "Keberatan " (objection.number) }
        p { (objection.stage.label()) "." }
        dl.facts {
            div { dt { "Dicatat" } dd { (date(objection.registered_on)) } }
            @match (objection.answered, objection.due) {
                (Some((verdict, on)), _) => div { dt { "Tanggapan" } dd { (verdict.label()) ", surat tanggal " (date(on)) } },
                (None, Some(due)) => div { dt { "Batas tanggapan" } dd { (weekday_date(due)) } },
                (None, None) => {}
            }
            @if let Some((step, on)) = objection.step { div { dt { "Sengketa" } dd { (step.label()) ", " (date(on)) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_written() {
        for typed in ["7K3M-9Q0A", "7k3m9qOa", " 7K3M 9Q0A ", "7K3M–9QoA"] {
            assert!(same("7K3M-9Q0A", typed), "{typed}");
        }
        for typed in ["", "7K3M-9Q0B", "7K3M-9Q0", "7K3M-9Q0AA"] {
            assert!(!same("7K3M-9Q0A", typed), "{typed}");
        }
    }
}
