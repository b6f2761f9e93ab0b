//! Which passwords are guessed first. Length alone does not keep a guesser out who begins with what people choose: keys in a row, the
//! year, the word for password, the name of the office.

/// What is tried first, with letters put back where digits stand for them.
const COMMON: &[&str] = &[
    "administrator",
    "admin",
    "aku",
    "anak",
    "anjing",
    "bandung",
    "bapak",
    "bismillah",
    "bintang",
    "cantik",
    "cinta",
    "coba",
    "computer",
    "desa",
    "dragon",
    "football",
    "garuda",
    "ganteng",
    "gratis",
    "hello",
    "ibu",
    "iloveyou",
    "indonesia",
    "informasi",
    "jakarta",
    "jesus",
    "kabupaten",
    "kantor",
    "kasih",
    "katasandi",
    "kata",
    "kecamatan",
    "camat",
    "keluarga",
    "komputer",
    "kucing",
    "layanan",
    "letmein",
    "login",
    "loket",
    "love",
    "master",
    "medan",
    "meja",
    "merdeka",
    "monkey",
    "muhammad",
    "nama",
    "naruto",
    "operator",
    "papa",
    "mama",
    "passw",
    "password",
    "pegawai",
    "pelayanan",
    "permohonan",
    "persib",
    "persija",
    "petugas",
    "ppid",
    "princess",
    "qazwsx",
    "rahasia",
    "rahasiaku",
    "root",
    "sandi",
    "sandiku",
    "sayang",
    "sayangku",
    "secret",
    "selamat",
    "semangat",
    "server",
    "shadow",
    "sumatera",
    "sunshine",
    "superman",
    "surabaya",
    "test",
    "tolong",
    "user",
    "utama",
    "verifikator",
    "welcome",
    "word",
    "zaqxsw",
];

/// Keys and letters as they stand in a row.
const ROWS: &[&str] = &["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz"];

/// So many of a row, or of one letter, are one choice and not several.
const RUN: usize = 3;

/// Fewest letters that must be left when all that is tried first is taken away.
const OWN_LETTERS: usize = 4;

/// Whether a password is among those that are guessed first. `words` are known to whoever guesses here: the login, names, the
/// office, its places.
pub fn easily_guessed<'a>(password: &str, words: impl IntoIterator<Item = &'a str>) -> bool {
    let words = words.into_iter().flat_map(parts).chain(COMMON.iter().map(|word| word.chars().collect()));
    let mut words: Vec<Vec<char>> = words.filter(|word: &Vec<char>| word.len() >= RUN).collect();
    // The longest first: `password` is more than `word`.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let lower = password.to_lowercase();
    let letters = |text: &mut dyn Iterator<Item = char>| text.filter(|letter| letter.is_alphabetic()).collect();
    // With digits left out, and with digits read as the letters they stand for.
    little_is_left(letters(&mut lower.chars()), &words) || little_is_left(letters(&mut lower.chars().map(meant)), &words)
}

/// Whether hardly anything is left of these letters without the words that are tried.
fn little_is_left(mut left: Vec<char>, words: &[Vec<char>]) -> bool {
    for word in words {
        take_away(&mut left, word);
    }
    let mut own = without_runs(&left);
    let letters = own.len();
    own.sort_unstable();
    own.dedup();
    letters < OWN_LETTERS || own.len() < OWN_LETTERS - 1
}

/// The letter that a sign often stands for.
fn meant(letter: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    }
}

/// The words of a name, each by itself, and all of it as it is written without spaces.
fn parts(name: &str) -> Vec<Vec<char>> {
    let name = name.to_lowercase();
    let whole = name.chars().filter(|letter| letter.is_alphabetic()).collect();
    let each = name.split(|letter: char| !letter.is_alphabetic()).map(|word| word.chars().collect());
    each.chain([whole]).collect()
}

fn take_away(left: &mut Vec<char>, word: &[char]) {
    while let Some(at) = left.windows(word.len()).position(|window| window == word) {
        left.drain(at..at + word.len());
    }
}

/// Whether `next` follows `before` in a row, forwards or backwards, or repeats it.
fn follows(before: char, next: char) -> bool {
    let beside = |row: &str| row.contains(&format!("{before}{next}")) || row.contains(&format!("{next}{before}"));
    before == next || ROWS.iter().any(|row| beside(row))
}

/// The letters without those that stand three and more in a row.
fn without_runs(letters: &[char]) -> Vec<char> {
    let mut kept = Vec::new();
    let mut run: Vec<char> = Vec::new();
    let mut end = |run: &mut Vec<char>| {
        if run.len() < RUN {
            kept.append(run);
        }
        run.clear();
    };
    for letter in letters {
        if run.last().is_some_and(|before| !follows(*before, *letter)) {
            end(&mut run);
        }
        run.push(*letter);
    }
    end(&mut run);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: [&str; 4] = ["siti.aminah", "Siti Aminah", "Kantor Camat Perbaungan", "KABUPATEN SERDANG BEDAGAI"];

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for weak in [
            "1234567890",
            "password12",
            "P4ssw0rd!!",
            "qwertyuiop",
            "ppid-utama",
            "admin12345",
            "perbaungan2026",
            "Serdang Bedagai 1",
            "aaaaaaaaaaaa",
            "abcdefghijk",
            "asdfghjkl;'",
            "bismillah123",
            "rahasia rahasia",
            "sitiaminah88",
            "0987654321",
            "qwerty12345",
            "iloveyou2026",
            "kecamatan perbaungan",
            "loket ppid 2026",
            "katasandi1",
        ] {
            assert!(easily_guessed(weak, OFFICE), "{weak}");
        }
    }

    #[test]
    fn a_sentence_of_ones_own_is_taken() {
        for own in [
            "hujan di ladang tebu",
            "kopi pahit tanpa gula",
            "sandi rekaan 1",
            "sungai di hulu",
            "3 ekor bebek mandi",
            "kebun teh pagi",
        ] {
            assert!(!easily_guessed(own, OFFICE), "{own}");
        }
    }
}
