//! An abbreviation whose letters are not quite those of its name.

use crate::check::names::acronym_two_ways::bracketed;
use crate::check::{CheckContext, Found};
use crate::english::token::TokenKind;

/// Fewest letters that are compared; two are alike by chance.
const SHORTEST: usize = 3;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for bracketed in bracketed(draft) {
        let words = bracketed.name.tokens.chunk_by(|one, next| !next.spaced && one.kind != TokenKind::Hyphen);
        let initials: String = words
            .filter_map(|word| draft.text(word.first()?.span).chars().next())
            .filter(|initial| initial.is_uppercase())
            .collect();
        let nearly = initials.len() == bracketed.short.len()
            && bracketed.short.len() >= SHORTEST
            && is_slip(&initials, bracketed.short);
        if nearly {
            let name = bracketed.name.text();
            let message = format!("\"{name}\" gives {initials}, the draft says {}", bracketed.short);
            found.push(Found { places: vec![bracketed.name.span()], message });
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
