//! What pages are made of.

pub(super) mod address;
pub(super) mod answer;
pub(super) mod chart;
pub(super) mod choice;
pub(super) mod chosen_offices;
pub(super) mod csv;
pub(super) mod deed;
pub(super) mod history;
pub(super) mod items;
pub(super) mod notice;

pub(super) mod page;
pub(super) mod signing;
pub(super) mod style;
pub(super) mod table;
pub(super) mod words;
