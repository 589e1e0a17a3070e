//! Where claims of each kind and of many topics lead: to be read as a researcher would.

use super::analysis;
use std::fmt::Write as _;

/// One sentence a line; what the snapshot shows is the places for it.
const CLAIMS: &[(&str, &str)] = &[
    ("statistic, jobs", "Unemployment in Ohio fell to 4.1 percent in May 2019."),
    ("statistic, roads", "Some 23,000 vehicles cross the Merrow Bridge each day."),
    ("quotation, speech", "“We never paid a cent for that lock,” Senator Ann Ruiz told a rally in Iowa."),
    ("attribution, news", "According to Reuters, Okoye Marine will close two yards."),
    ("event, war", "Rebels shelled the port in March 2016 and killed 14 civilians."),
    ("government, sanctions", "In 2018 the Treasury imposed sanctions on two shipping firms."),
    ("business, ownership", "Calder Marine acquired a majority stake in a Toronto ferry company."),
    ("allegation, courts", "Tom Lund was indicted for fraud by a federal court in 2017."),
    ("superlative, wealth", "Calder is the biggest company on the coast."),
    ("superlative, climate", "Last year was the hottest year on record."),
    ("comparison, crime", "There were more murders in Chicago than in London."),
    ("causation, health", "Because of smoking, thousands of patients get lung disease."),
    ("science", "A study of 300 sailors found that salt air has no effect on sleep."),
    ("identity", "Ruth Adeyemi is the director of the National Canal Museum."),
    ("place", "Gull Island lies nine miles north of Port Ansel."),
    ("plan, climate", "Britain plans to reach net zero by 2050."),
    ("general, social credit", "Debtors lose points in the social credit system."),
    ("polls", "A poll showed that 61 percent of voters surveyed were against the toll."),
    ("campaign money", "The candidate raised $4 million from donors to a super PAC."),
    ("migration", "Border agents stopped 40,000 migrants in June."),
    ("education", "Tuition at the college doubled to $9,000 in ten years."),
    ("technology", "The firm holds 40 percent of the cloud computing market."),
    ("local", "The county board voted 6-3 to close the school."),
    ("history", "The town was founded in the 17th century by Dutch traders."),
];

#[test]
fn each_kind_and_topic_leads_where_a_researcher_would_go() {
    let mut out = String::new();
    for (what, text) in CLAIMS {
        let (_, analysis) = analysis(text).unwrap();
        let claim = analysis.claims.first().unwrap_or_else(|| panic!("no claim: {text}"));
        let _ = writeln!(out, "{what} [{}]: {text}", claim.kind.name());
        for prompt in &claim.prompts {
            let _ = writeln!(out, "    {} — {}", prompt.label, prompt.why);
        }
    }
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../places" }, {
        insta::assert_snapshot!("places", out);
    });
}
