//! What the form of a function word says: auxiliaries, modals, negations, and what contractions
//! hold.
//!
//! A contraction is one token: `don't`, `we're`. Its place in the tree is that of its first part if
//! both parts depend on one token (`don't` as `do`, `they've agreed` as `they`), and that of its verb
//! if the pronoun depends on it (`we're happy` as `'re`). The rest is told here.

/// A verb that forms tenses, passives and moods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Auxiliary {
    /// am, is, are, be, being, been
    Be,
    /// was, were
    Was,
    /// have, has, having
    Have,
    /// had, and `'d` with a past participle
    Had,
    /// do, does
    Do,
    /// did
    Did,
    /// will, shall, won't, `'ll`
    Will,
    /// would, and `'d` before a verb in base form
    Would,
    /// can, could, may, might, must, should, ought
    Modal,
}

/// What the form of a token says beyond its tag and relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Function {
    /// The auxiliary it is or holds. The contraction `'d` is given as [`Auxiliary::Would`], and the
    /// contraction `'s` as [`Auxiliary::Be`].
    pub auxiliary: Option<Auxiliary>,
    /// Whether it denies: not, never, don't, cannot, no, neither, nor.
    pub negates: bool,
    /// Whether a pronoun is joined with the verb: we're, I'd.
    pub has_pronoun: bool,
}

impl Function {
    /// A token that is no function word.
    pub const NONE: Self = Self { auxiliary: None, negates: false, has_pronoun: false };

    /// Reads a form.
    pub fn of(form: &str) -> Self {
        let mut buffer = [0_u8; 12];
        let Some(length) = fold(form, &mut buffer) else { return Self::NONE };
        let word = buffer.get(..length).unwrap_or_default();
        let Some(apostrophe) = word.iter().position(|byte| *byte == b'\'') else { return Self::of_word(word) };
        let (before, after) = (word.get(..apostrophe).unwrap_or_default(), word.get(apostrophe..).unwrap_or_default());
        if let (Some(verb), b"'t") = (before.strip_suffix(b"n"), after) {
            let auxiliary = match verb {
                b"wo" | b"sha" => Some(Auxiliary::Will),
                b"ca" => Some(Auxiliary::Modal),
                b"ai" => Some(Auxiliary::Be),
                verb => Self::of_word(verb).auxiliary,
            };
            return Self { auxiliary, negates: auxiliary.is_some(), has_pronoun: false };
        }
        let auxiliary = match after {
            b"'re" | b"'m" | b"'s" => Auxiliary::Be,
            b"'ve" => Auxiliary::Have,
            b"'ll" => Auxiliary::Will,
            b"'d" => Auxiliary::Would,
            _ => return Self::NONE,
        };
        Self { auxiliary: Some(auxiliary), negates: false, has_pronoun: !before.is_empty() }
    }

    fn of_word(word: &[u8]) -> Self {
        let auxiliary = match word {
            b"am" | b"is" | b"are" | b"be" | b"being" | b"been" => Auxiliary::Be,
            b"was" | b"were" => Auxiliary::Was,
            b"have" | b"has" | b"having" => Auxiliary::Have,
            b"had" => Auxiliary::Had,
            b"do" | b"does" => Auxiliary::Do,
            b"did" => Auxiliary::Did,
            b"will" | b"shall" => Auxiliary::Will,
            b"would" => Auxiliary::Would,
            b"can" | b"could" | b"may" | b"might" | b"must" | b"should" | b"ought" => Auxiliary::Modal,
            b"cannot" => return Self { auxiliary: Some(Auxiliary::Modal), negates: true, has_pronoun: false },
            b"not" | b"never" | b"no" | b"neither" | b"nor" | b"nobody" | b"none" | b"nothing" => {
                return Self { negates: true, ..Self::NONE };
            }
            _ => return Self::NONE,
        };
        Self { auxiliary: Some(auxiliary), negates: false, has_pronoun: false }
    }
}

/// The form in small letters and with straight apostrophes, and its length; [`None`] when it is
/// longer than any function word.
fn fold(form: &str, buffer: &mut [u8; 12]) -> Option<usize> {
    let bytes = form.as_bytes();
    if bytes.len() > buffer.len() {
        return None;
    }
    let (mut at, mut length) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let is_curly = bytes.get(at..at + 3) == Some("’".as_bytes());
        *buffer.get_mut(length)? = if is_curly { b'\'' } else { byte.to_ascii_lowercase() };
        at += if is_curly { 3 } else { 1 };
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_tell_their_auxiliary_negation_and_pronoun() {
        let of = |form| {
            let Function { auxiliary, negates, has_pronoun } = Function::of(form);
            (auxiliary, negates, has_pronoun)
        };
        assert_eq!(of("don't"), (Some(Auxiliary::Do), true, false));
        assert_eq!(of("WON’T"), (Some(Auxiliary::Will), true, false));
        assert_eq!(of("couldn’t"), (Some(Auxiliary::Modal), true, false));
        assert_eq!(of("cannot"), (Some(Auxiliary::Modal), true, false));
        assert_eq!(of("We're"), (Some(Auxiliary::Be), false, true));
        assert_eq!(of("they'd"), (Some(Auxiliary::Would), false, true));
        assert_eq!(of("'s"), (Some(Auxiliary::Be), false, false));
        assert_eq!(of("never"), (None, true, false));
    }

    #[test]
    fn other_words_have_no_function() {
        for form in ["", "won", "O'Neil", "o'clock", "constitutionality", "’", "knot"] {
            assert_eq!(Function::of(form), Function::NONE, "{form}");
        }
    }
}
