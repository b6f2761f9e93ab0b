//! The form to sign in, which may carry along what a session that ended had sent.

use maud::{Markup, html};

use super::page::{Field, bare, token, wrong};
use crate::access::{KeptForm, Visitor};

/// What stands in the form.
#[derive(Default)]
pub(crate) struct SignIn<'a> {
    pub(crate) login: &'a str,
    /// The page that follows; empty for the first.
    pub(crate) next: &'a str,
    pub(crate) kept: Option<&'a KeptForm>,
    pub(crate) told: Option<&'a str>,
}

pub(crate) fn sign_in_form(visitor: &Visitor, SignIn { login, next, kept, told }: &SignIn<'_>) -> Markup {
    bare(
        "Masuk",
        html! {
            section.sheet.narrow {
                h1 { "Masuk" }
                @if kept.is_some() {
                    p.said { "Sesi Anda berakhir karena lama tidak dipakai, atau akun ini masuk di tempat lain. Isian Anda masih ada: masuk lagi, lalu kirim." }
                } @else {
                    p.quiet { "Pemantauan permohonan informasi publik se-kabupaten, untuk staf PPID Utama." }
                }
                (wrong(*told))
                form method="post" action="/masuk" {
                    (token(visitor))
                    input type="hidden" name="ke" value=(next);
                    @for (name, value) in kept.iter().flat_map(|kept| kept.to_carry()) { input type="hidden" name=(name) value=(value); }
                    (Field::new("login", "Nama pengguna").value(login).line("text", "username"))
                    (Field::new("sandi", "Kata sandi").line("password", "current-password"))
                    (Field::new("kode", "Kode masuk dari ponsel")
                        .help("Hanya bila akun Anda memakainya: enam angka dari aplikasi pengesah, atau satu kode cadangan dari kertas.")
                        .line("text", "one-time-code"))
                    button { "Masuk" }
                }
                p.quiet { "Lupa kata sandi? Minta admin PPID Utama membuatkan yang baru." }
            }
        },
    )
}
