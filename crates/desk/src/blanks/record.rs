//! The page of one numbered form.

use crate::blanks::actions::NUMBERED_FORM;
use crate::blanks::numbered::{self, FormFate};
use crate::error::DeskError;
use crate::views::deadline::Tone;
use crate::views::facts;
use crate::views::parts::{FactGroup, Linked};
use crate::views::record::RecordView;
use crate::views::subject::{SubjectKind, SubjectRef};
use crate::words::look::Look;
use loket_domain::indonesian::weekday_date;

pub(crate) fn form_record(look: &Look<'_>, id: &str) -> Result<RecordView, DeskError> {
    let (tables, context) = (look.tables, look.context);
    let reserved = numbered::known(context, id)?;
    let fate = numbered::fate(tables, context, reserved)?;
    let own = reserved.number.desk == *context.desk_code;
    let (status, reason, linked) = match &fate {
        FormFate::Open => ("Belum dicatat", None, vec![]),
        FormFate::Void(reason) => ("Batal", Some(reason.clone()), vec![]),
        FormFate::Used(request) => {
            let subject = SubjectRef::new(SubjectKind::Request, request);
            ("Terdaftar", None, vec![Linked { label: format!("Permohonan {}", reserved.number.text), subject }])
        }
    };
    // Only the desk whose number it is knows whether it was used.
    let next = if fate == FormFate::Open && own { NUMBERED_FORM.next(context, reserved, look.moment) } else { vec![] };
    Ok(RecordView {
        subject: SubjectRef::new(SubjectKind::NumberedForm, &reserved.number.text),
        title: reserved.number.text.clone(),
        subtitle: "Formulir permohonan bernomor".to_owned(),
        status: status.to_owned(),
        tone: Tone::Calm,
        groups: vec![FactGroup {
            title: String::new(),
            facts: facts([
                ("Disediakan", Some(weekday_date(reserved.on))),
                ("Meja", Some(reserved.number.desk.to_string())),
                ("Kode periksa", Some(numbered::code(tables, reserved)?)),
                ("Mengapa batal", reason),
            ]),
            text: None,
        }],
        deadlines: vec![],
        warning: None,
        next,
        timeline: vec![],
        papers: vec![],
        linked,
    })
}
