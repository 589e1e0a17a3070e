//! Prints the analysis of a sentence whose tokens have a blank between them:
//! `cargo run -p claimsheet-grammar --example tree -- 'The bakery sells bread .'`
#![allow(clippy::print_stdout)]

use claimsheet_grammar::{Annotator, Model};

fn main() {
    let text = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    let forms: Vec<&str> = text.split_whitespace().collect();
    let mut annotator = Annotator::new(Model::built_in());
    let tree = annotator.annotate(forms.iter().copied());
    for (at, form) in forms.iter().enumerate() {
        let head = tree.head(at).map_or("-", |head| forms[head]);
        let entity = tree.entities[at].map_or(String::new(), |entity| {
            format!("{}{}", if entity.begins { "B-" } else { "I-" }, entity.kind.label())
        });
        println!("{at:3} {form:16} {:6} {:10} {head:16} {entity}", tree.tags[at].label(), tree.relations[at].label());
    }
}
