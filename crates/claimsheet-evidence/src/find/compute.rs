//! Figures that the draft has computed: differences, changes, shares and sums of numbers that the backing has.

use super::figure::{agreement, share};
use super::{Draft, found};
use crate::index::Unit;
use claimsheet::claim::{Evidence, EvidencePlace, EvidenceStatus, Fact};
use claimsheet::text::value::{Form, Quantity};

/// How much of a claim the numbers must speak of.
const LEAST: f64 = 0.24;

/// The same where the figure has three digits and more, which hardly come out by chance.
const LEAST_EXACT: f64 = 0.1;

/// Passages that are tried, the best first.
const TRIED: usize = 24;

/// Words for changes, which ask for two numbers of one kind.
const CHANGE: &[&str] = &[
    "rise",
    "rises",
    "rose",
    "risen",
    "fell",
    "fall",
    "falls",
    "fallen",
    "up",
    "down",
    "grew",
    "grown",
    "increase",
    "increased",
    "cut",
    "cuts",
    "lower",
    "higher",
    "fewer",
    "more",
    "less",
    "gain",
    "gained",
    "adds",
    "added",
    "climbed",
    "dropped",
    "drop",
    "jumped",
    "lasted",
    "lost",
    "shrank",
    "doubled",
    "gap",
    "difference",
    "longer",
    "shorter",
    "above",
    "below",
];

/// A computation that gives the figure of the draft.
struct Sum {
    overlap: f64,
    places: Vec<EvidencePlace>,
    note: String,
    differs: bool,
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, wanted: &[(String, f64)]) -> Option<Evidence> {
    if quantity.amount == 0.0 || matches!(quantity.form, Form::Age | Form::Ordinal | Form::Score | Form::Ratio) {
        return None;
    }
    let least = if digits(quantity) >= 3 { LEAST_EXACT } else { LEAST };
    let mut units: Vec<(f64, &Unit)> = draft
        .index
        .units
        .iter()
        .filter(|unit| !unit.quantities.is_empty())
        .map(|unit| (Draft::overlap(wanted, unit, None), unit))
        .filter(|(overlap, unit)| {
            *overlap >= least || *overlap >= LEAST_EXACT && unit.is_cell && draft.is_beside(fact, unit, 0)
        })
        .collect();
    units.sort_by(|one, two| two.0.total_cmp(&one.0));
    units.truncate(TRIED);
    let is_change = draft.says(CHANGE);
    let mut sums = Vec::new();
    for (overlap, unit) in &units {
        let pairs = pairs(draft, unit);
        for (one, other) in &pairs {
            if is_change {
                sums.extend(
                    change(quantity, one, other).map(|(note, differs)| sum(*overlap, one, other, note, differs)),
                );
            }
        }
        if share(quantity).is_some() && !is_change {
            let parts = parts(draft, unit);
            sums.extend(
                parts
                    .iter()
                    .filter_map(|(part, whole)| Some(sum(*overlap, part, whole, ratio(quantity, part, whole)?, false))),
            );
        }
    }
    let best = sums.into_iter().max_by(|one, two| one.overlap.total_cmp(&two.overlap))?;
    let status = if best.differs { EvidenceStatus::Differs } else { EvidenceStatus::Equivalent };
    Some(found(status, best.places, best.note))
}

/// A number of the backing with its place.
struct Known {
    amount: f64,
    form: Form,
    unit: String,
    text: String,
    place: EvidencePlace,
}

fn sum(overlap: f64, one: &Known, other: &Known, note: String, differs: bool) -> Sum {
    let mut places = vec![one.place.clone(), other.place.clone()];
    places.dedup();
    Sum { overlap, places, note, differs }
}

fn known(draft: &Draft<'_>, unit: &Unit, number: usize) -> Option<Known> {
    let (at, end, quantity) = unit.quantities.get(number)?;
    let text = unit.text.get(*at..*end)?.to_owned();
    Some(Known {
        amount: quantity.amount,
        form: quantity.form,
        unit: quantity.unit.to_string(),
        text,
        place: draft.place(unit, *at),
    })
}

/// Numbers of one kind that stand together: in a sentence, or next to each other in a row or a column.
fn pairs(draft: &Draft<'_>, unit: &Unit) -> Vec<(Known, Known)> {
    let mut found = Vec::new();
    for one in 0..unit.quantities.len() {
        for other in one + 1..unit.quantities.len() {
            found.extend(known(draft, unit, one).zip(known(draft, unit, other)));
        }
    }
    for near in beside(draft, unit) {
        found.extend(known(draft, unit, 0).zip(known(draft, near, 0)));
    }
    found.retain(|(one, other)| {
        let years = |known: &Known| known.unit.is_empty() && (1800.0..2100.0).contains(&known.amount);
        one.form == other.form && (one.unit == other.unit || one.unit.is_empty()) && !years(one) && !years(other)
    });
    found
}

/// The cells beside a cell in its row, and above and below it.
fn beside<'u>(draft: &'u Draft<'_>, unit: &Unit) -> Vec<&'u Unit> {
    let Some((table, row, column)) = draft.index.passage(unit).and_then(|passage| passage.cell) else {
        return Vec::new();
    };
    let is_beside = |other: &&Unit| {
        let cell = draft.index.passage(other).and_then(|passage| passage.cell);
        let at = |cell: (usize, usize, usize)| {
            let across = cell.1 == row && cell.2.abs_diff(column) == 1;
            let along = cell.2 == column && cell.1.abs_diff(row) == 1;
            cell.0 == table && (across || along)
        };
        other.file == unit.file && !other.quantities.is_empty() && cell.is_some_and(at)
    };
    draft.index.units.iter().filter(|other| other.is_cell).filter(is_beside).collect()
}

/// The figure as the change from one number to another.
fn change(quantity: &Quantity, one: &Known, other: &Known) -> Option<(String, bool)> {
    let (low, high) = if one.amount < other.amount { (one, other) } else { (other, one) };
    let difference = high.amount - low.amount;
    let as_figure = |amount: f64, form: Form, unit: &str| written_as(quantity, amount, form, unit);
    if share(quantity).is_some() && one.form != Form::Percent && low.amount > 0.0 {
        for (from, to) in [(one, other), (other, one)] {
            let percent = (to.amount - from.amount).abs() / from.amount.max(1e-9) * 100.0;
            if agreement(quantity, &as_figure(percent, Form::Percent, "%")).is_some() && percent > 0.2 {
                return Some((format!("from {} to {} is {percent:.1} per cent", from.text, to.text), false));
            }
        }
        return None;
    }
    if quantity.form == Form::Percent && one.form == Form::Percent {
        let is_points = (difference - quantity.amount).abs() < 1e-6;
        let note = format!("from {} to {} is {difference:.1} percentage points, not per cent", one.text, other.text);
        return is_points.then_some((note, true));
    }
    let fits = quantity.form == one.form
        || quantity.form == Form::Points && one.form == Form::Percent
        || quantity.form == Form::Money && one.form == Form::Count && one.unit.is_empty() && digits(quantity) >= 3;
    let same_unit = quantity.form != Form::Money || *quantity.unit == *one.unit || one.unit.is_empty();
    let computed = as_figure(difference, quantity.form, &quantity.unit);
    (fits && same_unit && difference > 0.0 && agreement(quantity, &computed).is_some() && digits(quantity) >= 1)
        .then(|| (format!("{} less {} is {}", high.text, low.text, plain(difference)), false))
}

fn digits(quantity: &Quantity) -> usize {
    plain(quantity.amount).replace('.', "").trim_end_matches('0').len()
}

fn plain(number: f64) -> String {
    let rounded = (number * 1e4).round() / 1e4;
    rounded.to_string()
}

/// A cell with the total of its column.
fn parts(draft: &Draft<'_>, unit: &Unit) -> Vec<(Known, Known)> {
    let Some((table, row, column)) = draft.index.passage(unit).and_then(|passage| passage.cell) else {
        return Vec::new();
    };
    let whole = draft.index.units.iter().filter(|other| {
        let passage = draft.index.passage(other);
        let cell = passage.and_then(|passage| passage.cell);
        let is_total = |text: &str| {
            text.to_lowercase()
                .split(|letter: char| !letter.is_alphabetic())
                .any(|word| matches!(word, "total" | "all" | "turnover" | "sum" | "net"))
        };
        let context = passage.map_or("", |passage| passage.context.as_str());
        other.file == unit.file
            && !other.quantities.is_empty()
            && cell.is_some_and(|cell| cell.0 == table && (cell.2 == column) != (cell.1 == row))
            && is_total(context.split(';').take(2).collect::<Vec<_>>().join(" ").as_str())
    });
    whole.filter_map(|whole| known(draft, unit, 0).zip(known(draft, whole, 0))).collect()
}

/// Another amount, written as exactly as `quantity` is.
fn written_as(quantity: &Quantity, amount: f64, form: Form, unit: &str) -> Quantity {
    let mut written = Quantity::new(form, amount, claimsheet::text::value::Unit::of_form(form, unit));
    written.per.clone_from(&quantity.per);
    (written.decimals, written.scale) = (quantity.decimals, quantity.scale);
    written
}

/// The figure as the share of a part in the whole.
fn ratio(quantity: &Quantity, part: &Known, whole: &Known) -> Option<String> {
    if part.amount <= 0.0 || part.amount >= whole.amount || part.form == Form::Percent {
        return None;
    }
    let percent = part.amount / whole.amount * 100.0;
    let computed = written_as(quantity, percent, Form::Percent, "%");
    agreement(quantity, &computed).map(|_| format!("{} of {} is {percent:.1} per cent", part.text, whole.text))
}
