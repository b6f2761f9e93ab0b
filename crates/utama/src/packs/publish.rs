//! Publishing a pack.

use loket_domain::calendar::Calendar;
use loket_domain::pack::{Difference, Pack, PackContent, PackFault, PackLine, differences};
use loket_letters::{check_pack, with_originals};

use super::PublishedPack;
use crate::clock::civil;
use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::server::Shared;

/// What somebody wants to publish.
#[derive(Debug, Clone)]
pub(crate) struct PackOrder {
    pub(crate) title: String,
    pub(crate) basis: String,
    pub(crate) content: PackContent,
}

/// Why a pack was not published.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PublishFault {
    /// What it says may not be.
    #[error(transparent)]
    Pack(#[from] PackFault),
    /// It says nothing new.
    #[error("Isinya sama dengan yang sudah berlaku; tidak ada yang perlu diterbitkan.")]
    Same,
    /// Somebody else published another one since.
    #[error("Paket lain baru saja diterbitkan. Periksa lagi perbedaannya, lalu terbitkan.")]
    Changed,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

/// What a line says at PPID Utama: its latest pack, else what comes with the app.
pub(crate) fn content(packs: &[PublishedPack], line: PackLine, shipped: &Calendar) -> PackContent {
    content_of(packs.iter().rfind(|known| known.line() == line), line, shipped)
}

/// What a line says with this pack, or without any.
pub(crate) fn content_of(pack: Option<&PublishedPack>, line: PackLine, shipped: &Calendar) -> PackContent {
    pack.map_or_else(|| PackContent::shipped(line, shipped), |known| known.signed.pack().content.clone())
}

/// The latest pack of a line before this version.
pub(crate) fn earlier(packs: &[PublishedPack], line: PackLine, version: u32) -> Option<&PublishedPack> {
    packs.iter().rfind(|known| known.line() == line && known.version() < version)
}

/// The version the next pack of a line will have: beyond what is kept here and what any office has in force, for a store that
/// was restored or set up anew may have forgotten some.
pub(crate) async fn next_version(store: &dyn Memory, line: PackLine) -> Result<u32, StoreFault> {
    let kept = store.packs().await?.iter().filter(|known| known.line() == line).map(PublishedPack::version).max();
    let applied = store.offices().await?.iter().filter_map(|office| office.packs.versions.get(&line).copied()).max();
    Ok(kept.max(applied).unwrap_or(0).saturating_add(1))
}

impl PackOrder {
    /// What it would change, and the version it would have.
    pub(crate) async fn preview(&self, shared: &Shared) -> Result<(u32, Vec<Difference>), PublishFault> {
        let line = self.content.line();
        let version = next_version(shared.store.as_ref(), line).await?;
        self.pack(version, shared)?;
        let before = content(&shared.store.packs().await?, line, &shared.calendar);
        let told = differences(&with_originals(before), &with_originals(self.content.clone()));
        if told.is_empty() { Err(PublishFault::Same) } else { Ok((version, told)) }
    }

    fn pack(&self, version: u32, shared: &Shared) -> Result<Pack, PackFault> {
        let on = civil(shared.clock.millis()).date();
        check_pack(&self.content)?;
        Pack::new(version, &self.title, &self.basis, on, self.content.clone())
    }
}

/// Signs and keeps a pack. It reaches each office when a desk of it next compares.
///
/// # Errors
/// [`PublishFault`]; then nothing was published. `seen` is the version that was shown before.
pub(crate) async fn publish(shared: &Shared, login: &str, order: &PackOrder, seen: u32) -> Result<Pack, PublishFault> {
    let (version, _) = order.preview(shared).await?;
    if version != seen {
        return Err(PublishFault::Changed);
    }
    let pack = order.pack(version, shared)?;
    let signed = shared.sync.sign_pack(&pack)?;
    let published = PublishedPack { signed, published: shared.clock.millis(), login: login.to_owned() };
    if shared.store.keep_pack(published).await? { Ok(pack) } else { Err(PublishFault::Changed) }
}
