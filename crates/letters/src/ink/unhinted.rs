//! TrueType without its hints: instructions for coarse screens, half of a small font, and of no
//! use on paper.

/// A table of a font file.
type Table<'a> = ([u8; 4], &'a [u8]);

/// The same font without instructions; `None` when it is no TrueType font, or not understood.
pub(super) fn unhinted(font: &[u8]) -> Option<Vec<u8>> {
    let tables = tables(font)?;
    let find = |tag: &[u8; 4]| tables.iter().find(|(t, _)| t == tag).map(|(_, data)| *data);
    let head = find(b"head")?;
    let long_offsets = u16_at(head, 50)? != 0;
    let (glyf, loca) = plain_glyphs(find(b"glyf")?, find(b"loca")?, long_offsets)?;
    let mut head = head.to_vec();
    head.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
    let kept: Vec<Table<'_>> = tables
        .iter()
        .filter(|(tag, _)| !matches!(tag, b"fpgm" | b"prep" | b"cvt " | b"gasp" | b"hdmx"))
        .map(|(tag, data)| match tag {
            b"glyf" => (*tag, glyf.as_slice()),
            b"loca" => (*tag, loca.as_slice()),
            b"head" => (*tag, head.as_slice()),
            _ => (*tag, *data),
        })
        .collect();
    assemble(font.get(0..4)?, &kept)
}

fn tables(font: &[u8]) -> Option<Vec<Table<'_>>> {
    let count = usize::from(u16_at(font, 4)?);
    (0..count)
        .map(|i| {
            let record = font.get(12 + 16 * i..28 + 16 * i)?;
            let tag: [u8; 4] = record.get(0..4)?.try_into().ok()?;
            let start = u32_at(record, 8)?;
            let length = u32_at(record, 12)?;
            Some((tag, font.get(start..start.checked_add(length)?)?))
        })
        .collect()
}

/// The glyphs one by one without instructions, and where each begins (as 32-bit offsets).
fn plain_glyphs(glyf: &[u8], loca: &[u8], long_offsets: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let width = if long_offsets { 4 } else { 2 };
    let offset = |i: usize| {
        if long_offsets { u32_at(loca, i * 4) } else { u16_at(loca, i * 2).map(|half| usize::from(half) * 2) }
    };
    let count = (loca.len() / width).checked_sub(1)?;
    let mut glyphs = Vec::with_capacity(glyf.len());
    let mut offsets = vec![0; 4];
    for i in 0..count {
        let glyph = glyf.get(offset(i)?..offset(i + 1)?)?;
        if !glyph.is_empty() {
            plain_glyph(glyph, &mut glyphs)?;
            glyphs.resize(glyphs.len().next_multiple_of(4), 0);
        }
        offsets.extend(u32::try_from(glyphs.len()).ok()?.to_be_bytes());
    }
    Some((glyphs, offsets))
}

fn plain_glyph(glyph: &[u8], into: &mut Vec<u8>) -> Option<()> {
    let contours = i16::from_be_bytes(glyph.get(0..2)?.try_into().ok()?);
    match usize::try_from(contours) {
        Ok(contours) => {
            let instructions = 10 + 2 * contours;
            let length = usize::from(u16_at(glyph, instructions)?);
            into.extend(glyph.get(..instructions)?);
            into.extend([0, 0]);
            into.extend(glyph.get(instructions + 2 + length..)?);
        }
        Err(_) => plain_composite(glyph, into)?,
    }
    Some(())
}

/// A glyph made of others: its instructions stand after the last component.
fn plain_composite(glyph: &[u8], into: &mut Vec<u8>) -> Option<()> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const TWO_SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    const INSTRUCTIONS: u16 = 0x0100;
    into.extend(glyph.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at)?;
        let arguments = if flags & WORDS != 0 { 4 } else { 2 };
        let transform = match flags {
            f if f & SCALE != 0 => 2,
            f if f & TWO_SCALES != 0 => 4,
            f if f & MATRIX != 0 => 8,
            _ => 0,
        };
        let end = at + 4 + arguments + transform;
        into.extend((flags & !INSTRUCTIONS).to_be_bytes());
        into.extend(glyph.get(at + 2..end)?);
        at = end;
        if flags & MORE == 0 {
            return Some(());
        }
    }
}

fn assemble(version: &[u8], tables: &[Table<'_>]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16_u16 << power;
    let mut font = version.to_vec();
    for value in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        font.extend(value.to_be_bytes());
    }
    let mut start = 12 + 16 * tables.len();
    for (tag, data) in tables {
        font.extend(tag);
        font.extend(checksum(data).to_be_bytes());
        font.extend(u32::try_from(start).ok()?.to_be_bytes());
        font.extend(u32::try_from(data.len()).ok()?.to_be_bytes());
        start += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        font.extend(*data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    Some(font)
}

fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        word.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

fn u32_at(data: &[u8], at: usize) -> Option<usize> {
    let bytes = data.get(at..at + 4)?;
    usize::try_from(u32::from_be_bytes(bytes.try_into().ok()?)).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::{DrawSettings, OutlinePen};
    use skrifa::{FontRef, GlyphId, MetadataProvider};

    use super::*;

    #[derive(Default, PartialEq, Debug)]
    struct Path(Vec<(char, f32, f32)>);

    impl OutlinePen for Path {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push(('m', x, y));
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push(('l', x, y));
        }
        fn quad_to(&mut self, _: f32, _: f32, x: f32, y: f32) {
            self.0.push(('q', x, y));
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, x: f32, y: f32) {
            self.0.push(('c', x, y));
        }
        fn close(&mut self) {
            self.0.push(('z', 0.0, 0.0));
        }
    }

    fn outlines(font: &[u8]) -> Vec<Path> {
        let font = FontRef::new(font).unwrap();
        let glyphs = font.outline_glyphs();
        (0..400)
            .filter_map(|id| {
                let mut path = Path::default();
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                glyphs.get(GlyphId::new(id))?.draw(settings, &mut path).unwrap();
                Some(path)
            })
            .collect()
    }

    #[test]
    fn the_outlines_stay_and_the_file_shrinks() {
        let hinted = include_bytes!("../../fonts/LiberationSans-Regular.ttf");
        let plain = unhinted(hinted).unwrap();
        assert_eq!(outlines(hinted), outlines(&plain));
        assert!(plain.len() < hinted.len() * 3 / 4);
    }

    #[test]
    fn what_is_no_truetype_font_is_left_alone() {
        assert!(unhinted(include_bytes!("../../fonts/texgyrebonum-bold.otf")).is_none());
        assert!(unhinted(b"").is_none());
        assert!(unhinted(&[0xFF; 64]).is_none());
    }
}
