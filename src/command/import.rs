//! `claimsheet import`: answers that came back, into the empty fields of a sheet.

use super::sheets;
use crate::cli::ImportArgs;
use crate::error::Error;
use crate::files;
use claimsheet::desk::export::answers;

/// Runs the command.
pub(crate) fn run(args: &ImportArgs) -> Vec<Error> {
    import(args).err().into_iter().collect()
}

fn import(args: &ImportArgs) -> Result<(), Error> {
    let config = sheets::configuration(&args.sheet, &args.config)?;
    let wrong = |reason: String| Error::Answers(args.from.clone(), reason);
    let text = String::from_utf8(files::read(&args.from)?)
        .map_err(|error| wrong(format!("byte {} is not UTF-8", error.utf8_error().valid_up_to())))?;
    let answers = answers(&text, &config.labels).map_err(wrong)?;
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
        files::tell(&format!("{}: no claim has the id {id:?}", args.from.display()));
    }
    files::tell(&format!("{} fields filled → {}", imported.filled, args.sheet.display()));
    match imported.conflicts.len() {
        0 => Ok(()),
        count => Err(Error::Open(count, "answers in conflict with the sheet")),
    }
}
