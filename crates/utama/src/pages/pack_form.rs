//! Publishing a pack: what it says is typed, what it changes is shown, and only then is it signed.

use axum::extract::{Extension, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::Datelike;
use loket_domain::pack::{Difference, PackContent, PackFault, PackLine, PublicBody};
use loket_letters::Template;
use maud::{Markup, html};
use std::collections::{BTreeMap, HashMap};
use std::num::ParseIntError;
use std::sync::Arc;

use super::kit::answer::{Unable, note, now, unknown};
use super::kit::page::{Field, page as framed, token, wrong};
use super::kit::table::{Table, text};
use crate::access::{Form, Visitor};
use crate::accounts::Audited;
use crate::directory::ListedOffice;
use crate::packs::lines;
use crate::publishing::{PackOrder, PublishFault, content};
use crate::state::Shared;

/// What a form publishes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Calendar,
    Wording,
    Categories,
    Directory,
}

impl Kind {
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "kalender" => Some(Self::Calendar),
            "naskah" => Some(Self::Wording),
            "kategori" => Some(Self::Categories),
            "direktori" => Some(Self::Directory),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Calendar => "kalender",
            Self::Wording => "naskah",
            Self::Categories => "kategori",
            Self::Directory => "direktori",
        }
    }

    fn line(self, year: i32) -> PackLine {
        match self {
            Self::Calendar => PackLine::Calendar(year),
            Self::Wording => PackLine::Wording,
            Self::Categories => PackLine::Categories,
            Self::Directory => PackLine::Directory,
        }
    }
}

/// What stands in the boxes, by name.
type Boxes = Vec<(&'static str, String)>;

/// The boxes of a content.
fn boxes_of(content: PackContent) -> Boxes {
    match content {
        PackContent::Calendar { year, days } => vec![("tahun", year.to_string()), ("isi", lines::of_days(&days))],
        PackContent::Categories { headings } => vec![("isi", lines::of_headings(&headings))],
        PackContent::Directory { offices } => vec![("isi", lines::of_offices(&offices))],
        PackContent::Wording { texts } => {
            let text = |template: &Template| texts.get(template.code()).map_or(template.original(), String::as_str);
            Template::ALL.iter().map(|template| (template.code(), text(template).to_owned())).collect()
        }
    }
}

/// The boxes as they were sent.
fn boxes_sent(kind: Kind, form: &Form) -> Boxes {
    let names: Vec<&'static str> = match kind {
        Kind::Calendar => vec!["tahun", "isi"],
        Kind::Categories | Kind::Directory => vec!["isi"],
        Kind::Wording => Template::ALL.iter().map(|template| template.code()).collect(),
    };
    let named = |name: &'static str| (name, form.get(name).to_owned());
    names.into_iter().chain(["title", "basis"]).map(named).collect()
}

/// Whatever stands in the box, it must be a year.
fn no_year(_: ParseIntError) -> PackFault {
    PackFault::Wrong("Isi tahun kalender, misalnya 2027.".to_owned())
}

/// The content that the boxes say.
fn content_sent(kind: Kind, form: &Form) -> Result<PackContent, PackFault> {
    match kind {
        Kind::Calendar => {
            let year = form.get("tahun").trim().parse();
            let year = year.map_err(no_year)?;
            Ok(PackContent::Calendar { year, days: lines::days(form.get("isi"))? })
        }
        Kind::Categories => Ok(PackContent::Categories { headings: lines::headings(form.get("isi"))? }),
        Kind::Directory => Ok(PackContent::Directory { offices: lines::offices(form.get("isi"))? }),
        Kind::Wording => {
            // Browsers send lines with two characters at their end. An empty box, as the original in it, leaves the original.
            let text = |template: &Template| form.get(template.code()).replace("\r\n", "\n").trim().to_owned();
            let changed = |(template, text): &(&Template, String)| !text.is_empty() && text != template.original();
            let texts = Template::ALL.iter().map(|template| (template, text(template))).filter(changed);
            let texts: BTreeMap<String, String> = texts.map(|(template, text)| (template.code().to_owned(), text)).collect();
            Ok(PackContent::Wording { texts })
        }
    }
}

pub(super) async fn page(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Path(kind): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Unable> {
    let Some(kind) = Kind::from_code(&kind) else { return Ok(unknown(&visitor)) };
    let this_year = now(&shared).civil.year();
    let year = query.get("tahun").and_then(|year| year.parse().ok()).unwrap_or(this_year);
    let line = kind.line(year);
    let mut boxes = boxes_of(match kind {
        Kind::Directory => directory_now(&shared).await?,
        Kind::Calendar | Kind::Wording | Kind::Categories => content(&shared.store.packs().await?, line, &shared.calendar),
    });
    boxes.push(("title", line.label()));
    Ok(framed(&visitor, "/paket", "Paket baru", form_page(&visitor, kind, &boxes, None)).into_response())
}

/// The offices that are listed now and have a name, without those that are retired.
async fn directory_now(shared: &Shared) -> Result<PackContent, Unable> {
    let mut listed = shared.store.listed().await?;
    listed.retain(|office| office.retired.is_none() && !office.name.is_empty());
    let body = |office: ListedOffice| PublicBody { code: office.code, name: office.name, kind: office.kind };
    Ok(PackContent::Directory { offices: listed.into_iter().map(body).collect() })
}

fn value<'a>(boxes: &'a Boxes, name: &str) -> &'a str {
    boxes.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

fn form_page(visitor: &Visitor, kind: Kind, boxes: &Boxes, told: Option<&str>) -> Markup {
    let value = |name: &str| value(boxes, name);
    html! {
        p { a href="/paket" { "← Paket" } }
        h1 { "Terbitkan " (match kind { Kind::Calendar => "kalender", Kind::Wording => "naskah surat", Kind::Categories => "kategori DIP", Kind::Directory => "direktori kantor" }) }
        (wrong(told))
        @if kind == Kind::Calendar {
            form method="get" {
                (Field::new("tahun", "Mulai dari kalender tahun").value(value("tahun")).line("number", "off"))
                button.quieter { "Muat" }
            }
        }
        section.sheet {
            form method="post" action={ "/paket/baru/" (kind.code()) } {
                (token(visitor))
                (Field::new("title", "Judul").value(value("title")).line("text", "off"))
                (Field::new("basis", "Dasar").help("Nomor SKB, keputusan, atau alasan; dibaca setiap kantor.").value(value("basis")).line("text", "off"))
                @match kind {
                    Kind::Calendar => {
                        input type="hidden" name="tahun" value=(value("tahun"));
                        (Field::new("isi", "Hari libur setahun penuh")
                            .help("Satu hari satu baris: tanggal; macam; nama. Boleh ditempel dari CSV atau Excel. Tambahkan ; perkiraan bila menunggu sidang isbat.")
                            .value(value("isi")).text())
                    },
                    Kind::Categories => (Field::new("isi", "Kategori")
                        .help("Satu kategori satu baris: kode; nama; Berkala, Serta merta, atau Setiap saat. Yang tidak ditulis lagi tidak dapat dipilih lagi; informasi yang sudah memakainya tetap.")
                        .value(value("isi")).text()),
                    Kind::Directory => (Field::new("isi", "Kantor")
                        .help("Diisi dari direktori sekarang. Satu kantor satu baris: kode; nama; macam. Meja langsung memakainya saat meneruskan permohonan; tidak perlu diterapkan.")
                        .value(value("isi")).text()),
                    Kind::Wording => {
                        @for template in Template::ALL {
                            (Field::new(template.code(), template.title()).help(&placeholders(*template)).value(value(template.code())).text())
                        }
                    },
                }
                button { "Lihat perbedaannya" }
            }
        }
    }
}

fn placeholders(template: Template) -> String {
    let names: Vec<String> = template.placeholders().iter().map(|name| format!("{{{name}}}")).collect();
    let known = if names.is_empty() { "tanpa isian".to_owned() } else { format!("isian {}", names.join(", ")) };
    format!("{}; {known}. Kosongkan untuk naskah asli.", template.paper())
}

/// What changes, piece by piece.
pub(super) fn difference_table(told: &[Difference]) -> Markup {
    let what = |difference: &Difference| {
        Template::from_code(&difference.what).map_or_else(|| difference.what.clone(), |template| template.title().to_owned())
    };
    html! {
        (Table::new([text("Apa"), text("Semula").class("typed"), text("Menjadi").class("typed")]).rows(told, |difference| [
            html! { (what(difference)) },
            html! { (difference.before.as_deref().unwrap_or("–")) },
            html! { (difference.after.as_deref().unwrap_or("–")) },
        ]))
    }
}

fn preview_page(visitor: &Visitor, kind: Kind, boxes: &Boxes, (version, told): &(u32, Vec<Difference>)) -> Markup {
    html! {
        h1 { (value(boxes, "title")) ", versi " (version) }
        p {
            "Beginilah paket ini mengubah yang berlaku sekarang. "
            @if kind == Kind::Directory { "Kantor memakainya begitu tersambung." }
            @else { "Kantor menerimanya saat tersambung, dan menerapkannya sesudah memeriksa batas waktu yang bergeser." }
        }
        (difference_table(told))
        section.sheet {
            form method="post" action={ "/paket/baru/" (kind.code()) } {
                (token(visitor))
                @for (name, value) in boxes { input type="hidden" name=(name) value=(value); }
                input type="hidden" name="versi" value=(version);
                p.deeds {
                    button name="langkah" value="terbitkan" { "Terbitkan versi " (version) }
                    button.quieter name="langkah" value="ubah" { "Ubah lagi" }
                }
            }
        }
    }
}

pub(super) async fn submit(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
    Path(kind): Path<String>,
) -> Result<Response, Unable> {
    let (Some(kind), Some(account)) = (Kind::from_code(&kind), &visitor.account) else { return Ok(unknown(&visitor)) };
    let boxes = boxes_sent(kind, &form);
    if form.get("langkah") == "ubah" {
        return Ok(framed(&visitor, "/paket", "Paket baru", form_page(&visitor, kind, &boxes, None)).into_response());
    }
    match step(&shared, &account.login, kind, &form).await {
        Ok(Step::Shown(told)) => {
            Ok(framed(&visitor, "/paket", "Periksa perbedaan", preview_page(&visitor, kind, &boxes, &told)).into_response())
        }
        Ok(Step::Published(line, version)) => {
            let about = format!("{} versi {version}", line.label());
            note(&shared, &visitor, Audited::PackPublished, None, Some(about)).await?;
            Ok(Redirect::to(&format!("/paket/{line}")).into_response())
        }
        Err(PublishFault::Store(fault)) => Err(fault.into()),
        Err(fault) => {
            let page = form_page(&visitor, kind, &boxes, Some(&fault.to_string()));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, framed(&visitor, "/paket", "Paket baru", page)).into_response())
        }
    }
}

/// What came of a form.
enum Step {
    Shown((u32, Vec<Difference>)),
    Published(PackLine, u32),
}

async fn step(shared: &Shared, login: &str, kind: Kind, form: &Form) -> Result<Step, PublishFault> {
    let text = |name: &str| form.get(name).to_owned();
    let order = PackOrder { title: text("title"), basis: text("basis"), content: content_sent(kind, form)? };
    if form.get("langkah") == "terbitkan" {
        let pack = shared.publishing().publish(login, &order, form.get("versi").parse().unwrap_or(0)).await?;
        return Ok(Step::Published(pack.line(), pack.version));
    }
    shared.publishing().preview(&order).await.map(Step::Shown)
}
