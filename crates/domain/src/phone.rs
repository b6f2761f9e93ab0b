//! Telephone numbers as people bring them: several in one box, with a word about whose each is, written as one likes.

use std::ops::RangeInclusive;

/// How many digits a mobile number of Indonesia has, with the nought before it.
const MOBILE: RangeInclusive<usize> = 10..=14;
/// How many a house or an office has, with the code of its area or without.
const LANDLINE: RangeInclusive<usize> = 5..=12;
/// How many a number of another country has, with its code (ITU-T E.164).
const ABROAD: RangeInclusive<usize> = 8..=15;
/// From how many digits on what stands behind a stroke is a number of its own, and not the rest of one: `0621/441234` is one.
const WHOLE: usize = 7;

/// Every number in a box, written in one way: of this country with the nought (`081260123456`, `0621441234`), of another with its code
/// (`+60123456789`). What is not a number has no digits and is left out.
pub fn phone_numbers(typed: &str) -> Vec<String> {
    parts(typed).map(|part| written(&number_alone(part))).filter(|number| !number.is_empty()).collect()
}

/// Whether every part of a box is a telephone number, if it has any.
pub(crate) fn are_phone_numbers(typed: &str) -> bool {
    parts(typed).all(|part| {
        let alone = number_alone(part);
        let number = written(&alone);
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let usual = if is_mobile(&number) {
            MOBILE
        } else if number.starts_with('+') {
            ABROAD
        } else {
            LANDLINE
        };
        usual.contains(&digits) && alone.chars().all(|sign| sign.is_ascii_digit() || " +-()/.".contains(sign))
    })
}

/// Whether a number, as [`phone_numbers`] writes it, is a mobile one of Indonesia.
pub(crate) fn is_mobile(number: &str) -> bool {
    number.starts_with("08")
}

/// The parts of a box that each should be a number.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';', '\n']).flat_map(|part| part.split(" atau ")).flat_map(strokes).filter(|part| !part.trim().is_empty())
}

/// What stands between strokes, where each is long enough for a number of its own.
fn strokes(part: &str) -> Vec<&str> {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let apart: Vec<&str> = part.split('/').collect();
    if apart.iter().all(|one| digits(one) >= WHOLE) { apart } else { vec![part] }
}

/// A part without the words beside its number: *(istri)*, *HP*.
fn number_alone(part: &str) -> String {
    let is_word = |token: &&str| token.chars().any(char::is_alphabetic) && !token.chars().any(|sign| sign.is_ascii_digit());
    part.split_whitespace().filter(|token| !is_word(token)).collect::<Vec<_>>().join(" ")
}

fn written(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let (abroad, rest) = match digits.strip_prefix("00") {
        Some(rest) => (true, rest),
        None => (number.trim_start().starts_with('+'), digits.as_str()),
    };
    match rest.strip_prefix("62") {
        // With the code of this country, whose nought some write all the same.
        Some(rest) if abroad || rest.starts_with('8') => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ if abroad => format!("+{rest}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{are_phone_numbers, phone_numbers};

    #[test]
    fn numbers_are_read_however_people_write_them() {
        let cases: [(&str, &[&str]); 12] = [
            ("0812-6012-3456", &["081260123456"]),
            ("+62 812 6012 3456", &["081260123456"]),
            ("62812 6012 3456", &["081260123456"]),
            ("+62 (0)812-6012-3456", &["081260123456"]),
            ("0812 6012 3456 / 061-7951234", &["081260123456", "0617951234"]),
            ("0812-6012-3456, 0813-6012-3456 (istri)", &["081260123456", "081360123456"]),
            ("0812 6012 3456 atau 0813 6012 3456", &["081260123456", "081360123456"]),
            ("HP 0812.6012.3456", &["081260123456"]),
            ("(0621) 441234", &["0621441234"]),
            ("0621/441234", &["0621441234"]),
            ("+60 12-345 6789", &["+60123456789"]),
            ("0060 12 345 6789", &["+60123456789"]),
        ];
        for (typed, numbers) in cases {
            assert_eq!(phone_numbers(typed), numbers, "{typed}");
            assert!(are_phone_numbers(typed), "{typed}");
        }
        assert!(are_phone_numbers("") && phone_numbers(" ").is_empty());
    }

    #[test]
    fn what_has_too_few_digits_or_too_many_or_none_is_no_number() {
        for typed in ["0812-345", "0812-3456-7890-1234", "1234", "+65 612", "tidak punya", "0812x6012y3456"] {
            assert!(!are_phone_numbers(typed), "{typed}");
        }
    }
}
