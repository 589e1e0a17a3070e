//! Trains the tagger.

use claimsheet_grammar::Tag;
use claimsheet_grammar::features::tagging::{self, HIDDEN, ROWS};
use claimsheet_grammar::lexeme::Lexeme;
use claimsheet_grammar::model::TAG_MARK;

use crate::corpus::Sentence;
use crate::network::{Network, greatest, softmax};
use crate::plan::Plan;
use crate::random::Random;

/// How far the first steps go.
const RATE: f32 = 0.06;

/// Trains on sentences, given their lexemes and the words' marks, by a plan.
pub fn train(sentences: &[(&Sentence, &[Lexeme])], marks: &[u8], plan: Plan, seed: u64) -> Network<HIDDEN> {
    let mut network = Network::new(ROWS, Tag::COUNT, seed);
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for epoch in 0..plan.epochs {
        if plan.prunes_before(epoch) {
            network.prune(plan.rows);
        }
        random.shuffle(&mut order);
        for (done, at) in order.iter().enumerate() {
            network.rate = plan.rate(RATE, epoch, done, order.len());
            let (sentence, lexemes) = sentences[*at];
            // At first the tags before are given, later those that were found.
            sentence_step(&mut network, sentence, lexemes, marks, epoch == 0 && done < order.len() / 2);
        }
    }
    network
}

fn sentence_step(network: &mut Network<HIDDEN>, sentence: &Sentence, lexemes: &[Lexeme], marks: &[u8], given: bool) {
    let mut tags = Vec::with_capacity(lexemes.len());
    for (at, lexeme) in lexemes.iter().enumerate() {
        if let Some(tag) = only_tag(*lexeme, marks) {
            tags.push(tag);
            continue;
        }
        let rows = tagging::rows(lexemes, &tags, at);
        let hidden = network.hidden(&rows);
        let mut scores: [f32; Tag::COUNT] = std::array::from_fn(|tag| network.score(&hidden, tag));
        let best = if given { sentence.tags[at].index() } else { greatest(&scores) };
        softmax(&mut scores);
        scores[sentence.tags[at].index()] -= 1.0;
        let mut back = [0.0; HIDDEN];
        network.output_step(&hidden, 0, &scores, &mut back);
        network.row_step(&rows, &hidden, back);
        tags.push(Tag::of_index(best).unwrap_or(Tag::Nn));
    }
}

/// The tags a network finds.
pub fn tag(network: &Network<HIDDEN>, lexemes: &[Lexeme], marks: &[u8]) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(lexemes.len());
    for (at, lexeme) in lexemes.iter().enumerate() {
        let tag = only_tag(*lexeme, marks).unwrap_or_else(|| {
            let hidden = network.hidden(&tagging::rows(lexemes, &tags, at));
            let scores: [f32; Tag::COUNT] = std::array::from_fn(|tag| network.score(&hidden, tag));
            Tag::of_index(greatest(&scores)).unwrap_or(Tag::Nn)
        });
        tags.push(tag);
    }
    tags
}

fn only_tag(lexeme: Lexeme, marks: &[u8]) -> Option<Tag> {
    Tag::of_index(usize::from(marks[usize::from(lexeme.word)] & TAG_MARK))
}
