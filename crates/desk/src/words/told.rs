//! What happened, in words: one line for the timeline, and more about it.

use crate::settings::packs::pack_name;
use loket_domain::change::Change;
use loket_domain::deadline::Promised;
use loket_domain::indonesian::{date as words, rupiah};
use loket_domain::request::Letter;
use loket_journal::Recorded;

/// What is damaged, and what to do about it.
pub(crate) const DAMAGED: &str = "Isi catatan ini tidak terbaca, jadi disimpan apa adanya dan tidak diterapkan. Cocokkan dengan berkas \
     kertasnya, catat ulang langkah yang hilang, lalu laporkan kepada PPID Utama.";

/// A letter as a note names it.
fn letter(name: &str, letter: &Letter) -> String {
    format!("{name} nomor {} tanggal {}", letter.number, words(letter.date))
}

fn official(promised: &Promised) -> String {
    promised.official.or(promised.safe).map_or_else(|| "belum dapat ditetapkan".to_owned(), words)
}

/// What happened, in one line, and more about it.
pub(crate) fn told(recorded: &Recorded) -> (String, Option<String>) {
    let change = match recorded {
        Recorded::Known(change) => change,
        Recorded::Newer { .. } => {
            return ("Catatan dari versi yang lebih baru".to_owned(), Some("Perbarui aplikasi untuk membacanya.".to_owned()));
        }
        Recorded::Damaged { .. } => return ("Catatan rusak".to_owned(), Some(DAMAGED.to_owned())),
    };
    match change {
        Change::RequestRegistered { .. }
        | Change::RequestFoundIncomplete { .. }
        | Change::RequestDeclaredComplete { .. }
        | Change::RequestNotProcessed { .. }
        | Change::RequestWithdrawn { .. }
        | Change::RequestExtended { .. }
        | Change::RequestGranted { .. }
        | Change::RequestPartlyGranted { .. }
        | Change::RequestRefused { .. }
        | Change::RequestUnavailable { .. }
        | Change::AnswerReceived { .. }
        | Change::FeePaid { .. }
        | Change::InformationHandedOver { .. }
        | Change::RequestForwarded { .. }
        | Change::ForwardAnswered { .. }
        | Change::RequestCorrected { .. }
        | Change::AttachmentAdded { .. }
        | Change::AttachmentWithdrawn { .. }
        | Change::DeadlineMoved { .. } => about_request(change),
        Change::PaperIssued { paper, .. } => (format!("{} dicetak atau disimpan", paper.label()), None),
        Change::ObjectionRegistered { .. }
        | Change::ObjectionAnswered { .. }
        | Change::ObjectionAnswerReceived { .. }
        | Change::ObjectionExecuted { .. }
        | Change::ObjectionWithdrawn { .. }
        | Change::DisputeFiled { .. }
        | Change::DisputeProceeded { .. } => about_objection(change),
        _ => about_office(change),
    }
}

fn about_request(change: &Change) -> (String, Option<String>) {
    match change {
        Change::RequestRegistered { number, promised, .. } => {
            let note = promised.safe.map(|safe| format!("Batas aman {}", words(safe)));
            (format!("Didaftarkan dengan nomor {}", number.text), note)
        }
        Change::RequestFoundIncomplete { incomplete } => {
            let due = incomplete.due.map_or_else(String::new, |due| format!("; dilengkapi paling lambat {}", words(due)));
            let note = format!("{}{due}", letter("Surat Keterangan Tidak Lengkap", &incomplete.letter));
            ("Berkas dinyatakan belum lengkap".to_owned(), Some(note))
        }
        Change::RequestDeclaredComplete { promised, .. } => {
            let note = promised.official.map(|official| format!("Batas resmi jawaban {}", words(official)));
            ("Berkas dinyatakan lengkap".to_owned(), note)
        }
        Change::RequestNotProcessed { .. } => ("Ditutup: tidak dilengkapi pemohon".to_owned(), None),
        Change::RequestWithdrawn { reason, .. } => ("Dicabut pemohon".to_owned(), Some(reason.clone())),
        Change::RequestExtended { extension } => {
            let note = format!(
                "{}; batas resmi dari {} menjadi {}",
                letter("Pemberitahuan", &extension.letter),
                official(&extension.first),
                official(&extension.promised)
            );
            ("Waktu jawaban diperpanjang".to_owned(), Some(note))
        }
        Change::RequestGranted { grant } => {
            ("Dikabulkan seluruhnya".to_owned(), Some(letter("Pemberitahuan Tertulis", &grant.letter)))
        }
        Change::RequestPartlyGranted { grant, .. } => {
            ("Dikabulkan sebagian".to_owned(), Some(letter("Pemberitahuan Tertulis", &grant.letter)))
        }
        Change::RequestRefused { refusal } => {
            ("Ditolak: informasi yang dikecualikan".to_owned(), Some(letter("SK Penolakan", &refusal.letter)))
        }
        Change::RequestUnavailable { unavailable } => {
            let mut note = letter("Pemberitahuan Tertulis", &unavailable.letter);
            if let Some(body) = &unavailable.body {
                note = format!("{note}; dikuasai {body}");
            }
            (format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase()), Some(note))
        }
        Change::AnswerReceived { on } => (format!("Jawaban diterima pemohon {}", words(*on)), None),
        Change::FeePaid { payment } => {
            (format!("Biaya {} dibayar", rupiah(payment.amount)), Some(format!("Kuitansi nomor {}", payment.number)))
        }
        Change::InformationHandedOver { handover } => {
            let note = format!("Tanda bukti nomor {}, {} dokumen", handover.number, handover.items.len());
            (format!("Informasi diserahkan {}", words(handover.on)), Some(note))
        }
        Change::RequestForwarded { forwarding } => {
            (format!("Diteruskan kepada {}", forwarding.to), Some(forwarding.note.clone()))
        }
        Change::ForwardAnswered { answer } => {
            let number = answer.number.as_ref().map_or_else(String::new, |number| format!(" dengan nomor {number}"));
            (format!("Jawaban penerusan diterima{number}"), Some(answer.note.clone()))
        }
        Change::RequestCorrected { reason, .. } => ("Isian dikoreksi".to_owned(), Some(reason.clone())),
        Change::AttachmentAdded { file, .. } => {
            (format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase()), Some(file.name.clone()))
        }
        Change::AttachmentWithdrawn { reason, .. } => ("Berkas ditarik".to_owned(), Some(reason.clone())),
        Change::DeadlineMoved { moved } => {
            let what = format!("Batas waktu bergeser dari {} menjadi {}", official(&moved.before), official(&moved.after));
            (what, Some(moved.reason.clone()))
        }
        _ => (String::new(), None),
    }
}

fn about_objection(change: &Change) -> (String, Option<String>) {
    match change {
        Change::ObjectionRegistered { number, due, .. } => {
            let note = due.map(|due| format!("Batas tanggapan {}", words(due)));
            (format!("Keberatan dicatat dengan nomor {}", number.text), note)
        }
        Change::ObjectionAnswered { answer } => (answer.verdict.label().to_owned(), Some(letter("Tanggapan", &answer.letter))),
        Change::ObjectionAnswerReceived { on, reaction } => {
            (format!("Tanggapan diterima pengaju {}", words(*on)), Some(reaction.clone()))
        }
        Change::ObjectionExecuted { on, note } => (format!("Perintah dilaksanakan {}", words(*on)), Some(note.clone())),
        Change::ObjectionWithdrawn { reason, .. } => ("Keberatan dicabut".to_owned(), Some(reason.clone())),
        Change::DisputeFiled { filing } => {
            (format!("Sengketa diajukan ke {}", filing.commission), Some(format!("Nomor register {}", filing.number)))
        }
        Change::DisputeProceeded { step } => {
            let number = step.number.as_ref().map_or_else(String::new, |number| format!(" nomor {number}"));
            (format!("{}{number}, {}", step.kind.label(), words(step.on)), Some(step.note.clone()))
        }
        _ => (String::new(), None),
    }
}

fn about_office(change: &Change) -> (String, Option<String>) {
    let plain = |text: &str| (text.to_owned(), None);
    match change {
        Change::OfficeEstablished { .. } => plain("Kantor disiapkan"),
        Change::OfficeRevised { .. } => plain("Pengaturan kantor diubah"),
        Change::OfficialNamed { .. } => plain("Pejabat ditambahkan"),
        Change::OfficialRevised { .. } => plain("Data pejabat diubah"),
        Change::OfficialRelieved { until, .. } => (format!("Jabatan berakhir {}", words(*until)), None),
        Change::AccountOpened { .. } => plain("Akun dibuat"),
        Change::AccountRevised { .. } => plain("Akun diubah"),
        Change::AccountClosed { .. } => plain("Akun ditutup"),
        Change::SigningSet { paper, .. } => (format!("Penanda tangan {} diubah", paper.label()), None),
        Change::DutySet { duty, .. } => (format!("Pembagian tugas diubah: {}", duty.label()), None),
        Change::DeskOpened { desk } => (format!("Meja {} dibuka", desk.code.as_str()), None),
        Change::NumbersVoided { numbers } => {
            let what = format!("{}: nomor urut {} sampai {} tidak terpakai", numbers.series.label(), numbers.from, numbers.to);
            (what, Some(numbers.reason.clone()))
        }
        Change::DayOffSet { day } => (format!("Kalender: {} {}", words(day.date), day.name), Some(day.decree.clone())),
        Change::DayOffCleared { date, reason } => (format!("Kalender: {} dihapus", words(*date)), Some(reason.clone())),
        Change::PackReceived { pack } => {
            (format!("Paket {} dari PPID Utama diterima", pack_name(pack.pack())), Some(pack.pack().basis.clone()))
        }
        Change::PackApplied { pack } => (format!("Paket {} diterapkan", pack_name(pack.pack())), Some(pack.pack().basis.clone())),
        Change::PackReverted { line, version, reason } => {
            (format!("Paket {} versi {version} dikembalikan", line.label()), Some(reason.clone()))
        }
        Change::FeesDecreed { fees } => ("Biaya ditetapkan".to_owned(), Some(fees.decree.clone())),
        Change::WordingRevised { .. } => plain("Naskah surat diubah"),
        Change::WordingRestored { .. } => plain("Naskah surat dikembalikan ke aslinya"),
        Change::ConsequenceTested { worksheet } => ("Lembar uji konsekuensi ditulis".to_owned(), Some(worksheet.unit.clone())),
        Change::ConsequenceTestApproved { on, by } => (format!("Disetujui pimpinan {}", words(*on)), Some(by.clone())),
        Change::ConsequenceTestRejected { reason, .. } => ("Tidak disetujui pimpinan".to_owned(), Some(reason.clone())),
        Change::ClassificationDecreed { decree } => {
            ("Klasifikasi ditetapkan".to_owned(), Some(letter("Penetapan", &decree.letter)))
        }
        Change::ClassificationLifted { reason, .. } => ("Informasi dinyatakan terbuka".to_owned(), Some(reason.clone())),
        Change::QuestionAsked { asked } => (format!("{} bertanya", asked.by.label()), Some(asked.line.clone())),
        Change::QuestionAnswered { message } => (format!("{} menjawab", message.by.label()), None),
        Change::QuestionFollowedUp { message } => (format!("{} bertanya lagi", message.by.label()), None),
        Change::QuestionClosed { .. } => plain("Pertanyaan ditutup"),
        Change::DipItemListed { item } => ("Dimuat dalam DIP".to_owned(), Some(item.category.label().to_owned())),
        Change::DipItemWithdrawn { reason, .. } => ("Dikeluarkan dari DIP".to_owned(), Some(reason.clone())),
        Change::SurveyAnswered { .. } => plain("Survei dijawab"),
        Change::ReportFrozen { report } => (format!("Laporan tahun {} dibekukan", report.year), None),
        _ => (String::new(), None),
    }
}
