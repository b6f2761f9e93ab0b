//! A pack as it was signed.

use serde::{Deserialize, Serialize};

use super::{Pack, PackFault};

/// Largest text of a pack, in bytes.
pub const LARGEST_PACK: usize = 1 << 20;

/// The very text that PPID Utama signed, its signature, and the pack that the text tells of, checked. Whether the signature
/// holds is not known here: `loket_journal::verify_pack` tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Sheet", into = "Sheet")]
pub struct SignedPack {
    sheet: Sheet,
    pack: Pack,
}

/// How it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Sheet {
    text: String,
    signature: String,
}

impl SignedPack {
    /// Reads the pack that `text` tells of; `signature` is hexadecimal.
    ///
    /// # Errors
    /// [`PackFault`] says why it cannot be used.
    pub fn new(text: String, signature: String) -> Result<Self, PackFault> {
        Sheet { text, signature }.try_into()
    }

    /// The pack.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// What was signed.
    pub fn text(&self) -> &str {
        &self.sheet.text
    }

    /// The signature, in hexadecimal.
    pub fn signature(&self) -> &str {
        &self.sheet.signature
    }

    /// Whether both say the same, by whichever way they came.
    pub fn is(&self, other: &Self) -> bool {
        self.sheet.text == other.sheet.text
    }
}

impl TryFrom<Sheet> for SignedPack {
    type Error = PackFault;

    fn try_from(sheet: Sheet) -> Result<Self, PackFault> {
        if sheet.text.len() > LARGEST_PACK {
            return Err(PackFault::TooLarge);
        }
        let pack = Pack::read(&sheet.text)?;
        Ok(Self { sheet, pack })
    }
}

impl From<SignedPack> for Sheet {
    fn from(signed: SignedPack) -> Self {
        signed.sheet
    }
}
