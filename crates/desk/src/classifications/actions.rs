//! Consequence tests and classifications.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::exemption::ground_choices;
use crate::forms::form;
use crate::forms::form::{date, lines, long_text, many, read, section, text, typed};
use crate::forms::step::{done, step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;

use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::classification::{Classification, ClassificationCommand, WorksheetInput, decide, may};
use loket_domain::grounds::Ground;
use loket_domain::ids::{ClassificationId, RequestId};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::Request;
use rusqlite::Connection;
use uuid::Uuid;

/// What may be done next and what may not.
pub(crate) fn classification_steps(context: &Context<'_>, state: &Classification) -> Vec<NextStep> {
    let duty = |may: Result<(), Refused>| may.and_then(|()| context.office.may(context.account, Duty::Classify));
    let mut steps = vec![
        step("approve", "Catat persetujuan pimpinan", true, duty(may::test(state))),
        step("reject", "Tidak disetujui", true, duty(may::test(state))),
        step("decree", "Tetapkan klasifikasi", true, duty(may::decree(state))),
        step("lift", "Buka informasi", true, duty(may::lift(state))),
        step("test", "Ubah lembar uji", true, duty(may::test(state))),
    ];
    if let Some(first) = steps.iter_mut().find(|step| step.allowed) {
        first.main = true;
    }
    steps
}

/// The worksheet's form, begun from a request where one gave rise to it.
pub(crate) fn worksheet_form(context: &Context<'_>, request: Option<&Request>, moment: Moment) -> ActionForm {
    let information = request.map(|request| request.registration.information.clone()).unwrap_or_default();
    let input = WorksheetInput {
        information,
        unit: context.office.profile.name(),
        tested_on: moment.local.date().to_string(),
        ..WorksheetInput::default()
    };
    worksheet_form_of(input)
}

pub(crate) fn classification_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    if id.is_empty() {
        return if action == "test" { Ok(worksheet_form(context, None, moment)) } else { unknown() };
    }
    let (_, state) = known_classification(tables, id)?;
    let on = moment.local.date();
    let form = match action {
        "test" => {
            may::test(&state)?;
            let sheet = &state.worksheet;
            let law = sheet.other_law.clone().unwrap_or_default();
            worksheet_form_of(WorksheetInput {
                information: sheet.information.clone(),
                unit: sheet.unit.clone(),
                grounds: sheet.grounds.iter().map(|ground| ground.code().to_owned()).collect(),
                other_law: law.0,
                other_article: law.1,
                consequence: sheet.consequence.clone(),
                benefit: sheet.benefit.clone(),
                tested_on: sheet.tested_on.to_string(),
                expires: sheet.expires.map(|expires| expires.to_string()).unwrap_or_default(),
                team: sheet.team.clone(),
            })
        }
        "approve" => {
            may::test(&state)?;
            let fields = vec![
                date("on", "Tanggal persetujuan", on).needed(),
                text("by", "Pimpinan yang menyetujui", "").needed().help("Nama dan jabatan."),
            ];
            ActionForm::new("Persetujuan pimpinan", "Catat persetujuan", vec![section("", fields)]).final_step()
        }
        "reject" => {
            may::test(&state)?;
            let reason = long_text("reason", "Mengapa tidak disetujui", "").needed();
            ActionForm::new("Uji konsekuensi tidak disetujui", "Catat", vec![section("", vec![reason])]).final_step()
        }
        "decree" => {
            may::decree(&state)?;
            let sections = vec![form::letter(context, PaperKind::ClassificationDecree, moment)];
            ActionForm::new("Surat Penetapan Klasifikasi", "Tetapkan", sections).final_step()
        }
        "lift" => {
            may::lift(&state)?;
            let reason = long_text("reason", "Mengapa dibuka", "").needed();
            ActionForm::new("Buka informasi", "Nyatakan terbuka", vec![section("", vec![reason])]).final_step()
        }
        _ => return unknown(),
    };
    Ok(form.intro(state.worksheet.information.chars().take(160).collect::<String>()))
}

pub(crate) fn act_on_classification(
    journal: &mut Journal,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let (command, said, paper) = match action {
        "test" => return test(journal, Some(id).filter(|id| !id.is_empty()), None, form, moment),
        "approve" => (
            ClassificationCommand::Approve { on: typed(form, "on"), by: typed(form, "by") },
            "Persetujuan pimpinan dicatat.",
            None,
        ),
        "reject" => (ClassificationCommand::Reject { reason: typed(form, "reason") }, "Penolakan pimpinan dicatat.", None),
        "decree" => {
            (ClassificationCommand::Decree(read(form)?), "Klasifikasi ditetapkan.", Some(PaperKind::ClassificationDecree))
        }
        "lift" => (ClassificationCommand::Lift { reason: typed(form, "reason") }, "Informasi dinyatakan terbuka.", None),
        _ => return unknown(),
    };
    let (id, _) = known_classification(journal.tables(), id)?;
    write_classification(journal, id.0, command, moment)?;
    let done = done(SubjectKind::Classification, id, said);
    Ok(match paper {
        Some(kind) => done.with(PaperRef::Classification { id: id.to_string(), kind }),
        None => done,
    })
}

/// Writes a worksheet, anew or over one that waits for approval.
pub(crate) fn test(
    journal: &mut Journal,
    id: Option<&str>,
    request: Option<RequestId>,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let input: WorksheetInput = read(form)?;
    let id = match id {
        Some(id) => known_classification(journal.tables(), id)?.0.0,
        None => new_uuid(&mut journal.dice, moment)?,
    };
    write_classification(journal, id, ClassificationCommand::Test(Box::new(input), request), moment)?;
    let done = done(SubjectKind::Classification, id, "Lembar uji konsekuensi disimpan.");
    Ok(done.with(PaperRef::Classification { id: id.to_string(), kind: PaperKind::ConsequenceTest }))
}

pub(crate) fn write_classification(
    journal: &mut Journal,
    id: Uuid,
    command: ClassificationCommand,
    moment: Moment,
) -> Result<(), DeskError> {
    let duty = command.duty();
    journal.write_matter::<Classification>(id, duty, moment, |state, _, today, _| Ok(decide(state, command, today)?))
}

pub(crate) fn known_classification(tables: &Connection, id: &str) -> Result<(ClassificationId, Classification), DeskError> {
    let id: ClassificationId = id.parse().map_err(|_| Refused::Unknown)?;
    let state = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, state))
}

fn worksheet_form_of(input: WorksheetInput) -> ActionForm {
    let expiring: Vec<&str> = Ground::ALL.iter().filter(|ground| ground.must_expire()).map(|ground| ground.code()).collect();
    let sections = vec![
        section(
            "Informasi yang diuji",
            vec![
                long_text("information", "Informasi", input.information).needed().help("Sebutkan dengan jelas dan terang."),
                text("unit", "Unit yang menguasai", input.unit).needed(),
            ],
        ),
        section(
            "Dasar hukum",
            vec![
                many("grounds", "Pasal 17 UU 14/2008", ground_choices(), input.grounds).needed(),
                text("other_law", "Undang-undang lain", input.other_law).needed().when("grounds", &[Ground::J.code()]),
                text("other_article", "Pasal undang-undang itu", input.other_article)
                    .needed()
                    .when("grounds", &[Ground::J.code()]),
            ],
        ),
        section(
            "Pengujian",
            vec![
                long_text("consequence", "Akibat bila dibuka", input.consequence).needed(),
                long_text("benefit", "Kepentingan yang dilindungi bila ditutup", input.benefit).needed(),
                date("tested_on", "Tanggal pengujian", input.tested_on).needed(),
                date("expires", "Pengecualian berakhir", input.expires)
                    .needed()
                    .when("grounds", &expiring)
                    .help("Huruf a–f tidak bersifat permanen; penegakan hukum paling lama 30 tahun."),
                lines("team", "Tim penguji", input.team).needed().help("Satu baris: nama, jabatan."),
            ],
        ),
    ];
    ActionForm::new("Lembar uji konsekuensi", "Simpan lembar uji", sections)
}
