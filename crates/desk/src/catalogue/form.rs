//! The form of an item of the catalogue.

use crate::catalogue::headings::heading_box;
use crate::context::Context;
use crate::forms::form::{choice, date, long_text, section, text};
use crate::views::action::ActionForm;
use crate::views::choices;
use loket_domain::dip::{DipCategory, DipItemInput};

pub(crate) fn dip_form(context: &Context<'_>, input: DipItemInput) -> ActionForm {
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
        text("media", "Jenis media yang memuat informasi", input.media)
            .help("Misalnya laman, papan pengumuman, media sosial; kolom terakhir DIP."),
        text("link", "Tautan", input.link).help("Bila dapat dibaca daring."),
        date("published_on", "Terakhir dimutakhirkan", input.published_on)
            .help("Informasi berkala diingatkan 6 bulan sesudahnya."),
    ]);
    ActionForm::new("Informasi dalam DIP", "Simpan", vec![section("", fields)])
}
