//! Where in the XML of a draft words begin and end, and how its runs are cut there.

use claimsheet::text::span::Span;
use claimsheet_read::office::docx::{Extracted, Part, Piece, Place, Run, TextTag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A change of a part's XML: what stands in the range is replaced.
pub(super) type Edit = (Range<usize>, String);

/// What is to be put into a part: marks between runs, and a look for some words.
pub(super) struct Marks<'a> {
    xml: &'a str,
    part: &'a Part,
    /// Where each run is cut, by run and byte; in a text element, or between children.
    cuts: BTreeMap<(usize, usize), Option<TextTag>>,
    /// What is put at a byte: ends of ranges, then starts.
    points: BTreeMap<usize, (String, String)>,
    /// The bytes of each run that get the look.
    looks: BTreeMap<usize, Vec<Range<usize>>>,
}

/// A place between words: a byte, and the run that is cut there.
#[derive(Debug, Clone, Copy)]
struct Spot {
    at: usize,
    cut: Option<(usize, Option<TextTag>)>,
}

impl<'a> Marks<'a> {
    pub(super) const fn new(xml: &'a str, part: &'a Part) -> Self {
        Self { xml, part, cuts: BTreeMap::new(), points: BTreeMap::new(), looks: BTreeMap::new() }
    }

    fn run(&self, index: usize) -> Option<&'a Run> {
        self.part.runs.list.get(index)
    }

    /// The pieces that share a byte of the prose with `span`.
    fn pieces(&self, span: Span) -> &'a [Piece] {
        let pieces = &self.part.runs.pieces;
        let range = span.range();
        let first = pieces.partition_point(|piece| piece.text.end <= range.start);
        let last = pieces.partition_point(|piece| piece.text.start < range.end);
        pieces.get(first..last).unwrap_or(&[])
    }

    /// Puts `begins` before the words at `span` and `ends` behind them; whether they are in the part.
    pub(super) fn enclose(&mut self, span: Span, begins: &str, ends: &str) -> bool {
        let pieces = self.pieces(span);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return false };
        let start = self.outermost(first).unwrap_or_else(|| self.start(first, span.range().start));
        let end = self.outermost_end(last).unwrap_or_else(|| self.end(last, span.range().end));
        self.put(start, "", begins);
        self.put(end, ends, "");
        true
    }

    /// Puts both marks around a run.
    pub(super) fn enclose_run(&mut self, run: usize, begins: &str, ends: &str) {
        let Some(run) = self.run(run) else { return };
        let outer = run.outer.and_then(|outer| self.run(outer)).unwrap_or(run);
        self.put(Spot { at: outer.start, cut: None }, "", begins);
        self.put(Spot { at: outer.end, cut: None }, ends, "");
    }

    fn put(&mut self, spot: Spot, ends: &str, begins: &str) {
        if let Some((run, tag)) = spot.cut {
            self.cuts.insert((run, spot.at), tag);
        }
        let here = self.points.entry(spot.at).or_default();
        here.0.push_str(ends);
        here.1.push_str(begins);
    }

    /// A comment cannot stand in a text box: it goes before what holds the box.
    fn outermost(&self, piece: &Piece) -> Option<Spot> {
        let outer = self.run(self.outer(piece)?)?;
        Some(Spot { at: outer.start, cut: None })
    }

    fn outermost_end(&self, piece: &Piece) -> Option<Spot> {
        let outer = self.run(self.outer(piece)?)?;
        Some(Spot { at: outer.end, cut: None })
    }

    fn outer(&self, piece: &Piece) -> Option<usize> {
        match piece.place {
            Place::Text(run, _) | Place::Child(run) => self.run(run)?.outer,
            Place::Apart(apart) => self.part.runs.apart.get(apart)?.outer,
        }
    }

    /// The place before the byte `at` of the prose in a piece.
    fn start(&self, piece: &Piece, at: usize) -> Spot {
        let within = if piece.whole { 0 } else { at.saturating_sub(piece.text.start) };
        let (run, tag) = match piece.place {
            Place::Apart(apart) => {
                let at = self.part.runs.apart.get(apart).map_or(piece.xml.start, |apart| apart.start);
                return Spot { at, cut: None };
            }
            Place::Text(run, tag) => (run, Some(tag)),
            Place::Child(run) => (run, None),
        };
        let at = piece.xml.start + within;
        let before = self.run(run).and_then(|run| self.xml.get(run.content..at)).unwrap_or("-");
        match self.run(run) {
            Some(run) if is_tag_or_nothing(before) => Spot { at: run.start, cut: None },
            _ => Spot { at, cut: Some((run, tag)) },
        }
    }

    /// The place behind the byte before `at` of the prose in a piece.
    fn end(&self, piece: &Piece, at: usize) -> Spot {
        let within = if piece.whole || at >= piece.text.end { piece.xml.len() } else { at - piece.text.start };
        let (run, tag) = match piece.place {
            Place::Apart(apart) => {
                let at = self.part.runs.apart.get(apart).map_or(piece.xml.end, |apart| apart.end);
                return Spot { at, cut: None };
            }
            Place::Text(run, tag) => (run, Some(tag)),
            Place::Child(run) => (run, None),
        };
        let at = piece.xml.start + within;
        let behind = self.run(run).and_then(|run| self.xml.get(at..run.end)).unwrap_or("-");
        match self.run(run) {
            Some(run) if are_ends(behind) => Spot { at: run.end, cut: None },
            _ => Spot { at, cut: Some((run, tag)) },
        }
    }

    /// Gives the words at `span` the look of a fact.
    pub(super) fn highlight(&mut self, span: Span) {
        for piece in self.pieces(span) {
            let Place::Text(index, _) = piece.place else { continue };
            let Some(run) = self.run(index) else { continue };
            let (start, end) = (self.start(piece, span.range().start), self.end(piece, span.range().end));
            for spot in [start, end] {
                if let Some((run, tag)) = spot.cut {
                    self.cuts.insert((run, spot.at), tag);
                }
            }
            self.looks.entry(index).or_default().push(start.at.max(run.content)..end.at.min(run.end));
        }
    }

    /// The changes that put all of it into the part.
    pub(super) fn edits(&self) -> Vec<Edit> {
        let mut edits: Vec<Edit> = Vec::new();
        let cuts: BTreeSet<usize> = self.cuts.keys().map(|(_, at)| *at).collect();
        for (at, (ends, begins)) in &self.points {
            if !cuts.contains(at) {
                edits.push((*at..*at, format!("{ends}{begins}")));
            }
        }
        let mut runs: Vec<usize> = self.cuts.keys().map(|(run, _)| *run).chain(self.looks.keys().copied()).collect();
        runs.sort_unstable();
        runs.dedup();
        let mut preserved = BTreeSet::new();
        for run in runs {
            self.edit_run(run, &mut preserved, &mut edits);
        }
        if preserved.is_empty() {
            return edits;
        }
        for (tag, range) in self.texts() {
            if preserved.contains(&tag) {
                edits.push((tag - 1..tag - 1, " xml:space=\"preserve\"".to_owned()));
                edits.extend(self.space(tag).into_iter().map(|space| (space, String::new())));
                edits.extend(self.space(range.end).into_iter().map(|space| (space, String::new())));
            }
        }
        edits
    }

    /// The bytes of the words in each text element, by where the element's tag ends.
    fn texts(&self) -> BTreeMap<usize, Range<usize>> {
        let mut texts: BTreeMap<usize, Range<usize>> = BTreeMap::new();
        for piece in &self.part.runs.pieces {
            if let Place::Text(_, tag) = piece.place {
                let range = texts.entry(tag.end).or_insert_with(|| piece.xml.clone());
                *range = range.start.min(piece.xml.start)..range.end.max(piece.xml.end);
            }
        }
        texts
    }

    /// The white space from the byte `at` on, which counts for nothing until the element says that
    /// all white space in it counts; comments may stand in it.
    fn space(&self, mut at: usize) -> Vec<Range<usize>> {
        let mut spaces = Vec::new();
        while let Some(rest) = self.xml.get(at..) {
            let space = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let end = |mark: &str, end: &str| Some(rest.strip_prefix(mark)?.find(end)? + mark.len() + end.len());
            if space > 0 {
                spaces.push(at..at + space);
                at += space;
            } else if let Some(passed) = end("<!--", "-->").or_else(|| end("<?", "?>")) {
                at += passed;
            } else {
                break;
            }
        }
        spaces
    }

    /// Cuts one run, and gives its pieces their looks; `preserved` are the ends of the tags whose
    /// white space counts from now on.
    fn edit_run(&self, index: usize, preserved: &mut BTreeSet<usize>, edits: &mut Vec<Edit>) {
        let Some(run) = self.run(index) else { return };
        let looks = self.looks.get(&index).map_or(&[][..], Vec::as_slice);
        let looks_at = |at: usize| looks.iter().any(|look| look.contains(&at));
        let properties = run.properties.clone().and_then(|range| self.xml.get(range)).unwrap_or("");
        if looks_at(run.content) {
            let range = run.properties.clone().unwrap_or(run.content..run.content);
            edits.push((range, highlighted(properties)));
        }
        let opening = self.xml.get(run.start..run.properties.as_ref().map_or(run.content, |range| range.start));
        for ((_, at), tag) in self.cuts.range((index, 0)..(index + 1, 0)) {
            let (ends, begins) = self.points.get(at).cloned().unwrap_or_default();
            let (close, open) = match tag {
                Some(tag) => {
                    if !tag.preserves {
                        preserved.insert(tag.end);
                    }
                    (format!("</w:{}>", tag.local), format!("<w:{} xml:space=\"preserve\">", tag.local))
                }
                None => (String::new(), String::new()),
            };
            let properties = if looks_at(*at) { highlighted(properties) } else { properties.to_owned() };
            let cut = format!("{close}</w:r>{ends}{begins}{}{properties}{open}", opening.unwrap_or("<w:r>"));
            edits.push((*at..*at, cut));
        }
    }
}

/// Marks on words that stand in a note: around what refers to it.
pub(super) fn anchor(extracted: &Extracted, span: Span) -> Option<usize> {
    extracted.notes.iter().find_map(|part| {
        let pieces = &part.runs.pieces;
        let first = pieces.get(pieces.partition_point(|piece| piece.text.end <= span.range().start))?;
        let shares = first.text.start < span.range().end;
        part.anchors.get(&first.paragraph).copied().filter(|_| shares)
    })
}

/// Nothing, or the start of one element.
fn is_tag_or_nothing(xml: &str) -> bool {
    let xml = xml.trim();
    xml.is_empty()
        || xml.starts_with('<') && xml.ends_with('>') && !xml.ends_with("/>") && xml.matches('<').count() == 1
}

/// Nothing but ends of elements.
fn are_ends(xml: &str) -> bool {
    xml.split_inclusive('>').all(|tag| tag.trim_start().starts_with("</"))
}

/// Properties of a run that Word wants behind the highlight.
const BEHIND: &[&str] = &[
    "<w:u ",
    "<w:u/",
    "<w:effect",
    "<w:bdr",
    "<w:shd",
    "<w:fitText",
    "<w:vertAlign",
    "<w:rtl",
    "<w:cs/",
    "<w:cs ",
    "<w:em ",
    "<w:lang",
    "<w:eastAsianLayout",
    "<w:specVanish",
    "<w:oMath",
    "<w:rPrChange",
    "</w:rPr>",
];

/// The properties with a highlight; those that have one keep it.
fn highlighted(properties: &str) -> String {
    const LOOK: &str = "<w:highlight w:val=\"yellow\"/>";
    if properties.contains("<w:highlight") {
        return properties.to_owned();
    }
    if properties.is_empty() || properties.trim_end().ends_with("/>") && properties.matches('<').count() == 1 {
        return format!("<w:rPr>{LOOK}</w:rPr>");
    }
    let at = BEHIND.iter().filter_map(|tag| properties.find(tag)).min().unwrap_or(properties.len());
    let (before, behind) = properties.split_at(at);
    format!("{before}{LOOK}{behind}")
}

/// The text with all changes made; of those at one place the first goes first.
pub(super) fn applied(xml: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut out = String::with_capacity(xml.len() + edits.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut at = 0;
    for (range, text) in edits {
        out.push_str(xml.get(at..range.start.max(at)).unwrap_or(""));
        out.push_str(&text);
        at = range.end.max(at);
    }
    out.push_str(xml.get(at..).unwrap_or(""));
    out
}
