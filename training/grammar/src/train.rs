//! The whole training.

use std::path::Path;
use std::time::Instant;

use claimsheet::lexicon::Lexicon;
use claimsheet::token::Tokens;
use claimsheet_grammar::lexeme::{self, Lexeme};
use claimsheet_grammar::model::Parts;
use claimsheet_grammar::vocabulary::Vocabulary;
use claimsheet_grammar::{Model, Tag};

use crate::corpus::{self, Sentence};
use crate::namer::Tagged;
use crate::random::Random;
use crate::{augment, measure, namer, parser, retokenise, tagger, words};

/// How many parts the sentences are cut in to tag each by a tagger that has not seen it.
const FOLDS: usize = 2;

/// Times over all sentences.
struct Epochs {
    fold: usize,
    tagger: usize,
    parser: usize,
    namer: usize,
}

/// Trains on the files in `folder` and writes the model.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn run(folder: &Path) -> Result<(), String> {
    let start = Instant::now();
    let say = |what: &str| eprintln!("{:4} s  {what}", start.elapsed().as_secs());
    let epochs = Epochs { fold: 2, tagger: 4, parser: 5, namer: 4 };
    let originals = ours(&corpus::read(&folder.join("news-train.tsv.gz"))?);
    let dev = ours(&corpus::read(&folder.join("news-dev.tsv.gz"))?);
    let sentences = augment::with_variants(&originals, &mut Random::new(1));
    say("read");

    let slots = words::slots(&originals)?;
    let vocabulary = Vocabulary::parse(&slots)?;
    let marks = words::marks(&originals, &vocabulary);
    let lexemes: Vec<Vec<Lexeme>> = sentences.iter().map(|sentence| lexemes(sentence, &vocabulary)).collect();
    let all: Vec<(&Sentence, &[Lexeme])> = sentences.iter().zip(lexemes.iter().map(Vec::as_slice)).collect();
    let tagger_bytes = tagger::train(&all, &marks, epochs.tagger, 3).bytes();
    say("tagger trained");

    let tags = unseen_tags(&all, &marks, epochs.fold);
    let pairs = words::pairs(&sentences, &tags);
    say("training sentences tagged");

    let tagged: Vec<Tagged> =
        all.iter().zip(&tags).map(|((sentence, lexemes), tags)| (*sentence, *lexemes, tags.as_slice())).collect();
    let namer_bytes = namer::train(&tagged, &marks, epochs.namer, 5).bytes();
    say("entities trained");
    let parser_bytes = parser::train(&tagged, epochs.parser, 7).bytes();
    say("parser trained");

    let words = [slots.as_slice(), &marks, &pairs].concat();
    let parts = Parts { words: &words, tagger: &tagger_bytes, parser: &parser_bytes, namer: &namer_bytes };
    let model = Model::parse(parts)?;
    for all in [false, true] {
        eprintln!("{:?}", measure::figures(&model, &dev, all));
    }
    report(&model, &dev);
    write(parts)
}

fn report(model: &Model, dev: &[Sentence]) {
    for (name, all) in [("teacher's tokens", false), ("our tokens", true)] {
        let figures = measure::figures(model, dev, all);
        println!(
            "{name}: tags {:.4} heads {:.4} (words {:.4}) labelled {:.4} subjects {:.3}/{:.3} entities {:.3} (P {:.3} R {:.3})",
            figures.tags.value(),
            figures.heads.value(),
            figures.word_heads.value(),
            figures.labelled.value(),
            figures.subjects.precision(),
            figures.subjects.recall(),
            figures.entities.f(),
            figures.entities.precision(),
            figures.entities.recall(),
        );
    }
    println!("speed {:.1} MB/s", measure::speed(model, dev));
}

/// The sentences in our tokens.
fn ours(sentences: &[Sentence]) -> Vec<Sentence> {
    let (lexicon, mut tokens) = (Lexicon::default(), Tokens::default());
    sentences.iter().map(|sentence| retokenise::retokenise(sentence, &lexicon, &mut tokens)).collect()
}

fn lexemes(sentence: &Sentence, vocabulary: &Vocabulary) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = sentence.forms.iter().map(|form| Lexeme::of(form, vocabulary)).collect();
    lexeme::mark_style(&mut lexemes);
    lexemes
}

/// Tags of the sentences, with errors as the tagger makes them in use.
fn unseen_tags(all: &[(&Sentence, &[Lexeme])], marks: &[u8], epochs: usize) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); all.len()];
    for fold in 0..FOLDS {
        // Variants stand beside their sentence; whole blocks keep both in one fold.
        let is_held_out = |at: usize| (at / 64) % FOLDS == fold;
        let others: Vec<_> = (0..all.len()).filter(|at| !is_held_out(*at)).map(|at| all[at]).collect();
        let network = tagger::train(&others, marks, epochs, 11 + fold as u64);
        for at in (0..all.len()).filter(|at| is_held_out(*at)) {
            tags[at] = tagger::tag(&network, all[at].1, marks);
        }
    }
    tags
}

fn write(parts: Parts) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/claimsheet-grammar/data");
    let files = [
        ("words.bin", parts.words),
        ("tagger.bin", parts.tagger),
        ("parser.bin", parts.parser),
        ("namer.bin", parts.namer),
    ];
    for (name, bytes) in files {
        println!("{name}: {} bytes", bytes.len());
        std::fs::write(folder.join(name), bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
