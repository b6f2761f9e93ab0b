//! What happened to a request, in words.

use super::RequestChange;
use crate::indonesian::{date, rupiah};
use crate::words::{Words, deadline, letter};

impl RequestChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::RequestRegistered { number, promised, form, .. } => Words::of("Didaftarkan")
                .and(match form {
                    Some(_) => format!(" dari formulir bernomor {}", number.text),
                    None => format!(" dengan nomor {}", number.text),
                })
                .note(promised.safe.map(|safe| format!("Batas aman {}", date(safe)))),
            Self::RequestFoundIncomplete { incomplete } => {
                let due = incomplete.due.map_or_else(String::new, |due| format!("; dilengkapi paling lambat {}", date(due)));
                let note = format!("{}{due}", letter("Surat Keterangan Tidak Lengkap", &incomplete.letter));
                Words::of("Berkas dinyatakan belum lengkap").note(note)
            }
            Self::RequestDeclaredComplete { promised, .. } => Words::of("Berkas dinyatakan lengkap")
                .note(promised.official.map(|official| format!("Batas resmi jawaban {}", date(official)))),
            Self::RequestNotProcessed { .. } => Words::of("Ditutup: tidak dilengkapi pemohon"),
            Self::RequestWithdrawn { reason, .. } => Words::of("Dicabut pemohon").note(reason.clone()),
            Self::RequestExtended { extension } => Words::of("Waktu jawaban diperpanjang").note(format!(
                "{}; batas resmi dari {} menjadi {}",
                letter("Pemberitahuan", &extension.letter),
                deadline(&extension.first),
                deadline(&extension.promised)
            )),
            Self::RequestGranted { grant } => {
                Words::of("Dikabulkan seluruhnya").note(letter("Pemberitahuan Tertulis", &grant.letter))
            }
            Self::RequestPartlyGranted { grant, .. } => {
                Words::of("Dikabulkan sebagian").note(letter("Pemberitahuan Tertulis", &grant.letter))
            }
            Self::IncompleteNoticeReceived { on, due } => Words::of("Surat Keterangan Tidak Lengkap diterima pemohon")
                .and(format!(" {}", date(*on)))
                .note(format!("Dilengkapi paling lambat {}", date(*due))),
            Self::LetterSent { paper, sending } => {
                let late = sending.entered_on.map_or_else(String::new, |on| format!(", dicatat {}", date(on)));
                Words::of(format!("{} disampaikan", paper.label()))
                    .and(format!(" {}, {}{late}", date(sending.on), sending.way.label().to_lowercase()))
                    .note(sending.proof.clone())
            }
            Self::RequestReopened { order } => {
                // The superior's letter may have no number yet: then its day names it.
                let number = if order.number.is_empty() { String::new() } else { format!(" nomor {}", order.number) };
                Words::of("Dibuka kembali untuk dijawab lagi").and(format!(" paling lambat {}", date(order.due))).note(format!(
                    "{}{number} tanggal {}",
                    order.by.label(),
                    date(order.given_on)
                ))
            }
            Self::OrderSetAside { reason, .. } => Words::of("Perintah menjawab lagi gugur").note(reason.clone()),
            Self::RequestCancelled { reason, .. } => Words::of("Dibatalkan: salah daftar").note(reason.clone()),
            Self::RequestAnswered { answer } => {
                let parts = answer.parts.len();
                Words::of(answer.decision().label())
                    .and(format!(", dijawab per bagian ({parts} bagian)"))
                    .note(letter("Pemberitahuan Tertulis", &answer.letter))
            }
            Self::RequestRefused { refusal } => {
                Words::of("Ditolak: informasi yang dikecualikan").note(letter("SK Penolakan", &refusal.letter))
            }
            Self::RequestUnavailable { unavailable } => {
                let body = unavailable.body.as_ref().map_or_else(String::new, |body| format!("; dikuasai {body}"));
                Words::of(format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase()))
                    .note(format!("{}{body}", letter("Pemberitahuan Tertulis", &unavailable.letter)))
            }
            Self::RequestNotEntitled { not_entitled } => {
                let advice = not_entitled.advice.as_ref().map_or_else(String::new, |advice| format!("; {advice}"));
                Words::of("Bukan pemohon yang berhak")
                    .note(format!("{}{advice}", letter("Pemberitahuan Tertulis", &not_entitled.letter)))
            }
            Self::RequestAbated { reason, .. } => Words::of("Gugur: pemohon meninggal").note(reason.clone()),
            Self::ContactChanged { on, .. } => {
                Words::of("Alamat atau kontak pemohon berubah").and(format!(" sejak {}", date(*on)))
            }
            Self::RepresentativeNamed { on, representative, .. } => {
                let acting_as = representative.acting_as.label();
                Words::of(format!("Pemohon diwakili {acting_as}"))
                    .and(format!(": {}, sejak {}", representative.name, date(*on)))
                    .note(representative.mandate.clone())
            }
            Self::RepresentativeEnded { on, reason, .. } => {
                Words::of("Pemohon tidak diwakili lagi").and(format!(" sejak {}", date(*on))).note(reason.clone())
            }
            Self::RequestFoundVexatious { finding } => {
                let signs: Vec<&str> = finding.signs.iter().map(|sign| sign.label()).collect();
                Words::of("Dicatat sebagai permohonan yang tidak sungguh-sungguh").note(format!(
                    "{}: {}",
                    signs.join("; "),
                    finding.reason
                ))
            }
            Self::CopyNotFetched { not_fetched } => Words::of("Salinan tidak diambil pemohon").note(not_fetched.note.clone()),
            Self::ReceiptWithdrawn { paper, reason } => {
                Words::of(format!("Tanggal diterima {} dibatalkan", paper.label())).note(reason.clone())
            }
            Self::DocumentsReceived { documents, on } => {
                let names: Vec<&str> = documents.iter().map(|document| document.label()).collect();
                Words::of("Berkas susulan diterima").and(format!(" {}", date(*on))).note(names.join("; "))
            }
            Self::ApplicantTold { told } => {
                Words::of("Pemohon dikabari").and(format!(": {}, {}", told.about.label().to_lowercase(), told.way.label()))
            }
            Self::NoteAdded { note } => Words::of(note.about.label()).note(note.text.clone()),
            Self::LetterReturned { paper, on, why } => {
                Words::of(format!("{} kembali", paper.label())).and(format!(" {}", date(*on))).note(why.clone())
            }
            Self::FeePartPaid { payment } => Words::of("Sebagian biaya dibayar")
                .and(format!(": {}", rupiah(payment.amount)))
                .note(format!("Kuitansi nomor {}", payment.number)),
            Self::FeeRefunded { refund } => Words::of("Biaya dikembalikan")
                .and(format!(": {} kepada {}", rupiah(refund.amount), refund.to))
                .note(refund.reason.clone()),
            Self::AnswerReceived { on, entered_on } => {
                let late = entered_on.map_or_else(String::new, |on| format!(", dicatat {}", date(on)));
                Words::of("Jawaban diterima pemohon").and(format!(" {}{late}", date(*on)))
            }
            Self::FeePaid { payment } => Words::of("Biaya dibayar")
                .and(format!(": {}", rupiah(payment.amount)))
                .note(format!("Kuitansi nomor {}", payment.number)),
            Self::InformationHandedOver { handover } => Words::of("Informasi diserahkan")
                .and(format!(" {}", date(handover.on)))
                .note(format!("Tanda bukti nomor {}, {} dokumen", handover.number, handover.items.len())),
            Self::RequestForwarded { forwarding } => {
                let recipient = forwarding.recipient.label();
                let name = if forwarding.to == recipient { String::new() } else { format!(": {}", forwarding.to) };
                Words::of(format!("Diteruskan kepada {recipient}")).and(name).note(forwarding.note.clone())
            }
            Self::ForwardAnswered { answer } => {
                let number = answer.number.as_ref().map_or_else(String::new, |number| format!(" dengan nomor {number}"));
                Words::of("Jawaban penerusan diterima").and(number).note(answer.note.clone())
            }
            Self::RequestCorrected { reason, .. } => Words::of("Isian dikoreksi").note(reason.clone()),
            Self::AttachmentAdded { file, .. } => {
                Words::of(format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase())).note(file.name.clone())
            }
            Self::AttachmentWithdrawn { reason, .. } => Words::of("Berkas ditarik").note(reason.clone()),
            Self::DeadlineMoved { moved } => Words::of("Batas waktu bergeser")
                .and(format!(" dari {} menjadi {}", deadline(&moved.before), deadline(&moved.after)))
                .note(moved.reason.clone()),
        }
    }
}
