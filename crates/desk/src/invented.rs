//! An invented desk, for tests of what lies behind the handle.
#![allow(clippy::unwrap_used)]

use crate::kernel::disk::{Disk, OwnDisk};
use crate::{Desk, FirstStart, Folder, Moment, RequestDraft, system_dice};
use std::sync::Arc;
use tempfile::TempDir;

/// The password of the account `a`.
pub(crate) const PASSWORD: &str = "kebun teh pagi";

/// When everything happens.
pub(crate) fn moment() -> Moment {
    Moment { millis: 1, local: "2026-11-23T09:00:00".parse().unwrap() }
}

/// A desk with one request and the account `a`, and its folder.
pub(crate) fn begun() -> (TempDir, Folder, Desk) {
    begun_on(Arc::new(OwnDisk))
}

/// The same on this disk.
pub(crate) fn begun_on(disk: Arc<dyn Disk>) -> (TempDir, Folder, Desk) {
    let dir = TempDir::new().unwrap();
    let folder = Folder::at(dir.path().join("meja")).on(disk);
    let first: FirstStart = serde_json::from_value(serde_json::json!({
        "office_code": "12.18.02", "kecamatan": "Perbaungan", "abbreviation": "PBG", "regency": "KABUPATEN REKAAN",
        "letterhead_government": "PEMERINTAH", "letterhead_office": "KECAMATAN", "letterhead_lines": ["Jalan Contoh"],
        "emblem": "", "place": "Perbaungan", "paper": "a4", "work_week": "mon_fri", "clock_start": "received",
        "collective_leave_is_workday": false, "number_pattern": "{nomor}/{tahun}", "first_number": 1, "desk_code": "A",
        "officials": [{"name": "P", "nip": "", "rank": "", "position": "S", "role": "ppid_unit", "capacity": "definitive"}],
        "login": "a", "account_name": "A", "account_role": "desk_officer", "password": PASSWORD, "password_again": PASSWORD
    }))
    .unwrap();
    let (mut desk, _) = folder.begin(&first, moment(), system_dice()).unwrap();
    let form = RequestDraft {
        received_date: "2026-11-23".into(),
        received_time: "08.00".into(),
        name: "Warga".into(),
        identity_kind: "not_shown".into(),
        address: "Jalan".into(),
        phone: "081260123456".into(),
        information: "Data".into(),
        purpose: "Uji".into(),
        ..RequestDraft::default()
    };
    desk.register_request(form, moment()).unwrap();
    (dir, folder, desk)
}
