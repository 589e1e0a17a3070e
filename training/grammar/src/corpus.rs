//! Reads annotated sentences.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use claimsheet_grammar::{Entity, Relation, Tag};
use flate2::read::GzDecoder;

/// An annotated sentence.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// Its tokens.
    pub forms: Vec<String>,
    /// Part of speech of each.
    pub tags: Vec<Tag>,
    /// Entity label of each, see [`Entity::index`].
    pub labels: Vec<u8>,
    /// Head of each; the root has itself.
    pub heads: Vec<u32>,
    /// Relation of each to its head.
    pub relations: Vec<Relation>,
    /// Whether each is a token of the teacher too, as is its head.
    pub agrees: Vec<bool>,
}

impl Sentence {
    /// How many tokens it has.
    pub const fn len(&self) -> usize {
        self.forms.len()
    }
}

/// Reads a file of sentences as the teacher has them.
///
/// # Errors
///
/// When the file cannot be read, or a line is not as it should be; the message says which.
pub fn read(path: &Path) -> Result<Vec<Sentence>, String> {
    let at = |line: usize| format!("{}: line {}", path.display(), line + 1);
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for (number, line) in BufReader::new(GzDecoder::new(file)).lines().enumerate() {
        let line = line.map_err(|error| format!("{}: {error}", at(number)))?;
        if line.is_empty() {
            if sentence.len() > 0 {
                sentences.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        add(&mut sentence, &line).ok_or_else(|| format!("{}: not form, tag, entity, head, relation", at(number)))?;
    }
    if sentence.len() > 0 {
        sentences.push(sentence);
    }
    for sentence in &mut sentences {
        let length = sentence.len() as u32;
        for head in &mut sentence.heads {
            *head = (*head).min(length - 1);
        }
    }
    Ok(sentences)
}

fn add(sentence: &mut Sentence, line: &str) -> Option<()> {
    let mut columns = line.split('\t');
    let form = columns.next()?;
    let tag = Tag::of_label(columns.next()?)?;
    let entity = Entity::of_label(columns.next()?);
    let head: u32 = columns.next()?.parse().ok()?;
    let relation = Relation::of_label(columns.next()?)?;
    sentence.heads.push(head.checked_sub(1).unwrap_or(sentence.len() as u32));
    sentence.forms.push(form.to_owned());
    sentence.tags.push(tag);
    sentence.labels.push(Entity::index(entity) as u8);
    sentence.relations.push(relation);
    sentence.agrees.push(true);
    Some(())
}
