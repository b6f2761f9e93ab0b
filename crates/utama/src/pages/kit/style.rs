//! How pages look: a file for each of what they are made of, sent as one stylesheet.

/// The stylesheet. Later files may narrow what earlier ones say; what a part looks like on a phone stands at its own end.
pub(crate) const STYLE: &str = concat!(
    include_str!("style/ground.css"),
    include_str!("style/frame.css"),
    include_str!("style/sheet.css"),
    include_str!("style/figures.css"),
    include_str!("style/table.css"),
    include_str!("style/tone.css"),
    include_str!("style/field.css"),
    include_str!("style/button.css"),
    include_str!("style/choices.css"),
    include_str!("style/notice.css"),
    include_str!("style/links.css"),
    include_str!("style/facts.css"),
    include_str!("style/story.css"),
    include_str!("style/chart.css"),
    include_str!("style/print.css"),
);

#[cfg(test)]
mod tests {
    use super::STYLE;
    use std::path::Path;

    #[test]
    #[allow(clippy::unwrap_used)]
    fn every_file_of_the_folder_is_sent() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages/kit/style");
        let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
        assert!(!files.is_empty());
        for file in files {
            assert!(STYLE.contains(&std::fs::read_to_string(&file).unwrap()), "{} is not sent", file.display());
        }
    }
}
