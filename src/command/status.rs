//! `claimsheet status`: how far the checking has come.

use super::sheets;
use crate::arguments::StatusArgs;
use crate::arguments::choice::StatusChoice;
use crate::error::Error;
use crate::files;
use claimsheet_sheet::Sheet;
use claimsheet_sheet::review_policy::status::Status;
use std::path::Path;

/// Runs the command. One bad sheet does not stop the others.
pub(crate) fn run(args: &StatusArgs) -> Vec<Error> {
    let paths = match sheets::named(&args.sheets) {
        Ok(paths) => paths,
        Err(error) => return vec![error],
    };
    let (mut found, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        match status(&path, args) {
            Ok(status) => found.push(status),
            Err(error) => errors.push(error),
        }
    }
    let text = match args.format {
        StatusChoice::Table => found.iter().map(Status::told).collect::<Vec<_>>().join("\n"),
        StatusChoice::Json => serde_json::to_string_pretty(&found).unwrap_or_default() + "\n",
        StatusChoice::Csv => rows(&found),
    };
    errors.extend(files::write(Path::new("-"), &text).err());
    errors
}

fn status(path: &Path, args: &StatusArgs) -> Result<Status, Error> {
    let sheet = sheets::read(path)?;
    let config = sheets::configuration(path, &args.config)?;
    let today = args.today.or_else(sheets::today);
    Ok(Status::of(&path.display().to_string(), &sheet, &config.labels, &config.desk, today, signed(path, &sheet)))
}

/// Who signed, when, and what it is worth.
pub(super) fn signed(path: &Path, sheet: &Sheet) -> Option<String> {
    let signature = sheet.signature()?;
    let draft = sheets::draft(path, sheet).and_then(|draft| std::fs::read(draft).ok());
    let worth = draft.map_or_else(
        || "the draft is not there to compare".to_owned(),
        |draft| sheet.standing(&signature, &draft).to_string(),
    );
    Some(format!("{}, {}; {worth}", signature.by, signature.on))
}

fn rows(found: &[Status]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = ["sheet", "claims", "done", "edited", "unsourced", "queries", "findings", "withdrawn"];
    let mut written = writer.write_record(header);
    for status in found {
        let counts = [
            status.claims,
            status.done,
            status.edited,
            status.unsourced,
            status.queries,
            status.findings,
            status.withdrawn,
        ];
        let cells = std::iter::once(status.sheet.clone()).chain(counts.iter().map(usize::to_string));
        written = written.and_then(|()| writer.write_record(cells));
    }
    written.ok().and_then(|()| String::from_utf8(writer.into_inner().ok()?).ok()).unwrap_or_default()
}
