//! Prints what the judge sees of labelled sentences, for training and for measuring:
//! `cargo run --release --package claimsheet-training -- FILE.tsv [--paragraphs COLUMN] COLUMN… > features`.
//!
//! Each line of the file is one sentence with tab-separated columns, the sentence first. With
//! `--paragraphs`, sentences whose values in that column and the one two before it agree make a
//! paragraph of one article, and are read in it; else each is read alone.
//!
//! Each line of the output has, divided by tabs: the chosen columns (counted from 0, without the
//! sentence); what the score must reach (0 where a rule insists) and why; whether there is a digit;
//! the scores for factual and worthy; the marks; the pieces of words; the pieces of grammar.

use claimsheet::internals::AnnotatedText;
use claimsheet::internals::SentenceGroup;
use claimsheet::internals::claims::{Genre, threshold};
use claimsheet::internals::classify::features::{self, Marks};
use claimsheet::internals::classify::{Classifier, grammar_pieces, hashed_ngrams};
use claimsheet::internals::speech::Speakers;
use claimsheet::options::Options;
use claimsheet::signal::Signal;
use claimsheet::text::document::Block;
use claimsheet::text::span::Span;
use claimsheet_read::{ReadOptions, read, reader};
use std::error::Error;
use std::io::{BufWriter, Write};

/// A line of the file.
struct Row<'a> {
    fields: Vec<&'a str>,
}

impl<'a> Row<'a> {
    fn text(&self) -> &'a str {
        self.fields.first().map_or("", |text| text.trim())
    }

    fn field(&self, column: usize) -> &'a str {
        self.fields.get(column).copied().unwrap_or("")
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.first().is_some_and(|first| first == "--marks") {
        for mark in 0..features::COUNT {
            writeln!(out, "{}", features::name(mark))?;
        }
        return Ok(());
    }
    let paragraphs = arguments.iter().position(|argument| argument == "--paragraphs");
    let paragraphs = paragraphs.map(|at| arguments.drain(at..at + 2).nth(1).unwrap_or_default().parse());
    let paragraphs: Option<usize> = paragraphs.transpose()?;
    let mut arguments = arguments.into_iter();
    let file = arguments.next().ok_or("usage: export FILE.tsv [--paragraphs COLUMN] COLUMN…; or export --marks")?;
    let columns: Vec<usize> = arguments.map(|column| column.parse()).collect::<Result<_, _>>()?;
    let text = std::fs::read_to_string(&file)?;
    let rows: Vec<Row<'_>> = text.lines().map(|line| Row { fields: line.split('\t').collect() }).collect();
    let article = |row: &Row<'_>| paragraphs.map(|column| row.field(column - 2).to_owned());
    for rows in rows.chunk_by(|a, b| article(a).is_some() && article(a) == article(b)) {
        let apart = |a: &Row<'_>, b: &Row<'_>| paragraphs.is_none_or(|column| a.field(column) != b.field(column));
        let mut source = String::new();
        for (at, row) in rows.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| rows.get(before));
            source.push_str(before.map_or("", |before| if apart(before, row) { "\n\n" } else { " " }));
            source.push_str(row.text());
        }
        let document = read(source.as_bytes(), &ReadOptions { from: reader("text"), ..Default::default() })?;
        let options = Options::default();
        let reading = AnnotatedText::of(&document, &options);
        let mut from = 0;
        for row in rows {
            let start = document.prose.get(from..).and_then(|rest| rest.find(row.text())).map_or(from, |at| from + at);
            from = start + row.text().len();
            let span = Span::at(start, from);
            let chosen: Vec<&str> = columns.iter().map(|column| row.field(*column)).collect();
            let seen = seen(&reading, span, paragraphs.is_some()).unwrap_or_default();
            writeln!(out, "{}\t{seen}", chosen.join("\t"))?;
        }
    }
    Ok(())
}

/// What the judge sees of the sentence at `span`.
fn seen(text: &AnnotatedText, span: Span, in_article: bool) -> Option<String> {
    let document = text.document;
    let block: &Block = document.blocks.iter().rev().find(|block| block.span.start <= span.start)?;
    let within = |signal: &&Signal| span.contains(signal.span);
    let signals: Vec<Signal> = text.signals.iter().filter(within).cloned().collect();
    let first = text.sentences.partition_point(|record| record.span.end <= span.start);
    let passage = SentenceGroup::at(text, first..first + 1, span, block, &signals);
    let judged = Classifier::default().judge(&passage).score();
    let least = threshold(&passage, Genre::of(text), &Speakers::of(text));
    let (from, why) = least.map_or((0.0, "a rule insists"), |least| (least.from, least.why));
    let digit = document.text(span).bytes().any(|byte| byte.is_ascii_digit());
    let marks = Marks::of(&passage);
    let marks: Vec<String> =
        marks.iter().filter(|mark| in_article || *mark != features::FIRST).map(|mark| mark.to_string()).collect();
    let mut numbers = Vec::new();
    hashed_ngrams::pieces(document.text(span), |piece, _| numbers.push(piece.to_string()));
    let mut grammar = Vec::new();
    grammar_pieces::pieces(&passage, |piece| grammar.push(piece.number.to_string()));
    let (digit, factual, worthy) = (u8::from(digit), judged.factual, judged.worthy);
    Some(format!(
        "{from}\t{why}\t{digit}\t{factual}\t{worthy}\t{}\t{}\t{}",
        marks.join(" "),
        numbers.join(" "),
        grammar.join(" ")
    ))
}
