//! Questions to PPID Utama, and its questions to this office.

use crate::error::DeskError;
use crate::forms::action::{Action, Beginning, Effect, always};
use crate::forms::boxes::{read, typed};
use crate::forms::form::{long_text, section, text};
use crate::forms::noun::{Noun, no_draft};
use crate::forms::step::{done, nothing};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;
use crate::views::action::ActionForm;
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, QuestionId, RequestId};
use loket_domain::objection::Objection;
use loket_domain::problem::Refused;
use loket_domain::question::{About, Party, Question, QuestionCommand, decide, may};
use loket_domain::request::Request;
use rusqlite::Connection;
use std::convert::Infallible;
use uuid::Uuid;

/// Nothing of a citizen is put into a question, and nobody should write it there.
const NOBODY: &str = "Jangan tulis nama, NIK, alamat atau nomor telepon warga: PPID Utama mengenali berkasnya dari nomornya.";

/// How the steps of its list are written.
pub(crate) const QUESTION: Noun<Question, QuestionCommand> = Noun {
    kind: SubjectKind::Question,
    named: true,
    steps: ALL,
    find: |tables, _, id| known_question(tables, id).map(|(id, state)| (id.0, state)),
    heading: |state| Some(state.line.clone()),
    about: |_| Ok(vec![]),
    main: |_, _| true,
    seldom: |_| false,
    write: write_question,
    page: |id| Some(SubjectRef::new(SubjectKind::Question, id)),
    paper: |_, _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

/// A question about nothing in particular, from the list.
pub(crate) const NEW_QUESTION: Noun<(), Infallible, ()> = Noun::beginning(SubjectKind::Question, NEW);

const NEW: &[Beginning] = &[asking()];

/// Every step of a question, in the order of its buttons; each side has its own.
const ALL: &[Action<Question, QuestionCommand>] = &[CLOSE, FOLLOW_UP, ANSWER];

const CLOSE: Action<Question, QuestionCommand> = Action {
    code: "close",
    label: "Selesai",
    duty: Some(Duty::Serve),
    offered: |state| state.by == Party::Office,
    may: |state, _| may::close(state, Party::Office),
    confirm: |_| None,
    form: None,
    effect: Effect::Command { command: |_, _| Ok(QuestionCommand::Close), said: "Pertanyaan ditutup.", paper: None },
};

const FOLLOW_UP: Action<Question, QuestionCommand> = Action {
    code: "follow_up",
    label: "Tanya lagi",
    duty: Some(Duty::Serve),
    offered: |state| state.by == Party::Office,
    may: |state, _| may::follow_up(state, Party::Office),
    confirm: |_| None,
    form: Some(|_| {
        let text = long_text("text", "Pertanyaan lanjutan", "").rows(10).needed().help(NOBODY);
        Ok(ActionForm::new("Tanya lagi", "Ajukan", vec![section("", vec![text])]))
    }),
    effect: Effect::Command {
        command: |_, form| Ok(QuestionCommand::FollowUp { text: typed(form, "text") }),
        said: "Pertanyaan lanjutan dicatat.",
        paper: None,
    },
};

const ANSWER: Action<Question, QuestionCommand> = Action {
    code: "answer",
    label: "Jawab",
    duty: Some(Duty::Serve),
    offered: |state| state.by == Party::Utama,
    may: |state, _| may::answer(state, Party::Office),
    confirm: |_| None,
    form: Some(|_| {
        let text = long_text("text", "Jawaban", "").rows(10).needed().help(NOBODY);
        Ok(ActionForm::new("Jawab PPID Utama", "Kirim jawaban", vec![section("", vec![text])]).final_step())
    }),
    effect: Effect::Command {
        command: |_, form| Ok(QuestionCommand::Answer { text: typed(form, "text") }),
        said: "Jawaban dicatat; PPID Utama menerimanya pada sinkron berikutnya.",
        paper: None,
    },
};

/// What a question can be asked about.
pub(crate) trait AskedAbout<I> {
    /// What a question from its page is about.
    fn about(&self, id: I) -> About;
}

impl AskedAbout<()> for () {
    fn about(&self, (): ()) -> About {
        About::Nothing
    }
}

impl AskedAbout<Uuid> for Request {
    fn about(&self, id: Uuid) -> About {
        About::Request { id: RequestId(id), number: self.number.text.clone() }
    }
}

impl AskedAbout<Uuid> for Objection {
    fn about(&self, id: Uuid) -> About {
        About::Objection { id: ObjectionId(id), number: self.number.text.clone() }
    }
}

/// The step that asks PPID Utama about whatever it is taken on.
pub(crate) const fn asking<S: AskedAbout<I>, C, I: Copy>() -> Action<S, C, I> {
    Action {
        code: "ask",
        label: "Tanya PPID Utama",
        duty: Some(Duty::Serve),
        offered: |_| true,
        may: always,
        confirm: |_| None,
        form: Some(|ask| Ok(asking_form(&ask.state.about(ask.id)))),
        effect: Effect::Elsewhere(|journal, id, state, form, moment| {
            let question = new_uuid(&mut journal.dice, moment)?;
            write_question(journal, question, QuestionCommand::Ask(read(form)?, state.about(id)), moment)?;
            let said = "Pertanyaan dicatat; PPID Utama menerimanya pada sinkron berikutnya.";
            Ok(done(SubjectKind::Question, question, said))
        }),
    }
}

/// The form of a new question.
fn asking_form(about: &About) -> ActionForm {
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

fn write_question(journal: &mut Journal, id: Uuid, command: QuestionCommand, moment: Moment) -> Result<(), DeskError> {
    journal
        .write_matter::<Question>(id, Duty::Serve, moment, |state, _, today, _| Ok(decide(state, Party::Office, command, today)?))
}

pub(crate) fn known_question(tables: &Connection, id: &str) -> Result<(QuestionId, Question), DeskError> {
    let id: QuestionId = id.parse().map_err(nothing)?;
    let state = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, state))
}
