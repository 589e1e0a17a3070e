//! The whole training.

use std::path::Path;
use std::time::Instant;

use claimsheet::internals::english::lexicon::Lexicon;
use claimsheet::internals::english::token::Tokens;
use claimsheet_grammar::lexeme::{self, Lexeme};
use claimsheet_grammar::model::Parts;
use claimsheet_grammar::vocabulary::Vocabulary;
use claimsheet_grammar::{Model, Tag};

use crate::card::{self, Facts};
use crate::corpus::{self, Sentence};
use crate::namer::Tagged;
use crate::plan::Plan;
use crate::random::Random;
use crate::{augment, measure, namer, parser, retokenise, tagger, words};

/// How many parts the sentences are cut in to tag each by a tagger that has not seen it.
const FOLDS: usize = 2;

/// How long each network is trained, and how many rows it keeps.
struct Plans {
    fold: Plan,
    tagger: Plan,
    parser: Plan,
    namer: Plan,
}

const PLANS: Plans = Plans {
    fold: Plan { epochs: 2, small_epochs: 0, rows: usize::MAX },
    tagger: Plan { epochs: 4, small_epochs: 2, rows: 20_000 },
    parser: Plan { epochs: 5, small_epochs: 2, rows: 19_000 },
    namer: Plan { epochs: 5, small_epochs: 3, rows: 36_000 },
};

/// The files of a model in training.
#[derive(Debug, PartialEq, Eq)]
struct Files {
    words: Vec<u8>,
    tagger: Vec<u8>,
    parser: Vec<u8>,
    moves: Vec<u8>,
    namer: Vec<u8>,
}

impl Files {
    fn parts(&self) -> Parts<'_> {
        Parts { words: &self.words, tagger: &self.tagger, parser: &self.parser, moves: &self.moves, namer: &self.namer }
    }
}

/// Trains on the files in `folder`; writes the model and the card.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn run(folder: &Path) -> Result<(), String> {
    let (training, dev) = sentences_in(folder)?;
    let files = build(&training)?;
    let facts = report(files.parts(), &training, &dev)?;
    write_model(files.parts())?;
    write_card(&facts)
}

/// Measures the model that is built in, and writes the card.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn measure(folder: &Path) -> Result<(), String> {
    let (training, dev) = sentences_in(folder)?;
    write_card(&report(Parts::BUILT_IN, &training, &dev)?)
}

/// The sentences to train on, and those to measure on, in our tokens.
fn sentences_in(folder: &Path) -> Result<(Vec<Sentence>, Vec<Sentence>), String> {
    let read = |name: &str| corpus::read(&folder.join(name)).map(|sentences| ours(&sentences));
    Ok((read("news-train.tsv.gz")?, read("news-dev.tsv.gz")?))
}

/// Trains.
fn build(originals: &[Sentence]) -> Result<Files, String> {
    let start = Instant::now();
    let say = |what: &str| eprintln!("{:4} s  {what}", start.elapsed().as_secs());
    let sentences = augment::with_variants(originals, &mut Random::new(1));
    let words = words::Words::of(originals)?;
    let (classes, rare, kinds) = (words.classes(), words.rare(), words.kinds());
    let vocabulary = Vocabulary::parse(&words.slots, &classes, &rare)?;
    let marks = words::marks(originals, &vocabulary);
    let lexemes: Vec<Vec<Lexeme>> = sentences.iter().map(|sentence| lexemes(sentence, &vocabulary, &words)).collect();
    let all: Vec<(&Sentence, &[Lexeme])> = sentences.iter().zip(lexemes.iter().map(Vec::as_slice)).collect();
    say("words counted");

    let tagger = tagger::train(&all, &marks, PLANS.tagger, 3).bytes();
    say("tagger trained");

    let tags = unseen_tags(&all, &marks, PLANS.fold);
    let pairs = words::pairs(&sentences, &tags);
    say("training sentences tagged");

    let with_tags: Vec<Tagged> =
        all.iter().zip(&tags).map(|((sentence, lexemes), tags)| (*sentence, *lexemes, tags.as_slice())).collect();
    let namer = namer::train(&with_tags, &marks, PLANS.namer, 5).bytes();
    say("entities trained");
    let (parser, moves) = parser::train(&with_tags, PLANS.parser, 7);
    say("parser trained");

    let words = [words.slots.as_slice(), &marks, &classes, &rare, &pairs, &kinds].concat();
    Ok(Files { words, tagger, parser, moves, namer })
}

/// Measures a model, prints the figures, and gives what the card tells.
fn report(parts: Parts, training: &[Sentence], dev: &[Sentence]) -> Result<Facts, String> {
    let model = Model::parse(parts)?;
    let size = |sentences: &[Sentence]| (sentences.len(), sentences.iter().map(Sentence::len).sum());
    let facts = Facts {
        teachers_tokens: measure::figures(&model, dev, false),
        our_tokens: measure::figures(&model, dev, true),
        capitals: measure::figures(&model, &augment::in_capitals(dev), true),
        small_letters: measure::figures(&model, &augment::in_small_letters(dev), true),
        training: size(training),
        measured: size(dev),
        files: files(parts).map(|(name, bytes)| (name, bytes.len())).to_vec(),
    };
    println!("{}", card::card(&facts));
    println!("{:.1} MB/s on one core", measure::speed(&model, dev));
    Ok(facts)
}

/// The sentences in our tokens.
fn ours(sentences: &[Sentence]) -> Vec<Sentence> {
    let (lexicon, mut tokens) = (Lexicon::default(), Tokens::default());
    sentences.iter().map(|sentence| retokenise::retokenise(sentence, &lexicon, &mut tokens)).collect()
}

fn lexemes(sentence: &Sentence, vocabulary: &Vocabulary, words: &words::Words) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = sentence.forms.iter().map(|form| Lexeme::of(form, vocabulary)).collect();
    lexeme::mark_style(&mut lexemes);
    words.forget_own(sentence, &mut lexemes);
    lexemes
}

/// Tags of the sentences, with errors as the tagger makes them in use.
fn unseen_tags(all: &[(&Sentence, &[Lexeme])], marks: &[u8], plan: Plan) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); all.len()];
    for fold in 0..FOLDS {
        // Variants stand beside their sentence; whole blocks keep both in one fold.
        let is_held_out = |at: usize| (at / 64) % FOLDS == fold;
        let others: Vec<_> = (0..all.len()).filter(|at| !is_held_out(*at)).map(|at| all[at]).collect();
        let network = tagger::train(&others, marks, plan, 11 + fold as u64);
        for at in (0..all.len()).filter(|at| is_held_out(*at)) {
            tags[at] = tagger::tag(&network, all[at].1, marks);
        }
    }
    tags
}

fn files(parts: Parts<'_>) -> [(&'static str, &[u8]); 5] {
    [
        ("words.bin", parts.words),
        ("tagger.bin", parts.tagger),
        ("parser.bin", parts.parser),
        ("moves.bin", parts.moves),
        ("namer.bin", parts.namer),
    ]
}

/// Writes the model where the crate that uses it takes it from.
fn write_model(parts: Parts) -> Result<(), String> {
    let data = here().join("../../crates/claimsheet-grammar/data");
    files(parts).into_iter().try_for_each(|(name, bytes)| put(&data.join(name), bytes))
}

fn write_card(facts: &Facts) -> Result<(), String> {
    put(&here().join("MODEL.md"), card::card(facts).as_bytes())
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use claimsheet_grammar::{Entity, EntityType, Relation};

    /// "Ida bakes bread ." and the like.
    fn sentences() -> Vec<Sentence> {
        let name = Entity { kind: EntityType::Person, begins: true };
        let sentence = |forms: [&str; 4]| Sentence {
            forms: forms.map(str::to_owned).to_vec(),
            tags: vec![Tag::Nnp, Tag::Vbz, Tag::Nn, Tag::Stop],
            labels: vec![Entity::index(Some(name)) as u8, 0, 0, 0],
            heads: vec![1, 1, 1, 1],
            relations: vec![Relation::Nsubj, Relation::Root, Relation::Dobj, Relation::Punct],
            agrees: vec![true; 4],
        };
        let mut all = Vec::new();
        for verb in ["bakes", "sells", "wants", "likes"] {
            for noun in ["bread", "cake", "tea", "rice", "soup"] {
                all.extend(["Ida", "Peter", "Maria"].map(|name| sentence([name, verb, noun, "."])));
            }
        }
        all
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        assert_eq!(build(&sentences()).unwrap(), build(&sentences()).unwrap());
    }

    #[test]
    fn what_was_seen_is_learnt() {
        let (files, sentences) = (build(&sentences()).unwrap(), sentences());
        let model = Model::parse(files.parts()).unwrap();
        let figures = measure::figures(&model, &sentences, true);
        assert!(figures.tags.value() > 0.95 && figures.labelled.value() > 0.95 && figures.entities.f() > 0.95);
    }
}
