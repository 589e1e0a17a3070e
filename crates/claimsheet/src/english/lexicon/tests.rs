use super::*;
use std::collections::BTreeSet;
use std::path::Path;

fn forms_of(line: &str) -> String {
    forms(line).join(" ")
}

#[test]
fn a_mark_adds_the_regular_forms() {
    assert_eq!(forms_of("acquire +v"), "acquire acquires acquired acquiring");
    assert_eq!(forms_of("ban +vv"), "ban bans banned banning");
    assert_eq!(forms_of("deny +v"), "deny denies denied denying");
    assert_eq!(forms_of("agree +v"), "agree agrees agreed agreeing");
    assert_eq!(forms("hand over +v"), ["hand over", "hands over", "handed over", "handing over"]);
    assert_eq!(forms("trade body +n"), ["trade body", "trade bodies"]);
}

#[test]
fn comments_and_empty_lines_stand_for_nothing() {
    assert!(forms("# a comment").is_empty());
    assert!(forms("").is_empty());
    assert_eq!(forms("may # the month"), ["may"]);
}

fn text_of(class: Class) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/lexicon");
    let file = format!("{}.txt", class.name());
    let path = ["", "grammar", "vocabulary"].map(|below| folder.join(below).join(&file));
    std::fs::read_to_string(path.iter().find(|path| path.exists()).unwrap()).unwrap()
}

#[test]
fn a_list_in_a_folder_raises_no_cue_and_holds_no_phrase() {
    assert!(Class::SpeechVerb.raises_cues() && !Class::IndefiniteArticle.raises_cues());
    assert!(Class::SpeechVerb.may_hold("points to") && Class::IndefiniteArticle.may_hold("yon"));
    assert!(!Class::IndefiniteArticle.may_hold("yon other") && !Class::IndefiniteArticle.may_hold("so-called"));
    let mut lexicon = Lexicon::default();
    lexicon.add(Class::IndefiniteArticle, "yon");
    lexicon.add(Class::IndefiniteArticle, "yon other");
    assert!(lexicon.word("yon").has(Class::IndefiniteArticle) && !lexicon.know(WordId::of("yon")).leads);
}

#[test]
fn each_line_of_each_list_is_well_formed() {
    for (class, name) in CLASSES {
        let text = text_of(*class);
        assert!(text.starts_with("# "), "{name}: the first line says what the list holds");
        let mut seen = BTreeSet::new();
        for (number, line) in text.lines().enumerate() {
            for form in forms(line) {
                let place = format!("{name}.txt:{}: {form:?}", number + 1);
                assert_eq!(form, form.to_lowercase(), "{place} is not in lower case");
                assert!(!form.contains("  ") && !form.contains('’'), "{place} has odd spaces or curly quotes");
                assert!(!form.contains('+'), "{place} has an unknown mark");
                assert!(seen.insert(form), "{place} stands twice");
            }
        }
        assert!(!seen.is_empty(), "{name} is empty");
    }
}

#[test]
fn a_house_word_adds_to_a_class_without_hiding_ours() {
    let mut lexicon = Lexicon::default();
    let class = CLASSES[0].0;
    lexicon.add(class, "Zorbify +v");
    lexicon.add(class, "zorb over");
    assert!(lexicon.word("zorbified").has(class));
    assert_eq!(
        lexicon.phrase(WordId::of("zorb"), |_, word| word == WordId::of("over")).map(|found| found.words),
        Some(2)
    );
    assert!(lexicon.word("said").iter().next().is_some());
}
