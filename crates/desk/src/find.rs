//! Reading: the first screen, lists, one request, settings.

use chrono::{Datelike, Months, NaiveDate};
use loket_domain::change::Change;
use loket_domain::grounds::Ground;
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, time, weekday_date};
use loket_domain::office::Official;
use loket_domain::problem::Refused;
use loket_domain::request::{BasisKind, Outcome, Request, Stage};
use loket_journal::Recorded;

use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::explain::next_steps;
use crate::store::entries::{self, Kept};
use crate::store::requests::{self, Listed, MonthOf, Wanted};
use crate::views::*;

/// Characters of the request's text that a list shows.
const LISTED_TEXT: usize = 160;
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

impl Desk {
    /// What is due today and after.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn today_view(&self, moment: Moment) -> Result<TodayView, DeskError> {
        let mut view = TodayView {
            date_text: weekday_date(moment.local.date()),
            overdue: vec![],
            near: vec![],
            later: vec![],
            waiting_for_applicant: vec![],
            months: self.months(moment.local.date())?,
        };
        let sent = self.sent_up_to()?;
        for listed in requests::open(&self.connection)? {
            let waits = listed.request.stage() == Stage::Registered;
            let row = self.row(&listed, sent, moment)?;
            match row.tone {
                Tone::Overdue => view.overdue.push(row),
                Tone::Near => view.near.push(row),
                _ if waits => view.waiting_for_applicant.push(row),
                _ => view.later.push(row),
            }
        }
        Ok(view)
    }

    fn months(&self, today: NaiveDate) -> Result<Vec<MonthCount>, DeskError> {
        let registered = requests::by_month(&self.connection, MonthOf::Registration)?;
        let answered = requests::by_month(&self.connection, MonthOf::Decision)?;
        let of = |counts: &[(String, u32)], month: &str| counts.iter().find(|(m, _)| m == month).map_or(0, |(_, n)| *n);
        let months = (0..6).rev().filter_map(|back| today.checked_sub_months(Months::new(back)));
        Ok(months
            .map(|date| {
                let month = date.format("%Y-%m").to_string();
                let label = format!("{} {}", MONTHS[date.month0() as usize], date.year());
                MonthCount { label, registered: of(&registered, &month), answered: of(&answered, &month), month }
            })
            .collect())
    }

    /// A page of the list.
    ///
    /// # Errors
    /// [`DeskError::Database`].
    pub fn requests(&self, query: &RequestQuery, moment: Moment) -> Result<RequestPage, DeskError> {
        let stage = query.stage.as_deref().and_then(Stage::from_code);
        let wanted = Wanted { words: &query.words, stage, offset: query.offset, limit: query.limit.min(500) };
        let counts = requests::count_by_stage(&self.connection, &query.words)?;
        let total = counts.iter().filter(|(of, _)| stage.is_none_or(|stage| stage == *of)).map(|(_, count)| count).sum();
        let found = requests::find(&self.connection, &wanted)?;
        let sent = self.sent_up_to()?;
        let rows = found.iter().map(|listed| self.row(listed, sent, moment));
        let stages = counts.iter().map(|(stage, count)| StageCount {
            code: stage.code().into(),
            label: stage.label().into(),
            count: *count,
        });
        Ok(RequestPage { rows: rows.collect::<Result<_, _>>()?, total, stages: stages.collect() })
    }

    /// A request in a list; `sent` is what [`Desk::sent_up_to`] says, read once for the whole list.
    pub(crate) fn row(
        &self,
        Listed { id, request }: &Listed,
        sent: Option<u64>,
        moment: Moment,
    ) -> Result<RequestRow, DeskError> {
        let (due, due_text, left) = self.due_of(request, moment);
        let form = &request.registration;
        let mut information: String = form.information.chars().take(LISTED_TEXT).collect();
        if information.len() < form.information.len() {
            information.push('…');
        }
        Ok(RequestRow {
            id: id.to_string(),
            number: request.number.text.clone(),
            received: form.received_on,
            received_text: words(form.received_on),
            applicant: form.applicant.name.clone(),
            information,
            stage: request.stage().code().into(),
            stage_label: request.stage().label().into(),
            due,
            due_text,
            tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
            left: left.map(|left| left.text),
            waiting_to_send: self.waits(*id, sent)?,
        })
    }

    /// Up to where the server has this desk's series; `None` on a desk that has no server to send to.
    pub(crate) fn sent_up_to(&self) -> Result<Option<u64>, DeskError> {
        self.enrolment()?.map(|_| self.acknowledged()).transpose()
    }

    fn waits(&self, id: RequestId, sent: Option<u64>) -> Result<bool, DeskError> {
        let Some(sent) = sent else { return Ok(false) };
        Ok(entries::last_of(&self.connection, &format!("request:{id}"), self.chain.origin)? > sent)
    }

    /// One request, whole.
    ///
    /// # Errors
    /// [`DeskError::Refused`] when it is not known here.
    pub fn request(&self, id: &str, moment: Moment) -> Result<RequestView, DeskError> {
        let (id, request) = self.known(id)?;
        let answered = request.outcome.as_ref().map(Outcome::letter_date);
        let clocks = request.clocks(&self.office.profile, &self.calendar);
        let form = &request.registration;
        let (who, ask) = (&form.applicant, form);
        let representative = who.representative.as_ref();
        let applicant = facts([
            ("Nama", Some(who.name.clone())),
            ("Kategori", Some(who.category.label().to_owned())),
            (who.identity_kind.label(), Some(who.identity_number.clone())),
            ("Alamat", Some(who.address.clone())),
            ("Pekerjaan", who.occupation.clone()),
            ("Telepon", who.phone.clone()),
            ("E-mail", who.email.clone()),
            ("Kuasa pemohon", representative.map(|r| r.name.clone())),
            ("Alamat kuasa", representative.map(|r| r.address.clone())),
            ("Telepon kuasa", representative.and_then(|r| r.phone.clone())),
        ]);
        let request_facts = facts([
            ("Diterima", Some(format!("{}, {}", weekday_date(ask.received_on), time(ask.received_at)))),
            ("Cara diterima", Some(ask.channel.label().to_owned())),
            ("Didaftarkan", Some(weekday_date(request.registered_on))),
            ("Berkas lengkap", request.complete_on.map(weekday_date)),
            ("Tujuan penggunaan", Some(ask.purpose.clone())),
            ("Cara memperoleh", Some(ask.access_mode.label().to_owned())),
            ("Bentuk salinan", ask.copy_format.map(|format| format.label().to_owned())),
            ("Cara mendapatkan salinan", ask.delivery_mode.map(|mode| mode.label().to_owned())),
            ("Catatan petugas", ask.notes.clone()),
        ]);
        Ok(RequestView {
            row: self.row(&Listed { id, request: request.clone() }, self.sent_up_to()?, moment)?,
            applicant,
            request: request_facts,
            information: form.information.clone(),
            missing_documents: request.missing_documents().iter().map(|document| document.label().to_owned()).collect(),
            deadlines: self.deadlines(&clocks, answered, moment),
            next: next_steps(&request),
            decision: self.decision_facts(&request),
            timeline: self.timeline(id)?,
            papers: self.paper_items(&request),
            decision_form: self.decision_form(moment),
        })
    }

    pub(crate) fn known(&self, id: &str) -> Result<(RequestId, Request), DeskError> {
        let id: RequestId = id.parse().map_err(|_| Refused::NotRegistered)?;
        let request = requests::one(&self.connection, id)?.ok_or(Refused::NotRegistered)?;
        Ok((id, request))
    }

    fn decision_facts(&self, request: &Request) -> Vec<Fact> {
        let signer = |id| self.office.official(id).map(|official| format!("{} ({})", official.name, official.role.label()));
        match &request.outcome {
            None => vec![],
            Some(Outcome::Granted(grant)) => facts([
                ("Keputusan", Some("Dikabulkan seluruhnya".to_owned())),
                ("Nomor surat", Some(grant.letter_number.clone())),
                ("Tanggal surat", Some(weekday_date(grant.letter_date))),
                ("Ditandatangani", signer(grant.signed_by)),
                ("Biaya", Some(loket_domain::indonesian::rupiah(grant.fees.total()))),
                ("Cara penyampaian", Some(grant.means.clone())),
            ]),
            Some(Outcome::Refused(refusal)) => facts([
                ("Keputusan", Some("Ditolak: informasi yang dikecualikan".to_owned())),
                ("Nomor surat", Some(refusal.letter_number.clone())),
                ("Tanggal surat", Some(weekday_date(refusal.letter_date))),
                ("Ditandatangani", signer(refusal.signed_by)),
                ("Pasal 17 huruf", Some(refusal.grounds.iter().map(|ground| ground.code()).collect::<Vec<_>>().join(", "))),
                ("Undang-undang lain", refusal.other_law.as_ref().map(|(law, article)| format!("{law}, {article}"))),
                ("Akibat bila dibuka", Some(refusal.consequence.clone())),
                ("Pengecualian berakhir", refusal.expires.map(weekday_date)),
            ]),
        }
    }

    fn timeline(&self, id: RequestId) -> Result<Vec<TimelineItem>, DeskError> {
        let acknowledged = self.acknowledged()?;
        let item = |kept: &Kept| {
            let (what, note) = told(&kept.recorded());
            TimelineItem {
                at: format!("{}, {}", weekday_date(kept.payload.at.date()), time(kept.payload.at.time())),
                who: self.account_name(kept.header.actor),
                what,
                note,
                sent: kept.header.origin != self.chain.origin || kept.header.seq <= acknowledged,
            }
        };
        Ok(entries::of_subject(&self.connection, &format!("request:{id}"))?.iter().map(item).collect())
    }

    fn decision_form(&self, moment: Moment) -> DecisionForm {
        let choice = |official: &Official| OfficialChoice {
            id: official.id.to_string(),
            label: format!("{}, {}", official.name, official.position),
            role_label: official.role.label().into(),
        };
        let grounds = Ground::ALL.iter();
        DecisionForm {
            officials: self.office.officials.iter().map(choice).collect(),
            grounds: choices!(Ground),
            grounds_that_expire: grounds.filter(|ground| ground.must_expire()).map(|ground| ground.code().into()).collect(),
            bases: choices!(BasisKind),
            today: moment.local.date().to_string(),
        }
    }

    /// Entries that wait for a person.
    pub(crate) fn review(&self) -> Result<Vec<ReviewItem>, DeskError> {
        let mut items = Vec::new();
        let mut query = self.connection.prepare_cached("select place, subject from review order by place")?;
        let rows: Vec<(i64, String)> = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
        for (place, subject) in rows {
            let Some(kept) = entries::of_subject(&self.connection, &subject)?.into_iter().find(|kept| kept.place == place) else {
                continue;
            };
            items.push(ReviewItem {
                at: format!("{}, {}", weekday_date(kept.payload.at.date()), time(kept.payload.at.time())),
                what: told(&kept.recorded()).0,
                reason: "Catatan ini datang setelah keadaannya berubah, jadi disimpan tetapi tidak diterapkan.".to_owned(),
                request: entries::request_of(&subject).map(|id| id.to_string()),
            });
        }
        Ok(items)
    }
}

/// What happened, in one line, and more about it.
fn told(recorded: &Recorded) -> (String, Option<String>) {
    let change = match recorded {
        Recorded::Known(change) => change,
        Recorded::Carried { .. } => {
            return ("Catatan dari versi yang lebih baru".to_owned(), Some("Perbarui aplikasi untuk membacanya.".to_owned()));
        }
    };
    match change {
        Change::OfficeEstablished { .. } => ("Kantor disiapkan".to_owned(), None),
        Change::OfficialNamed { .. } => ("Pejabat ditambahkan".to_owned(), None),
        Change::AccountOpened { .. } => ("Akun dibuat".to_owned(), None),
        Change::DeskOpened { desk } => (format!("Meja {} dibuka", desk.code.as_str()), None),
        Change::RequestRegistered { number, promised, .. } => {
            let note = promised.safe.map(|safe| format!("Batas aman {}", words(safe)));
            (format!("Didaftarkan dengan nomor {}", number.text), note)
        }
        Change::RequestDeclaredComplete { promised, .. } => {
            let note = promised.official.map(|official| format!("Batas resmi jawaban {}", words(official)));
            ("Berkas dinyatakan lengkap".to_owned(), note)
        }
        Change::RequestGranted { grant } => {
            let note = format!("Pemberitahuan Tertulis nomor {} tanggal {}", grant.letter_number, words(grant.letter_date));
            ("Dikabulkan seluruhnya".to_owned(), Some(note))
        }
        Change::RequestRefused { refusal } => {
            let note = format!("SK Penolakan nomor {} tanggal {}", refusal.letter_number, words(refusal.letter_date));
            ("Ditolak berdasarkan Pasal 17".to_owned(), Some(note))
        }
        Change::PaperIssued { paper, .. } => (format!("{} dicetak atau disimpan", paper.label()), None),
    }
}
