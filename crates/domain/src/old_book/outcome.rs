//! What the old book says was ticked, and what was decided.

use crate::coded::coded;

coded! {
    /// What was decided on a request of the old book.
    pub enum OldOutcome {
        /// All of it was given.
        Granted = "granted" => "Dikabulkan seluruhnya",
        /// Part of it was given.
        PartlyGranted = "partly_granted" => "Dikabulkan sebagian",
        /// It was refused.
        Refused = "refused" => "Ditolak",
        /// The office did not hold it.
        NotHeld = "not_held" => "Belum dikuasai",
        /// It was not documented yet.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// Another body held it.
        HeldByOther = "held_by_other" => "Dikuasai badan publik lain",
        /// It was not completed in time.
        NotProcessed = "not_processed" => "Tidak diproses",
        /// The applicant took it back.
        Withdrawn = "withdrawn" => "Dicabut pemohon",
    }
}

coded! {
    /// A tick of the register.
    pub enum BookTick {
        /// The office held it.
        Held = "held" => "Dikuasai",
        /// The office did not hold it.
        NotHeld = "not_held" => "Tidak dikuasai",
        /// It was not documented yet.
        NotDocumented = "not_documented" => "Belum didokumentasikan",
        /// It is there as a file.
        Softcopy = "softcopy" => "Softcopy",
        /// It is there on paper.
        Hardcopy = "hardcopy" => "Hardcopy",
        /// To look at it was asked.
        View = "view" => "Melihat/mengetahui",
        /// A copy was asked.
        Copy = "copy" => "Meminta salinan",
    }
}

/// Words of a decision, with what they mean; the first that is there tells.
const NAMED: &[(&str, OldOutcome)] = &[
    ("sebagian", OldOutcome::PartlyGranted),
    ("badanpubliklain", OldOutcome::HeldByOther),
    ("instansilain", OldOutcome::HeldByOther),
    ("diteruskan", OldOutcome::HeldByOther),
    ("dialihkan", OldOutcome::HeldByOther),
    ("dilimpahkan", OldOutcome::HeldByOther),
    ("didokumentasi", OldOutcome::NotDocumented),
    ("terdokumentasi", OldOutcome::NotDocumented),
    ("tidakdikuasai", OldOutcome::NotHeld),
    ("belumdikuasai", OldOutcome::NotHeld),
    ("tidakdalampenguasaan", OldOutcome::NotHeld),
    ("tidakdiproses", OldOutcome::NotProcessed),
    ("tidakdilengkapi", OldOutcome::NotProcessed),
    ("tidaklengkap", OldOutcome::NotProcessed),
    ("dicabut", OldOutcome::Withdrawn),
    ("ditarik", OldOutcome::Withdrawn),
    ("dibatalkanpemohon", OldOutcome::Withdrawn),
    ("tidakdapatdiberikan", OldOutcome::Refused),
    ("tidakdiberikan", OldOutcome::Refused),
    ("tidakdikabulkan", OldOutcome::Refused),
    ("tidakdipenuhi", OldOutcome::Refused),
    ("tolak", OldOutcome::Refused),
    ("dikecualikan", OldOutcome::Refused),
    ("kabul", OldOutcome::Granted),
    ("diberikan", OldOutcome::Granted),
    ("dipenuhi", OldOutcome::Granted),
    ("diserahkan", OldOutcome::Granted),
];

impl OldOutcome {
    /// What the words of a book say was decided; none where they do not tell.
    pub fn named(words: &str) -> Option<Self> {
        let letters: String = words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let labelled = Self::ALL.iter().copied().find(|outcome| outcome.code() == words.trim());
        labelled.or_else(|| NAMED.iter().find(|(word, _)| letters.contains(word)).map(|(_, outcome)| *outcome))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_known_as_offices_write_them() {
        for (words, outcome) in [
            ("Dikabulkan", Some(OldOutcome::Granted)),
            ("DIKABULKAN SEBAGIAN", Some(OldOutcome::PartlyGranted)),
            ("Ditolak", Some(OldOutcome::Refused)),
            ("Informasi tidak dapat diberikan", Some(OldOutcome::Refused)),
            ("sudah diberikan", Some(OldOutcome::Granted)),
            ("Tidak dikuasai", Some(OldOutcome::NotHeld)),
            ("Diteruskan ke Dinas", Some(OldOutcome::HeldByOther)),
            ("Belum didokumentasikan", Some(OldOutcome::NotDocumented)),
            ("Tidak dilengkapi pemohon", Some(OldOutcome::NotProcessed)),
            ("Dicabut pemohon", Some(OldOutcome::Withdrawn)),
            ("lihat berkas", None),
            ("", None),
        ] {
            assert_eq!(OldOutcome::named(words), outcome, "{words}");
        }
        for outcome in OldOutcome::ALL {
            assert_eq!(OldOutcome::named(outcome.label()), Some(*outcome), "its own label");
        }
    }
}
