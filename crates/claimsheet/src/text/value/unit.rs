//! What a number counts or measures.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::Deref;

/// The unit of a quantity; in JSON and as text its [name](Self::as_str).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// A bare number.
    #[default]
    None,
    /// An amount of money, by its ISO 4217 code.
    Currency(String),
    /// Hundredths.
    Percent,
    /// A length of time.
    Time(TimeUnit),
    /// A unit's symbol (`km`, `°C`), or what is counted, in the words of the text (`people`).
    Named(String),
}

named! {
    /// A unit of time.
    pub enum TimeUnit {
        /// A second.
        Second = "second",
        /// A minute.
        Minute = "minute",
        /// An hour.
        Hour = "hour",
        /// A day.
        Day = "day",
        /// A night.
        Night = "night",
        /// Seven days.
        Week = "week",
        /// A month.
        Month = "month",
        /// A year.
        Year = "year",
        /// Ten years.
        Decade = "decade",
        /// A hundred years.
        Century = "century",
    }
}

impl Unit {
    /// The unit that `words` name, in small letters and the singular for those of time; of no money.
    pub fn named(words: &str) -> Self {
        match words {
            "" => Self::None,
            "%" => Self::Percent,
            _ => {
                let time = TimeUnit::ALL.iter().copied().find(|unit| unit.name() == words);
                time.map_or_else(|| Self::Named(words.to_owned()), Self::Time)
            }
        }
    }

    /// The unit of a quantity of that form that `words` name: of money, by its code.
    pub fn of_form(form: super::Form, words: &str) -> Self {
        match form {
            super::Form::Money if !words.is_empty() => Self::Currency(words.to_owned()),
            _ => Self::named(words),
        }
    }

    /// Its name; empty for a bare number.
    pub fn as_str(&self) -> &str {
        match self {
            Self::None => "",
            Self::Percent => "%",
            Self::Time(unit) => unit.name(),
            Self::Currency(name) | Self::Named(name) => name,
        }
    }

    /// Whether it measures time.
    pub const fn is_of_time(&self) -> bool {
        matches!(self, Self::Time(_))
    }
}

impl Deref for Unit {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Unit {
    fn eq(&self, name: &str) -> bool {
        self.as_str() == name
    }
}

impl PartialEq<&str> for Unit {
    fn eq(&self, name: &&str) -> bool {
        self.as_str() == *name
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Unit {
    /// Three capitals are the code of a currency.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let is_code = name.len() == 3 && name.bytes().all(|letter| letter.is_ascii_uppercase());
        Ok(if is_code { Self::Currency(name) } else { Self::named(&name) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_as_it_is_written() {
        for (unit, name) in [
            (Unit::None, ""),
            (Unit::Currency("USD".to_owned()), "USD"),
            (Unit::Percent, "%"),
            (Unit::Time(TimeUnit::Decade), "decade"),
            (Unit::Named("people".to_owned()), "people"),
        ] {
            assert_eq!(unit, *name);
            let read = Unit::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name));
            assert_eq!(read, Ok(unit));
        }
    }
}
