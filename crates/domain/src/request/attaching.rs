//! The files of a request, and whether one more may be attached.

use super::Request;
use crate::attachment::{Attached, Attachment, AttachmentPurpose, MOST_ATTACHMENTS, Offered, fits, is_no_scan, tidy, told};
use crate::problem::{Refused, RequestRefused};

impl Offered<'_> {
    /// The file as it will stand in the journal.
    ///
    /// # Errors
    /// [`Refused`], one sentence; what is attached already is told too.
    pub fn check(&self, request: &Request) -> Result<Attachment, Refused> {
        let size = self.bytes.len() as u64;
        fits(size)?;
        let (media_type, kind) = told(self.name, self.bytes).ok_or(RequestRefused::FileTypeNotTaken)?;
        let purpose = AttachmentPurpose::from_code(self.purpose).ok_or(RequestRefused::FilePurposeMissing)?;
        // What an applicant sends in Word is a letter; what proves who somebody is, is a scan.
        let proves = matches!(purpose, AttachmentPurpose::Identity | AttachmentPurpose::Authority | AttachmentPurpose::Signed);
        if is_no_scan(media_type, kind) && proves {
            return Err(RequestRefused::FileForReleaseOnly.into());
        }
        may_attach(request)?;
        if request.attachment(self.digest).is_some() {
            return Err(RequestRefused::FileAttached.into());
        }
        Ok(Attachment {
            digest: self.digest.to_owned(),
            name: tidy(self.name, media_type, kind),
            media_type,
            kind,
            size,
            purpose,
        })
    }
}

/// Whether one more file may be attached.
///
/// # Errors
/// [`Refused`] when there are too many.
pub fn may_attach(request: &Request) -> Result<(), Refused> {
    if request.attachments.len() < MOST_ATTACHMENTS { Ok(()) } else { Err(RequestRefused::FilesTooMany(MOST_ATTACHMENTS).into()) }
}

impl Request {
    /// The file with this digest that is attached and not taken back.
    pub fn attachment(&self, digest: &str) -> Option<&Attachment> {
        self.attached().map(|attached| &attached.file).find(|file| file.digest == digest)
    }

    /// The files that are attached and not taken back, oldest first.
    pub fn attached(&self) -> impl Iterator<Item = &Attached> {
        self.attachments.iter().filter(|attached| attached.withdrawn.is_none())
    }
}
