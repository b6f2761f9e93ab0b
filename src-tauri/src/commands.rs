//! Every command of the window, each one line. The list is written once: the handler and the TypeScript come from it.

use loket_desk::sync::Joining;
use loket_desk::views::*;
use loket_desk::{FirstStart, PaperRef, PrintAs, RequestDraft, Said, TakeOut};
use tauri::State;
use ts_rs::TS;

use crate::answers::{Begun, Opening, Pdf, Printed, PrintedRun, Saved};
use crate::backups;
use crate::counter::Counter;
use crate::edge;
use crate::printing::{self, SystemPrinter};
use crate::taking_out;

/// A command as TypeScript sees it.
pub(crate) struct Signature {
    pub(crate) name: &'static str,
    pub(crate) arguments: Vec<(&'static str, String)>,
    pub(crate) answer: String,
}

macro_rules! commands {
    ($( $name:ident($($argument:ident: $type:ty),*) -> $answer:ty = |$counter:ident| $body:expr; )+) => {
        $(
            #[tauri::command(rename_all = "snake_case")]
            async fn $name($counter: State<'_, Counter>, $($argument: $type),*) -> Result<$answer, Said> {
                $body
            }
        )+

        /// Answers every command.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name),+]
        }

        /// Every command with its types.
        pub(crate) fn signatures(config: &ts_rs::Config) -> Vec<Signature> {
            vec![$(Signature {
                name: stringify!($name),
                arguments: vec![$((stringify!($argument), <$type as TS>::name(config))),*],
                answer: <$answer as TS>::name(config),
            }),+]
        }

        /// Shows every type of the commands to `visitor`.
        pub(crate) fn visit_types(visitor: &mut impl ts_rs::TypeVisitor) {
            visitor.visit::<Said>();
            $( $(visitor.visit::<$type>();)* visitor.visit::<$answer>(); )+
        }
    };
}

commands! {
    opening() -> Opening = |counter| counter.opening();
    begin(first: FirstStart) -> Begun = |counter| counter.begin(&first);
    unlock(login: String, password: String) -> Session = |counter| counter.unlock(&login, &password);
    unlock_with_card(code: String, login: String, password: String, password_again: String) -> Session
        = |counter| counter.unlock_with_card(&code, &login, &password, &password_again);
    unlock_with_temporary(login: String, temporary: String, password: String, password_again: String) -> Session
        = |counter| counter.unlock_with_temporary((&login, &temporary), (&password, &password_again));
    about() -> AboutDesk = |counter| {
        let system = edge::system();
        counter.read(|desk, now| desk.about(env!("CARGO_PKG_VERSION"), &system, now))
    };
    stay() -> () = |counter| { counter.stir(); Ok(()) };
    lock() -> () = |counter| { counter.lock(); Ok(()) };
    session() -> Session = |counter| counter.read(|desk, now| desk.session(now));
    today() -> TodayView = |counter| counter.read(|desk, now| desk.today_view(now));
    dismiss_notice(id: String) -> TodayView
        = |counter| counter.read(|desk, now| { desk.dismiss_notice(&id)?; desk.today_view(now) });
    month(month: Option<String>) -> MonthView = |counter| counter.read(|desk, now| desk.month_view(month.as_deref(), now));
    want_alerts(wanted: bool) -> Session
        = |counter| counter.read(|desk, now| { desk.want_alerts(wanted)?; desk.session(now) });
    keep_first_start(first: FirstStart) -> () = |counter| counter.keep_first_start(&first);
    request_form(kept: Option<String>) -> RequestForm
        = |counter| counter.read(|desk, now| desk.request_form(kept.as_deref(), now));
    request_form_from(kept: Option<String>, number: String) -> RequestForm
        = |counter| counter.read(|desk, now| desk.request_form_from(kept.as_deref(), &number, now));
    keep_draft(id: String, draft: RequestDraft) -> () = |counter| counter.read(|desk, now| desk.keep_draft(&id, &draft, now));
    discard_draft(id: String) -> () = |counter| counter.read(|desk, _| desk.discard_draft(&id));
    preview_request(draft: RequestDraft) -> RequestPreview = |counter| counter.read(|desk, now| desk.preview_request(&draft, now));
    register_request(draft: RequestDraft, kept: String) -> RequestView
        = |counter| counter.write(|desk, now| desk.register_kept(draft, &kept, now));
    find(words: String) -> Vec<HitGroup> = |counter| counter.read(|desk, now| desk.find(&words, now));
    requests(query: RequestQuery) -> RequestPage = |counter| counter.read(|desk, now| desk.requests(&query, now));
    request(id: String) -> RequestView = |counter| counter.read(|desk, now| desk.request(&id, now));
    tidings(id: String, about: String) -> TidingsView = |counter| counter.read(|desk, _| desk.tidings(&id, &about));
    open_tidings(id: String, about: String, place: u32) -> () = |counter| counter.open_tidings(&id, &about, place);
    attach_files(id: String, purpose: String) -> Option<AttachedFiles> = |counter| counter.attach_files(&id, &purpose).await;
    attach_dropped(id: String, purpose: String) -> AttachedFiles = |counter| counter.attach_dropped(&id, &purpose);
    open_file(id: String, digest: String) -> () = |counter| counter.open_file(&id, &digest);
    save_file(id: String, digest: String) -> Saved = |counter| counter.save_file(&id, &digest).await;
    fetch_file(id: String, digest: String) -> () = |counter| counter.write(|desk, _| desk.want_file(&id, &digest));
    file_progress() -> FileProgress = |counter| counter.read(|desk, _| desk.file_progress());
    pause_files(paused: bool) -> FileProgress
        = |counter| counter.write(|desk, _| { desk.pause_files(paused)?; desk.file_progress() });
    action_form(subject: SubjectRef, action: String) -> ActionForm
        = |counter| counter.read(|desk, now| desk.action_form(&subject, &action, now));
    keep_step(subject: SubjectRef, action: String, typed: Filled) -> ()
        = |counter| counter.read(|desk, now| desk.keep_step(&subject, &action, typed, now));
    discard_step(subject: SubjectRef, action: String) -> () = |counter| counter.read(|desk, _| desk.discard_step(&subject, &action));
    act(subject: SubjectRef, action: String, form: Filled) -> Done
        = |counter| counter.write(|desk, now| desk.act(&subject, &action, &form, now));
    record(subject: SubjectRef) -> RecordView = |counter| counter.read(|desk, now| desk.record(&subject, now));
    list(query: ListQuery) -> ListPage = |counter| counter.read(|desk, now| desk.list(&query, now));
    register(query: RegisterQuery) -> RegisterView = |counter| counter.read(|desk, now| desk.register(&query, now));
    figures(from: String, to: String) -> ServiceFigures = |counter| counter.read(|desk, _| desk.figures(&from, &to));
    satisfaction(from: String, to: String) -> ServiceFigures = |counter| counter.read(|desk, _| desk.satisfaction(&from, &to));
    change_preview(subject: SubjectRef, action: String, form: Filled) -> CalendarChange
        = |counter| counter.read(|desk, now| desk.change_preview(&subject, &action, &form, now));
    accept_calendar(token: String) -> Done = |counter| counter.write(|desk, now| desk.accept_calendar(&token, now));
    read_pack() -> Option<Done> = |counter| counter.read_pack().await;
    import_dip() -> Option<ImportPreview> = |counter| counter.import_dip().await;
    import_dip_again(choices: ImportChoices) -> ImportPreview = |counter| counter.import_dip_again(&choices);
    accept_import(token: String) -> Done = |counter| counter.write(|desk, now| desk.accept_import(&token, now));
    import_old_book() -> Option<ImportPreview> = |counter| counter.import_old_book().await;
    import_old_book_again(choices: ImportChoices) -> ImportPreview = |counter| counter.import_old_book_again(&choices);
    accept_old_book(token: String) -> Done = |counter| counter.write(|desk, now| desk.accept_old_book(&token, now));
    save_export(file: ExportRef) -> Saved = |counter| counter.save_export(&file).await;
    paper(paper: PaperRef) -> Pdf = |counter| counter.read(|desk, now| Ok(Pdf(desk.paper(&paper, now)?.pdf)));
    print_paper(paper: PaperRef, how: PrintAs, sheets: Option<u8>) -> Printed
        = |counter| counter.print(&paper, &how, sheets).await;
    print_chosen(papers: Vec<PaperRef>) -> PrintedRun = |counter| counter.print_chosen(&papers).await;
    print_way(paper: PaperRef) -> PrintWayView = |counter| counter.read(|desk, _| desk.print_way(&paper));
    print_ways() -> Vec<PrintWayView> = |counter| counter.read(|desk, _| desk.print_ways());
    keep_print_way(kind: String, way: PrintWayForm) -> Vec<PrintWayView> = |counter| counter.keep_print_way(&kind, &way);
    forget_print_way(kind: String) -> Vec<PrintWayView> = |counter| counter.read(|desk, _| desk.forget_print_way(&kind));
    print_test_page(kind: String, way: PrintWayForm) -> Printed = |counter| counter.print_test_page(&kind, &way).await;
    printer_abilities(printer: Option<String>) -> Option<PrinterAbilities>
        = |counter| { let _ = counter; Ok(printing::abilities(printer.as_deref())) };
    save_paper(paper: PaperRef) -> Saved = |counter| counter.save(&paper).await;
    printers() -> Vec<SystemPrinter> = |counter| { let _ = counter; Ok(printing::printers()) };
    settings() -> SettingsView = |counter| counter.read(|desk, now| desk.settings(env!("CARGO_PKG_VERSION"), now));
    choose_backup_place() -> Option<SettingsView> = |counter| counter.choose_backup_place().await;
    back_up() -> Done = |counter| backups::back_up_now(&counter).await;
    backup_progress() -> Option<BackupProgress> = |counter| Ok(counter.copying.progress());
    take_out_office() -> Option<Done> = |counter| taking_out::take_out(&counter, TakeOut::Office).await;
    take_out_request(id: String) -> Option<Done> = |counter| taking_out::take_out(&counter, TakeOut::Request { id }).await;
    take_out_person(person: String) -> Option<Done> = |counter| taking_out::take_out(&counter, TakeOut::Person { typed: person }).await;
    take_out_progress() -> Option<BackupProgress> = |counter| Ok(counter.taking_out.progress());
    stop_take_out() -> () = |counter| { counter.taking_out.stop(); Ok(()) };
    stop_backup() -> () = |counter| { counter.copying.stop(); Ok(()) };
    find_copies() -> Option<Vec<FoundCopy>> = |counter| counter.find_copies().await;
    restore_copy(path: String, login: String, password: String) -> Session
        = |counter| counter.restore_copy(&path, &login, &password);
    enrol(server: String, code: String, own_password: String, agreed: String) -> SettingsView = |counter| {
        let (server, code, own_password, agreed) = (&server, &code, &own_password, &agreed);
        counter.enrol(&Joining { server, code, own_password, agreed }).await
    };
    save_bundle() -> Option<Done> = |counter| counter.save_bundle().await;
    read_acknowledgment() -> Option<Done> = |counter| counter.read_acknowledgment().await;
    sync_now() -> () = |counter| counter.write(|desk, _| { desk.resume_sync(); desk.retry_files() });
}
