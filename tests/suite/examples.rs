//! The sheets beside the examples are what the program makes of them.

use super::{articles, name_of, rendered, worksheet};
use claimsheet_sheet::{ClaimWords, Run, with_record};

/// Set to write the sheets anew.
const WRITE: &str = "UPDATE_EXAMPLES";

#[test]
fn the_sheets_beside_the_examples_are_true() {
    for path in articles().into_iter().filter(|path| path.parent().is_some_and(|folder| folder.ends_with("examples"))) {
        let sheet = path.with_extension("worksheet.md");
        let worksheet = worksheet(&path);
        let claims = ClaimWords::of(&worksheet.analysis.claims);
        let origin = super::origin(&worksheet);
        let run = Run { claims: &claims, origin: &origin, restore: false };
        let made = with_record(rendered(&path, "markdown"), &run).unwrap();
        if std::env::var_os(WRITE).is_some() {
            std::fs::write(&sheet, &made).unwrap();
        }
        let kept = std::fs::read_to_string(&sheet).unwrap_or_default();
        assert!(kept == made, "{}: the sheet differs; look at it with {WRITE}=1 cargo test", name_of(&sheet));
    }
}
