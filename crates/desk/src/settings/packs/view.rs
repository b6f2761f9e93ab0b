//! Packs in a list, and one of them whole.

use crate::context::Context;
use crate::error::DeskError;
use crate::settings::packs;
use crate::settings::packs::effect::NOTHING;
use crate::settings::packs::plan::Connected;
use crate::settings::packs::{KnownPack, PackStanding, effect, plan, told_differences};
use crate::views::deadline::Tone;
use crate::views::difference::PieceChange;
use crate::views::facts;
use crate::views::parts::FactGroup;
use crate::views::record::RecordView;
use crate::views::rows::ListRow;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use crate::words::rows::{ListOf, ListRows, columns, row};
use crate::words::sections;
use loket_domain::indonesian::date as words;
use loket_domain::pack::PackContent;
use loket_journal::Matter;
use rusqlite::Connection;

fn standing_words(standing: &PackStanding) -> String {
    match standing {
        PackStanding::InForce => "Berlaku".to_owned(),
        PackStanding::Waiting => "Menunggu diterapkan".to_owned(),
        PackStanding::TakenBack => "Dikembalikan kantor".to_owned(),
        PackStanding::Replaced(version) => format!("Digantikan versi {version}"),
        PackStanding::Unusable(_) => "Tidak dapat dipakai".to_owned(),
    }
}

fn size(content: &PackContent) -> String {
    match content {
        PackContent::Calendar { days, .. } => format!("{} hari libur dan cuti bersama", days.len()),
        PackContent::Wording { texts } => format!("{} naskah", texts.len()),
        PackContent::Categories { headings } => format!("{} kategori", headings.len()),
        PackContent::Directory { offices } => format!("{} kantor", offices.len()),
    }
}

pub(crate) const PACKS: ListOf = ListOf {
    of: SubjectKind::Pack,
    columns: || {
        columns([
            ("name", "Paket"),
            ("title", "Judul"),
            ("basis", "Dasar"),
            ("published", "Diterbitkan"),
            ("standing", "Keadaan"),
        ])
    },
    intro: "Kalender, naskah surat, kategori DIP, dan direktori kantor dari PPID Utama. Selain direktori, sebuah paket baru berlaku setelah diterapkan di \
            kantor ini; ketentuan kantor sendiri selalu didahulukan.",
    next: |tables, context, moment| Ok(plan::NEW_PACK.next(context, &Connected::of(tables)?, moment)),
    rows: |tables, context, _, _| pack_rows(tables, context),
};

fn pack_rows(tables: &Connection, context: &Context<'_>) -> Result<ListRows, DeskError> {
    let packs = packs::packs(tables, context)?;
    let rows = packs.iter().map(|known| {
        let pack = known.pack();
        let cells =
            vec![known.name(), pack.title.clone(), pack.basis.clone(), words(pack.published_on), standing_words(&known.standing)];
        let tone = if known.standing == PackStanding::Waiting { Tone::Near } else { Tone::Calm };
        ListRow { tone, ..row(SubjectKind::Pack, known.id, cells) }
    });
    Ok(ListRows::all(rows))
}

pub(crate) fn pack_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let Look { tables, context, sync, moment } = *look;
    let known = packs::known_pack(tables, context, id)?;
    let pack = known.pack();
    let group = |title: &str, facts| FactGroup { title: title.to_owned(), facts, text: None };
    let mut groups = vec![group(
        "Paket",
        facts([
            ("Judul", Some(pack.title.clone())),
            ("Dasar", Some(pack.basis.clone())),
            ("Diterbitkan", Some(words(pack.published_on))),
            ("Memuat", Some(size(&pack.content))),
        ]),
    )];
    groups.extend(difference_groups(context, &known));
    let (warning, tone) = match &known.standing {
        PackStanding::Unusable(reason) => (Some(reason.clone()), Tone::Overdue),
        PackStanding::Replaced(version) => {
            (Some(format!("Paket ini lebih lama daripada versi {version} yang sudah berlaku.")), Tone::Calm)
        }
        PackStanding::Waiting => (None, Tone::Near),
        _ => (None, Tone::Calm),
    };
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::Pack, known.id),
        title: known.name(),
        subtitle: "Paket dari PPID Utama".to_owned(),
        status: standing_words(&known.standing),
        tone,
        groups,
        deadlines: vec![],
        warning,
        next: plan::PACK.next(context, &known, moment),
        timeline: sections::story_of(tables, context, sync, Matter::Pack, known.id)?,
        papers: vec![],
        linked: vec![],
    })
}

/// For one in force what it brought, for any other what it would change now.
fn difference_groups(context: &Context<'_>, known: &KnownPack) -> Vec<FactGroup> {
    let pack = known.pack();
    let (title, before) = match known.standing {
        PackStanding::InForce => ("Yang diubah paket ini", context.office.packs.content_before(pack.line(), context.shipped)),
        _ => ("Perbedaan dengan yang berlaku sekarang", packs::content_in_force(context, pack)),
    };
    let pieces = told_differences(before, pack.content.clone()).into_iter().map(effect::piece);
    if let PackContent::Wording { .. } = pack.content {
        let texts = |piece: PieceChange| {
            let text =
                |when: &str, text| FactGroup { title: format!("{} ({when})", piece.what), facts: vec![], text: Some(text) };
            [text("semula", piece.before), text("menjadi", piece.after)]
        };
        return pieces.flat_map(texts).collect();
    }
    let fact = |piece: PieceChange| {
        let value = match (piece.before.as_str(), piece.after.as_str()) {
            (NOTHING, after) => format!("Ditambahkan: {after}"),
            (before, NOTHING) => format!("Dihapus: {before}"),
            (before, after) => format!("Dari {before} menjadi {after}"),
        };
        crate::views::Fact { label: piece.what, value }
    };
    let facts: Vec<_> = pieces.map(fact).collect();
    let text = facts.is_empty().then(|| "Tidak ada yang berbeda.".to_owned());
    vec![FactGroup { title: title.to_owned(), facts, text }]
}
