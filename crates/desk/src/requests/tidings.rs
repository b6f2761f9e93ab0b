//! Word to the applicant: what is true of the request now, in a few lines for a telephone, and the links that carry it.
//!
//! A link leaves the office and may be read by whoever holds the telephone: it bears number, dates, office and contact, and neither
//! name nor NIK nor address nor what was asked.

use loket_domain::clock::Clock;
use loket_domain::indonesian::{date, rupiah, weekday_date};
use loket_domain::office::ClockStart;
use loket_domain::problem::Refused;
use loket_domain::request::{AccessMode, NoMobile, Outcome, Request, Tidings, TidingsWay, mobile_number};
use loket_letters::Qr;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use rusqlite::Connection;

use crate::context::Context;
use crate::error::DeskError;
use crate::requests::known::known;
use crate::views::tidings::{QrDrawing, TidingsLink, TidingsView};

/// What may stand in a link as it is.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The text about a request, and the ways to give it.
pub(crate) fn tidings(tables: &Connection, context: &Context<'_>, id: &str, about: &str) -> Result<TidingsView, DeskError> {
    let (text, links) = made(tables, context, id, about)?;
    let links = links.into_iter().map(Link::shown).collect::<Result<_, _>>()?;
    Ok(TidingsView { text, links })
}

/// The link at this place of the ways to give it, for the program that the system has for it.
pub(crate) fn link(tables: &Connection, context: &Context<'_>, id: &str, about: &str, place: u32) -> Result<String, DeskError> {
    let (_, links) = made(tables, context, id, about)?;
    let link = usize::try_from(place).ok().and_then(|place| links.into_iter().nth(place));
    Ok(link.and_then(|link| link.address.ok()).ok_or(Refused::Unknown)?)
}

fn made(tables: &Connection, context: &Context<'_>, id: &str, about: &str) -> Result<(String, Vec<Link>), DeskError> {
    let (_, request) = known(tables, id)?;
    let about = Tidings::from_code(about).filter(|about| request.tidings().contains(about)).ok_or(Refused::Unknown)?;
    let text = text(context, &request, about);
    let links = links(&request, &text);
    Ok((text, links))
}

/// A way to give it, and its address or why there is none.
struct Link {
    way: TidingsWay,
    whom: String,
    address: Result<String, String>,
}

impl Link {
    fn shown(self) -> Result<TidingsLink, DeskError> {
        let Self { way, whom, address } = self;
        let scanned = way == TidingsWay::WhatsApp;
        let qr = address.as_ref().ok().filter(|_| scanned).map(|address| drawing(address)).transpose()?;
        Ok(TidingsLink { way: way.code().to_owned(), label: way.label().to_owned(), whom, why_not: address.err(), qr })
    }
}

fn drawing(address: &str) -> Result<QrDrawing, DeskError> {
    let Qr { side, stretches } = Qr::encode(address)?;
    let bars = stretches.iter().map(|(row, first, length)| format!("M{first} {row}h{length}v1h-{length}z"));
    Ok(QrDrawing { side, path: bars.collect() })
}

/// The ways to reach whoever asks, and whoever acts.
fn links(request: &Request, text: &str) -> Vec<Link> {
    let who = request.applicant();
    let whatsapp = |whom: &str, phone: Option<&String>| {
        let number = phone.map_or(Err(NoMobile::None), |phone| mobile_number(phone));
        let address = number.map(|number| format!("https://wa.me/{number}?text={}", encoded(text)));
        let shown = phone.map_or_else(|| whom.to_owned(), |phone| format!("{whom}, {phone}"));
        Link { way: TidingsWay::WhatsApp, whom: shown, address: address.map_err(|why| why.to_string()) }
    };
    let acting = who.representative.as_ref().map(|acting| whatsapp(acting.acting_as.label(), acting.phone.as_ref()));
    let mail = match &who.email {
        Some(email) => {
            let subject = format!("Permohonan informasi {}", request.number.text);
            let body = text.replace('\n', "\r\n");
            // The sign between name and host is part of an address.
            let to = encoded(email).replace("%40", "@");
            Ok(format!("mailto:{to}?subject={}&body={}", encoded(&subject), encoded(&body)))
        }
        None => Err("Pemohon tidak memberi alamat e-mail.".to_owned()),
    };
    let whom = who.email.as_ref().map_or_else(|| "pemohon".to_owned(), |email| format!("pemohon, {email}"));
    let mail = Link { way: TidingsWay::Email, whom, address: mail };
    acting.into_iter().chain([whatsapp("pemohon", who.phone.as_ref()), mail]).collect()
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// The text, true of the request as it stands.
fn text(context: &Context<'_>, request: &Request, about: Tidings) -> String {
    let profile = &context.office.profile;
    let contact = profile.contact_line().map_or_else(String::new, |contact| format!("\n{contact}"));
    format!("Yth. Pemohon Informasi Publik,\n{}\n\nPPID {}{contact}", body(context, request, about), profile.name())
}

fn body(context: &Context<'_>, request: &Request, about: Tidings) -> String {
    let number = &request.number.text;
    match about {
        Tidings::Received => format!(
            "Permohonan Anda kami terima {} dan terdaftar dengan nomor {number}. {}",
            weekday_date(request.registration.received_on),
            [check(request), answer_by(context, request)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        ),
        Tidings::Incomplete => incomplete(request),
        Tidings::Complete => format!(
            "Berkas permohonan nomor {number} sudah lengkap{}. {}",
            request.complete_on.map_or_else(String::new, |on| format!(" sejak {}", weekday_date(on))),
            answer_by(context, request).unwrap_or_default()
        ),
        Tidings::Extended => {
            let letter = request.extension.as_ref().map_or_else(String::new, |extension| of_letter(&extension.letter));
            let answer = answer_by(context, request).unwrap_or_default();
            format!("Waktu menjawab permohonan nomor {number} kami perpanjang{letter}. {answer}")
        }
        Tidings::Moved => format!(
            "Batas waktu jawaban permohonan nomor {number} bergeser karena perubahan hari kerja. {}",
            answer_by(context, request).unwrap_or_default()
        ),
        Tidings::Reopened => {
            let due = request.order().map_or_else(String::new, |order| format!(" paling lambat {}", weekday_date(order.due)));
            format!("Permohonan nomor {number} dibuka kembali dan kami jawab lagi{due}.")
        }
        Tidings::Ready => format!("{} {}", given(context, request, "dapat", "mulai"), fetching(request)),
        Tidings::Reminder => format!("{} {}", given(context, request, "masih dapat", "sejak"), fetching(request)),
        Tidings::Answered => answered(request),
        Tidings::Closed => {
            let on = request.outcome.as_ref().map_or(request.registered_on, Outcome::on);
            format!(
                "Permohonan nomor {number} kami tutup {} karena berkasnya tidak dilengkapi. Anda dapat mengajukan permohonan baru.",
                weekday_date(on)
            )
        }
        Tidings::Other => format!("Ada kabar tentang permohonan nomor {number}; silakan hubungi kami."),
    }
}

/// Until when the papers are looked at, while they are.
fn check(request: &Request) -> Option<String> {
    let due = request.promised.completeness.filter(|_| request.complete_on.is_none())?;
    Some(format!("Kelengkapan berkas kami periksa paling lambat {}.", weekday_date(due)))
}

/// Until when the answer comes, as the last paper named it.
fn answer_by(context: &Context<'_>, request: &Request) -> Option<String> {
    let waits = context.office.profile.clock_start == ClockStart::Complete && request.complete_on.is_none();
    match request.promised.official {
        Some(due) => Some(format!("Jawaban tertulis kami sampaikan paling lambat {}.", weekday_date(due))),
        None if waits => {
            Some(format!("Jawaban tertulis kami sampaikan paling lambat {} sejak berkas lengkap.", Clock::Answer.length()))
        }
        // No date is guessed in a year whose calendar is not loaded.
        None => None,
    }
}

fn of_letter(letter: &loket_domain::request::Letter) -> String {
    let number = if letter.is_numbered() { format!(" nomor {}", letter.number) } else { String::new() };
    format!(" dengan surat{number} tanggal {}", date(letter.date))
}

fn incomplete(request: &Request) -> String {
    let number = &request.number.text;
    let Some(told) = &request.incomplete else { return format!("Berkas permohonan nomor {number} belum lengkap.") };
    let by = match told.due {
        Some(due) => format!("paling lambat {}", weekday_date(due)),
        None => format!("dalam {} sejak surat keterangan tidak lengkap Anda terima", Clock::Completion.length()),
    };
    format!(
        "Berkas permohonan nomor {number} belum lengkap. Yang masih kurang: {}. Mohon dilengkapi {by}.",
        told.missing.join("; ")
    )
}

/// What was granted, and since when it lies here.
fn given(context: &Context<'_>, request: &Request, may: &str, from: &str) -> String {
    let ready = request.ready_on(&context.office.profile, context.calendar);
    let since = ready.map_or_else(String::new, |on| format!(" {from} {}", weekday_date(on)));
    let how = match request.registration.access_mode {
        AccessMode::View => "dilihat",
        AccessMode::Copy => "diambil",
    };
    format!("Informasi untuk permohonan nomor {} {may} {how} di kantor kami pada jam kerja{since}.", request.number.text)
}

/// What whoever comes for it brings.
fn fetching(request: &Request) -> String {
    let fee = match request.owed() {
        0 => String::new(),
        owed => format!(" Biaya salinan {} dibayar saat itu.", rupiah(owed)),
    };
    format!("Bawalah tanda bukti penerimaan dan identitas.{fee}")
}

fn answered(request: &Request) -> String {
    let letter = request.outcome.as_ref().and_then(Outcome::letter).map_or_else(String::new, of_letter);
    let sent = request.answer_sent().map(|sent| format!(" Surat itu disampaikan {} ({}).", date(sent.on), sent.way.label()));
    let sent = sent.unwrap_or_else(|| " Suratnya dapat diambil di kantor kami pada jam kerja.".to_owned());
    format!(
        "Permohonan nomor {} sudah kami jawab{letter}.{sent} Bila belum puas, keberatan dapat diajukan dalam {} sejak jawaban \
         diterima.",
        request.number.text,
        Clock::Objection.length()
    )
}
