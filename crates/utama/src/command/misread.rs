//! What is said of a command line that cannot be read.

use clap::error::{ContextKind, ErrorKind};
use std::io::Write;
use std::process::ExitCode;

/// Says what is wrong in a sentence, or shows the help that was asked for.
pub(crate) fn tell(fault: &clap::Error) -> ExitCode {
    let named = |kind| fault.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = named(ContextKind::InvalidArg);
    let told = match fault.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody is left to tell when even this cannot be written.
            let _ = fault.print();
            return ExitCode::SUCCESS;
        }
        ErrorKind::UnknownArgument => format!("Pilihan {argument} tidak dikenal."),
        ErrorKind::InvalidSubcommand => format!("Perintah {} tidak dikenal.", named(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => format!("Yang ini belum disebut: {argument}."),
        ErrorKind::ArgumentConflict => format!("{argument} tidak dapat dipakai bersama {}.", named(ContextKind::PriorArg)),
        ErrorKind::NoEquals | ErrorKind::ValueValidation | ErrorKind::InvalidValue | ErrorKind::TooFewValues => {
            format!("Isi {argument} belum ada atau tidak dapat dipahami.")
        }
        _ => "Perintah ini belum lengkap atau tidak dapat dipahami.".to_owned(),
    };
    let _ = writeln!(std::io::stderr(), "{told} Bantuan: loket-utama --help, atau loket-utama PERINTAH --help.");
    ExitCode::from(2)
}
