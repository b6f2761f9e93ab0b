//! What somebody sent and what was not taken yet: it goes back to the browser, whole, with the page that asks for something first.

use super::form::{Form, ONCE_BOX, TOKEN_BOX};

/// Stands before the names of boxes that are carried through another form.
const CARRIED: &str = "isian.";

/// The box that says that somebody was asked twice.
pub(crate) const SURE_BOX: &str = "pasti";

/// What stands in it when the form is to be drawn again as it was typed.
pub(crate) const NOT_YET: &str = "belum";

/// A form that was sent and is kept for another try.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeptForm {
    /// Where it goes.
    pub(crate) path: String,
    /// Its boxes, without those that tie a form to a browser.
    pub(crate) boxes: Vec<(String, String)>,
}

impl KeptForm {
    pub(super) fn of(path: &str, form: &Form) -> Self {
        let tied = |name: &str| [TOKEN_BOX, ONCE_BOX, SURE_BOX].contains(&name);
        let boxes = form.0.iter().filter(|(name, _)| !tied(name)).cloned().collect();
        Self { path: path.to_owned(), boxes }
    }

    /// What another form carried for it; `path` is where it goes.
    pub(crate) fn carried(path: &str, form: &Form) -> Option<Self> {
        let boxes: Vec<_> =
            form.0.iter().filter_map(|(name, value)| Some((name.strip_prefix(CARRIED)?.to_owned(), value.clone()))).collect();
        (!boxes.is_empty()).then(|| Self { path: path.to_owned(), boxes })
    }

    /// Its boxes as another form carries them.
    pub(crate) fn to_carry(&self) -> impl Iterator<Item = (String, &str)> {
        self.boxes.iter().map(|(name, value)| (format!("{CARRIED}{name}"), value.as_str()))
    }

    /// What a person typed into it: what more than a code is, in order.
    pub(crate) fn typed(&self) -> impl Iterator<Item = &str> {
        let code = |name: &str| ["seen", "verdict", "tutup", "versi"].contains(&name);
        self.boxes.iter().filter(move |(name, value)| !code(name) && !value.trim().is_empty()).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(boxes: &[(&str, &str)]) -> Form {
        Form(boxes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn what_is_carried_through_another_form_comes_out_as_it_was() {
        let sent = form(&[("tanda", "x"), ("sekali", "y"), ("note", "Salinan & peta"), ("unit", "")]);
        let kept = KeptForm::of("/kantor/12.18.02/penerusan/1", &sent);
        let boxes: Vec<_> = kept.to_carry().map(|(name, value)| (name, value.to_owned())).collect();
        let carrier = Form(boxes.into_iter().chain([("login".to_owned(), "siti".to_owned())]).collect());
        let out = KeptForm::carried(&kept.path, &carrier).map(|kept| kept.boxes);
        assert_eq!(out, Some(vec![("note".into(), "Salinan & peta".into()), ("unit".into(), String::new())]));
        assert_eq!(kept.typed().collect::<Vec<_>>(), ["Salinan & peta"]);
    }
}
