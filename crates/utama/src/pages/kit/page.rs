//! The frame of every page, and the parts that forms are made of.

use maud::{DOCTYPE, Markup, html};

use crate::access::{ONCE_BOX, TOKEN_BOX, Visitor};
use crate::accounts::Right;
use crate::secret::new_token;

/// Where what waits for PPID Utama is listed.
const INBOX: &str = "/kotak-masuk";

/// The pages one goes to from anywhere.
const PLACES: &[(&str, &str, Right)] = &[
    ("/", "Kantor", Right::Watch),
    ("/permohonan", "Permohonan", Right::Watch),
    ("/keberatan", "Keberatan", Right::Watch),
    (INBOX, "Kotak masuk", Right::ReadCases),
    ("/informasi-publik", "Informasi publik", Right::Watch),
    ("/laporan", "Survei dan laporan", Right::Watch),
    ("/berkas-meja", "Berkas dari meja", Right::ReadSticks),
    ("/paket", "Paket", Right::Watch),
    ("/direktori", "Direktori", Right::ManageDesks),
    ("/meja", "Meja", Right::ManageDesks),
    ("/akun", "Akun", Right::ManageAccounts),
    ("/catatan-akses", "Catatan akses", Right::ReadAudit),
];

/// A page for somebody who is signed in; `here` is the place it belongs to.
pub(crate) fn page(visitor: &Visitor, here: &str, title: &str, main: Markup) -> Markup {
    let account = visitor.account.as_ref();
    let places =
        PLACES.iter().filter(|(_, _, action)| account.is_some_and(|account| !account.temporary) && visitor.may(*action, None));
    framed(
        title,
        html! {
            @if let Some(account) = account {
                nav.places aria-label="Halaman utama" {
                    @for (path, name, _) in places {
                        a href=(path) aria-current=[(*path == here).then_some("page")] {
                            (name)
                            @if *path == INBOX && visitor.waiting > 0 { " " span.waiting { (visitor.waiting) } }
                        }
                    }
                }
                div.person {
                    a href="/sandi" aria-current=[(here == "/sandi").then_some("page")] {
                        (account.name) " " span.quiet { (account.role.label()) }
                    }
                    form method="post" action="/keluar" { (token(visitor)) button.plain { "Keluar" } }
                }
            }
        },
        main,
    )
}

/// A page for anybody.
pub(crate) fn bare(title: &str, main: Markup) -> Markup {
    framed(title, html! {}, main)
}

fn framed(title: &str, head: Markup, main: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="id" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – PPID Utama" }
                link rel="stylesheet" href="/monitor.css";
            }
            body {
                a.skip href="#isi" { "Langsung ke isi" }
                header { div.bar-of-page { a.brand href="/" { strong { "PPID Utama" } } (head) } }
                main #isi { (main) }
                footer { p.quiet { "PPID Utama, versi " (env!("CARGO_PKG_VERSION")) } }
            }
        }
    }
}

/// The hidden boxes that show that the form came from here, and which drawing of it this is: one that is sent twice counts once.
pub(crate) fn token(visitor: &Visitor) -> Markup {
    html! {
        input type="hidden" name=(TOKEN_BOX) value=(visitor.form_token());
        // Without chance it only counts each time it is sent.
        input type="hidden" name=(ONCE_BOX) value=(new_token().unwrap_or_default());
    }
}

/// The identity of a box on its page: apart from those of the page itself.
pub(crate) fn id(name: &str) -> String {
    format!("kotak-{name}")
}

/// What is wrong with the form that was sent, if anything.
pub(crate) fn wrong(told: Option<&str>) -> Markup {
    html! { @if let Some(told) = told { p.said.wrong role="alert" { (told) } } }
}

/// One box of a form.
pub(crate) struct Field<'a> {
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    pub(crate) help: &'a str,
    pub(crate) value: &'a str,
    /// The most letters it takes, where there is an end.
    pub(crate) most: Option<u32>,
    /// What must change in it, if anything.
    pub(crate) problem: Option<&'a str>,
}

impl<'a> Field<'a> {
    pub(crate) fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, label, help: "", value: "", most: None, problem: None }
    }

    pub(crate) fn help(self, help: &'a str) -> Self {
        Self { help, ..self }
    }

    pub(crate) fn value(self, value: &'a str) -> Self {
        Self { value, ..self }
    }

    pub(crate) fn longest(self, most: u32) -> Self {
        Self { most: Some(most), ..self }
    }

    pub(crate) fn problem(self, problem: Option<&'a str>) -> Self {
        Self { problem, ..self }
    }

    fn labelled(&self, input: Markup) -> Markup {
        html! {
            p.field {
                label for=(id(self.name)) { (self.label) }
                (input)
                @if let Some(problem) = self.problem { span.problem id={ (id(self.name)) "-masalah" } { (problem) } }
                @if !self.help.is_empty() { span.help id={ (id(self.name)) "-bantuan" } { (self.help) } }
            }
        }
    }

    fn described(&self) -> Option<String> {
        let told = [(self.problem.is_some(), "masalah"), (!self.help.is_empty(), "bantuan")];
        let told = told.into_iter().filter(|(there, _)| *there).map(|(_, part)| format!("{}-{part}", id(self.name)));
        Some(told.collect::<Vec<_>>().join(" ")).filter(|told| !told.is_empty())
    }

    fn invalid(&self) -> Option<&'static str> {
        self.problem.map(|_| "true")
    }

    /// One line; `kind` is the input's type, `fill` what a browser may fill in.
    pub(crate) fn line(&self, kind: &str, fill: &str) -> Markup {
        let (name, value) = (self.name, self.value);
        self.labelled(html! {
            input id=(id(name)) name=(name) type=(kind) value=(value) autocomplete=(fill) maxlength=[self.most] aria-describedby=[self.described()] aria-invalid=[self.invalid()];
        })
    }

    /// Several lines.
    pub(crate) fn text(&self) -> Markup {
        let (name, value) = (self.name, self.value);
        self.labelled(html! { textarea id=(id(name)) name=(name) rows="5" maxlength=[self.most] aria-describedby=[self.described()] aria-invalid=[self.invalid()] { (value) } })
    }

    /// One of several; the value is the code of the chosen one.
    pub(crate) fn choice(&self, options: impl IntoIterator<Item = (String, String)>) -> Markup {
        let name = self.name;
        self.labelled(html! {
            select id=(id(name)) name=(name) aria-describedby=[self.described()] aria-invalid=[self.invalid()] {
                @for (code, label) in options {
                    option value=(code) selected[code == self.value] { (label) }
                }
            }
        })
    }
}
