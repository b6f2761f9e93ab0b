//! Paths that a counter meets and a program easily has not: each a story that must be walkable to its end.

use loket_domain::change::Change;
use loket_domain::ids::RequestId;
use loket_domain::objection::{Objection, ObjectionCommand, ObjectionInput, StepKind, decide as decide_objection};
use loket_domain::paper::PaperKind;
use loket_domain::problem::{Refused, RequestRefused};
use loket_domain::request::{
    ActingAs, Channel, Command, ContactInput, DeliveryMode, Document, DocumentsInput, HandOverInput, IdentityKind,
    LetterNumberInput, NoteAbout, NoteInput, PaymentInput, ReceiptWithdrawnInput, Registration, RepresentativeInput, Request,
    RequestDraft, RequestDuty, Stage, Timeliness, Turn, Via,
};
use uuid::Uuid;

use crate::letter_life::wrong as taken_back;
use crate::office::{
    Day, answer_in_parts, attorney, date, filled_form, grant_letter, hand_over, incomplete_letter, new_address,
    not_entitled_letter, number, on_record, order, refund, refusal_letter, returned, vexatious,
};
use crate::story::{Story, sent};

fn fields(refused: Refused) -> Vec<String> {
    match refused {
        Refused::Fields(problems) => problems.into_iter().map(|problem| problem.field).collect(),
        other => panic!("expected boxes, got {other}"),
    }
}

fn checked(draft: &RequestDraft) -> Registration {
    draft.check(&Day::at_perbaungan().on("2026-11-23")).unwrap()
}

fn wrong(draft: &RequestDraft) -> Vec<String> {
    fields(draft.check(&Day::at_perbaungan().on("2026-11-23")).unwrap_err())
}

#[test]
fn a_foreigner_is_registered_answered_in_writing_and_may_object() {
    let visitor =
        RequestDraft { identity_kind: "paspor".into(), identity_number: "X1234567".into(), documents: vec![], ..filled_form() };
    assert_eq!(wrong(&visitor), ["identity_kind"], "only what is on the list");
    let visitor = RequestDraft { identity_kind: "kitas".into(), ..visitor };
    let mut story = Story::registered("2026-11-23", visitor);
    assert_eq!(story.request().registration.applicant.identity_label(), "KITAS/KITAP");
    assert_eq!(story.request().registration.applicant.identity_kind, IdentityKind::Passport, "what older desks read");
    let mut no_reason = not_entitled_letter("2026-11-25");
    no_reason.why.clear();
    assert_eq!(story.field("2026-11-25", Command::NotEntitled(no_reason)), "why");
    let mut of_another_kind = not_entitled_letter("2026-11-25");
    of_another_kind.why = "badan_asing".into();
    assert_eq!(story.field("2026-11-25", Command::NotEntitled(of_another_kind)), "why", "a person is no legal entity");
    let mut by_the_superior = not_entitled_letter("2026-11-25");
    by_the_superior.letter.signed_by = Uuid::from_u128(2).to_string();
    assert_eq!(story.field("2026-11-25", Command::NotEntitled(by_the_superior)), "signed_by", "the PPID signs");
    let request = story.then("2026-11-25", Command::NotEntitled(not_entitled_letter("2026-11-25")));
    assert_eq!((request.stage(), request.decision()), (Stage::NotEntitled, None));
    assert!(request.has_paper(PaperKind::WrittenNotice) && !request.has_paper(PaperKind::RefusalDecision));
    let figures = story.figures();
    assert_eq!((figures.requests, figures.not_entitled, figures.refused, figures.open), (1, 1, 0, 0));

    let request = story.then("2026-11-26", sent(PaperKind::WrittenNotice, "2026-11-26", "in_person", ""));
    let input = ObjectionInput { grounds: vec!["a".into()], case_position: "Saya tinggal di sini".into(), ..Default::default() };
    let command = ObjectionCommand::Register {
        input: Box::new(input),
        request: Some((RequestId(Uuid::from_u128(70)), Box::new(request))),
        number: number(1, "2026-12-07"),
    };
    let registered = decide_objection::<Change>(None, command, &Day::at_perbaungan().on("2026-12-07")).unwrap();
    let objection = Objection::replay([&registered]).0.unwrap();
    assert!(StepKind::Mediation.may_follow(Some(StepKind::Begun), &objection.form), "nothing was withheld by Pasal 17");
}

#[test]
fn who_was_wrongly_sent_away_is_answered_by_order() {
    let mut story = Story::incomplete();
    story.then("2026-11-25", Command::NotEntitled(not_entitled_letter("2026-11-25")));
    story.then("2026-11-25", sent(PaperKind::WrittenNotice, "2026-11-25", "in_person", ""));
    let request = story.then("2026-12-14", Command::Reopen { input: order("2026-12-14"), ordered: on_record("2026-12-14") });
    assert_eq!(request.stage(), Stage::Reopened);
    let lapsed = story.attempt("2026-12-17", Command::Lapse);
    assert_eq!(lapsed, Err(RequestRefused::NotIncomplete.into()), "what was ordered does not end because papers are missing");
    let mut other = Story::begun();
    other.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    let out_of_place = Request::apply(Some(&request), other.changes.last().unwrap());
    assert_eq!(out_of_place, None, "no answer before the papers are complete, also where entries arrive out of place");
    let request = story.then("2026-12-15", Command::DeclareComplete { on: String::new() });
    assert_eq!(request.promised.official, Some(date("2026-12-21")), "the day of the order stands");
    assert_eq!(story.then("2026-12-16", Command::Grant(grant_letter("2026-12-16"))).stage(), Stage::Granted);
    assert_eq!(story.figures().not_entitled, 1, "what the PPID decided stays decided");
}

#[test]
fn the_ways_people_use_are_kept_beside_the_nearest_that_older_desks_know() {
    for (code, nearest, label) in [
        ("whatsapp", Channel::Telephone, "WhatsApp"),
        ("facebook", Channel::Web, "Facebook"),
        ("instagram", Channel::Web, "Instagram"),
        ("x", Channel::Web, "X (Twitter)"),
        ("faks", Channel::Letter, "Faksimili"),
        ("ppid_utama", Channel::Letter, "Melalui PPID Utama"),
        ("web", Channel::Web, "Laman/aplikasi"),
        ("langsung", Channel::Counter, "Datang langsung"),
    ] {
        let form = checked(&RequestDraft { channel: code.into(), ..filled_form() });
        assert_eq!((form.channel, form.channel_label()), (nearest, label));
        assert_eq!(RequestDraft::of(&form).channel, code, "and it is typed back as it was");
    }
    let by_phone = RequestDraft { channel: "whatsapp".into(), delivery_mode: "whatsapp".into(), ..filled_form() };
    let story = Story::registered("2026-11-23", by_phone);
    assert_eq!(story.figures().by_channel["WhatsApp"], 1);
    let form = story.request().registration;
    assert_eq!((form.delivery_mode, form.delivery_label()), (Some(DeliveryMode::Email), Some("WhatsApp")));
}

#[test]
fn a_way_that_a_later_version_added_reads_as_the_nearest_and_damages_nothing() {
    let form = checked(&RequestDraft { channel: "whatsapp".into(), ..filled_form() });
    let mut stored = serde_json::to_value(&form).unwrap();
    assert_eq!((stored["channel"].as_str(), stored["via"].as_str()), (Some("telepon"), Some("whatsapp")));
    stored["via"] = "telepati".into();
    let read: Registration = serde_json::from_value(stored).unwrap();
    assert_eq!((read.via, read.channel_label()), (None, "Telepon"));
    assert_eq!(form.via, Some(Via::WhatsApp));
}

#[test]
fn a_copy_goes_nowhere_without_an_address_for_it() {
    let nowhere = RequestDraft { delivery_mode: "email".into(), email: String::new(), ..filled_form() };
    assert_eq!(wrong(&nowhere), ["email"]);
    let nobody = RequestDraft { delivery_mode: "whatsapp".into(), phone: String::new(), ..filled_form() };
    assert_eq!(wrong(&nobody), ["phone"]);
    let addressed = RequestDraft { delivery_mode: "email".into(), email: "warga@contoh.id".into(), ..filled_form() };
    assert!(addressed.check(&Day::at_perbaungan().on("2026-11-23")).is_ok());
}

#[test]
fn before_an_answer_everything_may_be_corrected_and_after_it_only_name_and_contact() {
    let correct = |draft: RequestDraft| Command::Correct { draft: Box::new(draft), reason: "Salah ketik".into() };
    let otherwise = RequestDraft {
        channel: "whatsapp".into(),
        category: "group".into(),
        identity_kind: "sim".into(),
        identity_number: "9001-1234".into(),
        access_mode: "copy".into(),
        copy_format: "hardcopy".into(),
        delivery_mode: "post".into(),
        represented: true,
        representative_name: "Kuasa Rekaan".into(),
        representative_address: "Medan".into(),
        ..filled_form()
    };
    let mut story = Story::begun();
    let form = story.then("2026-11-24", correct(otherwise)).registration;
    assert_eq!((form.channel_label(), form.delivery_label()), ("WhatsApp", Some("Pos")));
    story.then("2026-11-24", correct(filled_form()));
    story.then("2026-11-30", Command::Refuse(Box::new(refusal_letter("2026-11-30"))));
    let represented = RequestDraft {
        represented: true,
        representative_name: "Kuasa Rekaan".into(),
        representative_address: "Medan".into(),
        ..filled_form()
    };
    for (draft, field) in [
        (represented, "represented"),
        (RequestDraft { delivery_mode: "post".into(), ..filled_form() }, "delivery_mode"),
        (RequestDraft { channel: "whatsapp".into(), ..filled_form() }, "channel"),
    ] {
        assert_eq!(story.field("2026-12-01", correct(draft)), field);
    }
    let name = RequestDraft { name: "Warga Rekaan, S.E.".into(), phone: "0812-1111-1111".into(), ..filled_form() };
    assert!(story.attempt("2026-12-01", correct(name)).is_ok());
}

#[test]
fn a_move_after_the_answer_is_an_event_and_the_letters_before_it_keep_their_address() {
    let mut story = Story::begun();
    story.then("2026-11-30", Command::Grant(grant_letter("2026-11-30")));
    assert_eq!(story.field("2026-12-02", Command::ChangeContact(new_address("2026-11-20"))), "on", "not before the request");
    let unreachable = ContactInput { phone: "tanya tetangga".into(), email: "siapa saja".into(), ..new_address("2026-12-01") };
    let refused = story.attempt("2026-12-02", Command::ChangeContact(unreachable)).unwrap_err();
    assert_eq!(fields(refused), ["phone", "email"], "shaped as on the form of a request");
    let request = story.then("2026-12-02", Command::ChangeContact(new_address("2026-12-01")));
    assert_eq!(request.version(), 1, "the form is not corrected by it");
    assert_eq!(request.applicant().address, "Jalan Baru, sejak 2026-12-01");
    assert_eq!(request.registration_on(date("2026-11-30")).applicant.address, "Jalan Contoh 1");
    let same = new_address("2026-12-01");
    assert_eq!(story.field("2026-12-03", Command::ChangeContact(same)), "address", "nothing changed");
}

#[test]
fn a_power_of_attorney_is_given_and_taken_back_with_its_letter_and_day() {
    let mut story = Story::begun();
    let nobody = story
        .attempt("2026-11-24", Command::EndRepresentative { on: "2026-11-24".into(), reason: "x".into(), in_objection: false });
    assert!(nobody.unwrap_err().to_string().starts_with("Tidak ada kuasa"));
    let without = RepresentativeInput { mandate: String::new(), ..attorney("2026-11-24") };
    assert_eq!(story.field("2026-11-24", Command::NameRepresentative(without)), "mandate");
    let request = story.then("2026-11-24", Command::NameRepresentative(attorney("2026-11-24")));
    let acting = request.applicant().representative.unwrap();
    assert_eq!((acting.acting_as, acting.mandate.as_deref()), (ActingAs::Attorney, Some("Surat kuasa khusus 3/SK/2026")));
    let ended =
        Command::EndRepresentative { on: "2026-12-01".into(), reason: "Surat pencabutan 4/2026".into(), in_objection: false };
    assert_eq!(story.then("2026-12-01", ended).applicant().representative, None);
}

#[test]
fn a_parent_asks_for_a_child_without_a_power_of_attorney() {
    let child = RequestDraft {
        represented: true,
        representative_as: "wali".into(),
        representative_name: "Ibu Rekaan".into(),
        representative_address: "Jalan Contoh 1".into(),
        ..filled_form()
    };
    let request = Story::registered("2026-11-23", child.clone()).request();
    assert_eq!(request.stage(), Stage::Processed, "nothing more is asked");
    let by_attorney = Story::registered("2026-11-23", RequestDraft { representative_as: "kuasa".into(), ..child }).request();
    assert_eq!(by_attorney.missing_documents(), [Document::PowerOfAttorney]);
}

#[test]
fn a_parent_objects_for_a_child_without_a_power_of_attorney() {
    let request = Story::begun().request();
    let by = |acting_as: &str| ObjectionInput {
        grounds: vec!["c".into()],
        case_position: "Tidak dijawab".into(),
        represented: true,
        representative_as: acting_as.into(),
        representative_name: "Ibu Rekaan".into(),
        representative_address: "Jalan Contoh 1".into(),
        ..ObjectionInput::default()
    };
    let check = |acting_as: &str| {
        by(acting_as).check(Some((RequestId(Uuid::from_u128(70)), &request)), &Day::at_perbaungan().on("2026-12-10"))
    };
    assert!(check("wali").is_ok());
    assert_eq!(fields(check("kuasa").unwrap_err()), ["mandate"]);
}

#[test]
fn the_members_of_a_group_are_listed_by_name_and_nik() {
    let group = |members: &[&str]| RequestDraft {
        category: "group".into(),
        members: members.iter().map(|line| (*line).to_owned()).collect(),
        ..filled_form()
    };
    let lines = ["Siti Rekaan; 1218 0101 0190 0003", "Budi Rekaan"];
    let form = checked(&group(&lines));
    assert_eq!(form.applicant.members[0].nik.as_deref(), Some("1218010101900003"));
    assert_eq!(RequestDraft::of(&form).members, ["Siti Rekaan; 1218010101900003", "Budi Rekaan"]);
    assert_eq!(wrong(&group(&["Siti Rekaan; 12"])), ["members.0"]);
}

#[test]
fn heirs_go_on_with_the_request_of_the_dead_or_it_falls() {
    let mut continued = Story::begun();
    let heir = RepresentativeInput {
        acting_as: "ahli_waris".into(),
        name: "Anak Rekaan".into(),
        mandate: "Surat keterangan ahli waris 7/2026".into(),
        ..attorney("2026-11-30")
    };
    let request = continued.then("2026-11-30", Command::NameRepresentative(heir));
    assert_eq!(request.applicant().representative.unwrap().acting_as, ActingAs::Heir);
    assert_eq!(request.stage(), Stage::Processed, "the clock runs on");
    let falls = continued.attempt("2026-12-01", Command::Abate { reason: "Akta kematian 12/2026".into() });
    assert_eq!(falls, Err(RequestRefused::HeirsGoOn.into()), "what an heir goes on with does not fall");
    let mut fallen = Story::begun();
    assert_eq!(fallen.field("2026-11-30", Command::Abate { reason: " ".into() }), "reason");
    let request = fallen.then("2026-11-30", Command::Abate { reason: "Akta kematian 12/2026".into() });
    assert_eq!(request.stage(), Stage::Abated);
    assert_eq!((fallen.figures().abated, fallen.figures().withdrawn, fallen.figures().late), (1, 0, 0));
    assert!(fallen.attempt("2026-12-01", Command::Grant(grant_letter("2026-12-01"))).is_err());
}

#[test]
fn an_oral_request_is_read_back_and_help_to_a_person_with_a_disability_is_counted() {
    let oral = RequestDraft {
        channel: "lisan".into(),
        read_back: true,
        assistance: "Formulir dibacakan dan diisikan bagi pemohon netra".into(),
        ..filled_form()
    };
    let story = Story::registered("2026-11-23", oral);
    assert!(story.request().registration.read_back);
    assert_eq!(story.figures().assisted, 1);
}

#[test]
fn a_request_that_is_not_meant_is_recorded_with_those_before_it_and_answered_all_the_same() {
    let mut story = Story::begun();
    let mut alone = vexatious();
    alone.earlier.clear();
    assert_eq!(story.field("2026-11-24", Command::FindVexatious(alone)), "earlier", "again and again means others");
    let request = story.then("2026-11-24", Command::FindVexatious(vexatious()));
    assert_eq!(request.vexatious.unwrap().earlier, ["001/PPID/KEC-PBG/XI/2026"]);
    assert_eq!(story.nearest("2026-11-24").0, RequestDuty::Answer, "it ends nothing");
    assert!(story.attempt("2026-11-25", Command::FindVexatious(vexatious())).is_err(), "once");
    assert_eq!(story.figures().vexatious, 1);
}

#[test]
fn a_copy_nobody_fetches_is_reminded_of_after_the_days_of_the_office_and_then_noted() {
    let mut story = Story::begun();
    story.day.office.profile.fetch_reminder_days = Some(5);
    let mut grant = grant_letter("2026-12-01");
    grant.ready_in_days = 2;
    story.then("2026-12-01", Command::Grant(grant));
    story.then("2026-12-01", sent(PaperKind::WrittenNotice, "2026-12-01", "post", "RR 1"));
    let running = |story: &Story, on: &str| {
        let running = story.request().running(&story.day.office.profile, &story.day.calendar, date(on));
        running.into_iter().map(|running| running.unwrap().duty).collect::<Vec<_>>()
    };
    assert_eq!(running(&story, "2026-12-09"), [RequestDuty::Ready]);
    assert_eq!(
        running(&story, "2026-12-10"),
        [RequestDuty::Ready, RequestDuty::RemindToFetch],
        "two days to be ready, five to come"
    );
    assert_eq!(RequestDuty::RemindToFetch.turn(), Turn::Office);
    let request = story.then("2026-12-11", Command::NoteNotFetched { note: "Ditelepon 10 Desember".into() });
    assert!(!request.waits_to_be_fetched());
    assert!(running(&story, "2026-12-14").is_empty());
    assert_eq!(story.figures().not_fetched, 1);
    let request = story.then("2026-12-21", Command::HandOver(hand_over("2026-12-21")));
    assert_eq!(request.stage(), Stage::HandedOver, "whoever comes later still gets it");
    assert_eq!(story.figures().not_fetched, 0);
    let mut posted = Story::registered("2026-11-23", RequestDraft { delivery_mode: "post".into(), ..filled_form() });
    posted.then("2026-12-01", Command::Grant(grant_letter("2026-12-01")));
    assert!(!posted.request().waits_to_be_fetched(), "what is posted waits for nobody to come");
}

#[test]
fn a_letter_that_came_back_is_sent_again_and_stays_sent_in_time() {
    let mut story = Story::begun();
    story.then("2026-12-04", Command::Grant(grant_letter("2026-12-04")));
    let none = story.attempt("2026-12-04", Command::NoteReturned(returned(PaperKind::WrittenNotice, "2026-12-04")));
    assert!(none.is_err(), "it has not left");
    story.then("2026-12-04", sent(PaperKind::WrittenNotice, "2026-12-04", "post", "RR 123 ID"));
    let request = story.then("2026-12-14", Command::NoteReturned(returned(PaperKind::WrittenNotice, "2026-12-14")));
    assert_eq!(request.unsent(), [PaperKind::WrittenNotice]);
    assert_eq!(story.nearest("2026-12-14"), (RequestDuty::SendAgain, "2026-12-14".into()));
    assert_eq!(story.field("2026-12-15", sent(PaperKind::WrittenNotice, "2026-12-10", "post", "RR 124 ID")), "sent_on");
    let request = story.then("2026-12-15", sent(PaperKind::WrittenNotice, "2026-12-15", "courier", "JNE 9"));
    assert_eq!(request.timeliness(), Some(Timeliness::InTime), "it had left in time");
    assert!(request.lying_here().next().is_none());
}

#[test]
fn a_fee_is_paid_in_parts_by_transfer_and_given_back() {
    let mut story = Story::begun();
    let mut grant = grant_letter("2026-12-01");
    (grant.sheets, grant.price_per_sheet) = (50, 500);
    story.then("2026-12-01", Command::Grant(grant));
    let pay = |amount: u32, way: &str, proof: &str| {
        Command::TakePayment(PaymentInput {
            number: "KW/1".into(),
            on: "2026-12-02".into(),
            payer: "Warga Rekaan".into(),
            amount,
            way: way.into(),
            proof: proof.into(),
        })
    };
    assert_eq!(story.field("2026-12-02", pay(30_000, "cash", "")), "amount", "more than is owed");
    assert_eq!(story.field("2026-12-02", pay(10_000, "transfer", "")), "proof");
    let request = story.then("2026-12-02", pay(10_000, "transfer", "Bank Contoh 0912"));
    assert_eq!((request.paid(), request.owed(), request.payment.is_some()), (10_000, 15_000, false));
    assert!(request.has_paper(PaperKind::FeeReceipt));
    let request = story.then("2026-12-03", pay(0, "cash", ""));
    assert_eq!((request.paid(), request.owed()), (25_000, 0));
    assert!(story.attempt("2026-12-03", pay(0, "cash", "")).is_err(), "it is paid");
    assert_eq!(story.field("2026-12-04", Command::Refund(refund("2026-12-04", 26_000))), "amount");
    let request = story.then("2026-12-04", Command::Refund(refund("2026-12-04", 5_000)));
    assert_eq!(request.paid(), 20_000);
}

#[test]
fn a_note_is_written_at_any_time_and_says_why_a_deadline_was_not_kept() {
    let mut story = Story::begun();
    let note = |about: &str, text: &str| Command::AddNote(NoteInput { about: about.into(), text: text.into() });
    assert_eq!(story.field("2026-11-24", note("umum", " ")), "text");
    assert_eq!(story.field("2026-11-24", note("", "Pemohon menelepon")), "about");
    let request = story.then("2026-11-24", note("kontak", "Pemohon menelepon"));
    assert!(!request.says_why_late());
    let last = |story: &Story| story.request().late_after(&story.day.office.profile, &story.day.calendar);
    assert_eq!(last(&story), Some(date("2026-12-07")), "a note moves no clock");
    story.then("2026-12-08", note("delay", "Dokumen dicari di gudang arsip"));
    let request = story.then("2026-12-09", Command::Grant(grant_letter("2026-12-09")));
    assert!(request.says_why_late());
    let request = story.then("2026-12-10", note("umum", "Surat diambil anaknya"));
    let about: Vec<NoteAbout> = request.notes.iter().map(|note| note.about).collect();
    assert_eq!(about, [NoteAbout::Contact, NoteAbout::Delay, NoteAbout::Anything], "also after the answer");
}

#[test]
fn missing_papers_come_one_by_one_and_the_last_completes_the_request() {
    let mut draft = RequestDraft {
        represented: true,
        representative_name: "Kuasa Rekaan, S.H.".into(),
        representative_address: "Jalan Kuasa 9, Medan".into(),
        ..filled_form()
    };
    draft.documents.clear();
    let mut story = Story::registered("2026-11-23", draft);
    let bring = |documents: &[&str], on: &str| {
        let documents = documents.iter().map(|code| (*code).to_owned()).collect();
        Command::NoteDocuments(DocumentsInput { documents, on: on.into() })
    };
    assert_eq!(story.request().missing_documents(), [Document::Identity, Document::PowerOfAttorney]);
    assert_eq!(story.field("2026-11-24", bring(&[], "2026-11-24")), "documents");
    assert_eq!(story.field("2026-11-24", bring(&["statutes"], "2026-11-24")), "documents", "it was never asked for");
    assert_eq!(story.field("2026-11-24", bring(&["identity"], "2026-11-20")), "on", "before the request itself");
    assert_eq!(story.field("2026-11-24", bring(&["identity"], "2026-11-25")), "on", "tomorrow");
    let request = story.then("2026-11-24", bring(&["identity"], "2026-11-24"));
    assert_eq!((request.missing_documents(), request.complete_on), (vec![Document::PowerOfAttorney], None));
    assert_eq!(story.field("2026-11-25", bring(&["identity"], "2026-11-25")), "documents", "it came already");
    let request = story.then("2026-11-26", bring(&["power_of_attorney"], "2026-11-25"));
    assert_eq!(request.complete_on, Some(date("2026-11-25")), "complete since the day the last paper came");
    assert_eq!(request.promised.official, Some(date("2026-12-09")));
    assert!(story.attempt("2026-11-26", bring(&["identity"], "2026-11-26")).is_err(), "nothing is missing");
}

#[test]
fn a_letter_that_no_step_asks_a_number_for_takes_one_afterwards_and_is_not_waited_for() {
    let mut story = Story::begun();
    let request = story.then("2026-11-25", Command::Withdraw { reason: "Sudah diperoleh".into() });
    assert!(request.may_be_numbered().contains(&PaperKind::WrittenNotice));
    assert_eq!((request.unnumbered().count(), request.number_of(PaperKind::WrittenNotice)), (0, Some("")));
    let number =
        LetterNumberInput { paper: "written_notice".into(), letter_number: "000.8.3/31".into(), ..LetterNumberInput::default() };
    let request = story.then("2026-11-26", Command::NumberLetter(number));
    assert_eq!(request.number_of(PaperKind::WrittenNotice), Some("000.8.3/31"));
    assert_eq!(request.written_on(PaperKind::WrittenNotice), Some(date("2026-11-25")), "its day stays");
    assert_eq!(request.number_of(PaperKind::DeadlineAddendum), None, "no deadline moved");
}

#[test]
fn what_came_back_was_not_received_and_a_wrong_day_of_receipt_is_put_right() {
    let mut story = Story::begun();
    story.then("2026-11-26", Command::Grant(grant_letter("2026-11-24")));
    story.then("2026-11-26", sent(PaperKind::WrittenNotice, "2026-11-26", "post", "RR 1"));
    let received = |on: &str| Command::NoteReceived { on: on.into() };
    assert_eq!(story.field("2026-11-27", received("2026-11-25")), "on", "before it was sent");
    story.then("2026-11-30", received("2026-11-27"));
    let wrong = |paper: &str| {
        Command::WithdrawReceipt(ReceiptWithdrawnInput { paper: paper.into(), reason: "Yang menerima tetangganya".into() })
    };
    assert_eq!(story.field("2026-11-30", wrong("incomplete_notice")), "paper");
    assert_eq!(story.then("2026-11-30", wrong("written_notice")).answer_received_on, None);
    story.then("2026-12-01", received("2026-11-30"));
    let request = story.then("2026-12-07", Command::NoteReturned(returned(PaperKind::WrittenNotice, "2026-12-07")));
    assert_eq!(request.answer_received_on, None, "whatever was noted, the applicant does not have it");
    assert_eq!(story.nearest("2026-12-07"), (RequestDuty::SendAgain, "2026-12-07".into()));
    assert_eq!(story.field("2026-12-08", received("2026-12-08")), "on", "it lies here");
    story.then("2026-12-08", sent(PaperKind::WrittenNotice, "2026-12-08", "courier", "JNE 2"));
    assert_eq!(story.then("2026-12-09", received("2026-12-09")).answer_received_on, Some(date("2026-12-09")));

    let mut incomplete = Story::incomplete();
    let mut notice = incomplete_letter("2026-11-24");
    notice.received_on = String::new();
    incomplete.then("2026-11-24", Command::FindIncomplete(notice));
    incomplete.then("2026-11-24", sent(PaperKind::IncompleteNotice, "2026-11-24", "post", "RR 3"));
    incomplete.then("2026-11-25", Command::NoteNoticeReceived { on: "2026-11-25".into() });
    let request = incomplete.then("2026-11-27", Command::NoteReturned(returned(PaperKind::IncompleteNotice, "2026-11-27")));
    assert_eq!(request.incomplete.unwrap().due, None, "no days run for who has no letter");
    assert!(incomplete.attempt("2026-12-10", Command::Lapse).is_err());
}

#[test]
fn what_was_told_to_the_applicant_was_no_slip_of_the_register() {
    let mut story = Story::begun();
    story.then("2026-12-10", Command::Grant(grant_letter("2026-12-10")));
    story.then("2026-12-10", sent(PaperKind::WrittenNotice, "2026-12-10", "in_person", ""));
    story.then("2026-12-11", taken_back(PaperKind::WrittenNotice));
    let cancelled = story.attempt("2026-12-11", Command::Cancel { reason: "Salah daftar".into(), objected: false });
    assert_eq!(cancelled, Err(RequestRefused::ActedOn.into()), "a late answer does not vanish with its letter");
}

#[test]
fn a_corrected_day_of_receipt_moves_what_came_complete_with_it() {
    let mut story = Story::begun();
    let mut draft = filled_form();
    draft.received_date = "2026-11-18".into();
    let reason = "Cap pos 18 November".to_owned();
    let request = story.then("2026-11-24", Command::Correct { draft: Box::new(draft), reason });
    assert_eq!(request.complete_on, Some(date("2026-11-18")));
    assert_eq!(request.promised.official, Some(date("2026-12-02")), "as it would have been entered rightly");
    let told = request.last_told_move().unwrap();
    assert_eq!((told.before.official, told.after.official), (Some(date("2026-12-07")), Some(date("2026-12-02"))));
}

#[test]
fn a_legal_entity_does_not_die() {
    let mut draft = filled_form();
    draft.category = "legal_entity".into();
    let mut story = Story::registered("2026-11-23", draft);
    let refused = story.attempt("2026-11-24", Command::Abate { reason: "Bubar".into() });
    assert_eq!(refused, Err(RequestRefused::NoPerson.into()));
}

#[test]
fn what_is_promised_for_later_keeps_its_clock_after_the_first_hand_over_and_is_handed_over_by_itself() {
    let mut story = Story::begun();
    let mut answer = answer_in_parts("2026-11-26");
    (answer.parts[1].found, answer.parts[1].body) = ("not_documented".into(), String::new());
    answer.parts[1].available_in_days = 8;
    story.then("2026-11-26", Command::Answer(Box::new(answer)));
    assert!(story.request().promises_the_rest());
    let first = HandOverInput { rest_follows: true, ..hand_over("2026-11-30") };
    let request = story.then("2026-11-30", Command::HandOver(first));
    assert_ne!(request.stage(), Stage::HandedOver, "a part is still to come");
    assert_eq!(story.nearest("2026-12-01"), (RequestDuty::Document, "2026-12-08".into()));
    assert_eq!(story.figures().handed_over, 0);
    let second = HandOverInput { number: "PB/2".into(), ..hand_over("2026-12-08") };
    let request = story.then("2026-12-08", Command::HandOver(second));
    assert_eq!((request.stage(), request.handed_before.len()), (Stage::HandedOver, 1));
    assert!(story.attempt("2026-12-09", Command::HandOver(hand_over("2026-12-09"))).is_err());
}

#[test]
fn what_is_ready_later_keeps_its_clock_after_the_first_hand_over() {
    let mut story = Story::begun();
    let mut answer = answer_in_parts("2026-11-26");
    for (part, days) in [(0, 2), (1, 6)] {
        (answer.parts[part].found, answer.parts[part].body) = ("given".into(), String::new());
        (answer.parts[part].softcopy, answer.parts[part].ready_in_days) = (true, days);
    }
    story.then("2026-11-26", Command::Answer(Box::new(answer)));
    assert_eq!(story.nearest("2026-11-27"), (RequestDuty::Ready, "2026-11-30".into()));
    let first = HandOverInput { rest_follows: true, ..hand_over("2026-11-30") };
    assert_ne!(story.then("2026-11-30", Command::HandOver(first)).stage(), Stage::HandedOver);
    assert_eq!(story.nearest("2026-12-01"), (RequestDuty::Ready, "2026-12-04".into()), "the second part is still owed");
    let late = HandOverInput { rest_follows: true, ..hand_over("2026-12-07") };
    assert!(!story.request().promises_the_rest(), "two parts are two receipts");
    let request = story.then("2026-12-07", Command::HandOver(late));
    assert_eq!((request.stage(), request.handed_before.len()), (Stage::HandedOver, 1));
}

#[test]
fn what_was_ready_and_is_said_to_follow_is_owed_since_it_was_ready() {
    let mut story = Story::begun();
    let mut answer = answer_in_parts("2026-11-26");
    for part in [0, 1] {
        (answer.parts[part].found, answer.parts[part].body) = ("given".into(), String::new());
        (answer.parts[part].softcopy, answer.parts[part].ready_in_days) = (true, 2);
    }
    story.then("2026-11-26", Command::Answer(Box::new(answer)));
    story.then("2026-12-01", Command::HandOver(HandOverInput { rest_follows: true, ..hand_over("2026-12-01") }));
    assert_eq!(story.nearest("2026-12-02"), (RequestDuty::Ready, "2026-11-30".into()));
}
