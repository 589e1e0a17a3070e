//! Writes the model card.

use crate::measure::Figures;

/// What the card tells.
pub struct Facts {
    /// Figures on the tokens that the teacher has too.
    pub teachers_tokens: Figures,
    /// Figures on all our tokens.
    pub our_tokens: Figures,
    /// Tags and heads, of our tokens, with the sentences in capitals.
    pub capitals: Figures,
    /// The same with the sentences in small letters.
    pub small_letters: Figures,
    /// Sentences and tokens of training.
    pub training: (usize, usize),
    /// Sentences and tokens of the figures.
    pub measured: (usize, usize),
    /// Names and bytes of the files.
    pub files: Vec<(&'static str, usize)>,
}

/// The card, in Markdown.
pub fn card(facts: &Facts) -> String {
    let row = |name: &str, figures: &Figures| {
        format!(
            "| {name} | {:.4} | {:.4} | {:.4} | {:.4} | {:.3} / {:.3} | {:.3} ({:.3} / {:.3}) |\n",
            figures.tags.value(),
            figures.heads.value(),
            figures.word_heads.value(),
            figures.labelled.value(),
            figures.subjects.precision(),
            figures.subjects.recall(),
            figures.entities.f(),
            figures.entities.precision(),
            figures.entities.recall(),
        )
    };
    let mut rows = String::new();
    rows += &row("tokens that the teacher has too", &facts.teachers_tokens);
    rows += &row("our tokens", &facts.our_tokens);
    rows += &row("our tokens, ALL IN CAPITALS", &facts.capitals);
    rows += &row("our tokens, all in small letters", &facts.small_letters);
    let files: Vec<String> = facts.files.iter().map(|(name, bytes)| format!("| {name} | {bytes} |\n")).collect();
    let total: usize = facts.files.iter().map(|(_, bytes)| bytes).sum();
    let (sentences, tokens) = facts.training;
    let (dev_sentences, dev_tokens) = facts.measured;
    TEMPLATE
        .replace("{rows}", &rows)
        .replace("{files}", &files.concat())
        .replace("{total}", &total.to_string())
        .replace("{sentences}", &sentences.to_string())
        .replace("{tokens}", &tokens.to_string())
        .replace("{dev_sentences}", &dev_sentences.to_string())
        .replace("{dev_tokens}", &dev_tokens.to_string())
}

const TEMPLATE: &str = include_str!("card.md");
