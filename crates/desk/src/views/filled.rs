//! A filled form: what stands in its boxes.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of a box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(untagged)]
#[allow(missing_docs)] // One for each kind of content.
pub enum FieldValue {
    Yes(bool),
    Number(#[cfg_attr(feature = "bindings", ts(type = "number"))] i64),
    Text(String),
    Many(Vec<String>),
}

/// A filled form, by names of its boxes.
pub type Filled = BTreeMap<String, FieldValue>;
