//! Where to look: which places suit a claim.
//!
//! Which kinds of places know is [learned](crate::ranking); an institution of the directory stands for its kind
//! where the claim's own words and country call it as well.

pub mod rank;
mod record;
pub mod topic_match;

use crate::claim::{Claim, ClaimKind, ClaimedSource, ClaimedSourceKind, FactRole, NameEntry, Prompt};
use crate::options::Options;
use crate::ranking::seen::Article;
use crate::signal::NameKind;
use crate::text::escape::percent::encoded;
use institutions::Institutions;
use place_kind::PlaceKind;
use placed::PlacedClaim;
use query::Nearby;
use rank::{Chosen, Setting};
use whose::Names;

mod bodies;
mod concerned;
mod core;
mod court_file;
mod deceased;
pub mod directory;
mod institutions;
mod own_text;
pub mod place_kind;
mod placed;
mod poll;
mod query;
mod search;
mod whose;

/// Most places of a claim, beside a search for its exact words.
pub const MOST: usize = 3;

/// What is the same for all claims of an article.
struct InArticle<'a> {
    article: &'a Article<'a>,
    setting: Setting,
    names: Names<'a>,
    rules: &'a Options,
}

/// Gives each claim of an article its places to look.
pub fn add_prompts(article: &Article<'_>, claims: &mut [Claim], rules: &Options) {
    let document = article.text.document;
    let setting = Setting::of(article.text, claims);
    let around =
        InArticle { article, setting, names: Names::of(article, deceased::names(article.text), &rules.lexicon), rules };
    let subject = subject(article.entries);
    let placed = PlacedClaim::all(document, article.text, claims);
    let near = query::nearby(&placed);
    let called: Vec<_> = placed.iter().map(|claim| Institutions::of(claim, &around)).collect();
    let of_claim = |((claim, called), near): ((&PlacedClaim<'_>, &Institutions<'_>), String)| {
        let near = Nearby { paragraph: near, article: &subject };
        search::places(claim, called, &around, &near)
    };
    let mut all: Vec<Vec<Prompt>> = placed.iter().zip(&called).zip(near).map(of_claim).collect();
    poll::carry(&placed, &mut all);
    record::carry(&placed, &called, &mut all, &around.setting);
    for (claim, prompts) in claims.iter_mut().zip(all) {
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

/// A source of the directory as a place of that kind.
fn of_institution(kind: &PlaceKind, place: Prompt) -> Prompt {
    Prompt { why: format!("{}; {}", in_sentence(kind.general()), place.why), ..place }
}

/// Without the capital of a sentence's start, where it is no name.
fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}

/// A source of the directory as a prompt: what it settles, why it was chosen, what to mind.
fn prompt(chosen: &Chosen<'_>, names: &str, no_links: bool) -> Prompt {
    let source = chosen.source;
    let url = match (&source.search, &source.home) {
        _ if no_links => None,
        (Some(search), _) => Some(search.replace("{q}", &encoded(names))).filter(|_| !names.is_empty()),
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

/// A search for the quoted words themselves, only where `--exact-words` allows it: the link tells a search engine the
/// quotation.
fn exact_words(claim: &Claim, rules: &Options) -> Option<Prompt> {
    if !rules.exact_words || rules.private || rules.no_links || claim.kind != ClaimKind::Quotation {
        return None;
    }
    let quote = claim.facts.iter().find(|fact| fact.role == FactRole::Quote)?;
    let phrase = query::phrase(&quote.text)?;
    Some(Prompt {
        label: "The exact words, if they are public".to_owned(),
        url: Some(format!("https://duckduckgo.com/?q=%22{}%22", encoded(&phrase))),
        why: "this link tells a search engine the quotation; who cut or translated it?".to_owned(),
    })
}

/// What the draft itself offers beside a speaker.
fn own(claim: &Claim) -> Option<Prompt> {
    let source = claim.claimed_source.as_ref()?;
    match source.kind {
        ClaimedSourceKind::Link => Some(own_link(&source.text, source.url.as_deref())),
        ClaimedSourceKind::Footnote => Some(Prompt {
            label: format!("The draft's own footnote: {}", source.text),
            url: None,
            why: "open what it cites: does it say this?".to_owned(),
        }),
        ClaimedSourceKind::Comment => Some(Prompt {
            label: format!("In the draft's margin: {}", source.text),
            url: source.url.clone(),
            why: "open what it names: does it say this?".to_owned(),
        }),
        ClaimedSourceKind::Attribution => beside(source),
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
