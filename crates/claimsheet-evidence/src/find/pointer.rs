//! What the draft itself points at: footnotes, comments and links that name a document, and often a page or a time.

use super::Draft;
use crate::passage::SourceFile;
use crate::terms::{terms, words};
use claimsheet::claim::{Evidence, EvidencePlace, EvidenceStatus};
use claimsheet::text::document::{Document, LinkTarget};

/// Seconds by which a time may be off.
const SECONDS: u32 = 30;

/// Notes at each piece of evidence that the draft points elsewhere, where it does: at another document, or at another
/// page or time of the same. A pointer belongs to the claim that it stands in.
pub(super) fn follow(draft: &Draft<'_>, document: &Document, found: &mut [Option<Evidence>]) {
    let pointers: Vec<Pointed<'_>> = document
        .links_in(draft.claim.prose)
        .iter()
        .filter_map(|link| match &link.target {
            LinkTarget::Footnote { text, .. } | LinkTarget::Comment { text, .. } => pointed(draft, text),
            LinkTarget::Url(address) => at_address(draft, address),
            LinkTarget::Page(name) => pointed(draft, name),
            _ => None,
        })
        .collect();
    if pointers.is_empty() {
        return;
    }
    for evidence in found.iter_mut().flatten() {
        if evidence.status == EvidenceStatus::NotFound {
            continue;
        }
        let of_file = |pointed: &&Pointed<'_>| evidence.places.iter().any(|place| place.file == pointed.file.path);
        let Some(pointed) = pointers.iter().find(of_file).or_else(|| pointers.first()) else { continue };
        if !evidence.places.iter().any(|place| pointed.leads_to(place)) {
            let joint = if evidence.note.is_empty() { "" } else { "; " };
            evidence.note =
                format!("{}{joint}the draft points at “{}”, which is elsewhere", evidence.note, pointed.text);
        }
    }
}

/// A pointer of the draft and the document that it names.
struct Pointed<'a> {
    text: String,
    file: &'a SourceFile,
    pages: Vec<String>,
    seconds: Option<u32>,
}

impl Pointed<'_> {
    /// Whether a place is where the draft points: the page as counted or as printed, the time, or, where it names
    /// neither, the file.
    fn leads_to(&self, place: &EvidencePlace) -> bool {
        if place.file != self.file.path {
            return false;
        }
        if let Some(time) = self.seconds {
            return place.place.time.as_deref().and_then(seconds).is_some_and(|at| at.abs_diff(time) <= SECONDS);
        }
        let counted = place.place.page.map(|page| page.to_string());
        self.pages.is_empty()
            || self
                .pages
                .iter()
                .any(|page| Some(page) == counted.as_ref() || Some(page) == place.place.printed.as_ref())
    }
}

/// The document that a note names, with the pages and the time in it.
fn pointed<'a>(draft: &Draft<'a>, text: &str) -> Option<Pointed<'a>> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(address) = text.split(' ').find(|word| word.starts_with("http")) {
        return at_address(draft, address);
    }
    let named: Vec<String> = terms(&text).into_iter().map(|(_, term)| term).collect();
    let score = |file: &SourceFile| -> (usize, usize) {
        let name = file.path.rsplit('/').next().unwrap_or(&file.path).replace(['-', '_', '.'], " ");
        let count = |words: &str| {
            let own = terms(words);
            named.iter().filter(|term| own.iter().any(|(_, own)| own == *term)).count()
        };
        (count(&name) * 2 + count(file.title.as_deref().unwrap_or_default()), count(&head(file)))
    };
    let files = draft.index.backing.files.iter().map(|file| (score(file), file));
    let (score, file) = files.max_by(|one, two| one.0.cmp(&two.0).then_with(|| two.1.path.cmp(&one.1.path)))?;
    let enough = score.0 > 1 || score.0 + score.1 > 1;
    enough.then(|| Pointed { pages: pages(&text), seconds: time(&text), text, file })
}

/// The first words of a file, which often name it.
fn head(file: &SourceFile) -> String {
    let first = file.passages.iter().filter(|passage| passage.cell.is_none()).take(4);
    first.map(|passage| passage.text.chars().take(200).collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// The file that an address names: by the last part of its path, or because the file has the address in it.
fn at_address<'a>(draft: &Draft<'a>, address: &str) -> Option<Pointed<'a>> {
    let address = address.trim_end_matches(['.', ',', ')', '/']);
    let last = address.rsplit('/').next().filter(|last| last.len() > 3)?;
    let stem = last.split(['?', '#']).next()?.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let of = |file: &&SourceFile| {
        file.path.to_lowercase().contains(&stem.to_lowercase()) || file.address.as_deref() == Some(address)
    };
    let file = draft.index.backing.files.iter().find(of)?;
    Some(Pointed { text: address.to_owned(), file, pages: Vec::new(), seconds: None })
}

/// The pages that a note names: "p. 14", "pp. 3 and 9", "page 2".
fn pages(text: &str) -> Vec<String> {
    let all: Vec<&str> = words(text).map(|(_, word)| word).collect();
    let is_page = |word: &str| matches!(word.to_lowercase().as_str(), "p" | "pp" | "page" | "pages");
    let Some(at) = all.iter().position(|word| is_page(word)) else { return Vec::new() };
    let numbers =
        all.iter().skip(at + 1).take_while(|word| **word == "and" || word.chars().all(|c| c.is_ascii_digit()));
    numbers.filter(|word| **word != "and").map(|word| (*word).to_owned()).collect()
}

/// The time that a note names, in seconds.
fn time(text: &str) -> Option<u32> {
    text.split([' ', ',', ';', '(', ')']).find_map(seconds)
}

/// `00:12:31` or `12:31` in seconds.
fn seconds(text: &str) -> Option<u32> {
    let text = text.split(['.', ',']).next()?;
    let parts: Vec<&str> = text.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    parts.iter().try_fold(0_u32, |sum, part| sum.checked_mul(60)?.checked_add(part.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_times_of_notes_are_read() {
        assert_eq!(pages("Harbour report, pp. 3 and 9"), ["3", "9"]);
        assert_eq!(pages("Annual report p. 14"), ["14"]);
        assert!(pages("Call of 12 May").is_empty());
        assert_eq!(time("Brandvold transcript 00:12:31"), Some(751));
        assert_eq!(time("Annual report p. 14"), None);
    }
}
