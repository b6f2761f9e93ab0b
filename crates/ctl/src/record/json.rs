//! JSON as a person reads it: what fits on a line stands on one.

use serde_json::Value;

/// Columns of a line.
const WIDTH: usize = 120;

/// `value` on lines of at most [`WIDTH`] columns where its texts allow it, with the keys of every object in order.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, 0, &mut text);
    text.push('\n');
    text
}

fn write(value: &Value, indent: usize, before: usize, text: &mut String) {
    let short = compact(value);
    let parts: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        Value::Object(fields) => sorted(fields).map(|(name, value)| (format!("{}: ", quoted(name)), value)).collect(),
        _ => vec![],
    };
    // One column is left for a comma.
    if parts.is_empty() || before + short.chars().count() < WIDTH {
        text.push_str(&short);
        return;
    }
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    text.push(open);
    let last = parts.len() - 1;
    for (at, (name, value)) in parts.into_iter().enumerate() {
        text.push('\n');
        text.push_str(&" ".repeat(indent + 2));
        text.push_str(&name);
        write(value, indent + 2, indent + 2 + name.chars().count(), text);
        text.push_str(if at == last { "" } else { "," });
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(close);
}

/// The same whether or not another crate lets objects keep the order in which they were filled.
fn sorted(fields: &serde_json::Map<String, Value>) -> impl Iterator<Item = (&String, &Value)> {
    let mut fields: Vec<_> = fields.iter().collect();
    fields.sort_by_key(|(name, _)| *name);
    fields.into_iter()
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn compact(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(compact).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let fields = sorted(fields).map(|(name, value)| format!("{}: {}", quoted(name), compact(value)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}
