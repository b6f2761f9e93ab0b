//! Copies of a whole server: its file as it is at one moment, the attached files, and a list of what must be there.
//!
//! A copy is a folder. It is written under another name and gets its own when it is whole; [`check_copy`] holds what lies there
//! against its list, so that a copy of a copy that lost something says so. PostgreSQL has tools of its own for this.

mod list;
mod making;
mod restoring;

pub use list::{CopyList, Lack, check_copy};
pub use making::back_up;
pub use restoring::restore;

use std::path::PathBuf;

use crate::fault::StoreFault;
use crate::objects::PlaceFault;

/// Where a copy keeps the database, as a server does.
const DATABASE: &str = "utama.sqlite";
/// Where a copy keeps the attached files, as a server does.
const FILES: &str = "berkas";

/// Why a copy was not made, or not put back; each a sentence for the administrator.
#[derive(Debug, thiserror::Error)]
pub enum CopyFault {
    /// PostgreSQL is copied with its own tools.
    #[error(
        "Basis data PostgreSQL dicadangkan dengan pg_dump dan dipulihkan dengan pg_restore, bersama tempat berkasnya; lihat panduan PPID Utama, bab Cadangan."
    )]
    Postgres,
    /// Something is in the way.
    #[error("{} sudah ada dan dibiarkan. Sebutkan nama folder yang belum ada.", .0.display())]
    InTheWay(PathBuf),
    /// A server is there already.
    #[error("Di {} sudah ada basis data PPID Utama dan dibiarkan. Pulihkan ke folder lain, atau pindahkan dahulu yang lama.", .0.display())]
    Occupied(PathBuf),
    /// Not a copy of ours.
    #[error("{} bukan cadangan dari `loket-utama backup`: daftar isinya (cadangan.json) tidak ada atau tidak terbaca.", .0.display())]
    NoList(PathBuf),
    /// The copy has lost something.
    #[error("Cadangan ini tidak utuh: {0} Pakai cadangan lain; tidak ada yang dipulihkan.")]
    Lacks(Lack),
    /// The disk does not do what it is told.
    #[error("{} tidak dapat dibaca atau ditulis: {source}. Periksa ruang kosong dan hak akses, lalu ulangi.", .path.display())]
    Disk {
        /// What.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The place of the files.
    #[error(transparent)]
    Place(#[from] PlaceFault),
}

/// Makes a fault of what the disk said of this path.
fn disk(path: &std::path::Path) -> impl Fn(std::io::Error) -> CopyFault + use<> {
    let path = path.to_owned();
    move |source| CopyFault::Disk { path: path.clone(), source }
}
