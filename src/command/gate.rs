//! `claimsheet gate`: exit 0 only where the desk's rules hold.

use super::current::Current;
use super::{configuration, sheets, status};
use crate::arguments::GateArgs;
use crate::arguments::choice::RequireChoice;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet::claim::Priority;
use claimsheet_sheet::entries;
use claimsheet_sheet::review_policy::gate::{Obstacle, obstacles};
use claimsheet_sheet::review_policy::unbacked;
use std::fmt::Write as _;
use std::path::Path;

/// What became of a sheet.
enum Outcome {
    /// It passed, and what did.
    Passed(String),
    Shut(Vec<Obstacle>),
}

/// Runs the command: prints what passed, and what is lacking as `file:line: message`.
pub(crate) fn run(args: &GateArgs) -> Vec<Error> {
    let paths = match sheets::named(&args.sheets) {
        Ok(paths) if args.draft.is_some() && paths.len() > 1 => {
            let reason = format!("--draft names the draft of one sheet, and there are {}", paths.len());
            return vec![Error::Usage(reason)];
        }
        Ok(paths) => paths,
        Err(error) => return vec![error],
    };
    let (mut text, mut errors, mut count) = (String::new(), Vec::new(), 0);
    for path in paths {
        match check(&path, args) {
            Ok(Outcome::Passed(what)) => {
                let _ = writeln!(text, "{}: passed: {what}", path.shown());
            }
            Ok(Outcome::Shut(found)) => {
                count += found.len();
                for (line, message) in found {
                    let _ = writeln!(text, "{}:{line}: {}", path.shown(), message.replace('\n', " "));
                }
            }
            Err(error) => errors.push(error),
        }
    }
    errors.extend(files::print(&text).err());
    if count > 0 {
        errors.push(Error::Open(count, if count == 1 { "thing to do" } else { "things to do" }));
    }
    errors
}

/// The lowest priority of the claims that are asked for.
fn least(choice: RequireChoice) -> Priority {
    if choice == RequireChoice::High { Priority::High } else { Priority::Low }
}

fn check(path: &Path, args: &GateArgs) -> Result<Outcome, Error> {
    if args.config.sandbox {
        files::refuse_links(path)?;
    }
    let sheet = sheets::read_strictly(path)?;
    let mut config = configuration::of(path, &args.config)?;
    config.desk.sources = args.sources.unwrap_or(config.desk.sources);
    let required = least(args.require);
    let current =
        if args.no_draft { None } else { Some(Current::of(path, &sheet, args.draft.as_deref(), &args.config)?) };
    let draft = current.as_ref().map(Current::draft);
    let mut found = obstacles(&sheet, &config.labels, &config.desk, required, draft.as_ref());
    found.extend(args.require_backing.map(|which| unbacked(&sheet, &config.labels, least(which))).unwrap_or_default());
    let stale = status::stale(&sheet, current.as_ref().map(|current| current.bytes.as_slice()));
    found.splice(0..0, stale.into_iter().map(|signed| (1, signed)));
    if !found.is_empty() {
        return Ok(Outcome::Shut(found));
    }
    let all = entries(&sheet, &config.labels);
    let count = all.iter().filter(|entry| !entry.withdrawn && entry.priority >= required).count();
    let claims = match (count, required) {
        (1, Priority::High) => "1 claim of high priority".to_owned(),
        (count, Priority::High) => format!("{count} claims of high priority"),
        (1, _) => "1 claim".to_owned(),
        (count, _) => format!("{count} claims"),
    };
    Ok(Outcome::Passed(match current {
        Some(current) => format!("{claims} of {}, sha256 {}", current.name, current.sha256),
        None => format!("{claims}; its draft was not compared"),
    }))
}
