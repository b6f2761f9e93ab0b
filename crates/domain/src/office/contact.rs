//! How applicants reach the desk.

use serde::{Deserialize, Serialize};

use crate::fields::Problems;

/// How applicants reach the desk; at least one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeContact {
    /// Telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// WhatsApp.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp: Option<String>,
    /// E-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

impl OfficeContact {
    /// Reads it from its boxes, each of which may be empty; none where all are.
    pub fn read(p: &mut Problems, phone: &str, whatsapp: &str, email: &str) -> Option<Self> {
        let contact = Self {
            phone: p.optional("contact_phone", phone, 80),
            whatsapp: p.optional("contact_whatsapp", whatsapp, 80),
            email: p.optional("contact_email", email, 80),
        };
        let at_sign = contact.email.as_ref().is_none_or(|email| email.contains('@'));
        p.when(!at_sign, "contact_email", "Alamat e-mail memuat tanda @.");
        (contact != Self::default()).then_some(contact)
    }

    /// `telepon 0621…, WhatsApp 0812…, e-mail ppid@…`.
    pub fn in_words(&self) -> String {
        let named = [("telepon", &self.phone), ("WhatsApp", &self.whatsapp), ("e-mail", &self.email)];
        let parts = named.into_iter().filter_map(|(name, value)| Some(format!("{name} {}", value.as_ref()?)));
        parts.collect::<Vec<_>>().join(", ")
    }
}
