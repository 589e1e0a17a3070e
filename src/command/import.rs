//! `claimsheet import`: answers that came back, into the empty fields of a sheet.

use super::sheets;
use crate::arguments::ImportArgs;
use crate::error::Error;
use crate::files;
use claimsheet_render::answers::answers;

/// Runs the command.
pub(crate) fn run(args: &ImportArgs) -> Vec<Error> {
    import(args).err().into_iter().collect()
}

fn import(args: &ImportArgs) -> Result<(), Error> {
    let config = sheets::configuration(&args.sheet, &args.config)?;
    let wrong = |reason: String| Error::Answers(args.from.clone(), reason);
    let answers = answers(&files::read(&args.from)?, &config.labels).map_err(wrong)?;
    let update = files::update(&args.sheet)?;
    let old = update
        .old
        .clone()
        .ok_or_else(|| Error::Input(args.sheet.clone(), std::io::Error::from(std::io::ErrorKind::NotFound)))?;
    let mut sheet = sheets::parse(&args.sheet, &old)?;
    let imported = sheet.import(&answers, &config.labels);
    update.write(&sheet.text())?;
    for conflict in &imported.conflicts {
        files::tell(&format!(
            "{}:{}: {}: here {:?}, there {:?}; left as it is",
            args.sheet.display(),
            conflict.line,
            conflict.field,
            conflict.here,
            conflict.there
        ));
    }
    for id in &imported.unknown {
        files::tell(&format!("{}: the sheet has no entry {id:?}", args.from.display()));
    }
    for other in &imported.priorities {
        files::tell(&format!(
            "{}:{}: Priority: here {}, there {}; change the word in the sheet if that is meant",
            args.sheet.display(),
            other.line,
            other.here,
            other.there
        ));
    }
    for (line, fact) in &imported.unplaced {
        files::tell(&format!(
            "{}:{line}: {fact:?} was ticked and has no line of its own there; tick it by hand",
            args.sheet.display()
        ));
    }
    let ticked = match imported.ticked {
        0 => String::new(),
        1 => ", 1 fact ticked".to_owned(),
        count => format!(", {count} facts ticked"),
    };
    files::tell(&format!("{} fields filled{ticked} → {}", imported.filled, args.sheet.display()));
    match imported.conflicts.len() {
        0 => Ok(()),
        count => Err(Error::Open(count, "answers in conflict with the sheet")),
    }
}
