//! What PPID Utama wrote and nobody here has acted on yet, kept with the entries it follows from.
//!
//! What was filed on the web stays news until its papers were looked at. An answer stays news until the request is decided, a consequence test until it is decreed; one that was not approved is
//! named for two weeks; an answered question until it is closed. So nothing has to be marked as read, and nothing is missed by who was away.
#![warn(clippy::wildcard_enum_match_arm)]

use chrono::{Days, NaiveDate};
use loket_domain::attachment::AttachmentPurpose;
use loket_domain::change::{Change, ClassificationChange, QuestionChange, RequestChange};
use loket_domain::classification::{Classification, ClassificationStage};
use loket_domain::question::{Question, QuestionStage};
use loket_domain::request::{Request, Stage};
use loket_journal::OriginId;
use rusqlite::{Connection, params};

use super::{entries, local};
use crate::store::enrolment::Enrolment;
use crate::store::error::StoreError;
use crate::store::known::Known;
use crate::words::short::first_words;

/// How long a test that was not approved is named.
const TOLD: Days = Days::new(14);

/// What is told of something, and until which civil date; none while it stays news.
pub(crate) struct NewsLine {
    text: String,
    until: Option<NaiveDate>,
}

/// A subject of which there is news, by its name.
pub(crate) struct News {
    pub(crate) subject: String,
    pub(crate) text: String,
}

pub(super) fn of_request(request: &Request, change: &Change) -> Option<NewsLine> {
    match <&RequestChange>::try_from(change).ok()? {
        RequestChange::ForwardAnswered { answer } if request.outcome.is_none() => {
            Some(NewsLine { text: first_words(&answer.note), until: None })
        }
        // It came in on the web: nobody at the office has seen who asks.
        RequestChange::RequestRegistered { .. } if request.stage() == Stage::Registered => {
            Some(NewsLine { text: "Masuk lewat laman: periksa identitas dan kelengkapannya.".to_owned(), until: None })
        }
        RequestChange::AttachmentAdded { file, .. }
            if matches!(request.stage(), Stage::Registered | Stage::Incomplete) && of_applicant(file.purpose) =>
        {
            Some(NewsLine { text: "Pemohon mengirim berkas lewat laman: periksa kelengkapannya.".to_owned(), until: None })
        }
        RequestChange::RequestRegistered { .. }
        | RequestChange::RequestFoundIncomplete { .. }
        | RequestChange::RequestNotProcessed { .. }
        | RequestChange::RequestWithdrawn { .. }
        | RequestChange::RequestDeclaredComplete { .. }
        | RequestChange::RequestExtended { .. }
        | RequestChange::RequestPartlyGranted { .. }
        | RequestChange::RequestAnswered { .. }
        | RequestChange::IncompleteNoticeReceived { .. }
        | RequestChange::LetterSent { .. }
        | RequestChange::RequestReopened { .. }
        | RequestChange::OrderSetAside { .. }
        | RequestChange::RequestCancelled { .. }
        | RequestChange::RequestUnavailable { .. }
        | RequestChange::AnswerReceived { .. }
        | RequestChange::FeePaid { .. }
        | RequestChange::FeePartPaid { .. }
        | RequestChange::FeeRefunded { .. }
        | RequestChange::RequestNotEntitled { .. }
        | RequestChange::RequestAbated { .. }
        | RequestChange::ContactChanged { .. }
        | RequestChange::RepresentativeNamed { .. }
        | RequestChange::RepresentativeEnded { .. }
        | RequestChange::RequestFoundVexatious { .. }
        | RequestChange::CopyNotFetched { .. }
        | RequestChange::ReceiptWithdrawn { .. }
        | RequestChange::DocumentsReceived { .. }
        | RequestChange::NoteAdded { .. }
        | RequestChange::ApplicantTold { .. }
        | RequestChange::LetterReturned { .. }
        | RequestChange::InformationHandedOver { .. }
        | RequestChange::RequestForwarded { .. }
        | RequestChange::ForwardAnswered { .. }
        | RequestChange::RequestCorrected { .. }
        | RequestChange::AttachmentAdded { .. }
        | RequestChange::AttachmentWithdrawn { .. }
        | RequestChange::DeadlineMoved { .. }
        | RequestChange::RequestGranted { .. }
        | RequestChange::RequestRefused { .. } => None,
    }
}

/// Whether only an applicant brings such a file.
fn of_applicant(purpose: AttachmentPurpose) -> bool {
    match purpose {
        AttachmentPurpose::Identity | AttachmentPurpose::Authority | AttachmentPurpose::Signed => true,
        AttachmentPurpose::Released | AttachmentPurpose::Other => false,
    }
}

pub(super) fn of_classification(test: &Classification, change: &Change) -> Option<NewsLine> {
    let (text, until) = match <&ClassificationChange>::try_from(change).ok()? {
        ClassificationChange::ConsequenceTestApproved { by, .. } if test.stage() == ClassificationStage::Approved => {
            (format!("Disetujui {by}; menunggu penetapan."), None)
        }
        ClassificationChange::ConsequenceTestRejected { on, reason } => {
            (format!("Tidak disetujui: {reason}"), Some(on.checked_add_days(TOLD).unwrap_or(*on)))
        }
        ClassificationChange::ConsequenceTested { .. }
        | ClassificationChange::ConsequenceTestApproved { .. }
        | ClassificationChange::ClassificationDecreed { .. }
        | ClassificationChange::ClassificationLifted { .. } => return None,
    };
    Some(NewsLine { text: first_words(&text), until })
}

/// An answer stays news until the question is closed or something further is asked, a question of PPID Utama until it is
/// answered.
pub(super) fn of_question(question: &Question, change: &Change) -> Option<NewsLine> {
    let text = match (question.stage(), <&QuestionChange>::try_from(change).ok()?) {
        (QuestionStage::Answered, QuestionChange::QuestionAnswered { message }) => {
            format!("Dijawab: {}", message.text)
        }
        (QuestionStage::AwaitsOffice, QuestionChange::QuestionAsked { asked }) => {
            format!("Bertanya: {}", asked.text)
        }
        (QuestionStage::AwaitsOffice, QuestionChange::QuestionFollowedUp { message }) => {
            format!("Bertanya lagi: {}", message.text)
        }
        // Answered or asked before the question went on, or closed.
        (
            QuestionStage::AwaitsUtama | QuestionStage::AwaitsOffice | QuestionStage::Answered | QuestionStage::Closed,
            QuestionChange::QuestionAsked { .. }
            | QuestionChange::QuestionAnswered { .. }
            | QuestionChange::QuestionFollowedUp { .. }
            | QuestionChange::QuestionClosed { .. },
        ) => return None,
    };
    Some(NewsLine { text: first_words(&text), until: None })
}

/// Writes what is news of a subject as it stands: of several things PPID Utama wrote the latest.
pub(super) fn project(
    connection: &Connection,
    subject: &str,
    changes: &[Known],
    told: impl Fn(&Change) -> Option<NewsLine>,
) -> Result<(), StoreError> {
    connection.prepare_cached("delete from news where subject = ?1")?.execute([subject])?;
    for known in changes.iter().rev() {
        let Some(NewsLine { text, until }) = told(&known.change) else { continue };
        if is_utama(connection, known.origin)? {
            let sql = "insert into news (subject, place, told, until) values (?1, ?2, ?3, ?4)";
            let until = until.map(|until| until.to_string());
            connection.prepare_cached(sql)?.execute(params![subject, known.place, text, until])?;
            return Ok(());
        }
    }
    Ok(())
}

/// Whether PPID Utama writes this series: its series are signed with the key of its receipts.
fn is_utama(connection: &Connection, origin: OriginId) -> Result<bool, StoreError> {
    let enrolment: Option<Enrolment> = local::read_json(connection, local::ENROLMENT)?;
    let Some(enrolment) = enrolment else { return Ok(false) };
    Ok(entries::writer(connection, origin)? == Some(enrolment.server_key))
}

/// The subjects PPID Utama wrote about.
pub(super) fn written_about(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let Some(enrolment) = local::read_json::<Enrolment>(connection, local::ENROLMENT)? else { return Ok(vec![]) };
    let sql = "select distinct subject from entry where origin in (select origin from writer where key = ?1)";
    let mut query = connection.prepare(sql)?;
    Ok(query.query_map([enrolment.server_key.0], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// The news of `today`, latest first.
pub(crate) fn all(connection: &Connection, today: NaiveDate) -> Result<Vec<News>, StoreError> {
    let mut query = connection.prepare_cached(include_str!("news_of_a_day.sql"))?;
    let news = query.query_map([today.to_string()], |row| Ok(News { subject: row.get(0)?, text: row.get(1)? }))?;
    Ok(news.collect::<Result<_, _>>()?)
}
