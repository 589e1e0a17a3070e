//! Where to look: which places suit a claim.

pub mod general_sources;
pub mod rank;
pub mod topic_match;

use crate::annotated_text::AnnotatedText;
use crate::claim::{
    Analysis, Claim, ClaimKind, ClaimedSource, ClaimedSourceKind, FactRole, NameEntry, Priority, Prompt,
};
use crate::options::Options;
use crate::signal::NameKind;
use crate::text::document::Document;
use crate::text::escape::percent::encoded;
use placed::PlacedClaim;
use query::Nearby;
use rank::{Chosen, Setting};
use topic_match::Called;

pub mod directory;
mod placed;
mod query;

/// Most prompts of a claim.
pub const MOST: usize = 6;

/// Most prompts from the directory before the general ones of the kind.
const MOST_CHOSEN: usize = 4;

/// Least prompts; general ones of the kind fill up.
const LEAST: usize = 3;

/// Gives each claim of `analysis` its places to look.
pub fn add_prompts(document: &Document, annotated: &AnnotatedText, analysis: &mut Analysis, rules: &Options) {
    let setting = Setting::of(document.meta.title.as_deref().unwrap_or(""), annotated.words.all());
    let subject = subject(&analysis.names);
    let claims = PlacedClaim::all(document, annotated, &analysis.claims);
    let near = query::nearby(&claims);
    let of_claim = |(claim, near): (&PlacedClaim<'_>, String)| {
        let near = Nearby { paragraph: near, article: &subject };
        prompts(document, claim, &setting, &near, rules)
    };
    let all: Vec<Vec<Prompt>> = claims.iter().zip(near).map(of_claim).collect();
    for (claim, prompts) in analysis.claims.iter_mut().zip(all) {
        claim.prompts = prompts;
    }
}

/// Whom the article is about: the person, body or place that it names most often.
fn subject(names: &[NameEntry]) -> String {
    let mentioned =
        names.iter().filter(|name| !matches!(name.kind, NameKind::Group | NameKind::Acronym) && name.count > 1);
    let most = mentioned.max_by(|a, b| a.count.cmp(&b.count).then(b.lines.first().cmp(&a.lines.first())));
    most.map_or_else(String::new, |name| name.name.split(' ').take(4).collect::<Vec<_>>().join(" "))
}

fn prompts(
    document: &Document,
    placed: &PlacedClaim<'_>,
    setting: &Setting,
    near: &Nearby<'_>,
    rules: &Options,
) -> Vec<Prompt> {
    let claim = placed.claim;
    let mut prompts = vec![first(document, claim)];
    prompts.extend(claim.claimed_source.as_ref().and_then(beside));
    let names = if rules.private {
        query::one_name(placed, near, &rules.lexicon)
    } else {
        query::of(placed, near, &rules.lexicon)
    };
    let called = Called::by(placed, setting);
    let chosen = rank::choose(claim, &called, setting, rules);
    prompts.extend(chosen.iter().take(MOST_CHOSEN).map(|chosen| prompt(chosen, &names, rules.no_links)));
    prompts.extend(exact_words(claim, rules));
    let kinds = std::iter::once(claim.kind).chain(claim.tags.iter().copied());
    for place in
        kinds.take(2).flat_map(general_sources::of).filter(|place| setting.admits(place.region, &called.regions))
    {
        let is_due = prompts.len() < LEAST || claim.kind == ClaimKind::Allegation && place.is_advice();
        if is_due && prompts.len() < MOST && !prompts.iter().any(|prompt| prompt.label == place.label) {
            prompts.push(place.prompt(&names, rules.no_links));
        }
    }
    if claim.priority == Priority::High && prompts.len() < MOST {
        prompts.extend(general_sources::anywhere().map(|place| place.prompt(&names, rules.no_links)));
    }
    prompts.truncate(MOST);
    prompts
}

/// A source of the directory as a prompt: what it settles, why it was chosen, what to mind.
fn prompt(chosen: &Chosen<'_>, names: &str, no_links: bool) -> Prompt {
    let source = chosen.source;
    let url = match (&source.search, &source.home) {
        _ if no_links => None,
        (Some(search), _) if !names.is_empty() => Some(search.replace("{q}", &encoded(names))),
        (Some(search), _) => search.split_once("{q}").and_then(|(before, _)| query::site(before)),
        (None, home) => home.as_ref().map(std::string::ToString::to_string),
    };
    let access = Some(&*source.access).filter(|access| *access != "free");
    let caution = Some(chosen.caution).filter(|caution| !caution.is_empty());
    let more = [source.steps.as_deref(), access, source.note.as_deref().or(caution)];
    let mut why = source.settles.to_string();
    more.into_iter().flatten().for_each(|words| why.extend(["; ", words]));
    for (at, because) in chosen.because.iter().enumerate() {
        why.extend([if at == 0 { "; because: " } else { ", " }, because]);
    }
    Prompt { label: source.name.to_string(), url, why }
}

/// A search for the quoted words themselves: a link only under `--exact-words`, and never under `--private`.
fn exact_words(claim: &Claim, rules: &Options) -> Option<Prompt> {
    if rules.private || rules.no_links || claim.kind != ClaimKind::Quotation {
        return None;
    }
    let quote = claim.facts.iter().find(|fact| fact.role == FactRole::Quote)?;
    let phrase = query::phrase(&quote.text)?;
    let (url, why) = if rules.exact_words {
        let url = format!("https://duckduckgo.com/?q=%22{}%22", encoded(&phrase));
        (Some(url), "this link tells a search engine the quotation; who cut or translated it?")
    } else {
        (None, "search for them yourself, as that tells a search engine the quotation; who cut or translated it?")
    };
    Some(Prompt { label: "The exact words, if they are public".to_owned(), url, why: why.to_owned() })
}

/// The claimed source itself, or the author where the draft names none.
fn first(document: &Document, claim: &Claim) -> Prompt {
    if let Some(speaker) = claim.speaker.as_ref().filter(|_| claim.is_speakers_own()) {
        let why = "said in the first person; no other source is named".to_owned();
        Prompt { label: format!("Ask {speaker} what it rests on"), url: None, why }
    } else if let Some(source) = &claim.claimed_source {
        match source.kind {
            ClaimedSourceKind::Link => own_link(&source.text, source.url.as_deref()),
            ClaimedSourceKind::Footnote => Prompt {
                label: format!("The draft's own footnote: {}", source.text),
                url: None,
                why: "open what it cites: does it say this?".to_owned(),
            },
            ClaimedSourceKind::Comment => Prompt {
                label: format!("In the draft's margin: {}", source.text),
                url: source.url.clone(),
                why: "open what it names: does it say this?".to_owned(),
            },
            ClaimedSourceKind::Attribution => Prompt {
                label: format!("What {} said, at its origin", source.who()),
                url: None,
                why: "the draft's claimed source".to_owned(),
            },
        }
    } else {
        let author = document.meta.author.as_deref().unwrap_or("the author");
        let figures = claim.facts.iter().any(|fact| fact.role == FactRole::Figure);
        let what = if figures { "no source is named for the figure" } else { "no source is named" };
        Prompt { label: format!("Ask {author}"), url: None, why: what.to_owned() }
    }
}

/// The link that stands beside a speaker.
fn beside(source: &ClaimedSource) -> Option<Prompt> {
    source.linked.as_ref().map(|words| own_link(words, source.url.as_deref()))
}

fn own_link(words: &str, url: Option<&str>) -> Prompt {
    Prompt {
        label: format!("The draft's own link: {words}"),
        url: url.filter(|url| is_on_web(url)).map(str::to_owned),
        why: "open it: does it say this, and is it the origin or itself second-hand?".to_owned(),
    }
}

fn is_on_web(url: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| url.strip_prefix(scheme).is_some())
}
