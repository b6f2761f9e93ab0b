//! What a new password must be.

use loket_domain::problem::Problems;

/// Shortest password, in characters.
const SHORTEST_PASSWORD: usize = 10;

/// Notes what is wrong with a new password typed twice.
pub(crate) fn check_password(p: &mut Problems, password: &str, again: &str) {
    p.when(
        password.chars().count() < SHORTEST_PASSWORD,
        "password",
        "Sandi sekurang-kurangnya 10 huruf; kalimat pendek lebih mudah diingat.",
    );
    p.when(password != again, "password_again", "Sandi kedua belum sama dengan yang pertama.");
}
