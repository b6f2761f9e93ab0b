//! Moves what stands on the pages of a finished document: not every printer draws where it is told.

use lopdf::{Dictionary, Document, Object, Stream};

use crate::layout::MM;
use crate::press_error::PressError;

/// How far, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Shift {
    /// To the right; to the left where it is less than zero.
    pub right: f32,
    /// Down; up where it is less than zero.
    pub down: f32,
}

/// The same document with everything on its pages moved. The pages stay as large as they are: what is moved over their edge is cut.
///
/// # Errors
///
/// When the bytes are no document that can be read.
pub fn moved(pdf: &[u8], by: Shift) -> Result<Vec<u8>, PressError> {
    if by == Shift::default() {
        return Ok(pdf.to_vec());
    }
    let mut document = Document::load_mem(pdf)?;
    let matrix = format!("1 0 0 1 {:.3} {:.3} cm\n", by.right * MM, -by.down * MM);
    let before = Object::Reference(document.add_object(Stream::new(Dictionary::new(), matrix.into_bytes())));
    for page in document.get_pages().into_values() {
        let page = document.get_dictionary_mut(page)?;
        let contents = match page.get(b"Contents")? {
            Object::Array(streams) => [std::slice::from_ref(&before), streams].concat(),
            one => vec![before.clone(), one.clone()],
        };
        page.set("Contents", contents);
    }
    let mut bytes = Vec::with_capacity(pdf.len() + 256);
    document.save_modern(&mut bytes)?;
    Ok(bytes)
}

/// Width and height of the first page, in millimetres.
///
/// # Errors
///
/// When the bytes are no document with a page.
pub fn page_millimetres(pdf: &[u8]) -> Result<(f32, f32), PressError> {
    let document = Document::load_mem(pdf)?;
    let page = document.get_pages().into_values().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let sides = document.get_dictionary(page)?.get(b"MediaBox")?.as_array()?;
    let [left, bottom, right, top] = sides.as_slice() else { return Err(lopdf::Error::PageNumberNotFound(1).into()) };
    let width = right.as_float()? - left.as_float()?;
    let height = top.as_float()? - bottom.as_float()?;
    Ok((width / MM, height / MM))
}
