//! What came with a form.

/// The boxes of a form as they were sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form(pub(super) Vec<(String, String)>);

impl Form {
    /// The first value under this name; empty when there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(named, _)| named == name).map_or("", |(_, value)| value)
    }

    /// The words typed into one box, a comma or a line apart.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        self.get(name).split([',', '\n']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }
}
