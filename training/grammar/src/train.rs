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

/// How many of the last times over all sentences go without the rows that matter little.
pub const PRUNED_EPOCHS: usize = 2;

pub fn env(name: &str, default: usize) -> usize { std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default) }

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

    let words = words::Words::of(&originals)?;
    let (classes, rare) = (words.classes(), words.rare());
    let vocabulary = Vocabulary::parse(&words.slots, &classes, &rare)?;
    let marks = words::marks(&originals, &vocabulary);
    let lexemes: Vec<Vec<Lexeme>> = sentences.iter().map(|sentence| lexemes(sentence, &vocabulary, &words)).collect();
    let all: Vec<(&Sentence, &[Lexeme])> = sentences.iter().zip(lexemes.iter().map(Vec::as_slice)).collect();
    let exp = std::env::var("EXP").unwrap_or_default();
    let cached = |name: &str| std::fs::read(format!("/tmp/h/exp/{name}"));
    let keep = |name: &str, bytes: &[u8]| std::fs::write(format!("/tmp/h/exp/{name}"), bytes).unwrap();
    let tagger_bytes = if exp.is_empty() || exp.contains('t') { let b = tagger::train(&all, &marks, (epochs.tagger, env("TK", 28000)), 3).bytes(); keep("tagger", &b); b } else { cached("tagger").unwrap() };
    say("tagger trained");

    let tags = if exp.is_empty() { let tags = unseen_tags(&all, &marks, epochs.fold);
        assert!(true); let flat: Vec<u8> = tags.iter().flatten().map(|t| t.index() as u8).collect(); keep("tags", &flat); tags } else {
        let flat = cached("tags").unwrap(); let mut at = 0;
        all.iter().map(|(s, _)| { let v: Vec<Tag> = flat[at..at + s.len()].iter().map(|t| Tag::of_index(*t as usize).unwrap()).collect(); at += s.len(); v }).collect() };
    let pairs = words::pairs(&sentences, &tags);
    say("training sentences tagged");

    let tagged: Vec<Tagged> =
        all.iter().zip(&tags).map(|((sentence, lexemes), tags)| (*sentence, *lexemes, tags.as_slice())).collect();
    let namer_bytes = if exp.is_empty() || exp.contains('n') { let b = namer::train(&tagged, &marks, (epochs.namer, env("NK", 25000)), 5).bytes(); keep("namer", &b); b } else { cached("namer").unwrap() };
    say("entities trained");
    let (parser_bytes, moves_bytes) = if exp.is_empty() || exp.contains('p') { parser::train(&tagged, (env("PE", epochs.parser), env("PK", 31000)), 7) } else { (cached("parser").unwrap(), cached("moves").unwrap()) };
    if exp.contains('k') { keep("parser", &parser_bytes); keep("moves", &moves_bytes); }
    say("parser trained");

    let word_bytes = [words.slots.as_slice(), &marks, &classes, &rare, &pairs].concat();
    let parts = Parts { words: &word_bytes, tagger: &tagger_bytes, parser: &parser_bytes, moves: &moves_bytes, namer: &namer_bytes };
    let model = Model::parse(parts)?;
    report(&model, &dev);
    if exp.is_empty() { write(parts) } else { Ok(()) }
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

fn lexemes(sentence: &Sentence, vocabulary: &Vocabulary, words: &words::Words) -> Vec<Lexeme> {
    let mut lexemes: Vec<Lexeme> = sentence.forms.iter().map(|form| Lexeme::of(form, vocabulary)).collect();
    lexeme::mark_style(&mut lexemes);
    words.forget_own(sentence, &mut lexemes);
    lexemes
}

/// Tags of the sentences, with errors as the tagger makes them in use.
fn unseen_tags(all: &[(&Sentence, &[Lexeme])], marks: &[u8], epochs: usize) -> Vec<Vec<Tag>> {
    let mut tags = vec![Vec::new(); all.len()];
    for fold in 0..FOLDS {
        // Variants stand beside their sentence; whole blocks keep both in one fold.
        let is_held_out = |at: usize| (at / 64) % FOLDS == fold;
        let others: Vec<_> = (0..all.len()).filter(|at| !is_held_out(*at)).map(|at| all[at]).collect();
        let network = tagger::train(&others, marks, (epochs, usize::MAX), 11 + fold as u64);
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
        ("moves.bin", parts.moves),
        ("namer.bin", parts.namer),
    ];
    for (name, bytes) in files {
        println!("{name}: {} bytes", bytes.len());
        std::fs::write(folder.join(name), bytes).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}
