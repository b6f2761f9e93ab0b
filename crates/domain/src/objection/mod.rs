//! An objection (*keberatan*, UU KIP Ps 35–36) to the superior of the PPID, and the dispute that may follow it.

use crate::coded::coded;

coded! {
    /// Why an applicant objects: a letter of Ps 35(1) UU KIP.
    pub enum ObjectionGround {
        /// Refused.
        A = "a" => "Permohonan informasi ditolak",
        /// Periodic information is not provided; needs no request.
        B = "b" => "Informasi berkala tidak disediakan",
        /// Not answered.
        C = "c" => "Permintaan informasi tidak ditanggapi",
        /// Answered with something else.
        D = "d" => "Permintaan informasi ditanggapi tidak sebagaimana yang diminta",
        /// Not fulfilled.
        E = "e" => "Permintaan informasi tidak dipenuhi",
        /// The cost is unreasonable.
        F = "f" => "Biaya yang dikenakan tidak wajar",
        /// Too late.
        G = "g" => "Informasi disampaikan melebihi jangka waktu yang ditentukan",
    }
}

coded! {
    /// What the superior decides about the PPID's answer.
    pub enum Verdict {
        /// The PPID's answer stands; written reasons are due (Ps 36).
        Upheld = "upheld" => "Menguatkan putusan PPID",
        /// The PPID's answer is overturned: the information is to be given.
        Overturned = "overturned" => "Mengabulkan keberatan seluruhnya",
        /// The PPID's answer is overturned in part.
        PartlyOverturned = "partly_overturned" => "Mengabulkan keberatan sebagian",
    }
}
