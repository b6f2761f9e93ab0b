//! Identities. They are made at the edges (a desk, a server) as UUIDv7 and only carried here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$outer:meta])* $name:ident) => {
        $(#[$outer])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// A request for information (*permohonan*).
    RequestId
);
id!(
    /// A person who signs in at a desk.
    AccountId
);
id!(
    /// A person named in the office's decree (*SK*).
    OfficialId
);
id!(
    /// An objection (*keberatan*) and the dispute that may follow it.
    ObjectionId
);
id!(
    /// A consequence test and the classification it leads to.
    ClassificationId
);
id!(
    /// A question between an office and PPID Utama.
    QuestionId
);
id!(
    /// An item of the catalogue of public information.
    DipItemId
);
id!(
    /// An answer to the satisfaction survey.
    SurveyId
);
id!(
    /// A frozen yearly report.
    ReportId
);
id!(
    /// A desk that was handed from one person to another.
    HandoverId
);
