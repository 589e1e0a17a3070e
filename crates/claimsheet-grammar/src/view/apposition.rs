//! Appositions: "Ida Pell, the mayor," and "a mayor, Ida Pell".

use crate::relation::Relation;
use crate::tree::Tree;

/// The tokens set beside a noun as another name or description of it, in the order of the text.
pub fn of<'a>(tree: &Tree<'a>, noun: usize) -> impl Iterator<Item = usize> + use<'a> {
    tree.children_as(noun, Relation::Appos)
}

/// Every pair of a noun and its apposition in the sentence, in the order of the appositions.
pub fn pairs<'a>(tree: &Tree<'a>) -> impl Iterator<Item = (usize, usize)> + use<'a> {
    let tree = *tree;
    (0..tree.len()).filter(move |at| tree.is(*at, Relation::Appos)).filter_map(move |at| Some((tree.head(at)?, at)))
}

/// The noun that a token describes as an apposition; the token itself if it is none.
pub fn described(tree: &Tree, token: usize) -> usize {
    if tree.is(token, Relation::Appos) { tree.head(token).unwrap_or(token) } else { token }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::testing::read;

    #[test]
    fn a_description_behind_a_name_is_its_apposition() {
        let read = read("Maria Holt , the mayor of the town , resigned on Monday .");
        let tree = read.tree();
        assert_eq!(read.words(of(&tree, read.at("Holt"))), ["mayor"]);
        assert_eq!(described(&tree, read.at("mayor")), read.at("Holt"));
        assert_eq!(pairs(&tree).collect::<Vec<_>>(), [(read.at("Holt"), read.at("mayor"))]);
    }

    #[test]
    fn a_sentence_without_appositions_has_no_pairs() {
        assert_eq!(pairs(&read("The mayor resigned on Monday .").tree()).count(), 0);
    }
}
