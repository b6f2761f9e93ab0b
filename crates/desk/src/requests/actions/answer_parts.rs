//! Answering part by part: some given, some withheld, some not there.

use loket_domain::authority::Duty;
use loket_domain::paper::PaperKind;
use loket_domain::request::{AnswerInput, Command, CopyFormat, FoundKind, MOST_PARTS, PartInput, Request, may, part_field};

use crate::error::DeskError;
use crate::forms::action::{Action, Ask, Effect};
use crate::forms::boxes::{Boxes, read};
use crate::forms::exemption::{cite, exemption_fields};
use crate::forms::form::{choice, letter, long_text, money, number, section, text, yes};
use crate::requests::actions::answer::means;
use crate::requests::ordered::under_order;
use crate::views::action::{ActionForm, FormField, FormSection};
use crate::views::choices;

pub(crate) const ANSWER: Action<Request, Command> = Action {
    code: "answer",
    label: "Jawab per bagian",
    duty: Some(Duty::Decide),
    offered: |request| request.outcome.is_none(),
    may: |request, _| may::answer(request),
    confirm: |_| None,
    form: Some(answer_form),
    effect: Effect::Command {
        command: |ask, form| {
            let parts = (0..MOST_PARTS).map(|place| part(ask, form, place)).collect::<Result<_, _>>()?;
            let input = AnswerInput { parts, ..read(form)? };
            under_order(ask, Command::Answer(Box::new(input)))
        },
        said: "Permohonan dijawab per bagian.",
        paper: Some(PaperKind::WrittenNotice),
    },
};

/// One part, read off its boxes.
fn part(ask: &Ask<'_, Request>, form: &Boxes<'_>, place: usize) -> Result<PartInput, DeskError> {
    let own = form.part(&part_field(place, ""));
    let mut input: PartInput = read(&Boxes::of(&own))?;
    cite(ask.tables, &mut input.exemption)?;
    Ok(input)
}

fn answer_form(ask: &Ask<'_, Request>) -> Result<ActionForm, DeskError> {
    let mut content = (0..MOST_PARTS).map(|place| part_section(ask, place)).collect::<Result<Vec<_>, _>>()?;
    let price = ask.context.office.fees.as_ref().map_or(0, |fees| fees.price_per_sheet);
    let hardcopy = ask.state.registration.copy_format == Some(CopyFormat::Hardcopy);
    let sheets: Vec<[String; 2]> =
        (0..MOST_PARTS).map(|place| [part_field(place, "sheets"), "price_per_sheet".to_owned()]).collect();
    let sheets: Vec<[&str; 2]> = sheets.iter().map(|[sheets, price]| [sheets.as_str(), price.as_str()]).collect();
    let mut products: Vec<&[&str]> = sheets.iter().map(|product| product.as_slice()).collect();
    products.extend([&["delivery_cost"] as &[&str], &["other_cost"]]);
    let answers: Vec<String> = (0..MOST_PARTS).map(|place| part_field(place, "found")).collect();
    let terms = vec![
        money("price_per_sheet", "Harga per lembar", if hardcopy { price } else { 0 }),
        money("delivery_cost", "Biaya pengiriman", 0),
        money("other_cost", "Biaya lain-lain", 0),
        text("means", "Cara penyampaian", means(ask.state)).help("Wajib bila ada bagian yang diberikan."),
        text("decision_number", "Nomor SK penolakan", "")
            .help("SK-nya ikut tercetak. Kosongkan bila nomornya menyusul.")
            .when_any(answers, &[FoundKind::Withheld.code()]),
    ];
    content.push(section("Biaya dan lampiran", terms).sum("Jumlah biaya", &products));
    let sections = letter(ask.context, PaperKind::WrittenNotice, ask.moment, content);
    Ok(ActionForm::new("Jawab per bagian", "Simpan keputusan", sections)
        .warning(Some(
            "Satu Pemberitahuan Tertulis menjawab semua bagian. Bagian berikutnya muncul setelah jawaban bagian ini dipilih."
                .to_owned(),
        ))
        .final_step())
}

/// The boxes of one part; it is asked once the part before it has its answer.
fn part_section(ask: &Ask<'_, Request>, place: usize) -> Result<FormSection, DeskError> {
    use FoundKind::{Elsewhere, Given, NotDocumented, NotHeld, PartlyGiven, Withheld};
    let form = &ask.state.registration;
    let asked = asked_in_lines(&form.information);
    let what = asked.get(place).copied().unwrap_or_default();
    let given = [Given.code(), PartlyGiven.code()];
    let withheld = [PartlyGiven.code(), Withheld.code()];
    let mut fields = vec![
        long_text("what", "Bagian yang diminta", what).needed().rows(2),
        choice("found", "Jawaban untuk bagian ini", choices!(FoundKind), "").needed(),
        yes("softcopy", "Tersedia softcopy", form.copy_format == Some(CopyFormat::Softcopy)).when("found", &given),
        yes("hardcopy", "Tersedia hardcopy", form.copy_format == Some(CopyFormat::Hardcopy)).when("found", &given),
        number("sheets", "Jumlah lembar", 0).suffix("lembar").when("found", &given),
        number("ready_in_days", "Waktu penyediaan", 0)
            .suffix("hari kerja")
            .help("0 berarti hari ini juga.")
            .when("found", &given),
        long_text("withheld", "Yang tidak diberikan", "").needed().rows(2).when("found", &[PartlyGiven.code()]),
        long_text("redaction", "Penjelasan penghitaman/pengaburan", "").needed().rows(2).when("found", &[PartlyGiven.code()]),
        text("body", "Badan publik yang menguasai", "")
            .help("Sebutkan bila diketahui; wajib bila urusan badan publik lain (Pasal 22 ayat (7) huruf b).")
            .when("found", &[NotHeld.code(), Elsewhere.code()]),
        number("available_in_days", "Akan tersedia dalam", 0)
            .needed()
            .suffix("hari kerja")
            .when("found", &[NotDocumented.code()]),
    ];
    let exemption = exemption_fields(ask.tables, ask.state, ask.moment)?;
    fields.extend(
        exemption.into_iter().map(|field| if field.shown_when.is_none() { field.when("found", &withheld) } else { field }),
    );
    let mut fields: Vec<FormField> = fields.into_iter().map(|field| field.of_part(&part_field(place, ""))).collect();
    if let Some(before) = place.checked_sub(1) {
        let answered: Vec<&str> = FoundKind::ALL.iter().map(|kind| kind.code()).collect();
        let before = part_field(before, "found");
        let first_two = fields.drain(..2).map(|field| field.when(&before, &answered)).collect::<Vec<_>>();
        fields.splice(..0, first_two);
    }
    Ok(section(&format!("Bagian {}", place + 1), fields))
}

/// The parts an applicant wrote on lines of their own, without their numbers; none where it is one text.
fn asked_in_lines(information: &str) -> Vec<&str> {
    let lines: Vec<&str> = information.lines().map(unnumbered).filter(|line| !line.is_empty()).collect();
    if (2..=MOST_PARTS).contains(&lines.len()) { lines } else { vec![] }
}

/// A line without the number or the dash before it.
fn unnumbered(line: &str) -> &str {
    let line = line.trim();
    let after_digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    match after_digits.strip_prefix(['.', ')']) {
        Some(rest) if after_digits.len() < line.len() => rest.trim_start(),
        _ => line.trim_start_matches(['-', '•', '–']).trim_start(),
    }
}
