//! What a person is in the structure of the PPID.

use crate::coded::coded;

coded! {
    /// What an official is in the PPID structure (Permendagri 3/2017).
    pub enum Role {
        /// Decides and signs at the kecamatan.
        PpidUnit = "ppid_unit" => "PPID Pelaksana",
        /// Answers objections.
        PpidSuperior = "ppid_superior" => "Atasan PPID",
        /// Registers and hands over receipts.
        DeskOfficer = "desk_officer" => "Petugas meja layanan",
        /// Coordinates at the regency.
        PpidMain = "ppid_main" => "PPID Utama",
        /// Keeps accounts, calendar and settings.
        Admin = "admin" => "Admin aplikasi",
    }
}
