//! Taking back what was copied from the old book by mistake: one line of it, or all that came in with it.

use crate::error::DeskError;
use crate::forms::action::{Action, Effect};
use crate::forms::boxes::{Boxes, typed};
use crate::forms::form::{long_text, section};
use crate::forms::noun::{Noun, no_draft};
use crate::journal::Journal;
use crate::journal::transaction::Written;
use crate::kernel::moment::Moment;
use crate::old_book::known::{copied_by, known_copy};
use crate::views::action::{ActionForm, Done};
use crate::views::subject::{SubjectKind, SubjectRef};
use loket_domain::authority::Duty;
use loket_domain::change::{Change, OldBookChange};
use loket_domain::old_book::CopiedRequest;
use loket_domain::problem::{Problems, Refused};
use loket_journal::{Matter, Subject};
use uuid::Uuid;

/// How the steps of a copied request are written.
pub(crate) const OLD_REQUEST: Noun<CopiedRequest, OldBookChange> = Noun {
    kind: SubjectKind::OldRequest,
    named: true,
    steps: &[TAKE_BACK, TAKE_BACK_IMPORT],
    find: |tables, _, id| known_copy(tables, id),
    heading: |_| None,
    about: |_| Ok(vec![]),
    main: |_, _| false,
    seldom: |_| false,
    write: |journal, id, change, moment| {
        journal.write_matter::<CopiedRequest>(id, Duty::Administer, moment, |_, _, _, _| Ok(Change::OldBook(change)))
    },
    page: |id| Some(SubjectRef::new(SubjectKind::OldRequest, id)),
    paper: |_, _| None,
    draft: no_draft,
    replaced: |_, _| None,
};

const TAKE_BACK: Action<CopiedRequest, OldBookChange> = Action {
    code: "take_back",
    label: "Tarik kembali baris ini",
    duty: Some(Duty::Administer),
    offered: CopiedRequest::holds,
    may: |copied, _| may_take_back(copied),
    confirm: |_| None,
    form: Some(|ask| Ok(why_form("Tarik kembali baris ini").intro(format!("Nomor {}", ask.state.request.number)))),
    effect: Effect::Command {
        command: |ask, form| taking_back(form, ask.moment),
        said: "Baris buku lama ditarik kembali.",
        paper: None,
    },
};

const TAKE_BACK_IMPORT: Action<CopiedRequest, OldBookChange> = Action {
    code: "take_back_import",
    label: "Batalkan seluruh impornya",
    form: Some(|ask| {
        let count = copied_by(ask.tables, ask.state.import)?.len();
        let intro =
            format!("{count} permohonan yang disalin bersama baris ini ditarik kembali sekaligus; berkasnya dapat diimpor lagi.");
        Ok(why_form("Batalkan seluruh impor").intro(intro))
    }),
    effect: Effect::Elsewhere(take_back_import),
    ..TAKE_BACK
};

fn may_take_back(copied: &CopiedRequest) -> Result<(), Refused> {
    if copied.holds() { Ok(()) } else { Err(Refused::NotNow("Salinan ini sudah ditarik kembali.")) }
}

fn why_form(title: &str) -> ActionForm {
    let reason = long_text("reason", "Mengapa ditarik kembali", "").needed();
    ActionForm::new(title, "Tarik kembali", vec![section("", vec![reason])])
}

fn taking_back(form: &Boxes<'_>, moment: Moment) -> Result<OldBookChange, DeskError> {
    let mut p = Problems::default();
    let reason = p.text("reason", &typed(form, "reason"), 1_000, "Tulis mengapa salinan ini ditarik kembali.");
    Ok(OldBookChange::OldRequestTakenBack { on: moment.local.date(), reason: p.or(Some(reason))? })
}

/// Takes back everything that came in by the same act, as one.
fn take_back_import(
    journal: &mut Journal,
    _id: Uuid,
    copied: &CopiedRequest,
    form: &Boxes<'_>,
    moment: Moment,
) -> Result<Done, DeskError> {
    let change = taking_back(form, moment)?;
    form.all_read()?;
    let mut count = 0;
    journal.commit_in_parts(Duty::Administer, moment, |transaction, _, _| {
        let found = copied_by(transaction, copied.import)?;
        count = found.len();
        let written = |id| Written { subject: Subject::matter(Matter::OldRequest, id), changes: vec![change.clone().into()] };
        Ok(found.into_iter().map(|found| written(found.id)).collect())
    })?;
    let subject = Some(SubjectRef::new(SubjectKind::OldRequest, ""));
    Ok(Done {
        subject,
        paper: None,
        papers: vec![],
        said: format!("{count} permohonan buku lama ditarik kembali."),
        shown_once: None,
    })
}
