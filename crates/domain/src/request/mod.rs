//! A request for information (*permohonan informasi publik*): its story, and what may happen next.

mod answer;
mod answered;
mod applicant;
mod attaching;
mod bringing;
mod cancelling;
mod change;
mod command;
mod completeness;
mod coordination;
mod decide;
mod draft;
mod duty;
mod exemption;
mod extension;
mod fetching;
mod fold;
mod grant;
mod handover;
pub mod may;
mod money;
mod not_entitled;
mod note;
mod paper_form;
mod papers;
mod parts;
mod party;
mod receiving;
mod refusal;
mod refused;
mod reopening;
mod returning;
mod sending;
mod stage;
mod telling;
mod timeliness;
mod unavailable;
mod vexatious;
mod ways;
mod words;

pub use crate::letter::{Letter, LetterCancelInput, LetterInput, LetterNumberInput};
pub use crate::paper::Issued;
pub use answer::{Answer, AnswerInput, FoundKind, MOST_PARTS, PartInput, part_field};
pub(crate) use applicant::acts_for;
pub use applicant::{ActingAs, Applicant, Category, Document, ForeignPaper, IdentityKind, Member, Representative};
pub use attaching::may_attach;
pub use bringing::DocumentsInput;
pub use cancelling::{CancelledContent, CancelledLetter};
pub use change::RequestChange;
pub use command::Command;
pub use completeness::{Incomplete, IncompleteInput};
pub use coordination::{Coordination, ForwardAnswer, ForwardAnswerInput, ForwardInput, Forwarding, Recipient};
pub use decide::decide;
pub(crate) use draft::{ACT_IN_FORCE, contact, phone};
pub use draft::{LONGEST_REQUEST, Registration, RequestDraft};
pub use duty::{RequestDuty, Running, Turn};
pub use exemption::{Basis, BasisKind, Exemption, ExemptionInput, Lasting, other_act};
pub(crate) use exemption::{expiry, other_law, term};
pub use extension::{Extension, ExtensionInput, ExtensionReason};
pub use fetching::NotFetched;
pub use grant::{Fees, Grant, GrantInput, PartialGrantInput, Redaction};
pub use handover::{HandOver, HandOverInput, HandedForm, HandedItem};
pub use money::{Payment, PaymentInput, PaymentWay, Refund, RefundInput};
pub use not_entitled::{NoStanding, NotEntitled, NotEntitledInput};
pub use note::{NoteAbout, NoteInput, RequestNote};
pub use paper_form::PaperForm;
pub use parts::{Decision, Found, Given, Part};
pub use party::{Contact, ContactInput, PartyChange, PartyNow, RepresentativeInput};
pub use receiving::{ANSWERS, ReceiptWithdrawnInput};
pub use refusal::{Refusal, RefusalInput, may_sign_refusal};
pub use refused::RequestRefused;
pub use reopening::{Fulfilment, Order, OrderExtent, OrderInput, OrderedBy, Reopened, StandingOrder};
pub use returning::{Returned, ReturnedInput};
pub use sending::{Sending, SendingInput, SendingWay};
pub use stage::{Outcome, Stage};
pub use telling::{NoMobile, Tidings, TidingsGiven, TidingsInput, TidingsWay, mobile_number};
pub use timeliness::Timeliness;
pub use unavailable::{Absence, Unavailable, UnavailableInput};
pub use vexatious::{Vexatious, VexatiousInput, VexatiousSign};
pub use ways::{AccessMode, Carrier, Channel, CopyFormat, DeliveryMode, Via};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::attachment::Attached;
use crate::calendar::Calendar;
use crate::deadline::{Clocks, Course, Promised, ToldMissing};
use crate::letter::NotBefore;
use crate::numbering::RegistrationNumber;
use crate::office::OfficeProfile;
use crate::paper::PaperKind;

/// A request as its changes made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its number, which is the legal receipt.
    pub number: RegistrationNumber,
    /// The civil date it was registered.
    pub registered_on: NaiveDate,
    /// The numbered form it was written on, where that is how it came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<PaperForm>,
    /// What the form says, after the last correction.
    pub registration: Registration,
    /// The corrections of the form, oldest first; papers printed after one name its version.
    pub corrections: Vec<Correction>,
    /// What was found missing, by the last letter about it.
    pub incomplete: Option<Incomplete>,
    /// The papers that came after the registration, and when.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub brought: BTreeMap<Document, NaiveDate>,
    /// The civil date the papers were found complete.
    pub complete_on: Option<NaiveDate>,
    /// The one extension.
    pub extension: Option<Extension>,
    /// The dates the last paper named.
    pub promised: Promised,
    /// Deadlines that moved because the calendar did, oldest first.
    pub moved: Vec<Moved>,
    /// To whom it was forwarded, oldest first.
    pub coordination: Vec<Coordination>,
    /// Its files, those taken back included, oldest first.
    #[serde(default)]
    pub attachments: Vec<Attached>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The civil date the applicant received the answer.
    pub answer_received_on: Option<NaiveDate>,
    /// When that was entered here; there where it was later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_entered_on: Option<NaiveDate>,
    /// The fee that was paid.
    pub payment: Option<Payment>,
    /// The information handed over.
    pub handed_over: Option<HandOver>,
    /// What of it was handed over before, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed_before: Vec<HandOver>,
    /// How often each paper was printed or saved, and when last.
    pub issued: BTreeMap<PaperKind, Issued>,
    /// The numbers of letters that no step asks one for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub numbers: BTreeMap<PaperKind, String>,
    /// How its letters left, where that is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sent: BTreeMap<PaperKind, Sending>,
    /// How often it was opened again, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reopened: Vec<Reopened>,
    /// What changed about who asks and who acts, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyChange>,
    /// The letters that came back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<Returned>,
    /// What was paid before the last payment, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub part_payments: Vec<Payment>,
    /// What was given back, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refunds: Vec<Refund>,
    /// That it was noted as not fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_fetched: Option<NotFetched>,
    /// That it was recorded as not meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vexatious: Option<Vexatious>,
    /// What the office noted for itself, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<RequestNote>,
    /// What the applicant was told beside the letters, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<TidingsGiven>,
    /// Letters that hold no more, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cancelled: Vec<CancelledLetter>,
}

/// A correction of what the form says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The civil date.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// What the form said before.
    pub before: Box<Registration>,
}

/// A deadline that moved because a day off was added or moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The civil date it was recalculated.
    pub on: NaiveDate,
    /// The dates before.
    pub before: Promised,
    /// The dates after.
    pub after: Promised,
    /// Which day, by which decree.
    pub reason: String,
}

impl Request {
    /// The version of the form: 1, and one more with each correction.
    pub fn version(&self) -> u32 {
        u32::try_from(self.corrections.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The forwarding that waits for an answer.
    pub fn awaited(&self) -> Option<&Forwarding> {
        self.coordination.last().filter(|last| last.answer.is_none()).map(|last| &last.forwarding)
    }

    /// The earliest date of an answer, and what to say about an earlier one.
    pub(crate) fn answers_begin(&self) -> NotBefore<'static> {
        if let Some(order) = self.order() {
            return (order.given_on, "Tanggal surat tidak boleh sebelum perintah yang dilaksanakan.");
        }
        match self.complete_on.filter(|complete| *complete > self.registered_on) {
            Some(complete) => (complete, "Tanggal surat tidak boleh sebelum berkas dinyatakan lengkap."),
            // It names the number of the request, which was given on that day, however early the papers came.
            None => {
                (self.registered_on, "Tanggal surat tidak boleh sebelum permohonan didaftarkan: suratnya menyebut nomor itu.")
            }
        }
    }

    /// The dates from which its clocks run.
    pub(super) fn course(&self) -> Course {
        let told = self.incomplete.as_ref();
        Course {
            received: self.registration.received_on,
            registered: self.registered_on,
            complete: self.complete_on,
            told: told.map(|told| ToldMissing { on: told.letter.proved_on(), received: told.received_on }),
        }
    }

    /// The clocks of this request.
    pub fn clocks(&self, profile: &OfficeProfile, calendar: &Calendar) -> Clocks {
        let first = self.first_clocks(profile, calendar);
        if self.extension.is_some() { first.extended(profile, calendar) } else { first }
    }

    /// The clocks of this request without its extension.
    pub(crate) fn first_clocks(&self, profile: &OfficeProfile, calendar: &Calendar) -> Clocks {
        Clocks::of(profile, calendar, &self.course())
    }

    /// The clocks this request would have if it were extended now.
    pub(crate) fn clocks_if_extended(&self, profile: &OfficeProfile, calendar: &Calendar) -> Clocks {
        self.first_clocks(profile, calendar).extended(profile, calendar)
    }
}
