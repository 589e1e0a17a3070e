//! Trains the parser, with a dynamic oracle (Goldberg and Nivre 2013): the parser follows its own
//! moves and learns what is best from wherever they lead.

use claimsheet_grammar::Relation;
use claimsheet_grammar::features::parsing::{self, HIDDEN, OUTPUTS, ROWS};
use claimsheet_grammar::transition::{Move, State};

use crate::corpus::Sentence;
use crate::linear::Linear;
use crate::namer::Tagged;
use crate::network::{self, Network, greatest, softmax};
use crate::plan::Plan;
use crate::random::Random;

/// How far the first steps go.
const RATE: f32 = 0.05;

/// How far steps of the pairs go, compared with those of the network.
const PAIR_RATE: f32 = 0.4;

/// The share of the hidden layer that is silent in each step.
const SILENT: f32 = 0.1;

/// How often the parser follows its own move though it is no best one.
const EXPLORE: f32 = 0.9;

/// Trains on sentences, by a plan.
pub fn train(sentences: &[Tagged], plan: Plan, seed: u64) -> (Vec<u8>, Vec<u8>) {
    let mut network = Network::new(ROWS, OUTPUTS, seed);
    let mut moves = Linear::new(parsing::PAIR_ROWS);
    let mut random = Random::new(seed);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut state = State::default();
    for epoch in 0..plan.epochs {
        if plan.prunes_before(epoch) {
            network.prune(plan.rows);
        }
        random.shuffle(&mut order);
        for (done, at) in order.iter().enumerate() {
            network.rate = plan.rate(RATE, epoch, done, order.len());
            moves.rate = network.rate * PAIR_RATE;
            let explore = if epoch == 0 { 0.0 } else { EXPLORE };
            sentence_step((&mut network, &mut moves), &mut state, sentences[*at], explore, &mut random);
        }
    }
    (network.bytes(), moves.bytes(network.scale()))
}

fn sentence_step(
    (network, moves): (&mut Network<HIDDEN>, &mut Linear),
    state: &mut State,
    (sentence, lexemes, tags): Tagged,
    explore: f32,
    random: &mut Random,
) {
    state.begin(lexemes.len());
    let mut ahead = Vec::new();
    parsing::look_ahead(tags, &mut ahead);
    let gold = Gold::of(sentence);
    while !state.is_done() {
        let forced = state.forced();
        if forced == Some(Move::Shift) {
            state.step(Move::Shift, Relation::Root);
            continue;
        }
        let rows = parsing::rows(lexemes, tags, &ahead, state);
        let mut hidden = network.hidden(&rows);
        network::drop_out(&mut hidden, SILENT, random);
        let mut back = [0.0; HIDDEN];
        let step = forced.unwrap_or_else(|| {
            let costs = gold.costs(state);
            let pairs = parsing::pairs(lexemes, tags, &ahead, state);
            let mut scores = moves.scores(&pairs);
            for (at, score) in scores.iter_mut().enumerate() {
                *score += network.score(&hidden, at);
            }
            for (score, step) in scores.iter_mut().zip(Move::ALL) {
                if !state.allows(step) {
                    *score = f32::MIN;
                }
            }
            let found = greatest(&scores);
            let least = costs.iter().copied().min().unwrap_or(0);
            softmax(&mut scores);
            let right: f32 = scores.iter().zip(costs).filter(|(_, cost)| *cost == least).map(|(score, _)| score).sum();
            let best = (0..3).filter(|at| costs[*at] == least).max_by(|a, b| scores[*a].total_cmp(&scores[*b]));
            let gradients: [f32; 3] = std::array::from_fn(|at| {
                scores[at] - if costs[at] == least { scores[at] / right.max(1e-9) } else { 0.0 }
            });
            network.output_step(&hidden, 0, &gradients, &mut back);
            moves.step(&pairs, &gradients);
            let follows = costs[found] == least || random.happens(explore);
            Move::ALL[if follows { found } else { best.unwrap_or(0) }]
        });
        let relation = match step {
            Move::Shift => Relation::Root,
            Move::Left => relation_step(network, &hidden, sentence, (state.below(0), state.next), &mut back),
            Move::Right => relation_step(network, &hidden, sentence, (state.below(0), state.below(1)), &mut back),
        };
        network.row_step(&rows, &hidden, back);
        state.step(step, relation);
    }
}

/// Learns the relation of a token to its head if that is its head, and says which to go on with.
fn relation_step(
    network: &mut Network<HIDDEN>,
    hidden: &[f32; HIDDEN],
    sentence: &Sentence,
    (token, head): (u32, u32),
    back: &mut [f32; HIDDEN],
) -> Relation {
    const COUNT: usize = OUTPUTS - 4;
    let right = sentence.relations[token as usize];
    let mut scores: [f32; COUNT] = std::array::from_fn(|at| network.score(hidden, 4 + at));
    let found = Relation::of_index(greatest(&scores) + 1).unwrap_or(Relation::Dep);
    if sentence.heads[token as usize] == head && right != Relation::Root {
        softmax(&mut scores);
        scores[right.index() - 1] -= 1.0;
        network.output_step(hidden, 4, &scores, back);
    }
    found
}

/// The right heads and, of each token, its dependents.
struct Gold<'a> {
    heads: &'a [u32],
    dependents: Vec<Vec<u32>>,
}

impl<'a> Gold<'a> {
    fn of(sentence: &'a Sentence) -> Self {
        let mut dependents = vec![Vec::new(); sentence.len()];
        for (token, head) in sentence.heads.iter().enumerate() {
            if *head as usize != token {
                dependents[*head as usize].push(token as u32);
            }
        }
        Self { heads: &sentence.heads, dependents }
    }

    /// Of each move, how many right heads can no longer be found once it is made. Moves that are
    /// forbidden cost more than any sentence has.
    fn costs(&self, state: &State) -> [u32; 3] {
        let (top, below, next) = (state.below(0), state.below(1), state.next);
        let is_root = self.heads[top as usize] == top;
        let waiting = |token: u32| token >= next && token < state.length;
        let lost_dependents = self.dependents[top as usize].iter().filter(|child| waiting(**child)).count() as u32;
        let head = self.heads[top as usize];
        let mut costs = [u32::MAX; 3];
        if state.allows(Move::Shift) {
            let head = self.heads[next as usize];
            let below_top = state.stack.iter().rev().skip(1);
            let lost_head = u32::from(head != next && head < next && below_top.clone().any(|token| *token == head));
            let lost = self.dependents[next as usize].iter().filter(|child| state.stack.contains(child)).count() as u32;
            costs[0] = lost_head + lost;
        }
        if state.allows(Move::Left) {
            // The root's head comes behind the last token.
            let lost_head = is_root || head == below || (waiting(head) && head != next);
            costs[1] = u32::from(lost_head) + lost_dependents;
        }
        if state.allows(Move::Right) {
            let lost_head = is_root || waiting(head);
            costs[2] = u32::from(lost_head) + lost_dependents;
        }
        costs
    }
}
