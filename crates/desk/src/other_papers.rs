//! Papers that are not about one request alone: objections, classifications, lists, reports.

use crate::actions::catalogue;
use crate::actions::classification;
use crate::actions::objection;
use crate::context::Context;
use crate::figures;
use crate::letters::signatory;
use crate::printer::Printer;
use chrono::NaiveDate;
use loket_domain::change::Change;
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::dip::{DipItem, Listed};
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use loket_domain::office::Role;
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Problems, Refused};
use loket_domain::report::AnnualReport;
use loket_journal::{Digest, Matter, Recorded, Subject};
use loket_letters as letters;
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::DeskError;
use crate::figures::{Period, RegisterLine};
use crate::papers::{IssuedPaper, Story, check_code, file_name};
use crate::records::{in_catalogue, legal_basis};
use crate::store::entries::{self, Kept};
use crate::store::{matters, requests};
use crate::views::RegisterKind;

/// A paper of a matter, before it is printed.
pub(crate) struct MatterPaper {
    /// Its number, or what stands for one.
    pub(crate) number: String,
    /// The civil date it bears.
    pub(crate) on: NaiveDate,
    /// Hash of the entry it stands on; zeros for a paper without one.
    pub(crate) hash: Digest,
    pub(crate) paper: Box<dyn letters::Paper>,
}

/// The hash of the entry a paper stands on.
pub(crate) fn hash(entry: Option<&Kept>) -> Digest {
    entry.map_or(Digest([0; 32]), |kept| kept.header.hash())
}

fn mark(is_copy: bool) -> letters::PaperMark {
    if is_copy { letters::PaperMark::Copy } else { letters::PaperMark::Original }
}

pub(crate) fn kept_of(tables: &Connection, matter: Matter, id: Uuid) -> Result<Vec<Kept>, DeskError> {
    entries::of_subject(tables, &entries::subject_name(Subject::matter(matter, id)))
}

/// The last entry of this kind: what a paper stands on.
fn last(kept: &[Kept], wanted: impl Fn(&Change) -> bool) -> Option<&Kept> {
    kept.iter().rev().find(|kept| matches!(kept.recorded(), Recorded::Known(change) if wanted(&change)))
}

/// A code for a list: it names the state of the journal the list was made from.
fn state_code(context: &Context<'_>) -> String {
    check_code(context.chain.head.0)
}

fn ppid(context: &Context<'_>, on: NaiveDate) -> Option<letters::SignedBy> {
    let signs = |official: &&loket_domain::office::Official| official.role == Role::PpidUnit && official.serves_on(on);
    let official = context.office.officials.iter().find(signs)?.clone();
    Some(letters::SignedBy { place: context.office.profile.place.clone(), on, official })
}

/// The form or the answer of an objection.
pub(crate) fn objection_letter(
    tables: &Connection,
    context: &Context<'_>,
    id: Uuid,
    objection: &Objection,
    kind: PaperKind,
    is_copy: bool,
) -> Result<MatterPaper, DeskError> {
    let kept = kept_of(tables, Matter::Objection, id)?;
    let place = context.office.profile.place.clone();
    let objection_no = objection.number.text.clone();
    match (kind, &objection.answer) {
        (PaperKind::ObjectionForm, _) => {
            let entry = last(&kept, |change| matches!(change, Change::ObjectionRegistered { .. }));
            let officer = kept.first().map_or_else(String::new, |kept| context.account_name(kept.header.actor));
            let form = letters::ObjectionForm {
                objection_no,
                check_code: Story::check_code(entry),
                form: objection.form.clone(),
                due: objection.due,
                place,
                on: objection.registered_on,
                officer,
                mark: mark(is_copy),
            };
            let (number, on) = (objection.number.text.clone(), objection.registered_on);
            Ok(MatterPaper { number, on, hash: hash(entry), paper: Box::new(form) })
        }
        (PaperKind::ObjectionAnswer, Some(answer)) => {
            let entry = last(&kept, |change| matches!(change, Change::ObjectionAnswered { .. }));
            let letter = letters::ObjectionAnswer {
                objection_no,
                registered_on: objection.registered_on,
                check_code: Story::check_code(entry),
                form: objection.form.clone(),
                answer: answer.clone(),
                place,
                signatory: signatory(tables, context, answer.letter.signed_by, entry)?,
                mark: mark(is_copy),
            };
            let (number, on) = (answer.letter.number.clone(), answer.letter.date);
            Ok(MatterPaper { number, on, hash: hash(entry), paper: Box::new(letter) })
        }
        _ => Err(Refused::NoSuchPaper.into()),
    }
}

pub(crate) fn objection_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    let (id, objection) = objection::known_objection(tables, id)?;
    let is_copy = objection.issued.contains_key(&kind);
    let made = objection_letter(tables, context, id.0, &objection, kind, is_copy)?;
    Ok(IssuedPaper { pdf: printer.print(&*made.paper)?, file_name: file_name(kind.label(), &objection.number.text), is_copy })
}

/// The worksheet or the decree of a classification.
pub(crate) fn classification_letter(
    tables: &Connection,
    context: &Context<'_>,
    id: Uuid,
    state: &Classification,
    kind: PaperKind,
    is_copy: bool,
) -> Result<MatterPaper, DeskError> {
    let kept = kept_of(tables, Matter::Classification, id)?;
    let place = context.office.profile.place.clone();
    let (worksheet, approved) = (state.worksheet.clone(), state.approved.clone());
    match (kind, &state.decree) {
        (PaperKind::ConsequenceTest, _) => {
            let entry = last(&kept, |change| matches!(change, Change::ConsequenceTested { .. }));
            let (number, on) = (worksheet.tested_on.to_string(), worksheet.tested_on);
            let check_code = Story::check_code(entry);
            let test = letters::ConsequenceTest { check_code, worksheet, approved, place, mark: mark(is_copy) };
            Ok(MatterPaper { number, on, hash: hash(entry), paper: Box::new(test) })
        }
        (PaperKind::ClassificationDecree, Some(decree)) => {
            let entry = last(&kept, |change| matches!(change, Change::ClassificationDecreed { .. }));
            let paper = letters::ClassificationDecree {
                check_code: Story::check_code(entry),
                worksheet,
                approved,
                decree: decree.clone(),
                office: context.office.profile.name(),
                regency: context.office.profile.regency.clone(),
                place,
                signatory: signatory(tables, context, decree.letter.signed_by, entry)?,
                mark: mark(is_copy),
            };
            let (number, on) = (decree.letter.number.clone(), decree.letter.date);
            Ok(MatterPaper { number, on, hash: hash(entry), paper: Box::new(paper) })
        }
        _ => Err(Refused::NoSuchPaper.into()),
    }
}

pub(crate) fn classification_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
    kind: PaperKind,
) -> Result<IssuedPaper, DeskError> {
    let (id, state) = classification::known_classification(tables, id)?;
    let is_copy = state.issued.contains_key(&kind);
    let made = classification_letter(tables, context, id.0, &state, kind, is_copy)?;
    Ok(IssuedPaper { pdf: printer.print(&*made.paper)?, file_name: file_name(kind.label(), &made.number), is_copy })
}

pub(crate) fn register_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    which: RegisterKind,
    from: &str,
    to: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let period = Period::read(from, to)?;
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let (check_code, signed) = (state_code(context), ppid(context, today));
    let (pdf, name) = match which {
        RegisterKind::Requests => {
            let found = requests::registered_between(tables, &from, &to)?;
            let rows = found.iter().zip(1..).map(|(listed, running)| RegisterLine::of(&listed.request).cells(running));
            let register = letters::RequestRegister { period: period.in_words(), check_code, rows: rows.collect(), signed };
            (printer.print(&register)?, "Register Permohonan")
        }
        RegisterKind::Objections => {
            let found = matters::between::<Objection>(tables, &from, &to)?;
            let rows = found.iter().map(|found| figures::objection_cells(context, &found.state)).collect();
            let register = letters::ObjectionRegister { period: period.in_words(), check_code, rows, signed };
            (printer.print(&register)?, "Register Keberatan")
        }
    };
    Ok(IssuedPaper { pdf, file_name: format!("{name} {from} {to}.pdf"), is_copy: false })
}

pub(crate) fn dip_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let items = matters::all::<Listed>(tables)?;
    let named = |item: DipItem| DipItem { heading: catalogue::heading_name(context, &item), ..item };
    let items = items.into_iter().filter(|found| in_catalogue(&found.state)).map(|found| named(found.state.item)).collect();
    let dip = letters::Dip { on: today, check_code: state_code(context), items, signed: ppid(context, today) };
    Ok(IssuedPaper { pdf: printer.print(&dip)?, file_name: format!("Daftar Informasi Publik {today}.pdf"), is_copy: false })
}

pub(crate) fn exempt_list(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let all = matters::all::<Classification>(tables)?;
    let holds = |found: &&matters::Found<Classification>| {
        found.state.stage() == ClassificationStage::Decreed && found.state.covers(today)
    };
    let row = |(found, number): (&matters::Found<Classification>, usize)| {
        let sheet = &found.state.worksheet;
        let period = sheet.expires.map_or_else(|| "Selama diperlukan".to_owned(), |expires| format!("Sampai {}", words(expires)));
        vec![
            number.to_string(),
            sheet.information.clone(),
            legal_basis(&found.state),
            sheet.consequence.clone(),
            sheet.benefit.clone(),
            period,
            sheet.unit.clone(),
        ]
    };
    let rows = all.iter().filter(holds).zip(1..).map(row).collect();
    let list = letters::ExemptList { on: today, check_code: state_code(context), rows, signed: ppid(context, today) };
    let file_name = format!("Daftar Informasi yang Dikecualikan {today}.pdf");
    Ok(IssuedPaper { pdf: printer.print(&list)?, file_name, is_copy: false })
}

pub(crate) fn report_paper(
    tables: &Connection,
    context: &Context<'_>,
    printer: &Printer<'_>,
    id: &str,
) -> Result<IssuedPaper, DeskError> {
    let id: Uuid = id.parse().map_err(|_| Refused::Unknown)?;
    let report: AnnualReport = matters::one(tables, id)?.ok_or(Refused::Unknown)?;
    let kept = kept_of(tables, Matter::Report, id)?;
    let entry = last(&kept, |change| matches!(change, Change::ReportFrozen { .. }));
    let view = figures::figures_view(&report.figures, report.year);
    let pairs = |rows: Vec<Vec<String>>| {
        let pair = |row: Vec<String>| {
            let mut cells = row.into_iter();
            (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
        };
        rows.into_iter().map(pair).collect()
    };
    let tiles = view.tiles.into_iter().map(|fact| (fact.label, fact.value));
    let satisfaction = report.satisfaction.map(|(responses, value, grade)| {
        let value = format!("{},{:02} {} dari {responses} responden", value / 100, value % 100, grade.label());
        ("Indeks kepuasan masyarakat".to_owned(), value)
    });
    let mut service = vec![letters::FigureTable { title: "Ringkasan".to_owned(), rows: tiles.chain(satisfaction).collect() }];
    let mut disputes = Vec::new();
    for table in view.tables {
        let about_objections = table.title.contains("eberatan");
        let table = letters::FigureTable { title: table.title, rows: pairs(table.rows) };
        if about_objections { disputes.push(table) } else { service.push(table) }
    }
    let superior = context.office.officials.iter().find(|official| official.role == Role::PpidSuperior);
    let year = report.year.to_string();
    let paper = letters::AnnualReport {
        signatory: signatory(tables, context, report.letter.signed_by, entry)?,
        report,
        check_code: Story::check_code(entry),
        service,
        disputes,
        place: context.office.profile.place.clone(),
        known_by: superior.cloned(),
        mark: letters::PaperMark::Original,
    };
    let file_name = file_name("Laporan Layanan Informasi Publik", &year);
    Ok(IssuedPaper { pdf: printer.print(&paper)?, file_name, is_copy: false })
}

/// The letter a template stands in, with the text as typed and an invented request. It is shown, never counted as printed.
pub(crate) fn template_preview(
    context: &Context<'_>,
    printer: &Printer<'_>,
    code: &str,
    text: &str,
    today: NaiveDate,
) -> Result<IssuedPaper, DeskError> {
    let template = letters::Template::from_code(code).ok_or(Refused::Unknown)?;
    if let Err(fault) = template.check(text) {
        let mut p = Problems::default();
        p.add("text", fault.to_string());
        return Err(Refused::Fields(p.into_vec()).into());
    }
    let signer = ppid(context, today).ok_or(Refused::NotNow("Tambahkan dahulu seorang PPID Pelaksana di Pengaturan."))?;
    let paper = letters::sample(template, &context.office.profile.place, today, &signer.official);
    let wording = letters::Wording::of(context.texts().chain([(code, text)]));
    let pdf = printer.press.print_worded(&*paper, &printer.letterhead(), context.office.profile.paper, &wording)?;
    Ok(IssuedPaper { pdf, file_name: format!("Contoh {}.pdf", template.title()), is_copy: false })
}
