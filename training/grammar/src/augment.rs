//! Sentences in other capitals, so that headlines and careless writing can be read too.

use crate::corpus::Sentence;
use crate::random::Random;

/// The chance that a sentence is added in capitals, in capitalised words, and in small letters.
const CHANCES: [f32; 3] = [0.02, 0.02, 0.015];

/// The sentences and, of a few, variants in other capitals.
pub fn with_variants(sentences: &[Sentence], random: &mut Random) -> Vec<Sentence> {
    let mut all = Vec::with_capacity(sentences.len() * 21 / 20);
    for sentence in sentences {
        all.push(sentence.clone());
        let styles: [fn(&str) -> String; 3] = [upper, title, lower];
        for (style, chance) in styles.into_iter().zip(CHANCES) {
            if random.happens(chance) {
                all.push(styled(sentence, style));
            }
        }
    }
    all
}

/// The sentences in capitals.
pub fn in_capitals(sentences: &[Sentence]) -> Vec<Sentence> {
    sentences.iter().map(|sentence| styled(sentence, upper)).collect()
}

/// The sentences in small letters.
pub fn in_small_letters(sentences: &[Sentence]) -> Vec<Sentence> {
    sentences.iter().map(|sentence| styled(sentence, lower)).collect()
}

fn styled(sentence: &Sentence, style: fn(&str) -> String) -> Sentence {
    Sentence { forms: sentence.forms.iter().map(|form| style(form)).collect(), ..sentence.clone() }
}

fn upper(form: &str) -> String {
    form.to_uppercase()
}

fn lower(form: &str) -> String {
    form.to_lowercase()
}

fn title(form: &str) -> String {
    let mut letters = form.chars();
    match letters.next() {
        Some(first) if form.len() > 3 => first.to_uppercase().chain(letters).collect(),
        _ => form.to_owned(),
    }
}
