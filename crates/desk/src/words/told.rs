//! What happened, in words: one line for the timeline, and more about it.

use crate::words::short::pack_name;
use loket_domain::change::{
    CatalogueChange, Change, ClassificationChange, ObjectionChange, OfficeChange, PackChange, PaperChange, QuestionChange,
    ReportChange, RequestChange, SurveyChange,
};
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
        Change::Request(RequestChange::RequestRegistered { .. })
        | Change::Request(RequestChange::RequestFoundIncomplete { .. })
        | Change::Request(RequestChange::RequestDeclaredComplete { .. })
        | Change::Request(RequestChange::RequestNotProcessed { .. })
        | Change::Request(RequestChange::RequestWithdrawn { .. })
        | Change::Request(RequestChange::RequestExtended { .. })
        | Change::Request(RequestChange::RequestGranted { .. })
        | Change::Request(RequestChange::RequestPartlyGranted { .. })
        | Change::Request(RequestChange::RequestRefused { .. })
        | Change::Request(RequestChange::RequestUnavailable { .. })
        | Change::Request(RequestChange::AnswerReceived { .. })
        | Change::Request(RequestChange::FeePaid { .. })
        | Change::Request(RequestChange::InformationHandedOver { .. })
        | Change::Request(RequestChange::RequestForwarded { .. })
        | Change::Request(RequestChange::ForwardAnswered { .. })
        | Change::Request(RequestChange::RequestCorrected { .. })
        | Change::Request(RequestChange::AttachmentAdded { .. })
        | Change::Request(RequestChange::AttachmentWithdrawn { .. })
        | Change::Request(RequestChange::DeadlineMoved { .. }) => about_request(change),
        Change::Paper(PaperChange::PaperIssued { paper, .. }) => (format!("{} dicetak atau disimpan", paper.label()), None),
        Change::Objection(ObjectionChange::ObjectionRegistered { .. })
        | Change::Objection(ObjectionChange::ObjectionAnswered { .. })
        | Change::Objection(ObjectionChange::ObjectionAnswerReceived { .. })
        | Change::Objection(ObjectionChange::ObjectionExecuted { .. })
        | Change::Objection(ObjectionChange::ObjectionWithdrawn { .. })
        | Change::Objection(ObjectionChange::DisputeFiled { .. })
        | Change::Objection(ObjectionChange::DisputeProceeded { .. }) => about_objection(change),
        _ => about_office(change),
    }
}

fn about_request(change: &Change) -> (String, Option<String>) {
    match change {
        Change::Request(RequestChange::RequestRegistered { number, promised, .. }) => {
            let note = promised.safe.map(|safe| format!("Batas aman {}", words(safe)));
            (format!("Didaftarkan dengan nomor {}", number.text), note)
        }
        Change::Request(RequestChange::RequestFoundIncomplete { incomplete }) => {
            let due = incomplete.due.map_or_else(String::new, |due| format!("; dilengkapi paling lambat {}", words(due)));
            let note = format!("{}{due}", letter("Surat Keterangan Tidak Lengkap", &incomplete.letter));
            ("Berkas dinyatakan belum lengkap".to_owned(), Some(note))
        }
        Change::Request(RequestChange::RequestDeclaredComplete { promised, .. }) => {
            let note = promised.official.map(|official| format!("Batas resmi jawaban {}", words(official)));
            ("Berkas dinyatakan lengkap".to_owned(), note)
        }
        Change::Request(RequestChange::RequestNotProcessed { .. }) => ("Ditutup: tidak dilengkapi pemohon".to_owned(), None),
        Change::Request(RequestChange::RequestWithdrawn { reason, .. }) => ("Dicabut pemohon".to_owned(), Some(reason.clone())),
        Change::Request(RequestChange::RequestExtended { extension }) => {
            let note = format!(
                "{}; batas resmi dari {} menjadi {}",
                letter("Pemberitahuan", &extension.letter),
                official(&extension.first),
                official(&extension.promised)
            );
            ("Waktu jawaban diperpanjang".to_owned(), Some(note))
        }
        Change::Request(RequestChange::RequestGranted { grant }) => {
            ("Dikabulkan seluruhnya".to_owned(), Some(letter("Pemberitahuan Tertulis", &grant.letter)))
        }
        Change::Request(RequestChange::RequestPartlyGranted { grant, .. }) => {
            ("Dikabulkan sebagian".to_owned(), Some(letter("Pemberitahuan Tertulis", &grant.letter)))
        }
        Change::Request(RequestChange::RequestRefused { refusal }) => {
            ("Ditolak: informasi yang dikecualikan".to_owned(), Some(letter("SK Penolakan", &refusal.letter)))
        }
        Change::Request(RequestChange::RequestUnavailable { unavailable }) => {
            let mut note = letter("Pemberitahuan Tertulis", &unavailable.letter);
            if let Some(body) = &unavailable.body {
                note = format!("{note}; dikuasai {body}");
            }
            (format!("Tidak dapat diberikan: {}", unavailable.absence.label().to_lowercase()), Some(note))
        }
        Change::Request(RequestChange::AnswerReceived { on }) => (format!("Jawaban diterima pemohon {}", words(*on)), None),
        Change::Request(RequestChange::FeePaid { payment }) => {
            (format!("Biaya {} dibayar", rupiah(payment.amount)), Some(format!("Kuitansi nomor {}", payment.number)))
        }
        Change::Request(RequestChange::InformationHandedOver { handover }) => {
            let note = format!("Tanda bukti nomor {}, {} dokumen", handover.number, handover.items.len());
            (format!("Informasi diserahkan {}", words(handover.on)), Some(note))
        }
        Change::Request(RequestChange::RequestForwarded { forwarding }) => {
            (format!("Diteruskan kepada {}", forwarding.to), Some(forwarding.note.clone()))
        }
        Change::Request(RequestChange::ForwardAnswered { answer }) => {
            let number = answer.number.as_ref().map_or_else(String::new, |number| format!(" dengan nomor {number}"));
            (format!("Jawaban penerusan diterima{number}"), Some(answer.note.clone()))
        }
        Change::Request(RequestChange::RequestCorrected { reason, .. }) => ("Isian dikoreksi".to_owned(), Some(reason.clone())),
        Change::Request(RequestChange::AttachmentAdded { file, .. }) => {
            (format!("Berkas dilampirkan: {}", file.purpose.label().to_lowercase()), Some(file.name.clone()))
        }
        Change::Request(RequestChange::AttachmentWithdrawn { reason, .. }) => ("Berkas ditarik".to_owned(), Some(reason.clone())),
        Change::Request(RequestChange::DeadlineMoved { moved }) => {
            let what = format!("Batas waktu bergeser dari {} menjadi {}", official(&moved.before), official(&moved.after));
            (what, Some(moved.reason.clone()))
        }
        _ => (String::new(), None),
    }
}

fn about_objection(change: &Change) -> (String, Option<String>) {
    match change {
        Change::Objection(ObjectionChange::ObjectionRegistered { number, due, .. }) => {
            let note = due.map(|due| format!("Batas tanggapan {}", words(due)));
            (format!("Keberatan dicatat dengan nomor {}", number.text), note)
        }
        Change::Objection(ObjectionChange::ObjectionAnswered { answer }) => {
            (answer.verdict.label().to_owned(), Some(letter("Tanggapan", &answer.letter)))
        }
        Change::Objection(ObjectionChange::ObjectionAnswerReceived { on, reaction }) => {
            (format!("Tanggapan diterima pengaju {}", words(*on)), Some(reaction.clone()))
        }
        Change::Objection(ObjectionChange::ObjectionExecuted { on, note }) => {
            (format!("Perintah dilaksanakan {}", words(*on)), Some(note.clone()))
        }
        Change::Objection(ObjectionChange::ObjectionWithdrawn { reason, .. }) => {
            ("Keberatan dicabut".to_owned(), Some(reason.clone()))
        }
        Change::Objection(ObjectionChange::DisputeFiled { filing }) => {
            (format!("Sengketa diajukan ke {}", filing.commission), Some(format!("Nomor register {}", filing.number)))
        }
        Change::Objection(ObjectionChange::DisputeProceeded { step }) => {
            let number = step.number.as_ref().map_or_else(String::new, |number| format!(" nomor {number}"));
            (format!("{}{number}, {}", step.kind.label(), words(step.on)), Some(step.note.clone()))
        }
        _ => (String::new(), None),
    }
}

fn about_office(change: &Change) -> (String, Option<String>) {
    let plain = |text: &str| (text.to_owned(), None);
    match change {
        Change::Office(OfficeChange::OfficeEstablished { .. }) => plain("Kantor disiapkan"),
        Change::Office(OfficeChange::OfficeRevised { .. }) => plain("Pengaturan kantor diubah"),
        Change::Office(OfficeChange::OfficialNamed { .. }) => plain("Pejabat ditambahkan"),
        Change::Office(OfficeChange::OfficialRevised { .. }) => plain("Data pejabat diubah"),
        Change::Office(OfficeChange::OfficialRelieved { until, .. }) => (format!("Jabatan berakhir {}", words(*until)), None),
        Change::Office(OfficeChange::AccountOpened { .. }) => plain("Akun dibuat"),
        Change::Office(OfficeChange::AccountRevised { .. }) => plain("Akun diubah"),
        Change::Office(OfficeChange::AccountClosed { .. }) => plain("Akun ditutup"),
        Change::Office(OfficeChange::SigningSet { paper, .. }) => (format!("Penanda tangan {} diubah", paper.label()), None),
        Change::Office(OfficeChange::DutySet { duty, .. }) => (format!("Pembagian tugas diubah: {}", duty.label()), None),
        Change::Office(OfficeChange::DeskOpened { desk }) => (format!("Meja {} dibuka", desk.code.as_str()), None),
        Change::Office(OfficeChange::NumbersVoided { numbers }) => {
            let what = format!("{}: nomor urut {} sampai {} tidak terpakai", numbers.series.label(), numbers.from, numbers.to);
            (what, Some(numbers.reason.clone()))
        }
        Change::Office(OfficeChange::DayOffSet { day }) => {
            (format!("Kalender: {} {}", words(day.date), day.name), Some(day.decree.clone()))
        }
        Change::Office(OfficeChange::DayOffCleared { date, reason }) => {
            (format!("Kalender: {} dihapus", words(*date)), Some(reason.clone()))
        }
        Change::Pack(PackChange::PackReceived { pack }) => {
            (format!("Paket {} dari PPID Utama diterima", pack_name(pack.pack())), Some(pack.pack().basis.clone()))
        }
        Change::Office(OfficeChange::PackApplied { pack }) => {
            (format!("Paket {} diterapkan", pack_name(pack.pack())), Some(pack.pack().basis.clone()))
        }
        Change::Office(OfficeChange::PackReverted { line, version, reason }) => {
            (format!("Paket {} versi {version} dikembalikan", line.label()), Some(reason.clone()))
        }
        Change::Office(OfficeChange::FeesDecreed { fees }) => ("Biaya ditetapkan".to_owned(), Some(fees.decree.clone())),
        Change::Office(OfficeChange::WordingRevised { .. }) => plain("Naskah surat diubah"),
        Change::Office(OfficeChange::WordingRestored { .. }) => plain("Naskah surat dikembalikan ke aslinya"),
        Change::Classification(ClassificationChange::ConsequenceTested { worksheet }) => {
            ("Lembar uji konsekuensi ditulis".to_owned(), Some(worksheet.unit.clone()))
        }
        Change::Classification(ClassificationChange::ConsequenceTestApproved { on, by }) => {
            (format!("Disetujui pimpinan {}", words(*on)), Some(by.clone()))
        }
        Change::Classification(ClassificationChange::ConsequenceTestRejected { reason, .. }) => {
            ("Tidak disetujui pimpinan".to_owned(), Some(reason.clone()))
        }
        Change::Classification(ClassificationChange::ClassificationDecreed { decree }) => {
            ("Klasifikasi ditetapkan".to_owned(), Some(letter("Penetapan", &decree.letter)))
        }
        Change::Classification(ClassificationChange::ClassificationLifted { reason, .. }) => {
            ("Informasi dinyatakan terbuka".to_owned(), Some(reason.clone()))
        }
        Change::Question(QuestionChange::QuestionAsked { asked }) => {
            (format!("{} bertanya", asked.by.label()), Some(asked.line.clone()))
        }
        Change::Question(QuestionChange::QuestionAnswered { message }) => (format!("{} menjawab", message.by.label()), None),
        Change::Question(QuestionChange::QuestionFollowedUp { message }) => {
            (format!("{} bertanya lagi", message.by.label()), None)
        }
        Change::Question(QuestionChange::QuestionClosed { .. }) => plain("Pertanyaan ditutup"),
        Change::Catalogue(CatalogueChange::DipItemListed { item }) => {
            ("Dimuat dalam DIP".to_owned(), Some(item.category.label().to_owned()))
        }
        Change::Catalogue(CatalogueChange::DipItemWithdrawn { reason, .. }) => {
            ("Dikeluarkan dari DIP".to_owned(), Some(reason.clone()))
        }
        Change::Survey(SurveyChange::SurveyAnswered { .. }) => plain("Survei dijawab"),
        Change::Report(ReportChange::ReportFrozen { report }) => (format!("Laporan tahun {} dibekukan", report.year), None),
        _ => (String::new(), None),
    }
}
