//! Trains the finder of entities.

use claimsheet_grammar::features::naming::{self, HIDDEN, ROWS};
use claimsheet_grammar::lexeme::Lexeme;
use claimsheet_grammar::model::PLAIN_MARK;
use claimsheet_grammar::{Entity, Tag};

use crate::corpus::Sentence;
use crate::network::{Network, greatest, softmax};
use crate::plan::Plan;
use crate::random::Random;

/// How far the first steps go.
const RATE: f32 = 0.06;

/// A sentence, its lexemes, and the tags found for it.
pub type Tagged<'a> = (&'a Sentence, &'a [Lexeme], &'a [Tag]);

/// Trains on sentences, given the words' marks, by a plan.
pub fn train(sentences: &[Tagged], marks: &[u8], plan: Plan, seed: u64) -> Network<HIDDEN> {
    let mut network = Network::new(ROWS, Entity::LABELS, seed);
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    for epoch in 0..plan.epochs {
        if plan.prunes_before(epoch) {
            network.prune(plan.rows);
        }
        random.shuffle(&mut order);
        for (done, at) in order.iter().enumerate() {
            network.rate = plan.rate(RATE, epoch, done, order.len());
            sentence_step(&mut network, sentences[*at], marks, epoch == 0);
        }
    }
    network
}

fn sentence_step(network: &mut Network<HIDDEN>, (sentence, lexemes, tags): Tagged, marks: &[u8], given: bool) {
    let mut labels: Vec<u8> = Vec::with_capacity(lexemes.len());
    for (at, lexeme) in lexemes.iter().enumerate() {
        if labels.last().is_none_or(|label| *label == 0) && marks[usize::from(lexeme.word)] & PLAIN_MARK != 0 {
            labels.push(0);
            continue;
        }
        let rows = naming::rows(lexemes, tags, &labels, at);
        let hidden = network.hidden(&rows);
        let mut scores: [f32; Entity::LABELS] = std::array::from_fn(|label| network.score(&hidden, label));
        let right = usize::from(sentence.labels[at]);
        let best = if given { right } else { greatest(&scores) };
        softmax(&mut scores);
        scores[right] -= 1.0;
        let mut back = [0.0; HIDDEN];
        network.output_step(&hidden, 0, &scores, &mut back);
        network.row_step(&rows, &hidden, back);
        labels.push(best as u8);
    }
}
