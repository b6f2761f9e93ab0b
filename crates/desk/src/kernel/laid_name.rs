//! Under which name a file is laid where a person, or another system, finds it.
//!
//! A file that is attached keeps the name it came with; where it is laid, the name must be one that every system takes, also a stick that
//! goes from one to the other.

/// Longest name, in the units Windows counts: with the folder it lies in it stays below the 260 that programs there still stop at.
const LONGEST: usize = 120;
/// Longest name in bytes, which Linux counts: below 255, with room for an ending of a file that is not whole yet.
const MOST_BYTES: usize = 220;

/// What Windows calls its devices, whatever follows after a dot.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// Whether Windows takes this for a device: `NUL`, `com1`, `LPT²`.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_uppercase();
    let port = ["COM", "LPT"].iter().find_map(|kind| stem.strip_prefix(kind));
    let numbered = |rest: &str| rest.chars().count() == 1 && rest.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c));
    DEVICES.contains(&stem.as_str()) || port.is_some_and(numbered)
}

/// A name as every system takes it: no letter that one of them forbids, no device of Windows, no dot or blank at its end, and not too
/// long. A name that is fit stays as it is.
pub fn laid_name(name: &str) -> String {
    let put = |c: char| if c.is_control() || "<>:\"/\\|?*".contains(c) { '-' } else { c };
    let name: String = name.chars().map(put).collect();
    let name = name.trim_start().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, rest) = name.split_at(name.find('.').unwrap_or(name.len()));
    let name = if is_device(stem.trim_end()) { format!("{}_{rest}", stem.trim_end()) } else { name.to_owned() };
    if name.is_empty() { "berkas".to_owned() } else { shortened(name) }
}

/// Takes away from before the ending until the name is short enough.
fn shortened(name: String) -> String {
    let fits = |name: &str, ending: &str| {
        name.encode_utf16().count() + ending.encode_utf16().count() <= LONGEST && name.len() + ending.len() <= MOST_BYTES
    };
    if fits(&name, "") {
        return name;
    }
    // What is longer than any ending of a file is none.
    let dot = name.rfind('.').filter(|dot| *dot > 0 && name.len() - dot <= 10).unwrap_or(name.len());
    let (stem, ending) = name.split_at(dot);
    let mut stem = stem.to_owned();
    while !fits(&stem, ending) && stem.pop().is_some() {}
    format!("{}{ending}", stem.trim_end_matches(|c: char| c == '.' || c.is_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_laid_as_windows_takes_it_and_a_fit_one_as_it_is() {
        for (attached, laid) in [
            ("KTP.pdf", "KTP.pdf"),
            ("Tanda Bukti 008-PPID-KEC-PBG-XI-2026.pdf", "Tanda Bukti 008-PPID-KEC-PBG-XI-2026.pdf"),
            ("kontrak.final.pdf", "kontrak.final.pdf"),
            ("CON.pdf", "CON_.pdf"),
            ("nul.png", "nul_.png"),
            ("Aux", "Aux_"),
            ("prn .pdf", "prn_.pdf"),
            ("COM1.jpg", "COM1_.jpg"),
            ("com¹.jpg", "com¹_.jpg"),
            ("LPT9.tar.gz", "LPT9_.tar.gz"),
            ("conin$.pdf", "conin$_.pdf"),
            ("COM10.pdf", "COM10.pdf"),
            ("Common.pdf", "Common.pdf"),
            ("CONTOH.pdf", "CONTOH.pdf"),
            ("surat ke NUL.pdf", "surat ke NUL.pdf"),
            ("daftar.", "daftar"),
            ("daftar . .", "daftar"),
            ("  daftar.pdf  ", "daftar.pdf"),
            ("a:b*c?.pdf", "a-b-c-.pdf"),
            ("..\\..\\etc/passwd", "..-..-etc-passwd"),
            ("a\nb.pdf", "a-b.pdf"),
            ("...", "berkas"),
            ("", "berkas"),
        ] {
            assert_eq!(laid_name(attached), laid, "{attached}");
            assert_eq!(laid_name(laid), laid, "once is enough");
        }
    }

    #[test]
    fn a_long_name_is_cut_before_its_ending_as_windows_and_linux_count() {
        let plain = laid_name(&format!("{}.pdf", "a".repeat(300)));
        assert_eq!(plain, format!("{}.pdf", "a".repeat(116)));
        let wide = laid_name(&format!("{}.xlsx", "資".repeat(119)));
        assert!(wide.ends_with("資.xlsx") && wide.len() <= MOST_BYTES, "{wide}");
        assert_eq!(laid_name(&"b".repeat(300)).len(), LONGEST);
        assert_eq!(laid_name(&format!("{} . {}.pdf", "a".repeat(113), "b".repeat(50))), format!("{}.pdf", "a".repeat(113)));
    }
}
