//! An abbreviation whose letters are not quite those of its name.

use crate::check::names::acronym_two_ways::bracketed;
use crate::check::{CheckContext, Found};

/// Fewest letters that are compared; two are alike by chance.
const SHORTEST: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for bracketed in bracketed(draft) {
        let initials: String = bracketed
            .name
            .iter()
            .flat_map(|word| word.split('-'))
            .filter_map(|word| word.chars().next())
            .filter(|initial| initial.is_uppercase())
            .collect();
        let nearly = initials.len() == bracketed.short.len()
            && bracketed.short.len() >= SHORTEST
            && is_slip(&initials, bracketed.short);
        if nearly {
            let message =
                format!("\"{}\" gives {initials}, the draft says {}", bracketed.name.join(" "), bracketed.short);
            found.push(Found { places: vec![bracketed.span], message });
        }
    }
}

/// Whether two words of one length differ in one letter behind the first, or in the order of two.
fn is_slip(initials: &str, short: &str) -> bool {
    let differing: Vec<(char, char)> =
        initials.chars().zip(short.chars()).filter(|(one, other)| one != other).collect();
    let same_start = initials.chars().next() == short.chars().next();
    match differing.as_slice() {
        [_] => same_start,
        [(one, other), (next, previous)] => one == previous && other == next,
        _ => false,
    }
}
