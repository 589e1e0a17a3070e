//! A fact as a row.

use super::end;
use chrono::NaiveDate;
use claimsheet::claim::{Fact, FactValue, LeftOut, ToVerify};
use claimsheet::text::value::{Form, Unit};
use serde::Serialize;
use std::borrow::Cow;

/// A fact of a claim.
#[derive(Debug, Clone, Serialize)]
pub struct FactRow<'a> {
    /// What it is.
    pub role: &'static str,
    /// Its words.
    pub text: &'a str,
    /// First byte in the article's text.
    pub at: u32,
    /// One past the last byte, where its words do not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<u32>,
    /// What a checker verifies, by its keys in `verify.txt`, where the fact is among the few to tick.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verify: Option<Cow<'a, str>>,
    /// Why it is not ticked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_out: Option<&'static str>,
    /// Its value.
    #[serde(flatten)]
    pub value: ValueRow<'a>,
}

/// The value of a fact: a quantity has a form and an amount, a time a precision.
#[derive(Debug, Clone, Default, Serialize)]
pub struct ValueRow<'a> {
    /// What kind of number: count, money, percent …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<&'static str>,
    /// The number; the lower end of a range; the first part of a ratio or score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// The upper end of a range; the second part of a ratio or score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upper: Option<f64>,
    /// What it counts or measures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'a str>,
    /// The unit of a rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<&'a str>,
    /// About, up to …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<&'static str>,
    /// How precise a time is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<&'static str>,
    /// First day that a time can mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Last day that it can mean, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<NaiveDate>,
}

impl<'a> FactRow<'a> {
    /// The row of a fact.
    pub fn of(fact: &'a Fact) -> Self {
        Self {
            role: fact.role.name(),
            text: &fact.text,
            at: fact.span.start,
            end: end(fact.span, &fact.text),
            verify: fact.tick.then(|| keys(&fact.verify)),
            left_out: fact.left_out.map(left_out),
            value: fact.value.as_ref().map(ValueRow::of).unwrap_or_default(),
        }
    }
}

impl<'a> ValueRow<'a> {
    fn of(value: &'a FactValue) -> Self {
        match value {
            FactValue::Quantity(quantity) => Self {
                form: Some(form(quantity.form)),
                amount: (quantity.form != Form::Vague).then_some(quantity.amount),
                upper: quantity.upper,
                unit: Some(&quantity.unit).filter(|unit| !unit.is_empty()).map(Unit::as_str),
                per: quantity.per.as_ref().map(Unit::as_str),
                qualifier: quantity.qualifier.map(claimsheet::text::value::Qualifier::name),
                ..Self::default()
            },
            FactValue::Date(date) => Self {
                precision: Some(date.precision.name()),
                from: date.from,
                to: date.to.filter(|to| date.from != Some(*to)),
                ..Self::default()
            },
            _ => Self::default(),
        }
    }
}

/// The keys of what is to be verified; a house's own wording is its key.
pub(super) fn keys(verify: &ToVerify) -> Cow<'_, str> {
    match verify {
        ToVerify::Worded(words) => Cow::Borrowed(words),
        ToVerify::Known { what, more, .. } if more.is_empty() => Cow::Borrowed(what.key()),
        ToVerify::Known { what, more, .. } => {
            let keys: Vec<&str> = std::iter::once(what).chain(more).map(|what| what.key()).collect();
            Cow::Owned(keys.join(" "))
        }
    }
}

const fn left_out(why: LeftOut) -> &'static str {
    match why {
        LeftOut::InNames => "names",
        LeftOut::Covered => "covered",
        _ => "minor",
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Money => "money",
        Form::Percent => "percent",
        Form::Points => "points",
        Form::Ordinal => "ordinal",
        Form::Fraction => "fraction",
        Form::Ratio => "ratio",
        Form::Measure => "measure",
        Form::Age => "age",
        Form::Score => "score",
        Form::Multiple => "multiple",
        Form::Vague => "vague",
        Form::Reference => "reference",
        _ => "count",
    }
}
