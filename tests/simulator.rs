//! A simulator of offices, desks and PPID Utama: the production journal, desk, engine of sync and server in one thread, and
//! everything that goes wrong between and beneath them, from one seed.
//!
//! - `world` is a run, `rounds` its sync, `staff` who answers at PPID Utama, `mishaps` what befalls its computers, `law` what must hold, `judge` how it is looked at in the end.
//! - `link` loses, cuts, doubles, delays and reorders; `disk` tears what a power cut tears; `trace` counts.
//! - `usb` carries files on sticks beside the network.
//! - `counter` and `utama` are the two ends, on real files in memory; `office` makes the folders every run begins with.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

#[path = "simulator/counter.rs"]
mod counter;
#[path = "simulator/disk.rs"]
mod disk;
#[path = "simulator/glass.rs"]
mod glass;
#[path = "simulator/judge.rs"]
mod judge;
#[path = "simulator/law.rs"]
mod law;
#[path = "simulator/link.rs"]
mod link;
#[path = "simulator/mishaps.rs"]
mod mishaps;
#[path = "simulator/office.rs"]
mod office;
#[path = "simulator/rounds.rs"]
mod rounds;
#[path = "simulator/scenarios.rs"]
mod scenarios;
#[path = "simulator/seeds.rs"]
mod seeds;
#[path = "simulator/staff.rs"]
mod staff;
#[path = "simulator/trace.rs"]
mod trace;
#[path = "simulator/usb.rs"]
mod usb;
#[path = "simulator/utama.rs"]
mod utama;
#[path = "simulator/world.rs"]
mod world;
