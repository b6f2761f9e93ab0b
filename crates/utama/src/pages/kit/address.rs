//! Addresses of lists.

/// The address of a list with what was typed; what is empty is left out.
pub(crate) fn address(path: &str, said: &[(&str, &str)]) -> String {
    let said: Vec<_> = said.iter().filter(|(_, value)| !value.is_empty()).collect();
    let said = serde_urlencoded::to_string(said).unwrap_or_default();
    if said.is_empty() { path.to_owned() } else { format!("{path}?{said}") }
}

/// The number of a page as it stands in an address: nothing for the first.
pub(crate) fn page_said(number: usize) -> String {
    if number > 1 { number.to_string() } else { String::new() }
}
