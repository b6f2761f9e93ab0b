//! What becomes of a letter after it was decided: its number, and that it was wrong.

use loket_domain::authority::Duty;
use loket_domain::ids::{ObjectionId, RequestId};
use loket_domain::indonesian::date as words;
use loket_domain::objection::Objection;
use loket_domain::paper::PaperKind;
use loket_domain::request::{Command, LetterCancelInput, LetterNumberInput, Request, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::read;
use crate::forms::form::{choice, letter_number, long_text, only, section, why_another};
use crate::store::matters;
use crate::views::Choice;
use crate::views::action::ActionForm;

pub(crate) const NUMBER_LETTER: Action<Request, Command> = Action {
    code: "number_letter",
    label: "Catat nomor surat",
    duty: Some(Duty::Serve),
    offered: |request| may::number_letter(request).is_ok(),
    may: |request, _| may::number_letter(request),
    confirm: |_| None,
    form: Some(number_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NumberLetter(read::<LetterNumberInput>(form)?)),
        said: "Nomor surat dicatat.",
        paper: None,
    },
};

pub(crate) const CANCEL_LETTER: Action<Request, Command> = Action {
    code: "cancel_letter",
    label: "Nyatakan surat tidak berlaku",
    duty: Some(Duty::Decide),
    offered: |request| may::cancel_letter(request).is_ok(),
    may: |request, _| may::cancel_letter(request),
    confirm: |_| None,
    form: Some(cancel_form),
    effect: Effect::Command {
        command: |ask, form| {
            let about = matters::about::<Objection>(ask.tables, RequestId(ask.id))?;
            let disputed = about.iter().any(|found| found.state.is_about_answer(ObjectionId(found.id), ask.state));
            Ok(Command::CancelLetter { input: read::<LetterCancelInput>(form)?, disputed })
        },
        said: "Surat dinyatakan tidak berlaku; buat surat penggantinya.",
        paper: None,
    },
};

fn named(request: &Request, papers: Vec<PaperKind>) -> Vec<Choice> {
    let label = |paper: PaperKind| match request.written_on(paper) {
        Some(on) => {
            let number = request.number_of(paper).filter(|number| !number.is_empty()).unwrap_or("belum bernomor");
            format!("{}, {number}, {}", paper.label(), words(on))
        }
        None => paper.label().to_owned(),
    };
    papers.into_iter().map(|paper| Choice { code: paper.code().into(), label: label(paper) }).collect()
}

fn number_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let letters = named(ask.state, ask.state.may_be_numbered());
    let waiting = ask.state.unnumbered().next().map(|paper| paper.code().to_owned());
    let chosen = waiting.unwrap_or_else(|| only(&letters));
    let [number, same] = letter_number(PaperKind::Disposition);
    let mut fields = vec![choice("paper", "Surat", letters, chosen).needed(), number, same];
    let left: Vec<&str> = ask
        .state
        .may_be_numbered()
        .into_iter()
        .filter(|paper| ask.state.left_with(*paper).is_some())
        .map(PaperKind::code)
        .collect();
    if !left.is_empty() {
        fields.push(why_another().when("paper", &left));
    }
    Ok(ActionForm::new("Nomor surat", "Catat nomor", vec![section("", fields)])
        .intro("Juga untuk membetulkan nomor yang salah ketik; yang lama tetap ada dalam riwayat."))
}

fn cancel_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let letters = named(ask.state, ask.state.may_be_cancelled());
    let only = only(&letters);
    let fields = vec![
        choice("paper", "Surat yang keliru", letters, only).needed(),
        long_text("reason", "Apa yang keliru", "").needed().rows(3),
    ];
    Ok(ActionForm::new("Surat tidak berlaku", "Nyatakan tidak berlaku", vec![section("", fields)])
        .warning(Some(
            "Permohonan kembali ke keadaan sebelum surat ini, dan surat penggantinya menyebut surat yang digantikan. Batas waktu \
             tidak berhenti: yang dihitung adalah surat penggantinya."
                .to_owned(),
        ))
        .final_step())
}
