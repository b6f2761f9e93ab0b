//! Links that leave the program: opened by what the system has for them, and only such as the program itself makes.

use loket_desk::{Said, SaidKind};

/// How a link begins that may be opened; every other is refused.
const OPENED: [&str; 2] = ["https://wa.me/", "mailto:"];

/// Whether a link may leave the program.
fn may_open(link: &str) -> bool {
    // A link as the program makes it is plain letters; whatever else stands in one did not come from there.
    OPENED.iter().any(|begin| link.starts_with(begin)) && link.chars().all(|c| c.is_ascii_graphic())
}

/// Opens a link in the program the system has for it.
pub(crate) fn open_link(link: &str) -> Result<(), Said> {
    let refused = |message: &str| Said { message: message.to_owned(), fields: vec![], kind: SaidKind::Refused };
    if !may_open(link) {
        tracing::warn!("a link was not opened");
        return Err(refused("Tautan ini tidak dibuka oleh aplikasi; salin teksnya."));
    }
    open::that_detached(link).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "no program opened a link");
        refused("Komputer ini tidak punya program untuk itu; pindai kode QR dengan telepon, atau salin teksnya.")
    })
}

#[cfg(test)]
mod tests {
    use super::may_open;

    #[test]
    fn only_whatsapp_and_mail_leave_the_program() {
        assert!(may_open("https://wa.me/6281260123456?text=Yth.%20Pemohon"));
        assert!(may_open("mailto:siti@contoh.id?subject=Permohonan"));
        for other in [
            "https://wa.me.contoh.id/62812",
            "https://contoh.id/https://wa.me/",
            "http://wa.me/62812",
            "file:///etc/passwd",
            "HTTPS://WA.ME/62812",
            " mailto:siti@contoh.id",
            "javascript:alert(1)",
            "https://wa.me/62812 --flag",
            "",
        ] {
            assert!(!may_open(other), "{other}");
        }
    }
}
