//! Checking a desk's file: chains, signatures, and that the tables are what the journal says.

use loket_journal::Chain;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::store::{entries, local, projection};
use crate::sync::Enrolment;

/// What was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Series read.
    pub series: usize,
    /// Entries whose hashes were recomputed.
    pub entries: u64,
    /// Signed heads that hold.
    pub heads: usize,
}

impl Desk {
    /// Recomputes every chain, checks every signature held, and compares the tables with a rebuild.
    ///
    /// # Errors
    /// [`DeskError::Journal`] names the first thing that does not hold; [`DeskError::Damaged`].
    pub fn verify(&mut self) -> Result<Verified, DeskError> {
        let damage: Vec<String> = {
            let mut query = self.connection.prepare("pragma cipher_integrity_check")?;
            query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        if !damage.is_empty() {
            return Err(DeskError::Damaged);
        }
        let mut verified = Verified { series: 0, entries: 0, heads: 0 };
        for (origin, length) in entries::series(&self.connection)? {
            let mut chain = Chain::empty(origin);
            while chain.length < length {
                let run = entries::of_series(&self.connection, origin, chain.length, 500)?;
                if run.is_empty() || !run.iter().all(|entry| chain.accept(entry)) {
                    return Err(DeskError::Journal("chain"));
                }
            }
            if let (Some(head), Some(key)) =
                (entries::last_head(&self.connection, origin)?, entries::writer(&self.connection, origin)?)
            {
                let upto = entries::chain(&self.connection, origin, Some(head.seq))?;
                if upto.head != head.hash || head.verify(origin, &key).is_err() {
                    return Err(DeskError::Journal("head"));
                }
                verified.heads += 1;
            }
            verified.series += 1;
            verified.entries += length;
        }
        self.verify_receipt(&mut verified)?;
        self.verify_tables()?;
        Ok(verified)
    }

    fn verify_receipt(&self, verified: &mut Verified) -> Result<(), DeskError> {
        let enrolment: Option<Enrolment> = local::read_json(&self.connection, local::ENROLMENT)?;
        let receipt: Option<loket_journal::SignedHead> = local::read_json(&self.connection, local::RECEIPT)?;
        if let (Some(enrolment), Some(receipt)) = (enrolment, receipt) {
            let upto = entries::chain(&self.connection, self.chain.origin, Some(receipt.seq))?;
            if upto.head != receipt.hash || receipt.verify(self.chain.origin, &enrolment.server_key).is_err() {
                return Err(DeskError::Journal("receipt"));
            }
            verified.heads += 1;
        }
        Ok(())
    }

    fn verify_tables(&mut self) -> Result<(), DeskError> {
        let before = projection::dump(&self.connection)?;
        // Rebuilt inside a transaction that is never committed: checking changes nothing.
        let transaction = self.connection.transaction()?;
        projection::rebuild(&transaction, &self.calendar)?;
        let after = projection::dump(&transaction)?;
        transaction.rollback()?;
        if before == after { Ok(()) } else { Err(DeskError::Journal("tables")) }
    }
}
