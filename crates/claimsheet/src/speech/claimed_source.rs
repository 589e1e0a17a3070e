//! What the draft itself offers as source of a claim.

use super::{Speakers, is_pronoun, is_source};
use crate::annotated_text::AnnotatedText;
use crate::claim::{ClaimedSource, ClaimedSourceKind};
use crate::english::lexicon::Class;
use crate::english::passage::Passage;
use crate::english::phrase_lists::tables::web::LABELS;
use crate::english::token::{Case, Token, TokenKind};
use crate::sentence_group::SentenceGroup;
use crate::signal::{Attribution, Signal};
use crate::text::document::{Document, Link, LinkTarget};
use crate::text::span::Span;
use claimsheet_grammar::{Relation, Tag};
use std::fmt::Write as _;

/// What is offered.
pub(crate) struct Offered {
    source: ClaimedSource,
    /// Where the speaker is named, if it is one.
    speaker: Option<Span>,
}

impl Offered {
    /// Whether a pronoun is all that names the speaker: `she said`, `her warning that`.
    pub(crate) fn is_by_pronoun(&self, text: &AnnotatedText<'_>) -> bool {
        let is_one = |words: Passage<'_>| is_pronoun(words) || words.is_word(Class::ThirdPossessive);
        self.speaker.is_some_and(|speaker| is_one(text.passage(speaker)))
    }

    /// The source as the sheet tells it: without the capital of a sentence's start, and with the person that a
    /// pronoun stands for.
    pub(crate) fn told(&self, signals: &[Signal], speakers: &Speakers<'_>) -> ClaimedSource {
        let mut source = self.source.clone();
        if let Some(speaker) = self.speaker {
            source.text = speakers.within_sentence(signals, speaker, source.text);
            source.probably = speakers.person_behind(speaker);
        }
        source
    }
}

/// What the draft offers for a passage: a footnote, else who is said to have said it or, in a quotation that goes
/// on, who began to speak, with a link beside; else a link, else a comment. A comment beside a link or a footnote is
/// told with it.
pub(crate) fn offered(passage: &SentenceGroup<'_>, speakers: &Speakers<'_>) -> Option<Offered> {
    let document = passage.text.document;
    let links = document.links_in(passage.span);
    let comments = comments(document, passage.span);
    let told = |mut source: ClaimedSource| {
        for comment in &comments {
            let _ = write!(source.text, "; {comment}");
        }
        source
    };
    let of_document = |source: ClaimedSource| Offered { source, speaker: None };
    if let Some(footnote) = footnote(links) {
        return Some(of_document(told(footnote)));
    }
    let link = link(passage, links).map(told);
    let comment = || {
        let text = comments.join("; ");
        let url = first_address(&text);
        (!text.is_empty()).then(|| ClaimedSource::new(ClaimedSourceKind::Comment, text, url))
    };
    let of_speaker =
        |speaker: Span| Offered { source: ClaimedSource::of_speaker(document.text(speaker)), speaker: Some(speaker) };
    let carried = || speakers.carried(passage).filter(|speaker| is_source(passage.text.passage(*speaker)));
    match (speaker_in(passage), link) {
        (Some(speaker), Some(link)) => {
            let mut offered = of_speaker(speaker);
            (offered.source.url, offered.source.linked) = (link.url, Some(link.text));
            Some(offered)
        }
        (None, Some(link)) => Some(of_document(link)),
        (speaker, None) => comment().map(of_document).or_else(|| speaker.or_else(carried).map(of_speaker)),
    }
}

fn footnote(links: &[Link]) -> Option<ClaimedSource> {
    links.iter().find_map(|link| match &link.target {
        LinkTarget::Footnote { label, text } => {
            let text = if text.is_empty() { format!("footnote {label}") } else { text.clone() };
            Some(ClaimedSource::new(ClaimedSourceKind::Footnote, text, None))
        }
        LinkTarget::Url(_) | LinkTarget::Page(_) | LinkTarget::Comment { .. } => None,
    })
}

fn link(passage: &SentenceGroup<'_>, links: &[Link]) -> Option<ClaimedSource> {
    links.iter().find_map(|link| {
        let words = passage.text.document.text(link.span);
        match &link.target {
            LinkTarget::Url(url) if !is_label(passage.text.passage(link.span), url) => {
                Some(ClaimedSource::new(ClaimedSourceKind::Link, words.to_owned(), Some(url.clone())))
            }
            LinkTarget::Page(name) => {
                let text = if words == name { words.to_owned() } else { format!("{words} (the note \"{name}\")") };
                Some(ClaimedSource::new(ClaimedSourceKind::Link, text, None))
            }
            LinkTarget::Url(_) | LinkTarget::Footnote { .. } | LinkTarget::Comment { .. } => None,
        }
    })
}

/// Whether a link only labels a name or a word: it leads to a page of its topic, to its entry in an
/// encyclopedia or to a home page, and says nothing of the claim.
fn is_label(words: Passage<'_>, url: &str) -> bool {
    let is_name = words.word_count() <= 1
        || !words.word_starts().any(|word| word.case == Case::Lower && word.is_word() && word.span.len() > 3);
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (host, path) = path.split(['?', '#']).next().unwrap_or(path).split_once('/').unwrap_or((path, ""));
    let is_of_labels = |part: &str| LABELS.iter().any(|label| part.eq_ignore_ascii_case(label));
    is_name && (path.is_empty() || host.split('.').take(1).chain(path.split('/')).any(is_of_labels))
}

/// Most words behind who says it at a sentence's end: "officials said on Friday".
const TAIL: usize = 3;

/// Who is said to say it: whom the sentence names at its end ("…, officials said."), as the words before are
/// theirs; else the first, a person before what they told it by ("according to data, Lund said"), and whom the sentence
/// tells of before who is told of in passing ("Orr, whom Lund attacked, said").
fn speaker_in(passage: &SentenceGroup<'_>) -> Option<Span> {
    let text = passage.text;
    let told = || {
        let all = passage.signals.iter().filter_map(|signal| Some((signal.span, signal.attribution()?)));
        all.filter(|(_, said)| is_source(text.passage(said.speaker)))
    };
    let is_tag = |(place, _): &(Span, Attribution)| {
        let before = text.tokens_in(Span::new(passage.span.start, place.start)).last();
        let is_last = || text.passage(Span::new(place.end, passage.span.end)).word_count() <= TAIL;
        before.is_some_and(|before| ends_words(text.document, before)) && is_last()
    };
    let is_by = |(place, _): &(Span, Attribution)| text.passage(*place).opens_with(phrases!["according to"]);
    let is_aside = |(place, _): &(Span, Attribution)| is_in_relative_clause(text, *place);
    let main = || told().find(|said| !is_by(said) && !is_aside(said));
    let by = || told().find(|said| is_by(said) && !is_aside(said));
    let is_somebody = |(_, said): &(Span, Attribution)| !is_pronoun(text.passage(said.speaker));
    let first = || main().or_else(by).or_else(|| told().find(|said| !is_by(said))).filter(is_somebody);
    told().find(is_tag).or_else(first).or_else(|| told().next()).map(|(_, said)| said.speaker)
}

/// Whether the verb of an attribution is that of a clause with "who", "whom" or "which".
fn is_in_relative_clause(text: &AnnotatedText<'_>, said: Span) -> bool {
    let Some(sentence) = text.sentence_at(said.start).and_then(|record| text.sentence(record)) else { return false };
    let tree = &sentence.tree;
    let own = sentence.token_at(said.start)..sentence.token_at(said.end);
    own.rev().find(|at| tree.tag(*at).is_some_and(Tag::is_verb)).is_some_and(|verb| tree.is(verb, Relation::Relcl))
}

/// Whether a mark ends what somebody said: a comma, or a mark that closes a quotation.
fn ends_words(document: &Document, mark: &Token) -> bool {
    mark.kind == TokenKind::Comma || mark.kind == TokenKind::Quote && matches!(document.text(mark.span), "”" | "\"")
}

/// Comments on the words of `span`, with who wrote them.
pub(crate) fn comments(document: &Document, span: Span) -> Vec<String> {
    let told = |(author, text): (&str, &str)| match author {
        "" => format!("comment: {text}"),
        author => format!("comment by {author}: {text}"),
    };
    document.comments_on(span).into_iter().map(told).collect()
}

/// The first address in a text, without the stop that ends its sentence.
fn first_address(text: &str) -> Option<String> {
    let at = ["https://", "http://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let address = text.get(at..)?.split(|sign: char| sign.is_whitespace() || "<>\"”“".contains(sign)).next()?;
    Some(address.trim_end_matches(['.', ',', ';', ':', ')']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn labels(words: &str, url: &str) -> bool {
        let (document, options) = (Document::from_text(words), Options::default());
        let text = AnnotatedText::of(&document, &options);
        is_label(text.passage(Span::at(0, words.len())), url)
    }

    #[test]
    fn a_link_that_labels_a_name_says_nothing_of_the_claim() {
        for (words, url) in [
            ("Lund", "https://ledger.example/topics/lund"),
            ("#tolls", "https://social.example/hashtag/tolls"),
            ("Lund", "https://topics.ledger.example/places/lund"),
            ("Ruth Lund", "https://en.wikipedia.org/wiki/Ruth_Lund"),
            ("Port of Lund", "https://port.example/"),
        ] {
            assert!(labels(words, url), "{words} {url}");
        }
        for (words, url) in [
            ("rose to $4 million", "https://ledger.example/topics/lund"),
            ("killed", "https://ledger.example/2024/05/quay-accident"),
            ("Ruth Lund", "https://ledger.example/2024/05/lund-resigns"),
        ] {
            assert!(!labels(words, url), "{words} {url}");
        }
    }
}
