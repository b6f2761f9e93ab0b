//! Which rows change when entries arrive: only those of the subjects they are about, unless the office itself changed.

use loket_domain::calendar::Calendar;
use loket_domain::office::OfficeCode;
use loket_journal::{OriginId, Subject};
use std::collections::{BTreeMap, HashMap, HashSet};

use super::StoreFault;
use super::ledger::{Addition, Ledger, Rows, Stale};
use super::naming::{name, names};
use crate::projection::{self, FoldedPart, KnownOffice, MatterKind, Projection, Told};

/// What is newly told about one office, as far as rows are made of it.
type News<'a> = BTreeMap<FoldedPart, Vec<&'a Told>>;

/// What was told before, by office.
type Earlier = HashMap<OfficeCode, HashMap<FoldedPart, Vec<Told>>>;

/// The rows that change with `additions`, which are not stored yet.
pub(crate) async fn refold(
    ledger: &impl Ledger,
    additions: &[Addition<'_>],
    calendar: &Calendar,
) -> Result<Vec<Rows>, StoreFault> {
    let news = by_office(additions);
    let earlier = earlier(ledger, &news).await?;
    let offices: Vec<_> = news.keys().copied().collect();
    let (known, utama) = (ledger.known(&offices).await?, ledger.own_series(&offices).await?);
    let folding = Folding { ledger, utama: &utama, calendar };
    let mut rows = Vec::with_capacity(news.len());
    for (office, news) in &news {
        rows.push(folding.of_office(office, news, earlier.get(*office), known.get(*office)).await?);
    }
    Ok(rows)
}

/// Folds every office again from what is stored.
pub(crate) async fn rebuild(ledger: &impl Ledger, calendar: &Calendar) -> Result<(), StoreFault> {
    for office in ledger.written_offices().await? {
        let told: Vec<Told> = ledger.of_office(&office).await?.iter().map(Told::by).collect();
        name(ledger, &names(&office, told.iter())).await?;
        let fresh = Projection::of_told(&told, &ledger.own_series(&[&office]).await?, calendar);
        ledger.replace(&[Rows { office, stale: Stale::Everything, fresh }]).await?;
    }
    Ok(())
}

fn by_office<'a>(additions: &[Addition<'a>]) -> BTreeMap<&'a str, News<'a>> {
    let mut offices = BTreeMap::<_, News<'_>>::new();
    for addition in additions {
        let news = offices.entry(addition.office).or_default();
        for told in addition.entries.iter().map(|kept| &kept.told) {
            if let Some(part) = told.part() {
                news.entry(part).or_default().push(told);
            }
        }
    }
    offices
}

/// One question for all of the group: a request nobody heard of before costs nothing more.
async fn earlier(ledger: &impl Ledger, news: &BTreeMap<&str, News<'_>>) -> Result<Earlier, StoreFault> {
    let mut subjects = Vec::<(&str, Subject)>::new();
    for (office, news) in news {
        subjects.extend(news.values().filter_map(|told| told.first()).map(|told| (*office, told.subject)));
    }
    let mut earlier = Earlier::new();
    for entry in ledger.stories(&subjects).await? {
        let told = Told::by(&entry);
        if let Some(part) = told.part() {
            earlier.entry(entry.header.office).or_default().entry(part).or_default().push(told);
        }
    }
    Ok(earlier)
}

/// What folding reads besides the entries.
struct Folding<'a, L> {
    ledger: &'a L,
    /// The series that PPID Utama wrote.
    utama: &'a HashSet<OriginId>,
    calendar: &'a Calendar,
}

impl<L: Ledger> Folding<'_, L> {
    async fn of_office(
        &self,
        office: &str,
        news: &News<'_>,
        earlier: Option<&HashMap<FoldedPart, Vec<Told>>>,
        before: Option<&KnownOffice>,
    ) -> Result<Rows, StoreFault> {
        let earlier = |part| earlier.and_then(|earlier| earlier.get(part));
        let counting = before.map(|office| office.counting(self.calendar));
        let (mut fresh, mut about_office) = (Projection::default(), false);
        let (mut requests, mut tests, mut questions, mut matters) = (vec![], vec![], vec![], vec![]);
        for (part, told) in news {
            let known = earlier(part);
            let story = told.iter().copied().chain(known.into_iter().flatten()).collect();
            match part {
                FoldedPart::Office => {
                    let (after, misfits) = projection::office(story);
                    if after.as_ref() != before {
                        return self.everything(office, news).await;
                    }
                    (about_office, fresh.misfits) = (true, misfits);
                    continue;
                }
                FoldedPart::Request(request) => requests.extend(known.map(|_| *request)),
                FoldedPart::Test(test) => {
                    tests.extend(known.map(|_| *test));
                    matters.extend(known.map(|_| (MatterKind::Exempt, test.0)));
                }
                FoldedPart::Question(question) => questions.extend(known.map(|_| *question)),
                FoldedPart::Matter(kind, matter) => matters.extend(known.map(|_| (*kind, *matter))),
            }
            fresh.add(*part, story, self.utama, counting.as_ref());
        }
        let stale = Stale::Parts { office: about_office, requests, tests, questions, matters };
        Ok(Rows { office: office.into(), stale, fresh })
    }

    /// How the office counts may have changed, and with it every deadline.
    async fn everything(&self, office: &str, news: &News<'_>) -> Result<Rows, StoreFault> {
        let stored: Vec<Told> = self.ledger.of_office(office).await?.iter().map(Told::by).collect();
        let fresh = Projection::of_told(stored.iter().chain(news.values().flatten().copied()), self.utama, self.calendar);
        Ok(Rows { office: office.into(), stale: Stale::Everything, fresh })
    }
}
