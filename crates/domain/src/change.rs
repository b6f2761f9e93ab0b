//! Everything that can ever happen, one variant each, in the past tense.
//!
//! Variants are only added. A field is only added with `#[serde(default)]`, so that an entry written ten years ago still reads.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::attachment::Attachment;
use crate::authority::Duty;
use crate::calendar::LocalDay;
use crate::classification::{Decree, Worksheet};
use crate::deadline::Promised;
use crate::dip::DipItem;
use crate::ids::{AccountId, OfficialId};
use crate::numbering::{RegistrationNumber, VoidedNumbers};
use crate::objection::{DisputeFiling, DisputeStep, Objected, ObjectionAnswer};
use crate::office::{Account, Desk, FeeDecree, OfficeProfile, Official, Role};
use crate::pack::{PackLine, SignedPack};
use crate::paper::PaperKind;
use crate::question::{Asked, Message, Party};
use crate::report::AnnualReport;
use crate::request::{
    Extension, ForwardAnswer, Forwarding, Grant, HandOver, Incomplete, Moved, Payment, Redaction, Refusal, Registration,
    Unavailable,
};
use crate::survey::SurveyResponse;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Change {
    /// The office was set up at its first start.
    OfficeEstablished {
        /// Who it is and how it works.
        profile: OfficeProfile,
    },
    /// An official was named.
    OfficialNamed {
        /// Who.
        official: Official,
    },
    /// A person was given a way to sign in. The password is not part of it.
    AccountOpened {
        /// Who.
        account: Account,
    },
    /// A counter was opened with its code and the number it continues from.
    DeskOpened {
        /// Which.
        desk: Desk,
    },
    /// The office described itself anew. Its Kemendagri code stays.
    OfficeRevised {
        /// How it describes itself now.
        profile: OfficeProfile,
    },
    /// What is known of an official changed.
    OfficialRevised {
        /// As it is now; the identity stays.
        official: Official,
    },
    /// An official left the post.
    OfficialRelieved {
        /// Who.
        id: OfficialId,
        /// The last civil date in office.
        until: NaiveDate,
    },
    /// What an account may do, or the name it shows, changed.
    AccountRevised {
        /// As it is now; identity and login stay.
        account: Account,
    },
    /// An account may sign in no more.
    AccountClosed {
        /// Which.
        id: AccountId,
        /// The civil date.
        on: NaiveDate,
    },
    /// The office decided who signs a paper.
    SigningSet {
        /// Which paper.
        paper: PaperKind,
        /// Who signs it.
        roles: BTreeSet<Role>,
    },
    /// The office decided who does a duty.
    DutySet {
        /// Which duty.
        duty: Duty,
        /// Who does it.
        roles: BTreeSet<Role>,
    },
    /// A day off was added, or one of the shipped calendar was declared a working day.
    DayOffSet {
        /// Which, and by which decree.
        day: LocalDay,
    },
    /// The office's own word about a day was taken back.
    DayOffCleared {
        /// The civil date.
        date: NaiveDate,
        /// Why.
        reason: String,
    },
    /// A pack of PPID Utama came, by sync or as a file. It changes nothing before the office applies it.
    PackReceived {
        /// The pack. Boxed: it is far larger than the other variants.
        pack: Box<SignedPack>,
    },
    /// The office put a pack in force.
    PackApplied {
        /// The pack, whole, so that the fold needs nothing else.
        pack: Box<SignedPack>,
    },
    /// The office took the pack in force back: what held before it holds again.
    PackReverted {
        /// In which line.
        line: PackLine,
        /// The version that was in force.
        version: u32,
        /// Why.
        reason: String,
    },
    /// The fees were set by decree.
    FeesDecreed {
        /// The decree and its price.
        fees: FeeDecree,
    },
    /// The office changed the wording of a letter.
    WordingRevised {
        /// Code of the template.
        template: String,
        /// The office's text.
        text: String,
        /// Digest of the original it was changed from.
        original: String,
    },
    /// The office went back to the original wording.
    WordingRestored {
        /// Code of the template.
        template: String,
    },
    /// Numbers that nothing here bears were accounted for.
    NumbersVoided {
        /// Which, and why.
        numbers: VoidedNumbers,
    },
    /// A request was received and given its number (UU KIP Ps 22(4)).
    RequestRegistered {
        /// Its number, final.
        number: RegistrationNumber,
        /// The civil date of registration.
        on: NaiveDate,
        /// What the form says. Boxed: it is far larger than the other variants.
        registration: Box<Registration>,
        /// The dates the receipt names.
        promised: Promised,
    },
    /// The papers were found incomplete and the applicant was told.
    RequestFoundIncomplete {
        /// The letter and what is missing.
        incomplete: Incomplete,
    },
    /// The papers were not completed in time: the request ends as not processed.
    RequestNotProcessed {
        /// The civil date.
        on: NaiveDate,
    },
    /// The applicant withdrew.
    RequestWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says.
        reason: String,
    },
    /// The papers were found complete; the ten days of the newer practice begin.
    RequestDeclaredComplete {
        /// The civil date.
        on: NaiveDate,
        /// The dates that follow from it.
        promised: Promised,
    },
    /// The time for the answer was extended, once (UU KIP Ps 22(8)).
    RequestExtended {
        /// The letter, its reasons, the dates. Boxed: it is far larger than the other variants.
        extension: Box<Extension>,
    },
    /// The information is given in part, the rest blacked out (UU KIP Ps 22(7)e).
    RequestPartlyGranted {
        /// What is given.
        grant: Grant,
        /// What is not.
        redaction: Box<Redaction>,
    },
    /// There is nothing to give (UU KIP Ps 6(3)e, 22(7)b).
    RequestUnavailable {
        /// The letter and why.
        unavailable: Unavailable,
    },
    /// The applicant received the answer: day zero of an objection.
    AnswerReceived {
        /// The civil date.
        on: NaiveDate,
    },
    /// The fee was paid at the counter.
    FeePaid {
        /// The payment.
        payment: Payment,
    },
    /// The information was handed over against a signed receipt.
    InformationHandedOver {
        /// What, when, to whom.
        handover: HandOver,
    },
    /// The request was forwarded inside the public body; the clock does not stop.
    RequestForwarded {
        /// To whom, and what is asked.
        forwarding: Forwarding,
    },
    /// The one it was forwarded to answered.
    ForwardAnswered {
        /// What they say.
        answer: ForwardAnswer,
    },
    /// What the form says was corrected.
    RequestCorrected {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
        /// What the form says now.
        registration: Box<Registration>,
    },
    /// A file was attached: its bytes travel beside the entries.
    AttachmentAdded {
        /// The civil date.
        on: NaiveDate,
        /// The file.
        file: Attachment,
    },
    /// A file was taken back. The entry that attached it stays.
    AttachmentWithdrawn {
        /// Which, by its digest.
        digest: String,
        /// Why.
        reason: String,
    },
    /// A day off was added or moved, and the open deadline with it.
    DeadlineMoved {
        /// Old and new dates, and why.
        moved: Moved,
    },
    /// The information is given in full (UU KIP Ps 22(7)).
    RequestGranted {
        /// The letter and its facts.
        grant: Grant,
    },
    /// The information is withheld under Pasal 17.
    RequestRefused {
        /// The decision and its grounds.
        refusal: Refusal,
    },
    /// A paper was sent to a printer or saved as a file.
    PaperIssued {
        /// Which paper.
        paper: PaperKind,
        /// The civil date.
        on: NaiveDate,
    },
    /// An objection was registered (UU KIP Ps 35).
    ObjectionRegistered {
        /// Its number.
        number: RegistrationNumber,
        /// The civil date of its entry in the register: day zero of the superior's thirty days.
        on: NaiveDate,
        /// What the form says.
        objected: Box<Objected>,
        /// The day the answer is promised for; none when its year is not loaded.
        due: Option<NaiveDate>,
    },
    /// The superior answered.
    ObjectionAnswered {
        /// The letter and the verdict.
        answer: Box<ObjectionAnswer>,
    },
    /// The applicant received the superior's answer: day zero of a dispute.
    ObjectionAnswerReceived {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says to it (register column k).
        reaction: String,
    },
    /// What the superior ordered was done.
    ObjectionExecuted {
        /// The civil date.
        on: NaiveDate,
        /// How.
        note: String,
    },
    /// The applicant withdrew the objection.
    ObjectionWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// What the applicant says.
        reason: String,
    },
    /// The applicant went to Komisi Informasi.
    DisputeFiled {
        /// Number and date.
        filing: DisputeFiling,
    },
    /// The dispute went a step on: mediation, adjudication, court, outcome.
    DisputeProceeded {
        /// The step.
        step: DisputeStep,
    },
    /// A consequence test was written down, or written anew before its approval.
    ConsequenceTested {
        /// The worksheet.
        worksheet: Box<Worksheet>,
    },
    /// The leader of the public body approved the test.
    ConsequenceTestApproved {
        /// The civil date.
        on: NaiveDate,
        /// Name and position of the leader.
        by: String,
    },
    /// The leader did not approve.
    ConsequenceTestRejected {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// The classification was decreed.
    ClassificationDecreed {
        /// The decree.
        decree: Decree,
    },
    /// The information was declared open before its period ended.
    ClassificationLifted {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// An office asked PPID Utama, or PPID Utama an office.
    QuestionAsked {
        /// The question.
        asked: Box<Asked>,
    },
    /// Whoever was asked answered.
    QuestionAnswered {
        /// The answer.
        message: Message,
    },
    /// Whoever asked asked further.
    QuestionFollowedUp {
        /// The further question.
        message: Message,
    },
    /// Whoever asked closed the question.
    QuestionClosed {
        /// Who.
        by: Party,
        /// The civil date.
        on: NaiveDate,
    },
    /// An item entered the catalogue, or was brought up to date.
    DipItemListed {
        /// The item.
        item: Box<DipItem>,
    },
    /// An item left the catalogue.
    DipItemWithdrawn {
        /// The civil date.
        on: NaiveDate,
        /// Why.
        reason: String,
    },
    /// Somebody answered the satisfaction survey.
    SurveyAnswered {
        /// The answers.
        response: SurveyResponse,
    },
    /// The yearly report was frozen.
    ReportFrozen {
        /// Its figures and chapters as they were.
        report: Box<AnnualReport>,
    },
}

/// Names the kinds of a list of changes as they are stored. The compiler asks for a kind that is missing.
macro_rules! kinds {
    ($changes:ident: $($variant:ident = $kind:literal),+ $(,)?) => {
        impl $changes {
            /// Every kind, as it is stored.
            pub const KINDS: &[&str] = &[$($kind),+];

            /// The kind of this change, as it is stored.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $kind),+ }
            }
        }
    };
}

kinds! {
    Change:
    OfficeEstablished = "office_established",
    OfficialNamed = "official_named",
    AccountOpened = "account_opened",
    DeskOpened = "desk_opened",
    OfficeRevised = "office_revised",
    OfficialRevised = "official_revised",
    OfficialRelieved = "official_relieved",
    AccountRevised = "account_revised",
    AccountClosed = "account_closed",
    SigningSet = "signing_set",
    DutySet = "duty_set",
    DayOffSet = "day_off_set",
    DayOffCleared = "day_off_cleared",
    PackReceived = "pack_received",
    PackApplied = "pack_applied",
    PackReverted = "pack_reverted",
    FeesDecreed = "fees_decreed",
    WordingRevised = "wording_revised",
    WordingRestored = "wording_restored",
    NumbersVoided = "numbers_voided",
    RequestRegistered = "request_registered",
    RequestFoundIncomplete = "request_found_incomplete",
    RequestNotProcessed = "request_not_processed",
    RequestWithdrawn = "request_withdrawn",
    RequestDeclaredComplete = "request_declared_complete",
    RequestExtended = "request_extended",
    RequestPartlyGranted = "request_partly_granted",
    RequestUnavailable = "request_unavailable",
    AnswerReceived = "answer_received",
    FeePaid = "fee_paid",
    InformationHandedOver = "information_handed_over",
    RequestForwarded = "request_forwarded",
    ForwardAnswered = "forward_answered",
    RequestCorrected = "request_corrected",
    AttachmentAdded = "attachment_added",
    AttachmentWithdrawn = "attachment_withdrawn",
    DeadlineMoved = "deadline_moved",
    RequestGranted = "request_granted",
    RequestRefused = "request_refused",
    PaperIssued = "paper_issued",
    ObjectionRegistered = "objection_registered",
    ObjectionAnswered = "objection_answered",
    ObjectionAnswerReceived = "objection_answer_received",
    ObjectionExecuted = "objection_executed",
    ObjectionWithdrawn = "objection_withdrawn",
    DisputeFiled = "dispute_filed",
    DisputeProceeded = "dispute_proceeded",
    ConsequenceTested = "consequence_tested",
    ConsequenceTestApproved = "consequence_test_approved",
    ConsequenceTestRejected = "consequence_test_rejected",
    ClassificationDecreed = "classification_decreed",
    ClassificationLifted = "classification_lifted",
    QuestionAsked = "question_asked",
    QuestionAnswered = "question_answered",
    QuestionFollowedUp = "question_followed_up",
    QuestionClosed = "question_closed",
    DipItemListed = "dip_item_listed",
    DipItemWithdrawn = "dip_item_withdrawn",
    SurveyAnswered = "survey_answered",
    ReportFrozen = "report_frozen",
}

impl Change {
    /// Every kind this version knows, as it is stored.
    pub fn kinds() -> impl Iterator<Item = &'static str> {
        Self::KINDS.iter().copied()
    }
}
