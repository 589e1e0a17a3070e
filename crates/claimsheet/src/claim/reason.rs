//! What decided on a claim.

use crate::signal::SignalKind;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;

/// One thing that spoke for or against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reason {
    /// What sort of thing.
    #[serde(rename = "signal")]
    pub kind: ReasonKind,
    /// The words that raised it, or what it means where no words did.
    pub text: String,
    /// How much it weighed; negative speaks against.
    pub weight: f64,
}

/// What sort of thing spoke for or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ReasonKind {
    /// Words that a detector found.
    Detector(SignalKind),
    /// How the sentence is made: its length, its place, its marks.
    Form,
    /// Words that weigh by themselves.
    Words,
    /// What makes it due soon or late.
    Priority,
    /// A rule that insists on a claim.
    Rule,
    /// A pattern of the house that insists on a claim.
    HousePattern,
}

impl ReasonKind {
    const PLAIN: &[Self] = &[Self::Form, Self::Words, Self::Priority, Self::Rule, Self::HousePattern];

    /// Its name, as in JSON: that of the detector, where it is one.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Detector(kind) => kind.name(),
            Self::Form => "form",
            Self::Words => "words",
            Self::Priority => "priority",
            Self::Rule => "rule",
            Self::HousePattern => "house pattern",
        }
    }
}

impl Serialize for ReasonKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for ReasonKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(deserializer)?;
        let detectors = SignalKind::ALL.iter().map(|kind| Self::Detector(*kind));
        let mut all = Self::PLAIN.iter().copied().chain(detectors);
        all.find(|kind| kind.name() == name).ok_or_else(|| de::Error::custom(format!("there is no reason {name:?}")))
    }
}
