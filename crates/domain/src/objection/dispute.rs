//! The dispute at Komisi Informasi and in court (UU KIP Ps 37–50, PERKI 1/2013), as far as the office follows it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Objected, Objection, ObjectionGround};
use crate::clock::Clock;
use crate::coded::coded;
use crate::deadline::Today;
use crate::problem::{ObjectionRefused, Problems, Refused};
use crate::request::OrderedBy;

coded! {
    /// A step of a dispute.
    pub enum StepKind {
        /// Komisi Informasi began.
        Begun = "begun" => "Komisi Informasi mulai memproses",
        /// Mediation, for grounds b–g.
        Mediation = "mediation" => "Mediasi",
        /// Mediation led to an agreement.
        Agreed = "agreed" => "Mediasi menghasilkan kesepakatan",
        /// Mediation failed.
        Failed = "failed" => "Mediasi gagal",
        /// Non-litigation adjudication: ground a, or after failed mediation.
        Adjudication = "adjudication" => "Ajudikasi nonlitigasi",
        /// Komisi Informasi ruled for the applicant.
        RuledForApplicant = "ruled_for_applicant" => "Putusan Komisi Informasi: permohonan dikabulkan",
        /// Komisi Informasi ruled for the applicant in part.
        RuledInPart = "ruled_in_part" => "Putusan Komisi Informasi: dikabulkan sebagian",
        /// Komisi Informasi decided something on the way (*putusan sela*).
        InterimRuling = "interim_ruling" => "Putusan sela Komisi Informasi",
        /// Komisi Informasi ruled for the body.
        RuledForBody = "ruled_for_body" => "Putusan Komisi Informasi: permohonan ditolak",
        /// The dispute fell or was withdrawn; which, stands in the note. Stored before there were the two below, and not offered any more.
        Dismissed = "dismissed" => "Sengketa gugur atau dicabut",
        /// The dispute fell: its form was wanting, or the applicant did not come.
        Lapsed = "lapsed" => "Sengketa gugur",
        /// The applicant withdrew the dispute.
        Withdrawn = "withdrawn" => "Sengketa dicabut pemohon",
        /// A party went to court.
        Court = "court" => "Gugatan ke pengadilan (PTUN/PN)",
        /// The court ruled; what for stands in the note. Stored before there were the two below, and not offered any more.
        CourtRuled = "court_ruled" => "Putusan pengadilan",
        /// The court ruled for the applicant.
        CourtForApplicant = "court_for_applicant" => "Putusan pengadilan: bagi pemohon",
        /// The court ruled for the body.
        CourtForBody = "court_for_body" => "Putusan pengadilan: bagi badan publik",
        /// A party went to the Supreme Court.
        Cassation = "cassation" => "Kasasi ke Mahkamah Agung",
        /// The Supreme Court ruled; what for stands in the note. Stored before there were the two below, and not offered any more.
        CassationRuled = "cassation_ruled" => "Putusan Mahkamah Agung",
        /// The Supreme Court ruled for the applicant.
        CassationForApplicant = "cassation_for_applicant" => "Putusan Mahkamah Agung: bagi pemohon",
        /// The Supreme Court ruled for the body.
        CassationForBody = "cassation_for_body" => "Putusan Mahkamah Agung: bagi badan publik",
        /// What was ruled or agreed was done.
        Executed = "executed" => "Putusan atau kesepakatan dilaksanakan",
    }
}

impl StepKind {
    /// Whether the law knows this step after `last` in a dispute about `form`. Komisi Informasi adjudicates at once where the
    /// information was withheld; everything else is mediated first (UU KIP Ps 40, 42). Which it was is Komisi Informasi's to say
    /// where the grounds are mixed.
    pub fn may_follow(self, last: Option<Self>, form: &Objected) -> bool {
        use StepKind::*;
        let refusal = form.grounds.contains(&ObjectionGround::A);
        let only_refusal = form.grounds.iter().all(|ground| *ground == ObjectionGround::A) && form.decided_to_withhold();
        match self {
            Begun => last.is_none(),
            // What is decided on the way, such as who may be heard, does not take the mediation away.
            Mediation => matches!(last, Some(Begun | InterimRuling)) && !only_refusal,
            Agreed | Failed => last == Some(Mediation),
            Adjudication => (last == Some(Begun) && refusal) || matches!(last, Some(Failed | InterimRuling)),
            InterimRuling => matches!(last, Some(Begun | Mediation | Adjudication)),
            RuledForApplicant | RuledInPart | RuledForBody => matches!(last, Some(Adjudication | InterimRuling)),
            // Withdrawn, or fallen for want of form or of the applicant: at any time before it is ruled on.
            Dismissed | Lapsed | Withdrawn => {
                matches!(last, None | Some(Begun | Mediation | Failed | Adjudication | InterimRuling))
            }
            Court => matches!(last, Some(RuledForApplicant | RuledInPart | RuledForBody)),
            CourtRuled | CourtForApplicant | CourtForBody => last == Some(Court),
            Cassation => matches!(last, Some(CourtRuled | CourtForApplicant | CourtForBody)),
            CassationRuled | CassationForApplicant | CassationForBody => last == Some(Cassation),
            Executed => last.is_some_and(|last| last.ordered_by().is_some()),
        }
    }

    /// Whether it is still offered.
    pub fn is_offered(self) -> bool {
        !matches!(self, Self::Dismissed | Self::CourtRuled | Self::CassationRuled)
    }

    /// Whether it ends a dispute on which nothing was ruled.
    pub fn drops(self) -> bool {
        matches!(self, Self::Dismissed | Self::Lapsed | Self::Withdrawn)
    }

    /// Which clock of the parties it starts: to go to court after a ruling of Komisi Informasi (UU KIP Ps 48), to the Supreme Court
    /// after a court's (Ps 50).
    pub fn appeal(self) -> Option<Clock> {
        use StepKind::*;
        match self {
            RuledForApplicant | RuledInPart | RuledForBody => Some(Clock::Court),
            CourtRuled | CourtForApplicant | CourtForBody => Some(Clock::Cassation),
            Begun
            | Mediation
            | Agreed
            | Failed
            | Adjudication
            | InterimRuling
            | Dismissed
            | Lapsed
            | Withdrawn
            | Court
            | Cassation
            | CassationRuled
            | CassationForApplicant
            | CassationForBody
            | Executed => None,
        }
    }

    /// Whether nothing need follow.
    pub fn settles(self) -> bool {
        use StepKind::*;
        match self {
            Agreed
            | RuledForApplicant
            | RuledInPart
            | RuledForBody
            | Dismissed
            | Lapsed
            | Withdrawn
            | CourtRuled
            | CourtForApplicant
            | CourtForBody
            | CassationRuled
            | CassationForApplicant
            | CassationForBody
            | Executed => true,
            Begun | Mediation | Failed | Adjudication | InterimRuling | Court | Cassation => false,
        }
    }

    /// By whom it may order disclosure, so that the request is answered anew; none where it orders nothing.
    pub fn ordered_by(self) -> Option<OrderedBy> {
        use StepKind::*;
        match self {
            Agreed => Some(OrderedBy::Agreement),
            RuledForApplicant | RuledInPart => Some(OrderedBy::Commission),
            CourtRuled | CourtForApplicant | CassationRuled | CassationForApplicant => Some(OrderedBy::Court),
            Begun | Mediation | Failed | Adjudication | InterimRuling | RuledForBody | Dismissed | Lapsed | Withdrawn | Court
            | CourtForBody | Cassation | CassationForBody | Executed => None,
        }
    }

    /// Whether what was ruled before it holds no more: a party went on to a court, or somebody ruled anew.
    pub(super) fn overrules(self) -> bool {
        use StepKind::*;
        match self {
            Court | CourtForBody | Cassation | CassationForBody | RuledForBody => true,
            Begun
            | Mediation
            | Agreed
            | Failed
            | Adjudication
            | InterimRuling
            | RuledForApplicant
            | RuledInPart
            | Dismissed
            | Lapsed
            | Withdrawn
            | CourtRuled
            | CourtForApplicant
            | CassationRuled
            | CassationForApplicant
            | Executed => false,
        }
    }

    /// Whether it orders that everything which was asked is given.
    pub(super) fn orders_all(self) -> bool {
        matches!(self, Self::RuledForApplicant | Self::CourtForApplicant | Self::CassationForApplicant)
    }

    /// Whether it orders or agrees something that is to be done. What a court ruled before its words were kept may do either.
    pub fn awaits_execution(self) -> bool {
        use StepKind::*;
        matches!(self, Agreed | RuledForApplicant | RuledInPart | CourtForApplicant | CassationForApplicant)
    }

    /// Whether the matter lies with a court.
    pub fn is_in_court(self) -> bool {
        matches!(self, Self::Court | Self::Cassation)
    }
}

/// The form of a filing as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `DisputeFiling`.
pub struct DisputeFilingInput {
    pub number: String,
    pub on: String,
    pub commission: String,
}

/// The applicant went to Komisi Informasi.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeFiling {
    /// Komisi Informasi's register number.
    pub number: String,
    /// The civil date it received the filing: day zero of its 14 and 100 days.
    pub on: NaiveDate,
    /// Which commission.
    pub commission: String,
}

/// The form of a step as typed. Dates are `YYYY-MM-DD`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)] // Each field is one box of the form, named as on the checked `DisputeStep`.
pub struct DisputeStepInput {
    pub step: String,
    pub on: String,
    pub received_on: String,
    pub number: String,
    pub note: String,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisputeStep {
    /// Which.
    pub kind: StepKind,
    /// The civil date.
    pub on: NaiveDate,
    /// The civil date the office received the ruling, where that was noted: day zero of the clock to go on to a court.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// Number of the ruling or the case, where there is one.
    pub number: Option<String>,
    /// Result and what it orders.
    pub note: String,
}

impl DisputeStep {
    /// The clock of the parties that it starts, and its day zero: of receipt, or of the ruling as long as receipt was not noted.
    pub fn appeal(&self) -> Option<(Clock, NaiveDate)> {
        self.kind.appeal().map(|clock| (clock, self.received_on.unwrap_or(self.on)))
    }
}

fn not_in_future_nor_before(p: &mut Problems, on: Option<NaiveDate>, earliest: NaiveDate, today: NaiveDate) {
    p.when(on.is_some_and(|on| on > today), "on", "Tanggal ini tidak boleh setelah hari ini.");
    p.when(on.is_some_and(|on| on < earliest), "on", "Tanggal ini mendahului langkah sebelumnya; periksa lagi.");
}

impl DisputeFilingInput {
    /// Reads the form on `today` for `objection`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, objection: &Objection, today: &Today<'_>) -> Result<DisputeFiling, Refused> {
        let mut p = Problems::default();
        let number = p.text("number", &self.number, 100, "Isi nomor register Komisi Informasi.");
        let on = p.date("on", &self.on, "Isi tanggal Komisi Informasi menerima permohonan sengketa.");
        match &objection.answer {
            Some(answer) => not_in_future_nor_before(&mut p, on, answer.letter.date, today.date),
            None => {
                p.when(on.is_some_and(|on| on > today.date), "on", "Tanggal ini tidak boleh setelah hari ini.");
                let counted = objection.answer_clock(&today.office.profile, today.calendar).map_err(Refused::YearNotLoaded)?;
                let due = objection.due.map_or(counted.deadline, |promised| promised.min(counted.deadline));
                if on.is_some_and(|on| on <= due) {
                    let due = crate::indonesian::weekday_date(due);
                    p.add("on", format!("Tanpa tanggapan, sengketa baru dapat diajukan setelah batas tanggapan {due} lewat."));
                }
            }
        }
        let commission = p.text("commission", &self.commission, 200, "Isi Komisi Informasi yang menerima sengketa.");
        p.or(on.map(|on| DisputeFiling { number, on, commission }))
    }
}

impl DisputeStepInput {
    /// Reads the form on `today` for `objection`.
    ///
    /// # Errors
    /// [`Refused::Fields`] with every box that must change.
    pub fn check(&self, objection: &Objection, today: &Today<'_>) -> Result<DisputeStep, Refused> {
        let filed = objection.dispute.as_ref().ok_or(ObjectionRefused::NotFiled)?.on;
        let mut p = Problems::default();
        let kind = StepKind::from_code(&self.step)
            .filter(|kind| kind.is_offered() && kind.may_follow(objection.last_step(), &objection.form));
        p.when(kind.is_none(), "step", "Pilih langkah yang dapat mengikuti langkah terakhir.");
        let on = p.date("on", &self.on, "Isi tanggalnya.");
        let earliest = objection.steps.last().map_or(filed, |step| step.on);
        not_in_future_nor_before(&mut p, on, earliest, today.date);
        let received_on = match self.received_on.trim() {
            "" => None,
            typed => p.date("received_on", typed, "Isi tanggal salinan putusan diterima, atau kosongkan."),
        };
        let early = received_on.zip(on).is_some_and(|(received, on)| received < on);
        p.when(early, "received_on", "Salinan putusan tidak mungkin diterima sebelum tanggal putusannya.");
        let ahead = received_on.is_some_and(|received| received > today.date);
        p.when(ahead, "received_on", "Tanggal ini tidak boleh setelah hari ini.");
        let received_on = received_on.filter(|_| kind.is_some_and(|kind| kind.appeal().is_some()));
        let number = p.optional("number", &self.number, 100);
        let note = p.text("note", &self.note, 10_000, "Tulis hasil atau keterangannya.");
        p.or(kind.zip(on).map(|(kind, on)| DisputeStep { kind, on, received_on, number, note }))
    }
}
