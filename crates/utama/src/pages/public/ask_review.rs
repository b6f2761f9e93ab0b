//! What will be sent, and what is public already: looked at before it is sent.

use loket_domain::request::Registration;
use maud::{Markup, html};
use std::collections::BTreeMap;
use uuid::Uuid;

use super::ask_form::here;
use super::catalogue::{brief, item};
use super::offices::PublicOffice;
use super::typed::{STEP_BOX, TypedBoxes, sealed};
use crate::accounts::Reach;
use crate::fault::StoreFault;
use crate::matters::MatterNarrowing;
use crate::projection::MatterKind;
use crate::state::Shared;
use crate::store::Page;

/// Words that are looked for, the longest of those that were typed.
const WORDS: usize = 6;
/// Shorter words stand in everything.
const SHORTEST: usize = 4;
/// Items that one word finds at most.
const FOUND: Page = Page { skip: 0, take: 30 };
/// Items that are shown.
const SHOWN: usize = 5;

/// An item of the catalogue that may be what is asked for.
pub(super) struct Matching {
    id: Uuid,
    summary: String,
}

/// The words of a question that tell most of it.
fn telling_words(information: &str) -> Vec<String> {
    let words = information.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    let mut words: Vec<_> = words.filter(|word| word.chars().count() >= SHORTEST).take(200).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    let mut told = Vec::new();
    for word in words {
        if told.len() < WORDS && !told.contains(&word) {
            told.push(word);
        }
    }
    told
}

/// What the office published that holds most of the words that were typed.
pub(super) async fn matching(shared: &Shared, office: &PublicOffice, information: &str) -> Result<Vec<Matching>, StoreFault> {
    let only = Reach::Only([office.code.clone()].into());
    let mut found = BTreeMap::<Uuid, (usize, String)>::new();
    for word in telling_words(information) {
        let seeking = MatterNarrowing::standing(MatterKind::Item).seeking(&word);
        for (_, row) in shared.store.matters(&only, &seeking, FOUND).await? {
            if let Some(known) = item(&row.content) {
                found.entry(row.subject).or_insert_with(|| (0, brief(&known.item.summary))).0 += 1;
            }
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (hits, _))| std::cmp::Reverse(*hits));
    Ok(found.into_iter().take(SHOWN).map(|(id, (_, summary))| Matching { id, summary }).collect())
}

/// The page before it is sent.
pub(super) fn review(
    office: &PublicOffice,
    asked: &Registration,
    typed: &TypedBoxes,
    matching: &[Matching],
    seal: &str,
) -> Markup {
    html! {
        h1 { "Periksa, lalu kirim" }
        @if !matching.is_empty() {
            h2 { "Mungkin sudah tersedia" }
            p { "Informasi ini sudah diumumkan kantor dan dapat langsung dilihat. Bila itu yang Anda cari, permohonan tidak perlu dikirim." }
            ul.list {
                @for found in matching {
                    li { a href={ "/publik/kantor/" (office.code) "/informasi/" (found.id) } target="_blank" rel="noreferrer" { (found.summary) } }
                }
            }
        }
        h2 { "Yang akan dikirim ke " (office.name) }
        (said(asked))
        form method="post" action=(here(office)) {
            (sealed(seal))
            (typed.carried())
            p {
                button name=(STEP_BOX) value="kirim" { "Kirim permohonan" }
                " "
                button.quieter name=(STEP_BOX) value="ubah" { "Ubah isian" }
            }
        }
    }
}

/// Everything the form says.
fn said(asked: &Registration) -> Markup {
    let who = &asked.applicant;
    let identity = if who.identity_number.is_empty() {
        who.identity_label().to_owned()
    } else {
        format!("{} {}", who.identity_label(), who.identity_number)
    };
    let members = who.members.iter().map(|member| match &member.nik {
        Some(nik) => format!("{}; {nik}", member.name),
        None => member.name.clone(),
    });
    let members = members.collect::<Vec<_>>().join("\n");
    let way = [Some(asked.access_mode.label()), asked.copy_format.map(|format| format.label()), asked.delivery_label()];
    let mut lines = vec![
        ("Informasi yang dibutuhkan", asked.information.clone()),
        ("Tujuan penggunaan", asked.purpose.clone()),
        ("Pemohon", format!("{} ({})", who.name, who.category.label())),
        ("Identitas", identity),
        ("Alamat", who.address.clone()),
        ("Anggota", members),
        ("Telepon", who.phone.clone().unwrap_or_default()),
        ("E-mail", who.email.clone().unwrap_or_default()),
        ("Pekerjaan", who.occupation.clone().unwrap_or_default()),
    ];
    if let Some(by) = &who.representative {
        let phone = by.phone.as_ref().map(|phone| format!(", {phone}")).unwrap_or_default();
        lines.push(("Diwakili", format!("{} ({}), {}{phone}", by.name, by.acting_as.label(), by.address)));
    }
    lines.push(("Cara memperoleh", way.into_iter().flatten().collect::<Vec<_>>().join(", ")));
    html! {
        dl.facts {
            @for (label, value) in lines.iter().filter(|(_, value)| !value.is_empty()) {
                div { dt { (label) } dd.typed { (value) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_are_looked_for_each_once() {
        assert_eq!(telling_words("Salinan APBD kecamatan, APBD 2026 & di ke"), ["kecamatan", "salinan", "apbd", "2026"]);
        assert!(telling_words("").is_empty() && telling_words(&"kata-lain ".repeat(10_000)).len() == 2);
    }
}
