//! The official form of a request, as one fills it in on a telephone.

use loket_domain::request::{
    AccessMode, ActingAs, Carrier, Category, CopyFormat, DeliveryMode, Document, ForeignPaper, IdentityKind, RequestDraft,
};
use maud::{Markup, html};

use chrono::NaiveDateTime;

use super::offices::PublicOffice;
use super::typed::{STEP_BOX, TypedBoxes, Wrongs, sealed, tick, typed_field};

/// Which privacy notice people agree to; it is written down with each request. Another text is another version.
const NOTICE_VERSION: &str = "versi 1, 30 November 2026";
/// The box by which one agrees.
pub(super) const AGREED_BOX: &str = "setuju";

/// Where requests to this office are written.
pub(super) fn here(office: &PublicOffice) -> String {
    format!("/publik/kantor/{}/ajukan", office.code)
}

/// Who asks, as the form was opened; one person where nothing was chosen.
pub(super) fn category(typed: &TypedBoxes) -> Category {
    Category::from_code(typed.get("category")).unwrap_or(Category::Individual)
}

/// The form as the law reads it, received at this moment.
pub(super) fn draft(typed: &TypedBoxes, at: NaiveDateTime) -> RequestDraft {
    let text = |name: &str| typed.get(name).to_owned();
    RequestDraft {
        form_number: String::new(),
        channel: "web".to_owned(),
        received_date: at.date().to_string(),
        received_time: at.format("%H.%M").to_string(),
        category: category(typed).code().to_owned(),
        name: text("name"),
        identity_kind: text("identity_kind"),
        identity_number: text("identity_number"),
        address: text("address"),
        occupation: text("occupation"),
        phone: text("phone"),
        email: text("email"),
        represented: typed.get("represented") == "ya",
        representative_as: text("representative_as"),
        representative_name: text("representative_name"),
        representative_address: text("representative_address"),
        representative_phone: text("representative_phone"),
        members: typed.get("members").lines().map(str::to_owned).collect(),
        information: text("information"),
        purpose: text("purpose"),
        access_mode: text("access_mode"),
        copy_format: text("copy_format"),
        delivery_mode: text("delivery_mode"),
        // What is shown is shown to a person: the counter looks at it.
        documents: vec![],
        read_back: false,
        assistance: String::new(),
        notes: format!("Diajukan sendiri melalui laman. Pemberitahuan pelindungan data pribadi {NOTICE_VERSION} disetujui."),
    }
}

/// What identifies each category, the usual first.
fn identities(category: Category) -> Vec<(String, String)> {
    let known = |kind: IdentityKind| (kind.code().to_owned(), kind.label().to_owned());
    let foreign = |paper: ForeignPaper| (paper.code().to_owned(), paper.label().to_owned());
    let not_shown = known(IdentityKind::NotShown);
    match category {
        Category::Individual => vec![
            known(IdentityKind::Nik),
            known(IdentityKind::DrivingLicence),
            known(IdentityKind::Passport),
            foreign(ForeignPaper::StayPermit),
            not_shown,
        ],
        Category::Group => vec![known(IdentityKind::Nik), not_shown],
        Category::LegalEntity => vec![known(IdentityKind::LegalEntityDecree), foreign(ForeignPaper::ForeignEntity), not_shown],
    }
}

/// What each box of names is called.
fn called(category: Category) -> (&'static str, &'static str) {
    match category {
        Category::Individual => ("Nama lengkap", "Alamat"),
        Category::Group => ("Nama kelompok, atau wakilnya", "Alamat surat kelompok"),
        Category::LegalEntity => ("Nama badan hukum", "Alamat badan hukum"),
    }
}

/// The form, with what was typed; `told` is what else keeps it from being sent.
pub(super) fn form(office: &PublicOffice, typed: &TypedBoxes, wrongs: &Wrongs, told: Option<&str>, seal: &str) -> Markup {
    let category = category(typed);
    let (name, address) = called(category);
    html! {
        h1 { "Ajukan permohonan" }
        p { "Kepada " a href={ "/publik/kantor/" (office.code) } { (office.name) } ". Tidak dipungut biaya; Anda langsung mendapat nomor dan tanda bukti." }
        @if let Some(told) = told { p.said role="alert" { (told) } }
        (wrongs.summary())
        form method="post" action=(here(office)) novalidate {
            // What Enter in a box presses: the first button of a form.
            button.trap name=(STEP_BOX) value="periksa" tabindex="-1" aria-hidden="true" { "Periksa" }
            (sealed(seal))
            input type="hidden" name="category" value=(category.code());
            p.next role="group" aria-label="Siapa yang meminta" {
                @for other in Category::ALL {
                    @let chosen = *other == category;
                    button.quieter[!chosen] name=(STEP_BOX) value=(other.code()) aria-pressed=(chosen) { (other.label()) }
                }
            }
            h2 { "Yang diminta" }
            (typed_field("information", "Informasi yang dibutuhkan", typed, wrongs).help("Sebut dokumen, tahun dan tempatnya sejelas mungkin. Jangan menulis data pribadi orang lain.").text())
            (typed_field("purpose", "Tujuan penggunaan", typed, wrongs).help("Misalnya: bahan musyawarah desa.").longest(2000).line("text", "off"))
            h2 { "Pemohon" }
            (typed_field("name", name, typed, wrongs).longest(200).line("text", "name"))
            (typed_field("identity_kind", "Identitas", typed, wrongs).help(needed(category)).choice(identities(category)))
            (typed_field("identity_number", "Nomor identitas", typed, wrongs).help(numbered(category)).longest(100).line("text", "off"))
            (typed_field("address", address, typed, wrongs).longest(500).line("text", "street-address"))
            @if category == Category::Group {
                (typed_field("members", "Anggota kelompok", typed, wrongs).help("Satu orang satu baris: nama; NIK. NIK boleh menyusul.").text())
            }
            (typed_field("phone", "Telepon atau WhatsApp", typed, wrongs).help("Boleh kosong; tanpa kontak, jawabannya dikirim ke alamat atau menunggu diambil.").longest(100).line("tel", "tel"))
            (typed_field("email", "E-mail", typed, wrongs).help("Boleh kosong.").longest(200).line("email", "email"))
            (typed_field("occupation", "Pekerjaan", typed, wrongs).help("Boleh kosong.").longest(100).line("text", "off"))
            (represented(typed, wrongs))
            h2 { "Cara memperoleh" }
            (typed_field("access_mode", "Saya ingin", typed, wrongs).choice(choices(AccessMode::ALL, AccessMode::code, AccessMode::label)))
            p.quiet { "Bila ingin salinan:" }
            (typed_field("copy_format", "Bentuk salinan", typed, wrongs).choice(choices(CopyFormat::ALL, CopyFormat::code, CopyFormat::label)))
            (typed_field("delivery_mode", "Salinan disampaikan lewat", typed, wrongs).choice(deliveries()))
            h2 { "Data pribadi Anda" }
            (notice(office))
            (tick(AGREED_BOX, "ya", "Saya sudah membaca dan menyetujui pemakaian data ini.", typed.get(AGREED_BOX) == "ya", wrongs))
            button name=(STEP_BOX) value="periksa" { "Periksa sebelum dikirim" }
        }
    }
}

/// What of the papers the office will ask for.
fn needed(category: Category) -> &'static str {
    match category {
        Category::Individual => "Kantor memeriksa KTP, SIM atau paspor Anda; bawa atau kirim salinannya setelah mengajukan.",
        Category::Group => "Kantor meminta identitas semua anggota dan surat kuasa kelompok kepada wakilnya.",
        Category::LegalEntity => "Kantor meminta salinan pengesahan, anggaran dasar dan surat kuasa pimpinan.",
    }
}

/// What its number looks like.
fn numbered(category: Category) -> &'static str {
    match category {
        Category::Individual | Category::Group => "NIK 16 angka. Kosongkan hanya bila di atas dipilih Belum ditunjukkan.",
        Category::LegalEntity => "Nomor surat keputusannya. Kosongkan hanya bila di atas dipilih Belum ditunjukkan.",
    }
}

fn choices<T: Copy>(all: &[T], code: fn(T) -> &'static str, label: fn(T) -> &'static str) -> Vec<(String, String)> {
    all.iter().map(|one| (code(*one).to_owned(), label(*one).to_owned())).collect()
}

fn deliveries() -> Vec<(String, String)> {
    let known = choices(DeliveryMode::ALL, DeliveryMode::code, DeliveryMode::label);
    let finer = choices(&[Carrier::WhatsApp], Carrier::code, Carrier::label);
    known.into_iter().chain(finer).collect()
}

fn represented(typed: &TypedBoxes, wrongs: &Wrongs) -> Markup {
    let boxes = ["represented", "representative_name", "representative_address", "representative_phone", "representative_as"];
    let open = typed.get("represented") == "ya" || boxes.iter().any(|name| wrongs.at(name).is_some());
    html! {
        details open[open] {
            summary { "Saya mengajukan untuk orang lain" }
            (tick("represented", "ya", "Ya: pemohon di atas diwakili oleh yang di bawah ini.", typed.get("represented") == "ya", wrongs))
            (typed_field("representative_as", "Bertindak sebagai", typed, wrongs).help("Orang tua atau wali bagi yang belum dewasa; kuasa dengan surat kuasa khusus.").choice(choices(ActingAs::ALL, ActingAs::code, ActingAs::label)))
            (typed_field("representative_name", "Nama yang mewakili", typed, wrongs).longest(200).line("text", "off"))
            (typed_field("representative_address", "Alamatnya", typed, wrongs).longest(500).line("text", "off"))
            (typed_field("representative_phone", "Teleponnya", typed, wrongs).help("Boleh kosong.").longest(100).line("tel", "off"))
        }
    }
}

/// What happens with what one says about oneself (UU 27/2022).
fn notice(office: &PublicOffice) -> Markup {
    html! {
        p {
            "Nama, identitas, alamat dan kontak Anda dipakai " (office.name) " dan PPID Utama untuk memeriksa, menjawab dan menyampaikan permohonan ini (UU 14/2008), dan disimpan selama arsipnya wajib disimpan. Data itu tidak tampil di halaman publik dan tidak diberikan kepada pihak lain, kecuali Komisi Informasi atau pengadilan bila ada sengketa. Anda berhak meminta salinan dan pembetulannya kepada kantor ini (UU 27/2022)."
        }
        p.quiet { "Pemberitahuan " (NOTICE_VERSION) "." }
    }
}

/// The papers that are asked of this applicant, in words.
pub(super) fn asked_papers(category: Category, mandated: bool) -> Vec<&'static str> {
    let asked = Document::ALL.iter().filter(|document| document.is_asked_of(category, mandated));
    asked.map(|document| document.label()).collect()
}
