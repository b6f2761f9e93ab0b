//! What anybody may see without signing in, once an admin opened the door: the offices, what they publish, what they keep closed, how
//! they answer, asking for something, and the way of one's own request.
//!
//! No page here reads or gives a cookie, names an applicant, or shows what is not published; `crate::pages::pages` lists them, and
//! `entrance` stands before each.

pub(super) mod ask;
mod ask_form;
mod ask_review;
mod by_receipt;
pub(super) mod catalogue;
pub(super) mod ckan;
pub(super) mod data;
pub(super) mod entrance;
pub(super) mod exempt;
pub(super) mod feed;
mod filed;
pub(super) mod follow;
pub(super) mod frame;
pub(super) mod front;
pub(super) mod item;
pub(super) mod object;
pub(super) mod office;
pub(super) mod offices;
pub(super) mod open_figures;
mod paper_form;
pub(super) mod papers;
pub(super) mod receipt;
mod typed;
pub(super) mod withdraw;
