//! Who signs.

/// In what right somebody signs for a position that is not his or her own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// *atas nama*, on behalf of: `a.n.`
    OnBehalf,
    /// *pelaksana tugas*, acting while the position is vacant: `Plt.`
    Acting,
    /// *pelaksana harian*, for the day while the holder is away: `Plh.`
    ActingDaily,
}

impl Capacity {
    /// The abbreviation that stands before the position.
    #[must_use]
    pub fn abbreviation(self) -> &'static str {
        match self {
            Capacity::OnBehalf => "a.n.",
            Capacity::Acting => "Plt.",
            Capacity::ActingDaily => "Plh.",
        }
    }
}

/// The official who signs a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signatory {
    /// `None` when the signatory holds the position.
    pub capacity: Option<Capacity>,
    /// The position, without a comma at its end: `Camat Perbaungan selaku PPID Pelaksana`.
    pub position: String,
    /// The name with its titles. Empty leaves a dotted line to be filled in by hand.
    pub name: String,
    /// Rank and grade (*pangkat/golongan*): `Pembina (IV/a)`.
    pub rank: Option<String>,
    /// The 18-digit civil service number, printed as it is given.
    pub nip: Option<String>,
}

impl Signatory {
    /// The line above the signature: capacity and position, ending in a comma.
    #[must_use]
    pub fn heading(&self) -> String {
        match self.capacity {
            Some(capacity) => format!("{} {},", capacity.abbreviation(), self.position),
            None => format!("{},", self.position),
        }
    }
}
