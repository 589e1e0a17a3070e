//! The items to tick of an entry, and which fact each is about.

use super::line::{Line, without_box};
use super::{PartKind, Sheet};
use std::collections::HashMap;

/// An item to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Whether it is ticked.
    pub ticked: bool,
    /// Its words without box, as they stand in the sheet.
    pub text: String,
}

impl Item {
    pub(super) fn of(line: &Line) -> Option<Self> {
        let is_item = line.is_open() || line.is_ticked();
        is_item.then(|| Self { ticked: line.is_ticked(), text: without_box(&line.text).to_owned() })
    }

    /// Whether it lists these words among others: "Anna Holm, Tidewell — spelled as in the list".
    fn lists(&self, words: &str) -> bool {
        let list = self.text.rsplit_once(" — ").map_or(self.text.as_str(), |(list, _)| list);
        !words.is_empty() && list.split(", ").any(|one| essence(one) == words)
    }
}

impl super::Part {
    /// Its items, in its order.
    pub(super) fn items(&self) -> Vec<Item> {
        self.lines.iter().filter_map(Item::of).collect()
    }
}

impl Sheet {
    /// The items of each claim's entry, in its order, by the claim's id.
    pub fn items(&self) -> HashMap<&str, Vec<Item>> {
        let entries = self.parts.iter().filter_map(|part| match &part.kind {
            PartKind::Entry(id) => Some((id.as_str(), part.items())),
            _ => None,
        });
        entries.collect()
    }

    /// The items that belong to no entry: findings, names, what people added between.
    pub fn other_items(&self) -> Vec<Item> {
        let others = self.parts.iter().filter(|part| matches!(part.kind, PartKind::Top | PartKind::Section(_)));
        others.flat_map(super::Part::items).collect()
    }
}

/// What is left of words when they are compared: letters and digits, in small letters. Markup,
/// escapes, dashes and the curls of quotation marks are not.
pub fn essence(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Of each fact, given as its words and what to verify, whether it is ticked among the items. A
/// fact has an item of its own, or shares one with others: names that were asked for before.
pub fn ticked(items: &[Item], facts: &[(&str, impl std::fmt::Display)]) -> Vec<bool> {
    let essences: Vec<String> = items.iter().map(|item| essence(&item.text)).collect();
    let mut taken = vec![false; items.len()];
    let mut found = Vec::with_capacity(facts.len());
    for (text, verify) in facts {
        let (whole, words) = (essence(&format!("{text}{verify}")), essence(text));
        let own = items.iter().zip(&essences).zip(&mut taken).find(|((_, own), taken)| !**taken && **own == whole);
        found.push(match own {
            Some(((item, _), taken)) => {
                *taken = true;
                item.ticked
            }
            None => items.iter().any(|item| item.ticked && item.lists(&words)),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_the_same_words_have_an_item_each() {
        let item = |ticked: bool, words: &str| Item { ticked, text: words.to_owned() };
        let items = [
            item(true, "\"every\" — no exception"),
            item(false, "\"every\" — no exception"),
            item(true, "Anna Holm, Tidewell — spelled as below"),
        ];
        let facts = [("every", "no exception"), ("every", "no exception"), ("Tidewell", "which one"), ("Ort", "where")];
        assert_eq!(ticked(&items, &facts), [true, false, true, false]);
    }
}
