//! What may be done to an objection and its dispute, in the law's order.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form;
use crate::forms::form::{choice, date, long_text, many, read, section, text, typed, yes};
use crate::forms::step::{done, step, unknown};
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::questions::actions;
use crate::store::matters;
use crate::store::requests;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use crate::views::{Choice, choices};
use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::numbering::NumberSeries;
use loket_domain::objection::{Objection, ObjectionCommand, ObjectionGround, ObjectionInput, StepKind, Verdict, decide, may};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::question::About;
use loket_domain::request::Request;
use rusqlite::Connection;
use uuid::Uuid;

/// What may be done next and what may not.
pub(crate) fn objection_steps(context: &Context<'_>, objection: &Objection, moment: Moment) -> Vec<NextStep> {
    let today = context.today(moment);
    let serves = |may: Result<(), Refused>| may.and_then(|()| context.office.may(context.account, Duty::Serve));
    let answers = |may: Result<(), Refused>| may.and_then(|()| context.office.may(context.account, Duty::AnswerObjections));
    let mut steps = vec![
        step("answer", "Tanggapi", true, answers(may::answer(objection))),
        step("note_received", "Catat tanggapan diterima", true, serves(may::note_received(objection))),
        step("note_executed", "Catat pelaksanaan", true, answers(may::note_executed(objection))),
        step("withdraw", "Dicabut pengaju", true, serves(may::withdraw(objection))),
        step("file_dispute", "Catat sengketa", true, answers(may::file_dispute(objection, &today))),
        step("proceed", "Langkah sengketa", true, answers(may::proceed(objection))),
        actions::ask_step(context),
    ];
    if let Some(first) = steps.iter_mut().find(|step| step.allowed && step.action != "ask") {
        first.main = true;
    }
    steps
}

/// The form of a new objection, about `request` or about periodic information.
pub(crate) fn objecting_form(request: Option<&Request>) -> Result<ActionForm, DeskError> {
    let ground =
        |ground: &ObjectionGround| Choice { code: ground.code().into(), label: format!("{}. {}", ground.code(), ground.label()) };
    let grounds: Vec<Choice> = ObjectionGround::ALL.iter().map(ground).collect();
    let represented = vec![
        yes("represented", "Melalui kuasa", false),
        text("representative_name", "Nama kuasa", "").needed().when("represented", &["true"]),
        text("representative_address", "Alamat kuasa", "").needed().when("represented", &["true"]),
        text("representative_phone", "Telepon kuasa", "").when("represented", &["true"]),
        yes("mandate", "Surat kuasa khusus bermeterai sudah diserahkan", false).when("represented", &["true"]),
    ];
    let sections = match request {
        Some(_) => vec![
            section("Alasan keberatan (Pasal 35)", vec![many("grounds", "Alasan", grounds, vec![]).needed()]),
            section("Kasus posisi", vec![long_text("case_position", "Apa yang terjadi", "").needed()]),
            section("Kuasa", represented),
        ],
        None => vec![
            section(
                "Pengaju keberatan",
                vec![
                    text("name", "Nama", "").needed(),
                    text("identity_number", "NIK", "").help("16 angka; boleh kosong bila belum ditunjukkan."),
                    text("address", "Alamat", "").needed(),
                    text("occupation", "Pekerjaan", ""),
                    text("phone", "Nomor telepon", "").help("Telepon atau e-mail, salah satu cukup."),
                    text("email", "E-mail", ""),
                ],
            ),
            section(
                "Informasi berkala yang tidak disediakan",
                vec![
                    long_text("information", "Informasi", "").needed(),
                    text("purpose", "Tujuan penggunaan", "").needed(),
                    many(
                        "grounds",
                        "Alasan",
                        grounds.into_iter().filter(|choice| choice.code == ObjectionGround::B.code()).collect(),
                        vec![ObjectionGround::B.code().into()],
                    )
                    .needed(),
                    long_text("case_position", "Kasus posisi: apa yang terjadi", "").needed(),
                ],
            ),
            section("Kuasa", represented),
        ],
    };
    Ok(ActionForm::new("Catat keberatan", "Catat dan beri nomor", sections))
}

pub(crate) fn objection_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    if action == "object" {
        let form = objecting_form(None)?;
        return Ok(
            form.intro("Tanpa permohonan hanya alasan b. Untuk alasan lain, buka permohonannya lalu pilih Catat keberatan.")
        );
    }
    let (id, objection) = known_objection(tables, id)?;
    let on = moment.local.date();
    let form = match action {
        "answer" => {
            may::answer(&objection)?;
            let overturned = [Verdict::Overturned.code(), Verdict::PartlyOverturned.code()];
            let fields = vec![
                choice("verdict", "Putusan", choices!(Verdict), Verdict::Upheld.code()).needed(),
                long_text("considerations", "Pertimbangan", "").needed().help("Wajib tertulis (Pasal 36)."),
                long_text("order", "Perintah kepada PPID", "").needed().when("verdict", &overturned),
                date("execute_by", "Dilaksanakan paling lambat", "").needed().when("verdict", &overturned),
            ];
            let sections = vec![form::letter(context, PaperKind::ObjectionAnswer, moment), section("Tanggapan", fields)];
            ActionForm::new("Tanggapan atas keberatan", "Simpan tanggapan", sections).final_step()
        }
        "note_received" => {
            may::note_received(&objection)?;
            let fields = vec![
                date("on", "Diterima pengaju", on).needed().help("Hari ke-0 dari 14 hari kerja untuk sengketa."),
                text("reaction", "Tanggapan pengaju", "").needed().help("Misalnya: menerima, atau akan ke Komisi Informasi."),
            ];
            ActionForm::new("Tanggapan diterima pengaju", "Catat", vec![section("", fields)])
        }
        "note_executed" => {
            may::note_executed(&objection)?;
            let fields =
                vec![date("on", "Dilaksanakan pada", on).needed(), long_text("note", "Apa yang dilaksanakan", "").needed()];
            ActionForm::new("Pelaksanaan perintah Atasan PPID", "Catat", vec![section("", fields)])
        }
        "withdraw" => {
            may::withdraw(&objection)?;
            let reason = long_text("reason", "Pernyataan pengaju", "").needed();
            ActionForm::new("Keberatan dicabut", "Catat pencabutan", vec![section("", vec![reason])]).final_step()
        }
        "file_dispute" => {
            may::file_dispute(&objection, &context.today(moment))?;
            let fields = vec![
                text("number", "Nomor register Komisi Informasi", "").needed(),
                date("on", "Diterima Komisi Informasi", on).needed(),
                text("commission", "Komisi Informasi", "").needed().help("Misalnya: Komisi Informasi Provinsi Sumatera Utara."),
            ];
            ActionForm::new("Sengketa informasi", "Catat sengketa", vec![section("", fields)])
        }
        "proceed" => {
            may::proceed(&objection)?;
            let follows = |kind: &&StepKind| kind.may_follow(objection.last_step(), &objection.form);
            let steps: Vec<Choice> = StepKind::ALL
                .iter()
                .filter(follows)
                .map(|kind| Choice { code: kind.code().into(), label: kind.label().into() })
                .collect();
            let first = steps.first().map_or_else(String::new, |choice| choice.code.clone());
            let fields = vec![
                choice("step", "Langkah", steps, first).needed(),
                date("on", "Tanggal", on).needed(),
                text("number", "Nomor putusan atau perkara", ""),
                long_text("note", "Hasil dan perintahnya", "").needed(),
            ];
            ActionForm::new("Langkah sengketa", "Catat langkah", vec![section("", fields)])
        }
        "ask" => actions::asking_form(&about(id, &objection)),
        _ => return unknown(),
    };
    Ok(form.intro(format!("{}: {}", objection.number.text, objection.form.applicant.name)))
}

pub(crate) fn act_on_objection(
    journal: &mut Journal,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let (command, said, paper) = match action {
        "object" => return object(journal, None, form, moment),
        "ask" => {
            let (id, objection) = known_objection(journal.tables(), id)?;
            return actions::ask(journal, about(id, &objection), form, moment);
        }
        "answer" => (
            ObjectionCommand::Answer(Box::new(read(form)?)),
            "Tanggapan atas keberatan disimpan.",
            Some(PaperKind::ObjectionAnswer),
        ),
        "note_received" => (
            ObjectionCommand::NoteReceived { on: typed(form, "on"), reaction: typed(form, "reaction") },
            "Tanggal diterima dicatat.",
            None,
        ),
        "note_executed" => {
            (ObjectionCommand::NoteExecuted { on: typed(form, "on"), note: typed(form, "note") }, "Pelaksanaan dicatat.", None)
        }
        "withdraw" => (ObjectionCommand::Withdraw { reason: typed(form, "reason") }, "Pencabutan dicatat.", None),
        "file_dispute" => (ObjectionCommand::FileDispute(read(form)?), "Sengketa dicatat.", None),
        "proceed" => (ObjectionCommand::Proceed(read(form)?), "Langkah sengketa dicatat.", None),
        _ => return unknown(),
    };
    let (id, _) = known_objection(journal.tables(), id)?;
    write_objection(journal, id.0, command, moment)?;
    let done = done(SubjectKind::Objection, id, said);
    Ok(match paper {
        Some(kind) => done.with(PaperRef::Objection { id: id.to_string(), kind }),
        None => done,
    })
}

/// Enters an objection in the register under the desk's next number.
pub(crate) fn object(
    journal: &mut Journal,
    request: Option<RequestId>,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let input: ObjectionInput = read(form)?;
    let id = new_uuid(&mut journal.dice, moment)?;
    journal.write_matter::<Objection>(id, Duty::Serve, moment, |state, connection, today, desk_code| {
        let known = request.map(|id| requests::one(connection, id).map(|found| (id, found))).transpose()?;
        let request = match known {
            Some((id, Some(found))) => Some((id, Box::new(found))),
            Some((_, None)) => return Err(Refused::NotRegistered.into()),
            None => None,
        };
        let number = next_number(connection, NumberSeries::Objections, today.office, desk_code, today.date)?;
        let command = ObjectionCommand::Register { input: Box::new(input), request, number };
        Ok(decide(state, command, today)?)
    })?;
    let done = done(SubjectKind::Objection, id, "Keberatan dicatat dan mendapat nomor.");
    Ok(done.with(PaperRef::Objection { id: id.to_string(), kind: PaperKind::ObjectionForm }))
}

pub(crate) fn write_objection(
    journal: &mut Journal,
    id: Uuid,
    command: ObjectionCommand,
    moment: Moment,
) -> Result<(), DeskError> {
    let duty = command.duty();
    journal.write_matter::<Objection>(id, duty, moment, |state, _, today, _| Ok(decide(state, command, today)?))
}

pub(crate) fn known_objection(tables: &Connection, id: &str) -> Result<(ObjectionId, Objection), DeskError> {
    let id: ObjectionId = id.parse().map_err(|_| Refused::Unknown)?;
    let objection = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, objection))
}

/// What a question from this page is about.
fn about(id: ObjectionId, objection: &Objection) -> About {
    About::Objection { id, number: objection.number.text.clone() }
}
