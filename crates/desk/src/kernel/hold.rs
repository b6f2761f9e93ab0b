//! When the next number is not certain: after a backup was restored, in a copy of the whole folder, on a PC that replaces another, and
//! while the date cannot be true.
//!
//! A number on a receipt is never given twice, so a desk that may have forgotten some writes nothing until PPID Utama has
//! given it its later entries back, or an officer has told the last number handed out (`settings::numbers`).

use serde::{Deserialize, Serialize};

/// Why the desk writes nothing for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Hold {
    /// Its file was restored from a backup, or brought to another computer.
    Restored {
        /// How many entries it had written before, where the trail tells.
        written: Option<u64>,
    },
    /// Its whole folder, the trail among it, was copied from another computer, or beside the first.
    Copied,
    /// It is new in an office that has entries, and may replace a PC that gave numbers.
    CatchUp,
    /// The computer's date does not fit what was written last. Never kept: it is looked at anew each time.
    Clock,
}

impl Hold {
    /// The sentence for a person.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Restored { written: Some(_) } => {
                "Catatan terakhir meja ini tidak ada dalam berkas datanya: berkas itu dipulihkan dari cadangan, atau disalin tanpa \
                 loket.db-wal. Nomor berikutnya belum pasti. Sambungkan ke PPID Utama, atau buka Pengaturan lalu isi nomor terakhir \
                 yang sudah dipakai di tanda bukti."
            }
            Self::Restored { written: None } => {
                "Data meja ini dipulihkan dari cadangan, jadi nomor berikutnya belum pasti. Sambungkan ke PPID Utama, atau buka \
                 Pengaturan lalu isi nomor terakhir yang sudah dipakai di tanda bukti."
            }
            Self::Copied => {
                "Folder data ini disalin dari komputer lain, jadi nomor berikutnya belum pasti. Berhenti memakai komputer yang lama, lalu \
                 buka Pengaturan dan isi nomor terakhir yang sudah dipakai di tanda bukti; satu meja hanya dipakai di satu komputer."
            }
            Self::Clock => {
                "Tanggal komputer ini tidak cocok dengan catatan terakhir meja ini: lebih awal, atau lebih dari setahun sesudahnya. \
                 Betulkan tanggal dan jam komputer; bila memang sudah benar, buka Pengaturan, bagian Penomoran, lalu pilih Tanggal \
                 komputer benar."
            }
            Self::CatchUp => {
                "Catatan kantor ini belum selesai diambil dari PPID Utama, jadi nomor berikutnya belum pasti. Tunggu sinkron \
                 selesai, atau buka Pengaturan lalu isi nomor terakhir yang sudah dipakai."
            }
        }
    }
}
