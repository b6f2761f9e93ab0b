//! *Berkas sengketa*: everything about one request as one document, for the table of Komisi Informasi.

use crate::context::Context;
use crate::error::DeskError;
use crate::printing::basis;
use crate::printing::basis::{MatterPaper, hash};
use crate::printing::names::file_name;
use crate::printing::printer::Printer;
use crate::requests::earlier_papers;
use crate::requests::known;
use crate::requests::papers;
use crate::requests::story::Story;
use crate::store::entries;
use crate::store::entries::Kept;
use crate::store::matters;
use crate::views::paper::IssuedPaper;
use crate::words::told::told;
use crate::{classifications, objections};
use chrono::NaiveDate;
use loket_domain::classification::Classification;
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::request::Request;
use loket_journal::Matter;
use loket_letters as letters;
use rusqlite::Connection;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the file is made of so far.
#[derive(Default)]
struct Gathered {
    papers: Vec<(String, MatterPaper)>,
    journal: Vec<letters::JournalLine>,
}

impl Gathered {
    fn add(&mut self, kind: PaperKind, paper: MatterPaper) {
        self.papers.push((kind.label().to_owned(), paper));
    }
}

/// The papers of a request in order, its objections, the classifications it rests on, and the journal with its hashes.
pub(crate) fn dispute_file(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let (id, request) = known::known(tables, id)?;
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let story = Story { tables, context, request: &request, kept: &kept, mark: letters::PaperMark::Copy };
    let mut file = Gathered { journal: kept.iter().map(|kept| line(context, kept)).collect(), ..Gathered::default() };
    for item in papers::paper_items(&request) {
        let (number, on, paper) = (item.number.unwrap_or_default(), story.dated(item.kind), story.paper(item.kind)?);
        file.add(item.kind, MatterPaper { number, on, hash: hash(story.basis(item.kind)), paper });
    }
    for paper in earlier_papers::earlier(&kept) {
        let (kind, story) = (paper.kind, paper.copy(tables, context, &kept));
        let number = papers::number(&paper.request, kind).unwrap_or_default();
        let made = MatterPaper { number, on: story.dated(kind), hash: hash(story.basis(kind)), paper: story.paper(kind)? };
        file.papers.push((format!("{} (terdahulu)", kind.label()), made));
    }
    for found in matters::about::<Objection>(tables, id)? {
        for paper in objections::papers::PAPERS.of(&found.state) {
            let made =
                objections::papers::PAPERS.made(tables, context, (found.id, &found.state), paper, letters::PaperMark::Copy)?;
            file.add(paper.kind, made);
        }
        file.journal.extend(lines(tables, context, Matter::Objection, found.id)?);
    }
    let tested = matters::about::<Classification>(tables, id)?;
    let cited = cited(&request).into_iter();
    for id in tested.into_iter().map(|found| found.id).chain(cited).collect::<BTreeSet<Uuid>>() {
        let Some(state) = matters::one::<Classification>(tables, id)? else { continue };
        for paper in classifications::papers::PAPERS.of(&state) {
            file.add(
                paper.kind,
                classifications::papers::PAPERS.made(tables, context, (id, &state), paper, letters::PaperMark::Copy)?,
            );
        }
        file.journal.extend(lines(tables, context, Matter::Classification, id)?);
    }
    file.papers.sort_by_key(|(_, paper)| paper.on);
    let papers = file.papers.iter().map(|(title, made)| letters::Bundled {
        title: title.clone(),
        number: made.number.clone(),
        on: made.on,
        hash: made.hash.to_string(),
        paper: &*made.paper,
    });
    let document = letters::DisputeFile {
        registration_no: request.number.text.clone(),
        applicant: request.registration.applicant.name.clone(),
        check_code: basis::code(kept.last()),
        on: today,
        papers: papers.collect(),
        journal: file.journal,
    };
    let pdf = printer.press.print_file(&document, &printer.letterhead(), context.office.profile.paper, &printer.wording())?;
    Ok(IssuedPaper { pdf, file_name: file_name("Berkas Sengketa", &request.number.text), is_copy: false })
}

fn lines(tables: &Connection, context: &Context<'_>, matter: Matter, id: Uuid) -> Result<Vec<letters::JournalLine>, DeskError> {
    Ok(basis::kept_of(tables, matter, id)?.iter().map(|kept| line(context, kept)).collect())
}

fn line(context: &Context<'_>, kept: &Kept) -> letters::JournalLine {
    letters::JournalLine {
        at: context.said_at(kept.payload.at),
        who: context.writer(kept),
        what: told(&kept.recorded()).0,
        hash: kept.header.hash().to_string(),
    }
}

/// The office's own classification that the answer cites.
fn cited(request: &Request) -> Option<Uuid> {
    request.parts().iter().filter_map(|part| part.found.exemption()).find_map(|exemption| exemption.basis.own()).map(|id| id.0)
}
