//! Which formats are written, and where.

use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use claimsheet_config::Config;
use claimsheet_render::Standing;
use claimsheet_render::{Format, MARKDOWN, RenderContext, RenderOptions, format, format_of};
use std::path::{Path, PathBuf};

/// What is written of one article.
pub(super) struct Outputs {
    /// The Markdown sheet that is read, and made anew; none where no format needs it.
    pub(super) sheet: Option<PathBuf>,
    /// Whether that sheet is written.
    pub(super) writes_sheet: bool,
    /// What else is written.
    pub(super) others: Vec<Output>,
}

/// A format to write, and where.
pub(super) struct Output {
    pub(super) format: &'static Format,
    pub(super) path: PathBuf,
}

impl Outputs {
    /// Where things are written; the sheet first.
    pub(super) fn paths(&self) -> Vec<&Path> {
        let sheet = self.sheet.as_deref().filter(|_| self.writes_sheet);
        sheet.into_iter().chain(self.others.iter().map(|output| output.path.as_path())).collect()
    }
}

impl Output {
    /// Renders and writes it. What this program wrote there before is replaced; what holds answers that the sheet
    /// does not have, or is somebody else's, is not unless that is asked for. A new file is open to no more people
    /// than each of the files `like`, whose words it has.
    pub(super) fn write(
        &self,
        like: &[&Path],
        material: &RenderContext<'_>,
        options: &RenderOptions,
        replace: bool,
    ) -> Result<(), Error> {
        let rendered = self.format.render(material, options)?;
        if !files::is_standard(&self.path) && self.path.is_file() {
            let old = files::read(&self.path)?;
            if old == rendered {
                return Ok(());
            }
            match self.format.standing(&old, material, options) {
                Standing::Written => {}
                Standing::Foreign if !replace => return Err(Error::Exists(self.path.clone())),
                Standing::Answered(count) if !replace => return Err(Error::Unsaved(self.path.clone(), count)),
                Standing::Changed | Standing::Foreign | Standing::Answered(_) => {
                    let kept = files::keep_copy(&self.path)?;
                    files::tell(&format!("{}: what was there is kept as {}", self.path.shown(), kept.shown()));
                }
            }
        }
        files::write_as(&self.path, rendered, like)
    }
}

/// Whether the arguments name outputs that can be told apart.
///
/// # Errors
///
/// [`Error::Usage`], with what to do.
pub(super) fn agree(args: &MakeArgs) -> Result<(), Error> {
    if args.articles.len() > 1 {
        agree_on_several(args)?;
    }
    if let Some((first, second)) = one_place(args) {
        return Err(Error::Usage(format!(
            "{} and {} would be written to one file; give one of them another name, or run each on its own",
            first.shown(),
            second.shown()
        )));
    }
    let (outputs, formats) = (args.output.len(), args.format.len());
    let pairs = outputs == formats || outputs <= 1 && args.output.iter().all(|output| output.is_dir()) || formats == 0;
    if formats > 1 && !pairs {
        return Err(Error::Usage(format!(
            "{formats} formats and {outputs} outputs: name as many of each, or one folder, or let the files' names say the formats"
        )));
    }
    Ok(())
}

/// Two articles whose files would have the same names in the same folder.
fn one_place(args: &MakeArgs) -> Option<(&Path, &Path)> {
    let in_folder = args.output.iter().any(|output| output.is_dir());
    let is_written = in_folder || args.output.is_empty();
    let mut seen = std::collections::HashMap::new();
    let articles = args.articles.iter().filter(|article| !files::is_standard(article) && !article.is_dir());
    articles.filter(|_| is_written).find_map(|article| {
        let place = if in_folder { article.file_stem()?.into() } else { article.with_extension("") };
        seen.insert(place, article.as_path()).filter(|first| *first != article).map(|first| (first, article.as_path()))
    })
}

/// Whether the arguments name outputs for several articles.
///
/// # Errors
///
/// [`Error::Usage`], with what to do.
pub(super) fn agree_on_several(args: &MakeArgs) -> Result<(), Error> {
    let is_file = |output: &&PathBuf| !files::is_standard(output) && (!output.exists() || output.is_file());
    if args.output.iter().any(|output| is_file(&output)) {
        return Err(Error::Usage("several articles need a folder that exists as -o, or none".to_owned()));
    }
    Ok(())
}

/// The outputs for an article, or for the `part` of a file that holds several.
///
/// # Errors
///
/// [`Error::Usage`] where an output is the draft itself, or there are two Markdown sheets.
pub(super) fn of(article: &Path, part: Option<&str>, args: &MakeArgs, config: &Config) -> Result<Outputs, Error> {
    let formats: Vec<&'static Format> = args.format.iter().filter_map(|name| format(name)).collect();
    let default = config.make.format.unwrap_or(&MARKDOWN);
    let named = |path: &PathBuf| {
        let said = if formats.is_empty() { format_of(path) } else { formats.first().copied() };
        Output { format: said.unwrap_or(default), path: target(article, part, Some(path), said.unwrap_or(default)) }
    };
    let beside = |format: &&'static Format| Output {
        format,
        path: target(article, part, args.output.first().map(PathBuf::as_path), format),
    };
    let all: Vec<Output> = match (args.output.len(), formats.len()) {
        (0, 0) => vec![beside(&default)],
        (0, _) => formats.iter().map(beside).collect(),
        (outputs, count) if outputs == count && count > 1 => {
            let pairs = args.output.iter().zip(&formats);
            pairs.map(|(path, format)| Output { format, path: target(article, part, Some(path), format) }).collect()
        }
        (1, count) if count > 1 => formats.iter().map(beside).collect(),
        _ => args.output.iter().map(named).collect(),
    };
    all.iter().try_for_each(|output| files::fits(&output.path))?;
    if let Some(output) = all.iter().find(|output| files::is_same(&output.path, article)) {
        return Err(Error::Usage(format!(
            "{}: this is the draft itself, which is never overwritten; name another file with -o",
            output.path.shown()
        )));
    }
    let (sheets, others): (Vec<Output>, Vec<Output>) = all.into_iter().partition(|output| *output.format == MARKDOWN);
    if sheets.len() > 1 {
        return Err(Error::Usage(
            "one Markdown sheet an article: name the other outputs with their formats".to_owned(),
        ));
    }
    if (args.rows.is_some() || args.preset.is_some()) && !others.iter().any(|output| output.format.is_table()) {
        return Err(Error::Usage("--rows and --preset shape a table: add --format csv or --format xlsx".to_owned()));
    }
    // What the sheet has as settled is no reason to fail.
    let needed = args.fail_on.is_some() || others.iter().any(|output| output.format.needs_sheet);
    let writes_sheet = !sheets.is_empty();
    let folder = args.output.first().filter(|output| output.is_dir()).map(PathBuf::as_path);
    let sheet = sheets.into_iter().next().map(|output| output.path);
    let known = || {
        let in_folder = target(article, part, folder, &MARKDOWN);
        let beside = target(article, part, None, &MARKDOWN);
        if in_folder.is_file() { in_folder } else { beside }
    };
    let sheet = sheet.or_else(|| needed.then(known));
    Ok(Outputs { sheet, writes_sheet, others })
}

/// Beside the article by default: `draft.md` gives `draft.worksheet.md`.
fn target(article: &Path, part: Option<&str>, output: Option<&Path>, format: &Format) -> PathBuf {
    let name = || {
        let mut name = files::stem(article);
        for piece in part.into_iter().chain([format.suffix]) {
            name.push(".");
            name.push(piece);
        }
        name
    };
    match output {
        Some(output) if output.is_dir() => output.join(name()),
        Some(output) => output.to_owned(),
        None if files::is_standard(article) => PathBuf::from("-"),
        None => article.with_file_name(name()),
    }
}
