//! What a bill, a plan or a treaty provides: told with "would" as forecasts are, but to be looked up in it.

use crate::detect::noun_phrase;
use crate::english::lexicon::Class;
use crate::english::sentence::Sentence;
use crate::text::word_id::WordId;

/// Furthest behind "under" that what has provisions may end.
const LONGEST: usize = 8;

/// Whether `would` or `will` at token `at` tells what a bill or the like provides: `the bill would ban nets`,
/// `under the plan, tolls would rise`, `it would have exempted yachts` behind a sentence about a law.
pub(super) fn is_told(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.is(at, (Class::NegatedModal, words!["would", "will"]))
        && (is_under(sentence, at) || provides(sentence, at) && is_providers(sentence, at))
}

/// `Under the plan, …`
fn is_under(sentence: &Sentence<'_>, modal: usize) -> bool {
    sentence.is_word(0, word!("under")) && (2..modal.min(LONGEST)).any(|at| sentence.is(at, Class::Provider))
}

/// Whether the verb behind the modal is one of provisions. What follows "be" is done to the provider.
fn provides(sentence: &Sentence<'_>, modal: usize) -> bool {
    let passed = |at: &usize| {
        sentence.is(*at, (Class::MidAdverb, words!["have", "instead"]))
            || sentence.word(*at).ends_with("ly") && !sentence.is(*at, Class::ProvisionVerb)
    };
    let verb = (modal + 1..modal + 5).find(|at| !passed(at)).unwrap_or(modal);
    sentence.is(verb, Class::ProvisionVerb)
        || sentence.cues_of(Class::ProvisionVerb).any(|cue| cue.first as usize == verb)
}

/// Whether the subject before the modal has provisions, or points back at what has.
fn is_providers(sentence: &Sentence<'_>, modal: usize) -> bool {
    if modal == 1 && sentence.is(0, (Class::Demonstrative, words!["it", "they"])) {
        return follows_provider(sentence);
    }
    let relative = modal.checked_sub(1).filter(|at| sentence.is_any(*at, words!["which", "that"]));
    let end = relative.map_or(modal, |at| at - usize::from(at > 0 && sentence.word(at - 1) == ","));
    noun_phrase::before(sentence, end).is_some_and(|subject| {
        let head = noun_phrase::head(sentence, subject);
        sentence.is(head, Class::Provider)
    })
}

/// Whether the sentence before this one in its block speaks of what has provisions.
fn follows_provider(sentence: &Sentence<'_>) -> bool {
    let before = sentence.document.prose.get(sentence.block.span.start as usize..sentence.span.start as usize);
    let ends = |sign: char| matches!(sign, '.' | '!' | '?');
    let last = before.and_then(|before| before.rsplit(ends).find(|part| part.contains(char::is_alphabetic)));
    last.is_some_and(|last| {
        WordId::in_text(last).any(|(word, _)| sentence.lexicon.know(word).classes.has(Class::Provider))
    })
}
