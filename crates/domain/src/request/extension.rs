//! Extending the time for an answer: once, by seven working days, for one of three reasons (UU KIP Ps 22(8)).

use crate::coded::coded;

coded! {
    /// Why more time is needed. The law knows no other reason.
    pub enum ExtensionReason {
        /// Not under the office's control yet.
        NotHeld = "not_held" => "Informasi yang diminta belum dikuasai",
        /// Not recorded yet.
        NotDocumented = "not_documented" => "Informasi yang diminta belum didokumentasikan",
        /// Not decided yet whether it is exempt.
        Undecided = "undecided" => "Belum dapat diputuskan apakah informasi yang diminta termasuk informasi yang dikecualikan",
    }
}
