//! What happens to an office.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::{Account, FeeDecree, Handover, OfficeDesk, OfficeProfile, Official, ReservedNumber, Retention};
use crate::authority::Duty;
use crate::calendar::LocalDay;
use crate::ids::{AccountId, OfficialId};
use crate::kinds::kinds;
use crate::numbering::{DeskCode, VoidedNumbers};
use crate::pack::{PackLine, SignedPack};
use crate::paper::PaperKind;
use crate::role::Role;

/// What happens to an office, one variant each, in the past tense.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OfficeChange {
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
        desk: OfficeDesk,
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
    /// How long requests are kept was set.
    RetentionSet {
        /// How long, and by which schedule.
        retention: Retention,
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
    /// A desk was joined to a PPID Utama, or joined again.
    DeskJoined {
        /// Which desk.
        desk: DeskCode,
        /// The address it sends to from then on.
        server: String,
        /// The fingerprint of the key that it takes for PPID Utama's.
        key: String,
        /// The address it sent to before, where that was another PPID Utama.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<String>,
    },
    /// A recovery card was made; an earlier one of that desk opens nothing any more.
    RecoveryCardMade {
        /// Of which desk.
        desk: DeskCode,
    },
    /// A desk was opened with its recovery card, and an account there got a new password by it.
    PasswordRecovered {
        /// Which desk.
        desk: DeskCode,
        /// Whose password.
        account: AccountId,
    },
    /// An admin gave another account of a desk a temporary password; the one before opens nothing there any more.
    PasswordReset {
        /// Which desk.
        desk: DeskCode,
        /// Whose password.
        account: AccountId,
    },
    /// The data of a desk were restored from a copy.
    DeskRestored {
        /// Which desk.
        desk: DeskCode,
        /// The civil date the copy was made.
        made_on: NaiveDate,
    },
    /// One person handed the desk to another; the accounts of the two changed with it.
    DeskHandedOver {
        /// The minutes of it.
        handover: Box<Handover>,
    },
    /// Somebody said that the computer's date is right though it did not fit what was written last.
    ClockConfirmed {
        /// At which desk.
        desk: DeskCode,
        /// The civil date that is right.
        now: NaiveDate,
        /// The civil date of what was written last before.
        last: NaiveDate,
        /// What was said of it; may be empty.
        #[serde(default)]
        note: String,
    },
    /// Numbers that nothing here bears were accounted for.
    NumbersVoided {
        /// Which, and why.
        numbers: VoidedNumbers,
    },
    /// A number of a desk was given to an empty form.
    NumberReserved {
        /// Which, and when.
        reserved: ReservedNumber,
    },
}

kinds! {
    OfficeChange:
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
    PackApplied = "pack_applied",
    PackReverted = "pack_reverted",
    FeesDecreed = "fees_decreed",
    RetentionSet = "retention_set",
    WordingRevised = "wording_revised",
    WordingRestored = "wording_restored",
    DeskJoined = "desk_joined",
    RecoveryCardMade = "recovery_card_made",
    PasswordRecovered = "password_recovered",
    PasswordReset = "password_reset",
    DeskRestored = "desk_restored",
    DeskHandedOver = "desk_handed_over",
    ClockConfirmed = "clock_confirmed",
    NumbersVoided = "numbers_voided",
    NumberReserved = "number_reserved",
}
