//! Whom a pronoun cannot stand for in its own sentence, by where both stand in the grammar.

use crate::annotated_text::AnnotatedText;
use crate::english::sentence::Sentence;
use crate::text::span::Span;
use claimsheet_grammar::Relation;
use claimsheet_grammar::view::subject;

/// Whether a name of the pronoun's own sentence is of another: "I know Lund," he said; "Running against Lund, he lost".
/// Of "his lawyer" he may be the one who is named.
pub(super) fn is_of_another(text: &AnnotatedText<'_>, pronoun: Span, name: Span) -> bool {
    let record = text.sentences.get(text.sentences.partition_point(|record| record.span.end <= pronoun.start));
    let Some(sentence) = record.filter(|record| record.span.contains(name)).and_then(|record| text.sentence(record))
    else {
        return false;
    };
    let (pronoun, name) = (sentence.token_at(pronoun.start), sentence.token_at(name.end).saturating_sub(1));
    let is_subject = sentence.tree.relation(pronoun).is_some_and(Relation::is_subject);
    is_subject && (is_told_by_pronoun(&sentence, pronoun, name) || is_beside(&sentence, pronoun, name))
}

/// Whether a name behind the pronoun, in the same sentence, is of another: "he said of Lund", "he said that Lund won",
/// where the pronoun is the subject of what the name stands in.
pub(super) fn is_told_of_another(text: &AnnotatedText<'_>, pronoun: Span, name: Span) -> bool {
    let record = text.sentence_at(pronoun.start).filter(|record| record.span.contains(name));
    let Some(sentence) = record.and_then(|record| text.sentence(record)) else { return false };
    let (pronoun, name) = (sentence.token_at(pronoun.start), sentence.token_at(name.end).saturating_sub(1));
    let tree = &sentence.tree;
    let is_subject = name > pronoun && tree.relation(pronoun).is_some_and(Relation::is_subject);
    // Coordinated clauses have subjects of their own.
    let is_apart = |at: usize| tree.is(at, Relation::Conj) && subject::own(tree, at).next().is_some();
    let verb = tree.head(pronoun).filter(|_| is_subject);
    verb.is_some_and(|verb| {
        let mut up = tree.upwards(name).take_while(|at| !is_apart(*at));
        up.any(|at| at == verb)
    })
}

/// Whether the pronoun says the quotation that holds the name: people do not call themselves by name.
fn is_told_by_pronoun(sentence: &Sentence<'_>, pronoun: usize, name: usize) -> bool {
    let is_quoted = |at: usize| sentence.token(at).is_some_and(|token| sentence.is_quoted(token.span));
    is_quoted(name) && !is_quoted(pronoun)
}

/// Whether the name stands in a clause that has the pronoun as its subject, though not in words.
fn is_beside(sentence: &Sentence<'_>, pronoun: usize, name: usize) -> bool {
    let tree = &sentence.tree;
    let Some(verb) = tree.head(pronoun) else { return false };
    // Up from the name to the verb of which the pronoun is the subject.
    let mut at = name;
    for _ in 0..sentence.tokens.len() {
        let Some(head) = tree.head(at) else { return false };
        let is_adjunct = matches!(tree.relation(at), Some(Relation::Advcl | Relation::Pcomp));
        if is_adjunct && at != name && subject::own(tree, at).next().is_none() {
            return tree.head(at) == Some(verb) || tree.head(head) == Some(verb);
        }
        if head == verb {
            return false;
        }
        at = head;
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::options::Options;
    use crate::text::document::Document;

    /// Who is told to say what the last claim with a pronoun is.
    fn likely(text: &str) -> Option<String> {
        let claims = crate::analyse(&Document::from_text(text), &Options::default()).claims;
        claims.into_iter().rev().find_map(|claim| claim.claimed_source?.probably)
    }

    #[test]
    fn a_pronoun_is_nobody_whom_it_names_in_its_own_words() {
        for (text, who) in [
            ("Sam Dahl left the quay. “Ask Omar Reed about the pumps,” he said on Monday.", Some("Sam Dahl")),
            ("Mayor Ida Holt runs the port. “I like Tom Orr,” he said.", None),
            ("Tom Orr won in May. Debating Sam Dahl in June, he said the toll would rise.", Some("Tom Orr")),
            ("Bill Orr is the engineer. Without naming Tom Dahl, he blamed the contractor.", Some("Bill Orr")),
            ("Omar Reed built it. Asked about John Lund, he said that the pumps were late.", Some("Omar Reed")),
            ("Having sued John Lund twice, he told the court that the lock leaked.", None),
            ("Ida Holt waited. “Tom Orr owes nothing,” his lawyer said in May.", Some("Tom Orr’s")),
            ("Tom Orr spoke. When Sam Dahl left, he said that the port would close.", Some("Sam Dahl")),
            ("Mark Orr met Tom Dahl. Dahl lost in May. “It cost us 40 jobs,” he said of Dahl.", Some("Mark Orr")),
            ("Ida Brandt met Ruth Holt. She said that Holt owned 40 ships.", Some("Ida Brandt")),
            ("Sam Lund praised Ray Dahl. “Nobody sold more than Ray Dahl did in 2003,” he said.", Some("Sam Lund")),
        ] {
            assert_eq!(likely(text).as_deref(), who, "{text}");
        }
    }
}
