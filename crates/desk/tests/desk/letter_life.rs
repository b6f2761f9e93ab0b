//! The life of a letter at the screen: seen as a draft, given its number later, printed again, replaced.

use loket_desk::views::{Filled, Preview, SubjectKind, SubjectRef, Tone};
use loket_desk::{Desk, DeskError, PaperRef, PrintAs};
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use serde_json::{Value, json};

use crate::fixture::{at, boxes, form, grant, on, perbaungan, take, words_of};

const REQUEST: SubjectKind = SubjectKind::Request;

fn registered(desk: &mut Desk, name: &str) -> String {
    desk.register_request(form(name, "Anggaran jalan desa"), at(9, 0)).unwrap().row.id
}

fn notice(id: &str) -> PaperRef {
    PaperRef::Request { id: id.into(), kind: PaperKind::WrittenNotice }
}

fn draft(desk: &Desk, id: &str, action: &str, over: Value) -> PaperRef {
    let subject = SubjectRef::new(REQUEST, id);
    let mut form = desk.action_form(&subject, action, at(9, 30)).unwrap().filled();
    form.extend(boxes(over));
    PaperRef::Draft { subject, action: action.into(), form }
}

fn wrong_boxes(refused: DeskError) -> Vec<String> {
    match refused {
        DeskError::Refused(Refused::Fields(problems)) => problems.into_iter().map(|problem| problem.field).collect(),
        other => panic!("expected boxes, got {other}"),
    }
}

fn group(desk: &Desk, code: &str) -> Vec<String> {
    let groups = desk.today_view(on("2026-11-24", 9, 0)).unwrap().groups;
    let found = groups.into_iter().find(|group| group.code == code);
    found.map_or_else(Vec::new, |group| group.items.into_iter().map(|item| item.title).collect())
}

#[test]
fn the_very_letter_is_seen_before_it_is_decided_and_nothing_is_written() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    let form = desk.action_form(&SubjectRef::new(REQUEST, &id), "grant", at(9, 30)).unwrap();
    assert_eq!(form.preview, Some(Preview::Draft));
    let written = desk.written();
    let (mut before, mut paper) = (grant(), draft(&desk, &id, "grant", grant()));
    let seen = words_of(&desk.paper(&paper, at(9, 30)).unwrap().pdf);
    for said in ["KONSEP", "PEMBERITAHUAN TERTULIS", "000.8.3/41/2026", "Diambil langsung di meja layanan", "belum berlaku"] {
        assert!(seen.contains(said), "{said} in {seen}");
    }
    assert!(!seen.contains("Kode periksa 0000"), "a draft has no code that could be checked: {seen}");
    desk.paper_issued(&paper, &PrintAs::Next, at(9, 31)).unwrap();
    assert_eq!(desk.written(), written, "neither looking nor printing a draft writes anything");
    before["means"] = json!("");
    paper = draft(&desk, &id, "grant", before);
    assert_eq!(
        wrong_boxes(desk.paper(&paper, at(9, 32)).map(|_| ()).unwrap_err()),
        ["means"],
        "what may not be decided has no draft"
    );
    let other = PaperRef::Draft { subject: SubjectRef::new(REQUEST, &id), action: "note_sent".into(), form: Filled::new() };
    assert!(desk.paper(&other, at(9, 33)).is_err(), "a step without a paper has no draft");
}

#[test]
fn a_number_that_follows_waits_on_the_first_screen_until_it_is_there() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    let mut unnumbered = grant();
    unnumbered["letter_number"] = json!("");
    take(&mut desk, (REQUEST, &id), "grant", unnumbered, at(10, 0)).unwrap();
    let letter = words_of(&desk.paper(&notice(&id), at(10, 1)).unwrap().pdf);
    assert!(letter.contains("Nomor: …………"), "room for the agenda book's number: {letter}");
    assert_eq!(group(&desk, "reminders"), ["Nomor surat menyusul: 007/PPID/KEC-PBG/XI/2026"]);
    assert_eq!(group(&desk, "overdue"), Vec::<String>::new(), "no clock of the law runs for a number");
    let view = desk.request(&id, at(10, 2)).unwrap();
    let shown = view.papers.iter().find(|paper| paper.kind == PaperKind::WrittenNotice).unwrap();
    assert_eq!(shown.number.as_deref(), Some("Nomor menyusul"));
    take(&mut desk, (REQUEST, &id), "number_letter", json!({"letter_number": "000.8.3/77"}), at(10, 3)).unwrap();
    assert_eq!(group(&desk, "reminders"), Vec::<String>::new());
    assert!(words_of(&desk.paper(&notice(&id), at(10, 4)).unwrap().pdf).contains("000.8.3/77"));
}

#[test]
fn a_number_that_another_letter_bears_is_told_and_taken_only_when_it_is_meant() {
    let (_dir, _, mut desk, _) = perbaungan();
    let (first, second) = (registered(&mut desk, "Warga Satu"), registered(&mut desk, "Warga Dua"));
    take(&mut desk, (REQUEST, &first), "grant", grant(), at(10, 0)).unwrap();
    let mut same = grant();
    same["letter_number"] = json!(" 000.8.3 / 41/2026");
    let written = desk.written();
    let refused = take(&mut desk, (REQUEST, &second), "grant", same.clone(), at(10, 1)).unwrap_err();
    assert!(refused.to_string().contains("007/PPID/KEC-PBG/XI/2026"), "which letter it is: {refused}");
    assert_eq!(wrong_boxes(refused), ["letter_number", "same_number"]);
    assert_eq!(desk.written(), written);
    same["same_number"] = json!(true);
    take(&mut desk, (REQUEST, &second), "grant", same, at(10, 2)).unwrap();
    // Its own number may be noted again.
    take(&mut desk, (REQUEST, &first), "number_letter", json!({"letter_number": "000.8.3/43"}), at(10, 3)).unwrap();
    let again = json!({"letter_number": "000.8.3/43"});
    take(&mut desk, (REQUEST, &first), "number_letter", again, at(10, 4)).unwrap();
    assert!(desk.verify().is_ok(), "the tables follow");
}

#[test]
fn an_original_that_jammed_is_printed_again_as_an_original_until_it_left() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    take(&mut desk, (REQUEST, &id), "grant", grant(), at(10, 0)).unwrap();
    let paper = notice(&id);
    let original = PrintAs::Original { reason: "Kertas macet".into() };
    assert!(desk.paper_as(&paper, &original, at(10, 1)).is_err(), "it was never printed");
    assert!(!desk.paper(&paper, at(10, 1)).unwrap().is_copy, "looking at it, or saving it, is not issuing it");
    assert!(!desk.paper(&paper, at(10, 1)).unwrap().is_copy);
    desk.paper_issued(&paper, &PrintAs::Next, at(10, 2)).unwrap();
    assert!(desk.paper(&paper, at(10, 3)).unwrap().is_copy);
    let silent = PrintAs::Original { reason: " ".into() };
    assert_eq!(
        wrong_boxes(desk.paper_as(&paper, &silent, at(10, 3)).map(|_| ()).unwrap_err()),
        ["reason"],
        "before it is printed"
    );
    let again = desk.paper_as(&paper, &original, at(10, 4)).unwrap();
    assert!(!again.is_copy && !words_of(&again.pdf).contains("SALINAN"));
    desk.paper_issued(&paper, &original, at(10, 4)).unwrap();
    let told = desk.request(&id, at(10, 5)).unwrap().timeline;
    assert!(told.iter().any(|item| item.what.contains("asli dicetak ulang") && item.note.as_deref() == Some("Kertas macet")));
    let sent = json!({"sent_on": "2026-11-23", "way": "in_person"});
    take(&mut desk, (REQUEST, &id), "note_sent", sent, at(10, 6)).unwrap();
    assert!(desk.paper_as(&paper, &original, at(10, 7)).is_err(), "the applicant has the original");
    assert!(words_of(&desk.paper(&paper, at(10, 7)).unwrap().pdf).contains("SALINAN"));
}

#[test]
fn a_wrong_letter_is_replaced_by_one_that_says_so() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    take(&mut desk, (REQUEST, &id), "grant", grant(), at(10, 0)).unwrap();
    take(&mut desk, (REQUEST, &id), "cancel_letter", json!({"reason": "Harga salah"}), at(10, 1)).unwrap();
    let view = desk.request(&id, at(10, 2)).unwrap();
    assert_eq!(view.row.stage.as_str(), "processed");
    assert!(view.papers.iter().all(|paper| paper.kind != PaperKind::WrittenNotice));
    let begun = desk.action_form(&SubjectRef::new(REQUEST, &id), "grant", at(10, 3)).unwrap().filled();
    let expected = boxes(json!({"sheets": 12, "means": "Diambil langsung di meja layanan", "letter_number": ""}));
    for (name, value) in expected {
        assert_eq!(begun.get(&name), Some(&value), "{name} as the letter said it before, but for its number");
    }
    let mut used = grant();
    used["price_per_sheet"] = json!(200);
    let said = take(&mut desk, (REQUEST, &id), "grant", used, at(10, 3)).unwrap_err().to_string();
    assert!(said.contains("yang sudah tidak berlaku"), "a number that was given stays given: {said}");
    let corrected = json!({"letter_number": "000.8.3/42/2026", "price_per_sheet": 200});
    take(&mut desk, (REQUEST, &id), "grant", corrected, at(10, 4)).unwrap();
    let letter = words_of(&desk.paper(&notice(&id), at(10, 5)).unwrap().pdf);
    assert!(letter.contains("menggantikan surat kami Nomor 000.8.3/41/2026 tanggal 23 November 2026"), "{letter}");
    assert!(!desk.paper(&notice(&id), at(10, 5)).unwrap().is_copy, "it is an original of its own");
    let told: Vec<String> = desk.request(&id, at(10, 6)).unwrap().timeline.into_iter().map(|item| item.what).collect();
    assert!(told.iter().any(|what| what == "Pemberitahuan Tertulis dinyatakan tidak berlaku"), "{told:?}");
    let objected = json!({"grounds": ["f"], "case_position": "Terlalu mahal"});
    take(&mut desk, (REQUEST, &id), "object", objected, at(10, 7)).unwrap();
    let judged = take(&mut desk, (REQUEST, &id), "cancel_letter", json!({"reason": "Lagi"}), at(10, 8));
    assert!(judged.unwrap_err().to_string().contains("keberatan"), "the superior judges it now");
    assert!(desk.verify().is_ok());
}

#[test]
fn a_form_that_was_begun_is_still_there_after_a_power_cut_and_gone_once_it_was_sent() {
    let (_dir, folder, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    let subject = SubjectRef::new(REQUEST, &id);
    let typed = boxes(json!({"means": "Dikirim pos", "no_such_box": "x"}));
    desk.keep_step(&subject, "grant", typed, at(10, 0)).unwrap();
    drop(desk);
    let mut desk = folder.unlock("petugas", crate::fixture::PASSWORD, at(9, 0), loket_desk::system_dice()).unwrap();
    let kept = desk.action_form(&subject, "grant", at(10, 1)).unwrap().kept.unwrap();
    assert_eq!(kept.typed, boxes(json!({"means": "Dikirim pos"})), "only what the form knows");
    let begun = |desk: &Desk| {
        let next = desk.request(&id, at(10, 2)).unwrap().next;
        next.into_iter().filter(|step| step.begun).map(|step| step.action).collect::<Vec<_>>()
    };
    assert_eq!(begun(&desk), ["grant"]);
    desk.discard_step(&subject, "grant").unwrap();
    assert_eq!(begun(&desk), Vec::<String>::new());
    desk.keep_step(&subject, "grant", boxes(json!({"means": "Dikirim pos"})), at(10, 3)).unwrap();
    take(&mut desk, (REQUEST, &id), "grant", grant(), at(10, 4)).unwrap();
    assert_eq!(begun(&desk), Vec::<String>::new());
    let card = SubjectRef::new(SubjectKind::Office, "");
    desk.keep_step(&card, "new_card", boxes(json!({"password": "rahasia sekali"})), at(10, 5)).unwrap();
    assert_eq!(desk.action_form(&card, "new_card", at(10, 6)).unwrap().kept, None, "a password is never kept");
}

#[test]
fn a_letter_begins_with_the_copies_that_the_office_usually_sends() {
    let (_dir, _, mut desk, _) = perbaungan();
    let many: Vec<String> = (1..=11).map(|line| format!("Penerima {line}")).collect();
    let office = (SubjectKind::Office, "");
    let wrong = take(&mut desk, office, "edit_letterhead", json!({"copies_to": many}), at(9, 0)).unwrap_err();
    assert_eq!(wrong_boxes(wrong), ["copies_to"]);
    let usual = json!({"copies_to": ["Bupati Rekaan (sebagai laporan)", " ", "Arsip"]});
    take(&mut desk, office, "edit_letterhead", usual, at(9, 1)).unwrap();
    let id = registered(&mut desk, "Warga Satu");
    let letter = desk.action_form(&SubjectRef::new(REQUEST, &id), "grant", at(9, 3)).unwrap().filled();
    assert_eq!(json!(letter["cc"]), json!(["Bupati Rekaan (sebagai laporan)", "Arsip"]));
}

#[test]
fn what_holds_no_more_is_still_in_the_file_for_komisi_informasi() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Satu");
    let mut first = grant();
    first["letter_number"] = json!("PT/10");
    take(&mut desk, (REQUEST, &id), "grant", first, at(9, 30)).unwrap();
    take(&mut desk, (REQUEST, &id), "cancel_letter", json!({"paper": "written_notice", "reason": "Salah hitung"}), at(9, 40))
        .unwrap();
    let mut second = grant();
    (second["letter_number"], second["sheets"]) = (json!("PT/11"), json!(20));
    take(&mut desk, (REQUEST, &id), "grant", second, at(9, 50)).unwrap();
    for (number, amount) in [("KW/1", json!(1_000)), ("KW/2", json!(0))] {
        let paid = json!({"number": number, "amount": amount, "way": "cash"});
        take(&mut desk, (REQUEST, &id), "take_payment", paid, at(10, 0)).unwrap();
    }
    let earlier = desk.request(&id, at(10, 30)).unwrap().earlier_papers;
    let told: Vec<_> = earlier.iter().map(|item| (item.title.as_str(), item.number.as_deref())).collect();
    assert_eq!(told, [("Pemberitahuan Tertulis", Some("PT/10")), ("Kuitansi", Some("KW/1"))]);
    let before = desk.paper(&PaperRef::EarlierOfRequest { id: id.clone(), place: 0 }, at(10, 31)).unwrap();
    let words = words_of(&before.pdf);
    assert!(before.is_copy && words.contains("PT/10") && words.contains("SALINAN"), "{words}");
    assert!(desk.paper(&PaperRef::EarlierOfRequest { id: id.clone(), place: 2 }, at(10, 31)).is_err(), "there is no third");
    let file = words_of(&desk.paper(&PaperRef::DisputeFile { id }, at(11, 0)).unwrap().pdf);
    for number in ["PT/10", "PT/11", "KW/1", "KW/2"] {
        assert!(file.contains(number), "{number} is evidence: {file}");
    }
    assert!(file.contains("(terdahulu)"), "{file}");
}

#[test]
fn an_extension_that_left_too_late_moves_nothing_on_the_page_either() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Satu");
    let longer = json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Masih diminta"});
    take(&mut desk, (REQUEST, &id), "extend", longer, on("2026-12-07", 9, 0)).unwrap();
    let left = json!({"paper": "extension_notice", "sent_on": "2026-12-09", "way": "post", "proof": "RR 1"});
    take(&mut desk, (REQUEST, &id), "note_sent", left, on("2026-12-09", 9, 0)).unwrap();
    let deadlines = desk.request(&id, on("2026-12-09", 9, 5)).unwrap().deadlines;
    let official = deadlines.official.unwrap();
    assert_eq!((official.text.as_str(), official.tone), ("Senin, 7 Desember 2026", Tone::Overdue), "{}", official.left);
    assert!(official.basis.contains("tidak dihitung"), "{}", official.basis);
    assert!(deadlines.warning.is_some());
}

#[test]
fn an_answer_that_lies_here_is_reminded_of_and_late_once_its_term_is_over() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Rekaan");
    take(&mut desk, (REQUEST, &id), "grant", grant(), at(10, 0)).unwrap();
    take(&mut desk, (REQUEST, &id), "note_not_fetched", json!({"note": "Belum datang"}), at(10, 5)).unwrap();
    let waits = |desk: &Desk, day: &str| -> Vec<(String, String)> {
        let groups = desk.today_view(on(day, 9, 0)).unwrap().groups;
        let items = groups.into_iter().flat_map(|group| group.items.into_iter().map(move |item| (group.code.clone(), item)));
        items.map(|(code, item)| (code, item.due_text.unwrap_or_default())).collect()
    };
    let to_send = "Kirim surat dan catat pengirimannya: Senin, 7 Desember 2026".to_owned();
    assert_eq!(waits(&desk, "2026-12-07"), [("near".to_owned(), to_send.clone())]);
    assert_eq!(waits(&desk, "2026-12-08"), [("overdue".to_owned(), to_send)], "what ends the clock is the sending");
    let page = desk.request(&id, on("2026-12-08", 9, 0)).unwrap().deadlines;
    assert!(page.official.unwrap().left.contains("pengirimannya belum dicatat"));
    let sent = json!({"sent_on": "2026-12-04", "way": "in_person"});
    take(&mut desk, (REQUEST, &id), "note_sent", sent, on("2026-12-08", 9, 5)).unwrap();
    assert_eq!(waits(&desk, "2026-12-09"), []);
}

/// The smallest PNG: one black dot.
const DOT: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

#[test]
fn the_emblem_on_the_letterhead_is_changed_and_what_is_no_picture_changes_nothing() {
    let (_dir, _, mut desk, _) = perbaungan();
    let office = (SubjectKind::Office, "");
    let id = registered(&mut desk, "Warga Satu");
    let receipt = PaperRef::Request { id, kind: PaperKind::Receipt };
    let pictures = |desk: &Desk| {
        let pdf = desk.paper(&receipt, at(9, 5)).unwrap().pdf;
        String::from_utf8_lossy(&pdf).matches("/Subtype/Image").count()
    };
    let before = pictures(&desk);
    let written = desk.written();
    for wrong in ["bukan gambar", "QUJD", &"A".repeat(2 << 20)] {
        let refused = take(&mut desk, office, "edit_letterhead", json!({"emblem": wrong}), at(9, 1)).unwrap_err();
        assert_eq!(wrong_boxes(refused), ["emblem"]);
    }
    assert_eq!(desk.written(), written);
    take(&mut desk, office, "edit_letterhead", json!({"emblem": DOT}), at(9, 2)).unwrap();
    assert!(pictures(&desk) > before, "the next paper carries it");
    let kept = desk.action_form(&SubjectRef::new(SubjectKind::Office, ""), "edit_letterhead", at(9, 3)).unwrap().filled();
    assert_eq!(json!(kept["emblem"]), json!(DOT));
    take(&mut desk, office, "edit_letterhead", json!({"emblem": ""}), at(9, 4)).unwrap();
    assert_eq!(pictures(&desk), before);
}

#[test]
fn a_word_in_a_box_for_a_number_is_told_beside_it_and_nothing_is_written() {
    let (_dir, _, mut desk, _) = perbaungan();
    let id = registered(&mut desk, "Warga Satu");
    let mut letter = grant();
    (letter["sheets"], letter["price_per_sheet"]) = (json!("dua belas"), json!("1,5 juta"));
    let written = desk.written();
    let refused = take(&mut desk, (REQUEST, &id), "grant", letter.clone(), at(10, 0)).unwrap_err();
    assert_eq!(wrong_boxes(refused), ["sheets", "price_per_sheet"]);
    assert!(desk.paper(&draft(&desk, &id, "grant", letter), at(10, 1)).is_err(), "nor is there a draft of it");
    assert_eq!(desk.written(), written);
}
