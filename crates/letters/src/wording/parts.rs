//! Reading a template: paragraphs, and in them words, placeholders and what is bold.

use super::fault::WordingFault;

/// A piece of a paragraph, and whether it is bold.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TextPart<'a> {
    Text(&'a str, bool),
    Placeholder(&'a str, bool),
}

/// The paragraphs of a text: what stands between empty lines, each on one line.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let joined: Vec<String> = lines.split(|line| line.is_empty()).map(|lines| lines.join(" ")).collect();
    joined.into_iter().filter(|paragraph| !paragraph.is_empty())
}

/// The pieces of a paragraph.
///
/// # Errors
/// A brace or an asterisk without its partner.
pub(super) fn parts(paragraph: &str) -> Result<Vec<TextPart<'_>>, WordingFault> {
    let mut parts = Vec::new();
    let mut bold = false;
    let mut rest = paragraph;
    while let Some(at) = rest.find(['{', '}', '*']) {
        let (before, from) = rest.split_at(at);
        if !before.is_empty() {
            parts.push(TextPart::Text(before, bold));
        }
        if let Some(after) = from.strip_prefix('*') {
            bold = !bold;
            rest = after;
            continue;
        }
        let inside = from.strip_prefix('{').ok_or(WordingFault::Unbalanced)?;
        let (name, after) = inside.split_once('}').ok_or(WordingFault::Unbalanced)?;
        if name.contains('{') {
            return Err(WordingFault::Unbalanced);
        }
        parts.push(TextPart::Placeholder(name, bold));
        rest = after;
    }
    if bold {
        return Err(WordingFault::HalfBold);
    }
    if !rest.is_empty() {
        parts.push(TextPart::Text(rest, false));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_read_as_words_placeholders_and_what_is_bold() {
        assert_eq!(
            parts("Yth. *{nama}, S.H.* di tempat"),
            Ok(vec![
                TextPart::Text("Yth. ", false),
                TextPart::Placeholder("nama", true),
                TextPart::Text(", S.H.", true),
                TextPart::Text(" di tempat", false),
            ])
        );
        assert_eq!(parts("a *b"), Err(WordingFault::HalfBold));
        assert_eq!(parts("{a"), Err(WordingFault::Unbalanced));
    }
}
