//! Signature blocks, which never stand alone on a page.

use std::sync::Arc;

use super::MM;
use super::mark::{PlacedShape, Shape, Strip};
use super::piece::Piece;
use super::qr::Qr;
use super::sheet::Sheet;
use super::strips::moved;
use super::typesetter::{SetLine, height};
use super::words::RichText;
use crate::imprint::Reference;
use crate::press_error::PressError;

/// As many lines of the body go with a signature onto another page, besides the sentences that close it.
const COMPANY: usize = 2;
const QR_SIDE: f32 = 19.0 * MM;
const QR_GAP: f32 = 7.0;

/// What stands on one side of a signature block.
pub(crate) enum Side {
    /// Somebody signs: lines above, the name (`None`: to be written in), lines below.
    Hand {
        above: Vec<String>,
        name: Option<String>,
        below: Vec<String>,
        /// Whether the lines below are a quiet caption.
        caption: bool,
    },
    /// Nobody.
    Nobody,
    /// A QR code with the reference it stands for, and below it who gets a copy of the letter.
    Code { reference: Reference, copies_to: Vec<String> },
}

impl Side {
    /// An official, with lines above and below the name.
    pub(crate) fn official(above: Vec<String>, name: &str, below: Vec<String>) -> Self {
        Side::Hand { above, name: some_text(name), below, caption: false }
    }

    /// A person with a role and nothing else.
    pub(crate) fn person(above: Vec<String>, name: &str) -> Self {
        Side::Hand { above, name: some_text(name), below: vec!["Nama dan tanda tangan".to_owned()], caption: true }
    }
}

fn some_text(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// One side, set: lines above the room for the hand, marks in it, lines below.
#[derive(Default)]
struct SetSide {
    above: Vec<SetLine>,
    below: Vec<SetLine>,
    code: Option<SetCode>,
}

/// A QR code and the small lines beside it.
struct SetCode {
    /// None on a draft, where an empty frame keeps its place.
    qr: Option<Arc<Qr>>,
    beside: Vec<SetLine>,
}

impl Sheet<'_> {
    /// Two sides of signatures; keeps the closing sentences and the last lines of the body before it on its page.
    pub(crate) fn signatures(&mut self, left: Side, right: Side) -> Result<(), PressError> {
        let width = self.geometry.width;
        let columns = [(0.0, width * 0.46, left), (width * 0.48, width * 0.52, right)];
        let mut sides = Vec::new();
        for (x, column, side) in columns {
            sides.push((x, self.set_side(side, column)?));
        }
        let hands = || sides.iter().filter(|(_, side)| side.code.is_none());
        let above = tallest(hands().map(|(_, side)| &side.above));
        let below = tallest(hands().map(|(_, side)| &side.below));
        let codes = sides.iter().filter(|(_, side)| side.code.is_some());
        let beside = codes.map(|(_, side)| QR_SIDE + 8.0 + height(&side.below)).fold(0.0, f32::max);
        let mut strip = Strip { signs: true, height: (above + self.air.hand + below).max(beside), ..Strip::default() };
        for (x, side) in sides {
            // The lines above end where the room begins, on both sides.
            let mut y = above - height(&side.above);
            for line in side.above {
                strip.marks.extend(moved(line.marks, x, y));
                y += line.height;
            }
            let mut y = above + self.air.hand;
            if let Some(code) = side.code {
                let shape = match code.qr {
                    Some(code) => Shape::Qr { side: QR_SIDE, code },
                    None => Shape::Frame { width: QR_SIDE, height: QR_SIDE, thickness: 0.5 },
                };
                strip.marks.push(PlacedShape { x, y: 0.0, shape });
                let mut beside = QR_SIDE - height(&code.beside);
                for line in code.beside {
                    strip.marks.extend(moved(line.marks, x + QR_SIDE + QR_GAP, beside));
                    beside += line.height;
                }
                y = strip.height - height(&side.below);
            }
            for line in side.below {
                strip.marks.extend(moved(line.marks, x, y));
                y += line.height;
            }
        }
        let company = COMPANY + self.closing_lines();
        self.space(self.body().size);
        self.glue_last(company);
        self.push(strip);
        Ok(())
    }

    fn set_side(&mut self, side: Side, column: f32) -> Result<SetSide, PressError> {
        let style = self.body();
        match side {
            Side::Nobody => Ok(SetSide::default()),
            Side::Hand { above, name, below, caption } => {
                let below_style = if caption { self.small().grey() } else { style };
                let above: Vec<Piece> = above.into_iter().map(Piece::new).collect();
                let name = match name {
                    Some(name) => Piece::new(RichText::new().bold(&name)),
                    None => Piece::filled(None),
                };
                let below: Vec<Piece> =
                    std::iter::once(name).chain(below.into_iter().map(|line| Piece::new(line).style(below_style))).collect();
                Ok(SetSide {
                    above: self.set_pieces(&above, style, column),
                    below: self.set_pieces(&below, style, column),
                    code: None,
                })
            }
            Side::Code { reference, copies_to } => {
                let qr = reference.is_checked().then(|| reference.qr().map(Arc::new)).transpose()?;
                let said = match &qr {
                    Some(_) => format!("Kode periksa {}", reference.check_code),
                    None => "Kode periksa ada setelah diputuskan".to_owned(),
                };
                let small = self.small().size(7.5).grey();
                let beside = [
                    Piece::new(reference.label).style(small),
                    Piece::new(reference.number).style(small),
                    Piece::new(said).style(small),
                    // Offices take a QR beside a signature for an electronic one.
                    Piece::new("Kode periksa Loket PPID, bukan tanda tangan elektronik").style(small),
                ];
                let beside = self.set_pieces(&beside, small, column - QR_SIDE - QR_GAP);
                let below = copies(&copies_to);
                let style = style.size(style.size - 1.0);
                Ok(SetSide {
                    above: Vec::new(),
                    below: self.set_pieces(&below, style, column),
                    code: Some(SetCode { qr, beside }),
                })
            }
        }
    }
}

/// The people who get a copy of a letter; nothing when there are none.
fn copies(people: &[String]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = match people {
        [] => Vec::new(),
        [one] => vec![Piece::new(one.as_str())],
        many => Piece::numbered(many, 15.0).collect(),
    };
    if !pieces.is_empty() {
        pieces.insert(0, Piece::new("Tembusan:"));
    }
    pieces
}

impl Reference {
    /// The QR that stands for a paper: its number and check code, and no address, because nothing
    /// can be looked up before the desk has synchronised.
    pub(crate) fn qr(&self) -> Result<Qr, PressError> {
        Qr::encode(&format!("{} {}", self.number, self.check_code))
    }
}

fn tallest<'a>(sides: impl Iterator<Item = &'a Vec<SetLine>>) -> f32 {
    sides.map(|lines| height(lines)).fold(0.0, f32::max)
}
