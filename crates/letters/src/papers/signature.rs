//! How an official signs: place and date, capacity and position, name, rank and NIP.

use chrono::NaiveDate;
use loket_domain::indonesian::date;
use loket_domain::office::{Capacity, Official};

use crate::layout::Side;

/// An official signs, under place and date.
pub(super) fn signed(place: &str, on: NaiveDate, official: &Official) -> Side {
    signing(vec![format!("{}, {}", official.place_or(place), date(on))], official)
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

/// The lines of the position, the last with its comma. One who signs for others names them first: *a.n.* the holder, and below
/// *u.b.* also the one who signs on the holder's behalf.
fn position(official: &Official) -> Vec<String> {
    let (represented, own) = official.standing();
    // The law wants the PPID's signature: a position that does not say so is joined with the role.
    let says_so = own.contains("PPID") || represented.iter().any(|position| position.contains("PPID"));
    let own = if says_so { own } else { format!("{own} selaku {}", official.role.label()) };
    let (before, own) = match official.capacity {
        Capacity::Definitive => ("", own),
        Capacity::Acting => ("", format!("Plt. {own}")),
        Capacity::Daily => ("", format!("Plh. {own}")),
        Capacity::OnBehalf if represented.is_empty() => ("", format!("a.n. {own}")),
        Capacity::OnBehalf => ("", own),
        Capacity::UnderOrder => ("u.b.", own),
    };
    let mut lines: Vec<String> = represented;
    if let Some(holder) = lines.first_mut() {
        *holder = format!("a.n. {holder}");
    }
    lines.extend([before.to_owned(), own].into_iter().filter(|line| !line.is_empty()));
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
        representing(capacity, &[], position)
    }

    fn representing(capacity: Capacity, represents: &[&str], position: &str) -> Vec<String> {
        let represents = represents.iter().map(|position| (*position).to_owned()).collect();
        let official = Official {
            id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
            name: String::new(),
            nip: None,
            rank: None,
            position: position.to_owned(),
            role: Role::PpidUnit,
            capacity,
            appointment: None,
            represents,
            own_office: None,
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

    #[test]
    fn whom_an_official_represents_is_named_whole_whatever_commas_there_are() {
        assert_eq!(
            representing(Capacity::OnBehalf, &["Camat Perbaungan"], "Sekretaris Kecamatan, Pembina PPID"),
            ["a.n. Camat Perbaungan", "Sekretaris Kecamatan, Pembina PPID,"]
        );
        assert_eq!(
            representing(Capacity::UnderOrder, &["Camat Perbaungan", "Sekretaris Kecamatan"], "Kepala Seksi Pemerintahan"),
            ["a.n. Camat Perbaungan", "Sekretaris Kecamatan", "u.b.", "Kepala Seksi Pemerintahan selaku PPID Pelaksana,"]
        );
    }
}
