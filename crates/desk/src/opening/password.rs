//! What a new password must be.

use loket_domain::office::OfficeProfile;
use loket_domain::password::easily_guessed;
use loket_domain::problem::Problems;

/// Shortest password, in characters.
const SHORTEST_PASSWORD: usize = 10;

/// The words that whoever guesses at this office tries.
pub(crate) fn words_of(profile: &OfficeProfile) -> Vec<&str> {
    vec![&profile.kecamatan, &profile.regency, &profile.abbreviation]
}

/// Notes what is wrong with a new password typed twice; `words` are those that are guessed first besides the usual ones.
pub(crate) fn check_password<'a>(p: &mut Problems, password: &str, again: &str, words: impl IntoIterator<Item = &'a str>) {
    let short = password.chars().count() < SHORTEST_PASSWORD;
    p.when(short, "password", "Sandi sekurang-kurangnya 10 huruf; kalimat pendek lebih mudah diingat.");
    p.when(
        !short && easily_guessed(password, words),
        "password",
        "Sandi ini mudah ditebak; pakai kalimat pendek yang hanya Anda ketahui, tanpa nama akun atau nama kantor.",
    );
    p.when(password != again, "password_again", "Sandi kedua belum sama dengan yang pertama.");
}
