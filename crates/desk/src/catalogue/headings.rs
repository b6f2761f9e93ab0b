//! The categories of PPID Utama under which items stand, below those of the law.

use crate::context::Context;
use crate::forms::form::choice;
use crate::views::Choice;
use crate::views::action::FormField;
use loket_domain::dip::DipItem;
use loket_domain::pack::Heading;
use loket_domain::problem::{Problems, Refused};

/// The categories of PPID Utama; none is asked for while no pack sets any.
pub(crate) fn heading_box(context: &Context<'_>, chosen: String) -> Option<FormField> {
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
