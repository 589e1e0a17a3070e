//! What a file is that was handed in, so that nobody has to say it.

use claimsheet_make::is_sheet;
use claimsheet_render::answers::answers;
use claimsheet_sheet::review_policy::ReviewPolicy;
use claimsheet_sheet::{Labels, Sheet};
use serde::Serialize;

/// What a file is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// `sheet`, `house` (a configuration), `answers` or `draft`. A commented Word document is `answers` where it
    /// has comments of ours; it may be the next version of the draft as well.
    pub kind: &'static str,
    /// Of a sheet: the name of its draft, without folders.
    pub draft: Option<String>,
    /// Of a sheet: which of the draft's articles it is of.
    pub part: Option<String>,
}

/// What a file of that name is.
pub fn recognise(name: &str, bytes: &[u8]) -> Recognised {
    let of = |kind| Recognised { kind, ..Recognised::default() };
    if is_sheet(bytes) {
        return sheet(bytes);
    }
    let lower = name.to_lowercase();
    let ends = |ending: &str| lower.rsplit_once('.').is_some_and(|(_, extension)| extension == ending);
    if ends("toml") {
        return of("house");
    }
    let may_answer = ends("xlsx") || ends("csv") || ends("json") || ends("docx");
    if may_answer && answers(bytes, &Labels::default(), &ReviewPolicy::default()).is_ok() {
        return of("answers");
    }
    of("draft")
}

fn sheet(bytes: &[u8]) -> Recognised {
    let text = String::from_utf8_lossy(bytes);
    let parsed = Sheet::parse(&text).ok();
    let (article, _) = parsed.as_ref().map(Sheet::article).unwrap_or_default();
    let origin = parsed.as_ref().and_then(Sheet::origin);
    let way = origin.map(|origin| origin.draft.replace("%25", "%")).or(article);
    let draft = way.and_then(|way| way.rsplit('/').next().map(str::to_owned));
    Recognised { kind: "sheet", draft, part: origin.and_then(|origin| origin.part.clone()) }
}
