//! The switch of the public's door, and what its pages say about the regency.

use axum::extract::{Extension, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use loket_domain::numbering::DeskCode;
use maud::{Markup, html};
use std::sync::Arc;

use super::kit::answer::{Unable, note};
use super::kit::page::{Field, page as framed, token, wrong};
use crate::access::{Form, Visitor};
use crate::accounts::Audited;
use crate::asking::renew_web_desk;
use crate::settings::{PublicDoor, PublicDoorOrder, keep_public_door, public_door, web_desk_code};
use crate::state::Shared;

const HERE: &str = "/pintu-publik";
/// The place in the menu it belongs to.
const PLACE: &str = "/direktori";

pub(super) async fn page(State(shared): State<Arc<Shared>>, Extension(visitor): Extension<Visitor>) -> Result<Response, Unable> {
    let door = public_door(shared.store.as_ref()).await?;
    let desk = web_desk_code(shared.store.as_ref()).await?;
    let (by_address, at_office) = (door.by_address.to_string(), door.at_office.to_string());
    let as_kept = PublicDoorOrder {
        open: door.open,
        regency: &door.regency,
        address: &door.address,
        contact: &door.contact,
        hours: &door.hours,
        asking: door.asking,
        by_address: &by_address,
        at_office: &at_office,
    };
    Ok(draw(&visitor, &as_kept, &door, &desk, None).into_response())
}

fn draw(visitor: &Visitor, typed: &PublicDoorOrder<'_>, kept: &PublicDoor, desk: &DeskCode, told: Option<&str>) -> Markup {
    let asking = [("", "Belum diterima"), ("terima", "Diterima semua kantor yang punya meja")];
    let asking = asking.map(|(code, label)| (code.to_owned(), label.to_owned()));
    let choices = [("", "Tertutup"), ("buka", "Terbuka untuk umum")].map(|(code, label)| (code.to_owned(), label.to_owned()));
    let main = html! {
        p { a href=(PLACE) { "← Direktori kantor" } }
        h1 { "Pintu publik" }
        p {
            @if kept.open {
                span.tone.done { "Terbuka" } " di " a href="/publik" { (kept.address) "/publik" }
            } @else {
                span.quiet { "Tertutup: alamat /publik tidak ada bagi siapa pun." }
            }
        }
        (wrong(told))
        section.sheet {
            form method="post" action=(HERE) {
                (token(visitor))
                (Field::new("open", "Keadaan").value(if typed.open { "buka" } else { "" }).choice(choices))
                (Field::new("regency", "Nama kabupaten atau kota").help("Misalnya Kabupaten Serdang Bedagai.").longest(120).value(typed.regency).line("text", "off"))
                (Field::new("address", "Alamat publik server").help("Seperti diketik orang, tanpa garis miring di belakang; dipakai di data.json dan Atom.").longest(200).value(typed.address).line("url", "off"))
                (Field::new("contact", "Kontak PPID Utama untuk umum").help("Alamat, telepon, e-mail; baris demi baris. Tampil di bawah setiap halaman publik.").longest(600).value(typed.contact).text())
                (Field::new("hours", "Jam layanan").help("Boleh kosong.").longest(200).value(typed.hours).line("text", "off"))
                (Field::new("asking", "Permohonan lewat laman").help("Setiap kantor dapat diatur sendiri di halamannya di Direktori.").value(if typed.asking { "terima" } else { "" }).choice(asking))
                (Field::new("by_address", "Paling banyak dari satu alamat internet dalam satu jam").help("Banyak orang dapat memakai satu alamat yang sama.").longest(5).value(typed.by_address).line("text", "off"))
                (Field::new("at_office", "Paling banyak untuk satu kantor dalam sehari").longest(5).value(typed.at_office).line("text", "off"))
                button { "Simpan" }
            }
        }
        section.sheet.narrow {
            h2 { "Seri nomor laman" }
            p { "Nomor permohonan lewat laman memakai kode meja " strong { (desk) } ". Setelah basis data dipulihkan dengan " code { "loket-utama restore" } " kodenya berganti sendiri; setelah pg_restore, gantilah di sini, supaya nomor yang sudah dipegang warga tidak terpakai dua kali." }
            form method="post" action="/pintu-publik/seri" { (token(visitor)) button.quieter { "Mulai seri baru" } }
        }
        h2 { "Yang terlihat umum selama terbuka" }
        ul {
            li { "nama kantor di direktori yang aktif, alamat dan kontak di kop suratnya, nomor penetapan DIP dan DIK;" }
            li { "daftar informasi publik kantor, dan informasi yang dikecualikan dengan penetapan yang masih berlaku;" }
            li { "angka layanan per kantor dan tahun;" }
            li { "formulir permohonan, di kantor yang menerimanya lewat laman;" }
            li { "jalannya satu permohonan, hanya bagi yang memegang nomor dan kode periksa di tanda buktinya." }
        }
        p { "Tidak pernah: siapa yang meminta, apa yang diminta, konsep, catatan, kontak di direktori." }
    };
    framed(visitor, PLACE, "Pintu publik", main)
}

pub(super) async fn renew_desk(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Response, Unable> {
    let code = renew_web_desk(shared.store.as_ref(), shared.clock.millis()).await?;
    note(&shared, &visitor, Audited::PublicDoorSet, None, Some(format!("seri nomor laman {code}"))).await?;
    Ok(Redirect::to(HERE).into_response())
}

pub(super) async fn set(
    State(shared): State<Arc<Shared>>,
    Extension(visitor): Extension<Visitor>,
    Extension(form): Extension<Form>,
) -> Result<Response, Unable> {
    let kept = public_door(shared.store.as_ref()).await?;
    let open = form.get("open") == "buka";
    let (regency, address, contact, hours) = (form.get("regency"), form.get("address"), form.get("contact"), form.get("hours"));
    let asking = form.get("asking") == "terima";
    let (by_address, at_office) = (form.get("by_address"), form.get("at_office"));
    let order = PublicDoorOrder { open, regency, address, contact, hours, asking, by_address, at_office };
    let door = match order.check() {
        Ok(door) => door,
        Err(told) => {
            let desk = web_desk_code(shared.store.as_ref()).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&visitor, &order, &kept, &desk, Some(&told))).into_response());
        }
    };
    if door != kept {
        keep_public_door(shared.store.as_ref(), &door).await?;
        let what = match (kept.open, door.open) {
            (false, true) => "dibuka",
            (true, false) => "ditutup",
            (true, true) | (false, false) => "keterangannya diubah",
        };
        note(&shared, &visitor, Audited::PublicDoorSet, None, Some(what.to_owned())).await?;
    }
    Ok(Redirect::to(HERE).into_response())
}
