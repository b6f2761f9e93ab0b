//! Everything the server remembers, behind one handle.

use crate::accounts::Accounts;
use crate::asking::WebNumbers;
use crate::casework::Casework;
use crate::directory::Directory;
use crate::matters::Matters;
use crate::oversight::Oversight;
use crate::settings::ServerSettings;
use crate::sticks::Sticks;
use crate::store::Store;

/// A database that keeps the journal, what staff oversees, the staff itself, and what goes back to desks on a stick.
pub trait Memory: Store + Oversight + Accounts + Sticks + Casework + Directory + Matters + ServerSettings + WebNumbers {}

impl<T: Store + Oversight + Accounts + Sticks + Casework + Directory + Matters + ServerSettings + WebNumbers> Memory for T {}
