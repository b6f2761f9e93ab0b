//! One request, whole.

use crate::context::Context;
use crate::error::DeskError;
use crate::files::state;
use crate::forms::kept;
use crate::kernel::moment::Moment;
use crate::objections::about;
use crate::questions::record;
use crate::requests::{actions, facts, known, list, papers, post};
use crate::store::requests::{self, FoundRequest};
use crate::sync::state::State;
use crate::views::*;
use crate::words::{deadline, timeline};
use loket_domain::indonesian::weekday_date;
use loket_domain::request::{ActingAs, Applicant};
use rusqlite::Connection;

/// What is said of an applicant without telephone and e-mail: a want, never a reason not to register (UU KIP Ps 22(2)).
const NO_CONTACT: &str = "Tanpa telepon dan e-mail: jawaban diambil di loket atau dikirim ke alamat";

/// The persons of a group, where they were listed.
fn members(applicant: &Applicant) -> Option<String> {
    let names: Vec<&str> = applicant.members.iter().map(|member| member.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("{} orang: {}", names.len(), names.join(", ")))
}

/// One request, whole.
pub(crate) fn request(
    tables: &Connection,
    context: &Context<'_>,
    sync: &State,
    id: &str,
    moment: Moment,
) -> Result<RequestView, DeskError> {
    let (id, request) = known::known(tables, id)?;
    let form = &request.registration;
    let (who, ask) = (&request.applicant(), form);
    let representative = who.representative.as_ref();
    let applicant = facts([
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
    ]);
    let request_facts = facts([
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
    ]);
    let mut next = actions::REQUEST.next(context, &request, moment);
    kept::mark(tables, context, &SubjectRef::new(SubjectKind::Request, id), &mut next)?;
    Ok(RequestView {
        row: list::row(
            tables,
            context,
            &FoundRequest { id, request: request.clone(), officer: requests::registered_by(tables, id)? },
            list::sent_up_to(tables, context, sync)?,
            moment,
        )?,
        applicant,
        request: request_facts,
        information: form.information.clone(),
        missing_documents: request.missing_documents().iter().map(|document| document.label().to_owned()).collect(),
        deadlines: deadline::deadlines(context, &request, moment),
        warning: facts::request_warning(&request),
        next,
        decision: facts::decision_facts(context, &request),
        coordination: facts::coordination(context, &request),
        objections: about::objections_about(tables, id)?,
        questions: record::questions_about(tables, id)?,
        corrections: facts::corrections(tables, context, id, &request)?,
        timeline: timeline::timeline(tables, context, sync, &format!("request:{id}"))?,
        papers: papers::paper_items(&request),
        post: post::choices(),
        files: state::files_of(tables, context, &request)?,
    })
}
