//! Small bars: inline SVG beside the figures they draw, so that nothing is said by colour or length alone.

use maud::{Markup, html};

/// Parts of one bar, each with the class that colours it; `most` fills the whole width.
pub(crate) fn bar(parts: &[(&str, u64)], most: u64) -> Markup {
    let scale = |count: u64| count.saturating_mul(1000).checked_div(most).unwrap_or(0);
    let placed = parts.iter().scan(0, |from, (class, count)| {
        let (x, width) = (*from, scale(*count));
        *from += width;
        Some((class, x, width))
    });
    html! {
        svg.bar viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.ground x="0" y="0" width="1000" height="10" {}
            @for (class, x, width) in placed { rect class=(class) x=(x) y="0" width=(width) height="10" {} }
        }
    }
}
