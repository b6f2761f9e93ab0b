//! Random lives of requests, through the counter: register, report, first screen and papers never contradict each other.

use loket_desk::views::{NextStep, RegisterKind, RegisterQuery, RequestView, SubjectKind};
use loket_desk::{Desk, Moment, PaperRef, RequestDraft};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::process::Command;
use tempfile::TempDir;

use crate::fixture::{at, form, grant, on, perbaungan, take};
use crate::whole_law::exempt;

/// Falls the same way each time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        usize::try_from((mixed ^ (mixed >> 27)) >> 33).unwrap() % count
    }
}

/// What is typed over what a form offers; none for a step that begins something elsewhere.
fn typed(desk: &mut Desk, id: &str, action: &str, moment: Moment) -> Option<Value> {
    Some(match action {
        "declare_complete" | "lapse" | "note_received" | "note_notice_received" => json!({}),
        "declare_complete_on" => json!({"on": moment.local.date().to_string()}),
        "find_incomplete" => json!({"letter_number": "SK/1"}),
        "grant" => grant(),
        "refuse" => {
            let mut boxes = exempt(desk, id, moment);
            boxes["letter_number"] = json!("SKP/1");
            boxes
        }
        "answer_unavailable" => json!({"letter_number": "PT/2", "absence": "not_held"}),
        "answer" => json!({
            "letter_number": "PT/3", "means": "Diambil", "part1_what": "Anggaran", "part1_found": "given",
            "part1_softcopy": true, "part2_what": "Daftar", "part2_found": "not_held"
        }),
        "not_entitled" => json!({"letter_number": "PT/4", "why": "wna", "considerations": "Paspor asing"}),
        "extend" => json!({"letter_number": "PP/1", "reasons": ["not_held"], "explanation": "Masih diminta"}),
        "forward" => json!({"number": "PN/1", "note": "Mohon data"}),
        "note_forward_answer" => json!({"note": "Terlampir"}),
        "withdraw" | "abate" | "cancel" => json!({"reason": "Ada suratnya"}),
        "take_payment" => json!({"number": "KW/1", "amount": 1000, "way": "transfer", "proof": "Bank Contoh 1"}),
        "refund" => json!({"number": "KB/1", "amount": 500, "reason": "Kelebihan"}),
        "hand_over" => json!({"number": "PB/1"}),
        "note_not_fetched" => json!({"note": "Ditelepon"}),
        "withdraw_receipt" => json!({"reason": "Hari lain"}),
        "note_documents" => json!({"documents": ["identity"]}),
        "add_note" => json!({"text": "Pemohon menelepon"}),
        "number_letter" => json!({"letter_number": "NS/1"}),
        "cancel_letter" => json!({"reason": "Salah hitung"}),
        "note_sent" => json!({"way": "post", "proof": "RR 1"}),
        "note_returned" => json!({"why": "Pindah"}),
        "change_contact" => json!({"address": format!("Jalan Baru {}", moment.local.date())}),
        "name_representative" => json!({"acting_as": "wali", "name": "Ibu Rekaan", "address": "Jalan Contoh 1"}),
        "end_representative" => json!({"reason": "Sudah dewasa"}),
        "find_vexatious" => json!({"signs": ["pelecehan"], "reason": "Petugas dimaki"}),
        "correct" => json!({"phone": format!("0812-{}", moment.local.format("%m%d%H%M")), "reason": "Salah ketik"}),
        _ => return None,
    })
}

/// Of two letters that wait, one is named.
fn named(desk: &Desk, id: &str, action: &str, mut over: Value, moment: Moment) -> Value {
    if matches!(action, "note_sent" | "note_returned" | "number_letter" | "cancel_letter" | "withdraw_receipt") {
        let subject = loket_desk::views::SubjectRef::new(SubjectKind::Request, id);
        let form = desk.action_form(&subject, action, moment).unwrap();
        let papers = form.sections.iter().flat_map(|section| &section.fields).find(|field| field.name == "paper").unwrap();
        over["paper"] = json!(papers.choices[0].code);
    }
    over
}

/// One request, registered and led through steps that are offered, a few days apart.
fn live(desk: &mut Desk, chance: &mut Chance, which: u64, taken: &mut BTreeMap<String, u32>) -> RequestView {
    let mut day = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + chrono::Days::new(which % 7);
    let at = |day: chrono::NaiveDate| on(&day.to_string(), 11, 0);
    let documents = if chance.below(3) == 0 { vec![] } else { vec!["identity".to_owned()] };
    let draft = RequestDraft { documents, received_date: day.to_string(), ..form(&format!("Warga {which}"), "Data A") };
    let id = desk.register_request(draft, at(day)).unwrap().row.id;
    for _ in 0..10 {
        day = day + chrono::Days::new(chance.below(4) as u64);
        let allowed = |step: &NextStep| step.allowed;
        let offered: Vec<NextStep> = desk.request(&id, at(day)).unwrap().next.into_iter().filter(allowed).collect();
        let step = &offered[chance.below(offered.len())];
        let Some(over) = typed(desk, &id, &step.action, at(day)) else { continue };
        let mut over = named(desk, &id, &step.action, over, at(day));
        // The agenda book gives a number once.
        if let Some(number) = over["letter_number"].as_str() {
            over["letter_number"] = json!(format!("{number}/{}", desk.written()));
        }
        // What the day forbids, such as an extension after its deadline, is told and nothing is written.
        if take(desk, (SubjectKind::Request, &id), &step.action, over, at(day)).is_ok() {
            *taken.entry(step.action.clone()).or_default() += 1;
        }
    }
    desk.request(&id, on("2027-03-01", 9, 0)).unwrap()
}

/// Every paper bears the number of its request. All are read by one program: many would be begun while other stories hold files.
fn name_their_request(printed: &[(String, Vec<u8>)]) {
    let dir = TempDir::new().unwrap();
    for (place, (_, pdf)) in printed.iter().enumerate() {
        std::fs::write(dir.path().join(format!("{place}.pdf")), pdf).unwrap();
    }
    let read = "for paper in *.pdf; do pdftotext -layout \"$paper\" || exit 1; done";
    assert!(Command::new("sh").args(["-c", read]).current_dir(dir.path()).status().unwrap().success());
    for (place, (number, _)) in printed.iter().enumerate() {
        let words = std::fs::read_to_string(dir.path().join(format!("{place}.txt"))).unwrap();
        assert!(words.contains(number.as_str()), "a paper of {number} reads: {words}");
    }
}

#[test]
fn whatever_happens_to_requests_register_report_first_screen_and_papers_agree() {
    let (_dir, _, mut desk, _) = perbaungan();
    let (mut chance, mut taken) = (Chance(2026), BTreeMap::new());
    let lives: Vec<RequestView> = (0..36).map(|which| live(&mut desk, &mut chance, which, &mut taken)).collect();
    assert!(taken.len() > 20, "few steps were taken: {taken:?}");
    let today = on("2027-03-01", 9, 0);
    let waiting: Vec<_> = desk.today_view(today).unwrap().groups.into_iter().flat_map(|group| group.items).collect();
    let query = RegisterQuery { which: RegisterKind::Requests, from: "2026-01-01".into(), to: "2026-12-31".into() };
    let register = desk.register(&query, at(12, 0)).unwrap().rows;
    let (mut ended, mut printed) = (0, Vec::new());
    for view in &lives {
        let (id, number, stage) = (&view.row.id, &view.row.number, view.row.stage_label.as_str());
        let line = &register.iter().find(|row| row.subject.id == *id).unwrap().cells;
        let open = ["Menunggu kelengkapan", "Belum lengkap", "Diproses", "Diperpanjang"].contains(&stage);
        assert_eq!(line[17].is_empty(), open, "{number} is {stage}, and the register says “{}”", line[17]);
        assert_eq!(!line[20].is_empty(), view.papers.iter().any(|paper| paper.kind.code() == "hand_over_receipt"), "{number}");
        let paid = view.papers.iter().any(|paper| paper.kind.code() == "fee_receipt");
        assert_eq!(!line[22].is_empty(), paid, "{number}: {}", line[22]);
        ended += u32::from(!open);
        let here: Vec<_> = waiting.iter().filter(|item| item.subject.id == *id).collect();
        assert!(here.len() <= 1, "{number} stands once on the first screen");
        assert!(!open || here.len() == 1, "{number} is {stage} and waits nowhere");
        assert!(here.iter().all(|item| item.turn.is_some()), "{number}: nobody's turn");
        let over = ["Tidak diproses", "Dicabut pemohon", "Batal: salah daftar", "Gugur: pemohon meninggal"].contains(&stage);
        assert!(!over || here.is_empty(), "{number} is {stage} and still waits");
        for paper in &view.papers {
            let paper = PaperRef::Request { id: id.clone(), kind: paper.kind };
            printed.push((number.clone(), desk.paper(&paper, today).unwrap().pdf));
        }
    }
    name_their_request(&printed);
    let figures = desk.figures("2026-01-01", "2026-12-31").unwrap();
    let tile = |label: &str| {
        let found = figures.tiles.iter().find(|tile| tile.label == label);
        found.map_or(0, |tile| tile.value.parse::<u32>().unwrap())
    };
    let outcomes = [
        "Dikabulkan seluruhnya",
        "Dikabulkan sebagian",
        "Ditolak",
        "Belum dikuasai",
        "Belum didokumentasikan",
        "Dikuasai badan publik lain",
        "Tidak diproses",
        "Bukan pemohon yang berhak",
        "Gugur: pemohon meninggal",
        "Dicabut",
    ];
    let counted: u32 = outcomes.iter().map(|label| tile(label)).sum();
    assert_eq!(counted + tile("Belum dijawab"), tile("Permohonan"));
    let cancelled = u32::try_from(lives.iter().filter(|view| view.row.stage_label.starts_with("Batal")).count()).unwrap();
    assert_eq!(counted + cancelled, ended, "the report counts what the register says is over");
    desk.verify().unwrap();
}
