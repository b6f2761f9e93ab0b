//! Everything the server remembers, behind one handle.

use crate::accounts::Accounts;
use crate::oversight::Oversight;
use crate::store::Store;

/// A database that keeps the journal, what staff oversees, and the staff itself.
pub trait Memory: Store + Oversight + Accounts {}

impl<T: Store + Oversight + Accounts> Memory for T {}
