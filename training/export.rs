//! Prints what the judge sees of labelled sentences, for training and for measuring:
//! `cargo run --release --example export -- FILE.tsv COLUMN… > features`.
//!
//! Each line of the file is one sentence with tab-separated columns, the sentence first. Each line
//! of the output has, divided by tabs: the chosen columns (counted from 0, without the sentence),
//! whether the rules insist on a claim, whether there is a digit, the scores for factual and worthy,
//! the marks, the pieces.

use claimsheet::read::{ReadOptions, read, reader};
use claimsheet::reading::Reading;
use claimsheet::rules::Rules;
use claimsheet::score::marks::{self, Marks};
use claimsheet::score::{pieces, score};
use claimsheet::span::Span;
use std::error::Error;
use std::io::{BufWriter, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: export FILE.tsv COLUMN…; or export --marks")?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if file == "--marks" {
        for mark in 0..marks::COUNT {
            writeln!(out, "{}", marks::name(mark))?;
        }
        return Ok(());
    }
    let columns: Vec<usize> = arguments.map(|column| column.parse()).collect::<Result<_, _>>()?;
    let rules = Rules::default();
    for line in std::fs::read_to_string(&file)?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let chosen: Vec<&str> = columns.iter().filter_map(|column| fields.get(*column)).copied().collect();
        let text = fields.first().copied().unwrap_or("");
        let Ok(document) = read(text.as_bytes(), &ReadOptions { from: reader("text"), ..Default::default() }) else {
            continue;
        };
        let reading = Reading::of(&document, &rules);
        let span = Span::at(0, document.prose.trim_end().len());
        let judged = score(&document, span, &reading.signals);
        let insists = claimsheet::assemble::insists(&document, &reading.signals);
        let digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let marks: Vec<String> =
            Marks::of(&document, span, &reading.signals).iter().map(|mark| mark.to_string()).collect();
        let mut numbers = String::new();
        pieces::pieces(document.text(span), |piece, _| {
            numbers.push_str(&piece.to_string());
            numbers.push(' ');
        });
        writeln!(
            out,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}",
            chosen.join("\t"),
            u8::from(insists),
            u8::from(digit),
            judged.factual,
            judged.worthy,
            marks.join(" "),
            numbers.trim_end()
        )?;
    }
    Ok(())
}
