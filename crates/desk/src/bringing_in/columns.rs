//! Columns, and the many words by which offices head them.

/// A column of a table that is brought in.
pub(crate) struct KnownColumn {
    /// Its head in what is exported.
    pub(crate) label: &'static str,
    /// Whether a table cannot do without it.
    pub(crate) needed: bool,
    /// Words by which an import knows it, the surest first: all of a line must be in the head. Blanks at the ends of a word are the
    /// ends of words in the head.
    pub(crate) known: &'static [&'static [&'static str]],
    /// Words that a head of this column never has.
    pub(crate) never: &'static [&'static str],
}

/// For each column the heads that are its own: one, or several that say the same where its head may stand over several (`parted`).
/// A head is that of one column at most; among words as sure, columns look for their heads `in_turn`.
pub(crate) fn find_places<const N: usize>(
    columns: &[KnownColumn; N],
    in_turn: &[usize],
    parted: &[usize],
    heads: &[String],
) -> [Vec<usize>; N] {
    let plain: Vec<String> = heads.iter().map(|head| plain(head)).collect();
    let mut places: [Vec<usize>; N] = std::array::from_fn(|_| vec![]);
    let mut taken = vec![false; heads.len()];
    let surest = columns.iter().map(|column| column.known.len()).max().unwrap_or(0);
    for sureness in 0..surest {
        for of in in_turn.iter().copied().filter(|of| *of < N) {
            let column = &columns[of];
            let Some(words) = column.known.get(sureness).filter(|_| places[of].is_empty()) else { continue };
            let is_head = |head: &String| {
                words.iter().all(|word| head.contains(word)) && !column.never.iter().any(|word| head.contains(word))
            };
            let free = |taken: &[bool], at: usize| taken.get(at) == Some(&false);
            let Some(found) = plain.iter().enumerate().position(|(at, head)| free(&taken, at) && is_head(head)) else {
                continue;
            };
            // One head is often merged over several columns, such as one for each form.
            let merged = |(at, head): &(usize, &String)| free(&taken, *at) && plain.get(found) == Some(*head);
            let all: Vec<usize> = if parted.contains(&of) {
                plain.iter().enumerate().filter(merged).map(|(at, _)| at).collect()
            } else {
                vec![found]
            };
            for at in all {
                if let Some(taken) = taken.get_mut(at) {
                    *taken = true;
                }
                places[of].push(at);
            }
        }
    }
    places
}

/// A head in small letters, with one blank around and between its words.
pub(crate) fn plain(head: &str) -> String {
    let letters: String = head.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    format!(" {} ", letters.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// That these columns are missing, and what to do.
pub(crate) fn missing_said(missing: &[&str], instead: &str) -> String {
    let missing = missing.join("; ");
    format!("Berkas ini belum punya kolom: {missing}. Tambahkan judul kolom itu{instead}.")
}
