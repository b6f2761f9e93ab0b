//! What there is of one person (UU 27/2022 Ps 7: whoever's data are kept may see and have them): every request that bears the number of their
//! identity card or their name, as applicant or as whoever acted for one, and the lines of the old book.

use crate::error::DeskError;
use crate::old_book::known::all_copied;
use crate::store::finding::{name_key, name_query, number_query};
use crate::store::matters::Found;
use crate::store::requests::{self, FoundRequest};
use chrono::NaiveDate;
use loket_domain::indonesian::date as words;
use loket_domain::old_book::CopiedRequest;
use loket_domain::problem::{Problems, Refused};
use loket_domain::request::{PartyNow, Request};
use loket_letters::spreadsheet;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Fewer digits than these are no number of an identity card.
const SHORTEST_NUMBER: usize = 8;

/// What there is of one person.
pub(super) struct PersonData {
    pub(super) requests: Vec<FoundRequest>,
    pub(super) old: Vec<Found<CopiedRequest>>,
}

/// By what somebody is looked for: whole, and not by a part of it.
enum Whom {
    Number(String),
    Name(String),
}

impl Whom {
    fn read(typed: &str) -> Result<(Self, String), DeskError> {
        let digits = digits(typed);
        let number = digits.len() >= SHORTEST_NUMBER && !typed.chars().any(char::is_alphabetic);
        let known = if number { Self::Number(digits) } else { Self::Name(name_key(typed)) };
        let query = if number { number_query(typed, SHORTEST_NUMBER) } else { name_query(typed) };
        let mut p = Problems::default();
        p.when(query.is_none(), "person", "Tulis NIK, atau nama lengkap seperti di permohonannya.");
        Ok((known, p.or(query)?))
    }

    fn is(&self, name: &str, number: &str) -> bool {
        match self {
            Self::Number(known) => digits(number) == *known,
            Self::Name(known) => name_key(name) == *known,
        }
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Everybody who stands in a request, with the number of their identity card where that is known.
fn people(request: &Request) -> Vec<(&str, &str)> {
    let forms = request.corrections.iter().map(|correction| &*correction.before).chain([&request.registration]);
    let mut people = Vec::new();
    for who in forms.map(|form| &form.applicant) {
        people.push((who.name.as_str(), who.identity_number.as_str()));
        people.extend(who.representative.iter().map(|acting| (acting.name.as_str(), "")));
    }
    for change in &request.parties {
        if let PartyNow::Represented(acting) = &change.now {
            people.push((&acting.name, ""));
        }
    }
    people
}

/// What there is of whoever has this number, or this name.
///
/// # Errors
/// [`Refused::Fields`] for what is neither, for somebody of whom nothing is here, and for a name that several people have: nobody is given
/// what is another's.
pub(super) fn person(tables: &Connection, typed: &str) -> Result<PersonData, DeskError> {
    let (known, query) = Whom::read(typed)?;
    let found = requests::latest(tables, &query, u32::MAX)?.into_iter();
    let mut requests: Vec<FoundRequest> =
        found.filter(|found| people(&found.request).iter().any(|(name, number)| known.is(name, number))).collect();
    requests.reverse();
    let old: Vec<Found<CopiedRequest>> = all_copied(tables)?
        .into_iter()
        .filter(|found| known.is(&found.state.request.name, &found.state.request.identity))
        .collect();
    let mut p = Problems::default();
    let numbers: BTreeSet<String> = requests
        .iter()
        .flat_map(|found| people(&found.request))
        .chain(old.iter().map(|found| (found.state.request.name.as_str(), found.state.request.identity.as_str())))
        .filter(|(name, number)| known.is(name, number) && !number.is_empty())
        .map(|(_, number)| digits(number))
        .collect();
    p.when(requests.is_empty() && old.is_empty(), "person", "Tidak ada permohonan atas nama atau nomor ini di meja ini.");
    p.when(numbers.len() > 1, "person", "Nama ini dipakai lebih dari satu orang; tulis NIK orang yang dimaksud.");
    p.or(Some(()))?;
    Ok(PersonData { requests, old })
}

/// What is kept of somebody, where it came from, what for, and who had it: one line a request.
pub(super) fn summary(tables: &Connection, person: &[String], today: NaiveDate, kept: &str) -> Result<Vec<u8>, DeskError> {
    let heads = [
        "Nomor",
        "Diterima",
        "Nama",
        "Nomor identitas",
        "Alamat",
        "Telepon dan e-mail",
        "Yang diminta",
        "Tujuan",
        "Diserahkan kepada",
        "Berkas",
        "Disimpan",
    ];
    let heads: Vec<String> = heads.map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    for id in person {
        let id = id.parse().map_err(DeskError::unsound("request id"))?;
        let request = requests::one(tables, id)?.ok_or(Refused::Unknown)?;
        let who = &request.registration.applicant;
        let contact: Vec<&str> = [who.phone.as_deref(), who.email.as_deref()].into_iter().flatten().collect();
        let forwarded: Vec<String> = request
            .coordination
            .iter()
            .map(|forwarded| format!("{} ({})", forwarded.forwarding.to, words(forwarded.forwarding.on)))
            .collect();
        let files: Vec<&str> = request.attached().map(|attached| attached.file.name.as_str()).collect();
        rows.push(vec![
            request.number.text.clone(),
            words(request.registration.received_on),
            who.name.clone(),
            who.identity_number.clone(),
            who.address.clone(),
            contact.join(", "),
            request.registration.information.clone(),
            request.registration.purpose.clone(),
            forwarded.join("; "),
            files.join("; "),
            kept.to_owned(),
        ]);
    }
    Ok(spreadsheet::xlsx(&format!("Data pribadi {today}"), &heads, &rows)?)
}
