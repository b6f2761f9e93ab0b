//! Who asks, of which office: what every answer of a desk stands on besides its tables.

use chrono::NaiveDateTime;
use loket_domain::authority::Duty;
use loket_domain::calendar::Calendar;
use loket_domain::deadline::Today;
use loket_domain::ids::AccountId;
use loket_domain::indonesian::{date, time, weekday_date};
use loket_domain::numbering::DeskCode;
use loket_domain::office::{Account, Office};
use loket_domain::problem::Refused;
use loket_journal::Chain;
use loket_letters::Template;

use crate::kernel::hold::Hold;
use crate::kernel::moment::Moment;
use crate::store::entries::Kept;

/// The office as it stands, the account that asks, and this desk's place in it. Read only, and cheap to make.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) office: &'a Office,
    /// The shipped calendar with the packs in force and the office's own days.
    pub(crate) calendar: &'a Calendar,
    /// The calendar that came with the app.
    pub(crate) shipped: &'a Calendar,
    pub(crate) account: &'a Account,
    pub(crate) desk_code: &'a DeskCode,
    /// This desk's own series, as far as it is written.
    pub(crate) chain: Chain,
    /// Why nothing is written for now.
    pub(crate) hold: Option<Hold>,
}

impl<'a> Context<'a> {
    /// What a decision of this moment stands on.
    pub(crate) fn today(&self, moment: Moment) -> Today<'a> {
        Today { date: moment.local.date(), time: moment.local.time(), office: self.office, calendar: self.calendar }
    }

    /// Whether the account may do `duty`; the sentence for it when not.
    pub(crate) fn may(&self, duty: Duty) -> Result<(), Refused> {
        self.office.may(self.account, duty)
    }

    /// When something happened, in the zone of the office: `Senin, 23 November 2026, 09.15 WIB`.
    pub(crate) fn said_at(&self, at: NaiveDateTime) -> String {
        format!("{}, {}", weekday_date(at.date()), time(at.time(), self.office.profile.zone()))
    }

    /// The same, shorter: `23 November 2026, 09.15 WIB`.
    pub(crate) fn noted_at(&self, at: NaiveDateTime) -> String {
        format!("{}, {}", date(at.date()), time(at.time(), self.office.profile.zone()))
    }

    /// The name of an account.
    pub(crate) fn account_name(&self, id: AccountId) -> String {
        self.office.account(id).map_or_else(|| "tidak dikenal".to_owned(), |account| account.name.clone())
    }

    /// Who wrote an entry: PPID Utama is known by the key that signed it, whichever account it names.
    pub(crate) fn writer(&self, kept: &Kept) -> String {
        if kept.by_utama { "PPID Utama".to_owned() } else { self.account_name(kept.header.actor) }
    }

    /// The texts of letters that are not the originals, the office's own last: where a template has two, that one holds.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let of_pack = self.office.packs.texts().into_iter().flatten().map(|(code, text)| (code.as_str(), text.as_str()));
        of_pack.chain(self.office.wordings.iter().map(|(code, own)| (code.as_str(), own.text.as_str())))
    }

    /// The text of a template without the office's own wording.
    pub(crate) fn basic_text(&self, template: Template) -> &'a str {
        let of_pack = self.office.packs.texts().and_then(|texts| texts.get(template.code()));
        of_pack.map_or(template.original(), String::as_str)
    }
}
