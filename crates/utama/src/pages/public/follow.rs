//! The way of one's own request, for whoever has the receipt: its number and its check code open it, and nothing else does.
//!
//! A wrong number and a wrong code get the same answer after the same time, and whoever is wrong often waits. The page says where the
//! request stands and until when, never who asked or for what: a receipt may lie on somebody else's table.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use loket_domain::change::{Change, RequestChange};
use loket_domain::indonesian::{date, weekday_date};
use loket_domain::objection::Objection;
use loket_domain::request::{Request, Stage};
use loket_journal::{Matter, Recorded, Subject};
use maud::{Markup, html};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use uuid::Uuid;

use super::super::kit::answer::{Unable, now};
use super::super::kit::page::Field;
use super::super::kit::words::{Now, Urgency, due_left};
use super::ask::takes;
use super::by_receipt::{Followed, Looked, ShownReceipt, kept_by_nobody, steadily};
use super::entrance::VisitorAddress;
use super::filed::shown;
use super::frame::public_page;
use super::front::{how_to_ask, how_to_object};
use super::offices::PublicOffice;
use super::paper_form::{Became, papers, sent, takes_papers};
use crate::fault::StoreFault;
use crate::inbox::{Case, SubjectHistory};
use crate::matters::objections_about;
use crate::projection::{ObjectionRow, RequestRow};
use crate::settings::PublicDoor;
use crate::state::Shared;

/// The place in the menu it belongs to.
pub(super) const PLACE: &str = HERE;
const HERE: &str = "/publik/lacak";

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

pub(crate) async fn follow(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    typed: Result<Form<HashMap<String, String>>, FormRejection>,
) -> Result<Response, Unable> {
    let receipt = ShownReceipt::read(typed);
    steadily(async {
        match opened(&shared, &door, &receipt, from).await? {
            Ok(followed) => Ok(told(&shared, &door, &followed, &receipt, None).await?.into_response()),
            Err(page) => Ok(page),
        }
    })
    .await
}

/// The request that this receipt opens, or the page for whoever shows one that opens nothing.
pub(super) async fn opened(
    shared: &Shared,
    door: &PublicDoor,
    receipt: &ShownReceipt,
    from: IpAddr,
) -> Result<Result<Box<Followed>, Response>, StoreFault> {
    Ok(match receipt.look(shared, from).await? {
        Looked::Found(followed) => Ok(followed),
        Looked::Wrong => Err(not_found(door, &receipt.number)),
        Looked::TooOften(seconds) => Err(too_often(door, &receipt.number, seconds)),
    })
}

/// For a number and a code that open nothing.
pub(super) fn not_found(door: &PublicDoor, number: &str) -> Response {
    let told = "Nomor atau kode periksa ini tidak cocok. Periksa keduanya di tanda bukti. Permohonan yang baru didaftarkan tampil setelah kantornya tersinkron.";
    (StatusCode::UNPROCESSABLE_ENTITY, draw(door, number, Some(told))).into_response()
}

/// For what is longer than any form may be, or is none.
pub(super) fn unread(door: &PublicDoor, status: StatusCode) -> Response {
    let told = "Isian ini terlalu panjang atau putus di jalan. Tekan tombol kembali di peramban, persingkat, lalu kirim lagi.";
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        return (status, draw(door, "", Some(told))).into_response();
    }
    // What is no form says no number.
    not_found(door, "")
}

/// For whoever was wrong too often.
fn too_often(door: &PublicDoor, number: &str, seconds: u32) -> Response {
    let told = format!("Terlalu banyak percobaan yang keliru. Coba lagi {} menit lagi.", seconds.div_ceil(60));
    let wait = [(header::RETRY_AFTER, seconds.to_string())];
    (StatusCode::TOO_MANY_REQUESTS, wait, draw(door, number, Some(&told))).into_response()
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
pub(super) fn may_object(row: &RequestRow, today: NaiveDate) -> bool {
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

/// The objections to how a request was handled.
pub(super) async fn objections_of(shared: &Shared, followed: &Followed) -> Result<Vec<(Uuid, ObjectionRow)>, StoreFault> {
    let Followed { office, row } = followed;
    objections_about(shared.store.as_ref(), &office.code, row.request, &row.number).await
}

/// The day its form named to the applicant; none where it named none.
async fn promised(shared: &Shared, office: &str, id: Uuid) -> Result<Option<NaiveDate>, StoreFault> {
    let subject = Subject::matter(Matter::Objection, id);
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), office, subject).await?;
    Ok(case.and_then(|case| Objection::replay(case.told.changes()).0).and_then(|objection| objection.due))
}

/// The page of one request; `said` is what became of what was just sent.
pub(super) async fn told(
    shared: &Shared,
    door: &PublicDoor,
    followed: &Followed,
    receipt: &ShownReceipt,
    said: Option<Became<'_>>,
) -> Result<Markup, Unable> {
    let Followed { office, row } = followed;
    let now = now(shared);
    let subject = Subject::Request(row.request);
    let history = SubjectHistory::read(shared.store.as_ref(), &shared.sync.public(), &office.code, subject).await?;
    let objections = objections_of(shared, followed).await?;
    let here = takes(shared, door, office).await?;
    let on_the_web = followed.came_on_the_web(shared).await?;
    let request = history.request();
    let sent = request.as_ref().map(|request| sent(&history, request)).unwrap_or_default();
    let papers = papers(receipt, &sent, here && takes_papers(row.stage));
    let mut due = Vec::new();
    for (id, _) in &objections {
        due.push(promised(shared, &office.code, *id).await?);
    }
    let open = row.decided_on.is_none();
    let withdrawable = here && open && request.as_ref().is_some_and(|request| !request.applicant().identity_number.is_empty());
    let main = html! {
        h1 { (row.number) }
        @match said {
            Some(Ok(done)) => p.done role="status" { (done) },
            Some(Err(why)) => p.said role="alert" { (why) },
            None => {}
        }
        p { a href={ "/publik/kantor/" (office.code) } { (office.name) } }
        p { strong { (plainly(row.stage)) } }
        dl.facts {
            div { dt { "Diterima" } dd { (date(row.received_on)) } }
            div { dt { "Didaftarkan" } dd { (date(row.registered_on)) } }
            @if open { div { dt { "Batas jawaban" } dd { (until(office, row, &now)) } } }
            @if let Some(on) = row.decided_on { div { dt { (ended(row.stage)) } dd { (date(on)) } } }
            @if let Some(on) = row.left_on { div { dt { "Jawaban keluar" } dd { (date(on)) } } }
        }
        p.quiet { "Batas dihitung dalam hari kerja: Sabtu, Minggu dan hari libur tidak dihitung, kecuali kantor bekerja enam hari." }
        @for ((_, objection), due) in objections.iter().zip(&due) { (objected(objection, *due)) }
        h2 { "Yang sudah terjadi" }
        ol.story {
            @for (on, happened) in story(&history) { li { (date(on)) ": " (happened) } }
        }
        (papers)
        @if may_object(row, now.civil.date()) && objections.is_empty() {
            h2 { "Tidak puas?" }
            @if here { form method="post" action="/publik/lacak/keberatan" { (shown(&receipt.number, &receipt.code)) button { "Ajukan keberatan di sini" } } }
            (how_to_object())
        }
        @if row.stage == Stage::NotProcessed { h2 { "Mengajukan lagi" } (how_to_ask()) }
        @if on_the_web { form method="post" action="/publik/lacak/tanda-bukti" { (shown(&receipt.number, &receipt.code)) button.quieter { "Unduh tanda bukti (PDF)" } } }
        @if withdrawable { form method="post" action="/publik/lacak/cabut" { (shown(&receipt.number, &receipt.code)) button.plain { "Cabut permohonan ini" } } }
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

/// How it is called that a request ended.
fn ended(stage: Stage) -> &'static str {
    match stage {
        Stage::Withdrawn => "Dicabut",
        Stage::NotProcessed | Stage::Abated | Stage::Cancelled => "Ditutup",
        Stage::Registered
        | Stage::Incomplete
        | Stage::Processed
        | Stage::Extended
        | Stage::Reopened
        | Stage::Granted
        | Stage::PartlyGranted
        | Stage::HandedOver
        | Stage::Refused
        | Stage::NotHeld
        | Stage::NotDocumented
        | Stage::HeldByOther
        | Stage::NotEntitled => "Dijawab",
    }
}

fn objected(objection: &ObjectionRow, promised: Option<NaiveDate>) -> Markup {
    html! {
        h2 { "Keberatan " (objection.number) }
        p { (objection.stage.label()) "." }
        dl.facts {
            div { dt { "Dicatat" } dd { (date(objection.registered_on)) } }
            @match (objection.answered, promised.or(objection.due)) {
                (Some((verdict, on)), _) => div { dt { "Tanggapan" } dd { (verdict.label()) ", surat tanggal " (date(on)) } },
                (None, Some(due)) => div { dt { "Batas tanggapan" } dd { (weekday_date(due)) } },
                (None, None) => {}
            }
            @if let Some((step, on)) = objection.step { div { dt { "Sengketa" } dd { (step.label()) ", " (date(on)) } } }
        }
    }
}
