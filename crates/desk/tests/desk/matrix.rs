//! Every command of the window and every role: who is let through, and who is told that it is another's duty. The twin of the
//! matrix of PPID Utama's pages. A command without a row fails.

use loket_desk::sync::{Client, Joining, SyncFault, enrol};
use loket_desk::views::{Filled, ImportChoices, ListKind, ListQuery, PrintWayForm, RequestQuery, SubjectKind, SubjectRef};
use loket_desk::{Desk, DeskError, FirstStart, Folder, PaperRef, RequestDraft, TakeOut, system_dice};
use loket_domain::authority::Duty;
use loket_domain::office::Role;
use loket_domain::problem::Refused;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use tempfile::TempDir;

use crate::fixture::{at, boxes, first_start, form, take};

/// Who a command lets through.
#[derive(Clone, Copy)]
enum Gate {
    /// Whoever stands before the window: nothing of the office is shown or changed.
    Anyone,
    /// Whoever is signed in: it shows, or keeps what only this person types.
    SignedIn,
    /// Whoever has this duty.
    Duty(Duty),
    /// Each step says whose duty it is (`offered.rs`).
    EachStep,
}

/// What the commands are asked about.
struct Things {
    request: String,
    calendar: String,
    import: String,
    book: String,
}

type Deed = fn(&mut Desk, &Things) -> Result<(), DeskError>;

struct Row(&'static str, Gate, Option<Deed>);

fn query() -> RequestQuery {
    RequestQuery { limit: 1, ..RequestQuery::default() }
}

const TODAY: &str = "2026-11-23";

const ROWS: &[Row] = &[
    Row("opening", Gate::Anyone, None),
    Row("about", Gate::SignedIn, Some(|desk, _| desk.about("0", "uji", at(9, 0)).map(drop))),
    Row("keep_first_start", Gate::Anyone, None),
    Row("begin", Gate::Anyone, None),
    Row("unlock", Gate::Anyone, None),
    Row("unlock_with_card", Gate::Anyone, None),
    Row("unlock_with_temporary", Gate::Anyone, None),
    Row("lock", Gate::Anyone, None),
    Row("stay", Gate::Anyone, None),
    Row("printers", Gate::Anyone, None),
    Row("printer_abilities", Gate::Anyone, None),
    // A copy is put in place for an account of it that administers the office (`backups.rs`).
    Row("find_copies", Gate::Anyone, None),
    Row("restore_copy", Gate::Anyone, None),
    Row("backup_progress", Gate::Anyone, None),
    Row("stop_backup", Gate::Anyone, None),
    Row("choose_backup_place", Gate::Duty(Duty::Administer), Some(|desk, _| desk.keep_copies_in(&std::env::temp_dir()))),
    Row("back_up", Gate::SignedIn, Some(|desk, _| desk.backup_is_due(at(9, 0)).map(drop))),
    Row("take_out_office", Gate::Duty(Duty::Administer), Some(|desk, _| desk.take_out(&TakeOut::Office, at(9, 0)).map(drop))),
    Row(
        "take_out_request",
        Gate::SignedIn,
        Some(|desk, things| desk.take_out(&TakeOut::Request { id: things.request.clone() }, at(9, 0)).map(drop)),
    ),
    Row(
        "take_out_person",
        Gate::Duty(Duty::Administer),
        Some(|desk, _| desk.take_out(&TakeOut::Person { typed: "Warga Satu".into() }, at(9, 0)).map(drop)),
    ),
    Row("take_out_progress", Gate::Anyone, None),
    Row("stop_take_out", Gate::Anyone, None),
    Row("session", Gate::SignedIn, Some(|desk, _| desk.session(at(9, 0)).map(drop))),
    Row("today", Gate::SignedIn, Some(|desk, _| desk.today_view(at(9, 0)).map(drop))),
    Row("month", Gate::SignedIn, Some(|desk, _| desk.month_view(None, at(9, 0)).map(drop))),
    Row("dismiss_notice", Gate::SignedIn, Some(|desk, _| desk.dismiss_notice("lain"))),
    Row("request_form", Gate::SignedIn, Some(|desk, _| desk.request_form(None, at(9, 0)).map(drop))),
    // A number that was never reserved is no form: whoever asks is told so, and not that it is another's duty.
    Row(
        "request_form_from",
        Gate::SignedIn,
        Some(|desk, _| match desk.request_form_from(None, "tak ada", at(9, 0)) {
            Err(DeskError::Refused(Refused::Office(_))) => Ok(()),
            other => other.map(drop),
        }),
    ),
    Row("keep_draft", Gate::SignedIn, Some(|desk, _| desk.keep_draft("satu", &RequestDraft::default(), at(9, 0)))),
    Row("discard_draft", Gate::SignedIn, Some(|desk, _| desk.discard_draft("satu"))),
    Row("preview_request", Gate::SignedIn, Some(|desk, _| desk.preview_request(&RequestDraft::default(), at(9, 0)).map(drop))),
    Row("tidings", Gate::SignedIn, Some(|desk, things| desk.tidings(&things.request, "diterima").map(drop))),
    Row("open_tidings", Gate::SignedIn, Some(|desk, things| desk.tidings_link(&things.request, "diterima", 0).map(drop))),
    Row(
        "register_request",
        Gate::Duty(Duty::Serve),
        Some(|desk, _| desk.register_request(form("Warga Dua", "Data B"), at(9, 0)).map(drop)),
    ),
    Row("requests", Gate::SignedIn, Some(|desk, _| desk.requests(&query(), at(9, 0)).map(drop))),
    Row("request", Gate::SignedIn, Some(|desk, things| desk.request(&things.request, at(9, 0)).map(drop))),
    Row(
        "attach_files",
        Gate::Duty(Duty::Serve),
        Some(|desk, things| desk.attach(&things.request, "a.pdf", "identity", b"%PDF-1.4 rekaan", at(9, 0)).map(drop)),
    ),
    // It stands on `attach` for each file, as `attach_files` does.
    Row("attach_dropped", Gate::Duty(Duty::Serve), None),
    Row("open_file", Gate::SignedIn, Some(|desk, things| desk.file(&things.request, "00", at(9, 0)).map(drop))),
    Row("save_file", Gate::SignedIn, Some(|desk, things| desk.file(&things.request, "00", at(9, 0)).map(drop))),
    Row("fetch_file", Gate::SignedIn, Some(|desk, things| desk.want_file(&things.request, "00"))),
    Row("file_progress", Gate::SignedIn, Some(|desk, _| desk.file_progress().map(drop))),
    Row("pause_files", Gate::SignedIn, Some(|desk, _| desk.pause_files(false))),
    Row("action_form", Gate::EachStep, None),
    Row("act", Gate::EachStep, None),
    Row("keep_step", Gate::EachStep, None),
    Row(
        "discard_step",
        Gate::SignedIn,
        Some(|desk, things| desk.discard_step(&SubjectRef::new(SubjectKind::Request, &things.request), "grant")),
    ),
    Row("change_preview", Gate::EachStep, None),
    Row("record", Gate::SignedIn, Some(|desk, _| desk.record(&SubjectRef::new(SubjectKind::Template, "x"), at(9, 0)).map(drop))),
    Row("find", Gate::SignedIn, Some(|desk, _| desk.find("warga", at(9, 0)).map(drop))),
    Row(
        "list",
        Gate::SignedIn,
        Some(|desk, _| {
            let list = ListQuery { list: ListKind::Accounts, words: String::new(), filter: None, offset: 0, limit: 1 };
            desk.list(&list, at(9, 0)).map(drop)
        }),
    ),
    Row(
        "register",
        Gate::SignedIn,
        Some(|desk, _| {
            let period = json!({"which": "requests", "from": TODAY, "to": TODAY});
            desk.register(&serde_json::from_value(period).unwrap(), at(12, 0)).map(drop)
        }),
    ),
    Row("figures", Gate::SignedIn, Some(|desk, _| desk.figures(TODAY, TODAY).map(drop))),
    Row("satisfaction", Gate::SignedIn, Some(|desk, _| desk.satisfaction(TODAY, TODAY).map(drop))),
    Row("want_alerts", Gate::SignedIn, Some(|desk, _| desk.want_alerts(false))),
    Row(
        "accept_calendar",
        Gate::Duty(Duty::Administer),
        Some(|desk, things| desk.accept_calendar(&things.calendar, at(9, 0)).map(drop)),
    ),
    Row("read_pack", Gate::Duty(Duty::Administer), Some(|desk, _| desk.read_pack(b"bukan paket", at(9, 0)).map(drop))),
    Row(
        "import_dip",
        Gate::Duty(Duty::Catalogue),
        Some(|desk, _| desk.import_preview("dip.csv", CATALOGUE.as_bytes(), at(9, 0)).map(drop)),
    ),
    Row(
        "import_dip_again",
        Gate::Duty(Duty::Catalogue),
        Some(|desk, _| desk.import_preview_as("dip.csv", CATALOGUE.as_bytes(), &ImportChoices::default(), at(9, 0)).map(drop)),
    ),
    Row(
        "accept_import",
        Gate::Duty(Duty::Catalogue),
        Some(|desk, things| desk.accept_import(&things.import, at(9, 0)).map(drop)),
    ),
    Row(
        "import_old_book",
        Gate::Duty(Duty::Administer),
        Some(|desk, _| desk.old_book_preview("buku.csv", BOOK.as_bytes(), &ImportChoices::default(), at(9, 0)).map(drop)),
    ),
    Row(
        "import_old_book_again",
        Gate::Duty(Duty::Administer),
        Some(|desk, _| desk.old_book_preview("buku.csv", BOOK.as_bytes(), &ImportChoices::default(), at(9, 0)).map(drop)),
    ),
    Row(
        "accept_old_book",
        Gate::Duty(Duty::Administer),
        Some(|desk, things| desk.accept_old_book(&things.book, at(9, 0)).map(drop)),
    ),
    Row("save_export", Gate::SignedIn, None),
    Row("paper", Gate::SignedIn, None),
    Row("print_paper", Gate::SignedIn, None),
    Row("print_chosen", Gate::SignedIn, None),
    Row("print_way", Gate::SignedIn, Some(|desk, _| desk.print_way(&PaperRef::Dip).map(drop))),
    Row("print_ways", Gate::SignedIn, Some(|desk, _| desk.print_ways().map(drop))),
    Row("forget_print_way", Gate::SignedIn, Some(|desk, _| desk.forget_print_way("dip").map(drop))),
    Row(
        "keep_print_way",
        Gate::SignedIn,
        Some(|desk, _| {
            let way = PrintWayForm { sheets: "1".into(), ..PrintWayForm::default() };
            desk.keep_print_way("dip", &way, None).map(drop)
        }),
    ),
    Row(
        "print_test_page",
        Gate::SignedIn,
        Some(|desk, _| {
            let way = PrintWayForm { sheets: "1".into(), ..PrintWayForm::default() };
            desk.test_page("dip", &way, None, at(9, 0)).map(drop)
        }),
    ),
    Row("save_paper", Gate::SignedIn, Some(|desk, _| desk.paper_to_save(&PaperRef::Dip, at(9, 0)).map(drop))),
    Row("settings", Gate::SignedIn, Some(|desk, _| desk.settings("0", at(9, 0)).map(drop))),
    Row("enrol", Gate::Duty(Duty::Administer), None),
    Row("save_bundle", Gate::SignedIn, Some(|desk, _| desk.bundle(1 << 20, at(9, 0)).map(drop))),
    Row("read_acknowledgment", Gate::SignedIn, Some(|desk, _| desk.read_acknowledgment(b"bukan berkas", at(9, 0)).map(drop))),
    Row("sync_now", Gate::SignedIn, Some(|desk, _| desk.retry_files())),
];

const CATALOGUE: &str = "Ringkasan;Kategori;Pejabat yang menguasai;Penanggung jawab;Pembuatan;Format;Retensi\n\
                         Peta desa;Setiap saat;Seksi;Kasi;2025;Softcopy;10 tahun\n";

const BOOK: &str = "No;Tanggal;Nama;Informasi yang diminta\n1;06/01/2025;Warga Satu;Data A\n";

const PASSWORD: &str = "kebun teh pagi";

/// The names in the list of `commands!`.
fn commands() -> BTreeSet<String> {
    let list = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src-tauri/src/commands.rs")).unwrap();
    let (_, list) = list.split_once("\ncommands! {\n").unwrap();
    let lines = list.lines().filter_map(|line| line.strip_prefix("    "));
    let named = lines.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    named.filter_map(|line| Some(line.split_once('(')?.0.to_owned())).collect()
}

/// An office with one account of each role, and what there is to ask about.
fn office() -> (TempDir, Folder, Things) {
    let dir = TempDir::new().unwrap();
    let folder = Folder::at(dir.path().join("loket"));
    let first = FirstStart { account_role: "admin".into(), ..first_start() };
    let first = FirstStart { password: PASSWORD.into(), password_again: PASSWORD.into(), ..first };
    let mut desk = folder.begin(&first, at(8, 0), system_dice()).unwrap().0;
    let request = desk.register_request(form("Warga Satu", "Data A"), at(8, 30)).unwrap().row.id;
    let day = boxes(json!({"date": "2026-12-02", "name": "Pemungutan suara", "decree": "SK 1/2026"}));
    let new_day = SubjectRef::new(SubjectKind::DayOff, "");
    let mut filled: Filled = desk.action_form(&new_day, "add_day_off", at(8, 30)).unwrap().filled();
    filled.extend(day.into_iter().filter(|(name, _)| filled.contains_key(name)).collect::<Filled>());
    let calendar = desk.change_preview(&new_day, "add_day_off", &filled, at(8, 30)).unwrap().token;
    let import = desk.import_preview("dip.csv", CATALOGUE.as_bytes(), at(8, 30)).unwrap().token;
    let book = desk.old_book_preview("buku.csv", BOOK.as_bytes(), &ImportChoices::default(), at(8, 30)).unwrap().token;
    for role in Role::ALL.iter().map(|role| role.code()) {
        let opened = json!({
            "login": role, "name": "Orang Lain", "role": role, "password": PASSWORD, "password_again": PASSWORD,
            "own_password": PASSWORD
        });
        take(&mut desk, (SubjectKind::Account, ""), "open", opened, at(8, 31)).unwrap();
    }
    (dir, folder, Things { request, calendar, import, book })
}

#[test]
fn every_command_has_a_row_and_every_row_a_command() {
    let rows: BTreeSet<String> = ROWS.iter().map(|Row(name, ..)| (*name).to_owned()).collect();
    assert_eq!(rows.len(), ROWS.len(), "each once");
    assert_eq!(rows, commands(), "say in a row whom a new command lets through");
}

#[test]
fn every_role_is_let_through_or_told_whose_duty_it_is() {
    let (_dir, folder, things) = office();
    for role in Role::ALL.iter().copied() {
        let mut desk = folder.unlock(role.code(), PASSWORD, at(9, 0), system_dice()).unwrap();
        for Row(name, gate, deed) in ROWS {
            let Some(deed) = deed else { continue };
            let before = desk.written();
            let done = deed(&mut desk, &things);
            let refused = matches!(done, Err(DeskError::Refused(Refused::NotYourDuty(_))));
            let expected = match gate {
                Gate::Duty(duty) => !duty.usual_roles().contains(&role),
                Gate::Anyone | Gate::SignedIn | Gate::EachStep => false,
            };
            assert_eq!(refused, expected, "{name} for {}: {done:?}", role.code());
            assert!(!refused || desk.written() == before, "{name} for {}: nothing is written", role.code());
        }
        let (desk, gate) = (Mutex::new(Some(desk)), tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap());
        let joining = Joining::new("http://127.0.0.1:1", "KODE", PASSWORD);
        let joined = gate.block_on(enrol(&desk, &Client::new().unwrap(), &joining, at(9, 0)));
        let refused = matches!(joined, Err(DeskError::Refused(Refused::NotYourDuty(_))));
        assert_eq!(refused, !Duty::Administer.usual_roles().contains(&role), "enrol for {}: {joined:?}", role.code());
        assert!(refused || matches!(joined, Err(DeskError::Sync(SyncFault::Unreachable))), "{joined:?}");
    }
}
