//! First names: short forms of one name, and spellings that sound alike.

use crate::english::phrase_lists::first_names::{SHORT_FORMS, SOUND_ALIKE};
use crate::text::word_id::WordId;

/// Whether a person may go by both names.
pub(crate) fn is_form(one: WordId, other: WordId) -> bool {
    is_one_family(SHORT_FORMS, one, other)
}

/// Whether two names sound alike, so that one may be a slip for the other.
pub(crate) fn sounds_alike(one: WordId, other: WordId) -> bool {
    one != other && is_one_family(SOUND_ALIKE, one, other)
}

fn is_one_family(families: &[&[WordId]], one: WordId, other: WordId) -> bool {
    families.iter().any(|family| family.contains(&one) && family.contains(&other))
}
