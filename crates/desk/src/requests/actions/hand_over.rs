//! After an answer: the hand-over, what is not fetched, and the day the answer was received.

use loket_domain::authority::Duty;
use loket_domain::days_of;
use loket_domain::indonesian::rupiah;
use loket_domain::paper::PaperKind;
use loket_domain::request::{AccessMode, Command, Found, HandedForm, Part, Request, SendingWay, may};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::form::{choice, column, date, long_text, proof, read, receipt_number, section, table, text, typed, yes};
use crate::views::action::{ActionForm, FieldKind, FormColumn};
use crate::views::choices;

pub(crate) const HAND_OVER: Action<Request, Command> = Action {
    code: "hand_over",
    label: "Serahkan informasi",
    duty: Some(Duty::Serve),
    offered: Request::may_be_given,
    may: |request, _| may::hand_over(request),
    confirm: |_| None,
    form: Some(hand_over_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::HandOver(read(form)?)),
        said: "Informasi diserahkan.",
        paper: Some(PaperKind::HandOverReceipt),
    },
};

pub(crate) const NOTE_RECEIVED: Action<Request, Command> = Action {
    code: "note_received",
    label: "Catat jawaban diterima",
    duty: Some(Duty::Serve),
    offered: |request| request.answered(),
    may: |request, _| may::note_received(request),
    confirm: |_| None,
    form: Some(note_received_form),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteReceived { on: typed(form, "on") }),
        said: "Tanggal diterima dicatat.",
        paper: None,
    },
};

/// What lies ready and nobody came for.
pub(crate) const NOTE_NOT_FETCHED: Action<Request, Command> = Action {
    code: "note_not_fetched",
    label: "Catat tidak diambil",
    duty: Some(Duty::Serve),
    offered: |request| may::note_not_fetched(request).is_ok(),
    may: |request, _| may::note_not_fetched(request),
    confirm: |_| None,
    form: Some(|_| {
        let note = long_text("note", "Kapan dan bagaimana pemohon diingatkan", "").needed();
        Ok(ActionForm::new("Salinan tidak diambil", "Catat", vec![section("", vec![note])])
            .intro("Pengingat di Hari ini berhenti. Bila pemohon datang kemudian, informasi tetap dapat diserahkan."))
    }),
    effect: Effect::Command {
        command: |_, form| Ok(Command::NoteNotFetched { note: typed(form, "note") }),
        said: "Dicatat tidak diambil.",
        paper: None,
    },
};

fn hand_over_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let who = ask.state.applicant();
    let name = who.representative.as_ref().map_or(&who.name, |known| &known.name).clone();
    let [number, same] = receipt_number("Nomor tanda bukti");
    let mut fields = vec![
        number,
        same,
        date("on", "Tanggal penyerahan", on).needed(),
        text("received_by", "Diterima oleh", name).needed(),
        choice("way", "Cara penyerahan", choices!(SendingWay), SendingWay::InPerson.code()).needed(),
        proof("Bukti pengiriman"),
        table("items", "Dokumen yang diserahkan", item_columns(), given(ask)).needed(),
    ];
    if ask.state.promises_the_rest() {
        let later = ask.state.parts().iter().any(|part| is_still_to_come(ask, part));
        let words = "Bagian lain menyusul dengan tanda bukti sendiri";
        fields.push(yes("rest_follows", words, later).help("Batas waktunya tetap berjalan sampai bagian itu diserahkan."));
    }
    let owed = ask.state.owed();
    let unpaid = format!(
        "Biaya {} belum dicatat diterima. Terima dahulu dan cetak kuitansinya, kecuali pemohon memang dibebaskan.",
        rupiah(owed)
    );
    Ok(ActionForm::new("Serahkan informasi", "Buat tanda bukti", vec![section("", fields)]).warning((owed > 0).then_some(unpaid)))
}

fn item_columns() -> Vec<FormColumn> {
    vec![
        column("Judul dokumen", FieldKind::Text),
        column("Bentuk", FieldKind::Choice).of(choices!(HandedForm)),
        column("Lembar", FieldKind::Number).beside(&[HandedForm::Hardcopy.code()]),
    ]
}

fn is_still_to_come(ask: &Ask<'_, Request>, part: &Part) -> bool {
    ask.state.is_still_to_come(part, ask.moment.local.date(), &ask.context.office.profile, ask.context.calendar)
}

/// What the answer said is given, a row each: its title, in which form, how many sheets. What was handed over before and what is ready
/// only later is left out where the rest may follow.
fn given(ask: &Ask<'_, Request>) -> Vec<Vec<String>> {
    let request = ask.state;
    let asked: String = request.registration.information.lines().next().unwrap_or_default().chars().take(200).collect();
    let parts = request.parts();
    let one = parts.len() == 1;
    let row = |what: &str, form: HandedForm, sheets: u32| {
        let title = if one { asked.clone() } else { what.lines().next().unwrap_or_default().chars().take(200).collect() };
        let sheets = if form == HandedForm::Hardcopy { sheets.max(1).to_string() } else { String::new() };
        vec![title.replace('\t', " "), form.code().to_owned(), sheets]
    };
    let view = request.registration.access_mode == AccessMode::View;
    let rows = |what: &str, (softcopy, hardcopy): (bool, bool), sheets: u32| {
        let forms =
            [(view, HandedForm::Viewed), (!view && softcopy, HandedForm::Softcopy), (!view && hardcopy, HandedForm::Hardcopy)];
        forms.into_iter().filter(|(given, _)| *given).map(|(_, form)| row(what, form, sheets)).collect::<Vec<_>>()
    };
    let handed = |title: &str| request.handed_in_part().flat_map(|handed| &handed.items).any(|item| item.title == title);
    let of_part = |part: &Part| match &part.found {
        // A file and paper are two lines: each is signed for.
        Found::Given(given) | Found::PartlyGiven { given, .. } => {
            rows(&part.what, (given.softcopy, given.hardcopy), given.sheets)
        }
        Found::NotDocumented { .. } => rows(&part.what, (false, true), 1),
        Found::Withheld { .. } | Found::NotHeld { .. } | Found::Elsewhere { .. } => vec![],
    };
    let of = |parts: Vec<&Part>| parts.into_iter().flat_map(of_part).filter(|row| !handed(&row[0])).collect::<Vec<_>>();
    if request.promises_the_rest() {
        let now = of(parts.iter().filter(|part| !is_still_to_come(ask, part)).collect());
        if !now.is_empty() {
            return now;
        }
    }
    of(parts.iter().collect())
}

fn note_received_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let on = ask.moment.local.date();
    let help = concat!("Hari ke-0 dari ", days_of!(Objection), " hari kerja untuk keberatan.");
    let on = date("on", "Diterima pemohon", on).needed().help(help);
    Ok(ActionForm::new("Jawaban diterima pemohon", "Catat", vec![section("", vec![on])]))
}
