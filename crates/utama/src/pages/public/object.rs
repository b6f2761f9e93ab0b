//! Objecting on the web, for whoever has the receipt of the request: the grounds as on the form, and a number of its own at once.

use axum::extract::rejection::FormRejection;
use axum::extract::{Extension, Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use loket_domain::days_of;
use loket_domain::ids::ObjectionId;
use loket_domain::indonesian::weekday_date;
use loket_domain::objection::{Objection, ObjectionGround, ObjectionInput};
use loket_domain::problem::{Problems, Refused};
use maud::{Markup, html};
use std::sync::Arc;

use super::super::kit::answer::Unable;
use super::super::kit::page::id;
use super::ask::takes;
use super::by_receipt::{Followed, ShownReceipt, steadily};
use super::entrance::VisitorAddress;
use super::filed::shown;
use super::follow::{PLACE, may_object, objections_of, opened, unread};
use super::frame::public_page;
use super::front::how_to_object;
use super::typed::{SHEET_BOX, STEP_BOX, TRAP_BOX, TypedBoxes, Wrongs, sealed, tick, typed_field};
use crate::asking::{Crowded, Filed, FilingFault, Unsealed};
use crate::clock::civil;
use crate::settings::PublicDoor;
use crate::state::Shared;

/// Where objections are written.
pub(super) const HERE: &str = "/publik/lacak/keberatan";
/// The boxes of the grounds.
const GROUND_BOX: &str = "grounds";

/// One objection that is being written about a request.
struct Objecting<'a> {
    shared: &'a Shared,
    door: &'a PublicDoor,
    receipt: &'a ShownReceipt,
    followed: &'a Followed,
    typed: &'a TypedBoxes,
}

impl Objecting<'_> {
    /// What a form for this request is sealed for.
    fn purpose(&self) -> String {
        format!("{HERE}/{}", self.followed.row.request)
    }

    fn draw(&self, status: StatusCode, wrongs: &Wrongs, told: Option<&str>, anew: bool) -> Result<Response, Unable> {
        let drawn = anew.then(|| self.shared.forms.draw(&self.purpose(), self.shared.clock.millis())).transpose()?;
        let seal = drawn.as_deref().unwrap_or_else(|| self.typed.get(SHEET_BOX));
        let chosen = self.typed.all(GROUND_BOX);
        let main = html! {
            h1 { "Ajukan keberatan" }
            p { "Atas permohonan " strong { (self.followed.row.number) } " kepada " (self.followed.office.name) ". Keberatan diteruskan kepada Atasan PPID." }
            @if let Some(told) = told { p.said role="alert" { (told) } }
            @if !may_object(&self.followed.row, civil(self.shared.clock.millis()).date()) {
                p.quiet { "Menurut catatan belum ada jawaban dan batasnya belum lewat, atau permohonan ini sudah berakhir tanpa jawaban. Anda tetap boleh mengajukan; Atasan PPID yang menilainya." }
            }
            (wrongs.summary())
            form method="post" action=(HERE) novalidate {
                (sealed(seal))
                (shown(&self.receipt.number, &self.receipt.code))
                fieldset id=(id(GROUND_BOX)) {
                    legend { "Alasan (Pasal 35 UU 14/2008); boleh lebih dari satu" }
                    @if let Some(problem) = wrongs.at(GROUND_BOX) { p.problem { (problem) } }
                    @for ground in ObjectionGround::ALL {
                        (tick(GROUND_BOX, ground.code(), ground.label(), chosen.iter().any(|code| code == ground.code()), wrongs))
                    }
                }
                (typed_field("case_position", "Yang terjadi", self.typed, wrongs).help("Ceritakan singkat apa yang Anda minta, apa jawabannya, dan apa yang Anda inginkan.").text())
                p.quiet { "Nama, alamat dan identitas diambil dari permohonannya. Keberatan melalui kuasa diajukan di kantor dengan surat kuasa khusus." }
                button name=(STEP_BOX) value="kirim" { "Kirim keberatan" }
            }
        };
        Ok((status, public_page(self.door, PLACE, "Ajukan keberatan", main)).into_response())
    }

    fn refused(&self, told: &str, anew: bool) -> Result<Response, Unable> {
        self.draw(StatusCode::UNPROCESSABLE_ENTITY, &Wrongs::default(), Some(told), anew)
    }

    fn wrong(&self, refused: Refused) -> Result<Response, Unable> {
        match refused {
            Refused::Fields(problems) => self.draw(StatusCode::UNPROCESSABLE_ENTITY, &Wrongs::of(problems), None, false),
            other => self.refused(&other.to_string(), false),
        }
    }

    fn input(&self) -> ObjectionInput {
        ObjectionInput {
            request: self.followed.row.request.to_string(),
            grounds: self.typed.all(GROUND_BOX),
            case_position: self.typed.get("case_position").to_owned(),
            ..ObjectionInput::default()
        }
    }

    /// What keeps it from being written at all.
    async fn closed(&self, own: Option<ObjectionId>) -> Result<Option<&'static str>, Unable> {
        if !takes(self.shared, self.door, &self.followed.office).await? {
            return Ok(Some("Kantor ini tidak menerima keberatan lewat laman. Ajukan langsung atau dengan surat."));
        }
        let known = objections_of(self.shared, self.followed).await?;
        // What was sent already is shown again, whatever happened since.
        if known.iter().any(|(id, _)| Some(ObjectionId(*id)) == own) {
            return Ok(None);
        }
        let other = known.iter().any(|(_, objection)| objection.turn.is_some());
        Ok(other.then_some("Keberatan atas permohonan ini sudah tercatat dan sedang berjalan; lihat di jalannya permohonan."))
    }

    async fn file(&self, id: ObjectionId, from: std::net::IpAddr) -> Result<Response, Unable> {
        let input = self.input();
        let mut p = Problems::default();
        p.when(input.grounds.is_empty(), GROUND_BOX, "Pilih sekurang-kurangnya satu alasan.");
        p.when(input.case_position.trim().is_empty(), "case_position", "Ceritakan apa yang terjadi.");
        if !p.is_empty() {
            return self.wrong(Refused::Fields(p.into_vec()));
        }
        let known = objections_of(self.shared, self.followed).await?.iter().any(|(known, _)| *known == id.0);
        let (office, now) = (&self.followed.office.code, self.shared.clock.millis());
        let limits = (self.door.by_address, self.door.at_office);
        if !known {
            match self.shared.filings.file(from, office, limits, now) {
                Ok(()) => {}
                Err(Crowded::Address(_) | Crowded::Office) => {
                    let told = "Terlalu banyak yang diajukan hari ini dari alamat Anda atau ke kantor ini. Coba lagi nanti; isian Anda masih ada.";
                    return self.draw(StatusCode::TOO_MANY_REQUESTS, &Wrongs::default(), Some(told), false);
                }
            }
        }
        match self.shared.filing().objection(office, id, self.followed.row.request, &input).await {
            Ok(Filed::Before(objection)) if !says_the_same(&objection, &input) => {
                let told = "Formulir ini sudah pernah dikirim dengan isi lain; keberatan itu yang tercatat. Isian Anda masih ada di bawah.";
                self.refused(told, false)
            }
            Ok(Filed::Now(objection) | Filed::Before(objection)) => Ok(self.done(&objection, id).into_response()),
            Err(FilingFault::Refused(refused)) => self.wrong(refused),
            Err(fault @ (FilingFault::Unknown | FilingFault::Busy | FilingFault::ObjectionRuns | FilingFault::Full)) => {
                self.refused(&fault.to_string(), false)
            }
            Err(FilingFault::NoRandomness(fault)) => Err(fault.into()),
            Err(FilingFault::Store(fault)) => Err(fault.into()),
        }
    }

    /// The page after it was sent.
    fn done(&self, objection: &Objection, id: ObjectionId) -> Markup {
        let ShownReceipt { number, code } = self.receipt;
        let main = html! {
            h1 { "Keberatan Anda terdaftar" }
            dl.facts.big { div { dt { "Nomor keberatan" } dd { (objection.number.text) } } }
            dl.facts {
                div {
                    dt { "Tanggapan Atasan PPID" }
                    dd {
                        @match objection.due {
                            Some(due) => { "paling lambat " (weekday_date(due)) },
                            None => { "dalam " (days_of!(ObjectionAnswer)) " hari kerja" },
                        }
                    }
                }
            }
            form method="post" action="/publik/lacak/tanda-bukti" {
                (shown(number, code))
                input type="hidden" name="keberatan" value=(id.0);
                button { "Unduh formulir keberatan (PDF)" }
            }
            form method="post" action="/publik/lacak" { (shown(number, code)) button.quieter { "Lihat jalannya permohonan" } }
            p { "Keberatan ini diikuti dengan nomor pendaftaran dan kode periksa permohonannya. Belum puas dengan tanggapannya, atau tidak ditanggapi? Ajukan sengketa ke Komisi Informasi dalam " (days_of!(Dispute)) " hari kerja." }
        };
        public_page(self.door, PLACE, "Keberatan terdaftar", main)
    }
}

pub(crate) async fn object(
    State(shared): State<Arc<Shared>>,
    Extension(door): Extension<PublicDoor>,
    Extension(VisitorAddress(from)): Extension<VisitorAddress>,
    sent: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Result<Response, Unable> {
    let typed = match TypedBoxes::read(sent) {
        Ok(typed) => typed,
        Err(status) => return Ok(unread(&door, status)),
    };
    let receipt = ShownReceipt::of(|name| typed.get(name));
    steadily(async {
        let followed = match opened(&shared, &door, &receipt, from).await? {
            Ok(followed) => followed,
            Err(page) => return Ok(page),
        };
        let writing = Objecting { shared: &shared, door: &door, receipt: &receipt, followed: &followed, typed: &typed };
        let now = shared.clock.millis();
        let drawn = shared.forms.read(&writing.purpose(), typed.get(SHEET_BOX), now);
        let own = drawn.ok().map(|drawn| ObjectionId(drawn.identity));
        if let Some(told) = writing.closed(own).await? {
            return Ok((StatusCode::CONFLICT, closed(&door, told, typed.get("case_position"))).into_response());
        }
        if typed.get(STEP_BOX) != "kirim" {
            return writing.draw(StatusCode::OK, &Wrongs::default(), None, true);
        }
        if !typed.get(TRAP_BOX).is_empty() {
            return writing.refused("Kotak yang harus kosong terisi. Isian lain masih ada; kirim sekali lagi.", false);
        }
        match drawn {
            Ok(drawn) => writing.file(ObjectionId(drawn.identity), from).await,
            Err(Unsealed::Hasty) => {
                writing.refused("Terkirim terlalu cepat. Tunggu beberapa detik, lalu tekan sekali lagi.", false)
            }
            Err(Unsealed::Stale) => {
                writing.refused("Formulir ini terlalu lama terbuka. Isian Anda masih ada; kirim sekali lagi.", true)
            }
        }
    })
    .await
}

/// Whether what was registered is what is typed now.
fn says_the_same(objection: &Objection, input: &ObjectionInput) -> bool {
    let grounds = objection.form.grounds.iter().all(|ground| input.grounds.iter().any(|code| code == ground.code()));
    let as_many = objection.form.grounds.len() == input.grounds.len();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    grounds && as_many && words(&objection.form.case_position) == words(&input.case_position)
}

/// Nothing may be written here; what was is not lost.
fn closed(door: &PublicDoor, told: &str, written: &str) -> Markup {
    let main = html! {
        h1 { "Keberatan tidak dapat diajukan di sini" }
        p { (told) }
        (how_to_object())
        @if !written.is_empty() { h2 { "Yang Anda tulis" } p.typed { (written) } }
    };
    public_page(door, PLACE, "Keberatan", main)
}
