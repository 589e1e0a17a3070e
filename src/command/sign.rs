//! `claimsheet sign`: who signs the sheet off, and when.

use super::sheets;
use crate::arguments::SignArgs;
use crate::error::Error;
use crate::files;

/// Runs the command.
pub(crate) fn run(args: &SignArgs) -> Vec<Error> {
    sign(args).err().into_iter().collect()
}

fn sign(args: &SignArgs) -> Result<(), Error> {
    let config = sheets::configuration(&args.sheet, &args.config)?;
    let allowed = &config.desk.sign_off;
    if !allowed.is_empty() && !allowed.iter().any(|name| name.eq_ignore_ascii_case(&args.by)) {
        return Err(Error::Usage(format!(
            "{:?} may not sign off; the configuration names {}",
            args.by,
            allowed.join(", ")
        )));
    }
    let update = files::update(&args.sheet)?;
    let old = update
        .old
        .clone()
        .ok_or_else(|| Error::Input(args.sheet.clone(), std::io::Error::from(std::io::ErrorKind::NotFound)))?;
    let sheet = sheets::parse(&args.sheet, &old)?;
    let draft = sheets::draft(&args.sheet, &sheet).ok_or_else(|| {
        Error::Usage(format!(
            "{}: the draft that it names is not beside it, so there is nothing to sign for",
            args.sheet.display()
        ))
    })?;
    let bytes = files::read(&draft)?;
    let on = args.on.or_else(sheets::today).map(|day| day.to_string()).unwrap_or_default();
    update.write(&sheet.signed(&args.by, &on, &bytes))?;
    files::tell(&format!("{}: signed by {}, {on}", args.sheet.display(), args.by));
    Ok(())
}
