//! The office: its letterhead, its officials.

use std::sync::LazyLock;

use loket_domain::office::{Capacity, Official, Role};
use loket_letters::{Letterhead, SignedBy};

use super::day;

/// A shield of flat colours, drawn here so that no real emblem is needed.
pub(crate) fn emblem() -> Vec<u8> {
    static DRAWN: LazyLock<Vec<u8>> = LazyLock::new(draw_emblem);
    DRAWN.clone()
}

fn draw_emblem() -> Vec<u8> {
    let (width, height) = (400_u32, 480_u32);
    let mut picture = image::RgbaImage::new(width, height);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let (fx, fy) = (f64::from(x) / 400.0 - 0.5, f64::from(y) / 480.0);
        let half = if fy < 0.55 { 0.46 } else { 0.46 * (1.0 - (fy - 0.55) / 0.45).sqrt() };
        if fx.abs() < half {
            let edge = fx.abs() > half - 0.03 || fy < 0.03;
            let star = (fx * fx + (fy - 0.3).powi(2)).sqrt() < 0.13;
            let field = fy > 0.62;
            pixel.0 = match (edge, star, field) {
                (true, ..) => [20, 40, 30, 255],
                (_, true, _) => [250, 205, 40, 255],
                (_, _, true) => [245, 245, 235, 255],
                _ => [20, 120, 70, 255],
            };
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

pub(crate) fn letterhead() -> Letterhead {
    Letterhead {
        emblem: Some(emblem()),
        government: "PEMERINTAH KABUPATEN SERDANG BEDAGAI".into(),
        office: "KECAMATAN PERBAUNGAN".into(),
        contact_lines: vec![
            "Jalan Contoh Raya Nomor 45, Perbaungan, Kode Pos 20986".into(),
            "Telepon (0621) 000000   E-mail: ppid.perbaungan@contoh.example".into(),
        ],
    }
}

/// The longest names of regencies and kecamatan.
pub(crate) fn long_letterhead() -> Letterhead {
    Letterhead {
        government: "PEMERINTAH KABUPATEN KEPULAUAN SIAU TAGULANDANG BIARO".into(),
        office: "KECAMATAN SIAU BARAT SELATAN DAN KEPULAUAN MAKALEHI".into(),
        contact_lines: vec![
            "Jalan Trans Siau Kilometer 12, Kompleks Perkantoran Terpadu, Gedung B Lantai 2, Ondong, Kode Pos 95862".into(),
            "Telepon (0432) 000000   Faksimili (0432) 000001   E-mail: ppid.siaubaratselatan.makalehi@contoh.example".into(),
        ],
        ..letterhead()
    }
}

pub(crate) fn signatory() -> Official {
    Official {
        id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        role: Role::PpidUnit,
        capacity: Capacity::OnBehalf,
        position: "Camat Perbaungan, Sekretaris Kecamatan selaku PPID Pelaksana".into(),
        name: "Drs. Hotman Parulian Situngkir, M.Si.".into(),
        rank: Some("Pembina (IV/a)".into()),
        nip: Some("197001011995031001".into()),
        appointment: None,
        represents: vec![],
        own_office: None,
    }
}

/// The superior, who answers objections.
pub(crate) fn superior() -> Official {
    Official {
        role: Role::PpidSuperior,
        capacity: Capacity::Definitive,
        position: "Camat Perbaungan selaku Atasan PPID".into(),
        name: "Dra. Meutia Rekaan Siregar, M.M.".into(),
        rank: Some("Pembina Tingkat I (IV/b)".into()),
        nip: Some("196802021993032002".into()),
        ..signatory()
    }
}

/// The PPID Utama, who classifies.
pub(crate) fn main_ppid() -> Official {
    Official {
        role: Role::PpidMain,
        capacity: Capacity::Acting,
        position: "Kepala Dinas Komunikasi dan Informatika selaku PPID Utama".into(),
        name: "Ir. Bonar Contoh Saragih, M.T.".into(),
        ..signatory()
    }
}

/// Who signs a list at the end of the year.
pub(crate) fn signed_by() -> SignedBy {
    SignedBy { place: "Perbaungan".into(), on: day(2026, 12, 31), official: signatory() }
}
