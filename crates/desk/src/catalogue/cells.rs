//! An item of the catalogue as a row of a table, and back.

use crate::catalogue::columns::{HEADING, IDENTITY, LINK, MEDIA, PUBLISHED, WIDTH};
use crate::catalogue::headings;
use crate::catalogue::table::Table;
use crate::context::Context;
use crate::store::matters::Found;
use chrono::NaiveDate;
use loket_domain::dip::{DipItem, DipItemInput, Listed};
use loket_domain::indonesian::{is_without_day, read_date};
use loket_domain::pack::Heading;
use uuid::Uuid;

/// The cells of an item, in the order of the columns.
pub(crate) fn cells_of(context: &Context<'_>, found: Found<Listed>) -> Vec<String> {
    let item = found.state.item;
    let heading = headings::heading_name(context, &item);
    vec![
        item.summary,
        item.category.label().to_owned(),
        item.holder,
        item.responsible,
        item.made,
        item.format,
        item.retention,
        item.link.unwrap_or_default(),
        item.published_on.map(|on| on.to_string()).unwrap_or_default(),
        heading.unwrap_or_default(),
        item.media.unwrap_or_default(),
        found.id.to_string(),
    ]
}

/// What the cells of a row would be on the form of an item, and the code that they carry.
pub(crate) fn input_of(context: &Context<'_>, cells: [String; WIDTH]) -> (DipItemInput, Option<Uuid>) {
    let code = cells[IDENTITY].parse().ok();
    let [summary, category, holder, responsible, made, format, retention, link, published_on, heading, media, _] = cells;
    let published_on = match read_date(&published_on) {
        Some(date) => date.to_string(),
        // No day is guessed.
        None if is_without_day(&published_on) => String::new(),
        None => published_on,
    };
    let input = DipItemInput {
        // Blanks of other kinds, and line breaks of the cell, are no difference.
        summary: one_line(&summary),
        category,
        heading: heading_code(context, &heading),
        holder: one_line(&holder),
        responsible: one_line(&responsible),
        made: one_line(&made),
        format: one_line(&format),
        retention: one_line(&retention),
        media: one_line(&media),
        link,
        published_on,
    };
    (input, code)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code of the category of PPID Utama that a cell names; what names none stays as it is, to be refused.
fn heading_code(context: &Context<'_>, typed: &str) -> String {
    let named = |heading: &&Heading| heading.name.to_lowercase() == typed.trim().to_lowercase();
    context.office.packs.known_headings().find(named).map_or_else(|| typed.trim().to_owned(), |heading| heading.code.clone())
}

/// What a table says of an item that is there: what it has no column for, and a day that it only names the year of, stay as they are.
pub(crate) fn completed(item: &DipItem, of: &DipItem, table: &Table, without_day: bool) -> DipItem {
    let mut item = item.clone();
    if !table.has(LINK) {
        item.link.clone_from(&of.link);
    }
    if !table.has(PUBLISHED) || without_day {
        item.published_on = of.published_on;
    }
    if !table.has(HEADING) && item.category == of.category {
        item.heading.clone_from(&of.heading);
    }
    if !table.has(MEDIA) {
        item.media.clone_from(&of.media);
    }
    item
}

/// Whether two items say the same; blanks between words, and a dash for nothing, are no difference.
pub(crate) fn say_the_same(one: &DipItem, other: &DipItem) -> bool {
    fn said(item: &DipItem) -> ([String; 8], Option<NaiveDate>) {
        let nothing = |text: &Option<String>| one_line(text.as_deref().filter(|text| !is_dash(text)).unwrap_or_default());
        let texts = [&item.summary, &item.holder, &item.responsible, &item.made, &item.format, &item.retention];
        let [a, b, c, d, e, f] = texts.map(|text| one_line(text));
        ([a, b, c, d, e, f, nothing(&item.link), nothing(&item.media)], item.published_on)
    }
    one.category == other.category && one.heading == other.heading && said(one) == said(other)
}

fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—")
}
