//! Registers: one line a request or objection, in the columns the regulation names.

use crate::blanks::numbered::{self, FormFate};
use crate::context::Context;
use crate::error::DeskError;
use crate::old_book::known::copied_between;
use crate::reports::agenda::{self, AGENDA_COLUMNS};
use crate::reports::period::Period;
use crate::reports::register_line::{REQUEST_COLUMNS, RegisterLine, register_date};
use crate::store::matters;
use crate::store::matters::Found;
use crate::store::requests;
use crate::views::deadline::Tone;
use crate::views::register::{RegisterKind, RegisterQuery, RegisterView};
use crate::views::rows::{Column, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use chrono::NaiveDate;
use loket_domain::indonesian::{date as words, weekday_date};
use loket_domain::numbering::{NumberSeries, VoidedNumbers};
use loket_domain::objection::{Objection, ObjectionAnswer, ObjectionGround};
use loket_domain::office::ReservedNumber;
use loket_domain::request::Timeliness;
use rusqlite::Connection;

/// A register as a table.
pub(crate) fn register(
    tables: &Connection,
    context: &Context<'_>,
    query: &RegisterQuery,
    today: NaiveDate,
) -> Result<RegisterView, DeskError> {
    let period = Period::read(&query.from, &query.to)?;
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let mut note = None;
    let (title, heads, rows) = match query.which {
        RegisterKind::Requests => {
            let lines = request_lines(tables, &period)?;
            let rows = lines.into_iter().zip(1..).map(|((subject, line), running)| ListRow {
                subject,
                cells: line.cells(running, ", "),
                tone: Tone::Calm,
                left: None,
            });
            let rows = rows.chain(accounted_rows(tables, context, &period)?).collect::<Vec<_>>();
            ("Register Permohonan", REQUEST_COLUMNS.map(str::to_owned).to_vec(), rows)
        }
        RegisterKind::Objections => {
            let found = matters::between::<Objection>(tables, &from, &to)?;
            let rows = found.iter().map(|found| ListRow {
                subject: SubjectRef::new(SubjectKind::Objection, found.id),
                cells: objection_cells(context, &found.state),
                tone: Tone::Calm,
                left: None,
            });
            ("Register Keberatan", objection_columns(), rows.collect())
        }
        RegisterKind::Letters => {
            note = agenda::next_number(tables, today)?;
            let lines = agenda::lines(tables, &period)?;
            let rows = lines.iter().zip(1..).map(|(line, running)| ListRow {
                subject: line.subject.clone(),
                cells: line.cells(running),
                tone: Tone::Calm,
                left: None,
            });
            ("Buku Agenda Surat", AGENDA_COLUMNS.map(str::to_owned).to_vec(), rows.collect())
        }
    };
    let column = |(label, place): (String, usize)| Column { key: format!("k{place}"), label, numeric: false };
    Ok(RegisterView {
        title: format!("{title}, {}", period.in_words()),
        columns: heads.into_iter().zip(1..).map(column).collect(),
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows,
        note,
    })
}

/// The lines of the *Register Permohonan* in a period, oldest first: what was registered here, and what the old book held.
pub(crate) fn request_lines(tables: &Connection, period: &Period) -> Result<Vec<(SubjectRef, RegisterLine)>, DeskError> {
    let (from, to) = (period.from.to_string(), period.to.to_string());
    let copied = copied_between(tables, &from, &to)?.into_iter().map(|Found { id, state: copied }| {
        let line = RegisterLine::of_old(&copied.request);
        (copied.request.received_on, SubjectRef::new(SubjectKind::OldRequest, id), line)
    });
    let registered = requests::registered_between(tables, &from, &to)?.into_iter().map(|listed| {
        let line = RegisterLine::of(&listed.request);
        (listed.request.registered_on, SubjectRef::new(SubjectKind::Request, listed.id), line)
    });
    let mut lines: Vec<_> = copied.chain(registered).collect();
    // Of one day the book comes first; among themselves they stay as they are.
    lines.sort_by_key(|(on, ..)| *on);
    Ok(lines.into_iter().map(|(_, subject, line)| (subject, line)).collect())
}

/// Numbers that no request here bears and that are accounted for all the same: void ones, and those on forms that still lie somewhere.
pub(crate) fn accounted_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let open = reserved_rows(tables, context, period)?;
    Ok(voided_rows(tables, context, period)?.into_iter().chain(open).collect())
}

/// Numbers of requests accounted for in the period that no request here bears, a line for each run of them.
fn voided_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let mut rows = Vec::new();
    let of_period = |voided: &&VoidedNumbers| (period.from..=period.to).contains(&voided.on);
    for voided in context.office.voided.iter().filter(of_period).filter(|voided| voided.series == NumberSeries::Requests) {
        let mut run: Option<(u32, u32)> = None;
        for serial in voided.from..=voided.to {
            let used = requests::has_serial(tables, &voided.desk, voided.year, serial)?;
            match (&mut run, used) {
                (Some((_, last)), false) => *last = serial,
                (None, false) => run = Some((serial, serial)),
                (_, true) => rows.extend(run.take().map(|run| voided_row(context, voided, run))),
            }
        }
        rows.extend(run.map(|run| voided_row(context, voided, run)));
    }
    Ok(rows)
}

/// Numbers that stand on an empty form of the period, of which nothing is known yet.
fn reserved_rows(tables: &Connection, context: &Context<'_>, period: &Period) -> Result<Vec<ListRow>, DeskError> {
    let mut rows = Vec::new();
    let of_period = |reserved: &&ReservedNumber| (period.from..=period.to).contains(&reserved.on);
    for reserved in context.office.reserved.iter().filter(of_period) {
        if numbered::fate(tables, context, reserved)? != FormFate::Open {
            continue;
        }
        let mut cells = vec![String::new(); REQUEST_COLUMNS.len()];
        cells[1] = reserved.number.text.clone();
        cells[3] = register_date(reserved.on);
        cells[8] = "Formulir bernomor, belum dicatat".to_owned();
        let subject = SubjectRef::new(SubjectKind::NumberedForm, &reserved.number.text);
        rows.push(ListRow { subject, cells, tone: Tone::Calm, left: None });
    }
    Ok(rows)
}

/// An objection as a line of the *Register Keberatan*, in the order of [`objection_columns`].
pub(crate) fn objection_cells(context: &Context<'_>, objection: &Objection) -> Vec<String> {
    let form = &objection.form;
    let who = &form.applicant;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let answer = objection.answer.as_ref();
    let superior = answer.and_then(|answer| context.office.official(answer.letter.signed_by));
    let mut cells = vec![
        objection.number.text.clone(),
        words(objection.received_on()),
        who.name.clone(),
        form.representative.as_ref().or(who.representative.as_ref()).map_or_else(String::new, |known| {
            [Some(known.name.as_str()), Some(known.address.as_str()), known.phone.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }),
        who.address.clone(),
        text(&who.occupation),
        text(&who.phone),
        text(&who.email),
        text(&form.request_number),
        form.information.clone(),
        form.purpose.clone(),
    ];
    let tick = |ground: &ObjectionGround| if form.grounds.contains(ground) { "√".to_owned() } else { String::new() };
    cells.extend(ObjectionGround::ALL.iter().map(tick));
    cells.extend([
        answer.map_or_else(String::new, |answer| answer.verdict.label().to_owned()),
        answer.map_or_else(String::new, |answer| answered_on(objection, answer)),
        superior.map_or_else(String::new, |official| format!("{}, {}", official.name, official.position)),
        objection.received.as_ref().map_or_else(String::new, |(_, reaction)| reaction.clone()),
    ]);
    cells
}

/// The civil date of the superior's answer, with what speaks against it: that it was late, or entered later than it is dated.
fn answered_on(objection: &Objection, answer: &ObjectionAnswer) -> String {
    let late = if objection.timeliness() == Some(Timeliness::Late) { ", terlambat" } else { "" };
    let entered = answer.letter.entered_on.map_or_else(String::new, |on| format!(", dicatat {}", words(on)));
    format!("{}{late}{entered}", weekday_date(answer.letter.date))
}

fn voided_row(context: &Context<'_>, voided: &VoidedNumbers, (first, last): (u32, u32)) -> ListRow {
    let mut cells = vec![String::new(); REQUEST_COLUMNS.len()];
    // A number that stands on a form is named as it stands there; of others only the serial is known.
    let is_it = |reserved: &&ReservedNumber| first == last && reserved.is_of(&voided.desk, voided.year, first..=last);
    let numbers = if first == last { format!("{first:03}") } else { format!("{first:03}–{last:03}") };
    let unnamed = || format!("{numbers} (meja {}, {})", voided.desk, voided.year);
    let named = context.office.reserved.iter().find(is_it);
    cells[1] = named.map_or_else(unnamed, |reserved| reserved.number.text.clone());
    cells[3] = register_date(voided.on);
    cells[8] = format!("Nomor tidak terpakai: {}", voided.reason);
    ListRow { subject: SubjectRef::new(SubjectKind::Office, ""), cells, tone: Tone::Calm, left: None }
}

/// The leaf columns of the *Register Keberatan*.
pub(crate) fn objection_columns() -> Vec<String> {
    let before = [
        "Nomor registrasi",
        "Tanggal diterima",
        "Nama pemohon",
        "Kuasa",
        "Alamat",
        "Pekerjaan",
        "Telepon",
        "E-mail",
        "Nomor pendaftaran permohonan",
        "Informasi yang diminta",
        "Tujuan penggunaan",
    ];
    let after = ["Keputusan Atasan PPID", "Hari dan tanggal tanggapan", "Nama dan posisi Atasan PPID", "Tanggapan pemohon"];
    let letters = ObjectionGround::ALL.iter().map(|ground| format!("Alasan {}", ground.code()));
    before.iter().map(|head| (*head).to_owned()).chain(letters).chain(after.iter().map(|head| (*head).to_owned())).collect()
}
