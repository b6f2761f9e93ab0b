//! What an admin sets on the running server, kept in the database: the public's door, what is filed at it, and how long answered
//! requests are read.
//!
//! The stories every implementation must pass are in `tests/utama/door.rs`.

mod office_asking;
mod public_door;
mod reading;

pub(crate) use office_asking::{OfficeAsking, keep_office_asking, office_asking, offices_asking};
pub use public_door::PublicDoor;
pub(crate) use public_door::PublicDoorOrder;
pub(crate) use reading::ReadingTime;

use async_trait::async_trait;
use loket_domain::numbering::{DeskCode, WEB_DESK};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::fault::StoreFault;

/// The memory of settings, each a text under a name. Whatever a method wrote is durable when it answers.
#[async_trait]
pub trait ServerSettings: Send + Sync {
    /// What is kept under this name.
    async fn setting(&self, name: &str) -> Result<Option<String>, StoreFault>;

    /// Keeps this text under this name.
    async fn keep_setting(&self, name: &str, value: &str) -> Result<(), StoreFault>;
}

/// Under which name the door is kept.
const DOOR: &str = "public_door";

/// Under which name the code of the web's desk is kept.
const WEB_DESK_CODE: &str = "web_desk";

/// What is kept under this name; the usual before anybody set it. `what` names it to whoever puts a damaged one right.
async fn kept<T: DeserializeOwned + Default>(
    settings: &(impl ServerSettings + ?Sized),
    name: &str,
    what: &'static str,
) -> Result<T, StoreFault> {
    let stored = settings.setting(name).await?;
    stored.map_or_else(|| Ok(T::default()), |stored| serde_json::from_str(&stored).map_err(StoreFault::damaged(what)))
}

/// Keeps it, to be read by [`kept`].
async fn keep<T: Serialize + Sync>(
    settings: &(impl ServerSettings + ?Sized),
    name: &str,
    what: &'static str,
    value: &T,
) -> Result<(), StoreFault> {
    let value = serde_json::to_string(value).map_err(StoreFault::damaged(what))?;
    settings.keep_setting(name, &value).await
}

/// The public's door as it is set; shut before anybody set it.
///
/// # Errors
/// [`StoreFault`] when it cannot be read.
pub(crate) async fn public_door(settings: &(impl ServerSettings + ?Sized)) -> Result<PublicDoor, StoreFault> {
    kept(settings, DOOR, "pintu publik").await
}

/// Sets the public's door.
///
/// # Errors
/// [`StoreFault`] when it cannot be kept.
pub(crate) async fn keep_public_door(settings: &(impl ServerSettings + ?Sized), door: &PublicDoor) -> Result<(), StoreFault> {
    keep(settings, DOOR, "pintu publik", door).await
}

/// The code of the web's desk at every office; the first one before a database was put back.
///
/// # Errors
/// [`StoreFault`] when it cannot be read.
pub(crate) async fn web_desk_code(settings: &(impl ServerSettings + ?Sized)) -> Result<DeskCode, StoreFault> {
    Ok(settings.setting(WEB_DESK_CODE).await?.map_or_else(|| DeskCode::from(WEB_DESK), DeskCode::from))
}

/// Gives the web's desk another code.
///
/// # Errors
/// [`StoreFault`] when it cannot be kept.
pub(crate) async fn keep_web_desk_code(settings: &(impl ServerSettings + ?Sized), code: &DeskCode) -> Result<(), StoreFault> {
    settings.keep_setting(WEB_DESK_CODE, code).await
}

/// Under which name the time of reading is kept.
const READING: &str = "reading_time";

/// How long staff may read a forwarded request after it was answered.
///
/// # Errors
/// [`StoreFault`] when it cannot be read.
pub(crate) async fn reading_time(settings: &(impl ServerSettings + ?Sized)) -> Result<ReadingTime, StoreFault> {
    kept(settings, READING, "masa baca").await
}

/// Sets it.
///
/// # Errors
/// [`StoreFault`] when it cannot be kept.
pub(crate) async fn keep_reading_time(settings: &(impl ServerSettings + ?Sized), time: ReadingTime) -> Result<(), StoreFault> {
    keep(settings, READING, "masa baca", &time).await
}
