//! A pack as a file: for a desk without a connection, or one that wants it at once.

use crate::error::DeskError;
use crate::forms::step::done;
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::settings::packs;
use crate::settings::packs::directory;
use crate::store::enrolment;

use crate::settings::packs::PackStanding;
use crate::settings::packs::plan::NOT_CONNECTED;
use crate::words::short::pack_name;

use crate::views::action::Done;
use crate::views::subject::SubjectKind;
use loket_domain::authority::Duty;
use loket_domain::change::{Change, PackChange};
use loket_domain::problem::Refused;
use loket_journal::{ForgedHead, decode_pack, pack_subject, verify_pack};
use loket_letters::check_pack;

/// Takes in the file of a pack. It is then received, not applied; one that was received before stays as it is.
pub(crate) fn read_pack(journal: &mut Journal, bytes: &[u8], moment: Moment) -> Result<Done, DeskError> {
    journal.office.may(&journal.account, Duty::Administer)?;
    let enrolment = enrolment::enrolment(journal.tables())?.ok_or(NOT_CONNECTED)?;
    let signed = decode_pack(bytes)?;
    verify_pack(&signed, &enrolment.server_key).map_err(foreign)?;
    check_pack(&signed.pack().content)?;
    let subject = pack_subject(&signed);
    let (_, id) = subject.as_matter().ok_or(Refused::Unknown)?;
    let name = pack_name(signed.pack());
    if packs::packs(journal.tables(), &journal.context())?.iter().any(|known| known.id == id) {
        return Ok(done(SubjectKind::Pack, id, format!("Paket {name} sudah diterima sebelumnya.")));
    }
    let at_once = signed.pack().line().holds_at_once();
    let latest = if at_once { directory::latest(journal.tables())? } else { None };
    let older = latest.is_some_and(|latest| latest.pack().version >= signed.pack().version);
    if older || matches!(packs::standing(&journal.context(), &signed, true), PackStanding::Replaced(_)) {
        return Err(Refused::NotNow(
            "Paket dalam berkas ini lebih lama daripada yang sudah berlaku di kantor ini; tidak ada yang diubah.",
        )
        .into());
    }
    let changes = vec![Change::Pack(PackChange::received(signed))];
    journal.commit(Duty::Administer, moment, |_, _, _| Ok(vec![Written { subject, changes }]))?;
    if at_once {
        return Ok(done(SubjectKind::Pack, id, format!("Paket {name} diterima dan langsung berlaku.")));
    }
    Ok(done(SubjectKind::Pack, id, format!("Paket {name} diterima. Periksa perbedaannya, lalu terapkan.")))
}

/// A signature that does not hold says no more than that.
fn foreign(_: ForgedHead) -> DeskError {
    DeskError::ForeignPack
}
