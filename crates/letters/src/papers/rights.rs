//! The back of the request form: what an applicant may expect, UU 14/2008.

use super::DOTS;
use crate::layout::{Align, Piece, Sheet, Words};

/// Lays out the rights page; the fee decree is left as dots when it is not known.
pub(super) fn compose(sheet: &mut Sheet<'_>, fee_decree: Option<&str>) {
    sheet.title(
        "HAK-HAK PEMOHON INFORMASI PUBLIK",
        &["Berdasarkan Undang-Undang Nomor 14 Tahun 2008\ntentang Keterbukaan Informasi Publik".to_owned()],
    );
    let body = sheet.body().align(Align::Justified);
    let fee_decree = fee_decree.map(str::trim).filter(|decree| !decree.is_empty()).unwrap_or(DOTS);
    let point = |label, words: Words| Piece::labelled(label, 26.0, words).style(body);
    let points = [
        (
            "I.",
            Words::new()
                .plain("Pemohon berhak memperoleh seluruh informasi yang dikuasai Badan Publik, kecuali ")
                .bold("(a)")
                .plain(" informasi yang apabila dibuka dapat: menghambat proses penegakan hukum; mengganggu pelindungan hak atas kekayaan intelektual dan pelindungan dari persaingan usaha tidak sehat; membahayakan pertahanan dan keamanan negara; mengungkapkan kekayaan alam Indonesia; merugikan ketahanan ekonomi nasional; merugikan kepentingan hubungan luar negeri; mengungkapkan isi akta otentik yang bersifat pribadi serta kemauan terakhir atau wasiat seseorang; mengungkap rahasia pribadi; memorandum atau surat antar-Badan Publik atau intra-Badan Publik yang menurut sifatnya dirahasiakan; dan informasi yang tidak boleh diungkapkan berdasarkan undang-undang; serta ")
                .bold("(b)")
                .plain(" informasi yang belum dikuasai atau belum didokumentasikan."),
        ),
        (
            "II.",
            Words::new()
                .bold("Pastikan menerima tanda bukti permohonan berupa nomor pendaftaran.")
                .plain(" Apabila tanda bukti itu tidak diberikan, tanyakan alasannya kepada petugas; mungkin permohonan belum lengkap."),
        ),
        (
            "III.",
            Words::new()
                .plain("Badan Publik wajib memberikan pemberitahuan tertulis dalam waktu ")
                .bold("10 (sepuluh) hari kerja")
                .plain(". Jangka waktu itu dapat diperpanjang 1 (satu) kali paling lama ")
                .bold("7 (tujuh) hari kerja")
                .plain(" dengan alasan tertulis, yaitu apabila informasi yang diminta belum dikuasai, belum didokumentasikan, atau belum dapat diputuskan apakah termasuk informasi yang dikecualikan."),
        ),
        (
            "IV.",
            Words::new()
                .bold("Biaya")
                .plain(" untuk memperoleh salinan informasi ditetapkan oleh pimpinan Badan Publik dengan keputusan: ")
                .plain(fee_decree)
                .plain("."),
        ),
        (
            "V.",
            Words::new()
                .plain("Pemohon yang tidak puas, antara lain karena permohonannya ditolak, tidak ditanggapi, ditanggapi tidak sebagaimana diminta, tidak dipenuhi, dikenai biaya yang tidak wajar, atau dijawab melebihi jangka waktu, dapat mengajukan ")
                .bold("keberatan kepada Atasan PPID")
                .plain(" dalam waktu 30 (tiga puluh) hari kerja sejak ditemukannya alasan keberatan. Atasan PPID wajib memberikan tanggapan tertulis paling lambat 30 (tiga puluh) hari kerja sejak keberatan dicatat dalam register keberatan."),
        ),
        (
            "VI.",
            Words::new()
                .plain("Pemohon yang tidak puas dengan tanggapan Atasan PPID, atau tidak memperoleh tanggapan sampai jangka waktunya berakhir, dapat mengajukan permohonan penyelesaian sengketa informasi kepada ")
                .bold("Komisi Informasi")
                .plain(" dalam waktu 14 (empat belas) hari kerja."),
        ),
    ];
    for (label, words) in points {
        sheet.block(&[point(label, words)]);
        sheet.space(body.size * 0.7);
    }
}
