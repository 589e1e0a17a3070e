//! The items to tick of an entry, and which fact each is about.

use super::line::{Line, without_box};
use super::{PartKind, Sheet, split};
use std::borrow::Cow;
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

    /// What it is about, without how to check that.
    pub fn stem(&self) -> Option<String> {
        Line::new(format!("- [ ] {}", self.text), 0).stem()
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
    /// The items of each claim's entry and of the parts that were split from it, in its order, by the claim's id.
    pub fn items(&self) -> HashMap<&str, Vec<Item>> {
        let entries = self.parts.iter().filter_map(|part| match &part.kind {
            PartKind::Entry(id) => Some((id.as_str(), part.items())),
            _ => None,
        });
        let mut items: HashMap<&str, Vec<Item>> = entries.collect();
        for (at, id) in split::claims_of(self) {
            if let Some((own, part)) = items.get_mut(id.as_str()).zip(self.parts.get(at)) {
                own.extend(part.items());
            }
        }
        items
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

/// The longest words of a fact that the sheet repeats, in characters: they stand in the sentence above.
const SHOWN: usize = 60;

/// A fact's words as its item has them: long ones are cut behind a word.
pub fn fact_shown(words: &str) -> Cow<'_, str> {
    let is_cut = words.ends_with(" …") && words.chars().count() <= SHOWN + 2;
    let Some((most, _)) = words.char_indices().nth(SHOWN).filter(|_| !is_cut) else { return Cow::Borrowed(words) };
    let cut = words.get(..most).unwrap_or(words);
    let end = cut.rfind(' ').unwrap_or(cut.len());
    Cow::Owned(format!("{} …", cut.get(..end).unwrap_or(cut).trim_end_matches([',', ';', ':', '—', '–', ' '])))
}

/// Of each fact, given as its words and what to verify, whether it is ticked among the items. A
/// fact has an item of its own, by its question or else by its words, or shares one with others: names that were
/// asked for before.
pub fn ticked(items: &[Item], facts: &[(&str, impl std::fmt::Display)]) -> Vec<bool> {
    let wholes: Vec<String> = items.iter().map(|item| essence(&item.text)).collect();
    let stems: Vec<String> =
        items.iter().map(|item| item.stem().map_or_else(String::new, |stem| essence(&stem))).collect();
    let mut taken = vec![false; items.len()];
    let mut found: Vec<Option<bool>> = vec![None; facts.len()];
    let mut pair = |known: &[String], words: &dyn Fn(&str, &str) -> String| {
        for ((text, verify), found) in facts.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            let words = words(text, &verify.to_string());
            let mut own = known.iter().zip(items).zip(&mut taken);
            if let Some(((_, item), taken)) = own.find(|((known, _), taken)| !**taken && **known == words) {
                *taken = true;
                *found = Some(item.ticked);
            }
        }
    };
    pair(&wholes, &|text, verify| essence(&format!("{text}{verify}")));
    pair(&wholes, &|text, verify| essence(&format!("{}{verify}", fact_shown(text))));
    pair(&stems, &|text, _| essence(&fact_shown(text)));
    let shared = |text: &str| items.iter().any(|item| item.ticked && item.lists(&essence(text)));
    facts.iter().zip(found).map(|((text, _), found)| found.unwrap_or_else(|| shared(text))).collect()
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
