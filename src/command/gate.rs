//! `claimsheet gate`: exit 0 only where the desk's rules hold.

use super::{sheets, status};
use crate::arguments::GateArgs;
use crate::arguments::choice::RequireChoice;
use crate::error::Error;
use crate::files;
use claimsheet::claim::Priority;
use claimsheet_sheet::review_policy::gate::obstacles;
use std::fmt::Write as _;
use std::path::Path;

/// Runs the command: prints what is lacking as `file:line: message`.
pub(crate) fn run(args: &GateArgs) -> Vec<Error> {
    let paths = match sheets::named(&args.sheets) {
        Ok(paths) => paths,
        Err(error) => return vec![error],
    };
    let (mut text, mut errors, mut count) = (String::new(), Vec::new(), 0);
    for path in paths {
        match check(&path, args) {
            Ok(found) => {
                count += found.len();
                for (line, message) in found {
                    let _ = writeln!(text, "{}:{line}: {message}", path.display());
                }
            }
            Err(error) => errors.push(error),
        }
    }
    errors.extend(files::write(Path::new("-"), &text).err());
    if count > 0 {
        errors.push(Error::Open(count, if count == 1 { "thing to do" } else { "things to do" }));
    }
    errors
}

fn check(path: &Path, args: &GateArgs) -> Result<Vec<(u32, String)>, Error> {
    let sheet = sheets::read(path)?;
    let mut config = sheets::configuration(path, &args.config)?;
    config.desk.sources = args.sources.unwrap_or(config.desk.sources);
    let least = if args.require == RequireChoice::High { Priority::High } else { Priority::Low };
    let mut found = obstacles(&sheet, &config.labels, &config.desk, least);
    if let Some(signed) = status::signed(path, &sheet).filter(|signed| signed.contains("changed after sign-off")) {
        found.insert(0, (1, signed));
    }
    Ok(found)
}
