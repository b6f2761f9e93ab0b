//! What may be done to an objection and its dispute, in the law's order.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::{Action, Beginning, Effect, always};
use crate::forms::boxes::{Boxes, read};
use crate::forms::form::{choice, date, long_text, many, section, text, yes};
use crate::forms::noun::Noun;
use crate::forms::step::{done, nothing, step};
use crate::journal::Journal;
use crate::journal::numbers::next_number;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::kernel::slip::Slip;
use crate::objections::papers::PAPERS;
use crate::objections::steps;
use crate::objections::summary;
use crate::store::matters;
use crate::store::requests;
use crate::views::action::{ActionForm, Done};
use crate::views::paper::PaperRef;
use crate::views::step::NextStep;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::views::{Choice, choices};
use loket_domain::authority::Duty;
use loket_domain::change::Change;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::numbering::NumberSeries;
use loket_domain::objection::{Objection, ObjectionCommand, ObjectionGround, ObjectionInput, decide};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{ActingAs, Category, Representative, Request};
use loket_letters::PaperMark;
use rusqlite::Connection;
use std::convert::Infallible;
use uuid::Uuid;

/// How the steps of its list are written, and its papers named.
pub(crate) const OBJECTION: Noun<Objection, ObjectionCommand> = Noun {
    kind: SubjectKind::Objection,
    named: true,
    steps: ALL,
    find: |tables, _, id| known_objection(tables, id).map(|(id, state)| (id.0, state)),
    heading: |objection| Some(format!("{}: {}", objection.number.text, objection.form.applicant.name)),
    about: |ask| Ok(summary::groups(ask.context, ask.state)),
    main: |objection, code| steps::main_step(objection) == Some(code),
    seldom: |_| false,
    write: write_objection,
    page: |id| Some(SubjectRef::new(SubjectKind::Objection, id)),
    paper: |id, kind| Some(PaperRef::Objection { id: id.to_string(), kind }),
    draft: |ask, printer, command, kind| {
        let change: Change = decide(Some(ask.state), command, &ask.context.today(ask.moment))?;
        let after = Objection::apply(Some(ask.state), &change).ok_or_else(|| Slip::alone("draft"))?;
        PAPERS.print_marked(ask.tables, ask.context, printer, (ask.id, &after), kind, PaperMark::Draft)
    },
    replaced: |objection, _| objection.cancelled.last().and_then(|cancelled| serde_json::to_value(&cancelled.answer).ok()),
};

/// An objection without a request, from the list.
pub(crate) const NEW_OBJECTION: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Objection, NEW);

/// An objection to what became of a request: a step of that request, which is found first where it is begun from the list.
pub(crate) const OF_A_REQUEST: (&str, &str) = ("object", "Catat keberatan");

/// The button that begins the usual objection from the list.
pub(crate) fn of_a_request(context: &Context<'_>) -> NextStep {
    let (code, label) = OF_A_REQUEST;
    NextStep { taken_on: Some(SubjectKind::Request), ..step(code, label, true, context.may(Duty::Serve)) }
}

const NEW: &[Beginning] = &[Action {
    code: "object",
    label: "Keberatan tanpa permohonan",
    duty: Some(Duty::Serve),
    offered: |()| true,
    may: always,
    confirm: |()| None,
    form: Some(|ask| {
        let words = "Tanpa permohonan hanya alasan b. Untuk alasan lain, buka permohonannya lalu pilih Catat keberatan.";
        Ok(objecting_form(None, ask.moment)?.intro(words).personal())
    }),
    effect: Effect::Elsewhere(|journal, (), (), form, moment| object(journal, None, form, moment)),
}];

/// Every step of an objection, in the order of its buttons.
const ALL: &[Action<Objection, ObjectionCommand>] = &[
    steps::ANSWER,
    steps::NUMBER_LETTER,
    steps::NOTE_SENT,
    steps::NOTE_RECEIVED,
    steps::NOTE_RETURNED,
    steps::WITHDRAW_RECEIPT,
    steps::NOTE_EXECUTED,
    steps::WITHDRAW,
    steps::FILE_DISPUTE,
    steps::PROCEED,
    steps::CANCEL_LETTER,
    steps::END_REPRESENTATIVE,
    steps::ASK,
];

/// The form of a new objection, about `request` or about periodic information.
pub(crate) fn objecting_form(request: Option<&Request>, moment: Moment) -> Result<ActionForm, DeskError> {
    let received = || {
        date("received_date", "Tanggal keberatan diterima", moment.local.date())
            .needed()
            .help("Hari keberatan tertulis sampai di kantor; boleh lebih awal daripada hari ini.")
    };
    let ground =
        |ground: &ObjectionGround| Choice { code: ground.code().into(), label: format!("{}. {}", ground.code(), ground.label()) };
    let grounds: Vec<Choice> = ObjectionGround::ALL.iter().map(ground).collect();
    // Whoever acts in the request is likely to act here too; whoever objects alone unticks it.
    let acting = request.and_then(|request| request.applicant().representative);
    let known = |of: fn(&Representative) -> Option<String>| acting.as_ref().and_then(of).unwrap_or_default();
    let acting_as = acting.as_ref().map_or(ActingAs::Attorney, |acting| acting.acting_as);
    let represented = vec![
        yes("represented", "Melalui kuasa, wali, atau ahli waris", acting.is_some()),
        choice("representative_as", "Sebagai", choices!(ActingAs), acting_as.code()).needed().when("represented", &["true"]),
        text("representative_name", "Namanya", known(|acting| Some(acting.name.clone()))).needed().when("represented", &["true"]),
        text("representative_address", "Alamatnya", known(|acting| Some(acting.address.clone())))
            .needed()
            .when("represented", &["true"]),
        text("representative_phone", "Teleponnya", known(|acting| acting.phone.clone())).when("represented", &["true"]),
        yes("mandate", "Surat kuasa khusus bermeterai sudah diserahkan", false)
            .when("represented", &["true"])
            .help("Orang tua, wali, atau ahli waris tidak memerlukannya."),
    ];
    let sections = match request {
        Some(_) => vec![
            section("Alasan keberatan (Pasal 35)", vec![received(), many("grounds", "Alasan", grounds, vec![]).needed()]),
            section("Kasus posisi", vec![long_text("case_position", "Apa yang terjadi", "").needed()]),
            section("Yang bertindak", represented),
        ],
        None => vec![
            section(
                "Pengaju keberatan",
                vec![
                    received(),
                    choice("category", "Kategori", choices!(Category), Category::Individual.code()).needed(),
                    text("name", "Nama", "").needed(),
                    text("identity_number", "NIK atau nomor SK badan hukum", "")
                        .help("NIK 16 angka; boleh kosong bila belum ditunjukkan."),
                    text("address", "Alamat", "").needed(),
                    text("occupation", "Pekerjaan", ""),
                    text("phone", "Nomor telepon", "").help("Boleh kosong bila tidak punya."),
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
            section("Yang bertindak", represented),
        ],
    };
    Ok(ActionForm::new("Catat keberatan", "Catat dan beri nomor", sections))
}

/// Enters an objection in the register under the desk's next number.
pub(crate) fn object(
    journal: &mut Journal,
    request: Option<RequestId>,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Done, DeskError> {
    let input: ObjectionInput = read(form)?;
    let id = new_uuid(&mut journal.dice, moment)?;
    journal.write_matter::<Objection>(id, Duty::Serve, moment, |state, connection, today, desk_code| {
        let known = request.map(|id| requests::one(connection, id).map(|found| (id, found))).transpose()?;
        let request = match known {
            Some((id, Some(found))) => Some((id, Box::new(found))),
            Some((_, None)) => return Err(RequestRefused::NotRegistered.into()),
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
