//! Files that belong to a request (*berkas*): scans of what the applicant brought, and the information that was released.
//!
//! The journal holds what a file is and its hash, never its bytes: those are kept, and sent, beside the entries. A file is never
//! changed and never deleted; a wrong one is taken back by an entry of its own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::problem::{Refused, RequestRefused};

/// Largest file in bytes (25 MiB): some fifty scanned pages at 200 dpi. What is larger is scanned too finely for an office link.
pub const LARGEST_ATTACHMENT: u64 = 25 << 20;
/// Files of one request at most, those taken back included.
pub const MOST_ATTACHMENTS: usize = 60;
/// Characters of a name at most.
const LONGEST_NAME: usize = 120;
/// Beginning of a file that tells its type, and the end where a zip lists what it holds, in bytes.
const TELLING: usize = 64 << 10;

coded! {
    /// What a file is for.
    pub enum AttachmentPurpose {
        /// Identity of the applicant.
        Identity = "identity" => "Identitas pemohon",
        /// Power of attorney, or the decree of a legal entity.
        Authority = "authority" => "Surat kuasa atau pengesahan badan hukum",
        /// A form or letter with signatures.
        Signed = "signed" => "Formulir atau surat bertanda tangan",
        /// The information that was given to the applicant.
        Released = "released" => "Informasi yang diserahkan",
        /// Anything else.
        Other = "other" => "Lain-lain",
    }
}

coded! {
    /// What kind of file it is, by its first bytes.
    pub enum MediaType {
        /// A document.
        Pdf = "application/pdf" => "PDF",
        /// A photograph.
        Jpeg = "image/jpeg" => "JPEG",
        /// A picture.
        Png = "image/png" => "PNG",
        /// A spreadsheet.
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "XLSX",
        /// Several files in one.
        Zip = "application/zip" => "ZIP",
    }
}

impl MediaType {
    /// The type these bytes are of, whatever the file is called; none when it is not one that is taken.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            Some(Self::Pdf)
        } else if bytes.starts_with(b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if bytes.starts_with(b"PK\x03\x04") {
            let list = &bytes[bytes.len().saturating_sub(TELLING)..];
            let book = b"xl/workbook.xml";
            let is_book = list.windows(book.len()).any(|window| window == book);
            Some(if is_book { Self::Xlsx } else { Self::Zip })
        } else {
            None
        }
    }

    /// The endings of its files' names; the first is given to a name that has none of them.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Xlsx => &["xlsx"],
            Self::Zip => &["zip"],
        }
    }

    /// Whether only released information comes in it: nobody scans an identity into a spreadsheet.
    pub(crate) fn is_for_release_only(self) -> bool {
        matches!(self, Self::Xlsx | Self::Zip)
    }
}

/// A file as the journal knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// BLAKE3 of its bytes: 64 hexadecimal digits.
    pub digest: String,
    /// Its name, with the ending of its type and without a path.
    pub name: String,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// Its length in bytes, from 1 to [`LARGEST_ATTACHMENT`].
    pub size: u64,
    /// What it is for.
    pub purpose: AttachmentPurpose,
}

/// A file of a request, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// The file.
    pub file: Attachment,
    /// The civil date it was attached.
    pub on: NaiveDate,
    /// Why it was taken back, if it was.
    pub withdrawn: Option<String>,
}

/// A file that an officer wants to attach, as it was found.
#[derive(Debug, Clone, Copy)]
pub struct Offered<'a> {
    /// Its name, perhaps with a path.
    pub name: &'a str,
    /// Code of [`AttachmentPurpose`].
    pub purpose: &'a str,
    /// BLAKE3 of its bytes: 64 hexadecimal digits.
    pub digest: &'a str,
    /// All of it.
    pub bytes: &'a [u8],
}

/// Whether a file of this length is taken at all: asked before it is read.
///
/// # Errors
/// [`Refused`] for an empty one and for one above [`LARGEST_ATTACHMENT`].
pub fn fits(size: u64) -> Result<(), Refused> {
    match size {
        0 => Err(RequestRefused::FileEmpty.into()),
        1..=LARGEST_ATTACHMENT => Ok(()),
        _ => Err(RequestRefused::FileTooLarge(LARGEST_ATTACHMENT >> 20).into()),
    }
}

/// The name without its path and what no file system bears, short enough, with an ending of its type.
pub(crate) fn tidy(name: &str, media_type: MediaType) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let borne = |c: &char| !c.is_control() && !"<>:\"|?*".contains(*c);
    let name: String = last.chars().filter(borne).collect();
    let name = name.trim_start_matches(|c: char| c == '.' || c.is_whitespace()).trim_end();
    let of_its_type = |(_, ending): &(&str, &str)| media_type.endings().iter().any(|known| known.eq_ignore_ascii_case(ending));
    let (stem, ending) = match name.rsplit_once('.').filter(of_its_type) {
        Some((stem, ending)) => (stem, ending.to_ascii_lowercase()),
        None => (name, media_type.endings()[0].to_owned()),
    };
    let stem: String = stem.trim().chars().take(LONGEST_NAME - ending.len() - 1).collect();
    let stem = stem.trim_end();
    if stem.is_empty() { format!("berkas.{ending}") } else { format!("{stem}.{ending}") }
}

impl Attachment {
    /// Whether it is one that [`Offered::check`] could have made: what another writer claims is not taken on trust, for names
    /// become names of files.
    pub(crate) fn is_sound(&self) -> bool {
        let hexadecimal = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        self.digest.len() == 64
            && self.digest.bytes().all(hexadecimal)
            && fits(self.size).is_ok()
            && tidy(&self.name, self.media_type) == self.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_told_by_the_bytes_and_never_by_the_name() {
        assert_eq!(MediaType::of(b"%PDF-1.7 ..."), Some(MediaType::Pdf));
        assert_eq!(MediaType::of(b"\xff\xd8\xff\xe0"), Some(MediaType::Jpeg));
        assert_eq!(MediaType::of(b"PK\x03\x04 ... xl/workbook.xml ..."), Some(MediaType::Xlsx));
        assert_eq!(MediaType::of(b"PK\x03\x04 ... word/document.xml"), Some(MediaType::Zip));
        for none in [b"MZ\x90\x00".as_slice(), b"", b"PDF", b"<html>"] {
            assert_eq!(MediaType::of(none), None);
        }
    }

    #[test]
    fn a_name_loses_its_path_and_bears_the_ending_of_its_type() {
        for (found, kept) in [
            ("KTP.PDF", "KTP.pdf"),
            ("C:\\Scan\\ktp baru.pdf", "ktp baru.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("tagihan.exe", "tagihan.exe.pdf"),
            ("hasil.pdf.pdf", "hasil.pdf.pdf"),
            ("  ..a\0b?.pdf", "ab.pdf"),
            (". .a .pdf", "a.pdf"),
            ("", "berkas.pdf"),
        ] {
            assert_eq!(tidy(found, MediaType::Pdf), kept, "{found}");
            assert_eq!(tidy(kept, MediaType::Pdf), kept, "once is enough");
        }
        assert_eq!(tidy(&"ä".repeat(400), MediaType::Xlsx).chars().count(), LONGEST_NAME);
        let cut_at_a_space = tidy(&"a ".repeat(100), MediaType::Pdf);
        assert_eq!(tidy(&cut_at_a_space, MediaType::Pdf), cut_at_a_space);
    }

    #[test]
    fn two_gigabytes_are_refused_by_their_length_alone() {
        assert!(fits(LARGEST_ATTACHMENT).is_ok());
        assert!(fits(LARGEST_ATTACHMENT + 1).is_err() && fits(2 << 30).is_err() && fits(0).is_err());
    }
}
