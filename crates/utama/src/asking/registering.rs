//! Registering what was filed, by the law of the counter.

use chrono::Datelike;
use loket_domain::calendar::Calendar;
use loket_domain::change::{Change, OfficeChange};
use loket_domain::deadline::Today;
use loket_domain::ids::{AccountId, ObjectionId, RequestId};
use loket_domain::numbering::{NumberSeries, RegistrationNumber};
use loket_domain::objection::{self, Objection, ObjectionCommand, ObjectionInput};
use loket_domain::office::{Office, OfficeDesk};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{self, Command, Request, RequestDraft};
use loket_journal::{HybridClock, Matter, Subject};
use uuid::Uuid;

use super::book::WebBooks;
use super::desk::web_desk;
use super::numbers::NumberClaim;
use crate::clock::civil;
use crate::inbox::{Case, SubjectHistory};
use crate::matters::objections_about;
use crate::memory::Memory;
use crate::own_series::Draft;
use crate::secret::NoRandomness;
use crate::settings::web_desk_code;
use crate::store::{StoreFault, Taking};
use crate::sync::Service;

/// How often it is written again because another process wrote at the same moment.
const TRIES: usize = 5;

/// Who acts where nobody signed in: whoever filed it.
pub(crate) const THE_PUBLIC: AccountId = AccountId(Uuid::nil());

/// What became of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filed<T> {
    /// It was registered now.
    Now(T),
    /// The same form was registered before.
    Before(T),
}

/// Why nothing was registered.
#[derive(Debug, thiserror::Error)]
pub enum FilingFault {
    /// The law, or what was typed, does not allow it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// No desk of this office ever told who it is.
    #[error("Kantor ini belum dapat menerima permohonan lewat laman. Datang, tulis surat, atau hubungi PPID Utama.")]
    Unknown,
    /// An objection to how this request was handled runs already.
    #[error("Keberatan atas permohonan ini sudah tercatat dan sedang berjalan; lihat di jalannya permohonan.")]
    ObjectionRuns,
    /// As many papers as may come have come.
    #[error("Berkas lewat laman sudah cukup banyak; bawa yang lain ke kantor.")]
    Full,
    /// Others wrote again and again.
    #[error("Belum tersimpan karena banyak yang mengirim bersamaan. Kirim sekali lagi.")]
    Busy,
    /// No random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// What something is registered with.
pub struct Filing<'a> {
    /// Where it is kept.
    pub store: &'a dyn Memory,
    /// Whose key signs it, and whose dice are thrown.
    pub service: &'a Service,
    /// The days off that came with the server.
    pub calendar: &'a Calendar,
    /// What was registered on the web so far.
    pub books: &'a WebBooks,
    /// Now, in milliseconds since 1970.
    pub now: u64,
}

/// The office as it stands, and the web's desk at it.
struct WebOffice {
    case: Case,
    about_office: SubjectHistory,
    desk: OfficeDesk,
    unopened: bool,
}

impl Filing<'_> {
    /// Registers a request: number, receipt and deadlines are final when this returns. When and how it came is not asked of the form.
    ///
    /// # Errors
    /// [`FilingFault`]; then nothing was written.
    pub async fn request(&self, office: &str, id: RequestId, draft: &RequestDraft) -> Result<Filed<Request>, FilingFault> {
        let subject = Subject::Request(id);
        let _turn = self.books.turn(office).await;
        for _ in 0..TRIES {
            let run = Draft::begin(self.store, office).await?;
            let web = self.office(office, subject).await?;
            if let Some(known) = web.case.request() {
                return Ok(Filed::Before(known));
            }
            let calendar = web.case.office.calendar(self.calendar);
            let today = self.today(&web.case.office, &calendar);
            // Before a number is held for it.
            draft.check(&today)?;
            let number = self.number(office, NumberSeries::Requests, &web.desk, id.0).await?;
            let command = Command::Register { draft: Box::new(draft.clone()), number };
            let mut changes = request::decide::<Change>(None, command, &today)?;
            let state = Request::replay(&changes).0.ok_or_else(|| StoreFault::lacking("permohonan"))?;
            // The applicant has it at once; what the office prints afterwards is a copy.
            changes.extend(request::decide::<Change>(Some(&state), Command::IssuePaper(PaperKind::Receipt), &today)?);
            if self.write(run, &web, subject, &changes).await? {
                return Ok(Filed::Now(Request::replay(&changes).0.unwrap_or(state)));
            }
        }
        Err(FilingFault::Busy)
    }

    /// Registers an objection to how a request was handled.
    ///
    /// # Errors
    /// [`FilingFault`]; then nothing was written.
    pub async fn objection(
        &self,
        office: &str,
        id: ObjectionId,
        request: RequestId,
        input: &ObjectionInput,
    ) -> Result<Filed<Objection>, FilingFault> {
        let subject = Subject::matter(Matter::Objection, id.0);
        let _turn = self.books.turn(office).await;
        for _ in 0..TRIES {
            let run = Draft::begin(self.store, office).await?;
            let web = self.office(office, subject).await?;
            if let Some(known) = Objection::replay(web.case.told.changes()).0 {
                return Ok(Filed::Before(known));
            }
            let about =
                SubjectHistory::read(self.store, &self.service.public(), office, Subject::Request(request)).await?.request();
            let about = about.ok_or(FilingFault::Unknown)?;
            let calendar = web.case.office.calendar(self.calendar);
            let today = self.today(&web.case.office, &calendar);
            input.check(Some((request, &about)), &today)?;
            // Asked again where it is written: two forms may be sent at the same moment.
            let runs = objections_about(self.store, office, request, &about.number.text).await?;
            if runs.iter().any(|(_, objection)| objection.turn.is_some()) {
                return Err(FilingFault::ObjectionRuns);
            }
            let number = self.number(office, NumberSeries::Objections, &web.desk, id.0).await?;
            let input = Box::new(input.clone());
            let command = ObjectionCommand::Register { input, request: Some((request, Box::new(about))), number };
            let mut changes = vec![objection::decide::<Change>(None, command, &today)?];
            let state = Objection::replay(&changes).0.ok_or_else(|| StoreFault::lacking("keberatan"))?;
            changes.push(objection::decide(Some(&state), ObjectionCommand::IssuePaper(PaperKind::ObjectionForm), &today)?);
            if self.write(run, &web, subject, &changes).await? {
                return Ok(Filed::Now(Objection::replay(&changes).0.unwrap_or(state)));
            }
        }
        Err(FilingFault::Busy)
    }

    /// Goes on with a request as the applicant asks: a file that was sent afterwards, whose bytes are kept already, where it has fewer
    /// than `most` of them; or that it is withdrawn.
    ///
    /// # Errors
    /// [`FilingFault`]; then nothing was written.
    pub async fn go_on(&self, office: &str, request: RequestId, command: &Command, most: usize) -> Result<(), FilingFault> {
        let subject = Subject::Request(request);
        let _turn = self.books.turn(office).await;
        for _ in 0..TRIES {
            let run = Draft::begin(self.store, office).await?;
            let web = self.office(office, subject).await?;
            let state = web.case.request().ok_or(FilingFault::Unknown)?;
            if state.attached().count() >= most {
                return Err(FilingFault::Full);
            }
            let calendar = web.case.office.calendar(self.calendar);
            let today = self.today(&web.case.office, &calendar);
            let changes = request::decide::<Change>(Some(&state), command.clone(), &today)?;
            if self.write(run, &WebOffice { unopened: false, ..web }, subject, &changes).await? {
                return Ok(());
            }
        }
        Err(FilingFault::Busy)
    }

    fn today<'t>(&self, office: &'t Office, calendar: &'t Calendar) -> Today<'t> {
        let at = civil(self.now);
        Today { date: at.date(), time: at.time(), office, calendar }
    }

    async fn office(&self, office: &str, subject: Subject) -> Result<WebOffice, FilingFault> {
        let own = self.service.public();
        let case = Case::read(self.store, &own, office, subject).await?.ok_or(FilingFault::Unknown)?;
        let about_office = SubjectHistory::read(self.store, &own, office, Subject::Office).await?;
        let counters: Vec<_> = self.store.desks_of(office).await?.into_iter().map(|desk| desk.desk).collect();
        let wanted = web_desk_code(self.store).await?;
        let (desk, unopened) = web_desk(&case.office, &about_office, &counters, (&wanted, civil(self.now).date()));
        Ok(WebOffice { case, about_office, desk, unopened })
    }

    async fn number(
        &self,
        office: &str,
        series: NumberSeries,
        desk: &OfficeDesk,
        subject: Uuid,
    ) -> Result<RegistrationNumber, FilingFault> {
        let on = civil(self.now).date();
        let given = self.books.of(self.store, &self.service.public(), office).await?.given(series, &desk.code, on.year());
        let (desk_code, now) = (desk.code.clone(), self.now);
        let claim = NumberClaim { office: office.into(), series, desk: desk_code, year: on.year(), subject, now };
        let serial = self.store.claim_number(&claim, &given).await?;
        let pattern = match series {
            NumberSeries::Requests => desk.pattern.clone(),
            NumberSeries::Objections => desk.pattern.for_objections(),
        };
        Ok(pattern.number(&desk.code, serial, on))
    }

    /// Whether it was written: not when another process wrote at the same moment.
    async fn write(&self, mut run: Draft, web: &WebOffice, subject: Subject, changes: &[Change]) -> Result<bool, FilingFault> {
        let at = civil(self.now);
        let mut clock = HybridClock::after(web.about_office.last.max(web.case.told.last));
        let opened = web.unopened.then(|| Change::Office(OfficeChange::DeskOpened { desk: web.desk.clone() }));
        let opened = opened.iter().map(|change| (Subject::Office, change));
        for (about, change) in opened.chain(changes.iter().map(|change| (subject, change))) {
            let rolled = (self.service.roll()?, self.service.roll()?);
            run.add((THE_PUBLIC, about, change), (clock.tick(self.now), self.now, at), rolled)?;
        }
        Ok(matches!(self.store.take(run.run(|chain| self.service.sign(chain))).await?, Taking::Taken(_)))
    }
}
