//! `claimsheet make`: from an article to its worksheet.

use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files;
use crate::progress::Progress;
use claimsheet::claim::{Priority, Severity};
use claimsheet::text::document::{Document, Metadata};
use claimsheet_config::{self, Config};
use claimsheet_evidence::Index;
use claimsheet_read::read_all;
use claimsheet_render::table::preset;
use claimsheet_render::{RenderContext, RenderOptions};
use claimsheet_sheet::worksheet::Worksheet;
use claimsheet_sheet::{ClaimWords, Ticked};
use drafts::Draft;
use sheet::SheetFile;
use std::path::Path;

mod drafts;
mod output;
mod sheet;
mod summary;

/// Runs the command. One bad article does not stop the others.
pub(crate) fn run(args: &MakeArgs) -> Vec<Error> {
    if let Err(error) = output::agree(args) {
        return vec![error];
    }
    let (drafts, wrong) = drafts::named(args);
    if drafts.len() > 1
        && let Err(error) = output::agree_on_several(args)
    {
        return vec![error];
    }
    make_each(&drafts, wrong, args)
}

/// Makes one draft after the other, and gives what went wrong, with the `errors` met before.
fn make_each(drafts: &[Draft], mut errors: Vec<Error>, args: &MakeArgs) -> Vec<Error> {
    let (mut count, mut failed) = (drafts.len() + errors.len(), errors.len());
    let mut progress = Progress::new(drafts.len());
    for draft in drafts {
        progress.next(&draft.path.display().to_string());
        let met = draft.args(args).map_or_else(|error| vec![error], |args| make(&draft.path, &args, drafts.len() > 1));
        let (passed_over, met): (Vec<Error>, Vec<Error>) =
            met.into_iter().partition(|error| draft.is_found() && error.is_no_article());
        passed_over.iter().for_each(files::pass_over);
        count -= usize::from(!passed_over.is_empty());
        failed += usize::from(met.iter().any(|error| !matches!(error, Error::Findings(_))));
        errors.extend(met);
    }
    drop(progress);
    if failed > 0 && drafts.iter().any(Draft::is_found) {
        files::tell(&format!("{failed} of {count} drafts gave no sheet:"));
    }
    errors
}

/// Reads the articles in one file, and writes what was asked for of each.
///
/// The articles of one file count as drafts do, unless it is one of `several`.
fn make(article: &Path, args: &MakeArgs, several: bool) -> Vec<Error> {
    let read = || {
        let config = configuration(article, args)?;
        let options = super::read_options(article, &args.read, &config);
        let bytes = files::read_within(article, options.limits.bytes)?;
        if drafts::is_sheet(&bytes) {
            let path = article.display();
            return Err(Error::Usage(format!("{path}: this is a sheet that claimsheet wrote; name the draft instead")));
        }
        let mut documents = read_all(&bytes, &options).map_err(|error| Error::Article(article.to_owned(), error))?;
        for document in &mut documents {
            override_meta(&mut document.meta, args, &config);
        }
        Ok((config, bytes, documents))
    };
    match read() {
        Err(error) => vec![error],
        Ok((config, bytes, documents)) => {
            let backing = match args.evidence.as_deref().map(super::evidence::backing).transpose() {
                Ok(backing) => backing,
                Err(error) => return vec![error],
            };
            let published = documents.first().and_then(|document| document.meta.published);
            let index = backing.as_ref().map(|backing| Index::of(backing, &config.rules, published));
            let mut progress = Progress::new(if several { 1 } else { documents.len() });
            let made = documents.iter().map(|document| {
                progress.next(document.part.as_deref().unwrap_or_default());
                write(article, &bytes, document, args, &config, index.as_ref())
            });
            made.filter_map(Result::err).collect()
        }
    }
}

/// Analyses one article, and writes what was asked for.
fn write(
    article: &Path,
    bytes: &[u8],
    document: &Document,
    args: &MakeArgs,
    config: &Config,
    index: Option<&Index<'_>>,
) -> Result<(), Error> {
    let outputs = output::of(article, document.part.as_deref(), args, config)?;
    let options = render_options(args, config);
    let mut worksheet = worksheet(article, bytes, document, args, config, index);
    let claims = ClaimWords::of(&worksheet.analysis.claims);
    worksheet.leave_below(args.min_priority.map(Priority::from).or(config.make.min_priority).unwrap_or(Priority::Low));
    let sheet =
        outputs.sheet.as_ref().map(|place| SheetFile::open(place, args.force && outputs.writes_sheet)).transpose()?;
    let sheet = sheet.map(|sheet| sheet.renewed(&mut worksheet, &claims, &options, config)).transpose()?;
    let entries = sheet.as_ref().filter(|_| !outputs.others.is_empty()).map(|sheet| sheet.entries(config));
    let material = RenderContext {
        worksheet: &worksheet,
        document,
        bytes,
        sheet: sheet.as_ref().map_or("", |sheet| sheet.text()),
        entries: &entries.unwrap_or_default(),
    };
    for output in &outputs.others {
        output.write(&material, &options, args.force)?;
    }
    let settled = sheet.as_ref().map(sheet::Renewed::settled).unwrap_or_default();
    let changes = sheet.filter(|_| outputs.writes_sheet).map(sheet::Renewed::write).transpose()?.flatten();
    document.warnings.iter().for_each(|warning| files::tell(&format!("{}: {warning}", article.display())));
    files::tell(&summary::told(&worksheet, &settled, &outputs.paths()));
    if let Some(changes) = changes {
        files::tell(&summary::changes(&changes));
    }
    let least = args.fail_on.map(Severity::from);
    fail_on(&worksheet, &settled, least)
}

fn configuration(article: &Path, args: &MakeArgs) -> Result<Config, Error> {
    let file = args.config.config.clone().or_else(|| claimsheet_config::find(article));
    let mut config = file.map_or_else(|| Ok(Config::default()), |file| claimsheet_config::load(&file))?;
    config.rules.no_links |= args.no_links;
    config.rules.private |= args.private;
    Ok(config)
}

fn render_options(args: &MakeArgs, config: &Config) -> RenderOptions {
    RenderOptions {
        templates: args.templates.clone().or_else(|| config.make.templates.clone()),
        no_page_links: config.rules.no_links || config.rules.private,
        rows: args.rows.map(Into::into).or(config.make.rows).unwrap_or_default(),
        preset: args.preset.as_deref().and_then(preset).or(config.make.preset),
        labels: config.labels.clone(),
        desk: config.desk.clone(),
    }
}

/// The command line overrides what an article says of itself.
fn override_meta(meta: &mut Metadata, args: &MakeArgs, config: &Config) {
    meta.title = args.title.clone().or_else(|| meta.title.take());
    meta.author = args.author.clone().or_else(|| meta.author.take()).or_else(|| config.make.author.clone());
    meta.published = args.published.or(meta.published);
    meta.url = args.url.clone().or_else(|| meta.url.take());
}

fn worksheet(
    article: &Path,
    bytes: &[u8],
    document: &Document,
    args: &MakeArgs,
    config: &Config,
    index: Option<&Index<'_>>,
) -> Worksheet {
    let mut analysis = claimsheet::analyse(document, &config.rules);
    if let Some(index) = index {
        claimsheet_evidence::attach(&mut analysis, index);
        for file in index.unread() {
            analysis.warnings.push(format!("{} was not searched: {}", file.path, file.advice));
        }
    }
    let mut worksheet = Worksheet::new(&article.display().to_string(), bytes, document, analysis);
    worksheet.checker = args.checker.clone().or_else(|| config.make.checker.clone());
    worksheet.sort(args.sort.map(Into::into).or(config.make.sort).unwrap_or_default());
    worksheet
}

/// Tells what is as serious as `least` and not settled in the sheet, as `file:line: what`, and gives an
/// error where anything is.
fn fail_on(worksheet: &Worksheet, settled: &Ticked, least: Option<Severity>) -> Result<(), Error> {
    let findings = worksheet.analysis.findings.iter().filter(|finding| !settled.holds(finding));
    let serious: Vec<_> = findings.filter(|finding| least.is_some_and(|least| finding.severity >= least)).collect();
    for finding in &serious {
        let line = finding.places.first().map_or(1, |place| place.line);
        files::tell(&format!("{}:{line}: {}: {}", worksheet.article.path, finding.title(), finding.message));
    }
    if serious.is_empty() { Ok(()) } else { Err(Error::Findings(serious.len())) }
}
