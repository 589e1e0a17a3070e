use super::*;

/// The sentences of `text`, joined by a bar.
fn cut_up(text: &str) -> String {
    let mut spans = Vec::new();
    sentences(text, Span::at(0, text.len()), &Lexicon::default(), &mut spans);
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" | ")
}

/// Asserts that `text`, without its bars, is cut at the bars.
fn cuts(text: &str) {
    assert_eq!(cut_up(&text.replace(" | ", " ")), text);
}

#[test]
fn a_sentence_ends_at_stop_question_and_exclamation() {
    cuts("It rained. | Did it? | It did! | So it goes … | Then it stopped.");
}

#[test]
fn abbreviations_titles_and_initials_end_no_sentence() {
    cuts("Mr. Okoye met Sen. J. R. Lund in St. Marten on Jan. 4.");
    cuts("Acme Inc. shares rose. | It is in Washington, D.C., and the U.S. Senate knows it.");
    cuts("The train left at 5 p.m. Friday. | It came at 7 a.m. | The fare was 3.50.");
    cuts("See No. 14 and p. 7, e.g. Smith vs. Jones.");
}

#[test]
fn an_abbreviation_before_a_word_that_starts_sentences_ends_one() {
    cuts("He moved to the U.S. | The visa took years.");
    cuts("The pier lay in the sun. | Pilots slept on Sun. Lund came.");
    cuts("She works for Acme Inc. | But she lives in Lund.");
    cuts("They took Plan B. | It failed.");
}

#[test]
fn letters_that_everybody_knows_end_a_sentence_and_the_section_of_a_law_does_not() {
    cuts("He paid it to the SEC. | Lund kept the rest.");
    cuts("Under SEC. 301 the port may sue. | It did.");
}

#[test]
fn decimals_domains_and_versions_are_not_cut() {
    cuts("It rose 3.5 percent to $1.2bn at example.com in version 2.0.1 of the plan.");
}

#[test]
fn closing_quotes_and_brackets_belong_to_the_sentence() {
    cuts("“We won.” | He left. | (Nobody saw it.) | The end.");
    cuts("“Why now?” she asked. | “Because!” | Nobody laughed.");
}

#[test]
fn a_question_in_quotes_before_who_asked_it_is_one_sentence() {
    cuts("“Why now?” Lund asked. | “Who knows!” Mayor Lund said.");
    cuts("“Who pays?” | The council has no answer.");
}

#[test]
fn an_exclamation_mark_within_a_name_ends_no_sentence() {
    cuts("He sold it to the E! Network in May. | She works for Pier! Group now.");
    cuts("Long live the King! | They left. | What a day for Lund! | Nobody slept.");
}

#[test]
fn abbreviations_that_are_common_words_end_sentences() {
    cuts("The wall lies far from the sun. | Cooled by the wind, it is grey.");
    cuts("The board said no. | Adeyemi had asked twice. | It met on Sun. Mar. 4 and saw no. 7.");
}

#[test]
fn a_mark_left_alone_belongs_to_the_sentence_before_it() {
    assert_eq!(cut_up("Adeyemi stayed. Lund left. “"), "Adeyemi stayed. | Lund left. “");
}

#[test]
fn a_missing_space_is_seen() {
    assert_eq!(cut_up("The vote failed.Then they left."), "The vote failed. | Then they left.");
    cuts("He uses Node.js and amazon.com daily.");
}

#[test]
fn a_list_number_ends_no_sentence() {
    cuts("1. The first rule. | Then more.");
}

#[test]
fn ellipses_go_on_before_a_small_letter() {
    cuts("It was … well … odd. | I… don't know... maybe.");
}

#[test]
fn no_sentence_is_longer_than_the_limit_and_no_word_is_lost() {
    for text in ["word ".repeat(9_000), "x".repeat(40_000), "é".repeat(30_000), ". ".repeat(20_000), "a.".repeat(9_000)]
    {
        let mut spans = Vec::new();
        sentences(&text, Span::at(0, text.len()), &Lexicon::default(), &mut spans);
        assert!(spans.iter().all(|span| span.len() <= LONGEST && !span.is_empty()));
        let words: String =
            spans.iter().flat_map(|span| span.of(&text).chars()).filter(|c| !c.is_whitespace()).collect();
        assert_eq!(words, text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    }
}
