//! What somebody gets at once who filed a request: number, code, receipt, and until when what comes.

use chrono::{Days, NaiveDate};
use loket_domain::calendar::Calendar;
use loket_domain::clock::Clock;
use loket_domain::indonesian::{time, weekday_date};
use loket_domain::office::OfficeProfile;
use loket_domain::request::Request;
use loket_domain::working_days::is_working_day;
use maud::{Markup, html};

use super::ask_form::asked_papers;
use super::offices::PublicOffice;

/// Days within which an office works again, whatever holidays there are.
const SOON: u64 = 30;

/// The first working day after this one; none while its year has no calendar.
fn next_working_day(profile: &OfficeProfile, calendar: &Calendar, after: NaiveDate) -> Option<NaiveDate> {
    let later = (1..=SOON).filter_map(|days| after.checked_add_days(Days::new(days)));
    let works = |day: &NaiveDate| is_working_day(calendar, profile.counting(), *day).unwrap_or(false);
    later.into_iter().find(works)
}

/// Hidden boxes that open a request by its receipt.
pub(super) fn shown(number: &str, code: &str) -> Markup {
    html! {
        input type="hidden" name="nomor" value=(number);
        input type="hidden" name="kode" value=(code);
    }
}

/// The page after it was sent.
pub(super) fn filed(
    office: &PublicOffice,
    profile: &OfficeProfile,
    calendar: &Calendar,
    request: &Request,
    code: &str,
) -> Markup {
    let form = &request.registration;
    let number = request.number.text.as_str();
    let works = is_working_day(calendar, profile.counting(), form.received_on).unwrap_or(true);
    let papers = asked_papers(form.applicant.category, form.applicant.is_mandated());
    html! {
        h1 { "Permohonan Anda terdaftar" }
        p { "Di " a href={ "/publik/kantor/" (office.code) } { (office.name) } ". Simpan nomor dan kode ini; hanya keduanya yang membuka permohonan Anda." }
        dl.facts.big {
            div { dt { "Nomor pendaftaran" } dd { (number) } }
            div { dt { "Kode periksa" } dd { (code) } }
        }
        form method="post" action="/publik/lacak/tanda-bukti" { (shown(number, code)) button { "Unduh tanda bukti (PDF)" } }
        form method="post" action="/publik/lacak" { (shown(number, code)) button.quieter { "Lihat jalannya permohonan" } }
        h2 { "Selanjutnya" }
        dl.facts {
            div {
                dt { "Diterima" }
                dd {
                    (weekday_date(form.received_on)) ", pukul " (time(form.received_at, profile.zone()))
                    @if !works { ", bukan hari kerja kantor" }
                }
            }
            @if let Some(first) = next_working_day(profile, calendar, form.received_on) {
                div { dt { "Hari pertama yang dihitung" } dd { (weekday_date(first)) } }
            }
            div { dt { "Kelengkapan diperiksa" } dd { (by(request.promised.completeness, Clock::Completeness)) } }
            div {
                dt { "Jawaban tertulis" }
                dd {
                    @match request.promised.official {
                        Some(due) => { "paling lambat " (weekday_date(due)) },
                        None => { (Clock::Answer.in_words()) " sejak berkas dinyatakan lengkap" },
                    }
                    "; dapat diperpanjang satu kali " (Clock::Extension.in_words()) " dengan alasan tertulis"
                }
            }
        }
        p { "Hari dihitung sejak hari kerja berikutnya: yang dikirim malam, Sabtu, Minggu atau hari libur tidak kehilangan hak apa pun." }
        h2 { "Yang masih diperiksa kantor" }
        p { "Kirim pindaian atau fotonya lewat “Lihat jalannya permohonan” di atas, atau bawa ke kantor:" }
        ul { @for paper in &papers { li { (paper) } } }
        @if let Some(contact) = profile.contact_line() { p { "Kantor dapat dihubungi: " (contact) } }
    }
}

/// Until when, as far as the calendar is known.
fn by(due: Option<NaiveDate>, clock: Clock) -> Markup {
    html! {
        @match due {
            Some(due) => { "paling lambat " (weekday_date(due)) },
            None => { "dalam " (clock.in_words()) },
        }
    }
}
