//! Units of measurement: what they measure, and how much.

use crate::text::value::Quantity;

/// A unit with what it measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Unit {
    /// The words and symbols that name it.
    names: &'static [&'static str],
    /// What it measures.
    pub(crate) dimension: &'static str,
    /// How much of the dimension's base it is; several where countries differ.
    pub(crate) factors: &'static [f64],
}

const fn unit(names: &'static [&'static str], dimension: &'static str, factors: &'static [f64]) -> Unit {
    Unit { names, dimension, factors }
}

/// The factors are those of NIST Special Publication 811, appendix B. A ton is short, long or metric,
/// a gallon or pint of the United States or imperial.
const UNITS: &[Unit] = &[
    unit(&["mile", "miles", "mi"], "length", &[1609.344]),
    unit(&["kilometer", "kilometers", "kilometre", "kilometres", "km"], "length", &[1000.0]),
    unit(&["meter", "meters", "metre", "metres", "m"], "length", &[1.0]),
    unit(&["foot", "feet", "ft"], "length", &[0.3048]),
    unit(&["yard", "yards"], "length", &[0.9144]),
    unit(&["inch", "inches", "in"], "length", &[0.0254]),
    unit(&["centimeter", "centimeters", "centimetre", "centimetres", "cm"], "length", &[0.01]),
    unit(&["millimeter", "millimeters", "millimetre", "millimetres", "mm"], "length", &[0.001]),
    unit(&["pound", "pounds", "lb", "lbs"], "mass", &[0.453_592_37]),
    unit(&["kilogram", "kilograms", "kilo", "kilos", "kg"], "mass", &[1.0]),
    unit(&["ounce", "ounces", "oz"], "mass", &[0.028_349_523]),
    unit(&["gram", "grams", "g"], "mass", &[0.001]),
    unit(&["stone"], "mass", &[6.350_293_18]),
    unit(&["ton", "tons"], "mass", &[907.184_74, 1_016.046_908_8, 1000.0]),
    unit(&["tonne", "tonnes", "metric ton", "metric tons", "metric tonnes"], "mass", &[1000.0]),
    unit(&["acre", "acres"], "area", &[4_046.856_422_4]),
    unit(&["hectare", "hectares", "ha"], "area", &[10_000.0]),
    unit(&["square mile", "square miles"], "area", &[2_589_988.11]),
    unit(
        &["square kilometer", "square kilometers", "square kilometre", "square kilometres", "square km"],
        "area",
        &[1_000_000.0],
    ),
    unit(&["square foot", "square feet"], "area", &[0.092_903_04]),
    unit(&["square meter", "square meters", "square metre", "square metres"], "area", &[1.0]),
    unit(&["square yard", "square yards"], "area", &[0.836_127_36]),
    unit(&["gallon", "gallons"], "volume", &[3.785_411_784, 4.546_09]),
    unit(&["liter", "liters", "litre", "litres"], "volume", &[1.0]),
    unit(&["pint", "pints"], "volume", &[0.473_176_473, 0.568_261_25]),
    unit(&["mph", "miles per hour", "miles per h"], "speed", &[1.609_344]),
    unit(&["kph", "km per h", "km per hour", "kilometers per hour", "kilometres per hour"], "speed", &[1.0]),
    unit(&["knot", "knots"], "speed", &[1.852]),
];

/// The unit of a quantity, a rate included: "miles per hour" is no length.
pub(crate) fn unit_of(quantity: &Quantity, name: &str) -> Option<Unit> {
    let rate = quantity.per.as_ref().map(|per| format!("{name} per {per}"));
    let name = rate.as_deref().unwrap_or(name);
    UNITS.iter().find(|unit| unit.names.contains(&name)).copied()
}

/// What one of the first is in the second, by each way to read them.
pub(crate) fn conversions(one: Unit, other: Unit) -> impl Iterator<Item = f64> {
    one.factors.iter().flat_map(move |from| other.factors.iter().map(move |to| from / to))
}
