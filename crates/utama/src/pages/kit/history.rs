//! What happened, in the order it happened.

use loket_domain::change::Change;
use loket_journal::{OriginId, Recorded};
use maud::{Markup, html};
use std::collections::HashMap;

use super::words::dated;
use crate::fault::StoreFault;
use crate::inbox::{Event, Told};
use crate::state::Shared;

/// Who wrote which series of an office, as people name them.
pub(crate) async fn writers(shared: &Shared, office: &str) -> Result<HashMap<OriginId, String>, StoreFault> {
    let desks = shared.store.desks().await?.into_iter().filter(|desk| desk.office == office);
    Ok(desks.map(|desk| (desk.origin, format!("Meja {}", desk.desk))).collect())
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
        Change::RequestRegistered { .. } => "Didaftarkan",
        Change::RequestFoundIncomplete { .. } => "Berkas dinyatakan belum lengkap",
        Change::RequestDeclaredComplete { .. } => "Berkas dinyatakan lengkap",
        Change::RequestNotProcessed { .. } => "Ditutup: tidak dilengkapi pemohon",
        Change::RequestWithdrawn { .. } => "Dicabut pemohon",
        Change::RequestExtended { .. } => "Waktu jawaban diperpanjang",
        Change::RequestGranted { .. } => "Dikabulkan seluruhnya",
        Change::RequestPartlyGranted { .. } => "Dikabulkan sebagian",
        Change::RequestRefused { .. } => "Ditolak: informasi yang dikecualikan",
        Change::RequestUnavailable { unavailable } => {
            return format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase());
        }
        Change::AnswerReceived { .. } => "Jawaban diterima pemohon",
        Change::FeePaid { .. } => "Biaya dibayar",
        Change::InformationHandedOver { .. } => "Informasi diserahkan",
        Change::RequestForwarded { forwarding } => return format!("Diteruskan ke {}", forwarding.recipient.label()),
        Change::ForwardAnswered { .. } => "Penerusan dijawab",
        Change::RequestCorrected { .. } => "Isian dikoreksi",
        Change::AttachmentAdded { file, .. } => {
            return format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase());
        }
        Change::AttachmentWithdrawn { .. } => "Berkas ditarik",
        Change::DeadlineMoved { .. } => "Batas waktu dihitung ulang",
        Change::PaperIssued { paper, .. } => return format!("{} dicetak atau disimpan", paper.label()),
        Change::ConsequenceTested { .. } => "Lembar uji ditulis",
        Change::ConsequenceTestApproved { .. } => "Disetujui pimpinan",
        Change::ConsequenceTestRejected { .. } => "Tidak disetujui pimpinan",
        Change::ClassificationDecreed { .. } => "Klasifikasi ditetapkan",
        Change::ClassificationLifted { .. } => "Informasi dibuka",
        _ => "Catatan lain",
    }
    .to_owned()
}
