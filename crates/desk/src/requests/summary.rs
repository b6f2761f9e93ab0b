//! What was asked and by whom, in facts: on the page of a request, and beside every form that goes on with it.

use loket_domain::indonesian::{date, weekday_date};
use loket_domain::request::{ActingAs, Applicant, Request};

use crate::context::Context;
use crate::error::DeskError;
use crate::forms::action::Ask;
use crate::requests::facts as about;
use crate::requests::ordered::told;
use crate::views::deadline::{Deadline, Deadlines};
use crate::views::parts::FactGroup;
use crate::views::{Fact, facts};
use crate::words::deadline;

/// What is said of an applicant without telephone and e-mail: a want, never a reason not to register (UU KIP Ps 22(2)).
const NO_CONTACT: &str = "Tanpa telepon dan e-mail: jawaban diambil di loket atau dikirim ke alamat";

/// The persons of a group, where they were listed.
fn members(applicant: &Applicant) -> Option<String> {
    let names: Vec<&str> = applicant.members.iter().map(|member| member.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("{} orang: {}", names.len(), names.join(", ")))
}

/// Who asks, and who acts.
pub(crate) fn who(who: &Applicant) -> Vec<Fact> {
    let representative = who.representative.as_ref();
    facts([
        ("Nama", Some(who.name.clone())),
        ("Kategori", Some(who.category.label().to_owned())),
        (who.identity_label(), Some(who.identity_number.clone())),
        ("Alamat", Some(who.address.clone())),
        ("Pekerjaan", who.occupation.clone()),
        ("Telepon", who.phone.clone()),
        ("E-mail", who.email.clone()),
        (
            "Kuasa pemohon",
            representative.map(|acting| match acting.acting_as {
                ActingAs::Attorney => acting.name.clone(),
                other => format!("{} ({})", acting.name, other.label()),
            }),
        ),
        ("Surat kuasa atau keterangan", representative.and_then(|acting| acting.mandate.clone())),
        ("Anggota kelompok", members(who)),
        ("Alamat kuasa", representative.map(|r| r.address.clone())),
        ("Telepon kuasa", representative.and_then(|r| r.phone.clone())),
    ])
}

/// How it was asked, but for the text itself.
pub(crate) fn asked(context: &Context<'_>, request: &Request) -> Vec<Fact> {
    let (who, ask) = (&request.applicant(), &request.registration);
    facts([
        ("Diterima", Some(context.said_at(ask.received_on.and_time(ask.received_at)))),
        ("Cara diterima", Some(ask.channel_label().to_owned())),
        ("Didaftarkan", Some(weekday_date(request.registered_on))),
        ("Berkas lengkap", request.complete_on.map(weekday_date)),
        ("Diisikan petugas", ask.read_back.then(|| "Ya, dibacakan kembali kepada pemohon".to_owned())),
        ("Bantuan disabilitas", ask.assistance.clone()),
        ("Kontak", (who.phone.is_none() && who.email.is_none()).then(|| NO_CONTACT.to_owned())),
        ("Tujuan penggunaan", Some(ask.purpose.clone())),
        ("Cara memperoleh", Some(ask.access_mode.label().to_owned())),
        ("Bentuk salinan", ask.copy_format.map(|format| format.label().to_owned())),
        ("Cara mendapatkan salinan", ask.delivery_label().map(str::to_owned)),
        ("Catatan petugas", ask.notes.clone()),
    ])
}

/// All of it in short, beside a form: whoever decides need not go back to look.
pub(crate) fn summary(ask: &Ask<'_, Request>) -> Result<Vec<FactGroup>, DeskError> {
    let (context, request) = (ask.context, ask.state);
    let group = |title: &str, facts: Vec<Fact>| FactGroup { title: title.to_owned(), facts, text: None };
    let information = request.registration.information.clone();
    let groups = vec![
        FactGroup { text: Some(information), ..group("Informasi yang diminta", vec![]) },
        group("Tenggat", due(&deadline::deadlines(context, request, ask.moment))),
        group("Perintah", told(ask)?),
        group("Pemohon", who(&request.applicant())),
        group("Permohonan", asked(context, request)),
        group("Berkas", papers(request)),
        group("Putusan dan surat", about::decision_facts(context, request)),
        group("Penerusan", forwarded(context, request)),
        group("Catatan", noted(request)),
    ];
    Ok(groups.into_iter().filter(|group| !group.facts.is_empty() || group.text.is_some()).collect())
}

fn due(deadlines: &Deadlines) -> Vec<Fact> {
    let named = [
        ("Pemeriksaan kelengkapan", &deadlines.completeness),
        ("Batas aman", &deadlines.safe),
        ("Batas resmi", &deadlines.official),
    ];
    let line = |label: &str, due: &Deadline| Fact::new(label, format!("{} ({})", due.text, due.left));
    let main = named.into_iter().filter_map(|(label, due)| Some(line(label, due.as_ref()?)));
    main.chain(deadlines.others.iter().map(|other| line(&other.title, &other.deadline))).collect()
}

fn papers(request: &Request) -> Vec<Fact> {
    let missing: Vec<&str> = request.missing_documents().iter().map(|document| document.label()).collect();
    let attached: Vec<String> =
        request.attached().map(|attached| format!("{} ({})", attached.file.name, attached.file.purpose.label())).collect();
    let some = |lines: String| (!lines.is_empty()).then_some(lines);
    facts([("Belum ada", some(missing.join("; "))), ("Terlampir", some(attached.join("; ")))])
}

fn forwarded(context: &Context<'_>, request: &Request) -> Vec<Fact> {
    let item = |item: crate::views::CoordinationItem| Fact::new(&format!("{}, {}", item.from, item.on_text), item.note);
    about::coordination(context, request).into_iter().map(item).collect()
}

fn noted(request: &Request) -> Vec<Fact> {
    let notes =
        request.notes.iter().map(|note| Fact::new(&format!("{}, {}", note.about.label(), date(note.on)), note.text.clone()));
    let warning = about::request_warning(request).map(|warning| Fact::new("Perlu diingat", warning));
    warning.into_iter().chain(notes).collect()
}
