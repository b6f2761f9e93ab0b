//! The list of classifications.

use crate::classifications::actions;
use crate::classifications::papers::legal_basis;
use crate::context::Context;
use crate::error::DeskError;
use crate::kernel::moment::Moment;
use crate::views::deadline::Tone;
use crate::views::rows::{ListQuery, ListRow};
use crate::views::subject::SubjectKind;
use crate::words::rows::{ListOf, ListRows};
use crate::words::{deadline, rows};
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::indonesian::date as words;
use rusqlite::Connection;

pub(crate) const CLASSIFICATIONS: ListOf = ListOf {
    of: SubjectKind::Classification,
    columns: || {
        rows::columns([
            ("information", "Informasi"),
            ("basis", "Dasar hukum"),
            ("stage", "Keadaan"),
            ("decree", "Penetapan"),
            ("expires", "Berakhir"),
            ("unit", "Unit"),
        ])
    },
    intro: "Uji konsekuensi mendahului setiap penolakan Pasal 17. Yang sudah disetujui atau ditetapkan dapat dipakai lagi \
                untuk permohonan berikutnya.",
    next: |_, context, moment| Ok(actions::NEW_TEST.next(context, &(), moment)),
    rows: classifications,
};

fn classifications(tables: &Connection, context: &Context<'_>, query: &ListQuery, moment: Moment) -> Result<ListRows, DeskError> {
    let label = |code: &str| ClassificationStage::from_code(code).map_or_else(String::new, |stage| stage.label().to_owned());
    rows::page::<Classification>(tables, query, label, |found| {
        let state = &found.state;
        let sheet = &state.worksheet;
        let number = state.decree.as_ref().map_or_else(String::new, |decree| decree.letter.number.clone());
        let holds = state.stage() == ClassificationStage::Decreed;
        let left = sheet.expires.filter(|_| holds).map(|expires| deadline::left(context, expires, moment.local.date()));
        let cells = vec![
            rows::short(&sheet.information),
            legal_basis(state),
            state.stage().label().to_owned(),
            number,
            sheet.expires.map_or_else(|| sheet.term.clone().unwrap_or_else(|| "–".to_owned()), words),
            sheet.unit.clone(),
        ];
        ListRow {
            tone: left.as_ref().map_or(Tone::Calm, |left| left.tone),
            left: left.map(|left| left.text),
            ..rows::row(SubjectKind::Classification, found.id, cells)
        }
    })
}
