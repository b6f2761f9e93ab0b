//! The letters of one request, each made from what the journal knows of it.

use crate::error::DeskError;
use crate::printing::signatory;
use crate::requests::story::Story;
use loket_domain::office::Official;
use loket_domain::paper::PaperKind;
use loket_domain::problem::Refused;
use loket_domain::request::{Absence, Grant, Letter, Moved, Outcome, Redaction, Refusal, Unavailable, other_act};
use loket_letters as letters;

impl Story<'_> {
    /// The written notice of whatever was decided but a refusal.
    pub(crate) fn written_notice(&self) -> Result<letters::WrittenNotice, DeskError> {
        match &self.request.outcome {
            Some(Outcome::Granted(grant)) => self.granted(grant, None),
            Some(Outcome::PartlyGranted { grant, redaction }) => self.granted(grant, Some(redaction)),
            Some(Outcome::Unavailable(unavailable)) => self.unavailable(unavailable),
            Some(Outcome::Refused(_) | Outcome::NotProcessed { .. } | Outcome::Withdrawn { .. }) | None => {
                Err(Refused::NoSuchPaper.into())
            }
        }
    }

    /// The decision by which the information is withheld.
    pub(crate) fn decision(&self) -> Result<letters::RefusalDecision, DeskError> {
        match &self.request.outcome {
            Some(Outcome::Refused(refusal)) => self.refusal_decision(refusal),
            _ => Err(Refused::NoSuchPaper.into()),
        }
    }

    /// Which version of the form is printed, once there is more than one.
    pub(crate) fn version(&self) -> Option<letters::Version> {
        let corrected_on = self.request.corrections.last()?.on;
        Some(letters::Version { number: self.request.version(), corrected_on })
    }

    fn case(&self, kind: PaperKind, letter: &Letter) -> Result<letters::CaseLetter, DeskError> {
        let entry = self.basis(kind);
        Ok(letters::CaseLetter {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(entry),
            registration: self.request.registration.clone(),
            letter: letter.clone(),
            place: self.context.office.profile.place.clone(),
            signatory: signatory::signatory(self.tables, self.context, letter.signed_by, entry)?,
            mark: self.mark,
            version: self.version(),
        })
    }

    fn notice(&self, letter: &Letter, outcome: letters::NoticeOutcome) -> Result<letters::WrittenNotice, DeskError> {
        let entry = self.basis(PaperKind::WrittenNotice);
        Ok(letters::WrittenNotice {
            letter_no: letter.number.clone(),
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(entry),
            registration: self.request.registration.clone(),
            outcome,
            place: self.context.office.profile.place.clone(),
            date: letter.date,
            signatory: signatory::signatory(self.tables, self.context, letter.signed_by, entry)?,
            copies_to: letter.cc.clone(),
            mark: self.mark,
            version: self.version(),
        })
    }

    fn granted(&self, grant: &Grant, redaction: Option<&Redaction>) -> Result<letters::WrittenNotice, DeskError> {
        let granted = letters::Granted {
            softcopy: grant.softcopy,
            hardcopy: grant.hardcopy,
            fees: grant.fees,
            ready_in_days: grant.ready_in_days,
            means: grant.means.clone(),
            redaction: redaction.map(|redaction| redaction.explanation.clone()),
        };
        let outcome = match redaction {
            None => letters::NoticeOutcome::Granted(granted),
            Some(redaction) => {
                let exemption = &redaction.exemption;
                let codes = exemption.grounds.iter().map(|ground| format!("Pasal 17 huruf {}", ground.code()));
                let limits = exemption.limits.iter().map(|limit| format!("Pasal 6 ayat (3) huruf {}", limit.code()));
                let mut basis: Vec<String> = codes.chain(limits).collect();
                basis.extend(exemption.other_law.as_ref().map(|(law, article)| other_act(law, article)));
                let withheld = format!(
                    "Tidak diberikan: {}. Dasar: {}. Akibat bila dibuka: {}",
                    redaction.withheld,
                    basis.join(", "),
                    exemption.consequence
                );
                letters::NoticeOutcome::PartlyGranted { granted, withheld }
            }
        };
        self.notice(&grant.letter, outcome)
    }

    fn unavailable(&self, unavailable: &Unavailable) -> Result<letters::WrittenNotice, DeskError> {
        let outcome = match (unavailable.absence, &unavailable.body) {
            (Absence::NotDocumented, _) => {
                letters::NoticeOutcome::NotDocumented { available_in_days: unavailable.available_in_days.unwrap_or_default() }
            }
            (Absence::HeldByOther, Some(body)) => letters::NoticeOutcome::HeldByOther { body: body.clone() },
            (Absence::NotHeld | Absence::HeldByOther, _) => letters::NoticeOutcome::NotHeld,
        };
        self.notice(&unavailable.letter, outcome)
    }

    fn refusal_decision(&self, refusal: &Refusal) -> Result<letters::RefusalDecision, DeskError> {
        let entry = self.basis(PaperKind::RefusalDecision);
        Ok(letters::RefusalDecision {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(entry),
            registration: self.request.registration.clone(),
            refusal: refusal.clone(),
            place: self.context.office.profile.place.clone(),
            signatory: signatory::signatory(self.tables, self.context, refusal.letter.signed_by, entry)?,
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn incomplete_notice(&self) -> Result<letters::IncompleteNotice, DeskError> {
        let known = self.request.incomplete.as_ref().ok_or(Refused::NoSuchPaper)?;
        Ok(letters::IncompleteNotice {
            case: self.case(PaperKind::IncompleteNotice, &known.letter)?,
            missing: known.missing.clone(),
            due: known.due.ok_or(Refused::NoSuchPaper)?,
        })
    }

    pub(crate) fn extension_notice(&self) -> Result<letters::ExtensionNotice, DeskError> {
        let known = self.request.extension.as_ref().ok_or(Refused::NoSuchPaper)?;
        Ok(letters::ExtensionNotice {
            case: self.case(PaperKind::ExtensionNotice, &known.letter)?,
            reasons: known.reasons.clone(),
            explanation: known.explanation.clone(),
            first: known.first.official.ok_or(Refused::NoSuchPaper)?,
            extended: known.promised.official.ok_or(Refused::NoSuchPaper)?,
        })
    }

    pub(crate) fn hand_over_receipt(&self) -> Result<letters::HandOverReceipt, DeskError> {
        let known = self.request.handed_over.as_ref().ok_or(Refused::NoSuchPaper)?;
        let entry = self.basis(PaperKind::HandOverReceipt);
        Ok(letters::HandOverReceipt {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(entry),
            number: known.number.clone(),
            on: known.on,
            received_by: known.received_by.clone(),
            items: known.items.clone(),
            place: self.context.office.profile.place.clone(),
            officer: entry.map_or_else(String::new, |kept| self.context.account_name(kept.header.actor)),
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn fee_receipt(&self) -> Result<letters::FeeReceipt, DeskError> {
        let known = self.request.payment.as_ref().ok_or(Refused::NoSuchPaper)?;
        let entry = self.basis(PaperKind::FeeReceipt);
        Ok(letters::FeeReceipt {
            registration_no: self.request.number.text.clone(),
            check_code: Self::check_code(entry),
            number: known.number.clone(),
            on: known.on,
            payer: known.payer.clone(),
            fees: self.request.granted().ok_or(Refused::NoSuchPaper)?.fees,
            place: self.context.office.profile.place.clone(),
            officer: entry.map_or_else(String::new, |kept| self.context.account_name(kept.header.actor)),
            mark: self.mark,
            version: self.version(),
        })
    }

    pub(crate) fn disposition(&self) -> Result<letters::Disposition, DeskError> {
        let known = self.request.coordination.last().ok_or(Refused::NoSuchPaper)?;
        let sent = &known.forwarding;
        let letter = Letter { number: sent.number.clone(), date: sent.on, signed_by: sent.signed_by, cc: vec![] };
        let answer = known.answer.as_ref().map(|answer| (answer.number.clone(), answer.on, answer.note.clone()));
        Ok(letters::Disposition {
            case: self.case(PaperKind::Disposition, &letter)?,
            from: self.context.office.profile.name(),
            to: sent.to.clone(),
            note: sent.note.clone(),
            due: self.request.promised.official.or(self.request.promised.safe),
            answer,
        })
    }

    /// The letter about the last moved deadline, in the name of whoever signs answers.
    pub(crate) fn addendum(&self) -> Result<letters::DeadlineAddendum, DeskError> {
        let Moved { on, before, after, reason } = self.request.moved.last().ok_or(Refused::NoSuchPaper)?;
        let office = &self.context.office;
        let may =
            |official: &&Official| office.signing.allows(PaperKind::DeadlineAddendum, official.role) && official.serves_on(*on);
        let signer = office
            .officials
            .iter()
            .find(may)
            .ok_or(Refused::NotNow("Belum ada pejabat yang boleh menandatangani surat ini; tambahkan di Pengaturan."))?;
        // The change of the calendar knows no letter: the number of the agenda book is written in by hand.
        let letter = Letter { number: String::new(), date: *on, signed_by: signer.id, cc: vec![] };
        let named = |promised: &loket_domain::deadline::Promised| promised.official.or(promised.safe);
        Ok(letters::DeadlineAddendum {
            case: self.case(PaperKind::DeadlineAddendum, &letter)?,
            before: named(before).ok_or(Refused::NoSuchPaper)?,
            after: named(after).ok_or(Refused::NoSuchPaper)?,
            reason: reason.clone(),
        })
    }
}
