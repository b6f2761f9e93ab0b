//! What a file is called: a name that tells nothing about a citizen.

/// A name for a file: what it is and its number, nothing about a citizen.
pub(crate) fn file_name(what: &str, number: &str) -> String {
    let number: String = number.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("{what} {number}.pdf")
}
