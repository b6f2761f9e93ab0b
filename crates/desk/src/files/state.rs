//! The files of a request as the window shows them.

use crate::context::Context;
use crate::store::enrolment;

use loket_domain::attachment::Attached;
use loket_domain::authority::Duty;
use loket_domain::indonesian::{bytes as in_words, date as words};
use loket_domain::request::{Request, may_attach};
use rusqlite::Connection;

use crate::error::DeskError;
use crate::files::WITHDRAW_FILE;
use crate::store::objects::{self, Whereabouts};
use crate::views::{FileItem, FileState, Files};

/// The files of a request, oldest first, and whether another may be attached.
pub(crate) fn files_of(tables: &Connection, context: &Context<'_>, request: &Request) -> Result<Files, DeskError> {
    let enrolled = enrolment::enrolment(tables)?.is_some();
    let item = |attached: &Attached| {
        let file = &attached.file;
        let place = objects::whereabouts(tables, &file.digest)?;
        let state = state(&place, enrolled);
        Ok(FileItem {
            digest: file.digest.clone(),
            name: file.name.clone(),
            purpose: file.purpose.label().to_owned(),
            details: format!("{}, {}, dilampirkan {}", file.label(), in_words(file.size), words(attached.on)),
            state,
            state_label: label(state).to_owned(),
            away: !place.here,
            reason: place.refused,
        })
    };
    let may = may_attach(request).and_then(|()| context.office.may(context.account, Duty::Serve));
    let items: Vec<FileItem> = request.attached().map(item).collect::<Result<_, DeskError>>()?;
    Ok(Files {
        withdraw: (!items.is_empty()).then(|| WITHDRAW_FILE.to_owned()),
        items,
        purposes: super::purposes(),
        refused: may.err().map(|refused| refused.to_string()),
    })
}

fn state(place: &Whereabouts, enrolled: bool) -> FileState {
    match place {
        Whereabouts { here: true, sent: true, .. } => FileState::Sent,
        Whereabouts { here: true, refused: Some(_), .. } | Whereabouts { wanted: true, refused: Some(_), .. } => {
            FileState::Refused
        }
        Whereabouts { here: true, .. } if enrolled => FileState::Waiting,
        Whereabouts { here: true, .. } => FileState::Here,
        Whereabouts { wanted: true, .. } => FileState::Coming,
        _ => FileState::Away,
    }
}

fn label(state: FileState) -> &'static str {
    match state {
        FileState::Here => "di komputer ini",
        FileState::Waiting => "di komputer ini, menunggu dikirim",
        FileState::Sent => "di komputer ini dan di PPID Utama",
        FileState::Refused => "perlu ditinjau",
        FileState::Coming => "sedang diambil",
        FileState::Away => "belum diambil dari PPID Utama",
    }
}
