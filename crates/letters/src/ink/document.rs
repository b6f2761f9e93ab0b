//! The document around the pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Dictionary, Object, StringFormat};
use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, PdfPage, PdfSaveOptions, Pt, XObject, XObjectId};

use super::draw::PagePen;
use super::fingerprint::fingerprint;
use super::subset::{Fonts, Subsets};
use crate::emblem::{Emblem, deflate};
use crate::faces::Faces;
use crate::layout::{DrawnPage, Geometry, PlacedShape, Shape};
use crate::press_error::PressError;

/// Pages with what the document says about itself.
pub(crate) struct Print {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) geometry: Geometry,
    pub(crate) emblem: Option<Arc<Emblem>>,
    pub(crate) pages: Vec<DrawnPage>,
}

/// Writes documents, and keeps the font subsets of the last ones.
#[derive(Default)]
pub(crate) struct Ink {
    subsets: Subsets,
}

impl Ink {
    pub(crate) fn write(&mut self, print: Print, faces: &Faces) -> Result<Vec<u8>, PressError> {
        let fonts = self.subsets.for_pages(&print.pages, faces)?;
        let mut document = PdfDocument::new(&print.title);
        document.metadata.info.author = print.author;
        document.metadata.info.creator = "Loket PPID".to_owned();
        for font in fonts.values() {
            document.resources.fonts.map.insert(font.id.clone(), font.font());
        }
        let emblem_id = XObjectId("Emblem".to_owned());
        let shows = |mark: &PlacedShape| matches!(mark.shape, Shape::Emblem { .. });
        let shown = print.pages.iter().any(|page| page.marks.iter().any(shows));
        // A list has no letterhead, and carries no emblem that nobody sees.
        if let Some(emblem) = print.emblem.as_ref().filter(|_| shown) {
            document.resources.xobjects.map.insert(emblem_id.clone(), XObject::External(picture(emblem)));
        }
        let geometry = print.geometry;
        document.pages = print
            .pages
            .iter()
            .map(|page| {
                let ops = PagePen::new(&fonts, &emblem_id, geometry.page_height).draw(&page.marks);
                PdfPage::new(Pt(geometry.page_width).into(), Pt(geometry.page_height).into(), ops)
            })
            .collect();
        let options = PdfSaveOptions::default();
        let finished = document.to_lopdf_document(&options, &mut Vec::new());
        finish(finished, &fonts)
    }
}

/// The emblem as it is kept, already compressed.
fn picture(emblem: &Emblem) -> ExternalXObject {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let highest = i64::try_from(emblem.palette.len() / 3).unwrap_or(256) - 1;
    let colours = DictItem::Array(vec![
        name("Indexed"),
        name("DeviceRGB"),
        DictItem::Int(highest),
        DictItem::Bytes(emblem.palette.clone()),
    ]);
    let dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(emblem.width.into())),
        ("Height".to_owned(), DictItem::Int(emblem.height.into())),
        ("ColorSpace".to_owned(), colours),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Filter".to_owned(), name("FlateDecode")),
    ]);
    ExternalXObject {
        stream: ExternalStream { dict, content: emblem.pixels.clone(), compress: false },
        width: None,
        height: None,
        dpi: None,
    }
}

/// Takes out dates and chance, says how to print, compresses and writes.
fn finish(mut document: lopdf::Document, fonts: &Fonts) -> Result<Vec<u8>, PressError> {
    document.version = "1.7".to_owned();
    if let Some(info) = dictionary(&mut document, b"Info") {
        for key in [
            b"CreationDate".as_slice(),
            b"ModDate",
            b"GTS_PDFXVersion",
            b"Trapped",
            b"Identifier",
            b"Subject",
            b"Keywords",
            b"Producer",
        ] {
            info.remove(key);
        }
    }
    if let Some(catalog) = dictionary(&mut document, b"Root") {
        catalog.set("Lang", Object::string_literal("id-ID"));
        let mut preferences = Dictionary::new();
        // An office paper is printed at its size: A4 on A4, F4 on F4.
        preferences.set("PrintScaling", "None");
        preferences.set("DisplayDocTitle", true);
        catalog.set("ViewerPreferences", preferences);
    }
    let mut bytes_seen = [0_u64, 1];
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else {
            continue;
        };
        if stream.dict.get(b"Filter").is_err() {
            let kept = fonts.values().map(|font| &font.subset).find(|subset| subset.is_program(&stream.content));
            let compressed = kept.map_or_else(|| deflate(&stream.content), |subset| subset.compressed.clone());
            if compressed.len() < stream.content.len() {
                stream.dict.set("Filter", "FlateDecode");
                stream.set_content(compressed);
            }
        }
        for seen in &mut bytes_seen {
            *seen = fingerprint(*seen, stream.content.iter().copied());
        }
    }
    let id: Vec<u8> = bytes_seen.iter().flat_map(|half| half.to_be_bytes()).collect();
    let id = Object::String(id, StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let mut bytes = Vec::with_capacity(48 * 1024);
    // Objects that are no streams are packed too: a tenth of a letter.
    document.save_modern(&mut bytes)?;
    Ok(bytes)
}

fn dictionary<'a>(document: &'a mut lopdf::Document, key: &[u8]) -> Option<&'a mut Dictionary> {
    let id = document.trailer.get(key).and_then(Object::as_reference).ok()?;
    document.get_object_mut(id).and_then(Object::as_dict_mut).ok()
}
