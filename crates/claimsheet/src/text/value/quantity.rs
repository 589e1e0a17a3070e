//! A number with what it counts.

use super::Unit;
use crate::text::set::Kind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A number, range or share with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Quantity {
    /// What kind of number.
    pub form: Form,
    /// The number; the lower end of a range; the first part of a ratio or score. Millions and
    /// billions are multiplied out; 40 per cent is 40.
    pub amount: f64,
    /// The upper end of a range; the second part of a ratio or score.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub upper: Option<f64>,
    /// What it counts or measures.
    pub unit: Unit,
    /// The unit of a rate behind "per", "a", "annually": "year", "hour".
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub per: Option<Unit>,
    /// "up to", "about" ….
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub qualifier: Option<Qualifier>,
    /// How many digits behind the decimal mark the text gives, before "million" and the like.
    pub decimals: u8,
    /// What the number as written is multiplied by: 1e6 for "million", else 1.
    pub scale: f64,
}

impl Quantity {
    /// A number without anything further: no range, rate or qualifier, no decimals, not multiplied.
    pub const fn new(form: Form, amount: f64, unit: Unit) -> Self {
        Self { form, amount, upper: None, unit, per: None, qualifier: None, decimals: 0, scale: 1.0 }
    }
}

/// What kind of number a [`Quantity`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Form {
    /// A count or bare number.
    Count,
    /// An amount of money.
    Money,
    /// A share in per cent.
    Percent,
    /// Percentage points.
    Points,
    /// A position: third, 14th.
    Ordinal,
    /// One in five, two-thirds, half.
    Fraction,
    /// 3 to 1, 3-to-1.
    Ratio,
    /// A number with a unit of measurement.
    Measure,
    /// How old.
    Age,
    /// 3–1, 47 to 25.
    Score,
    /// Twice, doubled, threefold.
    Multiple,
    /// Several, dozens, most: a quantity without a number.
    Vague,
    /// A page, article, section or paragraph.
    Reference,
}

/// A word that bends a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Qualifier {
    /// At most: "up to", "as many as", "no more than".
    UpTo,
    /// "more than", "over", "at least", "upwards of".
    AtLeast,
    /// "about", "around", "roughly", "some".
    About,
    /// "nearly", "almost", "close to", "just under", "fewer than".
    Under,
    /// "exactly", "just", "only".
    Exactly,
    /// "an average of", "a median".
    Average,
}

impl fmt::Display for Quantity {
    /// Reads as `600000000000 USD per year (up to)`, `10–15 %`, `3:1`, `5–4`, `several people`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.form, self.upper) {
            (Form::Vague, _) => write!(f, "some")?,
            (Form::Ratio | Form::Fraction, Some(upper)) => write!(f, "{}:{upper}", self.amount)?,
            (_, Some(upper)) => write!(f, "{}–{upper}", self.amount)?,
            (Form::Multiple, None) => write!(f, "{}×", self.amount)?,
            _ => write!(f, "{}", self.amount)?,
        }
        if !self.unit.is_empty() {
            write!(f, " {}", self.unit)?;
        }
        if let Some(per) = &self.per {
            write!(f, " per {per}")?;
        }
        match self.qualifier {
            Some(qualifier) => write!(f, " ({})", qualifier.name()),
            None => Ok(()),
        }
    }
}

impl Qualifier {
    /// Its name in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::UpTo => "up to",
            Self::AtLeast => "at least",
            Self::About => "about",
            Self::Under => "under",
            Self::Exactly => "exactly",
            Self::Average => "average",
        }
    }
}

impl Kind for Form {
    fn number(self) -> u32 {
        self as u32
    }
}
