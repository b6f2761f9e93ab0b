//! The box in which a role is chosen, of an official and of an account.

use crate::forms::boxes::{Boxes, typed};
use crate::forms::form::choice;
use crate::views::action::FormField;
use crate::views::choices;
use loket_domain::office::Role;
use loket_domain::problem::Problems;

pub(crate) fn role_field(role: Role) -> FormField {
    choice("role", "Peran", choices!(Role), role.code()).needed()
}

pub(crate) fn role_of(p: &mut Problems, form: &Boxes<'_>) -> Option<Role> {
    let role = Role::from_code(&typed(form, "role"));
    p.when(role.is_none(), "role", "Pilih peran.");
    role
}
