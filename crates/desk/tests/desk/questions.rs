//! Questions to PPID Utama, as an officer asks them.

use loket_desk::DeskError;
use loket_desk::views::{ListKind, ListQuery, SubjectKind, SubjectRef};
use serde_json::json;

use crate::fixture::{at, form, perbaungan, take};

const ASKED: fn() -> serde_json::Value = || json!({"line": "Format salinan", "text": "Bolehkah lewat e-mail?"});

fn list(desk: &loket_desk::Desk) -> loket_desk::views::ListPage {
    let query = ListQuery { list: ListKind::Questions, words: String::new(), filter: None, offset: 0, limit: 50 };
    desk.list(&query, at(12, 0)).unwrap()
}

#[test]
fn a_question_is_asked_from_the_request_it_is_about_and_names_nobody() {
    let (_dir, _folder, mut desk, _) = perbaungan();
    let request = desk.register_request(form("Warga Rekaan", "Peta batas"), at(9, 0)).unwrap().row.id;
    let form = desk.action_form(&SubjectRef::new(SubjectKind::Request, &request), "ask", at(9, 1)).unwrap();
    let filled = serde_json::to_string(&form.filled()).unwrap();
    assert!(!filled.contains("Warga") && !filled.contains("Peta"), "nothing is put into it: {filled}");
    assert!(form.sections[0].fields[1].help.as_ref().unwrap().contains("Jangan tulis nama"));
    let done = take(&mut desk, (SubjectKind::Request, &request), "ask", ASKED(), at(9, 2)).unwrap();
    let question = done.subject.unwrap();
    assert_eq!(question.kind, SubjectKind::Question);
    let view = desk.request(&request, at(9, 3)).unwrap();
    assert_eq!((view.questions.len(), &view.questions[0].subject), (1, &question));
    let record = desk.record(&question, at(9, 3)).unwrap();
    assert_eq!(record.status, "Menunggu jawaban PPID Utama sejak 23 November 2026");
    assert_eq!(record.subtitle, "Permohonan 007/PPID/KEC-PBG/XI/2026");
    assert_eq!(record.groups[0].title, "1. Kantor Camat Perbaungan bertanya, 23 November 2026");
    assert_eq!(record.linked[0].subject, SubjectRef::new(SubjectKind::Request, &request));
    let today = desk.today_view(at(9, 4)).unwrap();
    let asked = today.groups.iter().find(|group| group.code == "asked").unwrap();
    assert_eq!((asked.items.len(), asked.items[0].text.as_str()), (1, "Ditanyakan 23 November 2026"));

    take(&mut desk, (SubjectKind::Question, &question.id), "follow_up", json!({"text": "Mohon segera."}), at(9, 5)).unwrap();
    take(&mut desk, (SubjectKind::Question, &question.id), "close", json!({}), at(9, 6)).unwrap();
    let late = take(&mut desk, (SubjectKind::Question, &question.id), "follow_up", json!({"text": "Lagi."}), at(9, 7));
    assert!(matches!(late, Err(DeskError::Refused(why)) if why.to_string().contains("sudah ditutup")));
    assert_eq!(desk.record(&question, at(9, 8)).unwrap().status, "Selesai sejak 23 November 2026");
    desk.verify().unwrap();
}

#[test]
fn a_question_about_nothing_in_particular_is_found_by_its_words_and_one_box_by_box_refused() {
    let (_dir, _folder, mut desk, _) = perbaungan();
    assert!(list(&desk).rows.is_empty() && list(&desk).next[0].allowed);
    let empty = take(&mut desk, (SubjectKind::Question, ""), "ask", json!({"line": "", "text": ""}), at(9, 0));
    assert!(empty.unwrap_err().to_string().contains("Isi pokok pertanyaan"));
    take(&mut desk, (SubjectKind::Question, ""), "ask", ASKED(), at(9, 1)).unwrap();
    let page = list(&desk);
    assert_eq!(page.rows[0].cells[..2], ["Format salinan", "Hal umum"]);
    assert_eq!((page.filters.len(), page.filters[0].label.as_str()), (1, "Menunggu jawaban PPID Utama"));
    let query = ListQuery { list: ListKind::Questions, words: "e-mail".into(), filter: None, offset: 0, limit: 50 };
    assert_eq!(desk.list(&query, at(9, 2)).unwrap().total, 1);
}

#[test]
fn a_question_about_an_objection_stands_on_its_page() {
    let (_dir, _folder, mut desk, _) = perbaungan();
    let request = desk.register_request(form("Warga Rekaan", "Peta batas"), at(9, 0)).unwrap().row.id;
    let objected = json!({"grounds": ["c"], "case_position": "Belum dijawab."});
    let objection = take(&mut desk, (SubjectKind::Request, &request), "object", objected, at(9, 1)).unwrap().subject.unwrap();
    take(&mut desk, (SubjectKind::Objection, &objection.id), "ask", ASKED(), at(9, 2)).unwrap();
    let record = desk.record(&objection, at(9, 3)).unwrap();
    assert!(record.linked.iter().any(|linked| linked.label.starts_with("Format salinan")), "{:?}", record.linked);
    assert!(list(&desk).rows[0].cells[1].starts_with("Keberatan "));
}
