//! Files that belong to a request (*berkas*): scans of what the applicant brought, and the information that was released.
//!
//! The journal holds what a file is and its hash, never its bytes: those are kept, and sent, beside the entries. A file is never
//! changed and never deleted; a wrong one is taken back by an entry of its own.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::coded::{coded, known};
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

coded! {
    /// What kind of file it is, where [`MediaType`] is too coarse: an office receives and hands over more than scans.
    pub enum FileKind {
        /// A text of Word.
        Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word (DOCX)",
        /// A presentation of PowerPoint.
        Pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation" => "PowerPoint (PPTX)",
        /// A text of LibreOffice.
        Odt = "application/vnd.oasis.opendocument.text" => "Teks OpenDocument (ODT)",
        /// A spreadsheet of LibreOffice.
        Ods = "application/vnd.oasis.opendocument.spreadsheet" => "Lembar OpenDocument (ODS)",
        /// A presentation of LibreOffice.
        Odp = "application/vnd.oasis.opendocument.presentation" => "Presentasi OpenDocument (ODP)",
        /// A text of an older Word.
        Doc = "application/msword" => "Word lama (DOC)",
        /// A spreadsheet of an older Excel.
        Xls = "application/vnd.ms-excel" => "Excel lama (XLS)",
        /// A presentation of an older PowerPoint.
        Ppt = "application/vnd.ms-powerpoint" => "PowerPoint lama (PPT)",
        /// A text with its look, of any program.
        Rtf = "application/rtf" => "RTF",
        /// A table as text.
        Csv = "text/csv" => "CSV",
        /// A text.
        Txt = "text/plain" => "Teks (TXT)",
        /// A scan, of many pages perhaps.
        Tiff = "image/tiff" => "TIFF",
        /// A picture from a web page.
        Webp = "image/webp" => "WebP",
        /// A photograph of a telephone.
        Heic = "image/heic" => "HEIC",
    }
}

impl FileKind {
    /// The kind these bytes are of, where it is one of these. A text shows it by its name alone, so what looks like a page of the web, or
    /// has no letters, is none.
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let holds = |part: &[u8]| {
            let list = &bytes[bytes.len().saturating_sub(TELLING)..];
            list.windows(part.len()).any(|window| window == part)
        };
        let begins = |at: usize, with: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(with));
        if begins(0, b"PK\x03\x04") {
            let open = |kind: &str| begins(30, format!("mimetypeapplication/vnd.oasis.opendocument.{kind}").as_bytes());
            let found = [
                (holds(b"word/document.xml"), Self::Docx),
                (holds(b"ppt/presentation.xml"), Self::Pptx),
                (open("text"), Self::Odt),
                (open("spreadsheet"), Self::Ods),
                (open("presentation"), Self::Odp),
            ];
            return found.into_iter().find(|(is, _)| *is).map(|(_, kind)| kind);
        }
        if begins(0, &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
            let stream = |name: &str| -> bool {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                bytes.windows(wide.len()).any(|window| window == wide)
            };
            let found =
                [("WordDocument", Self::Doc), ("PowerPoint Document", Self::Ppt), ("Workbook", Self::Xls), ("Book", Self::Xls)];
            return found.into_iter().find(|(name, _)| stream(name)).map(|(_, kind)| kind);
        }
        let brand = bytes.get(8..12).filter(|_| begins(4, b"ftyp"));
        if brand.is_some_and(|brand| matches!(brand, b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"mif1" | b"msf1")) {
            return Some(Self::Heic);
        }
        if begins(0, b"RIFF") && begins(8, b"WEBP") {
            return Some(Self::Webp);
        }
        if begins(0, b"II*\0") || begins(0, b"MM\0*") {
            return Some(Self::Tiff);
        }
        if begins(0, b"{\\rtf") {
            return Some(Self::Rtf);
        }
        let text = !bytes.iter().any(|byte| *byte < 0x20 && !b"\t\r\n\x0c".contains(byte))
            && !bytes.trim_ascii_start().starts_with(b"<");
        let (_, ending) = name.rsplit_once('.').filter(|_| text)?;
        [Self::Csv, Self::Txt].into_iter().find(|kind| kind.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }

    /// The nearest of the coarser list, for whoever does not know this one yet.
    fn nearest(self) -> MediaType {
        if self.is_picture() { MediaType::Jpeg } else { MediaType::Zip }
    }

    fn is_picture(self) -> bool {
        matches!(self, Self::Tiff | Self::Webp | Self::Heic)
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Docx => &["docx"],
            Self::Pptx => &["pptx"],
            Self::Odt => &["odt"],
            Self::Ods => &["ods"],
            Self::Odp => &["odp"],
            Self::Doc => &["doc"],
            Self::Xls => &["xls"],
            Self::Ppt => &["ppt"],
            Self::Rtf => &["rtf"],
            Self::Csv => &["csv"],
            Self::Txt => &["txt"],
            Self::Tiff => &["tif", "tiff"],
            Self::Webp => &["webp"],
            Self::Heic => &["heic", "heif"],
        }
    }
}

/// What bytes of this name are: the coarse type, and the finer kind where there is one.
pub fn told(name: &str, bytes: &[u8]) -> Option<(MediaType, Option<FileKind>)> {
    match FileKind::of(name, bytes) {
        Some(kind) => Some((kind.nearest(), Some(kind))),
        None => MediaType::of(bytes).map(|media_type| (media_type, None)),
    }
}

/// Whether a file of this kind proves nothing of a person: nobody scans an identity into a spreadsheet or a text that can be changed.
pub fn is_no_scan(media_type: MediaType, kind: Option<FileKind>) -> bool {
    kind.map_or_else(|| media_type.is_for_release_only(), |kind| !kind.is_picture())
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
    /// What kind exactly, where that list is too coarse.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "known")]
    pub kind: Option<FileKind>,
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
pub(crate) fn tidy(name: &str, media_type: MediaType, kind: Option<FileKind>) -> String {
    let endings = kind.map_or_else(|| media_type.endings(), FileKind::endings);
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let borne = |c: &char| !c.is_control() && !"<>:\"|?*".contains(*c);
    let name: String = last.chars().filter(borne).collect();
    let name = name.trim_start_matches(|c: char| c == '.' || c.is_whitespace()).trim_end();
    let of_its_type = |(_, ending): &(&str, &str)| endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
    let (stem, ending) = match name.rsplit_once('.').filter(of_its_type) {
        Some((stem, ending)) => (stem, ending.to_ascii_lowercase()),
        None => (name, endings[0].to_owned()),
    };
    let stem: String = stem.trim().chars().take(LONGEST_NAME - ending.len() - 1).collect();
    let stem = stem.trim_end();
    if stem.is_empty() { format!("berkas.{ending}") } else { format!("{stem}.{ending}") }
}

impl Attachment {
    /// What kind of file it is, for people.
    pub fn label(&self) -> &'static str {
        self.kind.map_or_else(|| self.media_type.label(), FileKind::label)
    }

    /// What kind of file it is, for programs: its media type.
    pub fn content_type(&self) -> &'static str {
        self.kind.map_or_else(|| self.media_type.code(), FileKind::code)
    }

    /// Whether it is one that [`Offered::check`] could have made: what another writer claims is not taken on trust, for names
    /// become names of files.
    pub(crate) fn is_sound(&self) -> bool {
        let hexadecimal = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        self.digest.len() == 64
            && self.digest.bytes().all(hexadecimal)
            && fits(self.size).is_ok()
            && tidy(&self.name, self.media_type, self.kind) == self.name
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
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
            assert_eq!(tidy(found, MediaType::Pdf, None), kept, "{found}");
            assert_eq!(tidy(kept, MediaType::Pdf, None), kept, "once is enough");
        }
        assert_eq!(tidy(&"ä".repeat(400), MediaType::Xlsx, None).chars().count(), LONGEST_NAME);
        let cut_at_a_space = tidy(&"a ".repeat(100), MediaType::Pdf, None);
        assert_eq!(tidy(&cut_at_a_space, MediaType::Pdf, None), cut_at_a_space);
    }

    #[test]
    fn what_offices_hand_over_keeps_its_kind_and_its_name() {
        let zip = |inside: &str| [b"PK\x03\x04".as_slice(), &[0; 26], inside.as_bytes()].concat();
        let old = |stream: &str| {
            let wide: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].as_slice(), &[0; 40], &wide].concat()
        };
        for (name, bytes, kind) in [
            ("Surat.DOCX", zip("word/document.xml"), FileKind::Docx),
            ("paparan.pptx", zip("ppt/presentation.xml"), FileKind::Pptx),
            ("surat.odt", zip("mimetypeapplication/vnd.oasis.opendocument.text"), FileKind::Odt),
            ("data.ods", zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), FileKind::Ods),
            ("surat.doc", old("WordDocument"), FileKind::Doc),
            ("data.xls", old("Workbook"), FileKind::Xls),
            ("paparan.ppt", old("PowerPoint Document"), FileKind::Ppt),
            ("surat.rtf", b"{\\rtf1 isi}".to_vec(), FileKind::Rtf),
            ("data.csv", b"No;Nama\r\n1;Desa \xe9\r\n".to_vec(), FileKind::Csv),
            ("catatan.txt", "Isi – catatan".as_bytes().to_vec(), FileKind::Txt),
            ("pindai.tiff", b"II*\0\x08".to_vec(), FileKind::Tiff),
            ("pindai.TIF", b"MM\0*\x08".to_vec(), FileKind::Tiff),
            ("peta.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), FileKind::Webp),
            ("IMG_0001.HEIC", b"\0\0\0\x18ftypheic\0\0".to_vec(), FileKind::Heic),
        ] {
            let (media_type, found) = told(name, &bytes).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(found, Some(kind), "{name}");
            assert_eq!(tidy(name, media_type, found).to_lowercase(), name.to_lowercase(), "its own name");
            assert_eq!(is_no_scan(media_type, found), !matches!(kind, FileKind::Tiff | FileKind::Webp | FileKind::Heic));
        }
        let plain = |name: &str, bytes: &[u8]| told(name, bytes).map(|(media_type, kind)| (media_type, kind.is_some()));
        assert_eq!(plain("surat.docx", b"%PDF-1.7"), Some((MediaType::Pdf, false)), "the bytes tell, and not the name");
        assert_eq!(plain("data.xlsx", &zip("xl/workbook.xml")), Some((MediaType::Xlsx, false)));
        for (name, none) in
            [("program.exe", b"MZ\x90\0".as_slice()), ("halaman.txt", b" <html>"), ("sandi.csv", b"\0\x01"), ("catatan", b"isi")]
        {
            assert_eq!(plain(name, none), None, "{name}");
        }
    }

    #[test]
    fn two_gigabytes_are_refused_by_their_length_alone() {
        assert!(fits(LARGEST_ATTACHMENT).is_ok());
        assert!(fits(LARGEST_ATTACHMENT + 1).is_err() && fits(2 << 30).is_err() && fits(0).is_err());
    }
}
