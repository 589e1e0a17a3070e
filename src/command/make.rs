//! `claimsheet make`: from an article to its worksheet.

use crate::cli::MakeArgs;
use crate::error::Error;
use crate::files;
use claimsheet::claim::{Priority, Severity};
use claimsheet::config::{self, Config};
use claimsheet::document::Document;
use claimsheet::read::{ReadOptions, read};
use claimsheet::render::{OutputFormat, render};
use claimsheet::sheet::{self, ClaimWords, Merged, Sheet, SheetError};
use claimsheet::worksheet::Worksheet;
use std::path::{Path, PathBuf};

/// Runs the command. One bad article does not stop the others.
pub(crate) fn run(args: &MakeArgs) -> Vec<Error> {
    if args.articles.len() > 1
        && args.output.as_ref().is_some_and(|output| !files::is_standard(output) && !output.is_dir())
    {
        return vec![Error::Usage("several articles need a folder that exists as -o, or none".to_owned())];
    }
    args.articles.iter().filter_map(|article| make(article, args).err()).collect()
}

/// Reads one article, analyses it, and writes its sheet.
fn make(article: &Path, args: &MakeArgs) -> Result<(), Error> {
    let config = configuration(article, args)?;
    let format = args.format.map(OutputFormat::from).or(config.make.format).unwrap_or_default();
    let target = target(article, args.output.as_deref(), format);
    let bytes = files::read(article)?;
    let document = document(article, &bytes, args, &config)?;
    let mut worksheet = worksheet(article, &bytes, &document, args, &config);
    let claims = ClaimWords::of(&worksheet.analysis.claims);
    worksheet.leave_below(args.min_priority.map(Priority::from).or(config.make.min_priority).unwrap_or(Priority::Low));
    let templates = args.templates.as_deref().or(config.make.templates.as_deref());
    let changes = if format == OutputFormat::Markdown {
        write_sheet(&mut worksheet, &claims, &target, templates, &config, args.force)?
    } else {
        refuse_to_overwrite(&target, args.force)?;
        files::write(&target, &render(&worksheet, format, templates)?)?;
        None
    };
    document.warnings.iter().for_each(|warning| files::tell(&format!("{}: {warning}", article.display())));
    files::tell(&summary(&worksheet, &target));
    if let Some(changes) = changes {
        files::tell(&told(&changes));
    }
    fail_on(&worksheet, args.fail_on.map(Severity::from))
}

/// Writes the Markdown sheet: merged into the one that is there, unless it is to be replaced.
fn write_sheet(
    worksheet: &mut Worksheet,
    claims: &[ClaimWords],
    target: &Path,
    templates: Option<&Path>,
    config: &Config,
    replace: bool,
) -> Result<Option<Merged>, Error> {
    let wrong = |error: SheetError| Error::Sheet(target.to_owned(), error.to_string());
    if files::is_standard(target) || target.exists() && !target.is_file() {
        let rendered = render(worksheet, OutputFormat::Markdown, templates)?;
        files::write(target, &sheet::with_record(&rendered, claims).map_err(wrong)?)?;
        return Ok(None);
    }
    let update = files::update(target)?;
    let old = update.old.clone().filter(|old| !replace && !old.trim().is_empty());
    let Some(old) = old else {
        let rendered = render(worksheet, OutputFormat::Markdown, templates)?;
        update.write(&sheet::with_record(&rendered, claims).map_err(wrong)?)?;
        return Ok(None);
    };
    let old = Sheet::parse(&old).map_err(wrong)?;
    worksheet.done = sheet::done(&old, &config.labels, claims);
    let rendered = render(worksheet, OutputFormat::Markdown, templates)?;
    let merged = sheet::merge(&old, &rendered, claims).map_err(wrong)?;
    update.write(&merged.text)?;
    Ok(Some(merged))
}

/// What became of the claims of the sheet that was there.
fn told(merged: &Merged) -> String {
    let mut parts = vec![
        format!("{} kept", merged.kept),
        format!("{} edited", merged.edited),
        format!("{} new", merged.new),
        format!("{} withdrawn", merged.withdrawn),
    ];
    if merged.dropped > 0 {
        parts.push(format!("{} left out as before", merged.dropped));
    }
    format!("merged into the sheet: {}", parts.join(", "))
}

fn configuration(article: &Path, args: &MakeArgs) -> Result<Config, Error> {
    let file = args.config.config.clone().or_else(|| config::find(article));
    let mut config = file.map_or_else(|| Ok(Config::default()), |file| config::load(&file))?;
    config.rules.no_links |= args.no_links;
    config.rules.private |= args.private;
    Ok(config)
}

/// Beside the article by default: `draft.md` gives `draft.worksheet.md`.
fn target(article: &Path, output: Option<&Path>, format: OutputFormat) -> PathBuf {
    let name = || {
        let stem = if files::is_standard(article) {
            "article".into()
        } else {
            article.file_stem().unwrap_or_default().to_string_lossy()
        };
        format!("{stem}.worksheet.{}", format.extension())
    };
    match output {
        Some(output) if output.is_dir() => output.join(name()),
        Some(output) => output.to_owned(),
        None if files::is_standard(article) => PathBuf::from("-"),
        None => article.with_file_name(name()),
    }
}

fn refuse_to_overwrite(target: &Path, force: bool) -> Result<(), Error> {
    if !force && !files::is_standard(target) && target.is_file() {
        Err(Error::Exists(target.to_owned()))
    } else {
        Ok(())
    }
}

/// Reads the article; the command line overrides what it says of itself.
fn document(article: &Path, bytes: &[u8], args: &MakeArgs, config: &Config) -> Result<Document, Error> {
    let from = args.from.map_or(config.make.from, crate::cli::InputChoice::format);
    let name = article.file_name().and_then(|name| name.to_str());
    let mut document =
        read(bytes, &ReadOptions { from, name }).map_err(|error| Error::Article(article.to_owned(), error))?;
    let meta = &mut document.meta;
    meta.title = args.title.clone().or_else(|| meta.title.take());
    meta.author = args.author.clone().or_else(|| meta.author.take()).or_else(|| config.make.author.clone());
    meta.published = args.published.or(meta.published);
    Ok(document)
}

fn worksheet(article: &Path, bytes: &[u8], document: &Document, args: &MakeArgs, config: &Config) -> Worksheet {
    let analysis = claimsheet::analyse(document, &config.rules);
    let mut worksheet = Worksheet::new(&article.display().to_string(), bytes, document, analysis);
    worksheet.checker = args.checker.clone().or_else(|| config.make.checker.clone());
    worksheet.sort(args.sort.map(Into::into).or(config.make.sort).unwrap_or_default());
    worksheet
}

/// How many claims, what to settle first, and where the sheet is.
fn summary(worksheet: &Worksheet, target: &Path) -> String {
    let analysis = &worksheet.analysis;
    let by_priority: Vec<String> = [Priority::High, Priority::Medium, Priority::Low]
        .into_iter()
        .map(|priority| format!("{} {}", worksheet.count(priority), priority.name()))
        .collect();
    let claims = analysis.claims.len();
    let noun = if claims == 1 { "claim" } else { "claims" };
    let place = if files::is_standard(target) { String::new() } else { format!(" → {}", target.display()) };
    let settle = match analysis.findings.len() {
        0 => String::new(),
        1 => "; 1 thing to settle first".to_owned(),
        count => format!("; {count} things to settle first"),
    };
    format!(
        "{}: {claims} {noun} ({}), {} set aside{settle}{place}",
        worksheet.article.path,
        by_priority.join(", "),
        analysis.set_aside.len(),
    )
}

fn fail_on(worksheet: &Worksheet, least: Option<Severity>) -> Result<(), Error> {
    let serious =
        |least: Severity| worksheet.analysis.findings.iter().filter(|finding| finding.severity >= least).count();
    match least.map(serious) {
        None | Some(0) => Ok(()),
        Some(count) => Err(Error::Findings(count)),
    }
}
