//! What a request is found by besides its number, its applicant and its text: whatever people bring to the counter.

use loket_domain::request::{PartyNow, Request};

use crate::printing::names::check_code;
use crate::store::entries::Kept;

/// The words under which a request is found: its number without noughts, phone numbers and papers of identity without signs,
/// addresses of e-mail, who acts for the applicant, names without apostrophes, and the codes printed on its papers.
pub(crate) fn words(request: &Request, kept: &[Kept]) -> String {
    let who = &request.registration.applicant;
    let acting = who.representative.as_ref();
    let phones = [who.phone.as_deref(), acting.and_then(|acting| acting.phone.as_deref())];
    let names = [Some(who.name.as_str()), acting.map(|acting| acting.name.as_str())];
    let mut words = vec![request.number.serial.to_string(), digits(&who.identity_number), who.identity_number.clone()];
    words.extend(phones.into_iter().flatten().flat_map(|phone| [phone.to_owned(), digits(phone)]));
    words.extend(who.email.clone());
    words.extend(names.into_iter().flatten().flat_map(|name| [name.to_owned(), joined(name)]));
    if !request.parties.is_empty() {
        words.extend(since(request));
    }
    words.extend(request.form.iter().map(|form| form.check_code.clone()));
    words.extend(kept.iter().map(|kept| check_code(kept.header.hash().0)));
    words.retain(|word| !word.is_empty());
    words.join(" ")
}

/// Who was reached elsewhere or acts since the form was filled: found as whoever stands on the form is, and not instead of them.
fn since(request: &Request) -> Vec<String> {
    let mut words = Vec::new();
    for change in &request.parties {
        match &change.now {
            PartyNow::Contact(contact) => {
                words.extend(contact.phone.iter().flat_map(|phone| [phone.clone(), digits(phone)]));
                words.extend(contact.email.clone());
            }
            PartyNow::Represented(acting) => {
                words.extend([acting.name.clone(), joined(&acting.name)]);
                words.extend(acting.phone.iter().flat_map(|phone| [phone.clone(), digits(phone)]));
            }
            PartyNow::Alone => {}
        }
    }
    words
}

/// The digits alone; a phone number with the code of the country as one without.
fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    match (text.trim_start().starts_with('+'), digits.strip_prefix("62")) {
        (true, Some(rest)) => format!("0{rest}"),
        _ => digits,
    }
}

/// A name as one types it who leaves out its apostrophes.
fn joined(name: &str) -> String {
    name.chars().filter(|c| !"'’‘`".contains(*c)).collect()
}

/// Fewer digits than these are a number of a register, not of a telephone or a paper.
const LONG_NUMBER: usize = 6;

/// The typed words as an FTS5 query: each a quoted prefix, all must be there. A long number is one word, whatever signs stand in it.
/// `None` when there are no words.
pub(crate) fn query(typed: &str) -> Option<String> {
    let signs = |c: char| c.is_whitespace() || "+-–./()".contains(c);
    let number = digits(typed);
    if number.len() >= LONG_NUMBER && typed.chars().all(|c| c.is_ascii_digit() || signs(c)) {
        return Some(format!("\"{number}\"*"));
    }
    let terms = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let quoted: Vec<String> = terms.map(|word| format!("\"{word}\"*")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" "))
}
