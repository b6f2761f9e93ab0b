//! `loketctl`: the headless twin of the window, for admins and tests.

mod account;
mod clock;
mod deadline;
mod demo;
mod demo_office;
mod record;
mod verify;
mod work;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

use account::say;

/// Pendamping Loket PPID tanpa jendela: contoh lengkap, hitungan tenggat, dan pemeriksaan berkas.
#[derive(Parser)]
#[command(version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Menjalani satu permohonan dari pendaftaran sampai sinkron di DIR, dengan server dan surat sungguhan.
    Demo(demo::Demo),
    /// Menghitung batas waktu dalam hari kerja dan menjelaskan setiap harinya.
    Deadline(deadline::DeadlineTask),
    /// Memeriksa rantai catatan, tanda tangan dan tabel sebuah berkas data.
    Verify(verify::Verify),
    /// Merekam semua jawaban inti kepada jendela dari kantor rekaan pada jam dan dadu yang tetap; pengujian jendela memakainya.
    Record(record::Record),
    /// Menjalankan meja kantor rekaan yang bekerja sendiri: mendaftar, memutuskan, dan menyinkron; satu baris untuk setiap hal
    /// yang sudah tersimpan.
    Work(work::Work),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().task {
        Task::Demo(demo) => demo.run(),
        Task::Deadline(deadline) => deadline.run(),
        Task::Verify(verify) => verify.run(),
        Task::Record(record) => record.run(),
        Task::Work(work) => work.run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(std::io::stderr(), &error.to_string());
            ExitCode::FAILURE
        }
    }
}
