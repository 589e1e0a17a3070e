//! A draft in Word with our comments and highlights: all else of it stays byte for byte.

use super::comment;
use super::parts::{self, Links};
use crate::docx::comment_text::Remark;
use crate::docx::previous_comments::Comments;
use crate::docx::run_splitter::{Edit, Marks, anchor, applied};
use crate::{RenderContext, RenderError};
use claimsheet::text::span::Span;
use claimsheet_read::ReadOptions;
use claimsheet_read::office::docx::{Extracted, extract};
use claimsheet_read::package::{self, Package, PackageError, Packer, Relation, escaped, relations};

/// Limits of a file that was read within its limits already.
const LIMITS: package::Limits = package::Limits { bytes: u32::MAX as u64, depth: 512 };

const TYPES: &str = "[Content_Types].xml";

/// Writes the draft with `remarks` as comments and `facts` highlighted.
pub(super) fn write(material: &RenderContext<'_>, remarks: &[Remark], facts: &[Span]) -> Result<Vec<u8>, RenderError> {
    let extracted = as_it_was_read(material)?;
    let failed = |error: PackageError| RenderError::Data(error.to_string());
    let mut package = Package::open(material.bytes, LIMITS).map_err(failed)?;
    let main = extracted.main.name.clone();
    let xml = package.needed(&main).map_err(failed)?;
    let is_strict = head(&xml).contains("http://purl.oclc.org/ooxml/wordprocessingml/main");
    if !head(&xml).contains("xmlns:w=") {
        return Err(RenderError::Data(
            "the draft's XML is written in a way that comments cannot be put into; open it in Word or LibreOffice, and save it anew".to_owned(),
        ));
    }
    let mut parts = Parts { changed: Vec::new(), package: &mut package };
    comments_into(&mut parts, &extracted, &xml, remarks, facts, is_strict).map_err(failed)?;
    parts.packed().map_err(failed)
}

/// The beginning of a part, in which its namespaces are.
fn head(xml: &str) -> &str {
    let root = xml.find("document").unwrap_or(0);
    xml.get(root..).and_then(|rest| rest.split('>').next()).unwrap_or("")
}

/// The draft read again with the way back to its XML; its changes followed or not, as it was read.
fn as_it_was_read(material: &RenderContext<'_>) -> Result<Extracted, RenderError> {
    for original in [false, true] {
        let limits = claimsheet_read::Limits {
            depth: LIMITS.depth,
            ..claimsheet_read::Limits::default().with_bytes(LIMITS.bytes)
        };
        let options = ReadOptions { original, limits, ..ReadOptions::default() };
        let extracted = extract(material.bytes, &options).map_err(|error| RenderError::Data(error.to_string()))?;
        if extracted.document.prose == material.document.prose {
            return Ok(extracted);
        }
    }
    Err(RenderError::Data("the draft changed while it was read; run again".to_owned()))
}

/// The parts of a package that change.
struct Parts<'p, 'a> {
    changed: Vec<(String, String)>,
    package: &'p mut Package<'a>,
}

impl Parts<'_, '_> {
    /// The text of a part as it is now.
    fn text(&mut self, name: &str) -> Result<Option<String>, PackageError> {
        match self.changed.iter().find(|(changed, _)| changed == name) {
            Some((_, text)) => Ok(Some(text.clone())),
            None => self.package.text(name),
        }
    }

    fn set(&mut self, name: &str, text: String) {
        self.changed.retain(|(changed, _)| changed != name);
        self.changed.push((name.to_owned(), text));
    }

    fn edit(&mut self, name: &str, edits: Vec<Edit>) -> Result<(), PackageError> {
        if let Some(text) = self.text(name)?.filter(|_| !edits.is_empty()) {
            self.set(name, applied(&text, edits));
        }
        Ok(())
    }

    fn packed(self) -> Result<Vec<u8>, PackageError> {
        let names: Vec<&str> = self.changed.iter().map(|(name, _)| name.as_str()).collect();
        let mut packer = Packer::default();
        packer.add_all(self.package, &names)?;
        for (name, text) in &self.changed {
            packer.add(name, text.as_bytes())?;
        }
        packer.finish()
    }
}

fn comments_into(
    parts: &mut Parts<'_, '_>,
    extracted: &Extracted,
    xml: &str,
    remarks: &[Remark],
    facts: &[Span],
    is_strict: bool,
) -> Result<(), PackageError> {
    let main = extracted.main.name.as_str();
    let related = relations(parts.package, main)?;
    let part_of =
        |kind: &str| related.iter().find(|one| one.kind == kind && !one.external).map(|one| one.target.clone());
    let comments_part = part_of("comments");
    let mut known = Comments::default();
    if let Some(name) = &comments_part
        && let Some(text) = parts.text(name)?
    {
        known = Comments::read(name, &text, LIMITS)?;
        if let Some(more) = part_of("commentsExtended")
            && let Some(text) = parts.text(&more)?
        {
            known.keep_answered(&more, &text, LIMITS)?;
        }
        parts.edit(name, known.edits())?;
        for kind in ["commentsExtended", "commentsIds"] {
            if let Some(more) = part_of(kind)
                && let Some(text) = parts.text(&more)?
            {
                parts.edit(&more, known.edits_of_more(&more, &text, LIMITS)?)?;
            }
        }
    }

    let mut marks = Marks::new(xml, &extracted.main);
    for (number, remark) in (known.next..).zip(remarks) {
        let (begins, ends) = (comment::begins(number), comment::ends(number));
        if !marks.enclose(remark.span, &begins, &ends)
            && let Some(run) = anchor(extracted, remark.span)
        {
            marks.enclose_run(run, &begins, &ends);
        }
    }
    for fact in facts {
        marks.highlight(*fact);
    }
    let mut edits = known.edits_of_text(xml, &extracted.main);
    edits.extend(marks.edits());
    parts.set(main, applied(xml, edits));
    for part in &extracted.notes {
        let Some(text) = parts.text(&part.name)? else { continue };
        let mut marks = Marks::new(&text, part);
        for fact in facts {
            marks.highlight(*fact);
        }
        let edits = marks.edits();
        parts.edit(&part.name, edits)?;
    }
    add_comments(parts, main, &related, comments_part.as_deref(), remarks, known.next, is_strict)
}

/// Puts the comments into their part, which is made where there is none.
fn add_comments(
    parts: &mut Parts<'_, '_>,
    main: &str,
    related: &[Relation],
    part: Option<&str>,
    remarks: &[Remark],
    first: u64,
    is_strict: bool,
) -> Result<(), PackageError> {
    let (namespaces, relation) = if is_strict {
        (parts::STRICT_NAMESPACES, parts::STRICT_RELATION)
    } else {
        (parts::NAMESPACES, parts::RELATION)
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let in_folder = |file: &str| if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") };
    let name = part.map_or_else(|| free_name(parts.package, &in_folder("comments")), str::to_owned);
    let linked = relations(parts.package, &name)?;
    let mut links = Links::new(&free_prefix(&linked));
    let comments = comment::comments(remarks, first, namespaces, &mut links);
    if let Some(text) = parts.text(&name)?.filter(|_| part.is_some()) {
        parts.set(&name, with_inner(&text, &comments));
    } else {
        parts.set(&name, format!("{}<w:comments {namespaces}>{comments}</w:comments>", parts::DECLARATION));
        let kind = format!("<Override PartName=\"/{}\" ContentType=\"{}\"/>", escaped(&name), parts::COMMENTS_TYPE);
        let types = parts.text(TYPES)?.ok_or_else(|| PackageError::Missing(TYPES.to_owned()))?;
        parts.set(TYPES, with_inner(&types, &kind));
        let id = free_prefix(related);
        // Beside the text, so the name of the file leads to it.
        let file = escaped(name.rsplit('/').next().unwrap_or(&name));
        let element = format!("<Relationship Id=\"{id}0\" Type=\"{relation}comments\" Target=\"{file}\"/>");
        add_relations(parts, main, &element)?;
    }
    add_relations(parts, &name, &links.relations(relation))
}

/// Adds relations to a part.
fn add_relations(parts: &mut Parts<'_, '_>, part: &str, elements: &str) -> Result<(), PackageError> {
    if elements.is_empty() {
        return Ok(());
    }
    let name = match part.rsplit_once('/') {
        Some((folder, file)) => format!("{folder}/_rels/{file}.rels"),
        None => format!("_rels/{part}.rels"),
    };
    let text = parts.text(&name)?.map_or_else(|| parts::relationships(elements), |text| with_inner(&text, elements));
    parts.set(&name, text);
    Ok(())
}

/// Elements put at the end of a root element.
fn with_inner(xml: &str, elements: &str) -> String {
    let xml = xml.trim_end();
    if let Some(open) = xml.strip_suffix("/>") {
        let name = open.rsplit('<').next().and_then(|tag| tag.split_whitespace().next()).unwrap_or("");
        return format!("{open}>{elements}</{name}>");
    }
    let at = xml.rfind("</").unwrap_or(xml.len());
    let (before, end) = xml.split_at(at);
    format!("{before}{elements}{end}")
}

/// The beginning of ids that no relation has.
fn free_prefix(related: &[Relation]) -> String {
    let taken = |prefix: &str| related.iter().any(|one| one.id.starts_with(prefix));
    let mut prefix = "claimsheet".to_owned();
    while taken(&prefix) {
        prefix.push('_');
    }
    prefix
}

/// The name of a part that is not there.
fn free_name(package: &Package<'_>, stem: &str) -> String {
    let names = std::iter::once(format!("{stem}.xml")).chain((1..).map(|number| format!("{stem}{number}.xml")));
    names.into_iter().find(|name| !package.has(name)).unwrap_or_default()
}
