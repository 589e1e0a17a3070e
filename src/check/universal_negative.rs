//! "No … has ever": one counterexample is enough.

use super::{Draft, Found};
use crate::span::Span;

pub(super) fn run(draft: &Draft<'_>, found: &mut Vec<Found>) {
    for (read, _) in draft.sentences() {
        let text = draft.text(read.span);
        let opens = ["No ", "Not one ", "Nobody ", "No one "].iter().any(|word| text.starts_with(word));
        let ever = [" has ever ", " have ever ", " had ever ", " ever has ", " ever have "];
        let told = opens.then(|| ever.iter().find_map(|phrase| Some((text.find(phrase)?, phrase)))).flatten();
        if let Some((at, phrase)) = told {
            let span = Span::new(read.span.start, read.span.start + (at + phrase.trim_end().len()) as u32);
            let message = format!("\"{}\": one counterexample is enough: has anybody looked for it?", draft.text(span));
            found.push(Found { places: vec![span], message });
        }
    }
}
