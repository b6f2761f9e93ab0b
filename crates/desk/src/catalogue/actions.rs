//! The catalogue of public information.

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::form::{choice, date, long_text, read, section, text, typed};
use crate::forms::step::{done, nothing, step, unknown};
use crate::journal::Journal;
use crate::kernel::moment::Moment;
use crate::kernel::random::new_uuid;
use crate::store::matters;

use crate::views::action::{ActionForm, Done, Filled, FormField};
use crate::views::step::NextStep;
use crate::views::subject::SubjectKind;
use crate::views::{Choice, choices};
use loket_domain::authority::Duty;
use loket_domain::change::{CatalogueChange, Change};
use loket_domain::dip::{DipCategory, DipItem, DipItemInput, Listed};
use loket_domain::ids::DipItemId;
use loket_domain::pack::Heading;
use loket_domain::problem::{Problems, Refused};
use rusqlite::Connection;

pub(crate) fn dip_steps(context: &Context<'_>, listed: &Listed) -> Vec<NextStep> {
    let may = context.office.may(context.account, Duty::Catalogue);
    let gone = listed.withdrawn.is_some().then_some(Refused::NotNow("Informasi ini sudah keluar dari daftar."));
    let mut renew = step("renew", "Mutakhirkan hari ini", false, may.clone().and(gone.clone().map_or(Ok(()), Err)));
    renew.main = listed.item.category == DipCategory::Periodic;
    vec![
        renew,
        step("list", if listed.withdrawn.is_some() { "Masukkan lagi" } else { "Ubah" }, true, may.clone()),
        step("withdraw", "Keluarkan dari daftar", true, may.and(gone.map_or(Ok(()), Err))),
    ]
}

pub(crate) fn dip_form_of(
    tables: &Connection,
    context: &Context<'_>,
    id: &str,
    action: &str,
    moment: Moment,
) -> Result<ActionForm, DeskError> {
    match action {
        "list" => {
            let input = if id.is_empty() {
                DipItemInput {
                    category: DipCategory::OnDemand.code().into(),
                    holder: context.office.profile.name(),
                    responsible: context.office.profile.name(),
                    published_on: moment.local.date().to_string(),
                    ..DipItemInput::default()
                }
            } else {
                input_of(&known_dip(tables, id)?.1)
            };
            Ok(dip_form(context, input))
        }
        "withdraw" => {
            let (_, listed) = known_dip(tables, id)?;
            let reason = long_text("reason", "Mengapa keluar dari daftar", "").needed();
            let form = ActionForm::new("Keluarkan dari DIP", "Keluarkan", vec![section("", vec![reason])]);
            Ok(form.intro(listed.item.summary))
        }
        _ => unknown(),
    }
}

pub(crate) fn act_on_dip(
    journal: &mut Journal,
    id: &str,
    action: &str,
    form: &Filled,
    moment: Moment,
) -> Result<Done, DeskError> {
    let on = moment.local.date();
    let (id, change, said) = match action {
        "list" => {
            let item = read::<DipItemInput>(form)?.check(on)?;
            check_heading(&journal.context(), &item)?;
            let id = if id.is_empty() { new_uuid(&mut journal.dice, moment)? } else { known_dip(journal.tables(), id)?.0.0 };
            (id, Change::Catalogue(CatalogueChange::DipItemListed { item: Box::new(item) }), "Informasi disimpan dalam DIP.")
        }
        "renew" => {
            let (id, listed) = known_dip(journal.tables(), id)?;
            let item = DipItemInput { published_on: on.to_string(), ..input_of(&listed) }.check(on)?;
            (id.0, Change::Catalogue(CatalogueChange::DipItemListed { item: Box::new(item) }), "Tanggal pemutakhiran dicatat.")
        }
        "withdraw" => {
            let (id, _) = known_dip(journal.tables(), id)?;
            let mut p = Problems::default();
            let reason = p.text("reason", &typed(form, "reason"), 1_000, "Tulis mengapa informasi ini keluar dari daftar.");
            let reason = p.or(Some(reason))?;
            (id.0, Change::Catalogue(CatalogueChange::DipItemWithdrawn { on, reason }), "Informasi keluar dari DIP.")
        }
        _ => return unknown(),
    };
    journal.write_matter::<Listed>(id, Duty::Catalogue, moment, |_, _, _, _| Ok(change))?;
    Ok(done(SubjectKind::DipItem, id, said))
}

pub(crate) fn known_dip(tables: &Connection, id: &str) -> Result<(DipItemId, Listed), DeskError> {
    let id: DipItemId = id.parse().map_err(nothing)?;
    let listed = matters::one(tables, id.0)?.ok_or(Refused::Unknown)?;
    Ok((id, listed))
}

/// The form that would have been typed for an item.
pub(crate) fn input_of(listed: &Listed) -> DipItemInput {
    let item = listed.item.clone();
    DipItemInput {
        summary: item.summary,
        category: item.category.code().into(),
        heading: item.heading.unwrap_or_default(),
        holder: item.holder,
        responsible: item.responsible,
        made: item.made,
        format: item.format,
        retention: item.retention,
        link: item.link.unwrap_or_default(),
        published_on: item.published_on.map(|on| on.to_string()).unwrap_or_default(),
    }
}

fn dip_form(context: &Context<'_>, input: DipItemInput) -> ActionForm {
    let mut fields = vec![
        long_text("summary", "Ringkasan isi informasi", input.summary).needed(),
        choice("category", "Kategori", choices!(DipCategory), input.category).needed(),
    ];
    fields.extend(heading_box(context, input.heading));
    fields.extend([
        text("holder", "Pejabat/unit yang menguasai", input.holder).needed(),
        text("responsible", "Penanggung jawab pembuatan/penerbitan", input.responsible).needed(),
        text("made", "Waktu dan tempat pembuatan", input.made).needed(),
        text("format", "Format/bentuk yang tersedia", input.format).needed(),
        text("retention", "Jangka waktu penyimpanan", input.retention).needed(),
        text("link", "Tautan", input.link).help("Bila dapat dibaca daring."),
        date("published_on", "Terakhir dimutakhirkan", input.published_on)
            .help("Informasi berkala diingatkan 6 bulan sesudahnya."),
    ]);
    ActionForm::new("Informasi dalam DIP", "Simpan", vec![section("", fields)])
}

/// The categories of PPID Utama; none is asked for while no pack sets any.
fn heading_box(context: &Context<'_>, chosen: String) -> Option<FormField> {
    let label = |heading: &Heading| format!("{} ({})", heading.name, heading.category.label());
    let choice_of = |heading: &Heading| Choice { code: heading.code.clone(), label: label(heading) };
    let mut choices: Vec<Choice> = context.office.packs.headings().iter().map(choice_of).collect();
    // One that was retired stays where it stands until another is chosen.
    let retired = context.office.packs.heading(&chosen).filter(|_| choices.iter().all(|choice| choice.code != chosen));
    choices.extend(retired.map(choice_of));
    (!choices.is_empty()).then(|| {
        choices.insert(0, Choice { code: String::new(), label: "Tanpa kategori".to_owned() });
        choice("heading", "Kategori PPID Utama", choices, chosen)
    })
}

/// The category of PPID Utama must be one of those under the category of the law.
pub(crate) fn check_heading(context: &Context<'_>, item: &DipItem) -> Result<(), Refused> {
    let Some(code) = &item.heading else { return Ok(()) };
    let mut p = Problems::default();
    match context.office.packs.heading(code) {
        None => p.add("heading", "Kategori PPID Utama ini tidak dikenal di kantor ini; pilih yang lain atau kosongkan."),
        Some(heading) if heading.category != item.category => {
            p.add("heading", format!("“{}” termasuk kategori {}; samakan keduanya.", heading.name, heading.category.label()));
        }
        Some(_) => {}
    }
    p.or(Some(()))
}

/// The name of the category of PPID Utama under which an item stands.
pub(crate) fn heading_name(context: &Context<'_>, item: &DipItem) -> Option<String> {
    let code = item.heading.as_deref()?;
    Some(context.office.packs.heading(code).map_or_else(|| code.to_owned(), |heading| heading.name.clone()))
}

/// The category of an item: that of the law, and that of PPID Utama below it.
pub(crate) fn category_of(context: &Context<'_>, item: &DipItem) -> String {
    let category = item.category.label();
    heading_name(context, item).map_or_else(|| category.to_owned(), |heading| format!("{category}: {heading}"))
}
