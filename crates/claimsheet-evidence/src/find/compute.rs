//! Figures that the draft has computed: differences, changes, shares and sums of numbers that the backing has.

use super::figure::{agreement, share};
use super::wanted::Wanted;
use super::{Draft, found};
use crate::index::Unit;
use crate::number::is_year_text;
use claimsheet::claim::{Evidence, EvidencePlace, EvidenceStatus, Fact, FactValue};
use claimsheet::text::value::{Form, Quantity};

/// How much of a claim the numbers must speak of.
const LEAST: f64 = 0.24;

/// The same where the figure has three digits and more, which hardly come out by chance.
const LEAST_EXACT: f64 = 0.1;

/// Passages that are tried, the best first.
const TRIED: usize = 96;

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

/// Words that add numbers up.
const SUM: &[&str] = &["together", "combined", "total", "both", "altogether", "in all", "between them", "jointly"];

/// A computation that gives the figure of the draft.
struct Sum<'u> {
    overlap: f64,
    basis: Basis<'u>,
    note: String,
    differs: bool,
}

/// What a figure is computed from. A place is made of it only where it is shown: that looks at every word.
enum Basis<'u> {
    /// Values in units, each with the byte where it begins.
    Units(Vec<(&'u Unit, usize)>),
    Cells(Vec<EvidencePlace>),
}

impl<'u> Sum<'u> {
    fn at(overlap: f64, place: (&'u Unit, usize), note: String) -> Self {
        Self { overlap, basis: Basis::Units(vec![place]), note, differs: false }
    }
}

impl Basis<'_> {
    fn places(self, draft: &Draft<'_>) -> Vec<EvidencePlace> {
        let mut places = match self {
            Self::Units(units) => units.into_iter().map(|(unit, at)| draft.place(unit, at)).collect(),
            Self::Cells(places) => places,
        };
        places.dedup();
        places
    }
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, wanted: &Wanted) -> Option<Evidence> {
    if quantity.amount == 0.0 || matches!(quantity.form, Form::Ordinal | Form::Score | Form::Ratio) {
        return None;
    }
    let beside_fact: Vec<String> = draft.beside(fact).into_iter().map(|(_, term)| term).collect();
    let least = match digits(quantity) {
        4.. => LEAST_EXACT / 2.0,
        3 => LEAST_EXACT,
        // Small whole numbers come out everywhere.
        1 if quantity.form == Form::Count => LEAST * 1.8,
        _ => LEAST,
    };
    let mut units: Vec<(f64, &Unit)> = draft
        .index
        .units
        .iter()
        .filter(|unit| !unit.quantities.is_empty())
        .map(|unit| (draft.overlap(wanted, unit, None), unit))
        .filter(|(overlap, unit)| {
            *overlap >= least
                || *overlap >= LEAST_EXACT
                    && unit.is_cell
                    && (draft.is_beside(wanted, unit, 0) || labels_beside(draft, &beside_fact, unit))
        })
        .collect();
    units.sort_by(|one, two| two.0.total_cmp(&one.0));
    units.truncate(TRIED);
    let is_change = draft.says(CHANGE);
    let is_sum = draft.says(SUM);
    let mut sums: Vec<Sum<'_>> = Vec::new();
    for (overlap, unit) in &units {
        let pairs = pairs(draft, unit);
        for (one, other) in &pairs {
            if is_change {
                sums.extend(
                    change(quantity, one, other).map(|(note, differs)| sum(*overlap, one, other, note, differs)),
                );
            }
            if is_sum {
                sums.extend(added(quantity, one, other).map(|note| sum(*overlap, one, other, note, false)));
            }
            if share(quantity).is_some() && (is_of_draft(draft, fact, one, other) || is_part(unit)) {
                for (part, whole) in [(one, other), (other, one)] {
                    sums.extend(ratio(quantity, part, whole).map(|note| sum(*overlap, part, whole, note, false)));
                }
            }
        }
        sums.extend(of_that(draft, quantity, unit).map(|(place, note)| Sum::at(*overlap, place, note)));
        if share(quantity).is_some() && !is_change {
            let parts = parts(draft, unit);
            sums.extend(
                parts
                    .iter()
                    .filter_map(|(part, whole)| Some(sum(*overlap, part, whole, ratio(quantity, part, whole)?, false))),
            );
        }
    }
    sums.extend(draft.index.units.iter().filter(|_| time::is_hours(quantity)).filter_map(|unit| {
        let overlap = draft.overlap(wanted, unit, None);
        let (place, note) = time::between_clocks(quantity, unit).filter(|_| overlap >= LEAST_EXACT)?;
        Some(Sum::at(overlap, place, note))
    }));
    sums.extend(time::since_year(draft, quantity, wanted));
    sums.extend(column::find(draft, fact, quantity).map(|(overlap, places, note)| Sum {
        overlap,
        basis: Basis::Cells(places),
        note,
        differs: false,
    }));
    let best = sums.into_iter().max_by(|one, two| one.overlap.total_cmp(&two.overlap))?;
    let status = if best.differs { EvidenceStatus::Differs } else { EvidenceStatus::Equivalent };
    Some(found(status, best.basis.places(draft), best.note))
}

mod column;
mod time;

/// A number of the backing with where it stands.
#[derive(Clone, Copy)]
struct Known<'u> {
    amount: f64,
    form: Form,
    unit: &'u str,
    /// As it is written.
    text: &'u str,
    at: (&'u Unit, usize),
}

fn sum<'u>(overlap: f64, one: &Known<'u>, other: &Known<'u>, note: String, differs: bool) -> Sum<'u> {
    Sum { overlap, basis: Basis::Units(vec![one.at, other.at]), note, differs }
}

fn known(unit: &Unit, number: usize) -> Option<Known<'_>> {
    let (at, end, quantity) = unit.quantities.get(number)?;
    let text = unit.text.get(*at..*end)?;
    Some(Known { amount: quantity.amount, form: quantity.form, unit: &quantity.unit, text, at: (unit, *at) })
}

/// Numbers of one kind that stand together: in a sentence, or next to each other in a row or a column.
fn pairs<'u>(draft: &'u Draft<'_>, unit: &'u Unit) -> Vec<(Known<'u>, Known<'u>)> {
    let mut found = Vec::new();
    for one in 0..unit.quantities.len() {
        for other in one + 1..unit.quantities.len() {
            found.extend(known(unit, one).zip(known(unit, other)));
        }
    }
    for near in beside(draft, unit) {
        found.extend(known(unit, 0).zip(known(near, 0)));
    }
    found.retain(|(one, other)| {
        let years = |known: &Known<'_>| known.unit.is_empty() && (1800.0..2100.0).contains(&known.amount);
        one.form == other.form
            && (one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty())
            && !years(one)
            && !years(other)
    });
    found
}

/// Columns and rows over which two cells are still beside each other.
const ACROSS: usize = 3;

/// The cells beside a cell in its row, above and below it, and all of its column where the rows are years.
fn beside<'u>(draft: &'u Draft<'_>, unit: &Unit) -> Vec<&'u Unit> {
    let Some((table, row, column)) = draft.index.passage(unit).and_then(|passage| passage.cell) else {
        return Vec::new();
    };
    let file = draft.index.backing.files.get(unit.file);
    let rows = file.and_then(|file| file.tables.get(table)).map(|table| table.rows.as_slice()).unwrap_or_default();
    let of_years =
        rows.len() > 2 && rows.iter().all(|row| row.cells.first().is_some_and(|cell| is_year_text(&cell.text)));
    let is_beside = |other: &&Unit| {
        let cell = draft.index.passage(other).and_then(|passage| passage.cell);
        let at = |cell: (usize, usize, usize)| {
            let across = cell.1 == row && (1..=ACROSS).contains(&cell.2.abs_diff(column));
            let along = cell.2 == column && cell.1 != row && (of_years || cell.1.abs_diff(row) == 1);
            cell.0 == table && (across || along)
        };
        !other.quantities.is_empty() && cell.is_some_and(at)
    };
    draft.index.file_cells(unit.file).iter().filter(is_beside).collect()
}

/// The figure as the change from one number to another.
fn change(quantity: &Quantity, one: &Known<'_>, other: &Known<'_>) -> Option<(String, bool)> {
    // A change that the table gives itself has the other sign.
    if one.text.starts_with(['-', '−']) != other.text.starts_with(['-', '−']) {
        return None;
    }
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

/// The figure as two numbers added up.
fn added(quantity: &Quantity, one: &Known<'_>, other: &Known<'_>) -> Option<String> {
    let total = one.amount + other.amount;
    let form = if share(quantity).is_some() { Form::Percent } else { quantity.form };
    let computed = written_as(quantity, total, form, &quantity.unit);
    let is_kind = if share(quantity).is_some() { one.form == Form::Percent } else { one.form == quantity.form };
    (is_kind && one.amount > 0.0 && other.amount > 0.0 && agreement(quantity, &computed).is_some())
        .then(|| format!("{} and {} are {}", one.text, other.text, plain(total)))
}

/// Words that make a share one of what was named before.
const OF_THAT: &[&str] = &["of that", "of this", "of them", "of those", "of it", "of which", "of whom", "of these"];

/// The figure as the share of a number of the backing in one that the draft named before: "a third of that".
fn of_that<'u>(draft: &Draft<'_>, quantity: &Quantity, unit: &'u Unit) -> Option<((&'u Unit, usize), String)> {
    share(quantity)?;
    let text = draft.claim.text.to_lowercase();
    if !OF_THAT.iter().any(|words| text.contains(words)) {
        return None;
    }
    let wholes = draft.figures_before.iter().chain(super::quantities(draft.claim));
    let wholes: Vec<&Quantity> =
        wholes.filter(|whole| matches!(whole.form, Form::Money | Form::Count) && whole.amount >= 10.0).collect();
    unit.quantities.iter().enumerate().find_map(|(number, (_, _, part))| {
        let whole = wholes.iter().find(|whole| whole.form == part.form || part.unit.is_empty())?;
        let part = known(unit, number)?;
        let text = plain(whole.amount);
        let whole = Known { amount: whole.amount, form: whole.form, unit: "", text: &text, at: part.at };
        Some((part.at, ratio(quantity, &part, &whole)?))
    })
}

/// Whether a cell's row bears one of the words right beside the figure.
fn labels_beside(draft: &Draft<'_>, beside: &[String], unit: &Unit) -> bool {
    let label = draft.index.passage(unit).and_then(|passage| passage.context.split(';').next());
    label.is_some_and(|label| crate::terms::terms(label).iter().any(|(_, term)| beside.contains(term)))
}

/// Whether a sentence tells a whole and a part of it.
fn is_part(unit: &Unit) -> bool {
    !unit.is_cell && [" of which ", " of whom ", " of them "].iter().any(|words| unit.text.contains(words))
}

/// Whether the draft has one of the numbers itself beside the share: "sank from 90 to 45, half of".
fn is_of_draft(draft: &Draft<'_>, fact: &Fact, one: &Known<'_>, other: &Known<'_>) -> bool {
    let figures = draft.claim.facts.iter().filter(|known| known.span != fact.span);
    figures
        .filter_map(|known| match &known.value {
            Some(FactValue::Quantity(quantity)) => Some(quantity),
            _ => None,
        })
        .any(|own| {
            let has = |known: &Known<'_>| own.amount == known.amount || own.upper == Some(known.amount);
            own.amount >= 10.0 && (has(one) || has(other))
        })
}

fn digits(quantity: &Quantity) -> usize {
    plain(quantity.amount).replace('.', "").trim_end_matches('0').len()
}

fn plain(number: f64) -> String {
    let rounded = (number * 1e4).round() / 1e4;
    rounded.to_string()
}

/// A cell with the total of its column.
fn parts<'u>(draft: &'u Draft<'_>, unit: &'u Unit) -> Vec<(Known<'u>, Known<'u>)> {
    let Some((table, row, column)) = draft.index.passage(unit).and_then(|passage| passage.cell) else {
        return Vec::new();
    };
    let whole = draft.index.file_cells(unit.file).iter().filter(|other| {
        let passage = draft.index.passage(other);
        let cell = passage.and_then(|passage| passage.cell);
        let is_total = |text: &str| {
            text.to_lowercase()
                .split(|letter: char| !letter.is_alphabetic())
                .any(|word| matches!(word, "total" | "all" | "turnover" | "sum" | "net" | "group" | "overall"))
        };
        let context = passage.map_or("", |passage| passage.context.as_str());
        !other.quantities.is_empty()
            && cell.is_some_and(|cell| cell.0 == table && (cell.2 == column) != (cell.1 == row))
            && is_total(context.split(';').take(2).collect::<Vec<_>>().join(" ").as_str())
    });
    whole.filter_map(|whole| known(unit, 0).zip(known(whole, 0))).collect()
}

/// Another amount, written as exactly as `quantity` is.
fn written_as(quantity: &Quantity, amount: f64, form: Form, unit: &str) -> Quantity {
    let mut written = Quantity::new(form, amount, claimsheet::text::value::Unit::of_form(form, unit));
    written.per.clone_from(&quantity.per);
    (written.decimals, written.scale) = (quantity.decimals, quantity.scale);
    written
}

/// The figure as the share of a part in the whole.
fn ratio(quantity: &Quantity, part: &Known<'_>, whole: &Known<'_>) -> Option<String> {
    if part.amount <= 0.0 || part.amount >= whole.amount || part.form == Form::Percent {
        return None;
    }
    let percent = part.amount / whole.amount * 100.0;
    let computed = written_as(quantity, percent, Form::Percent, "%");
    agreement(quantity, &computed).map(|_| format!("{} of {} is {percent:.1} per cent", part.text, whole.text))
}
