//! Asking for information on the web: the form, what it says before it is sent, and the number at once.
//!
//! Nothing of it stands in an address or a log. What was typed goes with the form from page to page, so no cookie is needed, and the
//! seal of the form is the identity of the request: sent twice it is one.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use loket_domain::deadline::Today;
use loket_domain::ids::RequestId;
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{Category, Registration, Request};
use loket_journal::Subject;
use maud::{Markup, html};
use std::collections::HashMap;
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::ask_form::{AGREED_BOX, draft, form, here};
use super::ask_review::{matching, review};
use super::by_receipt::{codes, kept_by_nobody};
use super::entrance::VisitorAddress;
use super::filed::filed;
use super::frame::{missing, public_page};
use super::front::how_to_ask;
use super::offices::{PublicOffice, PublicOffices};
use super::typed::{SHEET_BOX, STEP_BOX, TRAP_BOX, TypedBoxes, Wrongs};
use crate::asking::{Crowded, Filed, FilingFault, Unsealed};
use crate::clock::civil;
use crate::fault::StoreFault;
use crate::inbox::Case;
use crate::settings::{PublicDoor, office_asking, offices_asking};
use crate::state::Shared;

/// The place in the menu it belongs to.
pub(super) const PLACE: &str = "/publik/ajukan";

/// Whether this office takes requests on the web now.
pub(super) async fn takes(shared: &Shared, door: &PublicDoor, office: &PublicOffice) -> Result<bool, StoreFault> {
    let asking = office_asking(shared.store.as_ref(), &office.code).await?;
    Ok(!office.retired && office.known.is_some() && asking.takes(door))
}

/// The offices that take requests on the web.
pub(crate) async fn offices(State(shared): State<Arc<Shared>>, Extension(door): Extension<PublicDoor>) -> Result<Markup, Unable> {
    let listed = PublicOffices::read(&shared).await?;
    let asking = offices_asking(shared.store.as_ref()).await?;
    let known = shared.store.known_offices(&listed.reach("")).await?;
    let takes = |code: &str| {
        let known = known.iter().any(|(office, known)| office == code && known.is_some());
        known && asking.get(code).map_or(door.asking, |asking| asking.takes(&door))
    };
    let (here, elsewhere): (Vec<_>, Vec<_>) = listed.each().partition(|(code, _)| takes(code));
    let main = html! {
        h1 { "Ajukan permohonan" }
        p { "Pilih kantor yang menguasai informasinya. Belum tahu yang mana? " a href="/publik/informasi" { "Cari dahulu di daftar informasi" } ", atau tanyakan kepada PPID Utama (di bawah halaman ini)." }
        ul.list { @for (code, name) in &here { li { a href={ "/publik/kantor/" (code) "/ajukan" } { (name) } } } }
        @if here.is_empty() { p { "Belum ada kantor yang menerima permohonan lewat laman." } (how_to_ask()) }
        @if !here.is_empty() && !elsewhere.is_empty() {
            h2 { "Kantor lain" }
            (how_to_ask())
            ul.list { @for (code, name) in &elsewhere { li { a href={ "/publik/kantor/" (code) } { (name) } } } }
        }
    };
    Ok(public_page(&door, PLACE, "Ajukan permohonan", main))
}

pub(crate) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    if !takes(&shared, &door, &office).await? {
        return Ok(kept_by_nobody(shut(&door, &office, &TypedBoxes::default())));
    }
    let category = query.get("sebagai").map(String::as_str).unwrap_or_default();
    let usual = [("category", category), ("access_mode", "copy"), ("copy_format", "softcopy"), ("delivery_mode", "pick_up")];
    let typed = usual.iter().fold(TypedBoxes::default(), |typed, (name, value)| typed.with(name, value));
    let seal = shared.forms.draw(&here(&office), shared.clock.millis())?;
    let main = form(&office, &typed, &Wrongs::default(), None, &seal);
    Ok(kept_by_nobody(public_page(&door, PLACE, "Ajukan permohonan", main)))
}

/// The office takes nothing on the web; what was typed is not lost.
fn shut(door: &PublicDoor, office: &PublicOffice, typed: &TypedBoxes) -> Markup {
    let written: Vec<_> =
        ["information", "purpose"].into_iter().map(|name| typed.get(name)).filter(|text| !text.is_empty()).collect();
    let main = html! {
        h1 { "Belum dapat diajukan di sini" }
        p { a href={ "/publik/kantor/" (office.code) } { (office.name) } " tidak menerima permohonan lewat laman." }
        @if office.retired { p { "Kantor ini tidak aktif lagi; tanyakan kepada PPID Utama (di bawah halaman ini)." } } @else { (how_to_ask()) }
        @if !written.is_empty() {
            h2 { "Yang Anda tulis" }
            p { "Salin untuk surat atau e-mail Anda." }
            @for text in written { p.typed { (text) } }
        }
    };
    public_page(door, PLACE, "Belum dapat diajukan", main)
}

/// One sending of the form, and what it is answered with.
struct Sending<'a> {
    shared: &'a Shared,
    door: &'a PublicDoor,
    office: &'a PublicOffice,
    typed: &'a TypedBoxes,
}

impl Sending<'_> {
    /// The form again as it was typed; with a new seal where the old one is used up.
    fn again(&self, status: StatusCode, wrongs: &Wrongs, told: Option<&str>, anew: bool) -> Result<Response, Unable> {
        let drawn = anew.then(|| self.shared.forms.draw(&here(self.office), self.shared.clock.millis())).transpose()?;
        let seal = drawn.as_deref().unwrap_or_else(|| self.typed.get(SHEET_BOX));
        let main = form(self.office, self.typed, wrongs, told, seal);
        Ok((status, public_page(self.door, PLACE, "Ajukan permohonan", main)).into_response())
    }

    fn refused(&self, told: &str, anew: bool) -> Result<Response, Unable> {
        self.again(StatusCode::UNPROCESSABLE_ENTITY, &Wrongs::default(), Some(told), anew)
    }

    fn wrong(&self, refused: Refused) -> Result<Response, Unable> {
        match refused {
            Refused::Fields(problems) => self.again(StatusCode::UNPROCESSABLE_ENTITY, &Wrongs::of(problems), None, false),
            other => self.refused(&other.to_string(), false),
        }
    }

    /// What the form says, if all of it is right.
    fn check(&self, case: &Case) -> Result<Registration, Refused> {
        let at = civil(self.shared.clock.millis());
        let calendar = case.office.calendar(&self.shared.calendar);
        let today = Today { date: at.date(), time: at.time(), office: &case.office, calendar: &calendar };
        let mut p = Problems::default();
        let checked = match draft(self.typed, at).check(&today) {
            Ok(registration) => Some(registration),
            Err(Refused::Fields(problems)) => {
                problems.into_iter().for_each(|problem| p.add(&problem.field, problem.message));
                None
            }
            Err(other) => return Err(other),
        };
        // Whoever acts for somebody is not lost for want of a tick.
        let named = ["representative_name", "representative_address", "representative_phone"]
            .iter()
            .any(|name| !self.typed.get(name).trim().is_empty());
        p.when(
            named && self.typed.get("represented") != "ya",
            "represented",
            "Centang bila pemohon memang diwakili; bila tidak, kosongkan nama, alamat dan telepon yang mewakili.",
        );
        let agreed = self.typed.get(AGREED_BOX) == "ya";
        p.when(
            !agreed,
            AGREED_BOX,
            "Baca pemberitahuan data pribadi, lalu centang bila setuju; tanpa itu ajukan langsung di kantor.",
        );
        p.or(checked)
    }

    /// Whether it was the same that was asked before with this form.
    fn same(&self, asked: &Registration, known: &Request) -> bool {
        let (on, at) = (known.registration.received_on, known.registration.received_at);
        Registration { received_on: on, received_at: at, ..asked.clone() } == known.registration
    }

    async fn file(&self, case: &Case, id: RequestId, from: std::net::IpAddr) -> Result<Response, Unable> {
        let asked = match self.check(case) {
            Ok(asked) => asked,
            Err(refused) => return self.wrong(refused),
        };
        if case.request().is_none() {
            let limits = (self.door.by_address, self.door.at_office);
            let counted = self.shared.filings.file(from, &self.office.code, limits, self.shared.clock.millis());
            if let Err(crowded) = counted {
                return self.crowded(crowded);
            }
        }
        let draft = draft(self.typed, civil(self.shared.clock.millis()));
        match self.shared.filing().request(&self.office.code, id, &draft).await {
            Ok(Filed::Now(request)) => self.done(&request, id).await,
            Ok(Filed::Before(request)) if self.same(&asked, &request) => self.done(&request, id).await,
            Ok(Filed::Before(_)) => self.refused(
                "Formulir ini sudah pernah dikirim dengan isi lain. Bila yang ini permohonan baru, periksa lalu kirim sekali lagi.",
                true,
            ),
            Err(FilingFault::Refused(refused)) => self.wrong(refused),
            Err(fault @ (FilingFault::Unknown | FilingFault::Busy | FilingFault::ObjectionRuns | FilingFault::Full)) => self.refused(&fault.to_string(), false),
            Err(FilingFault::NoRandomness(fault)) => Err(fault.into()),
            Err(FilingFault::Store(fault)) => Err(fault.into()),
        }
    }

    fn crowded(&self, crowded: Crowded) -> Result<Response, Unable> {
        let (told, seconds) = match crowded {
            Crowded::Address(seconds) => (
                format!("Dari alamat internet Anda sudah banyak yang diajukan. Coba lagi {} menit lagi; isian Anda masih ada.", seconds.div_ceil(60)),
                Some(seconds),
            ),
            Crowded::Office => (
                "Hari ini terlalu banyak permohonan lewat laman di kantor ini. Coba lagi besok, atau ajukan langsung; isian Anda masih ada.".to_owned(),
                None,
            ),
        };
        let mut answer = self.again(StatusCode::TOO_MANY_REQUESTS, &Wrongs::default(), Some(&told), false)?;
        if let Some(seconds) = seconds {
            answer.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        Ok(answer)
    }

    async fn done(&self, request: &Request, id: RequestId) -> Result<Response, Unable> {
        let entries = self.shared.store.story(&self.office.code, Subject::Request(id)).await?;
        let code = codes(entries).into_iter().next().unwrap_or_default();
        let Some(known) = &self.office.known else { return Ok(missing(self.door)) };
        let calendar = known.counting(&self.shared.calendar).calendar;
        let main = filed(self.office, &known.profile, &calendar, request, &code);
        Ok(public_page(self.door, PLACE, "Permohonan terdaftar", main).into_response())
    }
}

pub(crate) async fn send(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    Path(code): Path<String>,
    sent: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Unable> {
    let Some(office) = PublicOffice::read(&shared, &code).await? else { return Ok(missing(&door)) };
    let typed = match TypedBoxes::read(sent) {
        Ok(typed) => typed,
        Err(status) => return Ok(kept_by_nobody((status, unread(&door, &office)))),
    };
    if !takes(&shared, &door, &office).await? {
        return Ok(kept_by_nobody((StatusCode::CONFLICT, shut(&door, &office, &typed))));
    }
    if let Some(category) = Category::from_code(typed.get(STEP_BOX)) {
        // Somebody else asks: the same form with other boxes, and all that was typed.
        let typed = typed.with("category", category.code());
        let sending = Sending { shared: &shared, door: &door, office: &office, typed: &typed };
        let unsealed = typed.get(SHEET_BOX).is_empty();
        return Ok(kept_by_nobody(sending.again(StatusCode::OK, &Wrongs::default(), None, unsealed)?));
    }
    let sending = Sending { shared: &shared, door: &door, office: &office, typed: &typed };
    if !typed.get(TRAP_BOX).is_empty() {
        let told = "Kotak yang harus kosong terisi, mungkin oleh peramban Anda. Isian lain masih ada; kirim sekali lagi.";
        return Ok(kept_by_nobody(sending.refused(told, false)?));
    }
    let drawn = match shared.forms.read(&here(&office), typed.get(SHEET_BOX), shared.clock.millis()) {
        Ok(drawn) => drawn,
        Err(Unsealed::Hasty) => {
            let told = "Terkirim terlalu cepat. Tunggu beberapa detik, lalu tekan sekali lagi; isian Anda masih ada.";
            return Ok(kept_by_nobody(sending.refused(told, false)?));
        }
        Err(Unsealed::Stale) => {
            let told = "Formulir ini terlalu lama terbuka. Isian Anda masih ada; periksa, lalu kirim sekali lagi.";
            return Ok(kept_by_nobody(sending.refused(told, true)?));
        }
    };
    let id = RequestId(drawn.identity);
    let case = Case::read(shared.store.as_ref(), &shared.sync.public(), &office.code, Subject::Request(id)).await?;
    let Some(case) = case else { return Ok(kept_by_nobody((StatusCode::CONFLICT, shut(&door, &office, &typed)))) };
    let answer = match typed.get(STEP_BOX) {
        "kirim" => sending.file(&case, id, from).await?,
        "ubah" => sending.again(StatusCode::OK, &Wrongs::default(), None, false)?,
        _ => match sending.check(&case) {
            Ok(asked) => {
                let matching = matching(&shared, &office, &asked.information).await?;
                let main = review(&office, &asked, &typed, &matching, typed.get(SHEET_BOX));
                public_page(&door, PLACE, "Periksa, lalu kirim", main).into_response()
            }
            Err(refused) => sending.wrong(refused)?,
        },
    };
    Ok(kept_by_nobody(answer))
}

/// For what is no form, or too large for one.
fn unread(door: &PublicDoor, office: &PublicOffice) -> Markup {
    let main = html! {
        h1 { "Isian tidak dapat dibaca" }
        p { "Isian terlalu panjang, atau rusak di perjalanan. Kembali dengan tombol peramban, ringkas, lalu kirim lagi; rincian yang panjang boleh diserahkan ke kantor sebagai lampiran." }
        p { a href=(here(office)) { "Buka formulir baru" } }
    };
    public_page(door, PLACE, "Isian tidak dapat dibaca", main)
}
