//! `claimsheet status`: how far the checking has come.

use super::{configuration, sheets};
use crate::arguments::StatusArgs;
use crate::arguments::choice::StatusChoice;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet_render::harmless;
use claimsheet_sheet::review_policy::status::Status;
use claimsheet_sheet::{Sheet, Signature, Standing};
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
        StatusChoice::Table => harmless::text(&found.iter().map(Status::told).collect::<Vec<_>>().join("\n")),
        StatusChoice::Json => serde_json::to_string_pretty(&found).unwrap_or_default() + "\n",
        StatusChoice::Csv => rows(&found),
    };
    errors.extend(files::write(Path::new("-"), &text).err());
    errors
}

fn status(path: &Path, args: &StatusArgs) -> Result<Status, Error> {
    let sheet = sheets::read_strictly(path)?;
    let config = configuration::of(path, &args.config)?;
    let today = args.today.or_else(sheets::today);
    Ok(Status::of(&path.shown(), &sheet, &config.labels, &config.desk, today, signed(path, &sheet)))
}

/// Who signed, when, and what it is worth.
fn signed(path: &Path, sheet: &Sheet) -> Option<String> {
    let signatures = sheet.signatures();
    if signatures.is_empty() {
        return None;
    }
    let draft = sheets::draft(path, sheet).and_then(|draft| files::read(&draft).ok());
    let worth = |signature: &Signature| match &draft {
        Some(draft) => sheet.standing(signature, Some(draft)).to_string(),
        None => "the draft is not there to compare".to_owned(),
    };
    let told = |signature: &Signature| format!("{}; {}", name(signature), worth(signature));
    Some(signatures.iter().map(told).collect::<Vec<_>>().join(" | "))
}

/// "M. Vance, 2026-03-03", and how much was open.
fn name(signature: &Signature) -> String {
    let open = if signature.open > 0 { format!(", with {} open", signature.open) } else { String::new() };
    format!("{}, {}{open}", signature.by, signature.on)
}

/// What is to be said of signatures that no longer hold: of each person's last one.
pub(super) fn stale(sheet: &Sheet, draft: Option<&[u8]>) -> Vec<String> {
    let all = sheet.signatures();
    let last =
        all.iter().enumerate().filter(|(at, signature)| !all.iter().skip(at + 1).any(|later| later.by == signature.by));
    let worth = last.map(|(_, signature)| (signature, sheet.standing(signature, draft)));
    worth
        .filter(|(_, standing)| *standing != Standing::Good)
        .map(|(signature, standing)| format!("signed by {}; {standing}", name(signature)))
        .collect()
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
