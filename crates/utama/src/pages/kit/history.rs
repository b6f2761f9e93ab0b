//! What happened, in the order it happened.

use loket_domain::change::{Change, ClassificationChange, PaperChange, RequestChange};
use loket_journal::{OriginId, Recorded};
use maud::{Markup, html};
use std::collections::HashMap;

use super::words::dated;
use crate::fault::StoreFault;
use crate::inbox::{Event, Told};
use crate::state::Shared;

/// Who wrote which series of an office, as people name them.
pub(crate) async fn writers(shared: &Shared, office: &str) -> Result<HashMap<OriginId, String>, StoreFault> {
    let desks = shared.store.desks_of(office).await?;
    Ok(desks.into_iter().map(|desk| (desk.origin, format!("Meja {}", desk.desk))).collect())
}

/// What happened, oldest first.
pub(crate) fn history(told: &Told, desks: &HashMap<OriginId, String>) -> Markup {
    html! {
        ol.story {
            @for event in &told.events {
                li {
                    span.quiet { (dated(event.at)) " · " (desks.get(&event.origin).map_or("PPID Utama", String::as_str)) }
                    br;
                    (happened(event))
                }
            }
        }
    }
}

/// In a few words that name no citizen and repeat nothing that was typed.
fn happened(event: &Event) -> String {
    let change = match &event.recorded {
        Recorded::Known(change) => change,
        Recorded::Newer { .. } => return "Catatan dari versi yang lebih baru".to_owned(),
        Recorded::Damaged { .. } => return "Catatan rusak: isinya tidak terbaca; mintalah kantor mencatatnya ulang".to_owned(),
    };
    match change {
        Change::Request(RequestChange::RequestRegistered { .. }) => "Didaftarkan",
        Change::Request(RequestChange::RequestFoundIncomplete { .. }) => "Berkas dinyatakan belum lengkap",
        Change::Request(RequestChange::RequestDeclaredComplete { .. }) => "Berkas dinyatakan lengkap",
        Change::Request(RequestChange::RequestNotProcessed { .. }) => "Ditutup: tidak dilengkapi pemohon",
        Change::Request(RequestChange::RequestWithdrawn { .. }) => "Dicabut pemohon",
        Change::Request(RequestChange::RequestExtended { .. }) => "Waktu jawaban diperpanjang",
        Change::Request(RequestChange::RequestGranted { .. }) => "Dikabulkan seluruhnya",
        Change::Request(RequestChange::RequestPartlyGranted { .. }) => "Dikabulkan sebagian",
        Change::Request(RequestChange::RequestRefused { .. }) => "Ditolak: informasi yang dikecualikan",
        Change::Request(RequestChange::RequestUnavailable { unavailable }) => {
            return format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase());
        }
        Change::Request(RequestChange::AnswerReceived { .. }) => "Jawaban diterima pemohon",
        Change::Request(RequestChange::FeePaid { .. }) => "Biaya dibayar",
        Change::Request(RequestChange::InformationHandedOver { .. }) => "Informasi diserahkan",
        Change::Request(RequestChange::RequestForwarded { forwarding }) => {
            return format!("Diteruskan ke {}", forwarding.recipient.label());
        }
        Change::Request(RequestChange::ForwardAnswered { .. }) => "Penerusan dijawab",
        Change::Request(RequestChange::RequestCorrected { .. }) => "Isian dikoreksi",
        Change::Request(RequestChange::AttachmentAdded { file, .. }) => {
            return format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase());
        }
        Change::Request(RequestChange::AttachmentWithdrawn { .. }) => "Berkas ditarik",
        Change::Request(RequestChange::DeadlineMoved { .. }) => "Batas waktu dihitung ulang",
        Change::Paper(PaperChange::PaperIssued { paper, .. }) => return format!("{} dicetak atau disimpan", paper.label()),
        Change::Classification(ClassificationChange::ConsequenceTested { .. }) => "Lembar uji ditulis",
        Change::Classification(ClassificationChange::ConsequenceTestApproved { .. }) => "Disetujui pimpinan",
        Change::Classification(ClassificationChange::ConsequenceTestRejected { .. }) => "Tidak disetujui pimpinan",
        Change::Classification(ClassificationChange::ClassificationDecreed { .. }) => "Klasifikasi ditetapkan",
        Change::Classification(ClassificationChange::ClassificationLifted { .. }) => "Informasi dibuka",
        _ => "Catatan lain",
    }
    .to_owned()
}
