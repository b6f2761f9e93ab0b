//! How a no reaches the window.

use crate::error::DeskError;
use crate::kernel::vault_error::VaultError;
use loket_domain::problem::{FieldProblem, Refused};
use serde::Serialize;

/// How a no reaches the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Said {
    /// One Indonesian sentence.
    pub message: String,
    /// The fields it is about.
    pub fields: Vec<FieldProblem>,
    /// What sort of no.
    pub kind: SaidKind,
}

/// What sort of no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SaidKind {
    /// Something typed must be changed.
    Field,
    /// The law or the state says no.
    Refused,
    /// A password was typed that must be replaced before anything else.
    Temporary,
    /// Sign in first.
    Locked,
    /// The machine failed; nothing was lost.
    Fault,
}

impl From<&DeskError> for Said {
    fn from(error: &DeskError) -> Self {
        let (fields, kind) = match error {
            DeskError::Refused(Refused::Fields(fields)) => (fields.clone(), SaidKind::Field),
            DeskError::Vault(VaultError::WrongPassword) => (field("password", error), SaidKind::Field),
            DeskError::Vault(VaultError::WrongCard) => (field("code", error), SaidKind::Field),
            DeskError::Sync(fault) => (fault.field().map_or_else(Vec::new, |name| field(name, error)), SaidKind::Refused),
            DeskError::Refused(_)
            | DeskError::Spreadsheet(_)
            | DeskError::Stick(_)
            | DeskError::Backup(_)
            | DeskError::Pack(_)
            | DeskError::ForeignPack
            | DeskError::Vault(VaultError::Altered | VaultError::TooOften(_))
            | DeskError::AccountClosed
            | DeskError::TemporaryOver
            | DeskError::AlreadyStarted
            | DeskError::NotStarted
            | DeskError::OpenElsewhere(_)
            | DeskError::Held(_)
            | DeskError::FileAway
            | DeskError::TooLarge => (vec![], SaidKind::Refused),
            DeskError::TemporaryPassword => (vec![], SaidKind::Temporary),
            DeskError::Locked => (vec![], SaidKind::Locked),
            DeskError::Store(_)
            | DeskError::Vault(
                VaultError::Damaged(_) | VaultError::File(_) | VaultError::NoRandomness(_) | VaultError::Slip(_),
            )
            | DeskError::Shelf(_)
            | DeskError::File(_)
            | DeskError::NoRandomness(_)
            | DeskError::Slip(_)
            | DeskError::Paper(_)
            | DeskError::Calendar(_) => (vec![], SaidKind::Fault),
        };
        Self { message: error.to_string(), fields, kind }
    }
}

fn field(name: &str, error: &DeskError) -> Vec<FieldProblem> {
    vec![FieldProblem { field: name.to_owned(), message: error.to_string() }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used)]
    fn a_slip_of_ours_is_never_told_as_broken_data_and_no_cause_is_told_at_all() {
        let cause = || serde_json::from_str::<u8>("\"Warga Rekaan\"").unwrap_err();
        let slip = Said::from(&DeskError::slip("form")(cause()));
        assert!(slip.message.contains("data tetap utuh") && slip.message.contains("form"), "{}", slip.message);
        let damage = Said::from(&DeskError::unsound("request state")(cause()));
        assert!(damage.message.contains("tidak utuh"), "{}", damage.message);
        for said in [slip, damage] {
            assert_eq!(said.kind, SaidKind::Fault);
            assert!(!said.message.contains("Warga"), "{}", said.message);
        }
    }
}
