//! What was objected to and by whom, in facts: on the page of an objection, and beside every form that goes on with it.

use loket_domain::indonesian::weekday_date;
use loket_domain::objection::Objection;

use crate::context::Context;
use crate::views::parts::FactGroup;
use crate::words::sections;

/// What is known of an objection: on its page, and beside every form that goes on with it.
pub(crate) fn groups(context: &Context<'_>, objection: &Objection) -> Vec<FactGroup> {
    let form = &objection.form;
    let who = &form.applicant;
    let representative = form.representative.as_ref();
    let mut groups = vec![
        sections::group(
            "Pengaju",
            [
                ("Nama", Some(who.name.clone())),
                ("Alamat", Some(who.address.clone())),
                ("Telepon", who.phone.clone()),
                ("E-mail", who.email.clone()),
                ("Kuasa", representative.map(|known| known.name.clone())),
                ("Alamat kuasa", representative.map(|known| known.address.clone())),
            ],
        ),
        sections::group(
            "Keberatan",
            [
                ("Diterima", Some(weekday_date(objection.received_on()))),
                ("Dicatat", Some(weekday_date(objection.registered_on))),
                ("Nomor permohonan", form.request_number.clone()),
                (
                    "Alasan",
                    Some(
                        form.grounds
                            .iter()
                            .map(|ground| format!("{}. {}", ground.code(), ground.label()))
                            .collect::<Vec<_>>()
                            .join("; "),
                    ),
                ),
                ("Tanggapan dijanjikan", objection.due.map(weekday_date)),
            ],
        ),
        sections::words_group("Informasi yang diminta", &form.information),
        sections::words_group("Kasus posisi", &form.case_position),
    ];
    if let Some(answer) = &objection.answer {
        groups.push(sections::group(
            "Tanggapan Atasan PPID",
            [
                ("Putusan", Some(answer.verdict.label().to_owned())),
                ("Nomor surat", Some(answer.letter.shown_number().to_owned())),
                ("Tanggal surat", Some(weekday_date(answer.letter.date))),
                ("Ditandatangani", sections::signer(context, &answer.letter)),
                ("Perintah", answer.order.as_ref().map(|(order, _)| order.clone())),
                ("Dilaksanakan paling lambat", answer.order.as_ref().map(|(_, by)| weekday_date(*by))),
                ("Dikirim", objection.sent.as_ref().map(sections::sent)),
                ("Diterima pengaju", objection.received.as_ref().map(|(on, _)| weekday_date(*on))),
                ("Tanggapan pengaju", objection.received.as_ref().map(|(_, reaction)| reaction.clone())),
                ("Dilaksanakan", objection.executed.as_ref().map(|(on, note)| format!("{}: {note}", weekday_date(*on)))),
            ],
        ));
        groups.push(sections::words_group("Pertimbangan", &answer.considerations));
    }
    if let Some(filing) = &objection.dispute {
        groups.push(sections::group(
            "Sengketa",
            [
                ("Komisi", Some(filing.commission.clone())),
                ("Nomor register", Some(filing.number.clone())),
                ("Diterima", Some(weekday_date(filing.on))),
                ("Langkah terakhir", objection.last_step().map(|step| step.label().to_owned())),
            ],
        ));
    }
    groups
}
