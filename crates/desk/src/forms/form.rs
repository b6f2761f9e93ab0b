//! Building the forms that the window draws.

use crate::context::Context;
pub(crate) use crate::forms::boxes::{read, typed};
use crate::forms::letter_number::SAME_NUMBER;
use crate::kernel::moment::Moment;
use crate::views::Choice;
use crate::views::action::{ActionForm, FieldKind, FieldValue, FormColumn, FormField, FormSection, Preview, ShownWhen, Sum};
use crate::views::subject::{SubjectKind, SubjectRef};
use chrono::NaiveDate;
use loket_domain::attachment::AttachmentPurpose;
use loket_domain::indonesian::date as date_in_words;
use loket_domain::office::Official;
use loket_domain::paper::PaperKind;
use loket_domain::request::{SendingWay, part_field};
use serde_json::Value;
use std::collections::BTreeMap;

/// A box with nothing in it yet.
fn field(name: &str, label: &str, kind: FieldKind, value: FieldValue) -> FormField {
    FormField {
        name: name.to_owned(),
        label: label.to_owned(),
        kind,
        help: None,
        required: false,
        choices: vec![],
        value,
        shown_when: None,
        suffix: None,
        columns: vec![],
        rows: 4,
        secret_now: false,
        today: None,
        mends: None,
        once_refused: false,
        attaches: None,
    }
}

pub(crate) fn text(name: &str, label: &str, value: impl Into<String>) -> FormField {
    field(name, label, FieldKind::Text, FieldValue::Text(value.into()))
}

pub(crate) fn long_text(name: &str, label: &str, value: impl Into<String>) -> FormField {
    field(name, label, FieldKind::LongText, FieldValue::Text(value.into()))
}

pub(crate) fn password(name: &str, label: &str) -> FormField {
    field(name, label, FieldKind::Password, FieldValue::Text(String::new()))
}

pub(crate) fn date(name: &str, label: &str, value: impl ToString) -> FormField {
    field(name, label, FieldKind::Date, FieldValue::Text(value.to_string()))
}

pub(crate) fn number(name: &str, label: &str, value: u32) -> FormField {
    field(name, label, FieldKind::Number, FieldValue::Number(value.into()))
}

pub(crate) fn money(name: &str, label: &str, value: u32) -> FormField {
    field(name, label, FieldKind::Money, FieldValue::Number(value.into()))
}

pub(crate) fn yes(name: &str, label: &str, value: bool) -> FormField {
    field(name, label, FieldKind::Yes, FieldValue::Yes(value))
}

pub(crate) fn lines(name: &str, label: &str, value: Vec<String>) -> FormField {
    field(name, label, FieldKind::Lines, FieldValue::Many(value))
}

/// A small picture, as base64.
pub(crate) fn picture(name: &str, label: &str, value: impl Into<String>) -> FormField {
    field(name, label, FieldKind::Picture, FieldValue::Text(value.into()))
}

/// Rows of cells. Each row is one line of the value, its cells with tabs between them.
pub(crate) fn table(name: &str, label: &str, columns: Vec<FormColumn>, rows: Vec<Vec<String>>) -> FormField {
    let rows = rows.into_iter().map(|cells| cells.join("\t")).collect();
    FormField { columns, ..field(name, label, FieldKind::Table, FieldValue::Many(rows)) }
}

pub(crate) fn column(label: &str, kind: FieldKind) -> FormColumn {
    FormColumn { label: label.to_owned(), kind, choices: vec![], when: vec![] }
}

impl FormColumn {
    /// Says what there is to choose.
    pub(crate) fn of(mut self, choices: Vec<Choice>) -> Self {
        self.choices = choices;
        self
    }

    /// Asks it only beside these choices of the column before.
    pub(crate) fn beside(mut self, choices: &[&str]) -> Self {
        self.when = choices.iter().map(|code| (*code).to_owned()).collect();
        self
    }
}

pub(crate) fn choice(name: &str, label: &str, choices: Vec<Choice>, value: impl Into<String>) -> FormField {
    FormField { choices, ..field(name, label, FieldKind::Choice, FieldValue::Text(value.into())) }
}

/// The one there is to choose; nothing where a person must choose.
pub(crate) fn only(choices: &[Choice]) -> String {
    if let [only] = choices { only.code.clone() } else { String::new() }
}

pub(crate) fn many(name: &str, label: &str, choices: Vec<Choice>, value: Vec<String>) -> FormField {
    FormField { choices, ..field(name, label, FieldKind::Many, FieldValue::Many(value)) }
}

pub(crate) fn note(name: &str, words: &str) -> FormField {
    field(name, "", FieldKind::Note, FieldValue::Text(String::new())).help(words)
}

impl FormField {
    /// Offers these texts while it is typed; any other may be typed too.
    pub(crate) fn suggesting(mut self, texts: Vec<String>) -> Self {
        self.choices = texts.into_iter().map(|text| Choice { code: text.clone(), label: text }).collect();
        self
    }

    /// Says how to fill it.
    pub(crate) fn help(mut self, words: &str) -> Self {
        self.help = Some(words.to_owned());
        self
    }

    /// Marks it as one that must be filled.
    pub(crate) fn needed(mut self) -> Self {
        self.required = true;
        self
    }

    /// Asks it only when `field` holds one of `any`.
    pub(crate) fn when(self, field: &str, any: &[&str]) -> Self {
        self.when_any(vec![field.to_owned()], any)
    }

    /// Asks it only when one of `fields` holds one of `any`.
    pub(crate) fn when_any(mut self, fields: Vec<String>, any: &[&str]) -> Self {
        let any = any.iter().map(|value| (*value).to_owned()).collect();
        self.shown_when = Some(ShownWhen { fields, any });
        self
    }

    /// Makes it a box of the part of a form whose boxes begin with `prefix`.
    pub(crate) fn of_part(mut self, prefix: &str) -> Self {
        self.name = format!("{prefix}{}", self.name);
        self.shown_when = self.shown_when.map(|when| {
            let fields = when.fields.iter().map(|field| format!("{prefix}{field}")).collect();
            ShownWhen { fields, ..when }
        });
        self
    }

    /// Makes a long text as high as so many lines.
    pub(crate) fn rows(mut self, rows: u32) -> Self {
        self.rows = rows;
        self
    }

    /// Marks a password as the one that is in force now.
    pub(crate) fn in_force(mut self) -> Self {
        self.secret_now = true;
        self
    }

    /// Asks once more before a date earlier than `today` is taken: what is entered later is marked for ever.
    pub(crate) fn sure_if_before(mut self, today: NaiveDate) -> Self {
        self.today = Some(today);
        self
    }

    /// Asks it only after the form was refused for it.
    pub(crate) fn once_refused(mut self) -> Self {
        self.once_refused = true;
        self
    }

    /// Offers to attach a file for this purpose, which is then chosen.
    pub(crate) fn attaching(mut self, purpose: AttachmentPurpose) -> Self {
        self.attaches = Some(purpose.code().to_owned());
        self
    }

    /// Says what stands after the box.
    pub(crate) fn suffix(mut self, words: &str) -> Self {
        self.suffix = Some(words.to_owned());
        self
    }
}

pub(crate) fn section(title: &str, fields: Vec<FormField>) -> FormSection {
    FormSection { title: (!title.is_empty()).then(|| title.to_owned()), fields, sum: None }
}

impl FormSection {
    /// Shows the sum of these products of boxes.
    pub(crate) fn sum(mut self, label: &str, products: &[&[&str]]) -> Self {
        let products = products.iter().map(|boxes| boxes.iter().map(|name| (*name).to_owned()).collect()).collect();
        self.sum = Some(Sum { label: label.to_owned(), products });
        self
    }
}

impl ActionForm {
    pub(crate) fn new(title: &str, submit: &str, sections: Vec<FormSection>) -> Self {
        let (title, submit) = (title.to_owned(), submit.to_owned());
        Self {
            title,
            intro: None,
            about: vec![],
            warning: None,
            submit,
            danger: false,
            sections,
            preview: None,
            kept: None,
            offers_people: false,
            personal: false,
        }
    }

    pub(crate) fn intro(mut self, words: impl Into<String>) -> Self {
        self.intro = Some(words.into());
        self
    }

    pub(crate) fn warning(mut self, words: Option<String>) -> Self {
        self.warning = words;
        self
    }

    /// Says what is looked at before it is sent.
    pub(crate) fn preview(mut self, preview: Preview) -> Self {
        self.preview = Some(preview);
        self
    }

    /// Fills its boxes with what the letter said that this one stands in for: all but number and day, which are its own.
    pub(crate) fn begin_with(&mut self, before: &Value) {
        let said = said_before(before);
        for field in self.sections.iter_mut().flat_map(|section| &mut section.fields) {
            let own = matches!(field.name.as_str(), "letter_number" | "letter_date" | "decision_number");
            let offered = |code: &str| field.choices.is_empty() || field.choices.iter().any(|choice| choice.code == code);
            let found = said.get(&field.name).or_else(|| said.get(field.name.strip_suffix("_cost")?));
            let value = match (&field.value, found) {
                (FieldValue::Yes(_), Some(Value::Bool(yes))) => FieldValue::Yes(*yes),
                (FieldValue::Number(_), Some(Value::Number(number))) => FieldValue::Number(number.as_i64().unwrap_or_default()),
                (FieldValue::Text(_), Some(Value::String(text))) if offered(text) => FieldValue::Text(text.clone()),
                (FieldValue::Many(_), Some(Value::Array(many))) => {
                    FieldValue::Many(many.iter().filter_map(Value::as_str).map(str::to_owned).collect())
                }
                _ => continue,
            };
            if !own {
                field.value = value;
            }
        }
    }

    /// Offers people who asked before: its boxes of the applicant are named as those of a new request.
    pub(crate) fn offering_people(mut self) -> Self {
        self.offers_people = true;
        self
    }

    pub(crate) fn personal(mut self) -> Self {
        self.personal = true;
        self
    }

    pub(crate) fn final_step(mut self) -> Self {
        self.danger = true;
        self
    }
}

/// What a letter said, by the names of its boxes: parts have their number before them, whatever else holds boxes only groups them.
fn said_before(before: &Value) -> BTreeMap<String, Value> {
    let mut said = BTreeMap::new();
    let Some(object) = before.as_object() else { return said };
    for (name, value) in object {
        match value {
            Value::Object(_) => said.extend(said_before(value)),
            Value::Array(parts) if name == "parts" => {
                for (place, part) in parts.iter().enumerate() {
                    said.extend(said_before(part).into_iter().map(|(field, value)| (part_field(place, &field), value)));
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
                said.insert(name.clone(), value.clone());
            }
        }
    }
    said
}

/// For how many days after somebody left office a letter of theirs may still be entered.
const LATE_LETTERS: i64 = 366;

/// The officials who may sign `paper` on this day, the first of whom is offered; and after them those who left office within a year,
/// for a letter that was signed then and is entered now.
pub(crate) fn signers(context: &Context<'_>, paper: PaperKind, moment: Moment) -> FormField {
    let today = moment.local.date();
    let may = |official: &&Official| context.office.signing.allows(paper, official.role);
    let left = |official: &Official| {
        let until = official.appointment.as_ref().and_then(|appointed| appointed.until)?;
        (until < today && (today - until).num_days() <= LATE_LETTERS).then_some(until)
    };
    let label = |official: &Official, role: String| Choice {
        code: official.id.to_string(),
        label: format!("{}, {} ({role})", official.name, official.position),
    };
    let all = || context.office.officials.iter().filter(may);
    let serving = all().filter(|official| official.serves_on(today));
    let mut choices: Vec<Choice> = serving.map(|official| label(official, official.role.label().to_owned())).collect();
    let nobody = choices.is_empty();
    let former = all().filter_map(|official| Some((official, left(official)?)));
    choices.extend(former.map(|(official, until)| label(official, format!("menjabat sampai {}", date_in_words(until)))));
    let first = choices.first().filter(|_| !nobody).map_or_else(String::new, |choice| choice.code.clone());
    let roles = context.office.signing.roles_in_words(paper);
    let help = if nobody {
        format!("Belum ada {roles} yang menjabat; tambahkan pejabatnya di Pengaturan.")
    } else {
        format!("Ditandatangani {roles}.")
    };
    let field = choice("signed_by", "Pejabat yang menandatangani", choices, first).needed().help(&help);
    FormField { mends: nobody.then(|| SubjectRef::new(SubjectKind::Official, "")), ..field }
}

/// The number of a letter from the agenda book, and what is asked where another letter bears it.
pub(crate) fn letter_number(paper: PaperKind) -> [FormField; 2] {
    let number = text("letter_number", "Nomor surat", "");
    let number = if paper.number_may_follow() {
        number.help("Dari buku agenda. Kosongkan bila nomornya menyusul; catat setelah ada.")
    } else {
        number.needed().help("Dari buku agenda kantor.")
    };
    [number, yes(SAME_NUMBER, "Nomor ini memang dipakai lagi", false).once_refused()]
}

/// Asked where a letter left with another number.
pub(crate) fn why_another() -> FormField {
    long_text("reason", "Mengapa nomornya diganti", "")
        .needed()
        .rows(2)
        .help("Surat ini sudah di tangan penerimanya dengan nomor lama.")
}

/// The number of a receipt, which the office counts by kind.
pub(crate) fn receipt_number(label: &str) -> [FormField; 2] {
    [text("number", label, "").needed(), yes(SAME_NUMBER, "Nomor ini memang dipakai lagi", false).once_refused()]
}

/// The form of a letter: its head, what is in it, and at the end who gets a copy.
pub(crate) fn letter(
    context: &Context<'_>,
    paper: PaperKind,
    moment: Moment,
    content: impl IntoIterator<Item = FormSection>,
) -> Vec<FormSection> {
    let today = moment.local.date();
    let mut head: Vec<FormField> = letter_number(paper).into();
    head.extend([date("letter_date", "Tanggal surat", today).needed().sure_if_before(today), signers(context, paper, moment)]);
    let copies =
        lines("cc", "Tembusan", context.office.profile.copies_to.clone()).help("Satu baris untuk setiap penerima; boleh kosong.");
    let mut sections = vec![section("Surat", head)];
    sections.extend(content);
    sections.push(section("", vec![copies]));
    sections
}

/// What shows that something left; asked of every way but into the hand.
pub(crate) fn proof(label: &str) -> FormField {
    let sent: Vec<&str> = SendingWay::ALL.iter().filter(|way| way.needs_proof()).map(|way| way.code()).collect();
    text("proof", label, "").needed().when("way", &sent).help("Nomor resi, alamat e-mail, atau nomor yang dituju.")
}
