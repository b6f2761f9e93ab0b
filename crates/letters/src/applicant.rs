//! How an applicant is shown on paper, the same on every one.

use loket_domain::indonesian::masked_nik;
use loket_domain::request::{Applicant, Category, IdentityKind, Representative};

use crate::layout::Piece;

/// Telephone and e-mail on one line, `None` when neither is known.
pub(crate) fn contact(applicant: &Applicant) -> Option<String> {
    let parts: Vec<&str> = [&applicant.phone, &applicant.email]
        .into_iter()
        .filter_map(Option::as_deref)
        .filter(|part| !part.trim().is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" / "))
}

/// The label before the identity number; one not shown yet is asked for by the category.
pub(crate) fn identity_label(applicant: &Applicant) -> &'static str {
    match (applicant.identity_kind, applicant.category) {
        _ if applicant.foreign_paper.is_some() => "Nomor Identitas",
        (IdentityKind::LegalEntityDecree, _) | (IdentityKind::NotShown, Category::LegalEntity) => {
            "Nomor SK Pengesahan Badan Hukum"
        }
        (IdentityKind::DrivingLicence | IdentityKind::Passport, _) => "Nomor Identitas",
        (IdentityKind::Nik, _) | (IdentityKind::NotShown, Category::Individual | Category::Group) => "NIK",
    }
}

/// The identity number as paper may show it: masked, but for a legal entity's decree, which is public.
pub(crate) fn shown_identity(applicant: &Applicant) -> Option<String> {
    let number = &applicant.identity_number;
    match applicant.identity_kind {
        IdentityKind::Nik => Some(masked_nik(number)),
        IdentityKind::LegalEntityDecree => Some(number.clone()),
        IdentityKind::DrivingLicence | IdentityKind::Passport => {
            Some(format!("{} {}", applicant.identity_label(), masked_nik(number)))
        }
        IdentityKind::NotShown => None,
    }
}

/// Who acts for the applicant, as a field of an answer; none where nobody does.
pub(crate) fn acting(applicant: &Applicant) -> Option<(&'static str, Vec<Piece>)> {
    applicant.representative.as_ref().map(|known| ("Diwakili oleh", representative(known)))
}

/// Who acts for the applicant: name, address and telephone below each other.
pub(crate) fn representative(representative: &Representative) -> Vec<Piece> {
    let mut pieces = vec![Piece::filled(Some(&representative.name)), Piece::filled(Some(&representative.address))];
    pieces.extend(representative.phone.as_deref().map(Piece::new));
    if !representative.acting_as.needs_mandate() {
        pieces.push(Piece::new(format!("sebagai {}", representative.acting_as.label())));
    }
    pieces
}
