//! `claimsheet export`: the reviews of a sheet as data or as a list.

use super::{configuration, sheets};
use crate::arguments::ExportArgs;
use crate::error::Error;
use crate::files;
use claimsheet_sheet::review_policy::export::export;

/// Runs the command.
pub(crate) fn run(args: &ExportArgs) -> Vec<Error> {
    write(args).err().into_iter().collect()
}

fn write(args: &ExportArgs) -> Result<(), Error> {
    let sheet = sheets::read(&args.sheet)?;
    let config = configuration::of(&args.sheet, &args.config)?;
    let text = export(&sheet, &config.labels, &config.desk, args.format.into())
        .map_err(|reason| Error::Unreadable(args.sheet.clone(), reason))?;
    files::write_as(&args.output, &text, &[&args.sheet])
}
