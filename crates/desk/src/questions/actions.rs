//! Questions to PPID Utama, and its questions to this office.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{long_text, read, section, text, typed};
use crate::forms::step::{done, nothing, step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;

use crate::views::action::{ActionForm, Done, Filled};
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::ids::QuestionId;
use loket_domain::problem::Refused;
use loket_domain::question::{About, Party, Question, QuestionCommand, decide, may};
use rusqlite::Connection;
use uuid::Uuid;

/// Nothing of a citizen is put into a question, and nobody should write it there.
const NOBODY: &str = "Jangan tulis nama, NIK, alamat atau nomor telepon warga: PPID Utama mengenali berkasnya dari nomornya.";

/// The button that asks PPID Utama.
pub(crate) fn ask_step(context: &Context<'_>) -> NextStep {
    step("ask", "Tanya PPID Utama", true, context.office.may(context.account, Duty::Serve))
}

/// What may be done next. Steps of the other side are left out.
pub(crate) fn question_steps(context: &Context<'_>, state: &Question) -> Vec<NextStep> {
    let serves = |may: Result<(), Refused>| may.and_then(|()| context.office.may(context.account, Duty::Serve));
    let mut steps = match state.by {
        Party::Office => vec![
            step("close", "Selesai", false, serves(may::close(state, Party::Office))),
            step("follow_up", "Tanya lagi", true, serves(may::follow_up(state, Party::Office))),
        ],
        Party::Utama => vec![step("answer", "Jawab", true, serves(may::answer(state, Party::Office)))],
    };
    if let Some(first) = steps.iter_mut().find(|step| step.allowed) {
        first.main = true;
    }
    steps
}

/// The form of a new question.
pub(crate) fn asking_form(about: &About) -> ActionForm {
    let fields = vec![
        text("line", "Pokok pertanyaan", "").needed().help("Satu baris, tampil di daftar."),
        long_text("text", "Pertanyaan", "").rows(10).needed().help(NOBODY),
    ];
    let form = ActionForm::new("Tanya PPID Utama", "Ajukan", vec![section("", fields)]);
    if *about == About::Nothing {
        return form.intro("Tentang hal umum. Untuk suatu permohonan atau keberatan, tanyakan dari halamannya.");
    }
    form.warning(Some("Bertanya tidak menghentikan batas waktu, dan bukan penerusan.".to_owned()))
}

pub(crate) fn question_form_of(tables: &Connection, id: &str, action: &str) -> Result<ActionForm, DeskError> {
    if id.is_empty() {
        return if action == "ask" { Ok(asking_form(&About::Nothing)) } else { unknown() };
    }
    let (_, state) = known_question(tables, id)?;
    let form = match action {
        "answer" => {
            may::answer(&state, Party::Office)?;
            let text = long_text("text", "Jawaban", "").rows(10).needed().help(NOBODY);
            ActionForm::new("Jawab PPID Utama", "Kirim jawaban", vec![section("", vec![text])]).final_step()
        }
        "follow_up" => {
            may::follow_up(&state, Party::Office)?;
            let text = long_text("text", "Pertanyaan lanjutan", "").rows(10).needed().help(NOBODY);
            ActionForm::new("Tanya lagi", "Ajukan", vec![section("", vec![text])])
        }
        _ => return unknown(),
    };
    Ok(form.intro(state.line))
}

pub(crate) fn act_on_question(
    journal: &mut Journal,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    if id.is_empty() {
        return if action == "ask" { ask(journal, About::Nothing, form, moment) } else { unknown() };
    }
    let (id, _) = known_question(journal.tables(), id)?;
    let text = typed(form, "text");
    let (command, said) = match action {
        "answer" => (QuestionCommand::Answer { text }, "Jawaban dicatat; PPID Utama menerimanya pada sinkron berikutnya."),
        "follow_up" => (QuestionCommand::FollowUp { text }, "Pertanyaan lanjutan dicatat."),
        "close" => (QuestionCommand::Close, "Pertanyaan ditutup."),
        _ => return unknown(),
    };
    write_question(journal, id.0, command, moment)?;
    Ok(done(SubjectKind::Question, id, said))
}

/// Asks PPID Utama.
pub(crate) fn ask(journal: &mut Journal, about: About, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
    let id = new_uuid(&mut journal.dice, moment)?;
    write_question(journal, id, QuestionCommand::Ask(read(form)?, about), moment)?;
    Ok(done(SubjectKind::Question, id, "Pertanyaan dicatat; PPID Utama menerimanya pada sinkron berikutnya."))
}

fn write_question(journal: &mut Journal, id: Uuid, command: QuestionCommand, moment: Moment) -> Result<(), DeskError> {
    journal
        .write_matter::<Question>(id, Duty::Serve, moment, |state, _, today, _| Ok(decide(state, Party::Office, command, today)?))
}

pub(crate) fn known_question(tables: &Connection, id: &str) -> Result<(QuestionId, Question), DeskError> {
    let id: QuestionId = id.parse().map_err(nothing)?;
    let state = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, state))
}
