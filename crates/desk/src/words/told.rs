//! What happened, in words: one line for the timeline, and more about it.

use loket_journal::Recorded;

/// What is damaged, and what to do about it.
pub(crate) const DAMAGED: &str = "Isi catatan ini tidak terbaca, jadi disimpan apa adanya dan tidak diterapkan. Cocokkan dengan berkas \
     kertasnya, catat ulang langkah yang hilang, lalu laporkan kepada PPID Utama.";

/// What happened, in one line, and more about it.
pub(crate) fn told(recorded: &Recorded) -> (String, Option<String>) {
    match recorded {
        Recorded::Known(change) => {
            let words = change.words();
            (words.line, words.note)
        }
        Recorded::Newer { .. } => {
            ("Catatan dari versi yang lebih baru".to_owned(), Some("Perbarui aplikasi untuk membacanya.".to_owned()))
        }
        Recorded::Damaged { .. } => ("Catatan rusak".to_owned(), Some(DAMAGED.to_owned())),
    }
}
