//! Where a claim sends its checker.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use claimsheet::claim::Claim;
use claimsheet::options::Options;
use claimsheet::{internals::lookup, sources as directory};
use claimsheet_read::{ReadOptions, read};

fn claims(text: &str, rules: &Options) -> Vec<Claim> {
    let document = read(text.as_bytes(), &ReadOptions::default()).unwrap();
    claimsheet::analyse(&document, rules).claims
}

#[test]
fn a_link_in_the_sentence_is_opened_first() {
    let claims = claims("The lock cost [$4 million](https://example.org/lock) in all.", &Options::default());
    let first = claims.first().unwrap().prompts.first().unwrap();
    assert_eq!(first.url.as_deref(), Some("https://example.org/lock"));
}

#[test]
fn without_links_only_names_and_steps_are_left() {
    let mut rules = Options::default();
    rules.no_links = true;
    let claims = claims("In May, Okoye Marine Holdings paid a fine of $4 million.", &rules);
    assert!(claims.iter().flat_map(|claim| &claim.prompts).all(|prompt| prompt.url.is_none()));
}

#[test]
fn the_directory_is_well_formed_and_covers_every_kind_and_region() {
    assert_eq!(directory::problems(), Vec::<String>::new());
    assert!(directory::SOURCES.len() >= 150);
}

/// The labels of the places for the first claim of `text`.
fn places_for(text: &str) -> Vec<String> {
    let claims = claims(text, &Options::default());
    claims.first().unwrap().prompts.iter().map(|prompt| prompt.label.clone()).collect()
}

#[test]
fn each_topic_leads_to_those_who_would_know() {
    for (text, source) in [
        ("Foreign firms stole $90 billion of American intellectual property in 2019.", "The IP Commission report"),
        (
            "In 2018 millions of debtors were denied train tickets under China's social credit system.",
            "Figures on barred travellers",
        ),
        (
            "Okoye Marine became the majority shareholder of a Singapore dockyard in May.",
            "The parent's exchange filings",
        ),
        ("The federal minimum wage rose to $7.25 in 2009.", "Bureau of Labor Statistics"),
        ("In the vaccine trial, 12 of 3,000 patients fell ill.", "ClinicalTrials.gov"),
        ("Violent crime fell by 9 percent in Ohio, the FBI said.", "Crime Data Explorer"),
        ("Britain cut greenhouse emissions by 40 percent between 1990 and 2018.", "EDGAR emissions"),
        ("Ghana promised an emissions target of 64 million tonnes under the Paris Agreement.", "EDGAR emissions"),
        ("A Pew survey found that 61 percent of Americans agree.", "Pew Research Center"),
        ("The Senate voted 51-49 for the bill in March 2017.", "Senate roll calls"),
        ("The army used 30 missiles in the invasion, the Pentagon said.", "Defense Department releases"),
        ("Oil prices rose to $90 a barrel in 2022.", "Energy Information Administration"),
        ("The town council voted 5-4 to raise the toll on the bridge.", "Minutes and recordings"),
        ("The lake, he tweeted on May 3, “belongs to nobody but the fish.”", "X (Twitter)"),
        ("According to Reuters, the yard will close in 2027.", "Reuters"),
    ] {
        let places = places_for(text);
        assert!(places.iter().any(|place| place == source), "{text}\n{places:#?}");
        assert!((1..=lookup::MOST).contains(&places.len()), "{text}\n{places:#?}");
    }
}

#[test]
fn exact_words_are_linked_where_that_is_asked_for_and_never_in_private() {
    let text = "“We have never paid for a single brick of it,” Mayor Ruth Lund said.";
    let links = |rules: &Options| {
        let urls = claims(text, rules).into_iter().flat_map(|claim| claim.prompts).filter_map(|prompt| prompt.url);
        urls.filter(|url| url.contains("single")).count()
    };
    assert_eq!(links(&Options::default()), 0, "without being asked for");
    let mut options = Options::default();
    options.exact_words = true;
    assert_eq!(links(&options), 1);
    options.private = true;
    assert_eq!(links(&options), 0);
}

#[test]
fn a_house_source_goes_first_and_a_removed_one_is_gone() {
    let own = |text: &str| toml::from_str::<directory::Source>(text).unwrap();
    let house =
        own("id = 'morgue'\nname = 'Our morgue'\nsettles = 'what we printed'\ncues = ['lock']\nsteps = 'ask the desk'");
    let mut rules = Options::default();
    rules.sources = vec![house];
    rules.removed_sources = vec!["council-minutes".to_owned()];
    let claims = claims("The city council voted 5-4 to close the lock in 2019.", &rules);
    let labels: Vec<&str> = claims.first().unwrap().prompts.iter().map(|prompt| prompt.label.as_str()).collect();
    assert_eq!(labels.first(), Some(&"Our morgue"), "{labels:?}");
    assert!(!labels.contains(&"Minutes and recordings"), "{labels:?}");
}

#[test]
fn a_claim_goes_where_its_years_are_kept() {
    let earlier = places_for("In 2013 the White House issued an executive order on drone strikes.");
    assert!(earlier.iter().any(|label| label.contains("Archived White House sites")), "{earlier:?}");
    assert!(!earlier.iter().any(|label| label == "White House"), "{earlier:?}");
    let old = places_for("In 1972 the White House issued an executive order on grain exports.");
    assert!(!old.iter().any(|label| label.contains("Archived White House sites")), "{old:?}");
}

#[test]
fn another_country_than_the_articles_own_is_no_place_to_look() {
    let text = "Burglaries in Ohio rose by 4 percent in 2019. Ohio had more police then.";
    let places = places_for(text);
    assert!(places.iter().any(|place| place == "Crime Data Explorer"), "{places:?}");
    assert!(!places.iter().any(|place| place == "Crime in England and Wales"), "{places:?}");
}

#[test]
fn one_word_that_means_other_things_as_well_calls_no_topic() {
    for (text, source) in [
        ("Signs were posted at the pier on May 3, 2019.", "X (Twitter)"),
        ("Adeyemi saw Star Wars in Ansel in 1977.", "UCDP"),
        ("Mara Okoye of the University of Lund bought the pier on May 3, 2019.", "College Scorecard"),
        ("The film The Interview cost $44 million in 2014.", "C-SPAN"),
        ("Police officers closed the pier on May 3, 2019.", "Crime Data Explorer"),
    ] {
        let places = places_for(text);
        assert!(!places.iter().any(|place| place == source), "{text}\n{places:#?}");
    }
}

#[test]
fn a_table_of_figures_is_no_place_for_a_claim_without_one() {
    let places = places_for("The police closed a bar in Ohio after violent crime near it in May.");
    assert!(!places.iter().any(|place| place == "Crime Data Explorer"), "{places:?}");
    let places = places_for("Violent crime in Ohio fell by 9 percent in May.");
    assert!(places.iter().any(|place| place == "Crime Data Explorer"), "{places:?}");
}

#[test]
fn what_holds_the_words_of_one_person_is_a_place_for_these_only() {
    let is_there = |text: &str| places_for(text).iter().any(|place| place == "Factba.se");
    assert!(is_there("“The lock is a disaster for all of us,” Donald Trump said in Iowa."));
    assert!(!is_there("“Donald Trump never saw the lock of Lund,” Mayor Ruth Lund said in Iowa."));
}

#[test]
fn whom_a_claim_is_about_is_told_before_whom_it_only_mentions() {
    let places = places_for("The county board closed the pier on May 3, 2019.");
    assert!(places.iter().any(|place| place.starts_with("The county board: press office")), "{places:?}");
    let places = places_for("Okoye Marine Inc. sold 40 berths to Calder Marine Ltd. in May.");
    let at = |name: &str| places.iter().position(|place| place.starts_with(name)).unwrap_or(usize::MAX);
    assert!(at("Okoye Marine") < at("Calder Marine"), "{places:?}");
    let places = places_for("The county's largest yard, Okoye Marine Inc., sold its docks in Singapore in May.");
    assert!(places.first().is_some_and(|place| place.starts_with("Okoye Marine")), "{places:?}");
}

#[test]
fn an_agency_is_no_broadcaster() {
    let places = places_for("According to Reuters, the yard will close in 2027.");
    assert!(!places.iter().any(|place| place.starts_with("The broadcast")), "{places:?}");
}

#[test]
fn one_index_of_papers_stands_for_all() {
    let places = places_for("A study of 300 sailors found that salt air has no effect on sleep.");
    let indexes = ["Google Scholar", "PubPeer", "Crossref", "PubMed"];
    assert_eq!(places.iter().filter(|place| indexes.contains(&place.as_str())).count(), 1, "{places:?}");
}

#[test]
fn a_hint_calls_its_topic_beside_another_one_or_where_the_paragraph_is_about_it() {
    let places = places_for("The plane crashed near Lund on May 3, 2019.");
    assert!(places.iter().any(|place| place == "Aviation Safety Network"), "{places:?}");
    let places = places_for("The jet left Lund on May 3, 2019. The aircraft was 20 years old.");
    assert!(places.iter().any(|place| place == "Aviation Safety Network"), "{places:?}");
}

#[test]
fn a_topic_leads_nowhere_that_a_claim_only_mentions() {
    for (text, source) in [
        ("Tax lawyers met 40 captains in Ohio on Monday.", "Joint Committee on Taxation"),
        ("Before the election, the ferry lost 40 passengers a day in Ohio.", "State election results"),
    ] {
        let places = places_for(text);
        assert!(!places.iter().any(|place| place == source), "{text}: {places:?}");
    }
    for (text, source) in [
        ("The tax on fuel raised $40 million in Ohio in 2019.", "Joint Committee on Taxation"),
        ("Turnout in the Ohio election was 61 percent.", "State election results"),
        ("Unemployment in Texas fell to 4 percent in May.", "Bureau of Labor Statistics"),
    ] {
        let places = places_for(text);
        assert!(places.iter().any(|place| place == source), "{text}: {places:?}");
    }
}

#[test]
fn no_recording_is_sought_of_a_paper_a_court_or_a_people() {
    for text in [
        "A 2014 study by Harwell professor Ann Lund found 31 leaks.",
        "The Harwell Court of Appeals said in May that the toll was unlawful.",
        "The Norwegians derided the treaty as toothless in May.",
    ] {
        let places = places_for(text);
        assert!(!places.iter().any(|place| place.starts_with("Recording")), "{text}: {places:?}");
    }
}

#[test]
fn no_court_is_asked_of_what_it_did_not_rule() {
    let text =
        "The Supreme Court met in May.\n\nThe Supreme Court met in June.\n\nThe harbour opened 40 berths in 2016.";
    let claims = claims(text, &Options::default());
    let last = claims.last().map(|claim| &claim.prompts);
    let asks = |label: &str| label.starts_with("Supreme Court");
    assert!(last.is_some_and(|prompts| !prompts.iter().any(|prompt| asks(&prompt.label))), "{last:?}");
}

#[test]
fn the_report_that_a_draft_names_is_the_first_place() {
    let text = "According to Reuters, the State Department could ban the port’s 40 ferries in May.";
    let places = places_for(text);
    assert_eq!(places.first().map(String::as_str), Some("Reuters"), "{places:?}");
}

#[test]
fn a_law_a_country_and_a_word_in_capitals_have_no_press_office() {
    let text = "The Senate passed the Port Relief and Safety Act in May.\n\nCritics of PRSA say so.\n\nIn June PRSA cost $4 million.\n\nThe act exposed U.S. service members, United States courts said in July.\n\nIt cost the United States $4 million.\n\nIn July QUARTER paid $4 million.\n\nCritics of QUARTER say so.\n\nIn July HBT paid $4 million.\n\nCritics of HBT say so.\n\nThey fell ill of tidal lock failure (TLF) in 2014. In July TLF cost $4 million.";
    let claims = claims(text, &Options::default());
    let labels = || claims.iter().flat_map(|claim| &claim.prompts).map(|prompt| &prompt.label);
    assert!(labels().any(|label| label.starts_with("HBT: press office")), "{:?}", labels().collect::<Vec<_>>());
    for claim in &claims {
        let is_office = |label: &str| {
            ["PRSA", "United States", "QUARTER", "TLF"].iter().any(|name| label.starts_with(&format!("{name}: ")))
        };
        assert!(!claim.prompts.iter().any(|prompt| is_office(&prompt.label)), "{:?}", claim.prompts);
    }
}

#[test]
fn words_that_a_possessive_divides_are_no_name_of_a_source() {
    let places = places_for("The tax would rise by 4 percent, the state Department of Quays and Locks said in 2014.");
    assert!(!places.iter().any(|label| label.contains("State Department")), "{places:?}");
    let places = places_for("New York's Times Square was closed on May 3, 2019, the police said.");
    assert!(!places.iter().any(|place| place == "The New York Times"), "{places:?}");
}

#[test]
fn what_plays_in_another_country_is_not_looked_up_in_the_offices_of_this_one() {
    let text =
        "Congress met in Washington on May 3. The Senate met too.\n\nThe Kenyan government banned the ship in 2019.";
    let claims = claims(text, &Options::default());
    let labels: Vec<&str> = claims.last().unwrap().prompts.iter().map(|prompt| prompt.label.as_str()).collect();
    assert!(!labels.iter().any(|label| label.contains("Federal Register")), "{labels:?}");
}

#[test]
fn a_link_stands_beside_the_speaker_and_not_for_one() {
    let text = "Mara Okoye said the lock [leaked in 2019](https://ledger.example/2019/lock).";
    let claims = claims(text, &Options::default());
    let claim = claims.first().unwrap();
    assert_eq!(claim.claimed_source.as_ref().unwrap().shown(), "Mara Okoye; link in the draft: leaked in 2019");
    let labels: Vec<&str> = claim.prompts.iter().take(2).map(|prompt| prompt.label.as_str()).collect();
    assert_eq!(labels.first(), Some(&"The draft's own link: leaked in 2019"));
}

#[test]
fn the_author_is_asked_at_the_top_of_the_sheet_and_not_in_each_entry() {
    let places = places_for("The lock cost $4 million.");
    assert!(!places.iter().any(|place| place.contains("Ask")), "{places:?}");
}

#[test]
fn who_speaks_is_looked_for_by_name_behind_a_pronoun_too() {
    let text = "“The lock leaks,” Mara Okoye said. She said it leaked in 2019, too.";
    let claims = claims(text, &Options::default());
    let labels: Vec<&str> = claims.last().unwrap().prompts.iter().map(|prompt| prompt.label.as_str()).collect();
    assert!(labels.iter().any(|label| label.contains("Mara Okoye")), "{labels:?}");
}

#[test]
fn what_was_written_stands_where_it_was_published() {
    let first = |text: &str| places_for(text).into_iter().next().unwrap_or_default();
    for text in [
        "“The quay is rotten,” Mayor Ruth Lund tweeted on Monday.",
        "Mayor Ruth Lund wrote that “the quay is rotten.”",
        "“The quay is rotten,” Mayor Ruth Lund said in a letter to the council.",
    ] {
        assert!(first(text).contains("wrote: the post, letter or statement itself"), "{text}: {}", first(text));
    }
    for text in [
        "“The quay is rotten,” Mayor Ruth Lund said in a speech on Monday.",
        "Mayor Ruth Lund, who had the letter, said that “the quay is rotten.”",
        "“The quay is rotten,” Mayor Ruth Lund said on the record.",
        "“The quay is rotten,” press secretary Ruth Lund said.",
        "Mayor Ruth Lund, who wrote two novels, said that “the quay is rotten.”",
        "“The quay is rotten,” Mayor Ruth Lund said of a man in a statement suit.",
    ] {
        assert!(first(text).starts_with("Recording"), "{text}: {}", first(text));
    }
}

/// The labels of the places of all claims of `text`, a list each.
fn all_places(text: &str) -> Vec<Vec<String>> {
    let labels = |claim: Claim| claim.prompts.into_iter().map(|prompt| prompt.label).collect();
    claims(text, &Options::default()).into_iter().map(labels).collect()
}

#[test]
fn the_text_that_a_draft_names_is_the_first_place() {
    for (text, label) in [
        ("According to the audit of 2014, the lock cost the port $4 million.", "The audit of 2014 itself"),
        ("The board sold the lock for $4 million, the statement said.", "The statement itself"),
        ("A report released by the port says that the lock cost $4 million.", "The report released by the port itself"),
    ] {
        assert_eq!(places_for(text).first().map(String::as_str), Some(label), "{text}");
    }
    for text in ["Many reports say that the lock cost $4 million.", "Our report says that the lock cost $4 million."] {
        assert!(!places_for(text).iter().any(|label| label.ends_with("itself")), "{text}");
    }
}

#[test]
fn an_authority_that_a_claim_names_is_asked_and_its_own_name_is_no_query() {
    let text = "In Ohio, Okoye Marine Holdings settled federal charges of bribery with the Department of Justice in nine days.";
    let claims = claims(text, &Options::default());
    let prompts = &claims.first().unwrap().prompts;
    let place = prompts.iter().find(|prompt| prompt.label == "Justice Department news").unwrap();
    let url = place.url.as_deref().unwrap();
    assert!(url.contains("Okoye") && !url.contains("Department"), "{url}");
}

#[test]
fn a_body_of_a_state_is_not_that_of_the_nation_or_of_all() {
    for (text, place) in [
        ("The Ohio Supreme Court upheld the toll of $4 in May 2014.", "US Supreme Court"),
        ("The General Assembly in Ohio passed 40 bills in 2014.", "UN Digital Library"),
    ] {
        let places = places_for(text);
        assert!(!places.iter().any(|known| known == place), "{text}\n{places:?}");
    }
}

#[test]
fn who_died_long_ago_and_half_a_couple_answer_for_nothing_and_who_holds_no_office_has_none() {
    let of = |text: &str| places_for(text).iter().any(|place| place.contains("press office"));
    assert!(!of("Richard M. Nixon signed 9 treaties in 1972."));
    assert!(
        !places_for("Tom and Ruth Lund sold 40 boats in 2014.")
            .iter()
            .any(|place| place.starts_with("Tom:") || place.starts_with("Tom ("))
    );
    let office = |who: &str| places_for(&format!("{who} sold 40 boats in 2014.")).concat();
    assert!(office("Ruth Lund").contains("Ruth Lund (or their press office)"), "{}", office("Ruth Lund"));
    assert!(office("Gov. Ruth Lund").contains("Ruth Lund: press office"), "{}", office("Gov. Ruth Lund"));
}

#[test]
fn the_dead_have_no_press_office() {
    let all = all_places(
        "Ruth Lund, the harbour master, died on Monday. Ruth Lund ran the port of Ostervik for nine years.\n\nTom Orr, the mayor, killed the plan in May. Tom Orr sold the lock for $4 million.",
    );
    let of = |name: &str| {
        let labels = all.iter().flatten().filter(move |label| label.contains(name));
        labels.map(|label| label.split(':').next().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert!(of("Lund").iter().all(|label| label.starts_with("Biography")), "{all:?}");
    assert!(of("Orr").contains(&"Tom Orr"), "{all:?}");
    let all = all_places("Ida Dahl, a pilot, shot herself in Oslo in May. The port gave Ida Dahl $4 million in 2001.");
    let is_office = |label: &String| label.starts_with("Ida Dahl: press office");
    assert!(!all.iter().flatten().any(is_office), "{all:?}");
    let all = all_places("Ida Dahl was shot dead by a thief in May. The port gave Ida Dahl $4 million in 2001.");
    assert!(!all.iter().flatten().any(is_office), "{all:?}");
}

#[test]
fn a_recording_is_of_somebody_who_speaks_and_an_office_of_somebody_known() {
    for text in [
        "The foreman ordered nine crates of paint for $2,000.",
        "The Merrow administration sold the lock for $4 million in 2001.",
        "Norway agreed in 1987 to catch 4 percent less herring.",
    ] {
        let places = places_for(text);
        let is_anybodys =
            |label: &String| label.contains("press office") || label.contains("Norway") || label.contains("foreman");
        assert!(!places.iter().any(is_anybodys), "{text}\n{places:?}");
    }
}

#[test]
fn a_word_in_passing_leads_to_no_site() {
    for (text, site) in [
        ("The mural shows a baker, an immigrant and three nuns on a tram in 1986.", "CBP encounters"),
        ("The former athlete bought 12 boats after the Olympics in the spring of 2014.", "Olympedia"),
    ] {
        let places = places_for(text);
        assert!(!places.iter().any(|place| place == site), "{text}\n{places:?}");
    }
}

#[test]
fn the_words_of_one_person_are_not_those_of_a_namesake() {
    let of = |speaker: &str| places_for(&format!("“The toll in Ohio is a disgrace to all of us,” {speaker} said."));
    assert!(of("Donald Trump").iter().any(|place| place == "Factba.se"), "{:?}", of("Donald Trump"));
    assert!(!of("Ivana Trump").iter().any(|place| place == "Factba.se"), "{:?}", of("Ivana Trump"));
}

#[test]
fn the_pollster_is_asked_what_the_sentences_behind_tell_of_the_poll() {
    let text = "A poll by Merrow Research found that 52 percent support the bridge.\n\nAmong women, 61 percent do. Among men, 43 percent support the plan.\n\nBy 2019 about 9 percent of the boats had sunk. Rents are 4 percent higher.";
    let all = all_places(text);
    let of_poll = |labels: &Vec<String>| labels.iter().any(|label| label.starts_with("The poll itself"));
    assert!(all.iter().skip(1).take(2).all(of_poll), "{all:?}");
    assert!(!all.iter().skip(3).any(of_poll), "{all:?}");
}

#[test]
fn the_poll_that_was_named_is_the_place_of_all_that_is_told_of_it() {
    let text = "An Alder University poll shows that nine in ten dockers want a new crane.\n\nThe ferry is liked by 57 percent, the poll found. Dockers were polled by telephone in May 2014. The margin of error is 3 percentage points.\n\nA survey by Harbour Institute found that 61 percent of adults want the toll gone. Among women, 70 percent do.";
    let all = all_places(text);
    let own = |whose: &str| format!("The poll itself: {whose}'s questions, sample, dates and tables");
    let whose = ["Alder University"; 4].into_iter().chain(["Harbour Institute"; 2]);
    assert!(all.iter().zip(whose).all(|(places, whose)| places.contains(&own(whose))), "{all:?}");
    assert!(!all.iter().flatten().any(|label| label.contains("Pew")), "{all:?}");
}

#[test]
fn the_speaker_answers_and_no_body_of_which_something_is_said() {
    for (text, asked, other) in [
        (
            "Tom Orr said that the Harbour Ownership Council was late by 40 days.",
            "Tom Orr",
            "Harbour Ownership Council",
        ),
        ("Ida Brandt is a Northport University-taught baker who sold 40 ovens.", "", "Northport University"),
        ("Ruth Lund's coach sold 40 boats in 2014.", "", "Ruth Lund: press office"),
    ] {
        let places = places_for(text);
        let office = |who: &str| places.iter().any(|label| label.starts_with(who) && label.contains("press office"));
        assert!((asked.is_empty() || office(asked)) && !office(other), "{text}: {places:?}");
    }
}

#[test]
fn a_file_is_sought_of_those_of_whose_case_a_claim_tells() {
    let files = |text: &str| places_for(text).into_iter().filter(|label| label.starts_with("Court file")).count();
    for text in [
        "In May 2014, Tom Orr was charged with fraud.",
        "Tom Orr was sentenced to four years for murder in 2014.",
        "Tom Orr pleaded guilty to fraud in May 2014, prosecutors said.",
        "Alder Holdings was sued for fraud over 40 ships.",
        "Prosecutors charged Tom Orr with 40 frauds.",
        "A jury found Ida Brandt guilty of fraud in 2014.",
        "Shareholders are suing Alder Holdings for $9 million, as they see a fraud.",
    ] {
        assert_eq!(files(text), 1, "{text}: {:?}", places_for(text));
    }
    for text in [
        "In 2014 Tom Orr accused Ruth Lund of lies and corruption over 40 ships.",
        "To Tom Orr the 40 roofs are crimes and the school is murder.",
        "Neither Tom Orr nor any of 40 dockers was charged with arson.",
        "Tom Orr has not been charged with any of 40 crimes.",
        "Police said in 2014 that Tom Orr could be charged with fraud.",
    ] {
        assert_eq!(files(text), 0, "{text}: {:?}", places_for(text));
    }
}

#[test]
fn an_archive_of_other_years_than_the_articles_holds_nothing_of_it() {
    let text = |day: &str| {
        format!("---\ndate: {day}\n---\n\nThe State Department feared ransomware in 40 ports, diplomats said.")
    };
    let archive = |day: &str| all_places(&text(day)).concat().iter().any(|label| label.contains("archived content"));
    assert!(archive("2019-05-01") && !archive("2012-05-01"), "{:?}", all_places(&text("2019-05-01")));
}

#[test]
fn no_office_is_asked_of_a_person_whom_a_profession_describes() {
    let office = |text: &str| places_for(text).iter().any(|label| label.contains("press office"));
    assert!(office("The finance minister of Norway rejected the claim that 40 ships were sold."));
    assert!(!office("The Ohio businessman rejected the claim that 40 ships were sold."));
}

#[test]
fn a_study_that_is_named_elsewhere_is_no_place_for_what_tells_of_none() {
    let text = "# Salt\n\nHalf of 40 cooks salt too much, a study in the Journal of Kitchen Medicine found.\n\nThe cook and the mayor filled 60 jars on Monday. The nurse said that 40 people came.";
    let all = all_places(text);
    let is_paper = |labels: &&Vec<String>| labels.iter().any(|label| label.contains("Journal of Kitchen Medicine"));
    assert_eq!(all.iter().position(|labels| is_paper(&labels)), Some(0), "{all:?}");
    assert_eq!(all.iter().filter(is_paper).count(), 1, "{all:?}");
}

#[test]
fn who_speaks_under_a_description_is_looked_for_by_name() {
    for (text, name, is_there) in [
        ("The weather forecaster Ruth Moen said that nobody listens to her.", "of what Ruth Moen said", true),
        ("Critics of Ruth Moen said that nobody listens to her. Ruth Moen left.", "of what Ruth Moen said", false),
    ] {
        let all = all_places(text);
        assert_eq!(all.first().unwrap().iter().any(|label| label.contains(name)), is_there, "{text}: {all:?}");
    }
}

#[test]
fn who_retired_does_not_speak_for_the_body_and_a_topic_in_somebodys_words_calls_nobody() {
    let of = |text: &str| all_places(text).into_iter().flatten().collect::<Vec<_>>();
    let speaks = |rank: &str| {
        let text = format!("They met {rank} Ruth Lund in Oslo. “Nobody there listens to divers,” Lund said.");
        all_places(&text).pop().unwrap().iter().any(|label| label.starts_with("Royal Navy"))
    };
    assert!(speaks("Royal Navy Capt.") && !speaks("retired Royal Navy Capt."));
    let words = of("Tom Lund said that climate change keeps him awake at night.");
    assert!(!words.iter().any(|label| label.contains("IPCC")), "{words:?}");
    let figure = of("Sea level has risen by 20 centimetres since 1901 with climate change, a study found.");
    assert!(figure.iter().any(|label| label.contains("IPCC") || label.contains("NOAA")), "{figure:?}");
}

#[test]
fn what_a_poll_found_is_not_asked_of_those_whom_it_is_about() {
    for text in [
        "Mara Okoye led Tom Orr by 46 percent to 42 among registered voters in the survey.",
        "In the poll, 38 percent of likely voters said that Mara Okoye should resign.",
        "In the poll, 38 percent blame the crane for the fire at the Tom Harbour Depot.",
    ] {
        let places = places_for(text);
        let is_of_theirs =
            |label: &String| label.starts_with("Mara") || label.contains("Tom") || label.contains("election");
        assert!(!places.iter().any(is_of_theirs), "{text}\n{places:?}");
    }
}

#[test]
fn who_carries_words_and_who_prints_them_are_not_who_says_them() {
    let places = places_for("In a post on Facebook, Tom Orr of Ohio defended the toll of $3.");
    assert!(!places.iter().any(|label| label.starts_with("Facebook")), "{places:?}");
    let places = places_for("Merrow News Service reported that the lock cost $4 million.");
    assert!(!places.iter().any(|label| label.starts_with("Recording")), "{places:?}");
}
