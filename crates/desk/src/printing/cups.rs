//! What CUPS is told about a job, and what it says a printer can do. The printers of Linux and macOS understand nothing else.

use crate::views::Choice;
use crate::views::printing::{PrintWay, PrinterAbilities};

/// How far two sizes may differ and still be the same paper, in millimetres: names round to inches and points.
const SAME: f32 = 1.6;

/// The printer does not know a paper of this size.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "Printer {printer} tidak mengenal kertas {size}. Buka Cara mencetak, lalu pilih ukuran kertas yang ada pada printer itu."
)]
pub struct UnknownSize {
    /// Its name.
    pub printer: String,
    /// The size, in words.
    pub size: String,
}

/// What the job of a paper of so many millimetres is told besides its name.
///
/// # Errors
/// [`UnknownSize`] where the printer knows neither this size by a name nor any size by its millimetres.
pub fn job_options(
    way: &PrintWay,
    (width, height): (f32, f32),
    printer: &PrinterAbilities,
) -> Result<Vec<(&'static str, String)>, UnknownSize> {
    let media = match &way.size {
        Some(size) => size.clone(),
        None => media((width.min(height), width.max(height)), printer)?,
    };
    let sides = match (way.both_sides, width > height) {
        (false, _) => "one-sided",
        (true, false) => "two-sided-long-edge",
        (true, true) => "two-sided-short-edge",
    };
    // A paper is printed at its size: F4 is not made smaller to fit A4.
    let mut options = vec![("media", media), ("print-scaling", "none".to_owned()), ("sides", sides.to_owned())];
    options.extend(way.tray.iter().map(|tray| ("InputSlot", tray.clone())));
    Ok(options)
}

/// The name by which a printer knows a size, upright.
fn media(paper: (f32, f32), printer: &PrinterAbilities) -> Result<String, UnknownSize> {
    let differs = |size: (f32, f32)| (size.0 - paper.0).abs().max((size.1 - paper.1).abs());
    let near = printer.sizes.iter().filter_map(|choice| {
        let far = differs(millimetres_of(&choice.code)?);
        (far < SAME).then_some((far, &choice.code))
    });
    let (width, height) = (paper.0.round(), paper.1.round());
    match near.min_by(|(one, _), (other, _)| one.total_cmp(other)) {
        Some((_, named)) => Ok(named.clone()),
        None if printer.any_size || printer.sizes.is_empty() => Ok(match named_alike(paper) {
            Some(standard) => standard.to_owned(),
            None => format!("Custom.{width}x{height}mm"),
        }),
        None => Err(UnknownSize { printer: printer.printer.clone(), size: size_in_words(paper) }),
    }
}

/// Papers that have a name at every printer, in millimetres.
const NAMED: &[(&str, f32, f32)] =
    &[("A4", 210.0, 297.0), ("A3", 297.0, 420.0), ("EnvDL", 110.0, 220.0), ("EnvC5", 162.0, 229.0), ("C5", 162.0, 229.0)];

/// Others that some drivers name.
const SOME: &[(&str, f32, f32)] = &[
    ("F4", 215.0, 330.0),
    ("FanFoldGermanLegal", 215.9, 330.2),
    ("Foolscap", 215.9, 330.2),
    ("Folio", 210.0, 330.0),
    ("Legal", 215.9, 355.6),
    ("Letter", 215.9, 279.4),
    ("A5", 148.0, 210.0),
    ("A6", 105.0, 148.0),
    ("Env10", 104.8, 241.3),
];

fn named_alike(paper: (f32, f32)) -> Option<&'static str> {
    let found = NAMED.iter().find(|(_, width, height)| (width - paper.0).abs() < SAME && (height - paper.1).abs() < SAME);
    found.map(|(name, ..)| *name)
}

/// The size that a name stands for: a known one, `w612h936` in points, `8.5x13` in inches, or whatever ends in millimetres.
fn millimetres_of(name: &str) -> Option<(f32, f32)> {
    let plain = name.split('.').next().filter(|_| name.starts_with(|first: char| first.is_ascii_alphabetic())).unwrap_or(name);
    if let Some((_, width, height)) = NAMED.iter().chain(SOME).find(|(known, ..)| known.eq_ignore_ascii_case(plain)) {
        return Some((*width, *height));
    }
    if let Some((width, height)) = plain.strip_prefix('w').and_then(|rest| rest.split_once('h')) {
        let points = |text: &str| text.parse::<f32>().ok().map(|points| points / 72.0 * 25.4);
        return Some((points(width)?, points(height)?));
    }
    let last = name.rsplit('_').next().unwrap_or(name);
    let (sides, unit) = match (last.strip_suffix("mm"), last.strip_suffix("in")) {
        (Some(sides), _) => (sides, 1.0),
        (None, Some(sides)) => (sides, 25.4),
        (None, None) => (last, 25.4),
    };
    let (width, height) = sides.split_once('x')?;
    Some((width.parse::<f32>().ok()? * unit, height.parse::<f32>().ok()? * unit))
}

/// A size as people call it, in millimetres.
pub(crate) fn size_in_words((width, height): (f32, f32)) -> String {
    let known = NAMED.iter().chain(SOME).find(|(_, w, h)| (w - width).abs() < 0.6 && (h - height).abs() < 0.6);
    let millimetres = format!("{} × {} mm", width.round(), height.round());
    known.map_or_else(|| millimetres.clone(), |(name, ..)| format!("{name} ({millimetres})"))
}

/// What `lpoptions -l` says a printer can do. Of a printer that says nothing, everything is taken for possible.
pub fn abilities(printer: &str, said: &str) -> PrinterAbilities {
    let of = |option: &str| {
        let line = said.lines().find(|line| line.split(['/', ':']).next() == Some(option))?;
        Some(line.split_once(": ")?.1.split_whitespace().map(|choice| choice.trim_start_matches('*')))
    };
    let choices = |option: &str, label: fn(&str) -> String| {
        let listed = of(option).into_iter().flatten().filter(|code| !code.starts_with("Custom."));
        listed.map(|code| Choice { code: code.to_owned(), label: label(code) }).collect::<Vec<_>>()
    };
    let any_size = of("PageSize").is_none_or(|mut sizes| sizes.any(|size| size.starts_with("Custom.")));
    PrinterAbilities {
        printer: printer.to_owned(),
        trays: choices("InputSlot", tray_in_words),
        sizes: choices("PageSize", |code| {
            let known = millimetres_of(code).filter(|(width, height)| *width > 0.0 && *height > 0.0);
            known.map_or_else(|| code.to_owned(), |(width, height)| format!("{code} ({} × {} mm)", width.round(), height.round()))
        }),
        any_size,
        both_sides: said.trim().is_empty() || of("Duplex").is_some_and(|mut sides| sides.any(|side| side != "None")),
    }
}

fn tray_in_words(code: &str) -> String {
    let known = match code {
        "Auto" | "AutoSelect" | "Automatic" | "Default" => "Otomatis",
        "Manual" | "ManualFeed" | "Manual_Feed" => "Dimasukkan dengan tangan",
        "Upper" => "Baki atas",
        "Middle" => "Baki tengah",
        "Lower" => "Baki bawah",
        "Rear" => "Baki belakang",
        "Envelope" | "EnvFeed" => "Tempat amplop",
        "MultiPurpose" | "Multipurpose" | "MPTray" | "ByPass" | "Bypass" => "Baki serbaguna",
        _ => "",
    };
    if known.is_empty() { code.to_owned() } else { format!("{known} ({code})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EPSON: &str = "PageSize/Media Size: *A4 Letter w612h936 EnvDL Custom.WIDTHxHEIGHT\n\
                         InputSlot/Media Source: *Auto Rear Tray3\n\
                         Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble\n";
    const F4: (f32, f32) = (215.0, 330.0);

    fn told(way: &PrintWay, paper: (f32, f32), printer: &PrinterAbilities) -> String {
        let options = job_options(way, paper, printer).unwrap_or_else(|unknown| vec![("refused", unknown.to_string())]);
        options.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_printer_is_read_as_it_describes_itself() {
        let epson = abilities("Epson", EPSON);
        let codes = |choices: &[Choice]| choices.iter().map(|choice| choice.code.clone()).collect::<Vec<_>>().join(" ");
        assert_eq!((codes(&epson.sizes).as_str(), codes(&epson.trays).as_str()), ("A4 Letter w612h936 EnvDL", "Auto Rear Tray3"));
        assert_eq!(epson.sizes[2].label, "w612h936 (216 × 330 mm)");
        assert_eq!((epson.trays[1].label.as_str(), epson.trays[2].label.as_str()), ("Baki belakang (Rear)", "Tray3"));
        assert!(epson.any_size && epson.both_sides);
        let simple = abilities("Sederhana", "PageSize/Media Size: *A4\nDuplex/Sides: *None\n");
        assert!(!simple.any_size && !simple.both_sides && simple.trays.is_empty());
    }

    #[test]
    fn f4_is_told_by_the_name_the_printer_has_for_it_or_by_its_millimetres() {
        let way = PrintWay::default();
        let sizes = |sizes: &str| abilities("P", &format!("PageSize/Media Size: {sizes}\n"));
        let media = |printer: &PrinterAbilities| told(&way, F4, printer).split(' ').next().map(str::to_owned);
        assert_eq!(media(&abilities("Epson", EPSON)).as_deref(), Some("media=w612h936"));
        assert_eq!(media(&sizes("A4 F4 FanFoldGermanLegal")).as_deref(), Some("media=F4"));
        assert_eq!(media(&sizes("A4 na_foolscap_8.5x13in")).as_deref(), Some("media=na_foolscap_8.5x13in"));
        assert_eq!(media(&sizes("A4 8.5x13 Custom.WIDTHxHEIGHT")).as_deref(), Some("media=8.5x13"));
        assert_eq!(media(&sizes("*A4 Folio Legal Custom.WIDTHxHEIGHT")).as_deref(), Some("media=Custom.215x330mm"));
        assert_eq!(media(&abilities("Tak dikenal", "")).as_deref(), Some("media=Custom.215x330mm"));
    }

    #[test]
    fn a_paper_the_printer_does_not_know_is_not_printed_smaller_but_refused_with_what_to_do() {
        let small = abilities("HP", "PageSize/Media Size: *A4 Letter Legal\n");
        let refused = told(&PrintWay::default(), F4, &small);
        assert!(refused.contains("HP tidak mengenal kertas F4 (215 × 330 mm)") && refused.contains("Cara mencetak"), "{refused}");
        let chosen = PrintWay { size: Some("Legal".into()), ..PrintWay::default() };
        assert!(told(&chosen, F4, &small).starts_with("media=Legal print-scaling=none"));
    }

    #[test]
    fn what_lies_on_its_side_is_told_upright_and_turned_over_its_short_edge() {
        let epson = abilities("Epson", EPSON);
        let way = PrintWay { both_sides: true, tray: Some("Rear".into()), ..PrintWay::default() };
        assert_eq!(told(&way, (420.0, 297.0), &epson), "media=A3 print-scaling=none sides=two-sided-short-edge InputSlot=Rear");
        assert_eq!(told(&way, (210.0, 297.0), &epson), "media=A4 print-scaling=none sides=two-sided-long-edge InputSlot=Rear");
        assert_eq!(told(&PrintWay::default(), (220.0, 110.0), &epson), "media=EnvDL print-scaling=none sides=one-sided");
        assert_eq!(
            told(&PrintWay::default(), (230.0, 110.0), &epson),
            "media=Custom.110x230mm print-scaling=none sides=one-sided"
        );
    }
}
