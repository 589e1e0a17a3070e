//! The trained model.

use std::sync::OnceLock;

use crate::entity::Entity;
use crate::features::{naming, parsing, tagging};
use crate::lexeme::{self, CLASSES};
use crate::linear::Linear;
use crate::network::Network;
use crate::relation::Relation;
use crate::tag::Tag;
use crate::vocabulary::Vocabulary;

/// Slots of the vocabulary's table.
pub const SLOTS: usize = 1 << 15;

/// Slots of the table of rarer words.
pub const RARE_SLOTS: usize = 1 << 15;

/// Words the vocabulary can have, [`Lexeme::UNKNOWN`](crate::lexeme::Lexeme::UNKNOWN) and
/// [`Lexeme::OUTSIDE_WORD`](crate::lexeme::Lexeme::OUTSIDE_WORD) included.
pub const WORDS: usize = 12288;

/// In a word's mark: the tag it always has, or [`OPEN`].
pub const TAG_MARK: u8 = 0x3f;

/// In place of a word's tag or a pair's relation: more than one.
pub const OPEN: u8 = 0x3f;

/// In a word's mark: it is never part of an entity, unless within one.
pub const PLAIN_MARK: u8 = 0x80;

/// With a class's tag: its words are mostly part of an entity.
pub const NAME_MARK: u8 = 0x80;

/// Pairs of tags in two orders.
pub const PAIRS: usize = 2 * Tag::COUNT * Tag::COUNT;

/// Vocabulary and networks, ready for use.
#[derive(Debug, Clone, Default)]
pub struct Model<'a> {
    /// The words.
    pub(crate) vocabulary: Vocabulary<'a>,
    /// Of each word: its tag, if it has but one, and whether it is plain.
    pub(crate) marks: &'a [u8],
    /// Of each pair of tags: the relation, if there is but one.
    pub(crate) pairs: &'a [u8],
    /// Of each class of words: what they mostly are, their tag and [`NAME_MARK`].
    pub(crate) kinds: &'a [u8],
    /// The network for tags.
    pub(crate) tagger: Network<'a, { tagging::HIDDEN }>,
    /// The network for moves and relations.
    pub(crate) parser: Network<'a, { parsing::HIDDEN }>,
    /// What pairs and triples add to the scores of the moves.
    pub(crate) moves: Linear<'a>,
    /// The network for entities.
    pub(crate) namer: Network<'a, { naming::HIDDEN }>,
}

/// What a word mostly is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usual {
    /// Its part of speech.
    pub tag: Tag,
    /// Whether it is part of a name, date or amount.
    pub is_name: bool,
}

/// The files of a model.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// The table of [`SLOTS`] slots, then [`WORDS`] marks, [`WORDS`] classes, the table of
    /// [`RARE_SLOTS`] slots, then [`PAIRS`] relations, and the kinds of [`CLASSES`] classes.
    pub words: &'a [u8],
    /// The network for tags.
    pub tagger: &'a [u8],
    /// The network for moves and relations.
    pub parser: &'a [u8],
    /// What pairs and triples add to the scores of the moves.
    pub moves: &'a [u8],
    /// The network for entities.
    pub namer: &'a [u8],
}

impl Parts<'static> {
    /// The files of the model that is built in.
    pub const BUILT_IN: Self = Self {
        words: include_bytes!("../data/words.bin"),
        tagger: include_bytes!("../data/tagger.bin"),
        parser: include_bytes!("../data/parser.bin"),
        moves: include_bytes!("../data/moves.bin"),
        namer: include_bytes!("../data/namer.bin"),
    };
}

impl<'a> Model<'a> {
    /// Reads a model.
    ///
    /// # Errors
    ///
    /// When a file has not the length that its shape asks for.
    pub fn parse(parts: Parts<'a>) -> Result<Self, &'static str> {
        const WRONG: &str = "the words have not the length of their tables";
        let (slots, rest) = parts.words.split_at_checked(4 * SLOTS).ok_or(WRONG)?;
        let (marks, rest) = rest.split_at_checked(WORDS).ok_or(WRONG)?;
        let (classes, rest) = rest.split_at_checked(WORDS).ok_or(WRONG)?;
        let (rare, rest) = rest.split_at_checked(3 * RARE_SLOTS).ok_or(WRONG)?;
        let (pairs, kinds) = rest.split_at_checked(PAIRS).ok_or(WRONG)?;
        if kinds.len() != CLASSES {
            return Err(WRONG);
        }
        Ok(Self {
            vocabulary: Vocabulary::parse(slots, classes, rare)?,
            marks,
            pairs,
            kinds,
            tagger: Network::parse(parts.tagger, tagging::ROWS, Tag::COUNT)?,
            parser: Network::parse(parts.parser, parsing::ROWS, parsing::OUTPUTS)?,
            moves: Linear::parse(parts.moves, parsing::PAIR_ROWS)?,
            namer: Network::parse(parts.namer, naming::ROWS, Entity::LABELS)?,
        })
    }

    /// What a word mostly is, however it is written here: its tag, and whether it is part of a name, date or amount; of
    /// words that were seen too rarely nothing. `Letters` is a plural noun and no name, `Oslo` a name.
    pub fn usual(&self, form: &str) -> Option<Usual> {
        let hashes = lexeme::hashes(form);
        let class = self.vocabulary.class(self.vocabulary.word(hashes), hashes);
        let kind = self.kinds.get(usize::from(class)).filter(|_| class > 0)?;
        let tag = Tag::of_index(usize::from(kind & TAG_MARK))?;
        Some(Usual { tag, is_name: kind & NAME_MARK != 0 })
    }

    /// The tag that a word always has.
    #[inline]
    pub(crate) fn only_tag(&self, word: u16) -> Option<Tag> {
        self.marks.get(usize::from(word)).and_then(|mark| Tag::of_index(usize::from(mark & TAG_MARK)))
    }

    /// Whether a word is no part of an entity when the word before is none.
    #[inline]
    pub(crate) fn is_plain(&self, word: u16) -> bool {
        self.marks.get(usize::from(word)).is_some_and(|mark| mark & PLAIN_MARK != 0)
    }

    /// The relation that a token with one tag always has to a head with another.
    #[inline]
    pub(crate) fn only_relation(&self, token: Tag, head: Tag, head_follows: bool) -> Option<Relation> {
        self.pairs.get(pair(token, head, head_follows)).and_then(|relation| Relation::of_index(usize::from(*relation)))
    }
}

impl Model<'static> {
    /// The model that is part of the program.
    pub fn built_in() -> &'static Self {
        static MODEL: OnceLock<Model<'static>> = OnceLock::new();
        // The files are written by the training command; a test reads them.
        MODEL.get_or_init(|| Self::parse(Parts::BUILT_IN).unwrap_or_default())
    }
}

/// The place of a pair of tags in the table of relations.
pub const fn pair(token: Tag, head: Tag, head_follows: bool) -> usize {
    2 * (token.index() * Tag::COUNT + head.index()) + head_follows as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_model_is_well_formed_and_within_4_mb() {
        let parts = Parts::BUILT_IN;
        let model = Model::parse(parts).unwrap();
        assert!(model.tagger.is_whole() && model.parser.is_whole() && model.namer.is_whole());
        let all = [parts.words, parts.tagger, parts.parser, parts.moves, parts.namer];
        assert!(all.iter().map(|part| part.len()).sum::<usize>() <= 4_000_000);
    }

    #[test]
    fn what_a_word_mostly_is_does_not_hang_on_its_capitals_here() {
        let usual = |form: &str| Model::built_in().usual(form).map(|usual| (usual.tag, usual.is_name));
        assert_eq!(usual("Letters"), Some((Tag::Nns, false)));
        assert_eq!(usual("WALKING"), Some((Tag::Vbg, false)));
        assert_eq!(usual("Scotland"), Some((Tag::Nnp, true)));
        assert_eq!(usual("Qwxzv"), None);
    }

    #[test]
    fn files_of_another_length_are_refused() {
        let parts = Parts::BUILT_IN;
        assert!(Model::parse(Parts { words: &[], ..parts }).is_err());
        assert!(Model::parse(Parts { tagger: parts.parser, ..parts }).is_err());
        assert!(Model::parse(Parts { parser: &parts.parser[1..], ..parts }).is_err());
    }
}
