//! What every paper is printed with: the press, the office's letterhead, and its wording.

use crate::context::Context;
use crate::error::DeskError;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use loket_letters::{Letterhead, Paper, Press, Wording};

/// A press that knows whose paper it prints.
#[derive(Clone, Copy)]
pub(crate) struct Printer<'a> {
    pub(crate) press: &'a Press,
    pub(crate) context: Context<'a>,
}

impl Printer<'_> {
    pub(crate) fn letterhead(&self) -> Letterhead {
        let profile = &self.context.office.profile;
        Letterhead {
            emblem: profile.emblem.as_ref().and_then(|emblem| STANDARD.decode(emblem).ok()),
            government: profile.letterhead_government.clone(),
            office: profile.letterhead_office.clone(),
            contact_lines: profile.letterhead_lines.clone(),
        }
    }

    /// The wording of letters as it holds.
    pub(crate) fn wording(&self) -> Wording {
        Wording::of(self.context.texts())
    }

    /// Papers of one sort one after another.
    pub(crate) fn print_together(&self, title: &str, papers: &[&dyn Paper]) -> Result<Vec<u8>, DeskError> {
        let size = self.context.office.profile.paper;
        Ok(self.press.print_together(title, papers, &self.letterhead(), size, &self.wording())?)
    }

    pub(crate) fn print(&self, paper: &dyn Paper) -> Result<Vec<u8>, DeskError> {
        let size = self.context.office.profile.paper;
        Ok(self.press.print_worded(paper, &self.letterhead(), size, &self.wording())?)
    }
}
