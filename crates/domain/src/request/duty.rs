//! What a request waits for: each open duty with its own clock, and whose turn it is.

use chrono::NaiveDate;

use super::{ANSWERS, Found, Outcome, Request};
use crate::calendar::{Calendar, YearNotLoaded};
use crate::clock::Clock;
use crate::coded::coded;
use crate::office::OfficeProfile;
use crate::paper::PaperKind;
use crate::working_days::{self, Count};

coded! {
    /// What a request waits for.
    pub enum RequestDuty {
        /// The office checks the papers (C1).
        Check = "check" => "Periksa kelengkapan",
        /// The applicant brings what is missing (C2).
        Complete = "complete" => "Pemohon melengkapi berkas",
        /// The applicant did not: the office closes the request, or takes the papers all the same.
        Close = "close" => "Tutup atau lanjutkan: waktu melengkapi habis",
        /// The office learns when the applicant got its letter.
        NoteNotice = "note_notice" => "Catat kapan surat tidak lengkap diterima",
        /// The office answers.
        Answer = "answer" => "Jawab permohonan",
        /// What was granted must be ready on the day that was named.
        Ready = "ready" => "Siapkan informasi yang dikabulkan",
        /// What was not documented must be there on the day that was named.
        Document = "document" => "Sediakan informasi yang didokumentasikan",
        /// What the superior or a ruling ordered must be done.
        Execute = "execute" => "Laksanakan perintah: jawab lagi",
        /// A letter lies here, or nobody noted that it left.
        Send = "send" => "Kirim surat dan catat pengirimannya",
        /// A letter came back, and is sent again.
        SendAgain = "send_again" => "Kirim lagi surat yang kembali",
        /// What lies ready was not fetched: the applicant is reminded.
        RemindToFetch = "remind_to_fetch" => "Ingatkan pemohon mengambil salinan",
    }
}

coded! {
    /// Whose turn it is.
    pub enum Turn {
        /// The office's.
        Office = "office" => "Giliran kita",
        /// The applicant's.
        Applicant = "applicant" => "Giliran pemohon",
        /// The superior's.
        Superior = "superior" => "Giliran Atasan PPID",
        /// PPID Utama's.
        Main = "utama" => "Giliran PPID Utama",
        /// Komisi Informasi's.
        Commission = "ki" => "Giliran Komisi Informasi",
        /// A court's.
        Court = "court" => "Giliran pengadilan",
    }
}

impl RequestDuty {
    /// Whose turn it is.
    pub fn turn(self) -> Turn {
        match self {
            Self::Complete => Turn::Applicant,
            Self::Check
            | Self::Close
            | Self::NoteNotice
            | Self::Answer
            | Self::Ready
            | Self::Document
            | Self::Execute
            | Self::Send
            | Self::SendAgain
            | Self::RemindToFetch => Turn::Office,
        }
    }
}

/// A duty that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Which.
    pub duty: RequestDuty,
    /// Its last day, and the days before it.
    pub count: Count,
}

impl Request {
    /// Every duty that runs now, in the order of the law. A year without a calendar is a line of its own: no date is guessed.
    pub fn running(&self, profile: &OfficeProfile, calendar: &Calendar, today: NaiveDate) -> Vec<Result<Running, YearNotLoaded>> {
        let mut all = Vec::new();
        let mut add = |duty, count: Result<Count, YearNotLoaded>| all.push(count.map(|count| Running { duty, count }));
        for returned in self.lying_here() {
            add(RequestDuty::SendAgain, Ok(Count::on(returned.on)));
        }
        if let Some((_, Some(by))) = self.waits_to_leave() {
            add(RequestDuty::Send, Ok(Count::on(by)));
        }
        if self.outcome.is_some() {
            for (duty, count) in self.promises(profile, calendar) {
                add(duty, count);
            }
            // Before its day a reminder is nobody's work.
            let reminder = self.fetch_reminder(profile, calendar);
            if let Some(reminder) = reminder.filter(|count| count.as_ref().is_ok_and(|count| count.deadline <= today)) {
                add(RequestDuty::RemindToFetch, reminder);
            }
            return all;
        }
        if let Some(order) = self.order() {
            add(RequestDuty::Execute, Ok(Count::on(order.due)));
            return all;
        }
        // An extension that was entered after the first deadline clears no alarm by itself.
        let stands = self.extension_stands();
        let clocks = if stands { self.clocks(profile, calendar) } else { self.first_clocks(profile, calendar) };
        if let Some(check) = clocks.completeness {
            add(RequestDuty::Check, check);
        }
        if let Some(completion) = clocks.completion {
            let over = completion.as_ref().is_ok_and(|count| today > count.deadline);
            add(if over { RequestDuty::Close } else { RequestDuty::Complete }, completion);
        }
        if let Some(notice) = self.notice_on_its_way() {
            let counting = profile.counting();
            add(RequestDuty::NoteNotice, Clock::Completion.count(calendar, counting, notice.letter.date));
        }
        add(RequestDuty::Answer, clocks.safe);
        if let Some(official) = clocks.official {
            add(RequestDuty::Answer, official);
        }
        all
    }

    /// The duty that comes first: what is over already, then one whose year is not loaded, then the nearest.
    pub fn nearest(
        &self,
        profile: &OfficeProfile,
        calendar: &Calendar,
        today: NaiveDate,
    ) -> Option<Result<Running, YearNotLoaded>> {
        let deadline = |running: &Result<Running, YearNotLoaded>| running.as_ref().ok().map(|running| running.count.deadline);
        self.running(profile, calendar, today).into_iter().min_by_key(|running| {
            let deadline = deadline(running);
            let over = deadline.is_some_and(|deadline| deadline < today);
            (!over, deadline)
        })
    }

    /// The earliest civil date on which something is due. None where nothing runs, and where a year is not loaded.
    pub fn due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        self.first_day(profile, calendar).and_then(Result::ok)
    }

    /// The civil day of the clock that ends first, whatever day it is: what lists are ordered by. None where nothing runs.
    pub fn first_day(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<Result<NaiveDate, YearNotLoaded>> {
        // Which duty it is depends on the day, its date does not; a reminder that is still to come is looked for in time.
        let running = self.running(profile, calendar, NaiveDate::MAX).into_iter();
        let days = running.map(|running| running.map(|running| running.count.deadline));
        days.min_by_key(|day| day.as_ref().ok().copied())
    }

    /// The civil date after which something of the law is late, as far as that can be named; a reminder is not of the law. None
    /// where nothing runs.
    pub fn late_after(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        // No reminder is due so early.
        let running = self.running(profile, calendar, NaiveDate::MIN).into_iter().flatten();
        running.map(|running| running.count.deadline).min()
    }

    /// The earliest civil date on which the answer is due, also where it was given: what an answer is measured by. None where the
    /// year is not loaded.
    pub fn answer_due(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        let clocks = self.clocks(profile, calendar).promised();
        [clocks.safe, clocks.official].into_iter().flatten().min()
    }

    /// Whether the extension can be shown to have left, or was entered, while the first deadline still ran.
    pub(super) fn extension_is_proved(&self) -> bool {
        let Some(extension) = &self.extension else { return true };
        let sending = self.first_sending(PaperKind::ExtensionNotice);
        let proved = sending.map_or(extension.letter.proved_on(), |sent| sent.proved_on());
        extension.first.official.is_none_or(|first| proved <= first)
    }

    /// Whether the extension moved the deadline: it left, or was entered, while the first still ran.
    pub fn extension_stands(&self) -> bool {
        let Some(extension) = &self.extension else { return true };
        let left = self.first_sending(PaperKind::ExtensionNotice).map_or(extension.letter.proved_on(), |sent| sent.on);
        extension.first.official.is_none_or(|first| left <= first)
    }

    /// The day that still holds where an extension came too late to move it.
    pub fn held_in_spite_of_extension(&self) -> Option<NaiveDate> {
        self.extension.as_ref().filter(|_| !self.extension_stands()).and_then(|extension| extension.first.official)
    }

    /// The letter of which nothing says yet that it reached the applicant, where something waits for that; and the last day on which it
    /// leaves in time (UU KIP Ps 22(7) *menyampaikan*, 22(8) *mengirimkan*), where that can be named. A Surat Tidak Lengkap has a
    /// clock of its own.
    pub fn waits_to_leave(&self) -> Option<(PaperKind, Option<NaiveDate>)> {
        let unsent = self.unsent();
        if self.outcome.is_none() {
            // Of what is answered anew by order the first terms are long past.
            let here = unsent.contains(&PaperKind::ExtensionNotice) && self.reopened.is_empty();
            let extension = self.extension.as_ref().filter(|_| here)?;
            return Some((PaperKind::ExtensionNotice, extension.first.official));
        }
        let handed = self.handed_over.is_some() || (self.reopened.is_empty() && !self.handed_before.is_empty());
        if self.answer_received_on.is_some() || handed {
            return None;
        }
        let paper = ANSWERS.into_iter().find(|paper| unsent.contains(paper))?;
        // A letter that came back waits to be sent again, which is a duty of its own; what left by one of the two has left.
        let left = ANSWERS.iter().any(|paper| self.sent.contains_key(paper)) || self.answer_sent().is_some();
        (!left).then(|| (paper, self.held_in_spite_of_extension().or(self.promised.official)))
    }

    /// Whether there is something to hand over: granted, or promised for when it is documented.
    pub fn may_be_given(&self) -> bool {
        self.parts().iter().any(|part| part.found.is_to_be_given())
    }

    /// The last civil date for which the answer promised something, whether it was handed over or not; none where it promised nothing
    /// for later, and where a year is not loaded.
    pub fn promised_until(&self, profile: &OfficeProfile, calendar: &Calendar) -> Option<NaiveDate> {
        let days = self.parts().iter().filter_map(|part| part.found.promised_in()).max()?;
        self.after_letter(days, profile, calendar)?.ok().map(|count| count.deadline)
    }

    /// What the answer promised and was not handed over yet.
    fn promises(&self, profile: &OfficeProfile, calendar: &Calendar) -> Vec<(RequestDuty, Result<Count, YearNotLoaded>)> {
        let Some(letter) = self.outcome.as_ref().and_then(Outcome::letter) else { return vec![] };
        if self.handed_whole() {
            return vec![];
        }
        let mut days: Vec<(RequestDuty, u32)> = Vec::new();
        for part in self.parts() {
            match part.found {
                // What the applicant was called for and did not fetch was ready.
                Found::Given(given) | Found::PartlyGiven { given, .. }
                    if given.ready_in_days > 0 && self.not_fetched.is_none() =>
                {
                    days.push((RequestDuty::Ready, given.ready_in_days));
                }
                Found::NotDocumented { available_in_days } => days.push((RequestDuty::Document, available_in_days)),
                Found::Given(_)
                | Found::PartlyGiven { .. }
                | Found::Withheld { .. }
                | Found::NotHeld { .. }
                | Found::Elsewhere { .. } => {}
            }
        }
        days.sort_unstable();
        days.dedup();
        let count = |(duty, days)| (duty, working_days::count(calendar, profile.counting(), letter.date, days));
        let Some(handed) = &self.handed_over else { return days.into_iter().map(count).collect() };
        // What was ready when a part was handed over went with it; what was not is still owed.
        let later = |(duty, count): &(RequestDuty, Result<Count, YearNotLoaded>)| {
            *duty == RequestDuty::Document || count.as_ref().map_or(true, |count| count.deadline > handed.on)
        };
        let owed: Vec<_> = days.into_iter().map(count).filter(later).collect();
        if owed.is_empty() {
            let last = self.parts().iter().filter_map(|part| part.found.promised_in()).max().unwrap_or_default();
            return vec![count((RequestDuty::Ready, last))];
        }
        owed
    }
}
