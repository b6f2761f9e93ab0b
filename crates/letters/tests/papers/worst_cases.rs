//! Texts and lists at the edge of what an office meets.
#![allow(clippy::unwrap_used)]

use loket_domain::grounds::Ground;
use loket_domain::objection::{Objected, Verdict};
use loket_domain::office::PaperSize;
use loket_domain::request::{
    Applicant, Category, Exemption, Fees, Found, HandedForm, HandedItem, IdentityKind, Refusal, Registration,
};
use loket_letters::*;

use crate::poppler::{PageWords, Pdf, Word, print_on};
use crate::samples::answers::{self, written_notice};
use crate::samples::forms::request_form;
use crate::samples::office::letterhead;
use crate::samples::people::{by, registration};
use crate::samples::{classifications, letters, lists, objections};

const SIZES: [PaperSize; 2] = [PaperSize::A4, PaperSize::F4];

/// Prints a paper and looks whether it is whole: numbered, signed in company, no word cut or on another.
fn printed(paper: &dyn Paper, size: PaperSize) -> Pdf {
    let pdf = print_on(paper, &letterhead(), size);
    pdf.assert_words_apart();
    pdf.assert_numbered("Halaman");
    pdf.assert_signature_in_company();
    pdf
}

/// More than twenty thousand characters, each word another.
fn long_text() -> (String, Vec<String>) {
    let words: Vec<String> = (0..2_500).map(|i| format!("kata{i:04}")).collect();
    (words.join(" "), words)
}

/// Each word of the long text stands on the paper once, in its order.
fn assert_whole(pdf: &Pdf, words: &[String]) {
    let page = |page: &PageWords| {
        let mut words: Vec<&Word> = page.words.iter().filter(|word| word.text.starts_with("kata")).collect();
        words.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left)));
        words.into_iter().map(|word| word.text[..8].to_owned()).collect::<Vec<_>>()
    };
    let found: Vec<String> = pdf.words().iter().flat_map(page).collect();
    assert_eq!(found, words);
}

#[test]
fn a_request_of_twenty_thousand_characters_runs_on_with_nothing_lost_on_any_letter() {
    let (information, words) = long_text();
    let form = || Registration { information: information.clone(), ..registration() };
    let case = |case: CaseLetter| CaseLetter { registration: form(), ..case };
    let disposition = letters::disposition();
    let papers: [Box<dyn Paper>; 6] = [
        Box::new(RequestForm { registration: form(), ..request_form() }),
        Box::new(Receipt { registration: form(), ..crate::samples::forms::receipt() }),
        Box::new(IncompleteNotice { case: case(letters::incomplete_notice().case), ..letters::incomplete_notice() }),
        Box::new(ExtensionNotice { case: case(letters::extension_notice().case), ..letters::extension_notice() }),
        Box::new(Disposition { case: case(letters::disposition().case), ..disposition }),
        Box::new(WrittenNotice { registration: form(), ..written_notice() }),
    ];
    for paper in &papers {
        for size in SIZES {
            assert_whole(&printed(paper.as_ref(), size), &words);
        }
    }
}

#[test]
fn long_case_positions_and_considerations_run_on_with_nothing_lost() {
    let (text, words) = long_text();
    let form = objections::objection_form();
    let form = ObjectionForm { form: Objected { case_position: text.clone(), ..form.form.clone() }, ..form };
    let mut answer = objections::objection_answer(Verdict::Upheld);
    answer.answer.considerations = text.clone();
    let mut test = classifications::consequence_test();
    test.worksheet.consequence = text.clone();
    let mut refusal = answers::refusal();
    refusal.exemption.consequence = text;
    let papers: [&dyn Paper; 4] = [&form, &answer, &test, &answers::refusal_decision(refusal)];
    for paper in papers {
        assert_whole(&printed(paper, PaperSize::A4), &words);
    }
}

#[test]
fn forty_missing_documents_are_all_named_in_their_order() {
    let missing: Vec<String> =
        (1..=40).map(|n| format!("Salinan KTP anggota kelompok bernama Warga Rekaan Keempat Puluh Contoh Nomor {n}")).collect();
    for size in SIZES {
        let pdf = printed(&IncompleteNotice { missing: missing.clone(), ..letters::incomplete_notice() }, size);
        let text = pdf.flat_pages().join(" ");
        let places: Vec<usize> = missing.iter().zip(1..).map(|(line, n)| text.find(&format!("{n}. {line}")).unwrap()).collect();
        assert!(places.is_sorted());
    }
}

#[test]
fn sixty_documents_handed_over_repeat_the_head_of_their_table() {
    let item = |n| HandedItem { title: format!("Dokumen ke-{n}"), form: HandedForm::Hardcopy, sheets: Some(n) };
    let pdf = printed(&HandOverReceipt { items: (1..=60).map(item).collect(), ..letters::hand_over_receipt() }, PaperSize::A4);
    let pages = pdf.flat_pages();
    assert!(pages.len() > 1);
    let listing = pages.iter().filter(|page| page.contains("Dokumen ke-"));
    assert!(listing.clone().all(|page| page.contains("Judul dokumen")), "{pages:?}");
    assert!(pages.join(" ").contains("Dokumen ke-60"));
}

#[test]
fn three_hundred_requests_fill_a_register_whose_head_stands_on_each_page() {
    for size in SIZES {
        let pdf = printed(&lists::request_register(300), size);
        let pages = pdf.flat_pages();
        assert!(pages.len() > 30, "{}", pages.len());
        for page in pages.iter().filter(|page| page.contains("/PPID/")) {
            for head in ["Status Informasi", "Hari dan Tanggal", "Biaya dan Cara Pembayaran"] {
                assert!(page.contains(head), "{head} in {page}");
            }
        }
        let text = pages.join(" ").replace("/ ", "/");
        for n in 1..=300 {
            assert_eq!(text.matches(&format!(" {n:03}/PPID/")).count(), 1, "{n}");
        }
        assert_eq!(text.matches("1218014507920003").count(), 300);
    }
}

#[test]
fn three_hundred_items_fill_a_catalogue_and_three_hundred_objections_a_register() {
    let pdf = printed(&lists::dip(300), PaperSize::F4);
    let text = pdf.flat_pages().join(" ");
    for n in 1..=300 {
        assert!(text.contains(&format!("triwulan {n}, ")), "{n}");
    }
    let pdf = printed(&lists::objection_register(300), PaperSize::A4);
    let pages = pdf.flat_pages();
    assert!(pages.iter().filter(|page| page.contains("/KEB")).all(|page| page.contains("Alasan Pengajuan")));
    let text = pages.join(" ");
    for n in 1..=300 {
        assert_eq!(text.matches(&format!("{n:03}/KEB")).count(), 1, "{n}");
    }
}

#[test]
fn words_without_spaces_are_broken_and_stay_in_their_cells() {
    let word = "Z".repeat(900);
    let count = |pdf: &Pdf| pdf.flat_pages().join("").matches('Z').count();
    let form = Registration { information: word.clone(), purpose: word.clone(), ..registration() };
    let pdf = printed(&WrittenNotice { registration: form.clone(), ..written_notice() }, PaperSize::A4);
    assert_eq!(count(&pdf), 900);
    assert_eq!(count(&printed(&RequestForm { registration: form, ..request_form() }, PaperSize::F4)), 1_800);
    let mut register = lists::request_register(2);
    register.rows[0].iter_mut().for_each(|cell| cell.clone_from(&word));
    assert_eq!(count(&printed(&register, PaperSize::A4)), 23 * 900);
    let mut dip = lists::dip(1);
    (dip.items[0].summary, dip.items[0].link) = (word.clone(), Some(word.clone()));
    assert_eq!(count(&printed(&dip, PaperSize::A4)), 1_800);
    let handed = HandedItem { title: word, form: HandedForm::Softcopy, sheets: None };
    assert_eq!(count(&printed(&HandOverReceipt { items: vec![handed], ..letters::hand_over_receipt() }, PaperSize::A4)), 900);
}

#[test]
fn blank_papers_leave_lines_to_write_on() {
    let nobody = Applicant {
        name: String::new(),
        category: Category::Individual,
        identity_kind: IdentityKind::NotShown,
        foreign_paper: None,
        identity_number: String::new(),
        address: " ".into(),
        occupation: None,
        phone: None,
        email: None,
        representative: None,
        members: vec![],
    };
    let form = RequestForm {
        registration: Registration {
            information: String::new(),
            purpose: String::new(),
            copy_format: None,
            delivery_mode: None,
            ..by(nobody)
        },
        officer: String::new(),
        fee_decree: Some("Keputusan Camat Nomor 12 Tahun 2026".into()),
        ..request_form()
    };
    let pdf = print_on(&form, &letterhead(), PaperSize::A4);
    assert_eq!(pdf.pages(), 2);
    assert!(pdf.flat_pages().join(" ").contains("Keputusan Camat Nomor 12 Tahun 2026."));
}

#[test]
fn a_long_redaction_breaks_inside_the_table_and_repeats_its_head() {
    let mut parts = answers::whole(answers::partly_given());
    if let Found::PartlyGiven { explanation, .. } = &mut parts[0].found {
        *explanation = "Nama dan nomor rekening dihitamkan. ".repeat(150);
    }
    let notice = WrittenNotice { parts, ..written_notice() };
    let pdf = print_on(&notice, &letterhead(), PaperSize::A4);
    let pages = pdf.flat_pages();
    assert!(pages.len() > 1);
    assert!(pages.iter().filter(|page| page.contains("dihitamkan")).all(|page| page.contains("Keterangan")), "{pages:?}");
    let signed = pages.iter().find(|page| page.contains("NIP 197001011995031001")).unwrap();
    assert!(signed.contains("belum didokumentasikan"), "{signed}");
}

#[test]
fn all_reasons_of_a_refusal_fit() {
    let exemption = Exemption { grounds: Ground::ALL.iter().copied().collect(), ..answers::exemption() };
    let refusal = Refusal { exemption, ..answers::refusal() };
    let text = print_on(&answers::refusal_decision(refusal), &letterhead(), PaperSize::F4).flat_pages().join(" ");
    let order: Vec<usize> = ('a'..='j').map(|letter| text.find(&format!("Pasal 17 huruf {letter} ")).unwrap()).collect();
    assert!(order.is_sorted());
    assert_eq!(text.matches("Pasal 17 huruf a ").count(), 1);
}

#[test]
fn another_act_is_called_an_act_once_however_it_was_typed() {
    for (act, article, printed) in [
        ("Nomor 24 Tahun 2013", "84 ayat (1)", "Pasal 84 ayat (1) Undang-Undang Nomor 24 Tahun 2013"),
        ("Undang-Undang Nomor 24 Tahun 2013", "Pasal 84", "Pasal 84 Undang-Undang Nomor 24 Tahun 2013"),
        ("undang-undang nomor 24 tahun 2013", "pasal 84", "pasal 84 undang-undang nomor 24 tahun 2013"),
        ("UU 24/2013", "84", "Pasal 84 UU 24/2013"),
    ] {
        let exemption = Exemption { other_law: Some((act.into(), article.into())), ..answers::exemption() };
        let refusal = Refusal { exemption, ..answers::refusal() };
        let text = print_on(&answers::refusal_decision(refusal), &letterhead(), PaperSize::F4).flat_pages().join(" ");
        let text = text.replace("[x] ", "");
        assert!(text.contains(&format!("Undang-Undang {printed} Bahwa")), "{printed} in {text}");
    }
}

#[test]
fn the_largest_costs_fit() {
    let fees = Fees { price_per_sheet: u32::MAX, sheets: u32::MAX, delivery: u32::MAX, other: u32::MAX };
    let terms = written_notice().terms.map(|terms| Terms { fees, ..terms });
    let notice = WrittenNotice { terms, ..written_notice() };
    print_on(&notice, &letterhead(), PaperSize::A4);
}
