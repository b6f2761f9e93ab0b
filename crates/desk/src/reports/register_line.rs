//! A request as a line of the *Register Permohonan*.

use crate::words::short::in_a_sentence;
use chrono::NaiveDate;
use loket_domain::indonesian::{rupiah, weekday};
use loket_domain::old_book::{BookTick, OldRequest};
use loket_domain::request::{AccessMode, Exemption, Found, Letter, Outcome, Request, Sending, other_act};

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

    /// A request of the old book, as it stood there.
    pub(crate) fn of_old(old: &OldRequest) -> Self {
        let tick = |tick: BookTick| old.ticks.contains(&tick);
        Self {
            number: old.number.clone(),
            identity: old.identity.clone(),
            on: old.received_on,
            name: old.name.clone(),
            address: old.address.clone(),
            contact: old.contact.clone(),
            occupation: old.occupation.clone(),
            information: old.information.clone(),
            purpose: old.purpose.clone(),
            ticks: [
                tick(BookTick::Held),
                tick(BookTick::NotHeld),
                tick(BookTick::NotDocumented),
                tick(BookTick::Softcopy),
                tick(BookTick::Hardcopy),
                tick(BookTick::View),
                tick(BookTick::Copy),
            ],
            decision: old.decision.clone(),
            reason: old.reason.clone(),
            noticed_on: old.noticed_on.clone(),
            given_on: old.given_on.clone(),
            cost: old.cost.clone(),
            payment: old.payment.clone(),
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
pub(crate) fn register_date(on: NaiveDate) -> String {
    on.format("%d/%m/%Y").to_string()
}

/// How the fee was paid, in however many parts, what is still to pay of it, and what was given back.
fn payment(request: &Request) -> String {
    let paid = request.all_payments().map(|payment| format!("{}, kuitansi {}", payment.way.label(), payment.number));
    let back = request.all_refunds().map(|refund| format!("dikembalikan {}, nomor {}", rupiah(refund.amount), refund.number));
    // What was given back lowers the fee by as much: nothing of it is to pay.
    let in_part = request.payments().next().is_some() && request.all_refunds().next().is_none();
    let owed = Some(request.owed()).filter(|owed| in_part && *owed > 0);
    let rest = owed.map(|owed| format!("belum dibayar {}", rupiah(owed)));
    paid.chain(rest).chain(back).collect::<Vec<_>>().join("; ")
}

/// When each written answer left, as far as that is known; else the date it bears. Those before an order come first.
fn noticed_on(request: &Request) -> Vec<NaiveDate> {
    let before = request.reopened.iter().map(|again| (again.before.letter(), again.sent.as_ref()));
    let now = (request.outcome.as_ref().and_then(Outcome::letter), request.answer_sent());
    let left =
        |(letter, sent): (Option<&Letter>, Option<&Sending>)| sent.map(|sent| sent.on).or(letter.map(|letter| letter.date));
    before.chain([now]).filter_map(left).collect()
}

/// When something was handed over, in parts and upon each answer; a parcel that came back was not.
fn given_on(request: &Request) -> Vec<NaiveDate> {
    let before = request.reopened.iter().filter_map(|again| again.handed_over.as_ref());
    let in_parts = request.handed_before.iter().filter(|handed| handed.rest_follows);
    let mut days: Vec<NaiveDate> = before.chain(in_parts).chain(&request.handed_over).map(|handed| handed.on).collect();
    days.sort();
    days
}

/// What was decided, whatever happened afterwards: the hand-over has a column of its own.
fn decision(request: &Request) -> String {
    let now = match (request.decision(), &request.outcome) {
        (Some(decision), _) => decision.label(),
        (None, Some(_)) => request.stage().label(),
        (None, None) => "",
    };
    // What was ordered afterwards stands beside what the PPID had decided, and wipes out nothing that was decided on the way.
    let ended_as = |outcome: &Outcome| outcome.ended_as().unwrap_or_default();
    let then = request.reopened.iter().skip(1).map(|later| ended_as(&later.before)).chain([now]);
    let upon_each = request.reopened.iter().zip(then);
    let upon_each: Vec<String> = upon_each
        .map(|(again, then)| {
            let then = if then.is_empty() { "belum dijawab lagi" } else { then };
            format!("atas {}: {then}", in_a_sentence(again.order.by.label()))
        })
        .collect();
    match request.first_outcome().filter(|_| !upon_each.is_empty()) {
        Some(first) => format!("{}; {}", ended_as(first), upon_each.join("; ")),
        None => now.to_owned(),
    }
}

/// Why a request ended without anything being decided; none where something was.
fn undecided(outcome: &Outcome) -> Option<String> {
    match outcome {
        Outcome::NotProcessed { .. } => Some("Tidak dilengkapi".to_owned()),
        Outcome::NotEntitled(found) => Some(format!("Pasal 1 angka 12: {}", found.why.label())),
        // Nobody refused anything: why the number stands here without an answer.
        Outcome::Cancelled { reason, .. } => Some(reason.clone()),
        Outcome::Granted(_)
        | Outcome::PartlyGranted { .. }
        | Outcome::Refused(_)
        | Outcome::Unavailable(_)
        | Outcome::Answered(_)
        | Outcome::Withdrawn { .. }
        | Outcome::Abated { .. } => None,
    }
}

/// Why a request got less than it asked for, each reason once, in the order of the parts; what was ordered afterwards wipes out no
/// reason that was given before.
fn reason(request: &Request) -> String {
    if let Some(reason) = request.outcome.as_ref().and_then(undecided) {
        return reason;
    }
    let before = request.reopened.iter().flat_map(|again| again.before.parts(&request.registration.information));
    let mut reasons: Vec<String> = request.reopened.iter().filter_map(|again| undecided(&again.before)).collect();
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
