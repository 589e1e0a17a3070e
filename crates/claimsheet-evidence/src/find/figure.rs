//! Figures: by value, unit, what is counted, and for which year.

use super::wanted::Wanted;
use super::{Draft, compute, found, nothing, rival};
use crate::index::Unit;
use crate::terms::Term;
use claimsheet::claim::{Evidence, EvidenceStatus, Fact, FactValue};
use claimsheet::signal::Certainty;
use claimsheet::text::value::{Form, Qualifier, Quantity, Unit as Counted};

/// How much of a claim a passage must speak of to back a figure, and to speak against it.
const BACKS: f64 = 0.15;
const AGAINST: f64 = 0.47;

/// The same for "twice" and "fourfold", which are said of anything.
const TWICE: f64 = 0.35;

/// The same for a number with the same digits, shifted or in another order.
const MISTYPED: f64 = 0.18;

/// A number of the backing that could be the figure.
struct Candidate<'u> {
    unit: &'u Unit,
    at: usize,
    quantity: &'u Quantity,
    overlap: f64,
    agrees: Option<Agreement>,
    /// Whether the noun that the draft counts stands near.
    same_noun: bool,
    /// Whether it counts that noun: it is its unit, or follows soon.
    counts: bool,
    beside: bool,
}

/// How two numbers agree.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Agreement {
    Same,
    Rounded,
    Converted(&'static str),
}

pub(super) fn find(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity) -> Evidence {
    if quantity.form == Form::Vague || quantity.form == Form::Reference {
        return nothing();
    }
    let whole = with_second(draft, fact, quantity).or_else(|| with_first(draft, fact, quantity));
    let quantity = whole.as_ref().unwrap_or(quantity);
    let wanted = Wanted::by(draft, fact);
    let mut candidates = candidates(draft, quantity, &wanted);
    candidates.sort_by(|one, two| two.overlap.total_cmp(&one.overlap));
    let least = match digits(quantity.amount) {
        _ if is_telling_pair(quantity) => 0.0,
        _ if is_pair(quantity) => 0.04,
        3.. => 0.03,
        2 if quantity.form != Form::Percent || quantity.decimals > 0 => BACKS * 0.65,
        _ if is_repetition(quantity) => TWICE,
        2 => BACKS,
        _ if share(quantity).is_some() => BACKS,
        _ => BACKS * 1.3,
    };
    let backing = candidates
        .iter()
        .filter(|one| one.agrees.is_some() && (one.overlap >= least || denies(draft, quantity, one.unit)))
        .max_by(|one, two| rank(one).total_cmp(&rank(two)));
    let against = candidates.iter().filter(|one| {
        one.agrees.is_none()
            && !is_of_claim(draft, fact, one.quantity)
            && (one.overlap >= AGAINST
                || one.beside
                || counts_rarity(draft, quantity, one)
                || one.overlap >= MISTYPED && is_slip(quantity, one.quantity))
            && speaks_of_same(quantity, one)
    });
    let against = against.max_by(|one, two| strength(quantity, one).total_cmp(&strength(quantity, two)));
    if let Some(best) = backing {
        // A passage that speaks much more of it, with another value, is the one to look at.
        if let Some(other) = against
            && !is_distinctive(quantity)
            && (other.overlap > best.overlap * 1.7 || other.beside && !best.beside)
            && !other.unit.quantities.iter().any(|(_, _, one)| agreement(quantity, one).is_some())
        {
            return differs(draft, other);
        }
        return backed(draft, fact, quantity, best, &candidates);
    }
    if let Some(computed) = compute::find(draft, fact, quantity, &wanted) {
        return computed;
    }
    if let Some(other) = other_second(draft, quantity, &wanted) {
        return other;
    }
    // The number stands near, with too little about it to back it; then the other one is no correction of it.
    let near = candidates.iter().find(|one| one.agrees.is_some() && one.overlap >= BACKS * 0.4);
    if let (Some(best), Some(other)) = (near, against)
        && best.unit.file == other.unit.file
        && !is_slip(quantity, other.quantity)
    {
        return backed(draft, fact, quantity, best, &candidates);
    }
    against.map_or_else(nothing, |other| differs(draft, other))
}

/// "Seven votes to four" as both its numbers.
fn with_second(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity) -> Option<Quantity> {
    let end = draft.offset(fact) + fact.text.len();
    let behind = draft.claim.text.get(end..)?.strip_prefix(" to ")?;
    let (_, word) = crate::terms::words(behind).next()?;
    let upper = word.parse::<f64>().ok().or_else(|| crate::spoken::whole(word).map(|number| number as f64))?;
    let is_whole = quantity.form == Form::Count && quantity.upper.is_none() && quantity.amount.fract() == 0.0;
    is_whole.then(|| {
        let mut whole = quantity.clone();
        (whole.upper, whole.unit) = (Some(upper), Counted::None);
        whole
    })
}

/// "Four" of "seven votes to four" as both its numbers.
fn with_first(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity) -> Option<Quantity> {
    let end = draft.claim.text.get(..draft.offset(fact))?.strip_suffix(" to ")?.len();
    let first = draft.claim.facts.iter().find(|other| draft.offset(other) + other.text.len() == end)?;
    let Some(FactValue::Quantity(of_first)) = &first.value else { return None };
    with_second(draft, first, of_first).filter(|whole| whole.upper == Some(quantity.amount))
}

/// Whether the figure is "twice" or "four times".
fn is_repetition(quantity: &Quantity) -> bool {
    quantity.form == Form::Multiple
        || quantity.form == Form::Count && &*quantity.unit == "times" && quantity.amount < 10.0
}

/// Whether the figure is two numbers, both of which must be there: "101 to 34", "six of 14".
fn is_pair(quantity: &Quantity) -> bool {
    quantity.upper.is_some()
        && matches!(quantity.form, Form::Count | Form::Score | Form::Ratio)
        && quantity.amount > 3.0
}

/// Two numbers that hardly stand together by chance.
fn is_telling_pair(quantity: &Quantity) -> bool {
    is_pair(quantity) && quantity.amount >= 10.0 && quantity.upper.is_some_and(|upper| upper >= 10.0)
}

/// Whether another figure of the claim is this number: then it is no correction of the one that is looked for.
fn is_of_claim(draft: &Draft<'_>, fact: &Fact, other: &Quantity) -> bool {
    draft.claim.facts.iter().filter(|one| one.span != fact.span).any(|one| match &one.value {
        Some(FactValue::Quantity(own)) => own.form == other.form && agreement(own, other) == Some(Agreement::Same),
        _ => false,
    })
}

/// A passage that has the first of two numbers and another second one: "nine votes to four" for "nine to five".
fn other_second(draft: &Draft<'_>, quantity: &Quantity, wanted: &Wanted) -> Option<Evidence> {
    let second = quantity.upper.filter(|_| is_pair(quantity))?;
    let units = draft.index.units.iter().filter(|unit| !unit.is_cell);
    let pairs = units.filter_map(|unit| {
        let (at, words, upper) = crate::spoken::pair(&unit.text, quantity.amount)?;
        (upper != second).then_some((draft.overlap(wanted, unit, Some(at)), unit, at, words))
    });
    let best = pairs.filter(|(overlap, ..)| *overlap >= BACKS).max_by(|one, two| one.0.total_cmp(&two.0));
    let (_, unit, at, words) = best?;
    Some(found(EvidenceStatus::Differs, vec![draft.place(unit, at)], format!("the document says {words}")))
}

/// How surely a number speaks of the same.
fn strength(quantity: &Quantity, one: &Candidate<'_>) -> f64 {
    one.overlap + if one.beside { 0.5 } else { 0.0 } + if is_slip(quantity, one.quantity) { 0.4 } else { 0.0 }
}

fn rank(one: &Candidate<'_>) -> f64 {
    let same = if one.agrees == Some(Agreement::Same) { 1.25 } else { 1.0 };
    let noun = if one.same_noun { 1.15 } else { 1.0 };
    one.overlap * same * noun
}

/// Passages in which a noun stands that is rare in the folder.
const RARE: u32 = 3;

/// Whether the number counts what hardly any other passage speaks of.
fn counts_rarity(draft: &Draft<'_>, quantity: &Quantity, one: &Candidate<'_>) -> bool {
    if quantity.form != Form::Count || one.quantity.form != Form::Count {
        return false;
    }
    let counted = noun(&quantity.unit);
    let is_rare = counted != "tim" && (1..=RARE).contains(&draft.index.vocabulary.passages_with(&counted));
    draft
        .index
        .vocabulary
        .find(&counted)
        .filter(|_| is_rare)
        .is_some_and(|counted| follows(one.unit, one.at, counted, 16))
}

/// Whether two numbers are the same but for their magnitude or the order of their digits.
fn is_slip(one: &Quantity, other: &Quantity) -> bool {
    let row = |number: f64| -> Vec<char> {
        let plain = format!("{number:.4}");
        plain.chars().filter(char::is_ascii_digit).collect::<String>().trim_matches('0').chars().collect()
    };
    let (mut own, mut their) = (row(one.amount), row(other.amount));
    let shifted = own == their && (one.amount / other.amount).log10().fract() == 0.0;
    let many = own.len() > 2;
    own.sort_unstable();
    their.sort_unstable();
    one.amount != other.amount && (shifted || many && own == their)
}

/// Numbers with so many digits that they are hardly found by chance.
fn is_distinctive(quantity: &Quantity) -> bool {
    digits(quantity.amount) >= 3
}

/// The digits of a number without zeros at its ends.
pub(super) fn digits(number: f64) -> usize {
    let plain = format!("{number:.2}");
    let plain = plain.trim_end_matches('0').trim_end_matches('.').replace('.', "");
    plain.trim_end_matches('0').trim_start_matches('0').len()
}

fn candidates<'u>(draft: &'u Draft<'_>, quantity: &Quantity, wanted: &Wanted) -> Vec<Candidate<'u>> {
    let mut found = Vec::new();
    let own = noun(&quantity.unit);
    let own_term = draft.index.vocabulary.find(&own);
    for unit in &draft.index.units {
        for (at, _, other) in &unit.quantities {
            if !comparable(quantity, other) {
                continue;
            }
            let agrees = agreement(quantity, other).filter(|_| parts_agree(draft, quantity, unit));
            let overlap = draft.overlap(wanted, unit, Some(*at));
            if overlap > 0.02 || agrees.is_some() && is_telling_pair(quantity) {
                let is_unit = own == noun(&other.unit);
                let stands_near = |own| unit.terms.iter().any(|(start, term)| *term == own && start.abs_diff(*at) < 40);
                let same_noun = is_unit || own_term.is_some_and(stands_near);
                let counts = is_unit || own_term.is_some_and(|own| follows(unit, *at, own, 40));
                // A small number of something else is found everywhere.
                let something_else =
                    quantity.form == Form::Count && !own.is_empty() && !same_noun && digits(quantity.amount) < 2;
                if agrees.is_some() && something_else && !denies(draft, quantity, unit) {
                    continue;
                }
                if agrees.is_some() && unit.is_cell && digits(quantity.amount) < 3 && !is_named(draft, wanted, unit) {
                    continue;
                }
                let beside = draft.is_beside(wanted, unit, *at);
                found.push(Candidate { unit, at: *at, quantity: other, overlap, agrees, same_noun, counts, beside });
            }
        }
    }
    found
}

/// Whether the labels of a cell's row and column have a word of the claim; what the table is called is not enough.
fn is_named(draft: &Draft<'_>, wanted: &Wanted, unit: &Unit) -> bool {
    let context = draft.index.passage(unit).map_or("", |passage| passage.context.as_str());
    let labels = context.split(';').take(2).collect::<Vec<_>>().join(" ");
    crate::terms::terms(&labels).iter().any(|(_, term)| wanted.has(term))
        || draft.index.row_words(unit).iter().any(|term| wanted.has(term))
}

/// What is counted, as it is compared.
fn noun(unit: &str) -> String {
    crate::terms::terms(unit).pop().map(|(_, term)| term).unwrap_or_default()
}

/// Of "six of 14" and "101 to 34" both numbers must be there.
fn parts_agree(draft: &Draft<'_>, quantity: &Quantity, unit: &Unit) -> bool {
    let has_parts = matches!(quantity.form, Form::Fraction | Form::Ratio | Form::Score | Form::Count);
    let Some(upper) = quantity.upper.filter(|_| has_parts) else { return true };
    let of_share = |one: &Quantity| one.form == Form::Percent || one.form == Form::Fraction && one.upper == Some(upper);
    if quantity.form == Form::Fraction
        && share(quantity).is_some()
        && unit.quantities.iter().any(|(_, _, one)| of_share(one))
    {
        return true;
    }
    let is_upper = |one: &Quantity| one.amount == upper || one.upper == Some(upper);
    unit.quantities.iter().any(|(_, _, one)| is_upper(one))
        || !unit.is_cell && crate::spoken::names(&unit.text, upper)
        || draft.index.row(unit).any(|cell| cell.quantities.iter().any(|(_, _, one)| is_upper(one)))
}

/// Whether numbers are of one kind, so that they can agree or differ.
pub(crate) fn comparable(one: &Quantity, other: &Quantity) -> bool {
    use Form::{
        Age, Count, Fraction, Measure, Money, Multiple, Ordinal, Percent, Points, Ratio, Reference, Score, Vague,
    };
    match (one.form, other.form) {
        (_, Vague | Reference) => false,
        (Money, Money) => {
            one.unit == other.unit || one.unit.is_empty() || other.unit.is_empty() || in_whole_currency(one).is_some()
        }
        (Money, Measure | Count) if other.unit.starts_with("pound") => one.unit == "GBP",
        (Money, Count) | (Count, Money) => other.unit.is_empty() || one.unit.is_empty(),
        (Percent | Fraction, Percent | Fraction) | (Points, Points | Percent) => true,
        (Fraction, Count) => one.upper.is_some(),
        (Measure, Measure) => {
            one.unit == other.unit
                || conversion(&one.unit, &other.unit).is_some()
                || same_dimension(&one.unit, &other.unit)
        }
        (Measure, Count) => {
            other.unit.is_empty()
                || other.unit.starts_with(one.unit.as_str())
                || conversion(&one.unit, &other.unit).is_some()
        }
        (Count, Measure) => false,
        (Age, Age | Count) => true,
        (Count, Age) => one.unit.is_empty(),
        (Ordinal, Ordinal) | (Multiple, Multiple) => true,
        (Ratio | Score, Ratio | Score | Count) | (Count, Score | Ratio) => true,
        (Count, Count) => true,
        _ => false,
    }
}

/// Whether a number is a year that stands alone.
pub(super) fn is_year(quantity: &Quantity) -> bool {
    quantity.form == Form::Count
        && quantity.unit.is_empty()
        && quantity.amount.fract() == 0.0
        && (1800.0..2100.0).contains(&quantity.amount)
}

/// Whether a number of another value speaks of the same: the same unit, and the same thing counted.
fn speaks_of_same(quantity: &Quantity, other: &Candidate<'_>) -> bool {
    if is_year(other.quantity) || is_year(quantity) {
        return false;
    }
    match quantity.form {
        Form::Count if quantity.unit.is_empty() => {
            other.beside && other.quantity.unit.is_empty() && !other.unit.is_cell
        }
        Form::Count => !other.unit.is_cell && other.counts,
        Form::Age => other.quantity.form == Form::Age,
        Form::Money => {
            let ratio = (quantity.amount / other.quantity.amount.max(1e-9)).log10().abs();
            other.quantity.form == Form::Money && (ratio < 1.5 || is_slip(quantity, other.quantity))
        }
        Form::Fraction => other.quantity.form == Form::Fraction,
        _ => quantity.form == other.quantity.form,
    }
}

/// Whether a term stands in a unit within so many bytes behind where a number begins.
fn follows(unit: &Unit, at: usize, counted: Term, within: usize) -> bool {
    unit.terms.iter().any(|(start, term)| *term == counted && *start > at && start - at < within)
}

/// The share in per cent that a fraction is.
pub(crate) fn share(quantity: &Quantity) -> Option<f64> {
    match quantity.form {
        Form::Percent | Form::Points => Some(quantity.amount),
        Form::Fraction => quantity.upper.filter(|upper| *upper > 0.0).map(|upper| quantity.amount / upper * 100.0),
        _ => None,
    }
}

/// How a number of the backing backs one of the draft; none where it does not.
pub(crate) fn agreement(draft: &Quantity, backing: &Quantity) -> Option<Agreement> {
    if let Some(whole) = in_whole_currency(draft) {
        return agreement(&whole, backing);
    }
    if let (Some(one), Some(other)) = (share(draft), share(backing)) {
        if draft.form == Form::Fraction
            && backing.form == Form::Fraction
            && draft.amount == backing.amount
            && draft.upper == backing.upper
        {
            return Some(Agreement::Same);
        }
        let step = if draft.form == Form::Fraction { 2.0 } else { 10_f64.powi(-i32::from(draft.decimals)) };
        return agrees(one, other, step, draft.qualifier, draft.form == Form::Fraction);
    }
    let step = step(draft);
    let qualifier = draft.qualifier.filter(|_| {
        !(draft.form == Form::Measure && LENGTHS.contains(&draft.unit.as_str()) && backing.unit == draft.unit)
    });
    let (amount, converted) = match conversion(&backing.unit, &draft.unit)
        .filter(|_| draft.unit != backing.unit && draft.form == Form::Measure)
    {
        Some(factor) => (backing.amount * factor, true),
        None if draft.form == Form::Measure && backing.form == Form::Measure && draft.unit != backing.unit => {
            return None;
        }
        None if qualifier == Some(Qualifier::UpTo) => (backing.upper.unwrap_or(backing.amount), false),
        None => (backing.amount, false),
    };
    let step = if converted { step.max(draft.amount * 0.006) } else { step };
    let how = agrees(draft.amount, amount, step, qualifier, converted)?;
    Some(if converted { Agreement::Converted("converted") } else { how })
}

/// An amount in cents or pence in the currency that has them, which the words do not tell.
fn in_whole_currency(quantity: &Quantity) -> Option<Quantity> {
    let is_part = quantity.form == Form::Money && matches!(&*quantity.unit, "cent" | "cents" | "pence" | "penny" | "p");
    is_part.then(|| {
        let mut whole = quantity.clone();
        (whole.amount, whole.unit) = (quantity.amount / 100.0, Counted::None);
        whole.decimals += 2;
        whole
    })
}

/// Units of time; "over four years" is how long, not more than how long.
const LENGTHS: &[&str] = &["year", "month", "week"];

/// The last digit that a number is given to: tens for 40, millions for "612 million".
fn step(quantity: &Quantity) -> f64 {
    if quantity.scale > 1.0 || quantity.decimals > 0 {
        return quantity.scale * 10_f64.powi(-i32::from(quantity.decimals));
    }
    1.0
}

/// Whether `backing` is what an editor accepts for `draft`.
fn agrees(draft: f64, backing: f64, step: f64, qualifier: Option<Qualifier>, loose: bool) -> Option<Agreement> {
    if (draft - backing).abs() < step * 1e-6 {
        // "More than 40" of exactly 40 is not what the words say, but nobody prints a correction.
        return Some(Agreement::Same);
    }
    let near = (draft - backing).abs() <= 0.5 * step * 1.000_001;
    let fits = match qualifier {
        Some(Qualifier::AtLeast) => backing > draft && backing <= draft * 1.25,
        Some(Qualifier::Under) => backing < draft && backing >= draft * 0.88,
        Some(Qualifier::About) => (backing - draft).abs() <= draft * 0.1,
        _ => near || loose && (backing - draft).abs() <= step,
    };
    (fits || near && qualifier.is_none()).then_some(Agreement::Rounded)
}

/// What a measure in one unit is to be multiplied by to be in another.
fn conversion(from: &str, to: &str) -> Option<f64> {
    let of = |unit: &str| {
        UNITS.iter().find(|(name, ..)| *name == unit || name.len() > 2 && unit.strip_suffix('s') == Some(name))
    };
    let ((_, one, from), (_, other, to)) = (of(from)?, of(to)?);
    (one == other).then(|| from / to)
}

fn same_dimension(one: &str, other: &str) -> bool {
    conversion(one, other).is_some()
}

/// Units with what they measure and how large they are.
const UNITS: &[(&str, &str, f64)] = &[
    ("m", "length", 1.0),
    ("metre", "length", 1.0),
    ("km", "length", 1000.0),
    ("kilometre", "length", 1000.0),
    ("mile", "length", 1609.344),
    ("mi", "length", 1609.344),
    ("ft", "length", 0.3048),
    ("foot", "length", 0.3048),
    ("feet", "length", 0.3048),
    ("yard", "length", 0.9144),
    ("cm", "length", 0.01),
    ("inch", "length", 0.0254),
    ("mm", "length", 0.001),
    ("kg", "mass", 1.0),
    ("kilogram", "mass", 1.0),
    ("g", "mass", 0.001),
    ("t", "mass", 1000.0),
    ("tonne", "mass", 1000.0),
    ("ton", "mass", 907.18474),
    ("lb", "mass", 0.453_592_37),
    ("pound", "mass", 0.453_592_37),
    ("l", "volume", 1.0),
    ("litre", "volume", 1.0),
    ("liter", "volume", 1.0),
    ("ml", "volume", 0.001),
    ("megalitre", "volume", 1e6),
    ("gallon", "volume", 3.785_411_784),
    ("gal", "volume", 3.785_411_784),
    ("barrel", "volume", 158.987),
    ("m³", "volume", 1000.0),
    ("ha", "area", 10_000.0),
    ("hectare", "area", 10_000.0),
    ("acre", "area", 4046.856),
    ("m²", "area", 1.0),
    ("km²", "area", 1e6),
    ("square metre", "area", 1.0),
    ("square foot", "area", 0.092_903),
    ("square mile", "area", 2_589_988.0),
    ("second", "time", 1.0),
    ("minute", "time", 60.0),
    ("hour", "time", 3600.0),
    ("day", "time", 86_400.0),
    ("week", "time", 604_800.0),
    ("month", "time", 2_629_800.0),
    ("year", "time", 31_557_600.0),
    ("W", "power", 1.0),
    ("kW", "power", 1e3),
    ("MW", "power", 1e6),
    ("GW", "power", 1e9),
    ("hp", "power", 745.7),
];

/// The evidence that a candidate gives, with what its words add to the number.
fn backed(
    draft: &Draft<'_>,
    fact: &Fact,
    quantity: &Quantity,
    best: &Candidate<'_>,
    all: &[Candidate<'_>],
) -> Evidence {
    let place = draft.place(best.unit, best.at);
    if let Some(note) = bends(draft, fact, quantity, best) {
        return found(EvidenceStatus::Differs, vec![place], note);
    }
    if let Some(rival) = rival::find(draft, fact, quantity, best.unit, best.at) {
        return found(EvidenceStatus::Differs, vec![rival.place, place], rival.note);
    }
    // Another passage with the number may say more of it.
    let mut others = all.iter().filter(|one| one.agrees == best.agrees && one.overlap >= best.overlap * 0.7);
    if let Some((other, note)) = others.find_map(|one| Some((one, bends_strongly(draft, quantity, one)?))) {
        return found(EvidenceStatus::Differs, vec![draft.place(other.unit, other.at), place], note);
    }
    if let Some(other) = disagreeing(best, quantity, all) {
        let note = format!("the documents disagree: {} and {}", said(best), said(other));
        return found(EvidenceStatus::Differs, vec![place, draft.place(other.unit, other.at)], note);
    }
    let also = all
        .iter()
        .filter(|one| one.agrees.is_some() && one.overlap >= best.overlap * 0.75 && one.unit.file != best.unit.file)
        .take(2);
    let mut places = vec![place];
    places.extend(also.map(|one| draft.place(one.unit, one.at)));
    match &best.agrees {
        Some(Agreement::Rounded) => found(EvidenceStatus::Equivalent, places, format!("rounded from {}", said(best))),
        Some(Agreement::Converted(how)) => {
            found(EvidenceStatus::Equivalent, places, format!("{how} from {}", said(best)))
        }
        _ => found(EvidenceStatus::AsWritten, places, ""),
    }
}

/// The number as the backing writes it.
fn said(one: &Candidate<'_>) -> String {
    let end = one.unit.quantities.iter().find(|(at, ..)| *at == one.at).map_or(one.unit.text.len(), |(_, end, _)| *end);
    one.unit.text.get(one.at..end).unwrap_or(&one.unit.text).to_owned()
}

/// Whether a passage, or the sentence behind it, says expressly that its number is not of what the draft counts.
fn denies(draft: &Draft<'_>, quantity: &Quantity, unit: &Unit) -> bool {
    let counted = quantity.unit.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let next = draft.index.following(unit).map_or("", |next| next.text.as_str());
    quantity.form == Form::Count
        && !counted.is_empty()
        && [unit.text.as_str(), next].iter().any(|text| text.to_lowercase().contains(&format!("not {counted}")))
}

/// What makes the number another one whatever else agrees: it is the most, or expressly of something else.
fn bends_strongly(draft: &Draft<'_>, quantity: &Quantity, best: &Candidate<'_>) -> Option<String> {
    let counted = quantity.unit.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    if denies(draft, quantity, best.unit) {
        return Some(format!("the document says: not {counted}"));
    }
    if best.quantity.qualifier == Some(Qualifier::UpTo)
        && quantity.qualifier.is_none()
        && !draft.says(&["up to", "could", "may", "as many as", "maximum"])
    {
        return Some(format!("the document says “{}”, the draft leaves out that it is the most", said(best)));
    }
    None
}

/// What the backing says besides the number that the draft leaves out.
fn bends(draft: &Draft<'_>, fact: &Fact, quantity: &Quantity, best: &Candidate<'_>) -> Option<String> {
    if let Some(note) = bends_strongly(draft, quantity, best) {
        return Some(note);
    }
    if quantity.form == Form::Percent && best.quantity.form == Form::Points && best.quantity.amount == quantity.amount {
        return Some("the document speaks of percentage points, not per cent".to_owned());
    }
    other_year(draft, fact, best).or_else(|| condition(draft, best)).or_else(|| shared_out(draft, best))
}

/// Whether the document has the number borne or received by more than the draft says.
fn shared_out(draft: &Draft<'_>, best: &Candidate<'_>) -> Option<String> {
    const SHARED: &[&str] =
        &["shared with", "shared by", "shared between", "shared among", "split between", "split with"];
    let behind: String = best.unit.text.get(best.at..)?.chars().take(70).collect();
    let words = SHARED.iter().find(|words| behind.to_lowercase().contains(**words))?;
    (!draft.says(&["share", "shared", "shares", "split", "jointly", "together"]))
        .then(|| format!("the document says that it is {words} others"))
}

/// What the document makes the number depend on, where the draft states it outright.
fn condition(draft: &Draft<'_>, best: &Candidate<'_>) -> Option<String> {
    const CONDITIONS: &[&str] = &["if", "unless", "provided"];
    const LEAVES_OPEN: &[&str] =
        &["if", "unless", "provided", "could", "may", "might", "up to", "when", "once", "subject"];
    let (_, word) = crate::terms::words(&best.unit.text).find(|(_, word)| CONDITIONS.contains(word))?;
    let is_open = best.unit.acts.iter().any(|act| act.certainty == Certainty::Open);
    (is_open && !draft.says(LEAVES_OPEN)).then(|| format!("the document makes it depend on something: “{word} …”"))
}

/// Whether the number is of another year than the draft says, by a bracket or by the heads of its cell.
fn other_year(draft: &Draft<'_>, fact: &Fact, best: &Candidate<'_>) -> Option<String> {
    let own = years(&draft.claim.text);
    if best.unit.is_cell {
        let context = draft.index.passage(best.unit).map(|passage| years(&passage.context)).unwrap_or_default();
        let clash = own.len() == 1
            && !draft.says(&["year before", "previous", "earlier", "last year"])
            && !context.is_empty()
            && !context.iter().any(|year| own.contains(year));
        return clash
            .then(|| format!("the table has this number for {}", context.first().copied().unwrap_or_default()));
    }
    if let Some(note) = year_beside(draft, fact, best) {
        return Some(note);
    }
    // "4,118 (2024: 5,240)": the number in brackets is of the year before.
    let before = best.unit.text.get(..best.at)?;
    let open = before.rfind('(')?;
    let within = before.get(open..)?;
    let named = years(within);
    let year = named.first()?;
    let follows = within.trim_end().ends_with([':', '(']) || within.trim_end().ends_with(char::is_numeric);
    let is_named = own.contains(year) || draft.says(&["year before", "previous", "earlier", "compares", "compared"]);
    (follows && !is_named && !within.contains(')')).then(|| format!("the document gives this number for {year}"))
}

/// Whether both name a year right behind the number, and not the same.
fn year_beside(draft: &Draft<'_>, fact: &Fact, best: &Candidate<'_>) -> Option<String> {
    let close = |text: &str, at: usize, reach: usize| -> Vec<u32> {
        let mut end = (at + reach).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let rest = text.get(at..end).unwrap_or("");
        years(rest.split([';', '(']).next().unwrap_or(rest))
    };
    let end = draft.offset(fact) + fact.text.len();
    let own = close(&draft.claim.text, end, 14);
    let theirs = close(&best.unit.text, best.at, 52);
    let (Some(own), [their]) = (own.first(), theirs.as_slice()) else { return None };
    let has_own = years(&best.unit.text).contains(own) || best.unit.text.contains(&format!("/{:02}", own % 100));
    (own != their && !has_own).then(|| format!("the document says {their}, the draft {own}"))
}

/// The years that a text names, as they stand.
pub(crate) fn years(text: &str) -> Vec<u32> {
    crate::terms::words(text)
        .filter(|(_, word)| word.len() == 4)
        .filter_map(|(_, word)| word.parse().ok())
        .filter(|year| (1800..2100).contains(year))
        .collect()
}

/// A passage of another file that speaks as much of the same and has another value.
fn disagreeing<'c, 'u>(
    best: &Candidate<'u>,
    quantity: &Quantity,
    all: &'c [Candidate<'u>],
) -> Option<&'c Candidate<'u>> {
    let same = |one: &&Candidate<'_>| {
        let off = (one.quantity.amount - best.quantity.amount).abs() / best.quantity.amount.abs().max(1e-9);
        one.agrees.is_none()
            && one.unit.file != best.unit.file
            && speaks_of_same(quantity, one)
            && (one.overlap >= (best.overlap * 0.9).max(AGAINST) && off < 0.3
                || one.overlap >= MISTYPED && is_slip(best.quantity, one.quantity)
                || one.beside && off < 0.3)
    };
    all.iter().find(same)
}

fn differs(draft: &Draft<'_>, other: &Candidate<'_>) -> Evidence {
    let note = format!("the document says {}", said(other));
    found(EvidenceStatus::Differs, vec![draft.place(other.unit, other.at)], note)
}
