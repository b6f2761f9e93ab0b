//! The window: one-line commands over `loket-desk`, printing, and the task that syncs when a connection is there.
//! No rule lives here.

mod answers;
mod backups;
mod before_window;
mod bindings;
mod by_hand;
mod commands;
mod copying;
mod counter;
mod edge;
mod files;
mod idle_task;
mod log;
mod memory;
mod notices;
mod outside;
mod page_process;
mod print_desk;
mod printing;
mod sync_task;
mod taking_out;

use std::process::ExitCode;
use tauri::Manager;

use counter::Counter;

/// Prints the generated TypeScript to standard output.
pub fn print_bindings() -> ExitCode {
    use std::io::Write;
    match std::io::stdout().write_all(bindings::typescript().as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Opens the window and serves it until it is closed.
pub fn run() -> ExitCode {
    if let Err(why) = before_window::may_open() {
        before_window::say(&why.to_string());
        return ExitCode::FAILURE;
    }
    loket_desk::sync::install_crypto();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(commands::handler())
        .on_window_event(|window, event| {
            let tauri::WindowEvent::DragDrop(event) = event else { return };
            let counter = window.state::<Counter>();
            match event {
                tauri::DragDropEvent::Enter { .. } => counter.tell_dragged(true),
                tauri::DragDropEvent::Leave => counter.tell_dragged(false),
                tauri::DragDropEvent::Drop { paths, .. } => counter.keep_dropped(paths.clone()),
                _ => {}
            }
        })
        .setup(|app| {
            let folder = edge::data_folder(app.handle())?;
            // Before anything is made in it: the log and the window's own storage would let others look.
            let private = folder.keep_private();
            // Once it is there: a copy of it on another computer is known by what this one says of both.
            let here = loket_desk::this_machine(folder.path());
            let folder = folder.known_by(here).opened_by(edge::account());
            log::to_file(folder.path());
            memory::keep_from_disk();
            if let Err(error) = private {
                tracing::warn!(message = %error, "the data folder is not private");
            }
            if let Err(error) = folder.finish_restore() {
                tracing::error!(message = %error, "a restore is not finished");
            }
            files::forget_opened(&folder);
            tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
            app.manage(Counter::new(folder, app.handle().clone())?);
            edge::open_window(app.handle())?;
            sync_task::start(app.handle().clone());
            idle_task::start(app.handle().clone());
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let tauri::RunEvent::Exit = event {
                    app.state::<Counter>().forget_opened_at_the_end();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            before_window::say(&format!("Loket PPID tidak dapat dibuka: {error}"));
            ExitCode::FAILURE
        }
    }
}
