//! What happened to an office, in words.

use super::OfficeChange;
use crate::indonesian::date;
use crate::words::Words;

impl OfficeChange {
    /// What happened, in words.
    pub fn words(&self) -> Words {
        match self {
            Self::OfficeEstablished { .. } => Words::of("Kantor disiapkan"),
            Self::OfficeRevised { .. } => Words::of("Pengaturan kantor diubah"),
            Self::OfficialNamed { .. } => Words::of("Pejabat ditambahkan"),
            Self::OfficialRevised { .. } => Words::of("Data pejabat diubah"),
            Self::OfficialRelieved { until, .. } => Words::of("Jabatan berakhir").and(format!(" {}", date(*until))),
            Self::AccountOpened { .. } => Words::of("Akun dibuat"),
            Self::AccountRevised { .. } => Words::of("Akun diubah"),
            Self::AccountClosed { .. } => Words::of("Akun ditutup"),
            Self::SigningSet { paper, .. } => Words::of(format!("Penanda tangan {} diubah", paper.label())),
            Self::DutySet { duty, .. } => Words::of(format!("Pembagian tugas diubah: {}", duty.label())),
            Self::DeskOpened { desk } => Words::of(format!("Meja {} dibuka", desk.code.as_str())),
            Self::DeskJoined { desk, server, key, before } => {
                let from = before.as_ref().map_or_else(String::new, |before| format!("; sebelumnya {before}"));
                Words::of(format!("Meja {} disambungkan ke PPID Utama", desk.as_str()))
                    .and(format!(" {server}"))
                    .note(format!("Kunci server {key}{from}"))
            }
            Self::RecoveryCardMade { desk } => Words::of(format!("Kartu pemulihan baru dibuat di meja {}", desk.as_str())),
            Self::DeskRestored { desk, made_on } => {
                Words::of(format!("Meja {} dipulihkan dari cadangan", desk.as_str())).and(format!(" tanggal {}", date(*made_on)))
            }
            Self::DeskHandedOver { handover } => Words::of(format!("Meja {} diserahterimakan", handover.desk.as_str()))
                .and(format!(" dari {} kepada {}", handover.from.name, handover.to.name)),
            Self::ClockConfirmed { desk, now, last, note } => {
                Words::of(format!("Tanggal komputer di meja {} dipastikan", desk.as_str()))
                    .and(format!(" {}; catatan sebelumnya bertanggal {}", date(*now), date(*last)))
                    .note(Some(note.clone()).filter(|note| !note.is_empty()))
            }
            Self::PasswordRecovered { desk, .. } => {
                Words::of(format!("Sandi sebuah akun diganti dengan kartu pemulihan di meja {}", desk.as_str()))
            }
            Self::PasswordReset { desk, .. } => {
                Words::of(format!("Sebuah akun diberi sandi sementara oleh admin di meja {}", desk.as_str()))
            }
            Self::NumbersVoided { numbers } => {
                Words::of(format!("{}: nomor urut {} sampai {} tidak terpakai", numbers.series.label(), numbers.from, numbers.to))
                    .note(numbers.reason.clone())
            }
            Self::NumberReserved { reserved } => {
                Words::of("Formulir bernomor disediakan").and(format!(": {}", reserved.number.text))
            }
            Self::DayOffSet { day } => {
                Words::of(format!("Kalender: {}", date(day.date))).and(format!(" {}", day.name)).note(day.decree.clone())
            }
            Self::DayOffCleared { date: on, reason } => {
                Words::of(format!("Kalender: {} dihapus", date(*on))).note(reason.clone())
            }
            Self::PackApplied { pack } => {
                Words::of(format!("Paket {} diterapkan", pack.pack().name())).note(pack.pack().basis.clone())
            }
            Self::PackReverted { line, version, reason } => {
                Words::of(format!("Paket {} versi {version} dikembalikan", line.label())).note(reason.clone())
            }
            Self::RetentionSet { retention } => {
                Words::of(format!("Masa simpan permohonan ditetapkan {} tahun", retention.years)).note(retention.basis.clone())
            }
            Self::FeesDecreed { fees } => Words::of("Biaya ditetapkan").note(fees.decree.clone()),
            Self::WordingRevised { .. } => Words::of("Naskah surat diubah"),
            Self::WordingRestored { .. } => Words::of("Naskah surat dikembalikan ke aslinya"),
        }
    }
}
