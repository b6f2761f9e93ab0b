//! Registers: one line a request or objection, in the columns the regulation names.

use crate::blanks::numbered::{self, FormFate};
use crate::context::Context;
use crate::error::DeskError;
use crate::reports::agenda::{self, AGENDA_COLUMNS};
use crate::reports::period::Period;
use crate::store::matters;
use crate::store::requests;
use crate::views::deadline::Tone;
use crate::views::register::{RegisterKind, RegisterQuery, RegisterView};
use crate::views::rows::{Column, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::short::in_a_sentence;
use chrono::NaiveDate;
use loket_domain::indonesian::{date as words, rupiah, weekday, weekday_date};
use loket_domain::numbering::{NumberSeries, VoidedNumbers};
use loket_domain::objection::{Objection, ObjectionAnswer, ObjectionGround};
use loket_domain::office::ReservedNumber;
use loket_domain::request::{AccessMode, Decision, Exemption, Found, Letter, Outcome, Request, Sending, Timeliness, other_act};
use rusqlite::Connection;

/// The leaf columns of the *Register Permohonan* after the running number, with the two that were added in 2021.
pub(crate) const REQUEST_COLUMNS: [&str; 23] = [
    "No.",
    "Nomor pendaftaran",
    "NIK/No. SK",
    "Tgl.",
    "Nama",
    "Alamat",
    "Nomor kontak",
    "Pekerjaan",
    "Informasi yang diminta",
    "Tujuan penggunaan",
    "Dikuasai: ya",
    "Dikuasai: tidak",
    "Belum didokumentasikan",
    "Softcopy",
    "Hardcopy",
    "Melihat/mengetahui",
    "Meminta salinan",
    "Keputusan",
    "Alasan penolakan",
    "Tgl. pemberitahuan tertulis",
    "Tgl. pemberian informasi",
    "Biaya",
    "Cara pembayaran",
];

/// A request as a line of the register; ticks are true and false.
pub(crate) struct RegisterLine {
    pub(crate) number: String,
    pub(crate) identity: String,
    pub(crate) on: NaiveDate,
    pub(crate) name: String,
    pub(crate) address: String,
    /// Telephone and e-mail, each where there is one.
    pub(crate) contact: Vec<String>,
    pub(crate) occupation: String,
    pub(crate) information: String,
    pub(crate) purpose: String,
    /// Held, not held, not documented, softcopy, hardcopy, looking, copying.
    pub(crate) ticks: [bool; 7],
    pub(crate) decision: String,
    pub(crate) reason: String,
    /// Of every answer, by order as well.
    pub(crate) noticed_on: Vec<NaiveDate>,
    pub(crate) given_on: Vec<NaiveDate>,
    pub(crate) cost: String,
    pub(crate) payment: String,
}

impl RegisterLine {
    pub(crate) fn of(request: &Request) -> Self {
        let form = &request.registration;
        let who = &request.applicant();
        let parts = request.parts();
        let any = |is: fn(&Found) -> bool| parts.iter().any(|part| is(&part.found));
        let (softcopy, hardcopy) = request.granted().map_or((false, false), |grant| (grant.softcopy, grant.hardcopy));
        Self {
            number: request.number.text.clone(),
            identity: who.identity_number.clone(),
            on: form.received_on,
            name: who.name.clone(),
            address: who.address.clone(),
            contact: [&who.phone, &who.email].into_iter().flatten().cloned().collect(),
            occupation: who.occupation.clone().unwrap_or_default(),
            information: form.information.clone(),
            purpose: form.purpose.clone(),
            ticks: [
                any(|found| !matches!(found, Found::NotHeld { .. } | Found::Elsewhere { .. })),
                any(|found| matches!(found, Found::NotHeld { .. } | Found::Elsewhere { .. })),
                any(|found| matches!(found, Found::NotDocumented { .. })),
                softcopy,
                hardcopy,
                form.access_mode == AccessMode::View,
                form.access_mode == AccessMode::Copy,
            ],
            decision: decision(request),
            reason: reason(request),
            noticed_on: noticed_on(request),
            given_on: given_on(request),
            cost: request.granted().map_or_else(String::new, |grant| rupiah(grant.fees.total())),
            payment: payment(request),
        }
    }

    /// The cells of the table, the running number first, with `between` between telephone and e-mail.
    pub(crate) fn cells(&self, running: usize, between: &str) -> Vec<String> {
        let day = |on: Option<NaiveDate>| on.map_or_else(String::new, register_date);
        // The register's column is called Hari dan Tanggal.
        let weekday_and_day = |days: &[NaiveDate]| {
            days.iter().map(|on| format!("{}, {}", weekday(*on), register_date(*on))).collect::<Vec<_>>().join("; ")
        };
        let mut cells = vec![
            running.to_string(),
            self.number.clone(),
            self.identity.clone(),
            day(Some(self.on)),
            self.name.clone(),
            self.address.clone(),
            self.contact.join(between),
            self.occupation.clone(),
            self.information.clone(),
            self.purpose.clone(),
        ];
        cells.extend(self.ticks.map(|tick| if tick { "√".to_owned() } else { String::new() }));
        cells.extend([
            self.decision.clone(),
            self.reason.clone(),
            weekday_and_day(&self.noticed_on),
            weekday_and_day(&self.given_on),
            self.cost.clone(),
            self.payment.clone(),
        ]);
        cells
    }
}

/// A civil date as the register writes it: 24/11/2026.
fn register_date(on: NaiveDate) -> String {
    on.format("%d/%m/%Y").to_string()
}

/// How the fee was paid, in however many parts, and what was given back of it.
fn payment(request: &Request) -> String {
    let paid = request.payments().map(|payment| format!("{}, kuitansi {}", payment.way.label(), payment.number));
    let back = request.refunds.iter().map(|refund| format!("dikembalikan {}, nomor {}", rupiah(refund.amount), refund.number));
    paid.chain(back).collect::<Vec<_>>().join("; ")
}

/// When each written answer left, as far as that is known; else the date it bears. Those before an order come first.
fn noticed_on(request: &Request) -> Vec<NaiveDate> {
    let before = request.reopened.iter().map(|again| (again.before.letter(), again.sent.as_ref()));
    let now = (request.outcome.as_ref().and_then(Outcome::letter), request.answer_sent());
    let left =
        |(letter, sent): (Option<&Letter>, Option<&Sending>)| sent.map(|sent| sent.on).or(letter.map(|letter| letter.date));
    before.chain([now]).filter_map(left).collect()
}

/// When something was handed over, upon each answer.
fn given_on(request: &Request) -> Vec<NaiveDate> {
    let before = request.reopened.iter().map(|again| again.handed_over.as_ref());
    before.chain([request.handed_over.as_ref()]).flatten().map(|handed| handed.on).collect()
}

/// What was decided, whatever happened afterwards: the hand-over has a column of its own.
fn decision(request: &Request) -> String {
    let now = match (request.decision(), &request.outcome) {
        (Some(decision), _) => decision.label().to_owned(),
        (None, Some(_)) => request.stage().label().to_owned(),
        (None, None) => String::new(),
    };
    // What was ordered afterwards stands beside what the PPID had decided, and does not wipe it out.
    match (request.reopened.last(), Decision::of(&request.first_parts())) {
        (Some(last), Some(first)) => {
            let then = if now.is_empty() { "belum dijawab lagi" } else { &now };
            format!("{}; atas {}: {then}", first.label(), in_a_sentence(last.order.by.label()))
        }
        (None | Some(_), _) => now,
    }
}

/// Why a request got less than it asked for, each reason once, in the order of the parts; what was ordered afterwards wipes out no
/// reason that was given before.
fn reason(request: &Request) -> String {
    match &request.outcome {
        Some(Outcome::NotProcessed { .. }) => return "Tidak dilengkapi".to_owned(),
        Some(Outcome::NotEntitled(found)) => return format!("Pasal 1 angka 12: {}", found.why.label()),
        // Nobody refused anything: why the number stands here without an answer.
        Some(Outcome::Cancelled { reason, .. }) => return reason.clone(),
        Some(
            Outcome::Granted(_)
            | Outcome::PartlyGranted { .. }
            | Outcome::Refused(_)
            | Outcome::Unavailable(_)
            | Outcome::Answered(_)
            | Outcome::Withdrawn { .. }
            | Outcome::Abated { .. },
        )
        | None => {}
    }
    let before = request.reopened.iter().flat_map(|again| again.before.parts(&request.registration.information));
    let mut reasons: Vec<String> = Vec::new();
    for part in before.chain(request.parts()) {
        let reason = match (&part.found, part.found.exemption(), part.found.other_body()) {
            (_, Some(exemption), _) => withheld_under(exemption),
            (Found::Elsewhere { .. }, _, Some(body)) => body.to_owned(),
            (found, _, Some(body)) => format!("{} ({body})", found.label()),
            (Found::Given(_), _, None) => continue,
            (found, _, None) => found.label().to_owned(),
        };
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.join("; ")
}

fn withheld_under(exemption: &Exemption) -> String {
    let mut parts = Vec::new();
    if !exemption.grounds.is_empty() {
        let letters: Vec<&str> = exemption.grounds.iter().map(|ground| ground.code()).collect();
        parts.push(format!("Pasal 17 huruf {}", letters.join(", ")));
    }
    if !exemption.limits.is_empty() {
        let letters: Vec<&str> = exemption.limits.iter().map(|limit| limit.code()).collect();
        parts.push(format!("Pasal 6 ayat (3) huruf {}", letters.join(", ")));
    }
    parts.extend(exemption.other_law.as_ref().map(|(law, article)| other_act(law, article)));
    parts.join("; ")
}

/// A register as a table.
pub(crate) fn register(
    tables: &Connection,
    context: &Context<'_>,
    query: &RegisterQuery,
    today: NaiveDate,
) -> Result<RegisterView, DeskError> {
    let period = Period::read(&query.from, &query.to)?;
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let mut note = None;
    let (title, heads, rows) = match query.which {
        RegisterKind::Requests => {
            let found = requests::registered_between(tables, &from, &to)?;
            let rows = found.iter().zip(1..).map(|(listed, running)| ListRow {
                subject: SubjectRef::new(SubjectKind::Request, listed.id),
                cells: RegisterLine::of(&listed.request).cells(running, ", "),
                tone: Tone::Calm,
                left: None,
            });
            let rows = rows.chain(accounted_rows(tables, context, &period)?).collect::<Vec<_>>();
            ("Register Permohonan", REQUEST_COLUMNS.map(str::to_owned).to_vec(), rows)
        }
        RegisterKind::Objections => {
            let found = matters::between::<Objection>(tables, &from, &to)?;
            let rows = found.iter().map(|found| ListRow {
                subject: SubjectRef::new(SubjectKind::Objection, found.id),
                cells: objection_cells(context, &found.state),
                tone: Tone::Calm,
                left: None,
            });
            ("Register Keberatan", objection_columns(), rows.collect())
        }
        RegisterKind::Letters => {
            note = agenda::next_number(tables, today)?;
            let lines = agenda::lines(tables, &period)?;
            let rows = lines.iter().zip(1..).map(|(line, running)| ListRow {
                subject: line.subject.clone(),
                cells: line.cells(running),
                tone: Tone::Calm,
                left: None,
            });
            ("Buku Agenda Surat", AGENDA_COLUMNS.map(str::to_owned).to_vec(), rows.collect())
        }
    };
    let column = |(label, place): (String, usize)| Column { key: format!("k{place}"), label, numeric: false };
    Ok(RegisterView {
        title: format!("{title}, {}", period.in_words()),
        columns: heads.into_iter().zip(1..).map(column).collect(),
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows,
        note,
    })
}

/// Numbers that no request here bears and that are accounted for all the same: void ones, and those on forms that still lie somewhere.
pub(crate) fn accounted_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let open = reserved_rows(tables, context, period)?;
    Ok(voided_rows(tables, context, period)?.into_iter().chain(open).collect())
}

/// Numbers of requests accounted for in the period that no request here bears, a line for each run of them.
fn voided_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let mut rows = Vec::new();
    let of_period = |voided: &&VoidedNumbers| (period.from..=period.to).contains(&voided.on);
    for voided in context.office.voided.iter().filter(of_period).filter(|voided| voided.series == NumberSeries::Requests) {
        let mut run: Option<(u32, u32)> = None;
        for serial in voided.from..=voided.to {
            let used = requests::has_serial(tables, &voided.desk, voided.year, serial)?;
            match (&mut run, used) {
                (Some((_, last)), false) => *last = serial,
                (None, false) => run = Some((serial, serial)),
                (_, true) => rows.extend(run.take().map(|run| voided_row(context, voided, run))),
            }
        }
        rows.extend(run.map(|run| voided_row(context, voided, run)));
    }
    Ok(rows)
}

/// Numbers that stand on an empty form of the period, of which nothing is known yet.
fn reserved_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let mut rows = Vec::new();
    let of_period = |reserved: &&ReservedNumber| (period.from..=period.to).contains(&reserved.on);
    for reserved in context.office.reserved.iter().filter(of_period) {
        if numbered::fate(tables, context, reserved)? != FormFate::Open {
            continue;
        }
        let mut cells = vec![String::new(); REQUEST_COLUMNS.len()];
        cells[1] = reserved.number.text.clone();
        cells[3] = register_date(reserved.on);
        cells[8] = "Formulir bernomor, belum dicatat".to_owned();
        let subject = SubjectRef::new(SubjectKind::NumberedForm, &reserved.number.text);
        rows.push(ListRow { subject, cells, tone: Tone::Calm, left: None });
    }
    Ok(rows)
}

/// An objection as a line of the *Register Keberatan*, in the order of [`objection_columns`].
pub(crate) fn objection_cells(context: &Context<'_>, objection: &Objection) -> Vec<String> {
    let form = &objection.form;
    let who = &form.applicant;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let answer = objection.answer.as_ref();
    let superior = answer.and_then(|answer| context.office.official(answer.letter.signed_by));
    let mut cells = vec![
        objection.number.text.clone(),
        words(objection.received_on()),
        who.name.clone(),
        form.representative.as_ref().or(who.representative.as_ref()).map_or_else(String::new, |known| {
            [Some(known.name.as_str()), Some(known.address.as_str()), known.phone.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }),
        who.address.clone(),
        text(&who.occupation),
        text(&who.phone),
        text(&who.email),
        text(&form.request_number),
        form.information.clone(),
        form.purpose.clone(),
    ];
    let tick = |ground: &ObjectionGround| if form.grounds.contains(ground) { "√".to_owned() } else { String::new() };
    cells.extend(ObjectionGround::ALL.iter().map(tick));
    cells.extend([
        answer.map_or_else(String::new, |answer| answer.verdict.label().to_owned()),
        answer.map_or_else(String::new, |answer| answered_on(objection, answer)),
        superior.map_or_else(String::new, |official| format!("{}, {}", official.name, official.position)),
        objection.received.as_ref().map_or_else(String::new, |(_, reaction)| reaction.clone()),
    ]);
    cells
}

/// The civil date of the superior's answer, with what speaks against it: that it was late, or entered later than it is dated.
fn answered_on(objection: &Objection, answer: &ObjectionAnswer) -> String {
    let late = if objection.timeliness() == Some(Timeliness::Late) { ", terlambat" } else { "" };
    let entered = answer.letter.entered_on.map_or_else(String::new, |on| format!(", dicatat {}", words(on)));
    format!("{}{late}{entered}", weekday_date(answer.letter.date))
}

fn voided_row(context: &Context<'_>, voided: &VoidedNumbers, (first, last): (u32, u32)) -> ListRow {
    let mut cells = vec![String::new(); REQUEST_COLUMNS.len()];
    // A number that stands on a form is named as it stands there; of others only the serial is known.
    let is_it = |reserved: &&ReservedNumber| first == last && reserved.is_of(&voided.desk, voided.year, first..=last);
    let numbers = if first == last { format!("{first:03}") } else { format!("{first:03}–{last:03}") };
    let unnamed = || format!("{numbers} (meja {}, {})", voided.desk, voided.year);
    let named = context.office.reserved.iter().find(is_it);
    cells[1] = named.map_or_else(unnamed, |reserved| reserved.number.text.clone());
    cells[3] = register_date(voided.on);
    cells[8] = format!("Nomor tidak terpakai: {}", voided.reason);
    ListRow { subject: SubjectRef::new(SubjectKind::Office, ""), cells, tone: Tone::Calm, left: None }
}

/// The leaf columns of the *Register Keberatan*.
pub(crate) fn objection_columns() -> Vec<String> {
    let before = [
        "Nomor registrasi",
        "Tanggal diterima",
        "Nama pemohon",
        "Kuasa",
        "Alamat",
        "Pekerjaan",
        "Telepon",
        "E-mail",
        "Nomor pendaftaran permohonan",
        "Informasi yang diminta",
        "Tujuan penggunaan",
    ];
    let after = ["Keputusan Atasan PPID", "Hari dan tanggal tanggapan", "Nama dan posisi Atasan PPID", "Tanggapan pemohon"];
    let letters = ObjectionGround::ALL.iter().map(|ground| format!("Alasan {}", ground.code()));
    before.iter().map(|head| (*head).to_owned()).chain(letters).chain(after.iter().map(|head| (*head).to_owned())).collect()
}
