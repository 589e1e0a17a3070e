//! What is seen of each fact, claim and article.

use super::feature::{Feature, What};
use crate::annotated_text::AnnotatedText;
use crate::claim::{Claim, ClaimedSourceKind, Fact, FactRole, FactValue, NameEntry, ReasonKind, ToVerify};
use crate::english::token::{Token, TokenKind};
use crate::text::span::Span;
use crate::text::word_id::WordId;
use rustc_hash::FxHashMap as HashMap;

/// Words of a fact that are seen, from its first.
const WORDS: usize = 8;

/// Letters of the words of an article and of its headline that are seen, at least.
const LETTERS: usize = 4;

/// Words of the opening of an article that are seen.
const OPENING: usize = 120;

/// What all numbers of that many digits count as.
const NUMBERS: [WordId; 4] = [WordId::of("1"), WordId::of("12"), WordId::of("123"), WordId::of("1234")];

/// An article with what the rankings see of the whole of it.
pub struct Article<'a> {
    /// Its text.
    pub text: &'a AnnotatedText<'a>,
    /// What it names.
    pub entries: &'a [NameEntry],
    names: HashMap<&'a str, &'a NameEntry>,
    headline: Vec<WordId>,
    opening: Vec<(WordId, Span)>,
    claims: usize,
}

impl<'a> Article<'a> {
    /// Of the text and what was found in it.
    pub fn of(text: &'a AnnotatedText<'a>, entries: &'a [NameEntry], claims: usize) -> Self {
        let mut names = HashMap::default();
        for entry in entries {
            for form in std::iter::once(&entry.name).chain(&entry.variants) {
                names.entry(form.as_str()).or_insert(entry);
            }
        }
        let is_long = |token: &&Token| token.kind == TokenKind::Word && token.span.len() >= LETTERS;
        let tokens = text.tokens_in(Span::at(0, text.document.prose.len()));
        let mut opening: Vec<(WordId, Span)> =
            tokens.iter().filter(is_long).take(OPENING).map(|token| (token.word, token.span)).collect();
        opening.sort_unstable_by_key(|(word, span)| (*word, span.start));
        opening.dedup_by_key(|(word, _)| *word);
        let title = text.document.meta.title.as_deref().unwrap_or_default();
        Self { text, entries, names, headline: WordId::of_text(title), opening, claims }
    }

    /// What is seen of a claim and of its article where a place to look is sought.
    pub fn around(&self, claim: &Claim) -> Vec<Feature> {
        let article = self.opening.iter().map(|(word, span)| Feature::word(What::OfArticle, *word, *span));
        let own = self.of_claim(claim).into_iter().filter(|feature| feature.what != What::Pair);
        own.chain(article).collect()
    }

    /// What is seen of a claim.
    pub fn of_claim(&self, claim: &Claim) -> Vec<Feature> {
        let tokens = self.text.tokens_in(claim.prose);
        let mut seen = Vec::with_capacity(2 * tokens.len() + 40);
        let mut last: Option<&Token> = None;
        for token in tokens.iter().filter(|token| is_seen(token)) {
            seen.push(Feature::word(What::Word, word(token), token.span));
            if let Some(before) = last {
                let pair = word(before).number().rotate_left(17) ^ word(token).number();
                seen.push(Feature::new(What::Pair, pair).told_of(before.span.cover(token.span)));
            }
            last = Some(token);
        }
        seen.push(Feature::new(What::Length, (tokens.len() / 6).min(7) as u64));
        seen.push(Feature::new(What::Position, u64::from(claim.number.min(6))));
        seen.push(Feature::new(What::Paragraph, u64::from(claim.paragraph.min(6))));
        let part = 4 * (claim.number.max(1) as usize - 1) / self.claims.max(1);
        seen.push(Feature::new(What::Part, part as u64));
        let of_headline = self
            .headline
            .iter()
            .filter(|word| tokens.iter().any(|token| token.word == **word && token.span.len() >= LETTERS));
        seen.push(Feature::new(What::Headline, of_headline.count().min(4) as u64));
        let minded = claim.reasons.iter().filter(|reason| reason.kind == ReasonKind::Priority);
        seen.extend(minded.map(|reason| Feature::of_words(What::Minds, &reason.text)));
        seen.extend(Self::kinds(claim));
        for role in FactRole::ALL {
            let count = claim.facts.iter().filter(|fact| fact.role == *role).count();
            if count > 0 {
                seen.push(Feature::new(What::Others, count.min(3) as u64).of_role(*role as u64));
                seen.push(Feature::new(What::Role, *role as u64));
            }
        }
        seen.extend(claim.facts.iter().flat_map(values));
        seen.extend(self.source(claim));
        seen
    }

    /// The kind of a claim and what else it is.
    fn kinds(claim: &Claim) -> impl Iterator<Item = Feature> {
        let tags = claim.tags.iter().map(|tag| Feature::new(What::Tag, *tag as u64));
        std::iter::once(Feature::new(What::Kind, claim.kind as u64)).chain(tags)
    }

    /// What the draft offers as source.
    fn source(&self, claim: &Claim) -> Vec<Feature> {
        let Some(source) = &claim.claimed_source else { return vec![Feature::new(What::Sourced, 0)] };
        let mut seen = vec![Feature::new(What::Sourced, 1), Feature::new(What::Source, source.kind as u64)];
        if source.kind == ClaimedSourceKind::Attribution {
            let named = source.name();
            let kind = self.names.get(named).map_or(u64::MAX, |entry| entry.kind as u64);
            seen.push(Feature::new(What::Source, 100_u64.wrapping_add(kind)));
            seen.extend(
                WordId::of_text(&source.text).into_iter().map(|word| Feature::new(What::OfSource, word.number())),
            );
        }
        seen
    }

    /// What is seen of a fact of a claim.
    pub fn of_fact(&self, claim: &Claim, fact: &Fact) -> Vec<Feature> {
        let role = fact.role as u64;
        let tokens: Vec<&Token> = self.text.tokens_in(fact.prose).iter().filter(|token| is_seen(token)).collect();
        let mut seen = vec![Feature::new(What::Role, role)];
        let mut own = |what: What, value: u64| seen.push(Feature::new(what, value).of_role(role));
        own(What::Words, tokens.len().min(8) as u64);
        own(What::Kind, claim.kind as u64);
        claim.tags.iter().for_each(|tag| own(What::Tag, *tag as u64));
        own(What::Facts, claim.facts.len().min(8) as u64);
        own(What::Sourced, u64::from(claim.claimed_source.is_some()));
        own(What::Length, (claim.text.len() / 60).min(5) as u64);
        let nth =
            claim.facts.iter().take_while(|other| !std::ptr::eq(*other, fact)).filter(|other| other.role == fact.role);
        own(What::Nth, nth.count().min(3) as u64);
        let within = fact.prose.start.saturating_sub(claim.prose.start) as usize;
        own(What::Quarter, (4 * within / claim.prose.len().max(1)).min(4) as u64);
        for other in FactRole::ALL {
            let count = claim.facts.iter().filter(|fact| fact.role == *other).count();
            if count > 0 {
                own(What::Others, 16 * *other as u64 + count.min(3) as u64);
            }
        }
        for other in claim.facts.iter().filter(|other| !std::ptr::eq(*other, fact) && other.prose.overlaps(fact.prose))
        {
            let what = match () {
                () if other.prose.contains(fact.prose) => What::Within,
                () if fact.prose.contains(other.prose) => What::Holds,
                () => What::Shares,
            };
            own(what, other.role as u64);
        }
        if let Some(name) = self.names.get(fact.text.as_str()) {
            own(What::Named, name.kind as u64);
            own(What::Mentions, u64::from(name.count.min(5)));
            own(What::Introduced, u64::from(name.lines.first() == Some(&claim.line)));
            own(What::Titled, u64::from(!name.titles.is_empty()));
        }
        if let ToVerify::Known { what, .. } = &fact.verify {
            seen.push(Feature::of_words(What::Verify, &format!("{what:?}")));
        }
        for token in tokens.iter().take(WORDS) {
            seen.push(Feature::word(What::Word, word(token), token.span));
            seen.push(Feature::word(What::WordOfRole, word(token), token.span).of_role(role));
        }
        let (before, behind) = self.beside(fact.prose);
        let ends = [
            (What::First, tokens.first().copied()),
            (What::Last, tokens.last().copied()),
            (What::Before, before),
            (What::Behind, behind),
        ];
        seen.extend(
            ends.into_iter().filter_map(|(what, token)| {
                token.map(|token| Feature::word(what, word(token), token.span).of_role(role))
            }),
        );
        seen.extend(values(fact));
        seen
    }

    /// The words before and behind a fact.
    fn beside(&self, span: Span) -> (Option<&Token>, Option<&Token>) {
        let Some(sentence) = self.text.sentence_at(span.start) else { return (None, None) };
        let tokens = self.text.tokens(sentence);
        let first = tokens.partition_point(|token| token.span.start < span.start);
        let end = tokens.partition_point(|token| token.span.end <= span.end);
        let before = tokens.get(..first).unwrap_or_default().iter().rev().find(|token| is_seen(token));
        (before, tokens.get(end..).unwrap_or_default().iter().find(|token| is_seen(token)))
    }
}

/// The forms of a fact's value.
fn values(fact: &Fact) -> Vec<Feature> {
    match &fact.value {
        Some(FactValue::Quantity(quantity)) => {
            let qualifier = quantity.qualifier.map(|qualifier| Feature::new(What::Qualifier, qualifier as u64));
            std::iter::once(Feature::new(What::Form, quantity.form as u64)).chain(qualifier).collect()
        }
        Some(FactValue::Date(date)) => {
            vec![
                Feature::new(What::Precision, date.precision as u64),
                Feature::new(What::Relation, date.relation as u64),
            ]
        }
        None => Vec::new(),
    }
}

fn is_seen(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Currency)
}

/// A word as it is seen: of a number only how many digits it has.
fn word(token: &Token) -> WordId {
    if token.kind == TokenKind::Number {
        let digits = token.span.len().clamp(1, NUMBERS.len());
        return NUMBERS.get(digits - 1).copied().unwrap_or(token.word);
    }
    token.word
}
