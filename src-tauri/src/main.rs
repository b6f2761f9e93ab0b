//! Loket PPID, the desktop app. `loket-ppid bindings` prints the TypeScript side of the commands.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

/// Memory that is given back is emptied: what somebody typed or read does not stay in it.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("bindings") {
        return loket_ppid::print_bindings();
    }
    loket_ppid::run()
}
