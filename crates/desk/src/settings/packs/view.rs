//! Packs in a list, and one of them whole.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::step::step;
use crate::settings::packs;
use crate::settings::packs::effect::NOTHING;
use crate::settings::packs::{KnownPack, PackStanding, effect, plan, told_differences};
use crate::store::enrolment;
use crate::sync::state::State;
use crate::views::deadline::Tone;
use crate::views::difference::PieceChange;
use crate::views::facts;
use crate::views::parts::FactGroup;
use crate::views::record::RecordView;
use crate::views::rows::{ListPage, ListRow};
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::rows::{columns, row};
use crate::words::sections;
use loket_domain::authority::Duty;
use loket_domain::indonesian::date as words;
use loket_domain::pack::PackContent;
use loket_domain::problem::Refused;
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
    }
}

pub(crate) fn pack_list(tables: &Connection, context: &Context<'_>) -> Result<ListPage, DeskError> {
    let packs = packs::packs(tables, context)?;
    let rows: Vec<ListRow> = packs
        .iter()
        .map(|known| {
            let pack = known.pack();
            let cells = vec![
                known.name(),
                pack.title.clone(),
                pack.basis.clone(),
                words(pack.published_on),
                standing_words(&known.standing),
            ];
            let tone = if known.standing == PackStanding::Waiting { Tone::Near } else { Tone::Calm };
            ListRow { tone, ..row(SubjectKind::Pack, known.id, cells) }
        })
        .collect();
    let connected = enrolment::enrolment(tables)?.map(|_| ());
    let may = connected.ok_or(Refused::NotNow("Sambungkan dahulu meja ini ke PPID Utama.")).and(context.may(Duty::Administer));
    Ok(ListPage {
        subject: SubjectRef::new(SubjectKind::Pack, ""),
        columns: columns([
            ("name", "Paket"),
            ("title", "Judul"),
            ("basis", "Dasar"),
            ("published", "Diterbitkan"),
            ("standing", "Keadaan"),
        ]),
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        rows,
        filters: vec![],
        next: vec![step("read_pack", "Baca berkas…", false, may)],
        intro: "Kalender, naskah surat, dan kategori DIP dari PPID Utama. Sebuah paket baru berlaku setelah diterapkan di \
                kantor ini; ketentuan kantor sendiri selalu didahulukan."
            .to_owned(),
    })
}

pub(crate) fn pack_record(tables: &Connection, context: &Context<'_>, sync: &State, id: &str) -> Result<RecordView, DeskError> {
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
        next: plan::pack_steps(context, &known),
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
