//! When the next number is not certain: after a backup was restored, and on a PC that replaces another.
//!
//! A number on a receipt is never given twice, so a desk that may have forgotten some writes nothing until PPID Utama has
//! given it its later entries back, or an officer has told the last number handed out.

use chrono::Datelike;
use loket_domain::authority::Duty;
use loket_domain::change::Change;
use loket_domain::numbering::{DeskCode, NumberSeries, VoidedNumbers};
use loket_domain::problem::Problems;
use loket_journal::Subject;
use serde::{Deserialize, Serialize};

use crate::actions::form::{long_text, number, section, typed};
use crate::desk::Desk;
use crate::edge::Moment;
use crate::error::DeskError;
use crate::store::local;
use crate::trail::Trail;
use crate::views::{ActionForm, Done, FieldValue, Filled};
use crate::write::{Written, next_number, next_objection_number};

/// Why the desk writes nothing for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Hold {
    /// Its file was restored from a backup, or brought to another computer.
    Restored {
        /// How many entries it had written before, where the trail tells.
        written: Option<u64>,
    },
    /// It is new in an office that has entries, and may replace a PC that gave numbers.
    CatchUp,
}

impl Hold {
    /// The sentence for a person.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Restored { .. } => {
                "Data meja ini dipulihkan dari cadangan, jadi nomor berikutnya belum pasti. Sambungkan ke PPID Utama, atau buka \
                 Pengaturan lalu isi nomor terakhir yang sudah dipakai di tanda bukti."
            }
            Self::CatchUp => {
                "Catatan kantor ini belum selesai diambil dari PPID Utama, jadi nomor berikutnya belum pasti. Tunggu sinkron \
                 selesai, atau buka Pengaturan lalu isi nomor terakhir yang sudah dipakai."
            }
        }
    }
}

impl Desk {
    /// Why the desk writes nothing for now, if so.
    pub fn hold(&self) -> Option<Hold> {
        self.hold
    }

    /// Compares the file with its trail when it is opened.
    pub(crate) fn look_at_trail(&mut self) -> Result<(), DeskError> {
        self.hold = local::read_json(&self.connection, local::HOLD)?;
        let written = match self.folder.trail() {
            Trail::Missing => None,
            Trail::At(origin, length) if origin != self.chain.origin || length > self.chain.length => {
                (origin == self.chain.origin).then_some(length)
            }
            Trail::At(..) | Trail::Torn => return Ok(()),
        };
        // A backup made while it was held holds what was known then; more may have been written and lost since.
        let written = match self.hold {
            Some(Hold::Restored { written: before }) => written.zip(before).map(|(now, before)| now.max(before)),
            _ => written,
        };
        let hold = Some(Hold::Restored { written });
        if self.hold == hold { Ok(()) } else { self.set_hold(hold) }
    }

    pub(crate) fn set_hold(&mut self, hold: Option<Hold>) -> Result<(), DeskError> {
        match hold {
            Some(hold) => local::write_json(&self.connection, local::HOLD, &hold)?,
            None => local::forget(&self.connection, local::HOLD)?,
        }
        self.hold = hold;
        Ok(())
    }

    /// Both sides hold the same: what was forgotten is back, unless the trail tells of more than the server ever had.
    pub(crate) fn release_hold(&mut self) -> Result<(), DeskError> {
        let certain = match self.hold {
            Some(Hold::Restored { written }) => written.is_some_and(|written| self.chain.length >= written),
            Some(Hold::CatchUp) => true,
            None => return Ok(()),
        };
        if certain {
            self.set_hold(None)?;
            self.folder.leave_trail(&self.chain);
        }
        Ok(())
    }

    pub(crate) fn accounting_form(&self, moment: Moment) -> Result<ActionForm, DeskError> {
        let (requests, objections) = self.last_serials(moment)?;
        let fields = vec![
            number("last_request", "Nomor urut permohonan terakhir", requests).needed(),
            number("last_objection", "Nomor urut keberatan terakhir", objections).needed(),
            long_text("reason", "Mengapa ada nomor yang tidak tercatat", "").needed(),
        ];
        let form = ActionForm::new("Nomor yang sudah dipakai", "Catat", vec![section("", fields)]);
        Ok(form.intro(
            "Lihat tanda bukti terakhir tahun ini. Nomor antara yang tercatat di sini dan yang Anda isi dicatat sebagai tidak \
             terpakai dan tidak diberikan lagi.",
        ))
    }

    /// Accounts for the numbers up to those an officer read from the last receipts. What is written from now on is a series of
    /// its own, so that entries of before can come back from PPID Utama.
    pub(crate) fn account_numbers(&mut self, form: &Filled, moment: Moment) -> Result<Done, DeskError> {
        let known = self.last_serials(moment)?;
        let mut p = Problems::default();
        let mut told = |field: &str, known: u32| {
            let last = match form.get(field) {
                Some(FieldValue::Number(last)) => u32::try_from(*last).ok().filter(|last| *last <= 99_999),
                _ => None,
            };
            let short = last.is_none_or(|last| last < known);
            p.when(short, field, "Isi nomor urut terakhir, sekurang-kurangnya yang sudah tercatat di sini.");
            last
        };
        let last = (told("last_request", known.0), told("last_objection", known.1));
        let reason = p.text("reason", &typed(form, "reason"), 500, "Tulis mengapa ada nomor yang tidak tercatat.");
        let (requests, objections) = p.or(last.0.zip(last.1))?;
        let desk = DeskCode::check(&mut Problems::default(), "", &self.desk_code);
        let (on, year) = (moment.local.date(), moment.local.date().year());
        let void = |series, known: u32, last: u32| VoidedNumbers {
            series,
            desk: desk.clone(),
            year,
            from: known + 1,
            to: last,
            on,
            reason: reason.clone(),
        };
        let voided = [void(NumberSeries::Requests, known.0, requests), void(NumberSeries::Objections, known.1, objections)];
        let changes: Vec<Change> = voided
            .into_iter()
            .filter(|numbers| numbers.from <= numbers.to)
            .map(|numbers| Change::NumbersVoided { numbers })
            .collect();
        let held = self.hold.take();
        let duty = if held.is_some() { Duty::Serve } else { Duty::Administer };
        if matches!(held, Some(Hold::Restored { .. })) {
            self.begin_series(moment)?;
        }
        let done = self.commit(duty, moment, |transaction, _, _| {
            local::forget(transaction, local::HOLD)?;
            Ok(vec![Written { subject: Subject::Office, changes }])
        });
        if let Err(error) = done {
            self.hold = held;
            return Err(error);
        }
        Ok(Done { subject: None, paper: None, said: "Nomor dipertanggungjawabkan; pencatatan berlanjut.".to_owned() })
    }

    /// The last serials of this year that are given or accounted for.
    fn last_serials(&self, moment: Moment) -> Result<(u32, u32), DeskError> {
        let date = moment.local.date();
        let requests = next_number(&self.connection, &self.office, &self.desk_code, date)?.serial;
        let objections = next_objection_number(&self.connection, &self.office, &self.desk_code, date)?.serial;
        Ok((requests - 1, objections - 1))
    }
}
