//! What may be done to an objection and its dispute, in the law's order.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{self, Action, Ask, Noun};
use crate::forms::form::{long_text, many, read, section, text, yes};
use crate::forms::step::{done, nothing};
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::objections::steps;
use crate::store::matters;
use crate::store::requests;
use crate::views::Choice;
use crate::views::action::{ActionForm, Done, Filled};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::numbering::NumberSeries;
use loket_domain::objection::{Objection, ObjectionCommand, ObjectionGround, ObjectionInput, decide};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::Request;
use rusqlite::Connection;
use uuid::Uuid;

/// Registers an objection; it has no subject yet, so it is no step of one.
const OBJECT: &str = "object";

/// How the steps of its list are written, and its papers named.
const OBJECTION: Noun<ObjectionCommand> =
    Noun { kind: SubjectKind::Objection, write: write_objection, paper: |id, kind| PaperRef::Objection { id, kind } };

/// Every step of an objection, in the order of its buttons.
pub(crate) const ALL: &[Action<Objection, ObjectionCommand>] = &[
    steps::ANSWER,
    steps::NOTE_RECEIVED,
    steps::NOTE_EXECUTED,
    steps::WITHDRAW,
    steps::FILE_DISPUTE,
    steps::PROCEED,
    steps::ASK,
];

/// What may be done next and what may not.
pub(crate) fn objection_steps(context: &Context<'_>, objection: &Objection, moment: Moment) -> Vec<NextStep> {
    let mut steps = action::steps(ALL, context, objection, moment);
    if let Some(first) = steps.iter_mut().find(|step| step.allowed && step.action != steps::ASK.code) {
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

/// The form of a step, headed with the objection it is about; of a new objection where none is named.
pub(crate) fn objection_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    code: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    if code == OBJECT {
        let form = objecting_form(None)?;
        return Ok(
            form.intro("Tanpa permohonan hanya alasan b. Untuk alasan lain, buka permohonannya lalu pilih Catat keberatan.")
        );
    }
    let (id, objection) = known_objection(tables, id)?;
    let form = action::form(ALL, code, &Ask { tables, context, id: id.0, state: &objection, moment })?;
    Ok(form.intro(format!("{}: {}", objection.number.text, objection.form.applicant.name)))
}

/// Takes a step.
pub(crate) fn act_on_objection(
    journal: &mut Journal,
    id: &str,
    code: &str,
    filled: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    if code == OBJECT {
        return object(journal, None, filled, moment);
    }
    let (id, objection) = known_objection(journal.tables(), id)?;
    action::take(ALL, &OBJECTION, code, journal, (id.0, &objection), filled, moment)
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
    let id: ObjectionId = id.parse().map_err(nothing)?;
    let objection = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, objection))
}
