//! What was typed into a form of the public's door, and what must change in it.

use axum::extract::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use loket_domain::problem::FieldProblem;
use maud::{Markup, html};

use super::super::kit::page::{Field, id};

/// The box with the seal of the form.
pub(super) const SHEET_BOX: &str = "lembar";
/// The box that says which button was pressed.
pub(super) const STEP_BOX: &str = "langkah";
/// A box that nobody sees: only robots fill it in.
pub(super) const TRAP_BOX: &str = "situs";

/// What came with a form: as it was typed, so that nothing of it is lost.
#[derive(Debug, Clone, Default)]
pub(super) struct TypedBoxes(Vec<(String, String)>);

impl TypedBoxes {
    /// What was sent; the status of what is no form.
    pub(super) fn read(sent: Result<Form<Vec<(String, String)>>, FormRejection>) -> Result<Self, StatusCode> {
        sent.map(|Form(boxes)| Self(boxes)).map_err(|rejected| rejected.into_response().status())
    }

    /// The first value under this name; empty when there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(named, _)| named == name).map_or("", |(_, value)| value)
    }

    /// Every value under this name.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(named, _)| named == name).map(|(_, value)| value.clone()).collect()
    }

    /// The same with other words in one box.
    pub(super) fn with(&self, name: &str, value: &str) -> Self {
        let others = self.0.iter().filter(|(named, _)| named != name).cloned();
        Self(others.chain([(name.to_owned(), value.to_owned())]).collect())
    }

    /// Carries everything but the button and the seal through another form.
    pub(super) fn carried(&self) -> Markup {
        let own = |name: &str| [SHEET_BOX, STEP_BOX, TRAP_BOX].contains(&name);
        html! {
            @for (name, value) in self.0.iter().filter(|(name, _)| !own(name)) {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}

/// What must change, box by box.
#[derive(Debug, Clone, Default)]
pub(super) struct Wrongs(Vec<FieldProblem>);

impl Wrongs {
    pub(super) fn of(problems: Vec<FieldProblem>) -> Self {
        // A line of a list is told at the list.
        let whole = |field: &str| field.split('.').next().unwrap_or(field).to_owned();
        Self(problems.into_iter().map(|problem| FieldProblem { field: whole(&problem.field), ..problem }).collect())
    }

    /// What is wrong with one box.
    pub(super) fn at(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|problem| problem.field == name).map(|problem| problem.message.as_str())
    }

    /// All of it at the head of the form, each with the way to its box.
    pub(super) fn summary(&self) -> Markup {
        html! {
            @if !self.0.is_empty() {
                div.said role="alert" {
                    p { "Belum terkirim. Perbaiki dahulu:" }
                    ul { @for problem in &self.0 { li { a href={ "#" (id(&problem.field)) } { (problem.message) } } } }
                }
            }
        }
    }
}

/// One box, with what was typed into it and what is wrong with that.
pub(super) fn typed_field<'a>(name: &'a str, label: &'a str, typed: &'a TypedBoxes, wrongs: &'a Wrongs) -> Field<'a> {
    Field::new(name, label).value(typed.get(name)).problem(wrongs.at(name))
}

/// A box that is ticked or not.
pub(super) fn tick(name: &str, value: &str, label: &str, ticked: bool, wrongs: &Wrongs) -> Markup {
    let identity = if value == "ya" { id(name) } else { format!("{}-{value}", id(name)) };
    let problem = wrongs.at(name).filter(|_| value == "ya");
    html! {
        p.field.tick {
            input type="checkbox" id=(identity) name=(name) value=(value) checked[ticked] aria-invalid=[problem.map(|_| "true")];
            label for=(identity) { (label) }
            @if let Some(problem) = problem { span.problem { (problem) } }
        }
    }
}

/// The seal, and the box that only robots fill in.
pub(super) fn sealed(seal: &str) -> Markup {
    html! {
        input type="hidden" name=(SHEET_BOX) value=(seal);
        p.trap aria-hidden="true" {
            label for=(id(TRAP_BOX)) { "Biarkan kotak ini kosong" }
            input id=(id(TRAP_BOX)) name=(TRAP_BOX) type="text" tabindex="-1" autocomplete="off";
        }
    }
}
