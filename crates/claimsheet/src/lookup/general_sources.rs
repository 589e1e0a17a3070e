//! The general places, by kind of claim. They stand in `data/places.txt`.

use crate::claim::{ClaimKind, Prompt};

/// A place to look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    kind: &'static str,
    /// As of a source.
    pub(super) region: &'static str,
    pub(super) label: &'static str,
    address: &'static str,
    why: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/places.rs"));

/// The places for claims of `kind`, in order.
pub(super) fn of(kind: ClaimKind) -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(move |place| place.kind == kind.name())
}

/// The places for any claim.
pub(super) fn anywhere() -> impl Iterator<Item = &'static Place> {
    PLACES.iter().filter(|place| place.kind == "any")
}

impl Place {
    /// Whether it says what to ask for, and not where.
    pub(super) fn is_advice(&self) -> bool {
        self.address == "-"
    }

    /// The prompt with `query` in the link.
    pub(super) fn prompt(&self, query: &str, no_links: bool) -> Prompt {
        let has_link = self.address != "-" && !no_links && !query.is_empty();
        let url = has_link.then(|| self.address.replace("{q}", &crate::text::escape::percent::encoded(query)));
        Prompt { label: self.label.to_owned(), url, why: self.why.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_place_of_a_known_kind_with_a_query_in_its_address() {
        let text = include_str!("../../data/places.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        assert_eq!(lines.count(), PLACES.len(), "a line is not `kind | region | label | address | why`");
        for place in PLACES {
            let known = place.kind == "any" || ClaimKind::ALL.iter().any(|kind| kind.name() == place.kind);
            let opens = place.address.starts_with("https://") && place.address.contains("{q}");
            assert!(known && (place.is_advice() || opens), "{place:?}");
        }
    }

    #[test]
    fn every_kind_of_claim_has_a_place() {
        for kind in ClaimKind::ALL {
            assert!(of(*kind).next().is_some(), "{}", kind.name());
        }
    }
}
