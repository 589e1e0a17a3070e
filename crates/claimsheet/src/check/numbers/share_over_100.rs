//! More than all of something.

use crate::check::{CheckContext, Found, format_number};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::text::value::Form;

pub(crate) fn run(draft: &CheckContext<'_>, found: &mut Vec<Found>) {
    for (span, one) in draft.sentences.iter().flat_map(|sentence| &sentence.quantities) {
        let is_more = one.form == Form::Percent && one.amount > 100.0;
        if is_more && (is_of_whole(draft.following(*span)) || of_whole_within(draft.passage(*span))) {
            let message = format!("{} % is more than the whole", format_number(one.amount));
            found.push(Found { places: vec![*span], message });
        }
    }
}

/// "of voters", "of the members".
fn is_of_whole(words: Passage<'_>) -> bool {
    let whole = words.without_opening(phrases!["of the", "of"]);
    whole.is_some_and(|whole| whole.first_is(Class::PeopleNoun))
}

fn of_whole_within(words: Passage<'_>) -> bool {
    (0..words.len()).any(|at| is_of_whole(words.from(at)))
}
