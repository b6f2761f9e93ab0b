//! The papers of a matter as one list: of each its number, its date, the entry it stands on, who signs it, how it is made.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::basis::MatterPaper;
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::printing::signatory::{signatory, usual};
use crate::store::entries::Kept;
use crate::views::paper::{IssuedPaper, PrintAs};
use crate::views::parts::PaperItem;
use crate::words::sections;
use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::ids::OfficialId;
use loket_domain::office::Official;
use loket_domain::paper::{Issued, PaperKind};
use loket_domain::problem::{PaperRefused, Refused};
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use std::collections::BTreeMap;
use uuid::Uuid;

/// How a paper is made.
type Make<S> = fn(&PaperSource<'_, S>) -> Result<Box<dyn letters::Paper>, DeskError>;

/// One paper of a matter. Each part answers nothing while the matter has no such paper.
pub(crate) struct PaperOf<S> {
    pub(crate) kind: PaperKind,
    /// The number it bears; a paper without one is known by its date.
    pub(crate) number: fn(&S) -> Option<String>,
    /// The civil date it bears.
    pub(crate) dated: fn(&S) -> Option<NaiveDate>,
    /// What names its file besides its kind; never anything about a citizen.
    pub(crate) named: fn(&S) -> Option<String>,
    /// Whether it stands on this change: its check code, its signer and the index of a dispute file go by the last such entry.
    pub(crate) stands_on: fn(&Change) -> bool,
    pub(crate) signer: Signer<S>,
    pub(crate) make: Make<S>,
}

/// Who signs a paper.
pub(crate) enum Signer<S> {
    /// No official by name: those who were there sign by hand.
    ByHand,
    /// This official, as the office knew that person then; where nobody is named, whoever may sign such papers on its day.
    Official(fn(&S) -> Option<OfficialId>),
}

impl<S> Signer<S> {
    /// Who signs a paper of this kind that stands on `entry` and bears the date `on`; none where no official does.
    ///
    /// # Errors
    /// While nobody may sign what names nobody.
    pub(crate) fn official(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        (state, kind): (&S, PaperKind),
        entry: Option<&Kept>,
        on: NaiveDate,
    ) -> Result<Option<Official>, DeskError> {
        let Self::Official(who) = self else { return Ok(None) };
        Ok(Some(match who(state) {
            Some(id) => signatory(tables, context, id, entry)?,
            None => usual(context, kind, on)?,
        }))
    }
}

/// The papers of a kind of matter.
pub(crate) struct Papers<S: 'static> {
    pub(crate) matter: Matter,
    pub(crate) all: &'static [PaperOf<S>],
    /// Whether the matter has a paper of this kind by now.
    pub(crate) has: fn(&S, PaperKind) -> bool,
    /// Which were printed, and how often; none of a matter whose papers are always originals.
    pub(crate) issued: fn(&S) -> Option<&BTreeMap<PaperKind, Issued>>,
    /// Whether the original of one may be printed once more.
    pub(crate) again: fn(&S, PaperKind) -> Result<(), Refused>,
}

/// What one paper is made from.
pub(crate) struct PaperSource<'a, S> {
    pub(crate) tables: &'a Connection,
    pub(crate) context: &'a Context<'a>,
    pub(crate) state: &'a S,
    /// The entries of the matter, in their order.
    pub(crate) kept: &'a [Kept],
    pub(crate) check_code: String,
    pub(crate) place: String,
    pub(crate) mark: letters::PaperMark,
    signed: Option<Official>,
}

impl<S> PaperSource<'_, S> {
    /// Who signed.
    ///
    /// # Errors
    /// [`PaperRefused::NoSuchPaper`] for a paper that no official signs.
    pub(crate) fn signatory(&self) -> Result<Official, DeskError> {
        Ok(self.signed.clone().ok_or(PaperRefused::NoSuchPaper)?)
    }
}

impl<S> Papers<S> {
    /// The papers there are now, for the page of the matter.
    pub(crate) fn items(&self, state: &S) -> Vec<PaperItem> {
        let here = self.of(state).map(|paper| (paper.kind, (paper.number)(state)));
        let none = BTreeMap::new();
        let again = |kind| (self.again)(state, kind).is_ok();
        sections::papers((self.issued)(state).unwrap_or(&none), &here.collect::<Vec<_>>(), again)
    }

    /// The papers a matter has by now.
    pub(crate) fn of<'s>(&self, state: &'s S) -> impl Iterator<Item = &'static PaperOf<S>> + use<'s, S> {
        let has = self.has;
        self.all.iter().filter(move |paper| has(state, paper.kind))
    }

    /// One paper, before it is printed.
    pub(crate) fn made(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        (id, state): (Uuid, &S),
        paper: &PaperOf<S>,
        mark: letters::PaperMark,
    ) -> Result<MatterPaper, DeskError> {
        let on = (paper.dated)(state).ok_or(PaperRefused::NoSuchPaper)?;
        let kept = basis::kept_of(tables, self.matter, id)?;
        // A draft stands on no entry: one of its kind that is here is of a letter that holds no more.
        let entry = basis::last(&kept, paper.stands_on).filter(|_| mark != letters::PaperMark::Draft);
        let signed = paper.signer.official(tables, context, (state, paper.kind), entry, on)?;
        let hash = basis::hash(entry);
        let sheet = PaperSource {
            tables,
            context,
            state,
            kept: &kept,
            check_code: basis::code(entry),
            place: context.office.profile.place.clone(),
            mark,
            signed,
        };
        let number = (paper.number)(state).unwrap_or_else(|| on.to_string());
        Ok(MatterPaper { number, on, hash, paper: (paper.make)(&sheet)? })
    }

    /// One paper as it would be printed now.
    ///
    /// # Errors
    /// [`PaperRefused::NoSuchPaper`] when the matter has none of this kind.
    pub(crate) fn print(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        printer: &Printer<'_>,
        (id, state): (Uuid, &S),
        kind: PaperKind,
        how: &PrintAs,
    ) -> Result<IssuedPaper, DeskError> {
        let was_printed = (self.issued)(state).is_some_and(|issued| issued.contains_key(&kind));
        let has_left = was_printed && (self.again)(state, kind).is_err();
        self.print_marked(tables, context, printer, (id, state), kind, basis::mark(was_printed, has_left, how))
    }

    /// One paper, marked so.
    ///
    /// # Errors
    /// As [`Self::print`].
    pub(crate) fn print_marked(
        &self,
        tables: &Connection,
        context: &Context<'_>,
        printer: &Printer<'_>,
        (id, state): (Uuid, &S),
        kind: PaperKind,
        mark: letters::PaperMark,
    ) -> Result<IssuedPaper, DeskError> {
        let paper = self.of(state).find(|paper| paper.kind == kind).ok_or(PaperRefused::NoSuchPaper)?;
        let made = self.made(tables, context, (id, state), paper, mark)?;
        let name = (paper.named)(state).unwrap_or_else(|| made.number.clone());
        let is_copy = mark == letters::PaperMark::Copy;
        Ok(IssuedPaper { pdf: printer.print(&*made.paper)?, file_name: file_name(kind.label(), &name), is_copy })
    }
}
