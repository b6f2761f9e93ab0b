//! The emblem of the letterhead: read once, brought to the size it is printed at, kept.

use std::io::{Cursor, Write};

use color_quant::NeuQuant;
use flate2::{Compression, write::ZlibEncoder};
use image::imageops::FilterType;
use image::{DynamicImage, GenericImageView, ImageReader, Limits, Rgba, RgbaImage};

/// The longer side of a kept emblem, in pixels: 300 dots per inch at the printed size.
const LONGER_SIDE: u32 = 290;
/// The largest picture that is read at all, in pixels a side.
const MOST_PIXELS: u32 = 12_000;

/// Why a file cannot serve as the emblem.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum EmblemError {
    /// The file is neither PNG nor JPEG.
    #[error("lambang harus berupa gambar PNG atau JPEG")]
    UnknownFormat,
    /// The file is damaged, or larger than 12,000 pixels a side.
    #[error("gambar lambang tidak dapat dibaca: {0}")]
    Unreadable(String),
    /// The picture has no width or no height.
    #[error("gambar lambang kosong")]
    Empty,
}

/// Tells whether these bytes can be printed as the emblem of a letterhead.
///
/// # Errors
///
/// The reason, in words for the person who chose the file.
pub fn check_emblem(bytes: &[u8]) -> Result<(), EmblemError> {
    Emblem::read(bytes).map(drop)
}

/// An emblem ready to be put into a PDF: flattened on white, at most 256 colours, compressed.
#[derive(Debug)]
pub(crate) struct Emblem {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Red, green, blue of each colour.
    pub(crate) palette: Vec<u8>,
    /// One palette index a pixel, compressed with zlib.
    pub(crate) pixels: Vec<u8>,
}

impl Emblem {
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, EmblemError> {
        let mut reader =
            ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|e| EmblemError::Unreadable(e.to_string()))?;
        if reader.format().is_none() {
            return Err(EmblemError::UnknownFormat);
        }
        let mut limits = Limits::default();
        limits.max_image_width = Some(MOST_PIXELS);
        limits.max_image_height = Some(MOST_PIXELS);
        reader.limits(limits);
        let picture = reader.decode().map_err(|e| EmblemError::Unreadable(e.to_string()))?;
        if picture.width() == 0 || picture.height() == 0 {
            return Err(EmblemError::Empty);
        }
        Ok(Self::prepare(&picture))
    }

    fn prepare(picture: &DynamicImage) -> Self {
        let flat = on_white(picture);
        let flat = if flat.width().max(flat.height()) > LONGER_SIDE {
            DynamicImage::ImageRgba8(flat).resize(LONGER_SIDE, LONGER_SIDE, FilterType::Lanczos3).into_rgba8()
        } else {
            flat
        };
        let quantiser = NeuQuant::new(3, 256, flat.as_raw());
        let palette = quantiser.color_map_rgb();
        let indices: Vec<u8> = flat
            .pixels()
            // The map holds 256 colours, so an index always fits a byte.
            .map(|pixel| u8::try_from(quantiser.index_of(&pixel.0)).unwrap_or(u8::MAX))
            .collect();
        Self { width: flat.width(), height: flat.height(), palette, pixels: deflate(&indices) }
    }

    /// Width divided by height.
    pub(crate) fn aspect(&self) -> f32 {
        #[allow(clippy::cast_precision_loss)] // at most LONGER_SIDE
        let (width, height) = (self.width as f32, self.height as f32);
        width / height
    }
}

fn on_white(picture: &DynamicImage) -> RgbaImage {
    let mut flat = RgbaImage::new(picture.width(), picture.height());
    for (x, y, pixel) in picture.pixels() {
        let alpha = u32::from(pixel.0[3]);
        let over = |channel: u8| {
            let mixed = (u32::from(channel) * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        flat.put_pixel(x, y, Rgba([over(pixel.0[0]), over(pixel.0[1]), over(pixel.0[2]), 255]));
    }
    flat
}

/// Compresses with zlib; writing to memory does not fail.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(6));
    let written = encoder.write_all(bytes);
    debug_assert!(written.is_ok());
    encoder.finish().unwrap_or_default()
}
