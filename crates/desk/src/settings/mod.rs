//! The office about itself: people, numbers, days, wording, packs.

pub(crate) mod about;
pub(crate) mod accounts;
pub(crate) mod clock;
pub(crate) mod days_off;
pub(crate) mod emblem;
pub(crate) mod keys;
pub(crate) mod lists;
pub(crate) mod logins;
pub(crate) mod new_key;
pub(crate) mod numbers;
pub(crate) mod office;
pub(crate) mod officials;
pub(crate) mod own_key;
pub(crate) mod packs;
pub(crate) mod profile;
pub(crate) mod recalculate;
pub(crate) mod record;
pub(crate) mod roles;
pub(crate) mod rules;
pub(crate) mod seen_account;
pub(crate) mod step;
pub(crate) mod temporary;
pub(crate) mod uses;
pub(crate) mod view;
pub(crate) mod wording;
