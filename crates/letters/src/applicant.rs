//! The applicant and the choices he or she makes on the request form.

use loket_domain::indonesian::masked_nik;

/// Who asks for information, as printed on forms and letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicant {
    /// Full name, in any script.
    pub name: String,
    /// Person, group or legal entity.
    pub category: ApplicantCategory,
    /// Identity number; `None` leaves the line blank.
    pub identity: Option<Identity>,
    /// Address.
    pub address: String,
    /// Occupation (*pekerjaan*), optional since PERKI 1/2021.
    pub occupation: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
}

impl Applicant {
    /// Telephone and e-mail on one line, `None` when neither is known.
    pub(crate) fn contact(&self) -> Option<String> {
        let parts: Vec<&str> =
            [&self.phone, &self.email].into_iter().filter_map(Option::as_deref).filter(|part| !part.trim().is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" / "))
    }

    /// The identity number as paper may show it.
    pub(crate) fn shown_identity(&self) -> Option<String> {
        self.identity.as_ref().map(Identity::shown)
    }
}

/// The three categories of applicants of PERKI 1/2021.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicantCategory {
    /// *Perorangan*.
    Person,
    /// *Kelompok orang*.
    Group,
    /// *Badan hukum*.
    LegalEntity,
}

impl ApplicantCategory {
    /// All categories in the order of the form.
    pub const ALL: [Self; 3] = [Self::Person, Self::Group, Self::LegalEntity];

    /// The label of the form.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Person => "Perorangan",
            Self::Group => "Kelompok Orang",
            Self::LegalEntity => "Badan Hukum",
        }
    }
}

/// How the applicant is identified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// The national identity number; always masked on paper.
    Nik(String),
    /// The decree that recognises a legal entity, printed whole (it is public).
    EntityDecree(String),
    /// Another document, such as SIM or paspor; its number is masked on paper.
    Other {
        /// What it is: `SIM`, `Paspor`.
        kind: String,
        /// Its number.
        number: String,
    },
}

impl Identity {
    fn shown(&self) -> String {
        match self {
            Identity::Nik(number) => masked_nik(number),
            Identity::EntityDecree(number) => number.clone(),
            Identity::Other { kind, number } => format!("{kind} {}", masked_nik(number)),
        }
    }
}

/// How the applicant wants to get at the information (*cara memperoleh informasi*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Look at, read, listen to or note down.
    View,
    /// Get a copy; the format when it is known.
    Copy(Option<CopyFormat>),
}

/// What a copy is made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// On paper.
    Hardcopy,
    /// As a file.
    Softcopy,
}

/// How a copy reaches the applicant (*cara mendapatkan salinan informasi*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// Fetched at the counter.
    Pickup,
    /// By courier.
    Courier,
    /// By post.
    Post,
    /// By fax.
    Fax,
    /// By e-mail.
    Email,
}

impl Delivery {
    /// All ways in the order of the form.
    pub const ALL: [Self; 5] = [Self::Pickup, Self::Courier, Self::Post, Self::Fax, Self::Email];

    /// The label of the form.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Pickup => "Mengambil Langsung",
            Self::Courier => "Kurir",
            Self::Post => "Pos",
            Self::Fax => "Faksimili",
            Self::Email => "E-mail",
        }
    }
}
