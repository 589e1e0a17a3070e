//! `claimsheet make`: from an article to its worksheet.

use crate::arguments::MakeArgs;
use crate::arguments::choice::SeverityChoice;
use crate::error::Error;
use crate::files::{self, Shown as _};
use crate::progress::Progress;
use claimsheet::claim::{EvidenceStatus, Severity};
use claimsheet::text::document::Document;
use claimsheet_config::Config;
use claimsheet_evidence::Index;
use claimsheet_make::{Analysed, Renewed, Request, SourceFile, is_sheet};
use claimsheet_render::{RenderContext, RenderError};
use claimsheet_sheet::worksheet::{Worksheet, sha256};
use claimsheet_sheet::{Sheet, Ticked};
use claimsheet_stream::Budget;
use drafts::Draft;
use files::Told;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use sheet::{SheetFile, Wanted};
use std::path::Path;

mod backing;
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

/// Drafts for each core whose messages are held at one time.
const FOR_A_CORE: usize = 16;

/// Text that is worked on at one time, in bytes: that of the longest draft that is read without being asked to.
static AT_WORK: Budget = Budget::new(8 << 20);

/// Makes the drafts, several at one time, and gives what went wrong, with the `errors` met before. What is told comes
/// in the order of the drafts.
fn make_each(drafts: &[Draft], mut errors: Vec<Error>, args: &MakeArgs) -> Vec<Error> {
    let pool = match pool(drafts, args) {
        Ok(pool) => pool,
        Err(error) => return vec![Error::Usage(format!("{error}; fewer --jobs may do"))],
    };
    let (mut count, mut failed) = (drafts.len() + errors.len(), errors.len());
    let mut progress = Progress::new(drafts.len());
    let made = |draft: &Draft| files::held(|| of_draft(draft, args, drafts.len() > 1));
    let at_once = pool.as_ref().map_or(1, |pool| FOR_A_CORE * pool.current_num_threads());
    'drafts: for batch in drafts.chunks(at_once) {
        let on_all = |pool: &ThreadPool| -> Vec<(Vec<Error>, Vec<Told>)> {
            pool.install(|| batch.par_iter().with_max_len(1).map(made).collect())
        };
        let mut all = pool.as_ref().map(on_all).unwrap_or_default().into_iter();
        for draft in batch {
            progress.next(&draft.path.shown());
            let (met, told) = all.next().unwrap_or_else(|| (of_draft(draft, args, drafts.len() > 1), Vec::new()));
            files::tell_held(told);
            let (passed_over, met): (Vec<Error>, Vec<Error>) =
                met.into_iter().partition(|error| draft.is_found() && error.is_no_article());
            passed_over.iter().for_each(files::pass_over);
            count -= usize::from(!passed_over.is_empty());
            failed += usize::from(met.iter().any(|error| !matches!(error, Error::Findings(_))));
            let goes_on = met.iter().any(|error| matches!(error, Error::Render(RenderError::Limit { .. })));
            errors.extend(met);
            if goes_on {
                // The template that went over its limit still runs, and would over every other draft.
                break 'drafts;
            }
        }
    }
    drop(progress);
    if failed > 0 && drafts.iter().any(Draft::is_found) {
        files::tell(&format!("{failed} of {count} drafts gave no sheet:"));
    }
    errors
}

/// The threads that make drafts; none where they are made one after the other. `--reset` asks about each, with
/// `--evidence` the drafts of a folder share what is kept of the documents, and a template that goes over its limit
/// stops the drafts behind.
fn pool(drafts: &[Draft], args: &MakeArgs) -> Result<Option<ThreadPool>, ThreadPoolBuildError> {
    let is_one = drafts.len() < 2 || args.reset.is_some() || args.evidence.is_some() || args.templates.is_some();
    if is_one || args.jobs == Some(1) {
        return Ok(None);
    }
    let jobs = args.jobs.map_or(0, |jobs| jobs.min(drafts.len()));
    // As deep as the first thread of a program.
    ThreadPoolBuilder::new().num_threads(jobs).stack_size(8 << 20).build().map(Some)
}

fn of_draft(draft: &Draft, args: &MakeArgs, several: bool) -> Vec<Error> {
    draft.args(args).map_or_else(|error| vec![error], |args| make(&draft.path, &args, several))
}

/// Reads the articles in one file, and writes what was asked for of each.
///
/// The articles of one file count as drafts do, unless it is one of `several`.
fn make(article: &Path, args: &MakeArgs, several: bool) -> Vec<Error> {
    let request = args.request();
    let read = || {
        if args.config.sandbox {
            files::refuse_links(article)?;
        }
        let config = request.configured(super::configuration::of(article, &args.config)?);
        let limits = config.make.limits(request.reading.max_bytes, request.reading.max_depth);
        let bytes = files::read_within(article, limits.bytes)?;
        if is_sheet(&bytes) {
            let path = article.shown();
            return Err(Error::Usage(format!("{path}: this is a sheet that claimsheet wrote; name the draft instead")));
        }
        let read = request.read(super::name(article), &bytes, &config);
        let documents = read.map_err(|error| Error::Article(article.to_owned(), error))?;
        Ok((config, bytes, documents))
    };
    match read() {
        Err(error) => vec![error],
        Ok((config, bytes, mut documents)) => {
            let (path, sha256) = (files::from_here(article), sha256(&bytes));
            let file = SourceFile { path: &path, bytes: &bytes, sha256: &sha256 };
            if args.evidence.is_some() {
                // Days of the documents are compared with days that the draft counts from its own.
                for document in &mut documents {
                    let dateline = || claimsheet_evidence::dateline(document, &config.rules);
                    document.meta.published = document.meta.published.or_else(dateline);
                }
            }
            let published = documents.first().and_then(|document| document.meta.published);
            let read = match backing::read(article, args, &config, published) {
                Ok(read) => read,
                Err(error) => return vec![error],
            };
            let (backing, sentences) = read.unzip();
            let index = backing.as_ref().zip(sentences).map(|(backing, sentences)| sentences.index(backing));
            let run = Run { article, args, request: &request, config: &config, index: index.as_ref() };
            let mut progress = Progress::new(if several { 1 } else { documents.len() });
            let made = documents.iter().map(|document| {
                progress.next(document.part.as_deref().unwrap_or_default());
                write(&file, document, &run)
            });
            made.filter_map(Result::err).collect()
        }
    }
}

/// What is asked for of a file.
struct Run<'a> {
    article: &'a Path,
    args: &'a MakeArgs,
    request: &'a Request,
    config: &'a Config,
    index: Option<&'a Index<'a>>,
}

/// Analyses one article, and writes what was asked for.
fn write(file: &SourceFile<'_>, document: &Document, run: &Run<'_>) -> Result<(), Error> {
    let Run { article, args, request, config, index } = *run;
    let _held = AT_WORK.take(document.prose.len());
    files::enough(article, document.prose.len())?;
    let outputs = output::of(article, document.part.as_deref(), args, config)?;
    let folder = args.templates.as_deref().or(config.make.templates.as_deref());
    let options = request.render_options(config, files::templates(folder)?);
    let mut analysed = Analysed::of(file, document, request, config, index);
    let origin = outputs.sheet.as_ref().map(|place| analysed.origin(files::way(place, article), request));
    let origin = origin.unwrap_or_default();
    let wanted = Wanted { origin: &origin, args, writes: outputs.writes_sheet };
    let mut place = outputs.sheet.as_ref().map(|place| SheetFile::open(place, wanted)).transpose()?;
    let old = place.as_mut().and_then(SheetFile::take_old);
    let loses_backing = index.is_none() && old.as_ref().is_some_and(Sheet::is_backed);
    let renewed = place.as_mut().map(|place| {
        let renewed = analysed.renewed(old, &origin, request, &options, config);
        renewed.map_err(|error| place.wrong(error))
    });
    let renewed = renewed.transpose()?;
    let entries = renewed.as_ref().filter(|_| !outputs.others.is_empty()).map(|sheet| sheet.entries(&config.labels));
    let material = RenderContext {
        worksheet: &analysed.worksheet,
        document,
        bytes: file.bytes,
        sheet: renewed.as_ref().map_or("", Renewed::text),
        entries: &entries.unwrap_or_default().into(),
    };
    let like: Vec<&Path> = std::iter::once(article).chain(outputs.sheet.as_deref()).collect();
    for output in &outputs.others {
        output.write(&like, &material, &options, args.force)?;
    }
    let settled = renewed.as_ref().map(Renewed::settled).unwrap_or_default();
    let written = renewed.as_ref().filter(|_| outputs.writes_sheet);
    if let Some((place, renewed)) = place.zip(written) {
        place.write(renewed, article)?;
    }
    let part = document.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
    document.warnings.iter().for_each(|warning| files::tell(&format!("{}{part}: {warning}", article.shown())));
    files::tell(&summary::told(&analysed.worksheet, &settled, &outputs.paths()));
    if let Some(changes) = written.and_then(Renewed::changes) {
        files::tell(&claimsheet_make::summary::changes(changes));
    }
    if loses_backing && written.is_some() {
        let advice = "name the documents again with --evidence FOLDER";
        files::tell(&format!("{}: the lines on the documents were taken out of the sheet; {advice}", article.shown()));
    }
    let least = args.fail_on.and_then(SeverityChoice::severity);
    fail_on(&analysed.worksheet, &settled, least)?;
    if matches!(args.fail_on, Some(SeverityChoice::Differs)) {
        fail_on_differences(&analysed.worksheet)
    } else {
        Ok(())
    }
}

/// Tells where the documents say something else than the draft, as `file:line: what`, and gives an error where any
/// do.
fn fail_on_differences(worksheet: &Worksheet) -> Result<(), Error> {
    let facts = worksheet.analysis.claims.iter().flat_map(|claim| claim.facts.iter().map(move |fact| (claim, fact)));
    let mut count = 0;
    for (claim, fact) in facts {
        let Some(evidence) = fact.evidence.as_ref().filter(|one| one.status == EvidenceStatus::Differs) else {
            continue;
        };
        count += 1;
        files::tell(&format!("{}:{}: \"{}\" {}", worksheet.article.path, claim.line, fact.text, evidence.line()));
    }
    if count == 0 { Ok(()) } else { Err(Error::Findings(count)) }
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
