//! The parts that every Word document of ours has.

use claimsheet_read::package::{PackageError, escaped, pack};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The namespaces of Word and of relations, as Word and `LibreOffice` write them.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The same in documents that Word saved as "strict".
pub(super) const STRICT_NAMESPACES: &str = "xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"";

/// How each part begins.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The beginning of the types of relations; the kind follows.
pub(super) const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The same in "strict" documents.
pub(super) const STRICT_RELATION: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/";

/// The type of a part of comments.
pub(super) const COMMENTS_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

const STYLES: &str = include_str!("styles.xml");
const NUMBERING: &str = include_str!("numbering.xml");

/// Relations to addresses outside, each once.
#[derive(Debug, Default)]
pub(super) struct Links {
    ids: BTreeMap<String, String>,
    /// In the order in which they were asked for.
    order: Vec<(String, String)>,
    prefix: String,
}

impl Links {
    /// Ids begin with `prefix`.
    pub(super) fn new(prefix: &str) -> Self {
        Self { prefix: prefix.to_owned(), ..Self::default() }
    }

    /// The id of the relation to `url`; none for an address that Word would refuse.
    pub(super) fn id(&mut self, url: &str) -> Option<String> {
        let target = address(url)?;
        if let Some(id) = self.ids.get(&target) {
            return Some(id.clone());
        }
        let id = format!("{}{}", self.prefix, self.order.len() + 1);
        self.order.push((id.clone(), target.clone()));
        self.ids.insert(target, id.clone());
        Some(id)
    }

    /// The relations as elements.
    pub(super) fn relations(&self, kind: &str) -> String {
        let one = |(id, target): &(String, String)| {
            format!(
                "<Relationship Id=\"{id}\" Type=\"{kind}hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
                escaped(target)
            )
        };
        self.order.iter().map(one).collect()
    }
}

/// An address in which no sign stands that Word refuses; none for one without a site.
fn address(url: &str) -> Option<String> {
    let url = url.trim();
    let known = ["https://", "http://", "mailto:", "ftp://"].iter().find(|scheme| url.starts_with(**scheme))?;
    let rest = url.get(known.len()..)?;
    if rest.is_empty() || rest.starts_with(['/', '?', '#', ':', '[']) {
        return None;
    }
    let mut out = (*known).to_owned();
    for byte in rest.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}[]".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Some(out)
}

/// A part of relations.
pub(super) fn relationships(inner: &str) -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inner}</Relationships>"
    )
}

/// What a document is made of.
#[derive(Debug, Default)]
pub(super) struct Whole {
    /// What stands in `w:body`.
    pub(super) body: String,
    /// The elements `w:footnote`.
    pub(super) footnotes: String,
    /// What stands at the foot of each page: the paragraphs of `w:ftr`; empty where nothing does.
    pub(super) footer: String,
    /// The elements `w:comment`.
    pub(super) comments: String,
    /// What the body, the notes and the comments link to.
    pub(super) links: Links,
    pub(super) note_links: Links,
    pub(super) comment_links: Links,
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<chrono::NaiveDate>,
}

impl Whole {
    /// The bytes of the document.
    pub(super) fn packed(&self) -> Result<Vec<u8>, PackageError> {
        let root = |name: &str, inner: &str| format!("{DECLARATION}<w:{name} {NAMESPACES}>{inner}</w:{name}>");
        let document = root("document", &format!("<w:body>{}</w:body>", self.body));
        let separators = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";
        let footnotes = root("footnotes", &format!("{separators}{}", self.footnotes));
        let comments = root("comments", &self.comments);
        let has_footer = !self.footer.is_empty();
        let mut parts: Vec<(&str, String)> = vec![
            ("[Content_Types].xml", types(has_footer)),
            ("_rels/.rels", package_relations()),
            ("docProps/core.xml", self.core()),
            ("docProps/custom.xml", self.custom()),
            ("word/document.xml", document),
            (
                "word/_rels/document.xml.rels",
                relationships(&format!("{}{}", document_relations(has_footer), self.links.relations(RELATION))),
            ),
            ("word/styles.xml", STYLES.to_owned()),
            ("word/numbering.xml", NUMBERING.to_owned()),
            ("word/settings.xml", root("settings", SETTINGS)),
            ("word/footnotes.xml", footnotes),
            ("word/_rels/footnotes.xml.rels", relationships(&self.note_links.relations(RELATION))),
            ("word/comments.xml", comments),
            ("word/_rels/comments.xml.rels", relationships(&self.comment_links.relations(RELATION))),
        ];
        if has_footer {
            parts.push(("word/footer.xml", root("ftr", &self.footer)));
        }
        pack(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
    }

    /// Title and author; no day on which it was made, so that the same draft gives the same bytes.
    fn core(&self) -> String {
        let element = |name: &str, text: &Option<String>| {
            text.as_ref().map_or_else(String::new, |text| format!("<dc:{name}>{}</dc:{name}>", escaped(text)))
        };
        format!(
            "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{}{}</cp:coreProperties>",
            element("title", &self.title),
            element("creator", &self.author)
        )
    }

    /// The day of publication, where it is known.
    fn custom(&self) -> String {
        let published = self.published.map_or_else(String::new, |day| {
            format!("<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"Publication date\"><vt:lpwstr>{day}</vt:lpwstr></property>")
        });
        format!(
            "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">{published}</Properties>"
        )
    }
}

const SETTINGS: &str = "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>";

fn types(has_footer: bool) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut parts = vec![
        ("word/document.xml", format!("{word}.document.main+xml")),
        ("word/styles.xml", format!("{word}.styles+xml")),
        ("word/numbering.xml", format!("{word}.numbering+xml")),
        ("word/settings.xml", format!("{word}.settings+xml")),
        ("word/footnotes.xml", format!("{word}.footnotes+xml")),
        ("word/comments.xml", COMMENTS_TYPE.to_owned()),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        ("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml".to_owned()),
    ];
    if has_footer {
        parts.push(("word/footer.xml", format!("{word}.footer+xml")));
    }
    let part = |(name, kind): &(&str, String)| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    let overrides = parts.iter().map(part).collect::<Vec<_>>().concat();
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{overrides}</Types>"
    )
}

fn package_relations() -> String {
    relationships(&format!(
        "<Relationship Id=\"rId1\" Type=\"{RELATION}officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/><Relationship Id=\"rId3\" Type=\"{RELATION}custom-properties\" Target=\"docProps/custom.xml\"/>"
    ))
}

fn document_relations(has_footer: bool) -> String {
    let mut kinds = vec!["styles", "numbering", "settings", "footnotes", "comments"];
    kinds.extend(has_footer.then_some("footer"));
    let relation = |kind| format!("<Relationship Id=\"{kind}\" Type=\"{RELATION}{kind}\" Target=\"{kind}.xml\"/>");
    kinds.into_iter().map(relation).collect()
}
