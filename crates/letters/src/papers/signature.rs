//! How an official signs: place and date, capacity and position, name, rank and NIP.

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::{Capacity, Official};

use crate::layout::Side;

/// An official signs, under place and date.
pub(super) fn signed(place: &str, on: NaiveDate, official: &Official) -> Side {
    signing(vec![format!("{place}, {}", date(on))], official)
}

/// An official signs a letter that has place and date at its head.
pub(super) fn signed_letter(official: &Official) -> Side {
    signing(Vec::new(), official)
}

/// An official takes note of what another signed.
pub(super) fn noted(official: &Official) -> Side {
    signing(vec!["Mengetahui,".to_owned()], official)
}

fn signing(mut above: Vec<String>, official: &Official) -> Side {
    above.extend(position(official));
    let nip = official.nip.as_ref().map(|nip| format!("NIP {nip}"));
    Side::official(above, &official.name, official.rank.iter().cloned().chain(nip).collect())
}

/// The lines of the position, the last with its comma. One who signs for others names them first: `Camat Perbaungan,
/// Sekretaris Kecamatan` signs below `a.n. Camat Perbaungan`.
fn position(official: &Official) -> Vec<String> {
    // The law wants the PPID's signature: a position that does not say so is joined with the role.
    let position = if official.position.contains("PPID") {
        official.position.clone()
    } else {
        format!("{} selaku {}", official.position, official.role.label())
    };
    let mut lines = match official.capacity {
        Capacity::Definitive => vec![position],
        Capacity::Acting => vec![format!("Plt. {position}")],
        Capacity::Daily => vec![format!("Plh. {position}")],
        Capacity::OnBehalf => match position.split_once(", ") {
            Some((holder, own)) => vec![format!("a.n. {holder}"), own.to_owned()],
            None => vec![format!("a.n. {position}")],
        },
        Capacity::UnderOrder => {
            let mut lines: Vec<String> = position.split(", ").map(str::to_owned).collect();
            let own = lines.pop().unwrap_or_default();
            if let Some(holder) = lines.first_mut() {
                *holder = format!("a.n. {holder}");
            }
            lines.extend(["u.b.".to_owned(), own]);
            lines
        }
    };
    if let Some(last) = lines.last_mut() {
        last.push(',');
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use loket_domain::office::Role;

    use super::*;

    fn lines(capacity: Capacity, position: &str) -> Vec<String> {
        let official = Official {
            id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
            name: String::new(),
            nip: None,
            rank: None,
            position: position.to_owned(),
            role: Role::PpidUnit,
            capacity,
            appointment: None,
        };
        super::position(&official)
    }

    #[test]
    fn whoever_signs_for_others_stands_below_them() {
        assert_eq!(lines(Capacity::Definitive, "Camat Perbaungan"), ["Camat Perbaungan selaku PPID Pelaksana,"]);
        assert_eq!(lines(Capacity::Acting, "Camat selaku PPID Pelaksana"), ["Plt. Camat selaku PPID Pelaksana,"]);
        assert_eq!(lines(Capacity::Daily, "Camat selaku PPID Pelaksana"), ["Plh. Camat selaku PPID Pelaksana,"]);
        assert_eq!(
            lines(Capacity::OnBehalf, "Camat Perbaungan, Sekretaris Kecamatan"),
            ["a.n. Camat Perbaungan", "Sekretaris Kecamatan selaku PPID Pelaksana,"]
        );
        assert_eq!(
            lines(Capacity::UnderOrder, "Camat Perbaungan, Sekretaris Kecamatan, Kasubbag Umum"),
            ["a.n. Camat Perbaungan", "Sekretaris Kecamatan", "u.b.", "Kasubbag Umum selaku PPID Pelaksana,"]
        );
    }
}
