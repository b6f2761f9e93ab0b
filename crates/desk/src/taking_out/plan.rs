//! What will be in the file: looked up in a moment, so that it is known beforehand how much it is.

use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::laid_name::laid_name;
use crate::kernel::moment::Moment;
use crate::old_book::known::all_copied;
use crate::requests::{earlier_papers, known, papers};
use crate::store::matters::{self, Found};
use crate::store::{entries, requests};
use crate::taking_out::person::person;
use crate::views::paper::PaperRef;
use crate::views::register::{ExportRef, RegisterKind, SheetFormat};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::{classifications, objections};
use chrono::{Datelike, NaiveDate};
use loket_domain::authority::Duty;
use loket_domain::classification::Classification;
use loket_domain::objection::Objection;
use loket_domain::problem::Refused;
use loket_domain::report::FiledReport;
use loket_domain::request::Request;
use loket_journal::{Matter, OriginId, Subject};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// As many entries stand in one file of the journal.
pub(super) const ENTRIES_A_FILE: u32 = 5_000;

/// One part of the file.
#[derive(Debug, Clone)]
pub(crate) enum TakenPart {
    /// What the office is: its profile, officials, accounts, settings.
    Office,
    /// The state of a request and all that happened to it.
    Request(String),
    /// The same of a matter.
    Matter(Matter, Uuid),
    /// Every matter of a kind, in one list.
    Matters(Matter),
    /// Entries of one writer after so many, as they were written.
    Journal(OriginId, u64),
    /// A paper; always as a copy.
    Paper(PaperRef),
    /// A register or a list as a spreadsheet.
    Sheet(ExportRef),
    /// What is kept of one person, in these requests.
    Person(Vec<String>),
    /// An attached file of a request.
    Attachment {
        /// The request.
        request: String,
        /// Which of its files.
        digest: String,
    },
}

/// What is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakeOut {
    /// All that the office has.
    Office,
    /// One request, with its objections.
    Request {
        /// Which.
        id: String,
    },
    /// What there is of one person.
    Person {
        /// The number of their identity card, or their name.
        typed: String,
    },
}

impl TakeOut {
    /// Of what it is.
    pub(crate) fn about(&self) -> Option<SubjectRef> {
        match self {
            Self::Office | Self::Person { .. } => None,
            Self::Request { id } => Some(SubjectRef::new(SubjectKind::Request, id)),
        }
    }
}

/// What will be in the file, part by part.
pub struct TakeOutPlan {
    /// Under which name it is saved.
    pub file_name: String,
    pub(crate) whose: String,
    pub(crate) at: String,
    pub(crate) pieces: Vec<(String, TakenPart)>,
}

impl TakeOutPlan {
    /// How many parts there will be.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.pieces.len()
    }

    pub(crate) fn piece(&self, at: usize) -> Result<&TakenPart, DeskError> {
        Ok(self.pieces.get(at).map(|(_, piece)| piece).ok_or(Refused::Unknown)?)
    }
}

/// The parts as they are gathered, each under a name of its own.
#[derive(Default)]
struct Gathered {
    pieces: Vec<(String, TakenPart)>,
    names: BTreeSet<String>,
}

impl Gathered {
    /// Adds a part in a folder; where the name is taken, the next that is free.
    fn add(&mut self, folder: &str, name: &str, piece: TakenPart) {
        let name = laid_name(name);
        let (stem, ending) =
            name.rsplit_once('.').map_or((name.as_str(), String::new()), |(stem, ending)| (stem, format!(".{ending}")));
        let named = |times: u32| match times {
            0 => format!("{folder}/{name}"),
            _ => format!("{folder}/{stem} ({}){ending}", times + 1),
        };
        // Systems that know no capitals must not lay one file over another.
        let free = (0..).map(named).find(|path| self.names.insert(path.to_lowercase()));
        self.pieces.extend(free.map(|path| (path, piece)));
    }
}

/// What will be in the file of `what`.
pub(crate) fn plan(tables: &Connection, context: &Context<'_>, what: &TakeOut, moment: Moment) -> Result<TakeOutPlan, DeskError> {
    let mut gathered = Gathered::default();
    let office = context.office.profile.name();
    let today = moment.local.date();
    let file_name = match what {
        TakeOut::Request { id } => {
            let (id, request) = known::known(tables, id)?;
            a_request(tables, &mut gathered, &id.to_string(), &request, "permohonan")?;
            for found in matters::about::<Objection>(tables, id)? {
                an_objection(&mut gathered, &found, "keberatan");
            }
            format!("Permohonan {}.zip", request.number.text)
        }
        TakeOut::Person { typed } => {
            context.may(Duty::Administer)?;
            a_person(tables, &mut gathered, typed)?;
            // Under no name: whoever sees the folder need not know whose it is.
            format!("Data pribadi {today}.zip")
        }
        TakeOut::Office => {
            context.may(Duty::Administer)?;
            the_office(tables, &mut gathered, today)?;
            format!("{office} {today}.zip")
        }
    };
    let at = moment.local.format("%Y-%m-%dT%H:%M:%S").to_string();
    Ok(TakeOutPlan { file_name: laid_name(&file_name), whose: office, at, pieces: gathered.pieces })
}

fn the_office(tables: &Connection, gathered: &mut Gathered, today: NaiveDate) -> Result<(), DeskError> {
    gathered.add("data", "kantor.json", TakenPart::Office);
    let mut years: BTreeSet<i32> = BTreeSet::from([today.year()]);
    for (id, _) in requests::registered_until(tables, today)? {
        let Some(request) = requests::one(tables, id)? else { continue };
        years.extend([request.registered_on.year()]);
        a_request(tables, gathered, &id.to_string(), &request, &format!("permohonan/{}", request.number.year))?;
    }
    for found in matters::all::<Objection>(tables)? {
        years.extend([found.state.registered_on.year()]);
        an_objection(gathered, &found, &format!("keberatan/{}", found.state.number.year));
    }
    for found in matters::all::<Classification>(tables)? {
        a_classification(gathered, &found);
    }
    years.extend(all_copied(tables)?.iter().map(|found| found.state.request.received_on.year()));
    for year in years {
        sheets_of(gathered, year);
    }
    for (matter, name) in [
        (Matter::DipItem, "dip.json"),
        (Matter::Question, "tanya-jawab.json"),
        (Matter::Survey, "survei.json"),
        (Matter::Report, "laporan.json"),
        (Matter::OldRequest, "buku-lama.json"),
    ] {
        gathered.add("data", name, TakenPart::Matters(matter));
    }
    gathered.add("daftar", "Daftar Informasi Publik.xlsx", TakenPart::Sheet(ExportRef::Dip { format: SheetFormat::Xlsx }));
    gathered.add("daftar", "Daftar Informasi Publik.pdf", TakenPart::Paper(PaperRef::Dip));
    gathered.add("daftar", "Daftar Informasi Dikecualikan.pdf", TakenPart::Paper(PaperRef::ExemptList));
    for found in matters::all::<FiledReport>(tables)? {
        let name = format!("Laporan tahunan {}.pdf", found.state.report.year);
        gathered.add("laporan", &name, TakenPart::Paper(PaperRef::Report { id: found.id.to_string() }));
    }
    let writers: BTreeMap<OriginId, u64> = entries::series(tables)?.into_iter().collect();
    for (place, (origin, length)) in (1..).zip(writers) {
        for (part, after) in (1..).zip((0..length).step_by(ENTRIES_A_FILE as usize)) {
            gathered.add("data/jurnal", &format!("rangkaian-{place}-{part:04}.jsonl"), TakenPart::Journal(origin, after));
        }
    }
    Ok(())
}

fn sheets_of(gathered: &mut Gathered, year: i32) {
    let (from, to) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    for (which, name) in [
        (RegisterKind::Requests, "Register Permohonan"),
        (RegisterKind::Objections, "Register Keberatan"),
        (RegisterKind::Letters, "Buku Agenda Surat"),
    ] {
        let sheet = ExportRef::Register { which, from: from.clone(), to: to.clone(), format: SheetFormat::Xlsx };
        gathered.add("register", &format!("{name} {year}.xlsx"), TakenPart::Sheet(sheet));
    }
    gathered.add("register", &format!("Angka layanan {year}.xlsx"), TakenPart::Sheet(ExportRef::Figures { from, to }));
}

/// All requests of one person, with their objections, and the lines of the old book.
fn a_person(tables: &Connection, gathered: &mut Gathered, typed: &str) -> Result<(), DeskError> {
    let person = person(tables, typed)?;
    let ids = person.requests.iter().map(|found| found.id.to_string()).collect();
    gathered.add("data-pribadi", "Ringkasan data pribadi.xlsx", TakenPart::Person(ids));
    for found in &person.requests {
        a_request(tables, gathered, &found.id.to_string(), &found.request, "permohonan")?;
        for found in matters::about::<Objection>(tables, found.id)? {
            an_objection(gathered, &found, "keberatan");
        }
    }
    for found in &person.old {
        let name = format!("{}.json", found.state.request.number);
        gathered.add("buku-lama", &name, TakenPart::Matter(Matter::OldRequest, found.id));
    }
    Ok(())
}

/// A request with its papers, those that hold no more, and its files.
fn a_request(tables: &Connection, gathered: &mut Gathered, id: &str, request: &Request, under: &str) -> Result<(), DeskError> {
    let folder = format!("{under}/{}", laid_name(&request.number.text));
    gathered.add(&folder, "permohonan.json", TakenPart::Request(id.to_owned()));
    for item in papers::paper_items(request) {
        let paper = PaperRef::Request { id: id.to_owned(), kind: item.kind };
        gathered.add(&format!("{folder}/surat"), &format!("{}.pdf", item.kind.label()), TakenPart::Paper(paper));
    }
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    for (place, earlier) in (0..).zip(earlier_papers::earlier(&kept)) {
        let paper = PaperRef::EarlierOfRequest { id: id.to_owned(), place };
        gathered.add(&format!("{folder}/surat"), &format!("{} (terdahulu).pdf", earlier.kind.label()), TakenPart::Paper(paper));
    }
    for attached in request.attached() {
        let piece = TakenPart::Attachment { request: id.to_owned(), digest: attached.file.digest.clone() };
        gathered.add(&format!("{folder}/lampiran"), &attached.file.name, piece);
    }
    Ok(())
}

fn an_objection(gathered: &mut Gathered, found: &Found<Objection>, under: &str) {
    let folder = format!("{under}/{}", laid_name(&found.state.number.text));
    gathered.add(&folder, "keberatan.json", TakenPart::Matter(Matter::Objection, found.id));
    for paper in objections::papers::PAPERS.of(&found.state) {
        let piece = TakenPart::Paper(PaperRef::Objection { id: found.id.to_string(), kind: paper.kind });
        gathered.add(&format!("{folder}/surat"), &format!("{}.pdf", paper.kind.label()), piece);
    }
}

fn a_classification(gathered: &mut Gathered, found: &Found<Classification>) {
    let folder = format!("klasifikasi/{}", found.state.worksheet.tested_on);
    gathered.add(&folder, "klasifikasi.json", TakenPart::Matter(Matter::Classification, found.id));
    for paper in classifications::papers::PAPERS.of(&found.state) {
        let piece = TakenPart::Paper(PaperRef::Classification { id: found.id.to_string(), kind: paper.kind });
        gathered.add(&folder, &format!("{}.pdf", paper.kind.label()), piece);
    }
}

/// How a subject of the journal is called there.
pub(super) fn subject_of(matter: Matter, id: Uuid) -> String {
    entries::subject_name(Subject::matter(matter, id))
}
