//! People who asked before: offered while a form is typed, by NIK, telephone or name, and never put into it by themselves.

use std::collections::BTreeMap;

use loket_domain::indonesian::date;
use loket_domain::phone::phone_numbers;
use loket_domain::request::{Registration, Representative, Request, RequestDraft};
use rusqlite::Connection;

use crate::error::DeskError;
use crate::store::finding::{is_named, name_key, name_query, number_query};
use crate::store::requests::{self, FoundRequest};
use crate::views::people::{ApplicantBoxes, KnownBoxes, KnownPerson, RepresentativeBoxes};

/// So many people are offered at once.
const OFFERED: usize = 3;

/// So many of the latest requests are looked at for each thing that is typed.
const LOOKED_AT: u32 = 40;

/// From so many digits on a NIK is known: region and birthday.
const NIK_FROM: usize = 12;

/// From so many digits on a telephone number is known.
const PHONE_FROM: usize = 9;

/// Somebody as their latest request has them.
struct Person {
    found: FoundRequest,
    why: Why,
    /// What finds every request of theirs.
    query: Option<String>,
    fills: KnownBoxes,
    /// Whether all of it stands in the form already.
    filled: bool,
    /// How many of theirs were seen while looking.
    seen: u32,
}

/// Who typed data like these before, whoever matches best first.
pub(crate) fn known_applicants(tables: &Connection, draft: &RequestDraft) -> Result<Vec<KnownPerson>, DeskError> {
    let nik = number_query(&draft.identity_number, NIK_FROM);
    let phone = last_number(&draft.phone).and_then(|number| number_query(&number, PHONE_FROM));
    let name = name_query(&draft.name);
    let typed_identity = name_key(&draft.identity_number);
    let mut people = People::default();
    for (query, why) in [(nik, Why::Identity), (phone, Why::Phone), (name, Why::Name)] {
        let Some(query) = query.filter(|_| !people.any) else { continue };
        for found in requests::latest(tables, &query, LOOKED_AT)? {
            let boxes = applicant_boxes(&found.request);
            let identity = name_key(&boxes.identity_number);
            let fits = match why {
                Why::Identity => identity.starts_with(&typed_identity),
                Why::Phone => has_number(&boxes.phone, &draft.phone),
                // Another paper of identity is another person of the same name.
                Why::Name => is_named(&boxes.name, &draft.name) && other_is_none(&identity, &typed_identity),
            };
            if fits {
                let number = if identity.is_empty() { phone_numbers(&boxes.phone).concat() } else { identity };
                let address = if number.is_empty() { name_key(&boxes.address) } else { String::new() };
                let (key, query) = ((number, name_key(&boxes.name), address), query_of(&boxes));
                let filled = is_filled(&boxes, draft);
                people.note(key, Person { found, why, query, fills: KnownBoxes::Applicant(boxes), filled, seen: 1 });
            }
        }
    }
    people.offered(tables)
}

/// Who acted for an applicant under a name or a telephone number like these.
pub(crate) fn known_representatives(tables: &Connection, draft: &RequestDraft) -> Result<Vec<KnownPerson>, DeskError> {
    if !draft.represented {
        return Ok(vec![]);
    }
    let phone = last_number(&draft.representative_phone).and_then(|number| number_query(&number, PHONE_FROM));
    let name = name_query(&draft.representative_name);
    let mut people = People::default();
    for (query, why) in [(phone, Why::Phone), (name, Why::Name)] {
        let Some(query) = query.filter(|_| !people.any) else { continue };
        for found in requests::latest(tables, &query, LOOKED_AT)? {
            let Some(acting) = found.request.applicant().representative else { continue };
            let boxes = representative_boxes(&acting);
            let fits = match why {
                Why::Phone => has_number(&boxes.representative_phone, &draft.representative_phone),
                Why::Identity | Why::Name => is_named(&boxes.representative_name, &draft.representative_name),
            };
            let filled = boxes.representative_name == draft.representative_name
                && boxes.representative_address == draft.representative_address
                && boxes.representative_phone == draft.representative_phone;
            if fits {
                let numbers = phone_numbers(&boxes.representative_phone).concat();
                let key = (numbers, name_key(&boxes.representative_name), String::new());
                let fills = KnownBoxes::Representative(boxes);
                people.note(key, Person { found, why, query: None, fills, filled, seen: 1 });
            }
        }
    }
    people.offered(tables)
}

/// The number that is being typed: of several the last.
fn last_number(typed: &str) -> Option<String> {
    phone_numbers(typed).pop()
}

/// Whether one of the numbers in a box begins as the one that is being typed.
fn has_number(box_of: &str, typed: &str) -> bool {
    last_number(typed).is_some_and(|typed| phone_numbers(box_of).iter().any(|number| number.starts_with(&typed)))
}

/// By what somebody is known again.
#[derive(Clone, Copy)]
enum Why {
    Identity,
    Phone,
    Name,
}

impl Why {
    fn label(self) -> &'static str {
        match self {
            Self::Identity => "Nomor identitas sama",
            Self::Phone => "Nomor telepon sama",
            Self::Name => "Nama sama",
        }
    }
}

/// By what one person is known from another: a number, a name, and an address where there is no number.
type Key = (String, String, String);

/// The people that were found by what matches best.
#[derive(Default)]
struct People {
    known: BTreeMap<Key, Person>,
    any: bool,
}

impl People {
    /// The latest request of each person stands for them.
    fn note(&mut self, key: Key, person: Person) {
        self.any = true;
        self.known.entry(key).and_modify(|known| known.seen += 1).or_insert(person);
    }

    fn offered(self, tables: &Connection) -> Result<Vec<KnownPerson>, DeskError> {
        // Whoever stands in the form already is not offered once more, nor is a namesake instead.
        let mut people: Vec<Person> = self.known.into_values().filter(|person| !person.filled).collect();
        people.sort_by_key(|person| std::cmp::Reverse((person.found.request.registered_on, person.found.request.number.serial)));
        people.into_iter().take(OFFERED).map(|person| shown(tables, person)).collect()
    }
}

fn shown(tables: &Connection, person: Person) -> Result<KnownPerson, DeskError> {
    let Person { found, why, query, fills, seen, .. } = person;
    let before = query.map(|query| requests::found_by(tables, &query)).transpose()?.unwrap_or(seen);
    let (name, address, phone) = match &fills {
        KnownBoxes::Applicant(boxes) => (&boxes.name, &boxes.address, &boxes.phone),
        KnownBoxes::Representative(boxes) => {
            (&boxes.representative_name, &boxes.representative_address, &boxes.representative_phone)
        }
    };
    let details = [address.as_str(), phone.as_str()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let before_text = match (&fills, before) {
        (KnownBoxes::Applicant(_), 1) => "1 permohonan sebelumnya".to_owned(),
        (KnownBoxes::Applicant(_), before) => format!("{before} permohonan sebelumnya"),
        (KnownBoxes::Representative(_), 1) => "pernah menjadi kuasa pemohon".to_owned(),
        // Only the latest were looked at.
        (KnownBoxes::Representative(_), before) => format!("menjadi kuasa dalam sekurang-kurangnya {before} permohonan"),
    };
    Ok(KnownPerson {
        last: found.id.to_string(),
        name: name.clone(),
        why: why.label().to_owned(),
        details,
        last_text: format!("Terakhir {}, {}", found.request.number.text, date(found.request.registration.received_on)),
        before_text,
        fills,
    })
}

/// What finds every request of this applicant: the paper of identity, else the telephone number, and the name.
fn query_of(boxes: &ApplicantBoxes) -> Option<String> {
    let number = number_query(&boxes.identity_number, PHONE_FROM).or_else(|| number_query(&boxes.phone, PHONE_FROM));
    Some(format!("({}) AND ({})", number?, name_query(&boxes.name)?))
}

/// Whether one of two papers of identity is not known, or they are the same as far as they are typed.
fn other_is_none(known: &str, typed: &str) -> bool {
    known.is_empty() || known.starts_with(typed)
}

/// Whether all of it stands in the form already, however it was typed.
fn is_filled(boxes: &ApplicantBoxes, draft: &RequestDraft) -> bool {
    let [known, typed] = [
        [&boxes.name, &boxes.identity_number, &boxes.address, &boxes.email],
        [&draft.name, &draft.identity_number, &draft.address, &draft.email],
    ]
    .map(|texts| texts.map(|text| name_key(text)));
    known == typed && phone_numbers(&boxes.phone) == phone_numbers(&draft.phone)
}

/// The applicant as the form would hold them now: the address of today, not of the day of that request.
fn applicant_boxes(request: &Request) -> ApplicantBoxes {
    let now = Registration { applicant: request.applicant(), ..request.registration.clone() };
    let RequestDraft { category, name, identity_kind, identity_number, address, occupation, phone, email, members, .. } =
        RequestDraft::of(&now);
    ApplicantBoxes { category, name, identity_kind, identity_number, address, occupation, phone, email, members }
}

fn representative_boxes(acting: &Representative) -> RepresentativeBoxes {
    RepresentativeBoxes {
        representative_as: acting.acting_as.code().to_owned(),
        representative_name: acting.name.clone(),
        representative_address: acting.address.clone(),
        representative_phone: acting.phone.clone().unwrap_or_default(),
    }
}
