//! Forms that are printed empty and filled in by hand: for a queue, for a power cut, for whoever writes at home.

use crate::coded::coded;

/// How many of one empty form are printed at a time, at most.
pub const MOST_BLANKS: u8 = 50;

coded! {
    /// An empty form. It is no paper of any matter, and its printing is not noted.
    pub enum BlankKind {
        /// The request form, with the applicant's rights on the second page.
        Request = "request" => "Formulir permohonan",
        /// The objection form.
        Objection = "objection" => "Formulir keberatan",
        /// The sheet of the satisfaction survey.
        Survey = "survey" => "Lembar survei kepuasan",
        /// The special power of attorney.
        Mandate = "mandate" => "Surat kuasa khusus",
        /// The applicant's withdrawal.
        Withdrawal = "withdrawal" => "Surat pencabutan permohonan",
    }
}
