//! Making the parts of the file, one at a time: between two of them the desk serves others.

use crate::error::DeskError;
use crate::files;
use crate::files::shelf::Shelf;
use crate::kernel::moment::Moment;
use crate::papers;
use crate::printing::printer::Printer;
use crate::reports::export;
use crate::requests::known;
use crate::store::folded::Folded;
use crate::store::{entries, matters};
use crate::taking_out::person;
use crate::taking_out::plan::{ENTRIES_A_FILE, TakenPart, subject_of};
use crate::taking_out::story::{entry, pretty, whole};
use crate::views::paper::PrintAs;
use loket_domain::classification::Classification;
use loket_domain::dip::Listed;
use loket_domain::objection::Objection;
use loket_domain::old_book::CopiedRequest;
use loket_domain::pack::SignedPack;
use loket_domain::problem::Refused;
use loket_domain::question::Question;
use loket_domain::report::FiledReport;
use loket_domain::survey::SurveyResponse;
use loket_journal::Matter;
use rusqlite::Connection;
use serde_json::json;
use uuid::Uuid;

/// The bytes of one part.
pub(crate) fn bytes_of(
    tables: &Connection,
    printer: &Printer<'_>,
    shelf: &Shelf,
    piece: &TakenPart,
    moment: Moment,
) -> Result<Vec<u8>, DeskError> {
    let context = &printer.context;
    match piece {
        TakenPart::Office => pretty(context.office),
        TakenPart::Request(id) => {
            let (id, request) = known::known(tables, id)?;
            whole(tables, context, &format!("request:{id}"), &request)
        }
        TakenPart::Matter(matter, id) => {
            let subject = subject_of(*matter, *id);
            match matter {
                Matter::Objection => whole(tables, context, &subject, &one::<Objection>(tables, *id)?),
                Matter::Classification => whole(tables, context, &subject, &one::<Classification>(tables, *id)?),
                Matter::DipItem => whole(tables, context, &subject, &one::<Listed>(tables, *id)?),
                Matter::Survey => whole(tables, context, &subject, &one::<SurveyResponse>(tables, *id)?),
                Matter::Report => whole(tables, context, &subject, &one::<FiledReport>(tables, *id)?),
                Matter::Question => whole(tables, context, &subject, &one::<Question>(tables, *id)?),
                Matter::Pack => whole(tables, context, &subject, &one::<SignedPack>(tables, *id)?),
                Matter::OldRequest => whole(tables, context, &subject, &one::<CopiedRequest>(tables, *id)?),
            }
        }
        TakenPart::Matters(matter) => match matter {
            Matter::Objection => all::<Objection>(tables),
            Matter::Classification => all::<Classification>(tables),
            Matter::DipItem => all::<Listed>(tables),
            Matter::Survey => all::<SurveyResponse>(tables),
            Matter::Report => all::<FiledReport>(tables),
            Matter::Question => all::<Question>(tables),
            Matter::Pack => all::<SignedPack>(tables),
            Matter::OldRequest => all::<CopiedRequest>(tables),
        },
        TakenPart::Journal(origin, after) => {
            let mut lines = Vec::new();
            for written in entries::of_series(tables, *origin, *after, ENTRIES_A_FILE)? {
                serde_json::to_writer(&mut lines, &entry(&written)).map_err(DeskError::slip("take out"))?;
                lines.push(b'\n');
            }
            Ok(lines)
        }
        TakenPart::Person(requests) => {
            let kept = context.office.retention.as_ref();
            let kept = kept.map_or_else(
                || "masa simpan belum ditetapkan kantor".to_owned(),
                |kept| format!("{} tahun sesudah selesai ({})", kept.years, kept.basis),
            );
            person::summary(tables, requests, moment.local.date(), &kept)
        }
        TakenPart::Paper(paper) => Ok(papers::paper(tables, printer, None, paper, &PrintAs::Copy, moment)?.pdf),
        TakenPart::Sheet(sheet) => Ok(export::export(tables, context, sheet, moment)?.1),
        TakenPart::Attachment { request, digest } => Ok(files::file(tables, shelf, request, digest)?.1),
    }
}

fn one<S: Folded>(tables: &Connection, id: Uuid) -> Result<S, DeskError> {
    Ok(matters::one::<S>(tables, id)?.ok_or(Refused::Unknown)?)
}

fn all<S: Folded>(tables: &Connection) -> Result<Vec<u8>, DeskError> {
    let found = matters::all::<S>(tables)?;
    pretty(&found.iter().map(|found| json!({"id": found.id, "keadaan": found.state})).collect::<Vec<_>>())
}
