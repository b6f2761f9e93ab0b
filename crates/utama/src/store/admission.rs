//! Who is let in.

use loket_domain::office::OfficeCode;
use loket_journal::protocol::RefusalKind;
use loket_journal::{OriginId, PublicKey};

use super::{EnrolledDesk, Enrolment, GivenCode};

/// What the store knows about a code that is shown.
pub(crate) struct ShownCode {
    pub(crate) given: GivenCode,
    /// Who used it already.
    pub(crate) used_by: Option<OriginId>,
}

/// What the store knows about the desk that shows it.
pub(crate) struct KnownDesk {
    pub(crate) desk: EnrolledDesk,
    /// Whether its present token has reached it: it was shown at least once.
    pub(crate) token_arrived: bool,
}

/// What the store knows about an enrolment that is asked for.
pub(crate) struct KnownOfEnrolment {
    pub(crate) code: Option<ShownCode>,
    pub(crate) desk: Option<KnownDesk>,
    /// For which office a desk vouched for the series it names, and under which key.
    pub(crate) vouched: Option<(OfficeCode, PublicKey)>,
    /// The office whose entries of that series are here already, whoever may write it.
    pub(crate) written: Option<OfficeCode>,
    /// Whether the series it names is one that PPID Utama writes itself.
    pub(crate) own_series: bool,
}

/// How long, in milliseconds, a noted contact counts as the last one, so that a desk that speaks often is not written often.
pub(crate) const CONTACT_STEP: u64 = 30_000;

/// Whether `enrolment` is let in.
///
/// A code works once. The same desk may show it again while the answer seems to have been lost on the way: as long as the
/// code lives and the token it led to was never shown. A series keeps its key, its office and its desk for ever, however it
/// became known: a desk that names another office's would otherwise be sent what that office wrote in it.
pub(crate) fn admit(enrolment: &Enrolment, known: &KnownOfEnrolment) -> Result<(), RefusalKind> {
    let (code, desk) = (known.code.as_ref(), known.desk.as_ref());
    let code = code.filter(|code| enrolment.now < code.given.expires).ok_or(RefusalKind::Code)?;
    if (&enrolment.office, &enrolment.desk) != (&code.given.office, &code.given.desk) {
        return Err(RefusalKind::OtherOffice);
    }
    match code.used_by {
        Some(origin) if origin != enrolment.origin || desk.is_none_or(|desk| desk.token_arrived) => {
            return Err(RefusalKind::Code);
        }
        _ => {}
    }
    if known.written.as_ref().is_some_and(|office| *office != enrolment.office) {
        return Err(RefusalKind::OtherOffice);
    }
    match &known.vouched {
        Some((office, _)) if *office != enrolment.office => return Err(RefusalKind::OtherOffice),
        Some((_, key)) if *key != enrolment.key => return Err(RefusalKind::Forked),
        _ => {}
    }
    match desk.map(|known| &known.desk) {
        None if known.own_series => Err(RefusalKind::Forked),
        Some(desk) if (&desk.office, &desk.desk) != (&enrolment.office, &enrolment.desk) => Err(RefusalKind::OtherOffice),
        Some(desk) if desk.key != enrolment.key => Err(RefusalKind::Forked),
        _ => Ok(()),
    }
}
