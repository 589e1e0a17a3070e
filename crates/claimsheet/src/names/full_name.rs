//! The full name of who is said to say something: `Ruth Lund` of `Lund`, `Port Review Board` of `the PRB`.

use crate::claim::source::OWNED;
use crate::claim::{Claim, ClaimedSourceKind, NameEntry};
use crate::signal::NameKind;
use rustc_hash::FxHashMap;

/// Tells of the sources that a draft names in short what their full names are, as far as it has one for them.
pub fn tell(names: &[NameEntry], claims: &mut [Claim]) {
    let full = FullNames::of(names);
    let sources = claims.iter_mut().filter_map(|claim| claim.claimed_source.as_mut());
    for source in sources.filter(|source| source.kind == ClaimedSourceKind::Attribution) {
        match &mut source.probably {
            Some(person) => {
                let (name, owned) = person.strip_suffix(OWNED).map_or((person.as_str(), ""), |name| (name, OWNED));
                if let Some(name) = full.known(name) {
                    *person = format!("{name}{owned}");
                }
            }
            None => source.full_name = full.known(&source.text).map(str::to_owned),
        }
    }
}

/// The full names of an article by their short forms.
struct FullNames<'a> {
    by_form: FxHashMap<&'a str, &'a str>,
}

impl<'a> FullNames<'a> {
    fn of(names: &'a [NameEntry]) -> Self {
        let mut bearers: FxHashMap<&str, usize> = FxHashMap::default();
        for entry in names.iter().filter(|entry| entry.kind == NameKind::Person) {
            *bearers.entry(last_word(&entry.name)).or_default() += 1;
        }
        let mut by_form = FxHashMap::default();
        for entry in names {
            // "Lund" may be Ruth Lund or Tom Lund, where the draft has both.
            let is_one = |form: &&String| bearers.get(last_word(form)).is_none_or(|bearers| *bearers < 2);
            for form in entry.variants.iter().filter(is_one).filter(|form| is_short(form, &entry.name)) {
                by_form.entry(form.as_str()).or_insert(entry.name.as_str());
            }
        }
        Self { by_form }
    }

    /// The full name of what is named so.
    fn known(&self, form: &str) -> Option<&'a str> {
        let listed = |form: &str| self.by_form.get(form).copied();
        listed(form).or_else(|| listed(form.strip_prefix("the ").or_else(|| form.strip_prefix("The "))?))
    }
}

/// Whether a form says less than the name: it lacks a word of it.
fn is_short(form: &str, name: &str) -> bool {
    !name.split_whitespace().all(|word| form.contains(word))
}

fn last_word(name: &str) -> &str {
    name.rsplit(char::is_whitespace).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Verify;

    fn entry(name: &str, kind: NameKind, variants: &[&str]) -> NameEntry {
        NameEntry {
            name: name.to_owned(),
            kind,
            titles: Vec::new(),
            count: 1,
            lines: vec![1],
            variants: variants.iter().map(|form| (*form).to_owned()).collect(),
            verify: Verify::Role.into(),
            tick: true,
        }
    }

    #[test]
    fn a_short_form_has_the_full_name_of_the_only_one_who_bears_it() {
        let names = [
            entry("Orr Anwei", NameKind::Person, &["Mr. Orr"]),
            entry("Ruth Adeyemi", NameKind::Person, &["Adeyemi", "Mayor Ruth Adeyemi"]),
            entry("Tom Lund", NameKind::Person, &["Lund"]),
            entry("Ida Lund", NameKind::Person, &[]),
            entry("Port Review Board", NameKind::Organisation, &["PRB"]),
        ];
        let full = FullNames::of(&names);
        let told = ["Mr. Orr", "Adeyemi", "Mayor Ruth Adeyemi", "Lund", "Tom Lund", "the PRB", "the port"]
            .map(|form| full.known(form));
        let none = None;
        assert_eq!(told, [Some("Orr Anwei"), Some("Ruth Adeyemi"), none, none, none, Some("Port Review Board"), none]);
    }
}
