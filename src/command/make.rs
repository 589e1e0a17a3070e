//! `claimsheet make`: from an article to its worksheet.

use crate::arguments::MakeArgs;
use crate::error::Error;
use crate::files::{self, Shown as _};
use crate::progress::Progress;
use claimsheet::claim::{Priority, Severity};
use claimsheet::text::document::{Document, Metadata};
use claimsheet_config::Config;
use claimsheet_evidence::Index;
use claimsheet_read::read_all;
use claimsheet_render::table::preset;
use claimsheet_render::{RenderContext, RenderError, RenderOptions};
use claimsheet_sheet::worksheet::{Worksheet, sha256};
use claimsheet_sheet::{ClaimWords, Origin, Run, Ticked};
use drafts::Draft;
use sheet::{SheetFile, Wanted};
use std::path::Path;

mod drafts;
mod output;
mod reset;
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
        progress.next(&draft.path.shown());
        let met = draft.args(args).map_or_else(|error| vec![error], |args| make(&draft.path, &args, drafts.len() > 1));
        let (passed_over, met): (Vec<Error>, Vec<Error>) =
            met.into_iter().partition(|error| draft.is_found() && error.is_no_article());
        passed_over.iter().for_each(files::pass_over);
        count -= usize::from(!passed_over.is_empty());
        failed += usize::from(met.iter().any(|error| !matches!(error, Error::Findings(_))));
        let goes_on = met.iter().any(|error| matches!(error, Error::Render(RenderError::Limit { .. })));
        errors.extend(met);
        if goes_on {
            // The template that went over its limit still runs, and would over every other draft.
            break;
        }
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
        if args.config.sandbox {
            files::refuse_links(article)?;
        }
        let config = configuration(article, args)?;
        let options = super::read_options(article, &args.read, &config);
        let bytes = files::read_within(article, options.limits.bytes)?;
        if drafts::is_sheet(&bytes) {
            let path = article.shown();
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
            let file = SourceFile { path: article, sha256: sha256(&bytes), bytes };
            let backing = match args.evidence.as_deref().map(super::evidence::backing).transpose() {
                Ok(backing) => backing,
                Err(error) => return vec![error],
            };
            let published = documents.first().and_then(|document| document.meta.published);
            let index = backing.as_ref().map(|backing| Index::of(backing, &config.rules, published));
            let mut progress = Progress::new(if several { 1 } else { documents.len() });
            let made = documents.iter().map(|document| {
                progress.next(document.part.as_deref().unwrap_or_default());
                write(&file, document, args, &config, index.as_ref())
            });
            made.filter_map(Result::err).collect()
        }
    }
}

/// A file that was read.
struct SourceFile<'a> {
    path: &'a Path,
    bytes: Vec<u8>,
    sha256: String,
}

/// Analyses one article, and writes what was asked for.
fn write(
    file: &SourceFile<'_>,
    document: &Document,
    args: &MakeArgs,
    config: &Config,
    index: Option<&Index<'_>>,
) -> Result<(), Error> {
    let article = file.path;
    files::enough(article, document.prose.len())?;
    let outputs = output::of(article, document.part.as_deref(), args, config)?;
    let options = render_options(args, config);
    let mut worksheet = worksheet(file, document, args, config, index);
    let claims = ClaimWords::of(&worksheet.analysis.claims);
    let least = args.min_priority.map(Priority::from).or(config.make.min_priority).unwrap_or(Priority::Low);
    worksheet.leave_below(least);
    let origin = outputs.sheet.as_ref().map(|place| Origin {
        min_priority: Some(least).filter(|least| *least > Priority::Low),
        ..origin(article, place, &worksheet, args)
    });
    let origin = origin.unwrap_or_default();
    let run = Run { claims: &claims, origin: &origin, restore: args.restore };
    let wanted = Wanted { origin: &origin, args, writes: outputs.writes_sheet };
    let sheet = outputs.sheet.as_ref().map(|place| SheetFile::open(place, wanted)).transpose()?;
    let sheet = sheet.map(|sheet| sheet.renewed(&mut worksheet, &run, &options, config)).transpose()?;
    let entries = sheet.as_ref().filter(|_| !outputs.others.is_empty()).map(|sheet| sheet.entries(config));
    let material = RenderContext {
        worksheet: &worksheet,
        document,
        bytes: &file.bytes,
        sheet: sheet.as_ref().map_or("", |sheet| sheet.text()),
        entries: &entries.unwrap_or_default(),
    };
    for output in &outputs.others {
        output.write(article, &material, &options, args.force)?;
    }
    let settled = sheet.as_ref().map(sheet::Renewed::settled).unwrap_or_default();
    let changes = sheet.filter(|_| outputs.writes_sheet).map(|sheet| sheet.write(article)).transpose()?.flatten();
    document.warnings.iter().for_each(|warning| files::tell(&format!("{}: {warning}", article.shown())));
    files::tell(&summary::told(&worksheet, &settled, &outputs.paths()));
    if let Some(changes) = changes {
        files::tell(&summary::changes(&changes));
    }
    let least = args.fail_on.map(Severity::from);
    fail_on(&worksheet, &settled, least)
}

/// What a sheet at `place` keeps of its draft.
fn origin(article: &Path, place: &Path, worksheet: &Worksheet, args: &MakeArgs) -> Origin {
    Origin {
        draft: files::way(place, article),
        sha256: worksheet.article.sha256.clone(),
        from: args.read.from.clone(),
        encoding: args.read.encoding.map(|encoding| encoding.name().to_owned()),
        original: args.read.original,
        part: worksheet.article.part.clone(),
        title: args.title.clone(),
        author: args.author.clone(),
        published: args.published,
        min_priority: None,
    }
}

fn configuration(article: &Path, args: &MakeArgs) -> Result<Config, Error> {
    let mut config = super::configuration::of(article, &args.config)?;
    config.rules.no_links |= args.no_links;
    config.rules.exact_words |= args.exact_words;
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
    file: &SourceFile<'_>,
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
    let mut worksheet = Worksheet::of_file(
        &files::from_here(file.path),
        (file.bytes.len() as u64, file.sha256.clone()),
        document,
        analysis,
    );
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
