//! What a desk is made of before it knows what an office is: its folder, its keys, time and chance.

pub(crate) mod cause;
pub(crate) mod data_place;
pub(crate) mod disk;
pub(crate) mod emptying;
#[cfg(test)]
pub(crate) mod faulty_disk;
pub(crate) mod file_error;
pub(crate) mod folder;
pub(crate) mod hold;
pub(crate) mod laid_name;
pub(crate) mod machine;
pub(crate) mod moment;
pub(crate) mod occupant;
pub(crate) mod patience;
pub(crate) mod private_file;
pub(crate) mod random;
pub(crate) mod settling;
pub(crate) mod slip;
pub(crate) mod slot;
pub(crate) mod trail;
pub(crate) mod tries;
pub(crate) mod vault;
pub(crate) mod vault_error;
pub(crate) mod whole_file;
