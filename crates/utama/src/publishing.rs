//! Publishing a pack.

use loket_domain::calendar::Calendar;
use loket_domain::pack::{Difference, Pack, PackContent, PackFault, PackLine, differences};
use loket_letters::{check_pack, with_originals};

use super::PublishedPack;
use crate::accounts::Reach;
use crate::clock::civil;
use crate::fault::StoreFault;
use crate::memory::Memory;
use crate::sync::Service;

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
    let offices = store.known_offices(&Reach::Every).await?;
    let applied = offices.iter().filter_map(|(_, known)| known.as_ref()?.packs.versions.get(&line).copied()).max();
    Ok(kept.max(applied).unwrap_or(0).saturating_add(1))
}

/// What a pack is published with.
#[derive(Clone, Copy)]
pub(crate) struct Publishing<'a> {
    pub(crate) store: &'a dyn Memory,
    /// Who signs.
    pub(crate) service: &'a Service,
    /// What comes with the app.
    pub(crate) calendar: &'a Calendar,
    /// In milliseconds since 1970.
    pub(crate) now: u64,
}

impl Publishing<'_> {
    /// What an order would change, and the version it would have.
    pub(crate) async fn preview(&self, order: &PackOrder) -> Result<(u32, Vec<Difference>), PublishFault> {
        let line = order.content.line();
        let version = next_version(self.store, line).await?;
        self.pack(order, version)?;
        let before = content(&self.store.packs().await?, line, self.calendar);
        let told = differences(&with_originals(before), &with_originals(order.content.clone()));
        if told.is_empty() { Err(PublishFault::Same) } else { Ok((version, told)) }
    }

    fn pack(&self, order: &PackOrder, version: u32) -> Result<Pack, PackFault> {
        let on = civil(self.now).date();
        check_pack(&order.content)?;
        Pack::new(version, &order.title, &order.basis, on, order.content.clone())
    }

    /// Signs and keeps a pack. It reaches each office when a desk of it next compares.
    ///
    /// # Errors
    /// [`PublishFault`]; then nothing was published. `seen` is the version that was shown before.
    pub(crate) async fn publish(&self, login: &str, order: &PackOrder, seen: u32) -> Result<Pack, PublishFault> {
        let (version, _) = self.preview(order).await?;
        if version != seen {
            return Err(PublishFault::Changed);
        }
        let pack = self.pack(order, version)?;
        let signed = self.service.sign_pack(&pack)?;
        let published = PublishedPack { signed, published: self.now, login: login.to_owned() };
        if self.store.keep_pack(published).await? { Ok(pack) } else { Err(PublishFault::Changed) }
    }
}
