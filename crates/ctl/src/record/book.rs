//! What was asked and what was answered, one file a command.

use loket_desk::{DeskError, Said};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

use super::json::pretty;
use crate::account::TaskError;

/// The file in which the stories' names for what happened stand.
const NAMES: &str = "names";

/// Everything that was recorded: by command, then by the name a story calls it.
#[derive(Default)]
pub(super) struct Book(BTreeMap<String, BTreeMap<String, Value>>);

impl Book {
    /// Keeps what the core said to `command`, under `name`. What was a yes comes back.
    pub(super) fn keep<T: Serialize>(
        &mut self,
        command: &str,
        name: &str,
        asked: Value,
        answer: Result<T, DeskError>,
    ) -> Result<Option<T>, TaskError> {
        let (key, said, answer) = match answer {
            Ok(answer) => ("answer", serde_json::to_value(&answer), Some(answer)),
            Err(error) => ("said", serde_json::to_value(Said::from(&error)), None),
        };
        let said = said.map_err(|error| TaskError::Unexpected(format!("{command}: {error}")))?;
        self.put(command, name, json!({"asked": asked, key: said}))?;
        Ok(answer)
    }

    /// Lets stories call the thing with this identity `name`.
    pub(super) fn name(&mut self, name: &str, id: &str) -> Result<(), TaskError> {
        self.put(NAMES, name, json!(id))
    }

    /// The identity of what is called `name`.
    pub(super) fn named(&self, name: &str) -> Result<String, TaskError> {
        let id = self.0.get(NAMES).and_then(|names| names.get(name)).and_then(Value::as_str);
        id.map(ToOwned::to_owned).ok_or_else(|| TaskError::Unexpected(format!("nothing is called {name}")))
    }

    /// Whether `command` has an answer of this name.
    pub(super) fn has(&self, command: &str, name: &str) -> bool {
        self.0.get(command).is_some_and(|answers| answers.contains_key(name))
    }

    fn put(&mut self, command: &str, name: &str, value: Value) -> Result<(), TaskError> {
        match self.0.entry(command.to_owned()).or_default().insert(name.to_owned(), value) {
            None => Ok(()),
            Some(_) => Err(TaskError::Unexpected(format!("{command} {name} was recorded before"))),
        }
    }

    /// Writes one file a command below `dir`; what was recorded there before goes.
    pub(super) fn write(&self, dir: &Path) -> Result<(), TaskError> {
        let fault = |path: &Path| TaskError::file(path.display().to_string());
        std::fs::create_dir_all(dir).map_err(fault(dir))?;
        for file in std::fs::read_dir(dir).map_err(fault(dir))? {
            let path = file.map_err(fault(dir))?.path();
            if path.extension().is_some_and(|ending| ending == "json") {
                std::fs::remove_file(&path).map_err(fault(&path))?;
            }
        }
        for (command, answers) in &self.0 {
            let path = dir.join(format!("{command}.json"));
            let answers = Value::Object(answers.clone().into_iter().collect());
            std::fs::write(&path, pretty(&answers)).map_err(fault(&path))?;
        }
        Ok(())
    }
}
