//! The file of a dispute.

use loket_letters::*;

use super::people::registration;
use super::{CHECK, NUMBER, answers, day, forms, letters, objections};

/// A paper of the file: its name, number and day.
type Filed = (&'static str, String, chrono::NaiveDate, Box<dyn Paper>);

/// Papers of the file, in the order of what happened.
pub(crate) fn papers() -> Vec<Filed> {
    use loket_domain::objection::Verdict::PartlyOverturned;
    let receipt = Receipt { mark: PaperMark::Copy, ..forms::receipt() };
    let form = RequestForm { mark: PaperMark::Copy, ..forms::request_form() };
    let notice = WrittenNotice { mark: PaperMark::Copy, ..answers::written_notice() };
    let incomplete = letters::incomplete_notice();
    let incomplete = IncompleteNotice { case: CaseLetter { mark: PaperMark::Copy, ..incomplete.case }, ..incomplete };
    let objection = ObjectionForm { mark: PaperMark::Copy, ..objections::objection_form() };
    let answer = ObjectionAnswer { mark: PaperMark::Copy, ..objections::objection_answer(PartlyOverturned) };
    vec![
        ("Tanda Bukti Penerimaan", NUMBER.to_owned(), day(2026, 11, 23), Box::new(receipt)),
        ("Formulir Permohonan Informasi Publik", NUMBER.to_owned(), day(2026, 11, 23), Box::new(form)),
        ("Surat Keterangan Tidak Lengkap", incomplete.case.letter.number.clone(), day(2026, 11, 23), Box::new(incomplete)),
        ("Pemberitahuan Tertulis", notice.letter_no.clone(), notice.date, Box::new(notice)),
        ("Formulir Keberatan", objection.objection_no.clone(), objection.on, Box::new(objection)),
        ("Tanggapan atas Keberatan", answer.answer.letter.number.clone(), answer.answer.letter.date, Box::new(answer)),
    ]
}

/// The file of these papers.
pub(crate) fn file(papers: &[Filed]) -> DisputeFile<'_> {
    let hash = |seed: usize| format!("{:016x}", (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15)).repeat(4);
    let bundle = papers.iter().enumerate().map(|(place, (title, number, on, paper))| Bundled {
        title: (*title).to_owned(),
        number: number.clone(),
        on: *on,
        hash: hash(place),
        paper: &**paper,
    });
    let line = |(place, what): (usize, &str)| JournalLine {
        at: "Senin, 23 November 2026, 10.05 WIB".into(),
        who: "Dewi Lestari Nasution".into(),
        what: what.into(),
        hash: hash(place + 20),
    };
    let events =
        ["Permohonan didaftarkan", "Dinyatakan tidak lengkap", "Dilengkapi dan dinyatakan lengkap", "Dikabulkan seluruhnya"];
    DisputeFile {
        registration_no: NUMBER.into(),
        applicant: registration().applicant.name,
        check_code: CHECK.into(),
        on: day(2027, 3, 1),
        papers: bundle.collect(),
        journal: events.into_iter().enumerate().map(line).collect(),
    }
}
