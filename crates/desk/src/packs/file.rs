//! A pack as a file: for a desk without a connection, or one that wants it at once.

use loket_domain::authority::Duty;
use loket_domain::change::Change;
use loket_domain::problem::Refused;
use loket_journal::{decode_pack, pack_subject, verify_pack};
use loket_letters::check_pack;

use super::{Standing, pack_name};
use crate::actions::done;
use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::views::{Done, SubjectKind};
use crate::write::Written;

impl Desk {
    /// Takes in the file of a pack. It is then received, not applied; one that was received before stays as it is.
    ///
    /// # Errors
    /// [`DeskError::Pack`] and [`DeskError::ForeignPack`] for a file that may not be used, [`DeskError::Refused`] while the
    /// desk knows no PPID Utama, for a role that may not, and for a pack that is older than the one in force. Nothing is
    /// written then.
    pub fn read_pack(&mut self, bytes: &[u8], moment: Moment) -> Result<Done, DeskError> {
        self.office.may(&self.account, Duty::Administer)?;
        let enrolment = self.enrolment()?.ok_or(Refused::NotNow(
            "Sambungkan dahulu meja ini ke PPID Utama; tanpa itu asal berkas paket tidak dapat diperiksa.",
        ))?;
        let signed = decode_pack(bytes)?;
        verify_pack(&signed, &enrolment.server_key).map_err(|_| DeskError::ForeignPack)?;
        check_pack(&signed.pack().content)?;
        let subject = pack_subject(&signed);
        let (_, id) = subject.as_matter().ok_or(Refused::Unknown)?;
        let name = pack_name(signed.pack());
        if self.packs()?.iter().any(|known| known.id == id) {
            return Ok(done(SubjectKind::Pack, id, format!("Paket {name} sudah diterima sebelumnya.")));
        }
        if let Standing::Replaced(_) = self.standing(&signed, true) {
            return Err(Refused::NotNow(
                "Paket dalam berkas ini lebih lama daripada yang sudah berlaku di kantor ini; tidak ada yang diubah.",
            )
            .into());
        }
        let changes = vec![Change::PackReceived { pack: Box::new(signed) }];
        self.commit(Duty::Administer, moment, |_, _, _| Ok(vec![Written { subject, changes }]))?;
        Ok(done(SubjectKind::Pack, id, format!("Paket {name} diterima. Periksa perbedaannya, lalu terapkan.")))
    }
}
