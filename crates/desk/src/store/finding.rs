//! What requests and other matters are found by besides their number and their text: whatever people bring to the counter.

use loket_domain::old_book::OldRequest;
use loket_domain::phone::phone_numbers;
use loket_domain::request::{Applicant, PartyNow, Representative, Request};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::store::entries::Kept;

/// The words under which a request is found: its number without noughts, whatever its applicant is found by, the receipts it holds,
/// and the codes printed on its papers.
pub(crate) fn words(request: &Request, kept: &[Kept]) -> String {
    let who = &request.registration.applicant;
    let mut words = vec![request.number.serial.to_string()];
    words.extend(of_applicant(who, who.representative.as_ref()));
    if !request.parties.is_empty() {
        words.extend(since(request));
    }
    words.extend(request.receipts().map(|(_, number, _)| number.to_owned()));
    words.extend(request.form.iter().map(|form| form.check_code.clone()));
    let codes = kept.iter().map(|kept| kept.header.hash().check_code());
    words.extend(codes.flat_map(|code| [code.replace('-', ""), code]));
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// What an applicant is found by: phone numbers and papers of identity with and without signs, address, e-mail, names without
/// apostrophes, and whoever acts.
pub(super) fn of_applicant(who: &Applicant, acting: Option<&Representative>) -> Vec<String> {
    let phones = [who.phone.as_deref(), acting.and_then(|acting| acting.phone.as_deref())];
    let names = [Some(who.name.as_str()), acting.map(|acting| acting.name.as_str())];
    let mut words = vec![digits(&who.identity_number), who.identity_number.clone(), who.address.clone()];
    words.extend(phones.into_iter().flatten().flat_map(of_phone));
    words.extend(who.email.clone());
    words.extend(names.into_iter().flatten().flat_map(|name| [name.to_owned(), joined(name)]));
    words
}

/// What a request of the old book is found by: as one that was registered here.
pub(super) fn of_old(old: &OldRequest) -> String {
    let mut words = vec![old.number.clone(), old.name.clone(), joined(&old.name), old.address.clone()];
    words.extend([digits(&old.identity), old.identity.clone()]);
    words.extend(old.contact.iter().flat_map(|contact| of_phone(contact)));
    words.push(old.information.clone());
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// Who was reached elsewhere or acts since the form was filled: found as whoever stands on the form is, and not instead of them.
fn since(request: &Request) -> Vec<String> {
    let mut words = Vec::new();
    for change in &request.parties {
        match &change.now {
            PartyNow::Contact(contact) => {
                words.extend(contact.phone.iter().flat_map(|phone| of_phone(phone)));
                words.extend(contact.email.clone());
            }
            PartyNow::Represented(acting) => {
                words.extend([acting.name.clone(), joined(&acting.name)]);
                words.extend(acting.phone.iter().flat_map(|phone| of_phone(phone)));
            }
            PartyNow::Alone => {}
        }
    }
    words
}

/// What the numbers in a box are found by: as they were typed, and each as one number.
fn of_phone(typed: &str) -> Vec<String> {
    std::iter::once(typed.to_owned()).chain(phone_numbers(typed)).collect()
}

/// The digits alone; a phone number with the code of the country as one without.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match (text.trim_start().starts_with('+'), digits.strip_prefix("62")) {
        (true, Some(rest)) => format!("0{rest}"),
        _ => digits,
    }
}

/// What stands in names and is left out by whoever types them.
const APOSTROPHES: &str = "'’‘`";

/// A name as one types it who leaves out its apostrophes.
fn joined(name: &str) -> String {
    name.chars().filter(|c| !APOSTROPHES.contains(*c)).collect()
}

/// A text as it is searched where no index of words does it: small letters, without accents and apostrophes, a blank for a dash.
pub(super) fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|c| !is_combining_mark(*c) && !APOSTROPHES.contains(*c));
    letters.map(|c| if "-–—".contains(c) { ' ' } else { c }).flat_map(char::to_lowercase).collect()
}

/// Fewer digits than these are a number of a register, not of a telephone or a paper.
const LONG_NUMBER: usize = 6;

/// The typed words as an FTS5 query: each a quoted prefix, all must be there. A long number is one word, whatever signs stand in it.
/// `None` when there are no words.
pub(crate) fn query(typed: &str) -> Option<String> {
    if let Some(number) = long_number(typed) {
        return Some(either(&number));
    }
    let terms = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let quoted: Vec<String> = terms.map(|word| format!("\"{word}\"*")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}

/// The digits of what is a telephone number or the number of a paper, whatever signs stand in it.
pub(super) fn long_number(typed: &str) -> Option<String> {
    let signs = |c: char| c.is_whitespace() || "+-–./()".contains(c);
    let number = digits(typed);
    (number.len() >= LONG_NUMBER && typed.chars().all(|c| c.is_ascii_digit() || signs(c))).then_some(number)
}

/// Shorter words of a name are titles: written one day and left out the next.
const SHORTEST_NAME: usize = 3;

/// A name as an FTS5 query over the columns that hold names: each word a quoted prefix, with apostrophes or without. `None` while too
/// little of it is there to know anybody by.
pub(crate) fn name_query(typed: &str) -> Option<String> {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST_NAME);
        words.map(|word| format!("\"{word}\"*")).collect()
    };
    let (apart, whole) = (words(typed), words(&joined(typed)));
    let either: Vec<String> = [apart, whole].iter().filter(|words| !words.is_empty()).map(|words| words.join(" AND ")).collect();
    let letters = typed.chars().filter(|c| c.is_alphanumeric()).count();
    let known = !either.is_empty() && letters > SHORTEST_NAME;
    known.then(|| format!("{{number applicant}} : (({}))", either.join(") OR (")))
}

/// A telephone number or the number of a paper as an FTS5 query, whatever signs stand in it. `None` where it has fewer than `least`
/// digits.
pub(crate) fn number_query(typed: &str, least: usize) -> Option<String> {
    let number = digits(typed);
    (number.len() >= least).then(|| format!("number : {}", either(&number)))
}

/// A number as it stands and with the code of the country, or without it: as prefixes of which one must be there.
fn either(number: &str) -> String {
    let other = match number.strip_prefix("62") {
        // With the code of the country and without the sign before it.
        Some(rest) if rest.starts_with('8') => format!("0{rest}"),
        _ => number.strip_prefix('0').map_or_else(|| number.to_owned(), |rest| format!("62{rest}")),
    };
    format!("(\"{number}\"* OR \"{other}\"*)")
}

/// A name by which one is known from another: small letters and digits alone, without accents.
pub(crate) fn name_key(name: &str) -> String {
    name.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a name has every word that was typed, but for titles.
pub(crate) fn is_named(name: &str, typed: &str) -> bool {
    let name = name_key(name);
    let mut words = typed.split_whitespace().map(name_key).filter(|word| word.chars().count() >= SHORTEST_NAME);
    words.all(|word| name.contains(&word))
}
