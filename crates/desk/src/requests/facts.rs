//! One request: how it was answered, coordinated, corrected; and what the catalogue could answer at once.

use crate::context::Context;
use crate::error::DeskError;
use crate::store::entries;
use crate::views::request::{CoordinationItem, CorrectionItem};
use crate::views::{Fact, facts};
use loket_domain::ids::RequestId;
use loket_domain::indonesian::{date as words, rupiah, weekday_date};
use loket_domain::request::{Decision, Exemption, Found, Letter, Outcome, Part, Registration, Request, RequestDraft};
use loket_journal::Recorded;
use rusqlite::Connection;

pub(crate) fn decision_facts(context: &Context<'_>, request: &Request) -> Vec<Fact> {
    let head = |decision: &str, letter: &Letter| {
        let signer = context.office.official(letter.signed_by);
        facts([
            ("Keputusan", Some(decision.to_owned())),
            ("Nomor surat", Some(letter.shown_number().to_owned())),
            ("Tanggal surat", Some(weekday_date(letter.date))),
            ("Ditandatangani", signer.map(|official| format!("{} ({})", official.name, official.role.label()))),
        ])
    };
    let mut rows = match &request.outcome {
        None => vec![],
        Some(Outcome::NotProcessed { on }) => {
            facts([("Ditutup", Some(format!("{}: berkas tidak dilengkapi", weekday_date(*on))))])
        }
        Some(Outcome::Withdrawn { on, reason }) => facts([("Dicabut", Some(format!("{}: {reason}", weekday_date(*on))))]),
        Some(Outcome::Abated { on, reason }) => facts([("Gugur", Some(format!("{}: {reason}", weekday_date(*on))))]),
        Some(Outcome::NotEntitled(found)) => {
            let mut rows = head(request.stage().label(), &found.letter);
            rows.extend(facts([
                ("Alasan", Some(found.why.label().to_owned())),
                ("Pertimbangan", Some(found.considerations.clone())),
                ("Petunjuk", found.advice.clone()),
            ]));
            rows
        }
        Some(outcome) => {
            let decision = request.decision().map_or("", Decision::label);
            let parts = request.parts();
            let mut rows = outcome.letter().map_or_else(Vec::new, |letter| head(decision, letter));
            rows.extend(request.granted().map_or_else(Vec::new, |grant| {
                facts([("Biaya", Some(rupiah(grant.fees.total()))), ("Cara penyampaian", Some(grant.means))])
            }));
            rows.extend(parts.iter().zip(1..).flat_map(|(part, place)| part_facts(part, place, parts.len())));
            rows
        }
    };
    let extension = request.extension.as_ref();
    let paid: Vec<String> =
        request.all_payments().map(|paid| format!("{}, kuitansi {}", rupiah(paid.amount), paid.number)).collect();
    let refunds: Vec<String> =
        request.all_refunds().map(|back| format!("{} kepada {}: {}", rupiah(back.amount), back.to, back.reason)).collect();
    let owed = (!paid.is_empty() && request.owed() > 0).then(|| rupiah(request.owed()));
    let joined = |lines: Vec<String>| (!lines.is_empty()).then(|| lines.join("; "));
    rows.extend(facts([
        (
            "Diperpanjang",
            extension.map(|known| format!("Surat {} tanggal {}", known.letter.shown_number(), weekday_date(known.letter.date))),
        ),
        ("Jawaban diterima pemohon", request.answer_received_on.map(weekday_date)),
        ("Biaya dibayar", joined(paid)),
        ("Masih harus dibayar", owed),
        ("Biaya dikembalikan", joined(refunds)),
        ("Tidak diambil", request.not_fetched.as_ref().map(|known| format!("{}: {}", weekday_date(known.on), known.note))),
        (
            "Informasi diserahkan",
            request.handed_over.as_ref().map(|known| format!("{} kepada {}", weekday_date(known.on), known.received_by)),
        ),
    ]));
    rows
}

/// What became of one part; of a single one, what the heading does not say.
fn part_facts(part: &Part, place: usize, parts: usize) -> Vec<Fact> {
    let mut rows = Vec::new();
    if parts > 1 {
        rows.push(Fact::new(&format!("Bagian {place}"), format!("{}: {}", part.found.label(), part.what)));
    }
    match &part.found {
        Found::Given(_) | Found::Withheld { .. } | Found::NotHeld { holder: None } => {}
        Found::PartlyGiven { withheld, explanation, .. } => {
            rows.extend(facts([("Tidak diberikan", Some(withheld.clone())), ("Penghitaman", Some(explanation.clone()))]));
        }
        Found::NotDocumented { available_in_days } => {
            rows.extend(facts([("Tersedia dalam", Some(format!("{available_in_days} hari kerja")))]));
        }
        Found::NotHeld { holder: Some(body) } | Found::Elsewhere { body } => {
            rows.extend(facts([("Badan publik yang menguasai", Some(body.clone()))]));
        }
    }
    rows.extend(part.found.exemption().map_or_else(Vec::new, exemption_facts));
    rows
}

/// What an officer must know before doing anything else.
pub(crate) fn request_warning(request: &Request) -> Option<String> {
    let returned = request.lying_here().next().map(|returned| {
        format!(
            "{} kembali {}: {}. Kirim lagi dan catat pengirimannya.",
            returned.paper.label(),
            words(returned.on),
            returned.why
        )
    });
    let found = request.vexatious.as_ref().map(|found| {
        let earlier = if found.earlier.is_empty() { String::new() } else { format!(" Terkait: {}.", found.earlier.join(", ")) };
        format!(
            "Dicatat sebagai permohonan yang tidak sungguh-sungguh (PERKI 1/2013 Pasal 4).{earlier} Tetap dijawab seperti biasa."
        )
    });
    let all: Vec<String> = [moved_warning(request), returned, found].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn moved_warning(request: &Request) -> Option<String> {
    let last = request.moved.last().filter(|_| request.outcome.is_none())?;
    Some(format!("Batas waktu sudah dihitung ulang: {}. Berikan surat perubahan batas waktu kepada pemohon.", last.reason))
}

pub(crate) fn coordination(context: &Context<'_>, request: &Request) -> Vec<CoordinationItem> {
    let here = context.office.profile.name();
    let mut items = Vec::new();
    for known in &request.coordination {
        let sent = &known.forwarding;
        let signer = context.office.official(sent.signed_by).map_or_else(String::new, |official| official.name.clone());
        items.push(CoordinationItem {
            from: here.clone(),
            to: sent.to.clone(),
            on_text: weekday_date(sent.on),
            who: signer,
            note: sent.note.clone(),
            number: Some(sent.number.clone()),
        });
        items.extend(known.answers().map(|answer| CoordinationItem {
            from: sent.to.clone(),
            to: here.clone(),
            on_text: weekday_date(answer.on),
            who: sent.to.clone(),
            note: answer.note.clone(),
            number: answer.number.clone(),
        }));
    }
    items
}

/// What each correction changed, with who and when from its entry.
pub(crate) fn corrections(
    tables: &Connection,
    context: &Context<'_>,
    id: RequestId,
    request: &Request,
) -> Result<Vec<CorrectionItem>, DeskError> {
    use loket_domain::change::{Change, RequestChange};
    let mut items = Vec::new();
    if request.corrections.is_empty() {
        return Ok(items);
    }
    let kept = entries::of_subject(tables, &format!("request:{id}"))?;
    let made = kept
        .iter()
        .filter(|kept| matches!(kept.recorded(), Recorded::Known(Change::Request(RequestChange::RequestCorrected { .. }))));
    let after = request.corrections.iter().skip(1).map(|next| &*next.before).chain([&request.registration]);
    for ((correction, after), kept) in request.corrections.iter().zip(after).zip(made) {
        let at = context.said_at(kept.payload.at);
        for (field, before, now) in changed_boxes(&correction.before, after) {
            items.push(CorrectionItem {
                field: field.to_owned(),
                before,
                after: now,
                who: context.writer(kept),
                at: at.clone(),
                reason: correction.reason.clone(),
            });
        }
    }
    Ok(items)
}

fn exemption_facts(exemption: &Exemption) -> Vec<Fact> {
    let letters = |codes: Vec<&str>| (!codes.is_empty()).then(|| codes.join(", "));
    facts([
        ("Pasal 17 huruf", letters(exemption.grounds.iter().map(|ground| ground.code()).collect())),
        ("Pasal 6 ayat (3) huruf", letters(exemption.limits.iter().map(|limit| limit.code()).collect())),
        ("Undang-undang lain", exemption.other_law.as_ref().map(|(law, article)| format!("{law}, {article}"))),
        ("Akibat bila dibuka", Some(exemption.consequence.clone())),
        ("Jangka waktu pengecualian", Some(exemption.lasting().in_words())),
    ])
}

/// The boxes that a correction changed, as (label, before, after).
fn changed_boxes(before: &Registration, after: &Registration) -> Vec<(&'static str, String, String)> {
    let chosen = |form: &Registration| {
        let text = |label: Option<&'static str>| label.unwrap_or_default().to_owned();
        let acts = form.applicant.representative.as_ref().map(|known| known.acting_as.label());
        [
            ("Diterima melalui", form.channel_label().to_owned()),
            ("Tanggal diterima", words(form.received_on)),
            ("Kategori", form.applicant.category.label().to_owned()),
            ("Jenis identitas", form.applicant.identity_label().to_owned()),
            ("Cara memperoleh", form.access_mode.label().to_owned()),
            ("Bentuk salinan", text(form.copy_format.map(|format| format.label()))),
            ("Cara mendapatkan salinan", text(form.delivery_label())),
            ("Bertindak sebagai", text(acts)),
        ]
    };
    let pairs = chosen(before).into_iter().zip(chosen(after));
    let choices: Vec<_> = pairs.map(|((label, before), (_, after))| (label, before, after)).collect();
    let (before, after) = (RequestDraft::of(before), RequestDraft::of(after));
    let boxes = [
        ("Nama", before.name, after.name),
        ("Nomor identitas", before.identity_number, after.identity_number),
        ("Alamat", before.address, after.address),
        ("Pekerjaan", before.occupation, after.occupation),
        ("Nomor telepon", before.phone, after.phone),
        ("E-mail", before.email, after.email),
        ("Nama kuasa", before.representative_name, after.representative_name),
        ("Alamat kuasa", before.representative_address, after.representative_address),
        ("Telepon kuasa", before.representative_phone, after.representative_phone),
        ("Rincian informasi", before.information, after.information),
        ("Tujuan penggunaan", before.purpose, after.purpose),
        ("Anggota kelompok", before.members.join("\n"), after.members.join("\n")),
        ("Bantuan disabilitas", before.assistance, after.assistance),
        ("Catatan petugas", before.notes, after.notes),
    ];
    boxes.into_iter().chain(choices).filter(|(_, before, after)| before != after).collect()
}
