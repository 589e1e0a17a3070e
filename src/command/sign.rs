//! `claimsheet sign`: who signs the sheet off, and when.

use super::current::Current;
use super::{configuration, sheets};
use crate::arguments::SignArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet::claim::Priority;
use claimsheet_sheet::Sheet;
use claimsheet_sheet::review_policy::gate::obstacles;
use std::fmt::Write as _;

/// Runs the command.
pub(crate) fn run(args: &SignArgs) -> Vec<Error> {
    sign(args).err().into_iter().collect()
}

fn sign(args: &SignArgs) -> Result<(), Error> {
    let config = configuration::of(&args.sheet, &args.config)?;
    let allowed = &config.desk.sign_off;
    if !allowed.is_empty() && !allowed.iter().any(|name| name.eq_ignore_ascii_case(&args.by)) {
        return Err(Error::Usage(format!(
            "{:?} may not sign off; the configuration names {}",
            args.by,
            allowed.join(", ")
        )));
    }
    if args.by.trim().is_empty() {
        return Err(Error::Usage("name who signs: --by \"M. Vance\"".to_owned()));
    }
    let update = files::update(&args.sheet)?;
    let old = update.old.clone().ok_or_else(|| sheets::not_there(&args.sheet))?;
    let wrong = |error: claimsheet_sheet::SheetError| Error::Unreadable(args.sheet.clone(), error.to_string());
    let sheet = Sheet::parse_strictly(&old).map_err(wrong)?;
    let current = Current::of(&args.sheet, &sheet, args.draft.as_deref(), &args.config)?;
    let found = obstacles(&sheet, &config.labels, &config.desk, Priority::Low, Some(&current.draft()));
    if !found.is_empty() && !args.open {
        let told = found.iter().fold(String::new(), |mut text, (line, message)| {
            let _ = writeln!(text, "{}:{line}: {}", args.sheet.shown(), message.replace('\n', " "));
            text
        });
        files::print(&told)?;
        let what = "to do before it is signed; --open signs it as it is, and the signature says so";
        return Err(Error::Open(found.len(), what));
    }
    let on = args.on.or_else(sheets::today).map(|day| day.to_string()).unwrap_or_default();
    update.write(&sheet.signed(&args.by, &on, found.len(), &current.bytes), &[])?;
    let open = match found.len() {
        0 => String::new(),
        1 => ", with 1 thing open".to_owned(),
        count => format!(", with {count} things open"),
    };
    files::tell(&format!("{}: signed by {}, {on}{open}", args.sheet.shown(), args.by));
    Ok(())
}
