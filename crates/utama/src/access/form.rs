//! What came with a form.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header, request};

/// Name of the hidden box that carries the form token.
pub(crate) const TOKEN_BOX: &str = "tanda";

/// Name of the hidden box with the number of one drawing of a form.
pub(crate) const ONCE_BOX: &str = "sekali";

/// The boxes of a form as they were sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Form(pub(super) Vec<(String, String)>);

/// The file that came with a form; empty when none did.
#[derive(Clone, Default)]
pub(crate) struct UploadedFile {
    /// As its browser calls it.
    pub(crate) name: String,
    pub(crate) bytes: Bytes,
}

impl Form {
    /// The first value under this name; empty when there is none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(named, _)| named == name).map_or("", |(_, value)| value)
    }

    /// The words typed into one box, a comma or a line apart.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        self.get(name).split([',', '\n']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
    }

    /// Reads what was sent. A file is read only behind a box that `shows` the form's token; the form is else returned without.
    pub(super) async fn read(
        parts: &request::Parts,
        body: Body,
        shows: impl Fn(&Form) -> bool,
    ) -> Result<(Self, UploadedFile), StatusCode> {
        let request = Request::from_parts(parts.clone(), body);
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
        if !kind.starts_with("multipart/form-data") {
            let sent = axum::Form::<Vec<(String, String)>>::from_request(request, &()).await;
            return sent.map(|axum::Form(boxes)| (Self(boxes), UploadedFile::default())).map_err(|rejected| rejected.status());
        }
        let mut sent = Multipart::from_request(request, &()).await.map_err(|rejected| rejected.status())?;
        let (mut form, mut upload) = (Self::default(), UploadedFile::default());
        while let Some(part) = sent.next_field().await.map_err(|fault| fault.status())? {
            let Some(called) = part.file_name().map(str::to_owned) else {
                let name = part.name().unwrap_or("").to_owned();
                form.0.push((name, part.text().await.map_err(|fault| fault.status())?));
                continue;
            };
            if !shows(&form) {
                return Ok((form, upload));
            }
            upload = UploadedFile { name: called, bytes: part.bytes().await.map_err(|fault| fault.status())? };
        }
        Ok((form, upload))
    }

    /// What stands in the box of the form's token.
    pub(super) fn token(&self) -> &str {
        self.get(TOKEN_BOX)
    }
}
