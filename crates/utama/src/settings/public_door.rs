//! The public's door: whether it is open, and what its pages say about the regency.

use loket_domain::problem::Problems;
use serde::{Deserialize, Serialize};

/// The public's door as an admin set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PublicDoor {
    /// Whether anybody may come in.
    pub open: bool,
    /// What the regency is called: `Kabupaten Serdang Bedagai`.
    pub regency: String,
    /// Where people reach it, as it stands in feeds and data: `https://ppid.contoh.go.id`, without a slash at its end.
    pub address: String,
    /// How PPID Utama is reached, line by line.
    pub contact: String,
    /// When it is open.
    pub hours: String,
    /// Whether requests are taken on the web, by every office that does not say otherwise.
    pub asking: bool,
    /// How much one address may file in an hour.
    pub by_address: u32,
    /// How much may be filed at one office in a day.
    pub at_office: u32,
}

/// How much one address may file in an hour: many people of a village may share that of their telephone company.
const BY_ADDRESS: u32 = 20;
/// How much may be filed at one office in a day: more than any kecamatan gets in a month.
const AT_OFFICE: u32 = 100;

impl Default for PublicDoor {
    fn default() -> Self {
        let (regency, address, contact, hours) = Default::default();
        Self { open: false, regency, address, contact, hours, asking: false, by_address: BY_ADDRESS, at_office: AT_OFFICE }
    }
}

/// The door as typed.
pub(crate) struct PublicDoorOrder<'a> {
    pub(crate) open: bool,
    pub(crate) regency: &'a str,
    pub(crate) address: &'a str,
    pub(crate) contact: &'a str,
    pub(crate) hours: &'a str,
    pub(crate) asking: bool,
    /// As typed; the usual one where it is left empty.
    pub(crate) by_address: &'a str,
    /// As typed; the usual one where it is left empty.
    pub(crate) at_office: &'a str,
}

impl PublicDoorOrder<'_> {
    /// The door that is meant. Shut, it may be half told.
    ///
    /// # Errors
    /// The first thing that must change, as a sentence.
    pub(crate) fn check(&self) -> Result<PublicDoor, String> {
        let mut p = Problems::default();
        let regency = p.short("regency", self.regency, 120);
        p.when(self.open && regency.is_empty(), "regency", "Isi nama kabupaten atau kota, misalnya Kabupaten Serdang Bedagai.");
        let address = p.short("address", self.address, 200).trim_end_matches('/').to_owned();
        let told = if address.is_empty() { !self.open } else { is_base(&address) };
        p.when(
            !told,
            "address",
            "Isi alamat publik server ini tanpa apa pun di belakangnya, misalnya https://ppid.contoh.go.id.",
        );
        let contact = p.short("contact", self.contact, 600);
        p.when(
            self.open && contact.is_empty(),
            "contact",
            "Isi alamat, telepon atau e-mail PPID Utama yang boleh diketahui umum.",
        );
        let hours = p.short("hours", self.hours, 200);
        let by_address = limit(&mut p, "by_address", self.by_address, BY_ADDRESS);
        let at_office = limit(&mut p, "at_office", self.at_office, AT_OFFICE);
        match p.into_vec().into_iter().next() {
            None => {
                Ok(PublicDoor { open: self.open, regency, address, contact, hours, asking: self.asking, by_address, at_office })
            }
            Some(problem) => Err(problem.message),
        }
    }
}

/// How much may be filed, as typed into `field`.
fn limit(p: &mut Problems, field: &str, typed: &str, usual: u32) -> u32 {
    if typed.trim().is_empty() {
        return usual;
    }
    let limit = typed.trim().parse().ok().filter(|limit| (1..=10_000).contains(limit));
    p.when(limit.is_none(), field, "Batas pengajuan diisi angka dari 1 sampai 10000; kosongkan untuk yang biasa.");
    limit.unwrap_or(usual)
}

/// Whether this is where a server is reached: a scheme and a host, with a port or not, and nothing after it.
fn is_base(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    host.is_some_and(|host| !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order<'a>(open: bool, regency: &'a str, address: &'a str) -> PublicDoorOrder<'a> {
        PublicDoorOrder {
            open,
            regency,
            address,
            contact: "Jalan Contoh 1\nSei Rampah",
            hours: "",
            asking: true,
            by_address: "",
            at_office: "",
        }
    }

    #[test]
    fn a_door_that_opens_says_whose_it_is_and_where() {
        let opened = order(true, "Kabupaten Contoh", "https://ppid.contoh.go.id/").check();
        assert_eq!(opened.map(|door| (door.open, door.address)), Ok((true, "https://ppid.contoh.go.id".to_owned())));
        for (regency, address) in [
            ("", "https://ppid.contoh.go.id"),
            ("Kabupaten Contoh", ""),
            ("Kabupaten Contoh", "ppid.contoh.go.id"),
            ("Kabupaten Contoh", "https://ppid.contoh.go.id/publik"),
            ("Kabupaten Contoh", "https://a b"),
            ("Kabupaten Contoh", "javascript:alert(1)"),
        ] {
            assert!(order(true, regency, address).check().is_err(), "{regency} {address}");
        }
        assert!(order(false, "", "").check().is_ok(), "shut, it may be half told");
    }

    #[test]
    fn how_much_may_be_filed_is_a_number_or_the_usual_one() {
        let limited = |typed| PublicDoorOrder { by_address: typed, ..order(false, "", "") }.check().map(|door| door.by_address);
        assert_eq!([limited(""), limited(" 5 ")], [Ok(BY_ADDRESS), Ok(5)]);
        for wrong in ["0", "-1", "banyak", "10001"] {
            assert!(limited(wrong).is_err(), "{wrong}");
        }
    }
}
