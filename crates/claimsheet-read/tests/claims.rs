//! How sentences become claims, in articles of a few lines.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::claim::{Claim, ClaimKind, FactRole};
use claimsheet::options::Options;
use claimsheet_read::{ReadOptions, read};

fn claims(text: &str) -> Vec<Claim> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    claimsheet::analyse(&document, &Options::default()).claims
}

/// The acts among the facts of the first claim.
fn acts(text: &str) -> Vec<String> {
    let facts = claims(text).into_iter().next().unwrap().facts.into_iter();
    facts.filter(|fact| fact.role == FactRole::Action).map(|fact| fact.text).collect()
}

#[test]
fn what_is_done_by_saying_it_is_an_event_before_it_is_somebodys_word() {
    let kind = |text: &str| claims(text).first().unwrap().kind;
    assert_eq!(kind("Mayor Lund announced a toll on trucks on Saturday."), ClaimKind::Event);
    assert_eq!(kind("The film was announced by the Guild in May 2009."), ClaimKind::Event);
    assert_eq!(kind("Mayor Lund announced on Saturday that trucks had been banned."), ClaimKind::Attribution);
    assert_eq!(kind("Trucks were banned on Saturday, according to Mayor Lund."), ClaimKind::Attribution);
}

#[test]
fn a_plural_that_names_a_trade_is_no_act() {
    assert_eq!(
        acts("The Okoye company, with 45 financial partners, acquired a yard in 2019."),
        ["acquired a yard in 2019"]
    );
    let quoted = acts("Mara Okoye, the chairwoman of Okoye Marine, said “we look forward to more markets abroad.”");
    assert!(quoted.iter().all(|act| act.starts_with("look")), "{quoted:?}");
}

#[test]
fn an_act_is_the_verb_of_each_clause_with_what_completes_it() {
    assert_eq!(
        acts("Tom Lund, who crashed the ferry when fog covered the lock, fled to Oslo."),
        ["crashed the ferry", "covered the lock", "fled to Oslo"]
    );
    assert_eq!(acts("The yard has agreed to pay the fine."), ["has agreed to pay the fine"]);
}

#[test]
fn a_statement_to_or_against_somebody_is_an_act_and_the_word_of_who_speaks_is_none() {
    let warned = acts("In 2020 the Merrow council issued a warning against Alder: “We have seen nine leaks.”");
    assert!(warned.iter().any(|act| act == "issued a warning against Alder"), "{warned:?}");
    let promised = acts("The mayor made a promise to the union: “Nobody will lose a job in 2020.”");
    assert!(promised.iter().any(|act| act == "made a promise to the union"), "{promised:?}");
    let stated = acts("The firm issued a statement on Monday: “We sold nine boats.”");
    assert!(!stated.iter().any(|act| act.contains("issued")), "{stated:?}");
    for (text, deed) in [
        ("The union endorsed Ruth Lund on Thursday.", "endorsed Ruth Lund on Thursday"),
        ("The board rejected the plan.", "rejected the plan"),
        ("The plan was criticised by the dockers.", "was criticised by the dockers"),
    ] {
        assert!(acts(text).iter().any(|act| act == deed), "{text}: {:?}", acts(text));
    }
    let said = acts("The board rejected the plan: “It costs nine boats.”");
    assert!(!said.iter().any(|act| act.contains("rejected")), "{said:?}");
    let told = acts("The mayor told reporters that nine boats had sunk.");
    assert!(!told.iter().any(|act| act.contains("told")), "{told:?}");
}

#[test]
fn a_verb_of_change_is_ticked_once() {
    let ticked = claims("Traffic on the bridge fell by 3 per cent in 2019.").remove(0);
    let fell = ticked.ticks().filter(|fact| fact.text.contains("fell")).count();
    assert!(fell <= 1, "{:#?}", ticked.facts);
    assert_eq!(acts("Two boats fell off the pier on Monday."), ["fell off the pier on Monday"]);
}

#[test]
fn who_owns_how_much_is_not_asked_of_a_farm() {
    let asks = |text: &str| {
        let facts = claims(text).into_iter().next().unwrap().facts;
        facts.into_iter().find(|fact| fact.role == FactRole::Action).unwrap().verify
    };
    let farm = asks("After acquiring the farm, the bank opened a museum in 2019.");
    let yard = asks("The bank is acquiring a stake in the yard for $2 million.");
    assert_ne!(farm, yard);
}

#[test]
fn that_nobody_was_hurt_is_a_claim() {
    assert_eq!(claims("No one was hurt.").len(), 1);
    assert_eq!(claims("Nobody has been arrested.").len(), 1);
    assert!(claims("Nobody was happy.").is_empty());
}

#[test]
fn an_act_in_somebodys_speech_is_checked_as_these_words() {
    let text = "“We signed the treaty and banned the largest nets of all,” Mara Okoye told the council.";
    let claim = claims(text).into_iter().next().unwrap();
    assert!(claim.ticks().all(|fact| fact.role != FactRole::Action), "{:#?}", claim.facts);
    assert!(!claim.tags.iter().any(|tag| matches!(tag, ClaimKind::Government | ClaimKind::Superlative)));
    assert!(claim.reasons.iter().all(|reason| reason.text != "on the public record" && reason.text != "a superlative"));
    let borrowed = acts("The council banned “the largest nets” of all.");
    assert!(borrowed.iter().all(|act| act.starts_with("banned")) && borrowed.len() == 1, "{borrowed:?}");
}

#[test]
fn wrongdoing_that_somebody_tells_of_is_an_act_all_the_same() {
    let told = acts("“I know well that Tom Lund embezzled the fund,” Mara Okoye said.");
    assert!(told.contains(&"embezzled the fund".to_owned()), "{told:?}");
}

#[test]
fn who_owns_what_is_asked_whoever_says_it() {
    let text = "The statement says: “In May Okoye Marine became the majority shareholder of the Ansel yard.”";
    assert_eq!(acts(text), ["became the majority shareholder of the Ansel yard"]);
}

#[test]
fn a_word_of_a_name_is_no_act() {
    let acts = acts("“It is a market of $2 billion,” said Olu Orr of Ansel Research.");
    assert!(acts.iter().all(|act| !act.contains("Research")), "{acts:?}");
}

#[test]
fn a_quotation_that_goes_on_has_the_source_of_its_beginning() {
    let text = "“The lock is 90 years old,” Mara Okoye said. “It has leaked since the flood of 1953.”";
    let claims = claims(text);
    let sources: Vec<&str> =
        claims.iter().filter_map(|claim| Some(claim.claimed_source.as_ref()?.text.as_str())).collect();
    assert_eq!(sources, ["Mara Okoye", "Mara Okoye"]);
}

#[test]
fn exact_words_are_a_named_partys_only_where_the_speaker_is_named() {
    let told = |text: &str| {
        let claim = claims(text).into_iter().next().unwrap();
        claim.reasons.iter().any(|reason| reason.text == "a named party's exact words")
    };
    assert!(told("“The lock of Ansel leaks every year,” Mara Okoye said."));
    assert!(told("“The lock of Ansel leaks every year,” his aide, Ida Brandt, said."));
    assert!(!told("“The lock leaks every year,” she said of Mara Okoye."));
}

/// What the draft offers as source of each claim.
fn sources(text: &str) -> Vec<(String, String)> {
    let source = |claim: Claim| (claim.text, claim.claimed_source.map(|source| source.text).unwrap_or_default());
    claims(text).into_iter().map(source).collect()
}

#[test]
fn a_list_that_somebodys_saying_leads_in_is_what_they_say() {
    let text = "Mara Okoye also said:\n\n- The port must stay in the union.\n- Pay fell by a third.\n\nThe gale came.";
    let told = sources(text);
    assert_eq!(told[0], ("The port must stay in the union.".to_owned(), "Mara Okoye".to_owned()));
    assert_eq!(told[1].1, "Mara Okoye");
    assert!(
        told.iter()
            .all(|(text, source)| text != "Mara Okoye also said:" && (text != "The gale came." || source.is_empty()))
    );
}

#[test]
fn a_paragraph_behind_a_colon_is_what_they_say_and_the_next_one_is_not() {
    let told = sources("Olu Orr writes:\n\nWe stand ready to help the crews.\n\nThe lock was built in 1910.");
    assert_eq!(told[0].1, "Olu Orr");
    assert_eq!(told[1].1, "");
}

#[test]
fn who_signs_a_quotation_or_a_message_speaks_in_it() {
    let told =
        sources("> I hope to sail there.\n\n— Mara Okoye\n\nThe lock is shut today. — Olu Orr (@orr) May 4, 2021");
    let sources: Vec<&str> = told.iter().map(|(_, source)| source.as_str()).collect();
    assert_eq!(sources, ["Mara Okoye", "Olu Orr"]);
}

#[test]
fn a_title_in_quotation_marks_has_no_speaker_of_the_sentence_before() {
    let told = sources("Mara Okoye said that it rained. “The Long Pier” was published in 1925.");
    assert_eq!(told[1].1, "");
}

#[test]
fn a_pronoun_stands_for_a_person_a_group_or_a_body_as_it_can() {
    let verify = |text: &str| {
        let of_last = claims(text).into_iter().next_back().unwrap().facts.into_iter();
        of_last.filter(|fact| fact.role == FactRole::Speaker).map(|fact| fact.verify.to_string()).collect::<String>()
    };
    let person = verify("Ruth Lund came to New York in May.\n\n“It is late,” she said.");
    assert!(person.contains("probably Ruth Lund"), "{person}");
    let several = verify("Officials of the port met Mara Okoye and said it was late. They said it would last.");
    assert!(several.contains("probably officials of the port"), "{several}");
    let nobody = verify("Mara Okoye went home in May. They said it would last.");
    assert!(!nobody.contains("probably"), "{nobody}");
    let body = verify("The port authority told Mara Okoye that tolls fell. It said that the fall was small.");
    assert!(body.contains("probably the port authority"), "{body}");
}

#[test]
fn a_paragraph_of_quoted_words_that_stand_in_the_text_is_no_claim_of_its_own() {
    let text = "“We have never paid for a brick of it,” Mara Okoye said.\n\n“We have never paid for a brick of it.”\n\nThe lock is old.";
    let claims = claims(text);
    let found: Vec<&[u32]> =
        claims.iter().filter(|claim| claim.text.contains("brick")).map(|claim| &*claim.also).collect();
    assert_eq!(found, [&[3][..]]);
}

fn reasons(text: &str) -> Vec<String> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    claimsheet::analyse(&document, &Options::default())
        .set_aside
        .into_iter()
        .map(|aside| aside.reason.to_string())
        .collect()
}

#[test]
fn we_who_are_everybody_are_not_the_author() {
    assert_eq!(reasons("It knows our tastes."), ["no checkable detail"]);
    assert_eq!(reasons("We know it."), ["about the author"]);
}

#[test]
fn what_a_bill_provides_is_no_forecast() {
    assert_eq!(claims("The council voted on a bill. It would have exempted yachts.").len(), 2);
    assert_eq!(reasons("The council is proud. It would ruin yachts.").last().unwrap(), "author's forecast");
}

#[test]
fn the_headline_of_a_view_teases_whomever_it_names() {
    let bar = |text: &str| {
        let from = claimsheet_read::reader("markdown");
        let document = read(text.as_bytes(), &ReadOptions { from, ..ReadOptions::default() }).unwrap();
        let rules = Options::default();
        let reading = claimsheet::internals::AnnotatedText::of(&document, &rules);
        claimsheet::internals::claims::Run::of(&reading, &rules).explanations().remove(0).threshold.unwrap().why
    };
    assert!(bar("# Opinion: Lund has no answer\n\nThe lock opened in 2019.").starts_with("a headline"));
    assert!(!bar("# Tom Lund has no answer\n\nThe lock opened in 2019.").starts_with("a headline"));
}

/// A draft with a repeat, what is told before a list, and what is no sentence of the article.
const DRAFT: &str = "The lock cost $4 million in 2019. It is old.\n\nThe LOCK cost $4 million in 2019.\n\nMara Okoye said:\n\n- Tom Lund beat Tom Lund 6-2, 6-2.\n- It leaks.\n\nEditing by Ruth Lund";

#[test]
fn what_a_heading_says_and_the_text_once_more_stands_in_the_text() {
    let text = "# The lock cost $4 million in 2019\n\nThe lock cost $4 million in 2019\n\nThe quay cost $2 million.\n\n## The quay was sold in 2020\n\nIt rained.";
    let claims = claims(text);
    let places: Vec<_> = claims.iter().map(|claim| (claim.line, claim.also.as_slice(), claim.text.as_str())).collect();
    assert_eq!(
        places.get(..3).unwrap(),
        [
            (3, [1].as_slice(), "The lock cost $4 million in 2019"),
            (5, [].as_slice(), "The quay cost $2 million."),
            (7, [].as_slice(), "The quay was sold in 2020"),
        ]
    );
    assert!(claims.iter().all(|claim| claim.repeats.len() == claim.also.len()), "{claims:?}");
}

#[test]
fn what_was_found_stands_in_the_prose_where_it_says() {
    let document = read(DRAFT.as_bytes(), &ReadOptions::default()).unwrap();
    let analysis = claimsheet::analyse(&document, &Options::default());
    for claim in &analysis.claims {
        assert_eq!(document.text(claim.prose), claim.text);
        assert_eq!(claim.repeats.len(), claim.also.len(), "{claim:?}");
        for fact in &claim.facts {
            assert_eq!(document.text(fact.prose), fact.text);
            let within = claim.within(fact).map(|place| claim.text.get(place).unwrap());
            assert!(within.is_none_or(|words| words == fact.text), "{fact:?}");
        }
    }
    let repeats: Vec<&str> =
        analysis.claims.iter().flat_map(|claim| &claim.repeats).map(|span| document.text(*span)).collect();
    assert_eq!(repeats, ["The LOCK cost $4 million in 2019."]);
    let score = analysis.claims.iter().find(|claim| claim.text.starts_with("Tom")).unwrap();
    let places: Vec<u32> = score.facts.iter().filter(|fact| fact.text == "6-2").map(|fact| fact.prose.start).collect();
    assert!(matches!(places[..], [first, second] if first < second), "{places:?}");
    assert!(analysis.set_aside.iter().all(|aside| document.text(aside.prose) == aside.text));
}

#[test]
fn explain_says_what_analyse_made_of_each_sentence() {
    use claimsheet::explain::Outcome;
    let document = read(DRAFT.as_bytes(), &ReadOptions::default()).unwrap();
    let analysis = claimsheet::analyse(&document, &Options::default());
    let explanations = claimsheet::explain(&document, &Options::default());
    assert!(explanations.len() > analysis.claims.len() + analysis.set_aside.len(), "a repeat is explained too");
    for one in explanations {
        let claim = analysis.claims.iter().find(|claim| claim.text.eq_ignore_ascii_case(&one.text));
        let aside = analysis.set_aside.iter().find(|aside| aside.text == one.text);
        match one.outcome {
            Outcome::Claim { kind, priority } => {
                assert_eq!(claim.map(|claim| (claim.kind, claim.priority)), Some((kind, priority)), "{}", one.text);
            }
            Outcome::SetAside { reason } => assert_eq!(aside.map(|aside| aside.reason), Some(reason), "{}", one.text),
        }
        let is_asked = one.threshold.is_some();
        assert!(!is_asked || one.insisting.is_empty(), "a rule that insists asks for no score");
    }
}

/// Who says the quotation or sentence that begins so.
fn speaker_of(text: &str, words: &str) -> String {
    let all = sources(text);
    let found = all.iter().find(|(claim, _)| claim.starts_with(words));
    assert!(found.is_some(), "{words} is no claim of {all:?}");
    found.unwrap().1.clone()
}

#[test]
fn a_quotation_is_of_whom_the_words_behind_it_name_whatever_their_verb() {
    let text = "“We laid 60 cables,” said Mara Okoye. “None of the 8 pilots slept,” groaned Olu Orr.\n\n“The quay sank by 3 inches!” marvelled Tom Lund, a diver. “Two of us left,” Okoye sniffed.\n";
    for (words, speaker) in
        [("“None", "Olu Orr"), ("“The quay", "Tom Lund"), ("“Two", "Okoye"), ("“We laid", "Mara Okoye")]
    {
        assert_eq!(speaker_of(text, words), speaker);
    }
}

#[test]
fn a_quotation_that_runs_through_paragraphs_has_one_speaker_up_to_its_closing_mark() {
    let named_first = "“The reef is dying,” Dr. Mara Okoye said. “We lost 40 corals in May.\n\n“The water is 3 degrees warmer.\n\n“Some 200 divers came. They found 9 nets.\n\n“We will close 2 bays by June.”\n\nThe fleet has 12 boats.\n";
    for words in ["“We lost", "“The water", "“Some 200", "They found", "“We will"] {
        assert_eq!(speaker_of(named_first, words), "Dr. Mara Okoye", "{words}");
    }
    assert_eq!(speaker_of(named_first, "The fleet"), "");
    let named_last = "“The reef lost 40 corals in May.\n\n“The water is 3 degrees warmer.\n\n“We will close 2 bays by June,” Olu Orr said.\n";
    for words in ["“The reef", "“The water", "“We will"] {
        assert_eq!(speaker_of(named_last, words), "Olu Orr", "{words}");
    }
    let two = "“It has 12 rooms,” said Tom Lund. “Four are shut.\n\n“Two leak.”\n\n“I paid $90,” said Ines Dahl.\n";
    assert_eq!(speaker_of(two, "“I paid"), "Ines Dahl");
    assert_eq!(speaker_of(two, "“Two"), "Tom Lund");
}

#[test]
fn quotations_of_releases_are_of_who_signs_them_or_leads_them_in() {
    let text = "“The grant pays for 30 pilots.” -Commissioner Mara Okoye\n\nAnd from Chairman Olu Orr:\n\n“Pay has fallen 12 percent since 2015.”\n\nInes Dahl, head of the yard:\n\n“We lost 11 welders in March.”\n\n\"We asked for 45 boats.\" - Tom Lund, director\n";
    for (words, speaker) in [
        ("“The grant", "Commissioner Mara Okoye"),
        ("“Pay", "Chairman Olu Orr"),
        ("“We lost", "Ines Dahl"),
        ("\"We asked", "Tom Lund"),
    ] {
        assert_eq!(speaker_of(text, words), speaker);
    }
}

#[test]
fn a_quotation_behind_a_sentence_of_somebody_else_is_nobodys() {
    for text in [
        "“They hired 6,” said Tom Lund.\n\nOlu Orr began walking to the yard. “The rent is $700.” Dahl nodded.\n",
        "“They hired 6,” said Tom Lund.\n\n“The rent is $700.” Mary Orr sighed.\n",
        "“They hired 6,” said Tom Lund. Mara Okoye wept. “The rent is $700.”\n",
    ] {
        assert_eq!(speaker_of(text, "“The rent"), "", "{text}");
    }
    let same = "“They hired 6,” said Tom Lund. Lund smiled. “The rent is $700.”\n";
    assert_eq!(speaker_of(same, "“The rent"), "Tom Lund");
}

#[test]
fn who_speaks_in_the_sentence_comes_before_who_is_told_of_in_passing() {
    for (text, who) in [
        ("Tom Orr, whom Ida Lund had attacked in May, said the port lost nine boats.", "Tom Orr"),
        ("The audit, which Ida Lund had criticised, found that nine boats had sunk.", "the audit"),
        ("Ida Lund, who says that nine boats had sunk, left in 2019.", "Ida Lund"),
    ] {
        let found = claims(text).into_iter().next().and_then(|claim| claim.claimed_source).unwrap();
        assert!(found.text.starts_with(who), "{text}: {}", found.text);
    }
}

#[test]
fn he_is_no_woman_and_she_no_man_as_far_as_names_tell() {
    let probably = |text: &str, words: &str| {
        let found = claims(text).into_iter().find(|claim| claim.text.starts_with(words)).unwrap();
        found.claimed_source.and_then(|source| source.probably).unwrap_or_default()
    };
    for (text, words, who) in [
        ("“It cost $3,” Tom Lund said. Mary Orr laughed. He said 40 boats would come.", "He", "Tom Lund"),
        (
            "“We lost $40,” said Tom Lund. “Nobody warned us for 9 days,” sighed Vera Moss. “Three hands left,” he said.",
            "“Three",
            "Tom Lund",
        ),
        ("Mrs Holt and Mr Brand run the lock. “It leaks 20 litres a day,” she said.", "“It", "Holt"),
        ("Spokesman Tom Orr came. Ines Dahl came too. He said the toll is $9.", "He", "Tom Orr"),
        ("Krzysztof Orr met Aleksandra Dahl on Monday. She said the toll is $9.", "She", "Aleksandra Dahl"),
        ("Ilse Brandt and Matteo Fabbri run the lock. He said the toll is $9.", "He", "Matteo Fabbri"),
        ("Capt. Karl Orr met Ohio Senator Nina Dahl. She said the toll is $9.", "She", "Nina Dahl"),
        (
            "“It leaks,” said Vera Moss. She says that Tom Orr hired Ida Dahl in May. She said the toll is $9.",
            "She said",
            "Vera Moss",
        ),
        ("Zubela Felix came. Felix spoke for an hour. She said the toll is $9.", "She", "Felix"),
        ("Ann Dahl met Ida Orr and Tom Lund. Later the two women left. He said the toll is $9.", "He", "Tom Lund"),
    ] {
        assert!(probably(text, words).contains(who), "{text}: {:?}", probably(text, words));
    }
}

#[test]
fn a_citation_names_a_source_and_tells_no_fact() {
    let text = "Rents rose 9 percent from 2015 to 2019 (Lund et al., 2020, p. 14).\n\n## References\n\nLund, R., & Orr, O. (2020). Rents in ports. Journal of Harbours, 12(3), 44–61.\n\nOkoye, M. (2021). Wages. Oslo: Quay Press.\n";
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    let analysis = claimsheet::analyse(&document, &Options::default());
    let facts: Vec<_> = analysis.claims.iter().flat_map(|claim| &claim.facts).map(|fact| fact.text.as_str()).collect();
    assert!(facts.iter().all(|fact| !["Lund", "2020", "14"].contains(fact)), "{facts:?}");
    assert!(analysis.names.is_empty(), "{:?}", analysis.names);
    assert_eq!(analysis.claims.len(), 1);
}
