//! Lists as tables.

use maud::{Markup, html};

/// The way to the other pages of a list.
pub(crate) fn pager(number: usize, pages: usize, link: impl Fn(usize) -> String) -> Markup {
    html! {
        @if pages > 1 {
            nav.pager aria-label="Halaman daftar" {
                @if number > 1 { a href=(link(number - 1)) { "← Sebelumnya" } }
                span { "Halaman " (number) " dari " (pages) }
                @if number < pages { a href=(link(number + 1)) { "Berikutnya →" } }
            }
        }
    }
}
