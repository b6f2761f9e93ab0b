//! How much at once, and how soon again.

/// Bytes of entries in a first parcel, before they are packed.
const FIRST: usize = 16 << 10;

const SMALLEST: usize = 2 << 10;

const LARGEST: usize = 1 << 20;

/// How many bytes of entries travel at once: more after each time that went well, less after each that did not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pace(usize);

impl Default for Pace {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl Pace {
    pub(crate) fn room(self) -> usize {
        if mutant!(WholeOrNothing) { LARGEST } else { self.0 }
    }

    pub(crate) fn went_well(&mut self) {
        self.0 = (self.0 * 2).min(LARGEST);
    }

    pub(crate) fn broke(&mut self) {
        self.0 = (self.0 / 2).max(SMALLEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_follows_the_link() {
        let mut pace = Pace::default();
        pace.broke();
        pace.went_well();
        assert_eq!(pace.room(), FIRST);
        (0..20).for_each(|_| pace.went_well());
        assert_eq!(pace.room(), LARGEST);
        (0..20).for_each(|_| pace.broke());
        assert_eq!(pace.room(), SMALLEST);
    }
}
