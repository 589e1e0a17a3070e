//! Where to look: which places suit a claim.
//!
//! Which kinds of places know is [learned](crate::ranking); an institution of the directory stands for its kind
//! where the claim's own words and country call it as well.

pub mod rank;
pub mod topic_match;

use self::core::Core;
use crate::claim::{Claim, ClaimKind, ClaimedSource, ClaimedSourceKind, FactRole, NameEntry, Prompt};
use crate::options::Options;
use crate::ranking::{self, seen::Article};
use crate::signal::NameKind;
use crate::text::escape::percent::encoded;
use place_kind::{PlaceKind, Whose};
use placed::PlacedClaim;
use query::Nearby;
use rank::{Chosen, Setting};
use topic_match::Called;
use whose::Names;

mod concerned;
mod core;
pub mod directory;
mod in_writing;
pub mod place_kind;
mod placed;
mod query;
mod whose;

/// Most places of a claim, beside a search for its exact words.
pub const MOST: usize = 3;

/// Kinds of places among which they are sought.
const SOUGHT: usize = 5;

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
    let setting = Setting::of(document.meta.title.as_deref().unwrap_or(""), article.text.words.all(), claims);
    let around = InArticle { article, setting, names: Names::of(article.entries, &rules.lexicon), rules };
    let subject = subject(article.entries);
    let placed = PlacedClaim::all(document, article.text, claims);
    let near = query::nearby(&placed);
    let of_claim = |(claim, near): (&PlacedClaim<'_>, String)| {
        let near = Nearby { paragraph: near, article: &subject };
        prompts(claim, &around, &near)
    };
    let all: Vec<Vec<Prompt>> = placed.iter().zip(near).map(of_claim).collect();
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

/// The places for a claim, the best first: what the draft itself offers, the house's own, those of somebody whom the
/// draft names and institutions, then the likeliest of nobody in particular. None rather than one that nobody can find.
fn prompts(placed: &PlacedClaim<'_>, around: &InArticle<'_>, near: &Nearby<'_>) -> Vec<Prompt> {
    let (claim, rules) = (placed.claim, around.rules);
    let core = Core::of(placed);
    let called = Called::by(placed, &core, &around.setting);
    let chosen = rank::choose(claim, &called, &around.setting, rules);
    let query = if rules.private {
        query::one_name(placed, near, &rules.lexicon)
    } else {
        query::of(placed, near, &rules.lexicon)
    };
    let of_source = |chosen: &Chosen<'_>| prompt(chosen, &query, rules.no_links);
    let (of_house, institutions): (Vec<&Chosen<'_>>, Vec<&Chosen<'_>>) =
        chosen.iter().partition(|chosen| chosen.is_of_house());
    let mut found = Places::default();
    found.extend(own(claim));
    found.extend(institutions.iter().filter(|chosen| chosen.is_cited()).map(|chosen| of_source(chosen)));
    found.extend(of_house.into_iter().map(of_source));
    let is_written = in_writing::is_one(placed);
    let (mut placed_kinds, mut parties, mut nobodys) = (Vec::new(), Vec::new(), Vec::new());
    for (kind, odds) in ranking::kinds_of_places(around.article, claim).take(SOUGHT) {
        let Some(kind) = PlaceKind::all().get(kind) else { continue };
        if let Some(chosen) = best_of(kind, &institutions) {
            found.add(of_institution(kind, of_source(chosen)));
            placed_kinds.push(kind);
        } else if let Some(whose) = around.names.whose(kind.whose, placed, &called) {
            let is_asked = kind.whose != Whose::Organisation || claim.claimed_source.is_some();
            let place = if is_written { kind.in_writing(whose) } else { kind.prompt(Some(whose)) };
            if is_asked || concerned::is_about(placed, whose) {
                found.add(place);
            } else if around.names.is_of_body(whose) || concerned::is_party(placed, &core, whose) {
                parties.push(place);
            }
        } else {
            nobodys.push((kind, odds));
        }
    }
    // One door of a kind where no word calls another: beside the paper itself no second index of papers.
    for chosen in institutions.into_iter().filter(|chosen| chosen.is_plain()) {
        let is_of = |kind: &&PlaceKind| kind.is_of(chosen.source);
        if chosen.has_cue() || !placed_kinds.iter().any(&is_of) {
            found.add(of_source(chosen));
            placed_kinds.extend(PlaceKind::all().iter().filter(is_of));
        }
    }
    let described = nobodys.iter().find(|(kind, _)| kind.whose == Whose::Organisation).and_then(|(kind, _)| {
        concerned::description(placed).map(|words| kind.prompt(Some(around.names.of_description(words))))
    });
    found.extend(described.into_iter().chain(parties));
    // What anybody could tell is told where there is nothing else.
    if found.0.is_empty() {
        let likely = nobodys.into_iter().filter(|(_, odds)| *odds >= ranking::NOBODYS);
        found.extend(likely.map(|(kind, _)| kind.prompt(around.names.subject_of(kind.whose))));
    }
    found.0.extend(exact_words(claim, rules));
    found.0
}

/// Of the institutions of a kind the one that the claim names, else the best.
fn best_of<'c, 'a>(kind: &PlaceKind, institutions: &[&'c Chosen<'a>]) -> Option<&'c Chosen<'a>> {
    let mut of_kind = institutions.iter().copied().filter(|chosen| kind.is_of(chosen.source));
    let best = of_kind.clone().next();
    of_kind.find(|chosen| chosen.is_named()).or(best)
}

/// At most [`MOST`] places, each once.
#[derive(Default)]
struct Places(Vec<Prompt>);

impl Places {
    fn add(&mut self, place: Prompt) {
        if self.0.len() < MOST && !self.0.iter().any(|known| known.label == place.label) {
            self.0.push(place);
        }
    }

    fn extend(&mut self, places: impl IntoIterator<Item = Prompt>) {
        for place in places {
            self.add(place);
        }
    }
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
