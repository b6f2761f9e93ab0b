//! The worksheet of a consequence test: its form, and writing it down.

use crate::classifications::known::write_classification;
use crate::context::Context;
use crate::error::DeskError;
use crate::forms::boxes::{Boxes, read};
use crate::forms::exemption::{expires, ground_choices, term};
use crate::forms::form::{date, lines, long_text, many, section, text};
use crate::forms::step::done;
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;

use crate::views::action::{ActionForm, Done};
use crate::views::paper::PaperRef;
use crate::views::subject::SubjectKind;
use loket_domain::classification::{ClassificationCommand, WorksheetInput};
use loket_domain::grounds::Ground;
use loket_domain::ids::RequestId;
use loket_domain::paper::PaperKind;
use loket_domain::request::Request;
use uuid::Uuid;

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

/// Writes a worksheet, anew or over one that waits for approval.
pub(crate) fn test(
    journal: &mut Journal,
    id: Option<Uuid>,
    request: Option<RequestId>,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Done, DeskError> {
    let input: WorksheetInput = read(form)?;
    let id = match id {
        Some(id) => id,
        None => new_uuid(&mut journal.dice, moment)?,
    };
    write_classification(journal, id, ClassificationCommand::Test(Box::new(input), request), moment)?;
    let done = done(SubjectKind::Classification, id, "Lembar uji konsekuensi disimpan.");
    Ok(done.with(PaperRef::Classification { id: id.to_string(), kind: PaperKind::ConsequenceTest }))
}

pub(crate) fn worksheet_form_of(input: WorksheetInput) -> ActionForm {
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
                expires(input.expires),
                term(input.term),
                lines("team", "Tim penguji", input.team).needed().help("Satu baris: nama, jabatan."),
            ],
        ),
    ];
    ActionForm::new("Lembar uji konsekuensi", "Simpan lembar uji", sections)
}
