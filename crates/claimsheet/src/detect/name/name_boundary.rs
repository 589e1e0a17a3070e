//! How far a name goes.

use super::title_case;
use super::{
    BODIES, OFFICES, is_finite_verb, is_headline, is_hyphened, is_name_word, is_word_of_headline, place_end, title_end,
};
use crate::detect::noun_phrase::is_determiner;
use crate::english::gazetteer;
use crate::english::grammar;
use crate::english::lexicon::{Class, Classes};
use crate::english::sentence::Sentence;
use crate::english::token::{Case, Token, TokenKind};
use crate::text::word_id::WordId;
use claimsheet_grammar::{Entity, EntityType};

/// Where the name at `first..end` goes on to, if it does.
pub(super) fn extension(sentence: &Sentence<'_>, first: usize, end: usize) -> Option<usize> {
    let token = sentence.token(end)?;
    match token.kind {
        TokenKind::Word if is_verb_of_headline(sentence, end) || ends_before(sentence, first, end) => None,
        TokenKind::Word if begins_person(sentence, end) => None,
        TokenKind::Word if is_word_of_headline(sentence, end) && !sentence.is(end, BODY_NOUNS) => None,
        TokenKind::Word if is_name_word(sentence, end) => Some(end + 1),
        // "The Lund administration"
        TokenKind::Word if end == first + 1 && sentence.is_word(end, word!("administration")) => Some(end + 1),
        TokenKind::Word if sentence.is(end, grammar::SURNAME_PARTICLE) && is_hyphened(sentence, end + 1) => {
            sentence.token(end + 2).is_some_and(Token::is_capitalised).then_some(end + 3)
        }
        TokenKind::Word if sentence.is(end, grammar::SURNAME_PARTICLE) => {
            let name = end + 1 + usize::from(sentence.is(end + 1, grammar::SURNAME_PARTICLE));
            is_name_word(sentence, name).then_some(name + 1)
        }
        _ if let Some(next) = title_case::extension(sentence, first, end) => Some(next),
        TokenKind::Word if joins(sentence, first, end) => {
            let next = if sentence.is_word(end + 1, word!("the")) { end + 2 } else { end + 1 };
            is_name_word(sentence, next).then_some(next + 1)
        }
        TokenKind::Hyphen if !token.spaced && sentence.token(end + 1).is_some_and(|next| !next.spaced) => {
            let next = sentence.token(end + 1)?;
            let goes_on = next.is_capitalised()
                || next.kind == TokenKind::Number
                || sentence.is(end + 1, grammar::SURNAME_PARTICLE);
            goes_on.then_some(end + 2)
        }
        TokenKind::Other if sentence.is_word(end, word!("&")) => {
            // "AT&T": a letter that is glued to it, too.
            let is_glued = !token.spaced && sentence.token(end + 1).is_some_and(|next| !next.spaced);
            let is_letter = || is_glued && sentence.token(end + 1).is_some_and(Token::is_capitalised);
            (is_name_word(sentence, end + 1) || is_letter()).then_some(end + 2)
        }
        TokenKind::Comma if is_state_behind(sentence, first, end) => Some(end + 2),
        TokenKind::Comma => region_end(sentence, first, end),
        TokenKind::Possessive
            if is_named_work(sentence, end)
                || is_house_of_saint(sentence, first, end)
                || is_house_of_officer(sentence, end) =>
        {
            Some(end + 2)
        }
        TokenKind::Possessive if is_brand(sentence, first, end) => Some(end + 1),
        TokenKind::Quote => nickname_end(sentence, first, end),
        TokenKind::Number if is_model_number(sentence, first, end) => Some(end + 1),
        _ => None,
    }
}

/// Nouns that end the name of a body or law in a headline too: "Lund Council".
const BODY_NOUNS: (Class, Class, Class) = (Class::OrgNoun, Class::GovernmentBody, Class::LawNoun);

/// Longest name that small words bind, in tokens.
const LONGEST: usize = 14;

/// Small words that bind the parts of one name.
const JOINTS: &[WordId] = words!["of", "for", "on", "in", "and", "the", "to", "&"];

/// Where the name at `first..end` ends when it is bound across small words: the model takes what follows for the same
/// body, work or law ("National Institute of Tides | and Coastal Weather"), or it goes on to the noun of a law behind
/// its article ("Lund's Fairness | in Housing Act").
pub(super) fn bound(sentence: &Sentence<'_>, first: usize, end: usize) -> usize {
    if is_headline(sentence) {
        return end;
    }
    let is_part = |at: usize| {
        is_name_word(sentence, at)
            || sentence.is_any(at, JOINTS)
            || matches!(sentence.kind(at), Some(TokenKind::Hyphen | TokenKind::Possessive))
    };
    let behind = entity_end(sentence, first, end).or_else(|| law_end(sentence, first, end)).unwrap_or(end);
    let last = (end..behind.min(first + LONGEST))
        .take_while(|at| is_part(*at) && !is_office_of_body(sentence, *at))
        .filter(|at| is_name_word(sentence, *at))
        .last();
    last.map_or(end, |last| last + 1).max(end)
}

/// One past the model's entity of which the name's last token is part, if "and" in it joins what stands behind "of" and
/// the like.
fn entity_end(sentence: &Sentence<'_>, first: usize, end: usize) -> Option<usize> {
    use EntityType::{Event, Fac, Law, Org, WorkOfArt};
    let entity = |at: usize| sentence.tree.entity(at);
    let own = entity(end - 1).filter(|own| matches!(own.kind, Org | Law | WorkOfArt | Event | Fac))?;
    let goes_on = |at: &usize| entity(*at).is_some_and(|next| next.kind == own.kind && !next.begins);
    let last = (end..first + LONGEST).take_while(goes_on).last()?;
    let divides = |at: &usize| {
        sentence.is_word(*at, word!("and")) && !(first..*at).any(|at| sentence.is_any(at, words!["of", "for", "on", "in"]))
            || sentence.is_word(*at, word!("and")) && owns(sentence, *at)
            // "Harbour School in Oslo": a place that the name only stands in.
            || sentence.is_any(*at, words!["in", "on"])
                && (sentence.is(at + 1, Class::Place) || begins_place(sentence, at + 1))
    };
    Some((end..=last).find(divides).unwrap_or(last + 1))
}

/// One past the noun of a law whose name begins behind an article or owner and goes on over small words.
fn law_end(sentence: &Sentence<'_>, first: usize, end: usize) -> Option<usize> {
    let opens = first
        .checked_sub(1)
        .is_some_and(|before| is_determiner(sentence, before) || sentence.kind(before) == Some(TokenKind::Possessive));
    let is_joint = |at: usize| sentence.is_any(at, JOINTS) && !sentence.is_any(at, words!["on", "the", "&"]);
    let joint = opens && is_joint(end);
    let is_part = |at: &usize| is_name_word(sentence, *at) || is_joint(*at);
    let names = (end..first + LONGEST).take_while(is_part);
    let law = joint.then(|| names.filter(|at| is_name_word(sentence, *at) && sentence.is(*at, Class::LawNoun)).last());
    law.flatten().map(|last| last + 1)
}

/// The `Says` of a headline in capitals, "Lund Says Gates Leak".
fn is_verb_of_headline(sentence: &Sentence<'_>, at: usize) -> bool {
    let verbs = Classes::of(Class::SpeechVerb).with(Classes::of(Class::PresentFactVerb));
    sentence.word(at).ends_with('s')
        && sentence.token(at).is_some_and(|token| token.classes.any(verbs) && !token.is(Class::RoleNoun))
        && is_headline(sentence)
}

/// Whether the name at `first..end` ends before the word at `end`: an office in initials, or a title behind a
/// place or party, which has a name of its own: `Okoye Marine | CEO`, `Vermont | Sen. Ann Lund`.
fn ends_before(sentence: &Sentence<'_>, first: usize, end: usize) -> bool {
    if sentence.is_any(end, OFFICES) {
        return true;
    }
    let is_bearer = || {
        sentence.is(first, Class::Group) && end == first + 1
            || sentence.is(first, Class::Place) && end == first + 1 && !sentence.is(first, Class::FirstName)
            || place_end(sentence, first) == Some(end)
    };
    if is_title_of_body(sentence, first, end) || end > first && is_office_of_body(sentence, end) {
        return true;
    }
    let Some(behind) = title_end(sentence, end).filter(|_| is_bearer()) else { return false };
    let last = (behind..sentence.tokens.len()).take_while(|at| is_name_word(sentence, *at)).last();
    last.is_some_and(|last| sentence.token(last).is_some_and(|token| !token.classes.any(BODIES)))
}

/// `Merrow Rights Watch | President Chad Orr`: behind the name of a body, the title of whom the model takes for a person.
/// "Council" alone is no name of one.
fn is_title_of_body(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let Some(behind) = title_end(sentence, at).filter(|_| at > first) else { return false };
    let is_person = |at: usize| sentence.tree.entity(at).is_some_and(|own| own.kind == EntityType::Person);
    let is_named = at > first + 1 || !title_case::is_known(sentence, first);
    // "Ports and Fisheries Secretary": the department is part of the title.
    let is_of_department = sentence.is_any(at, words!["secretary", "minister"]);
    let names = Classes::of(Class::PersonTitle).with(Classes::of(Class::FirstName)).with(Classes::of(Class::RoleNoun));
    let is_body = (first..at).all(|at| sentence.token(at).is_some_and(|token| !token.classes.any(names)));
    is_person(behind) && !is_person(at - 1) && is_named && is_body && !is_of_department
}

/// `the Ports Department | Spokesperson`: behind the noun of a body, an office that nobody is named behind.
pub(super) fn is_office_of_body(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_body = at.checked_sub(1).and_then(|at| sentence.token(at)).is_some_and(|token| token.classes.any(BODIES));
    is_body
        && sentence.is(at, Class::RoleNoun)
        && !sentence.token(at).is_some_and(|token| token.classes.any(BODIES))
        && !is_name_word(sentence, at + 1)
        && !matches!(sentence.kind(at + 1), Some(TokenKind::Hyphen | TokenKind::Possessive))
        && !sentence.is_plural(at)
}

/// `Speaker of the House | Ann Lund`: behind a body, a person whom the model sees to begin at token `at`.
fn begins_person(sentence: &Sentence<'_>, at: usize) -> bool {
    let entity = |at: usize| sentence.tree.entity(at);
    let is_person = entity(at).is_some_and(|own| own.kind == EntityType::Person && own.begins);
    is_person && entity(at - 1).is_some_and(|before| before.kind == EntityType::Org)
}

/// Whether `of`, `for`, `on`, `and` at token `at` joins parts of one name.
fn joins(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let head = |class: Class| sentence.is(at - 1, class);
    let is_body = head(Class::OrgNoun) || head(Class::LawNoun) || head(Class::GovernmentBody) || head(Class::PlaceNoun);
    let joined_before = (first..at).any(|token| sentence.is_any(token, words!["of", "for", "on"]));
    match sentence.word(at) {
        "of" => {
            (!head(Class::RoleNoun) || head(Class::OrgNoun))
                && !head(Class::PersonTitle)
                && !is_where_from(sentence, first, at)
        }
        "for" => is_body,
        "on" => is_body && !begins_place(sentence, at + 1),
        "and" if owns(sentence, at) => false,
        "and" => {
            let is_of_one = joined_before && names_body_behind(sentence, at);
            is_of_one || joins_halves(sentence, first, at) || joins_law(sentence, first, at)
        }
        _ => false,
    }
}

/// "University of Merrow and | Oslo's Academy": behind the "and" at token `at` stands whose something is.
fn owns(sentence: &Sentence<'_>, at: usize) -> bool {
    sentence.kind(at + 2) == Some(TokenKind::Possessive)
}

/// `Institute on | Long Island`: a place begins at token `at`, on a list or as the model sees it.
fn begins_place(sentence: &Sentence<'_>, at: usize) -> bool {
    let entity = sentence.tree.entity(at);
    let is_place = |entity: Entity| entity.begins && matches!(entity.kind, EntityType::Gpe | EntityType::Loc);
    place_end(sentence, at).is_some() || entity.is_some_and(is_place)
}

/// `Ann Lund of Oslo`, `Okoye of Norway`: the `of` at token `at` says where a person is from, or a firm that no
/// article stands before.
fn is_where_from(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let is_body = sentence.token(at - 1).is_some_and(|token| token.classes.any(BODIES));
    let is_person = at > first + 1 && (sentence.is(first, Class::FirstName) || sentence.is(first, Class::PersonTitle));
    let is_firm = || {
        at == first + 1
            && sentence.is(at + 1, Class::Place)
            && sentence.token(first).is_some_and(|token| !token.is_cue())
            && !first.checked_sub(1).is_some_and(|before| is_determiner(sentence, before))
    };
    !is_body && (is_person || is_firm())
}

/// Whether the capitalised words behind `and` end in a noun that names a body, or are a single
/// word after `Office of …`, or one with an adjective: `Bureau of Trade and Coastal Research`.
fn names_body_behind(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_adjective = |at: usize| {
        ["ic", "al", "an", "ive"].iter().any(|end| sentence.word(at).ends_with(end))
            && !sentence.is(at, Class::FirstName)
    };
    let end = (at + 1..sentence.tokens.len()).take_while(|next| is_name_word(sentence, *next)).last();
    end.is_some_and(|last| {
        last == at + 1
            || sentence.is(last, Class::OrgNoun)
            || sentence.is(last, Class::LawNoun)
            || last == at + 2 && is_adjective(at + 1)
    })
}

/// Words with which the names of bodies of a country begin.
const NATIONAL: &[WordId] = words!["national", "federal", "royal", "international", "u.s", "u.s."];

/// `the Port Jazz and Heritage Foundation`, `National Tide and Current Agency`: capitalised words on both
/// sides of `and`, of which only the second end in the noun of a body, behind an article or as a country's.
/// People, places and parties before `and` are names of their own.
fn joins_halves(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let end = (at + 1..sentence.tokens.len()).take_while(|next| is_name_word(sentence, *next)).last();
    let bodies = Classes::of(Class::OrgNoun).with(Classes::of(Class::GovernmentBody));
    let ends_in_body = end.is_some_and(|last| {
        last > at + 1
            && sentence.token(last).is_some_and(|token| token.classes.any(bodies) && !token.is(Class::PersonTitle))
    });
    if !ends_in_body {
        return false;
    }
    let names = Classes::of(Class::FirstName).with(Classes::of(Class::PersonTitle)).with(Classes::of(Class::Group));
    let apart = BODIES.with(names).with(Classes::of(Class::Place));
    let is_apart =
        |at: usize| sentence.token(at).is_some_and(|token| token.classes.any(apart) || token.case == Case::Upper);
    let is_person = sentence.is(first, Class::FirstName) || sentence.is(first, Class::PersonTitle);
    let has_article = sentence.follows(first, word!("the"));
    let is_national = at > first + 1
        && (sentence.is_any(first, NATIONAL)
            || sentence.is(first, Class::Place)
            || place_end(sentence, first).is_some_and(|end| end < at));
    let is_other_person = sentence.is(at + 1, Class::FirstName) || sentence.is(at + 1, Class::PersonTitle);
    (has_article || is_national) && !is_person && !is_other_person && !is_apart(at - 1)
}

/// `Pilot and | Coastal Rescue Act`: one common word before the "and" at token `at`, and behind it a law of two words or
/// more.
fn joins_law(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let end = (at + 1..sentence.tokens.len()).take_while(|next| is_name_word(sentence, *next)).last();
    let is_law = end.is_some_and(|last| last > at + 1 && sentence.is(last, Class::LawNoun));
    let is_common = sentence.token(first).is_some_and(|token| !token.classes.any(BODIES));
    is_law && first > 0 && at == first + 1 && is_common && title_case::is_known(sentence, first)
}

/// `Washington, D.C.`, `Springfield, Ill.`; two states side by side are a list.
fn is_state_behind(sentence: &Sentence<'_>, first: usize, comma: usize) -> bool {
    let is_town = !sentence.is(comma - 1, Class::PersonTitle);
    let state = sentence.token(comma + 1);
    let is_state = state.is_some_and(|token| token.is(Class::StateAbbreviation) && token.is_capitalised());
    is_town && is_state && (sentence.word(comma + 1).ends_with('.') || !is_us_state(sentence, first, comma))
}

/// One past the state or country of a town behind the comma at a token: `Salem, Massachusetts`, `Whitby, England`. Of
/// a list of places each is one.
fn region_end(sentence: &Sentence<'_>, first: usize, comma: usize) -> Option<usize> {
    let of_cue = place_end(sentence, comma + 1);
    let end = of_cue.unwrap_or(comma + 2);
    let word = |at: usize| WordId::of(sentence.word(at));
    let is_town = |from: usize, to: usize| gazetteer::known((from..to).map(word)).is_town();
    let is_region = sentence.is(comma + 1, Class::Place) || of_cue.is_some();
    let is_state = is_us_state(sentence, comma + 1, end);
    let is_seen = || sentence.tree.entity(comma - 1).is_some_and(|entity| entity.kind == EntityType::Gpe);
    // A town: no country or state, and none whose name the list of places has.
    let is_placed = sentence.is(first, Class::Place) || place_end(sentence, first) == Some(comma);
    let of_town = is_town(first, comma) || is_seen();
    let goes_on = sentence.is(end, Class::Coordinator)
        || sentence.kind(end) == Some(TokenKind::Comma) && sentence.token(end + 1).is_some_and(Token::is_capitalised);
    let is_pair = is_region && of_town && !goes_on && sentence.kind(end) != Some(TokenKind::Possessive);
    let is_apart = is_us_state(sentence, first, comma) || is_placed && !is_town(first, comma);
    (is_pair && !is_apart && (is_state || !is_town(comma + 1, end))).then_some(end)
}

/// Whether the name at `first..end` is an American state.
fn is_us_state(sentence: &Sentence<'_>, first: usize, end: usize) -> bool {
    let cue = sentence.cues.get(sentence.cues.partition_point(|cue| (cue.first as usize) < first));
    cue.is_some_and(|cue| cue.first as usize == first && cue.end as usize == end && cue.classes.has(Class::UsState))
}

/// `King's College`, `St. Brice's Hospital`, `Children's Hospital`: a house that has the name of a saint, of a king
/// or of those whom it is for, with its possessive at token `at`.
pub(super) fn is_house_of_saint(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let houses = words!["college", "university", "hospital", "school", "church", "cathedral", "academy", "chapel"];
    let owners = words!["king", "queen", "trinity", "women", "children", "veterans", "people"];
    let is_saint = || first + 2 == at && sentence.is_any(first, words!["st", "st.", "saint"]);
    sentence.kind(at) == Some(TokenKind::Possessive)
        && sentence.is_any(at + 1, houses)
        && is_name_word(sentence, at + 1)
        && (sentence.is_any(at - 1, owners) || is_saint())
}

/// `Attorney General's Office`, `Sheriff's Department`: the house of who holds an office, with the possessive at token `at`.
fn is_house_of_officer(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_officer = sentence.is(at - 1, (Class::PersonTitle, Class::RoleNoun, words!["attorney", "general"]));
    is_officer && sentence.is_any(at + 1, words!["office", "department"]) && is_name_word(sentence, at + 1)
}

/// `Okoye's says`: a verb behind a possessive that no "has" or "is" was shortened to belongs to the name of a firm.
fn is_brand(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let verbs = words!["says", "said", "was", "is", "has", "had", "announced", "reported"];
    let is_word = at == first + 1 && sentence.token(first).is_some_and(|token| !token.is_cue());
    is_word && sentence.is_any(at + 1, verbs) && sentence.token(at + 1).is_some_and(|verb| verb.case == Case::Lower)
}

/// One past the surname of `Al “Moor” Lund`: a nickname in quotation marks between a given name and a surname.
fn nickname_end(sentence: &Sentence<'_>, first: usize, at: usize) -> Option<usize> {
    let is_given = at <= first + 2
        && sentence.token(at - 1).is_some_and(|token| !token.classes.any(BODIES) && !token.is(Class::Place));
    let close = (at + 2..=at + 3).find(|close| sentence.kind(*close) == Some(TokenKind::Quote))?;
    let opens = sentence.token(at).is_some_and(|quote| quote.spaced);
    let is_nickname = sentence.token(at + 1).is_some_and(Token::is_capitalised);
    (is_given && opens && is_nickname && is_name_word(sentence, close + 1)).then_some(close + 2)
}

/// `Moore's Law`, `Gulliver's Travels`: a possessive before a noun of laws.
fn is_named_work(sentence: &Sentence<'_>, at: usize) -> bool {
    is_name_word(sentence, at + 1) && sentence.is(at + 1, Class::LawNoun)
}

/// `Boeing 737`, `Channel 4`, `Tarn 9 orbited`: a short number behind a name that counts nothing.
fn is_model_number(sentence: &Sentence<'_>, first: usize, at: usize) -> bool {
    let short = sentence.token(at).is_some_and(|token| token.span.len() <= 4 && token.spaced);
    let has_article = first.checked_sub(1).is_some_and(|before| is_determiner(sentence, before));
    // "the Tarn 1 lander" is a ship; "the Terns 24 points" are points.
    let is_named = has_article && !sentence.word(at - 1).ends_with('s') && !sentence.is(at - 1, Class::GovernmentBody);
    let counts = sentence.token(at + 1).is_some_and(|next| {
        next.is_word()
            && next.case == Case::Lower
            && !next.is(Class::FunctionWord)
            && !is_predicate(sentence, at + 1)
            && !is_named
            || matches!(next.kind, TokenKind::Percent | TokenKind::Hyphen | TokenKind::Currency | TokenKind::Dash)
    });
    let is_series = sentence.tokens.get(first..at).unwrap_or_default().iter().all(Token::is_capitalised);
    let known = sentence.is(at - 1, Class::Place)
        || sentence.is(at - 1, Class::CountReference)
        || sentence.is(at - 1, Class::RoleNoun)
        || sentence.is(at - 1, Class::Group);
    let placed = first > 0 || is_predicate(sentence, at + 1);
    short && is_series && !counts && !known && first + 1 == at && placed
}

/// Whether a verb stands at token `at`: one that a list knows, or a past form.
pub(super) fn is_predicate(sentence: &Sentence<'_>, at: usize) -> bool {
    let is_past = || {
        sentence.token(at).is_some_and(|token| token.case == Case::Lower && !token.is(Class::FunctionWord))
            && sentence.word(at).ends_with("ed")
    };
    is_finite_verb(sentence, at) || is_past()
}
