//! `claimsheet import`: answers that came back, into the fields of a sheet.

use super::{configuration, sheets};
use crate::arguments::ImportArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet_render::answers::answers;
use claimsheet_sheet::{Imported, Prefer};
use std::path::Path;

/// Runs the command.
pub(crate) fn run(args: &ImportArgs) -> Vec<Error> {
    import(args).err().into_iter().collect()
}

fn import(args: &ImportArgs) -> Result<(), Error> {
    let config = configuration::of(&args.sheet, &args.config)?;
    let wrong = |reason: String| Error::Unreadable(args.from.clone(), reason);
    let answers = answers(&files::read(&args.from)?, &config.labels, &config.desk).map_err(wrong)?;
    let update = files::update(&args.sheet)?;
    let old = update.old.clone().ok_or_else(|| sheets::not_there(&args.sheet))?;
    let mut sheet = sheets::parse(&args.sheet, &old)?;
    let prefer = args.prefer.map(Prefer::from).unwrap_or_default();
    let imported = sheet.import(&answers, &config.labels, &config.desk, prefer);
    update.write(&sheet.text(), &[])?;
    tell(&imported, args, prefer);
    let conflicts = if prefer == Prefer::Neither { imported.conflicts.len() } else { 0 };
    match (conflicts, imported.no_verdicts.len() + imported.kept.len()) {
        (0, 0) => Ok(()),
        (0, count) => Err(Error::Open(count, "answers to look at in the sheet")),
        (count, _) => Err(Error::Open(
            count,
            "answers in conflict with the sheet; --prefer sheet leaves it as it is, --prefer file takes the answers",
        )),
    }
}

fn tell(imported: &Imported, args: &ImportArgs, prefer: Prefer) {
    let at = |line: u32, what: &str| files::tell(&format!("{}:{line}: {what}", args.sheet.shown()));
    let done = if prefer == Prefer::File { "replaced" } else { "left as it is" };
    for conflict in &imported.conflicts {
        at(conflict.line, &format!("{}: here {:?}, there {:?}; {done}", conflict.field, conflict.here, conflict.there));
    }
    for (line, word) in &imported.no_verdicts {
        at(
            *line,
            &format!(
                "{word:?} came back as the verdict and is none of the desk's; it stands in the entry, to be looked at"
            ),
        );
    }
    for name in &imported.kept {
        let from = Path::new(&args.from).shown();
        files::tell(&format!(
            "{from}: the sheet has no entry {name:?}; the answers stand at its end, in an entry of their own"
        ));
    }
    for other in &imported.priorities {
        at(
            other.line,
            &format!(
                "Priority: here {}, there {}; change the word in the sheet if that is meant",
                other.here, other.there
            ),
        );
    }
    for (line, fact) in &imported.unplaced {
        at(*line, &format!("{fact:?} was ticked and has no line of its own there; tick it by hand"));
    }
    let ticked = match imported.ticked {
        0 => String::new(),
        1 => ", 1 fact ticked".to_owned(),
        count => format!(", {count} facts ticked"),
    };
    let replaced = match imported.conflicts.len() {
        count if prefer == Prefer::File && count > 0 => format!(", {count} replaced"),
        _ => String::new(),
    };
    let fields = if imported.filled == 1 { "field" } else { "fields" };
    files::tell(&format!("{} {fields} filled{replaced}{ticked} → {}", imported.filled, args.sheet.shown()));
}
