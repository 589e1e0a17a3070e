//! One small folder, and of each kind of fact a sentence that it backs, bends or does not speak of.

#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use claimsheet::claim::{Evidence, EvidenceStatus};
use claimsheet::{Document, Options, analyse};
use claimsheet_evidence::{Backing, Index, Limits, attach};

const REPORT: &str = "Harbour board of Ostervik, annual report\n\nPublished 12 May 2026\n\nThe ferry carried 48,212 passengers in 2025, after 41,930 in 2024. The board employs 64 people, of whom 17 work at the dry dock. There are 38 cranes, of which nine would be scrapped; 12 would be moved. The board has not sold the grain silo. It could close the fish market if the lease runs out. The lease of the dry dock ends on 30 June 2031. The breakwater was finished in 1897. It cost £2.3 million, shared with the county. Lise Aamodt is the chairwoman. Of the 48,212 passengers, 15,900 were children. The average wait fell to 14 minutes. The council meeting opened at 17.10 and closed at 21.25. Repairs will take until the end of 2027. The harbour is one of the deepest in the north. Thirty-one members voted for the plan and twenty-six against. The union counts 40 berths in the inner basin that are at risk of silting. The oldest crane that is still in use dates from 1931. The plan needs a permit. In the survey 61 per cent of passengers came by bus. The board chose the plan by seven votes to three. The plan of the board is due on 30 June 2027. Some berths in private hands at other ports silt up as fast.\n";

const CALL: &str = "Call with Ida Brandvold (IB), harbour master of Ostervik\n\n[00:00:12] RK: Is the quay safe?\n[00:00:15] IB: The quay is, um, as sound as the day it was built. We are not going to lose a single mooring.\n[00:02:40] IB: I've had four, er, inquiries about the silo. Not bids.\n[00:03:10] IB: I've run this place for nine years and, er, storms do not frighten me any more.\n[00:04:02] CLERK: Twenty-two for, fifteen against. The motion is carried.\n";

const TABLE: &str = "port,tonnes,jobs\nOstervik,81200,64\nHellvik,96400,71\nSandnes Kai,22100,19\nTorvika,40300,33\n";

const FLEET: &str =
    "boat,berth,crew,costs £000\nAlke,1,12,2310\nBrisk,2,31,1890\nCormorant,3,14,1204\nDaphne,4,22,980\n";

const MONEY: &str = "£000,2025,2024\nMooring fees,1412,1208\nFerry fares,2190,1985\nRents,455,530\nTotal,4057,3723\n";

/// What the folder says of the shortest fact with these words; nothing where the draft has none.
fn told(draft: &str, words: &str) -> Option<Evidence> {
    let options = Options::default();
    let mut document = Document::from_text(draft);
    document.meta.published = chrono::NaiveDate::from_ymd_opt(2026, 5, 20);
    let files = [
        ("report.txt", REPORT),
        ("call.txt", CALL),
        ("ports.csv", TABLE),
        ("accounts.csv", MONEY),
        ("fleet.csv", FLEET),
    ];
    let backing = Backing::read(files.iter().map(|(path, text)| (*path, text.as_bytes())), &Limits::default());
    let mut analysis = analyse(&document, &options);
    attach(&mut analysis, &document, &options, &Index::of(&backing, &options, document.meta.published));
    let facts: Vec<_> = analysis.claims.iter().flat_map(|claim| &claim.facts).collect();
    let with = facts.iter().filter(|fact| fact.evidence.is_some() && fact.text.contains(words));
    with.min_by_key(|fact| fact.text.len())?.evidence.clone()
}

#[test]
fn each_kind_of_fact_is_told_as_an_editor_would() {
    use EvidenceStatus::{AsWritten, Differs, Equivalent, NotFound};
    let cases = [
        ("The ferry carried 48,212 passengers in 2025.", "48,212", AsWritten),
        ("The ferry carried some 48,000 passengers in 2025.", "48,000", Equivalent),
        ("The ferry carried 84,212 passengers in 2025.", "84,212", Differs),
        ("Ferry passengers rose by 15 per cent in 2025.", "15 per cent", Equivalent),
        ("The ferry carried 6,282 more passengers in 2025 than in 2024.", "6,282", Equivalent),
        ("A third of the 48,212 ferry passengers were children.", "third", Equivalent),
        ("The board of Ostervik will scrap 12 cranes.", "12 cranes", Differs),
        ("The board wants to move 12 cranes.", "12 cranes", AsWritten),
        ("The board has sold the grain silo.", "sold", Differs),
        ("The harbour board of Ostervik will close the fish market.", "close", Differs),
        ("The lease of the dry dock ends on 31 July 2031.", "31 July", Differs),
        ("The lease of the dry dock ends on June 30, 2031.", "June 30", AsWritten),
        ("The breakwater, which is 129 years old, leaks.", "129 years", Equivalent),
        ("The breakwater cost the town £2.3 million.", "£2.3 million", Differs),
        ("The board employs 64 people at the dry dock.", "64 people", AsWritten),
        ("The council sat for more than four hours.", "four hours", Equivalent),
        ("“The quay is as sound as the day it was built,” said Ida Brandvold, the harbour master.", "quay", Equivalent),
        ("“The quay is as good as the day it was built,” said Ida Brandvold, the harbour master.", "quay", Differs),
        ("With 81,200 tonnes Ostervik is the largest port on the coast.", "largest", Differs),
        ("Hellvik is the largest port on the coast by tonnes.", "largest", Equivalent),
        ("The three ports handled a total of 240,000 tonnes.", "240,000", Equivalent),
        ("Mooring fees brought in £1.4 million last year.", "£1.4 million", Equivalent),
        ("Mooring fees rose by £204,000 in 2025.", "£204,000", Equivalent),
        ("Rents brought in £2.19 million in 2025.", "£2.19 million", Differs),
        ("Ferry fares make up more than half of the income of £4.1 million.", "half", Equivalent),
        ("The harbour of Ostervik has 212 moorings.", "212", NotFound),
        ("Lise Aamodt, the mayor, opened the ferry.", "Aamodt", Differs),
        ("The plan passed by 31 votes to 26, the harbour board said.", "26", AsWritten),
        ("The board chose the plan by seven votes to five.", "seven votes", Differs),
        ("The plan of the board is due on 30 June.", "30 June", AsWritten),
        ("In the survey 61 per cent came by bus and 12 per cent by ferry.", "12 per cent", NotFound),
        ("Every other port keeps its berths in private hands.", "keeps", NotFound),
        ("The council carried the motion by 22 to 15.", "22 to 15", AsWritten),
        ("Some 40 berths in the inner basin are at risk.", "at risk", AsWritten),
        ("The crane of 1931 is still in use.", "still in use", AsWritten),
        ("She has had four bids for the silo, Brandvold said.", "four bids", Differs),
        (
            "“I've run this place for nine years and storms do not frighten me any more,” said Ida Brandvold.",
            "nine years",
            AsWritten,
        ),
        ("The Alke, with costs of £2.31 million, is the dearest boat of the fleet.", "dearest", Equivalent),
        ("The Brisk, with costs of £1.89 million, is the dearest boat of the fleet.", "dearest", Differs),
        ("The Daphne has costs of £980,000, the lowest of the fleet.", "lowest", Equivalent),
        ("Lise Aamodt, who chairs the harbour board, opened the ferry.", "chairs", AsWritten),
        ("Lise Aamot, the chairwoman, opened the ferry.", "Aamot", Differs),
    ];
    let mut wrong = Vec::new();
    for (draft, words, status) in cases {
        let Some(evidence) = told(draft, words) else {
            wrong.push(format!("{draft}\n    {words}: no such fact"));
            continue;
        };
        if evidence.status != status {
            wrong.push(format!("{draft}\n    {words}: {:?}, not {status:?}: {}", evidence.status, evidence.line()));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
