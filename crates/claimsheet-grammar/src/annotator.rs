//! Reads sentences.

use crate::entity::Entity;
use crate::features::{naming, parsing, tagging};
use crate::function::Function;
use crate::lexeme::{self, Lexeme};
use crate::model::Model;
use crate::network::Hidden;
use crate::relation::Relation;
use crate::tag::Tag;
use crate::transition::{Move, State};
use crate::tree::Tree;

/// Reads one sentence after the other. Meant to be kept: its buffers are used again and again.
#[derive(Debug, Clone)]
pub struct Annotator<'m> {
    model: &'m Model<'m>,
    lexemes: Vec<Lexeme>,
    functions: Vec<Function>,
    tags: Vec<Tag>,
    ahead: Vec<parsing::Ahead>,
    state: State,
    labels: Vec<u8>,
    entities: Vec<Option<Entity>>,
}

impl<'m> Annotator<'m> {
    /// An annotator with empty buffers.
    pub fn new(model: &'m Model<'m>) -> Self {
        Self {
            model,
            lexemes: Vec::new(),
            functions: Vec::new(),
            tags: Vec::new(),
            ahead: Vec::new(),
            state: State::default(),
            labels: Vec::new(),
            entities: Vec::new(),
        }
    }

    /// Analyses the sentence that these tokens are.
    pub fn annotate<'s>(&mut self, forms: impl IntoIterator<Item = &'s str>) -> Tree<'_> {
        self.read(forms);
        self.tag();
        self.parse();
        self.find_entities();
        self.tree()
    }

    /// The analysis of the sentence read last.
    pub fn tree(&self) -> Tree<'_> {
        Tree {
            tags: &self.tags,
            heads: &self.state.heads,
            relations: &self.state.relations,
            entities: &self.entities,
            functions: &self.functions,
        }
    }

    fn read<'s>(&mut self, forms: impl IntoIterator<Item = &'s str>) {
        self.lexemes.clear();
        self.functions.clear();
        for form in forms {
            self.lexemes.push(Lexeme::of(form, &self.model.vocabulary));
            self.functions.push(Function::of(form));
        }
        lexeme::mark_style(&mut self.lexemes);
    }

    fn tag(&mut self) {
        self.tags.clear();
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            let tag = self.model.only_tag(lexeme.word).unwrap_or_else(|| {
                let hidden = self.model.tagger.hidden(&tagging::rows(&self.lexemes, &self.tags, at));
                let best = self.model.tagger.best(&hidden, 0..Tag::COUNT, |_| true);
                Tag::of_index(best).unwrap_or(Tag::Nn)
            });
            self.tags.push(tag);
        }
    }

    fn parse(&mut self) {
        self.state.begin(self.lexemes.len());
        parsing::look_ahead(&self.tags, &mut self.ahead);
        let network = &self.model.parser;
        // What depends on the next token alone is added up once for it.
        let (mut steady, mut steady_of) = (network.sums(), State::NONE);
        while !self.state.is_done() {
            let forced = self.state.forced();
            if forced == Some(Move::Shift) {
                self.state.step(Move::Shift, Relation::Root);
                continue;
            }
            let rows = parsing::rows(&self.lexemes, &self.tags, &self.ahead, &self.state);
            let (first, others) = rows.split_at(parsing::STEADY);
            if steady_of != self.state.next {
                steady_of = self.state.next;
                steady = network.sums();
                network.add(&mut steady, first);
            }
            let mut sums = steady;
            network.add(&mut sums, others);
            let hidden = sums.positive();
            let step = forced.unwrap_or_else(|| self.best_move(&hidden));
            let relation = match step {
                Move::Shift => Relation::Root,
                Move::Left => self.relation(self.state.below(0), self.state.next, &hidden),
                Move::Right => self.relation(self.state.below(0), self.state.below(1), &hidden),
            };
            self.state.step(step, relation);
        }
    }

    fn best_move(&self, hidden: &Hidden<{ parsing::HIDDEN }>) -> Move {
        let pairs = parsing::pairs(&self.lexemes, &self.tags, &self.ahead, &self.state);
        let scores = self.model.moves.scores(&pairs);
        let mut best = (i32::MIN, Move::Shift);
        for (at, (step, score)) in Move::ALL.into_iter().zip(scores).enumerate() {
            let score = score.wrapping_add(self.model.parser.score(hidden, at));
            if score > best.0 && self.state.allows(step) {
                best = (score, step);
            }
        }
        best.1
    }

    fn relation(&self, token: u32, head: u32, hidden: &Hidden<{ parsing::HIDDEN }>) -> Relation {
        let tag = |at: u32| self.tags.get(at as usize).copied().unwrap_or(Tag::Nn);
        self.model.only_relation(tag(token), tag(head), head > token).unwrap_or_else(|| {
            // The root's relation is that of the token nobody attached.
            let best = self.model.parser.best(hidden, 4..parsing::OUTPUTS, |_| true);
            Relation::of_index(best - 3).unwrap_or(Relation::Dep)
        })
    }

    fn find_entities(&mut self) {
        self.labels.clear();
        self.entities.clear();
        let mut last = 0;
        for (at, lexeme) in self.lexemes.iter().enumerate() {
            let label = if last == 0 && self.model.is_plain(lexeme.word) {
                0
            } else {
                let hidden = self.model.namer.hidden(&naming::rows(&self.lexemes, &self.tags, &self.labels, at));
                // A further token follows a token of the same entity only.
                self.model.namer.best(&hidden, 0..Entity::LABELS, |label| {
                    label == 0 || label % 2 == 1 || (last != 0 && (last - 1) / 2 == (label - 1) / 2)
                })
            };
            last = label;
            self.labels.push(label as u8);
            self.entities.push(Entity::of_index(label));
        }
    }
}
