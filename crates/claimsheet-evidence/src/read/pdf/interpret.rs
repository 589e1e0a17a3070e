//! Runs a page's content as far as it shows text: where each glyph stands, and what it says.

use super::Budget;
use hayro_cmap::BfString;
use hayro_font::{CMapResolverFn, Font, FontCache, FontGlyph, FontQuery, FontResolverFn};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys::{MATRIX, RESOURCES, SUBTYPE};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};
use std::sync::Arc;

/// Forms within forms.
const DEEPEST: u32 = 12;

/// Saved states; more than any page needs.
const MOST_STATES: usize = 256;

/// Thousandths of a text unit: glyph widths and the numbers in an array of shown text.
const MILLE: f64 = 1000.0;

/// A glyph on the page, in points from the page's lower left corner.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// What it says; empty where the font does not tell.
    pub(super) text: String,
    /// Where it begins.
    pub(super) x: f64,
    /// Its baseline.
    pub(super) y: f64,
    /// Where it ends.
    pub(super) end: f64,
    /// The size of its font on the page.
    pub(super) size: f64,
}

/// A matrix of six numbers, as PDF writes it.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `then`.
    #[allow(clippy::many_single_char_names)] // The letters of the matrices in ISO 32000, 8.3.4.
    fn then(self, then: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, then.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    fn origin(self) -> (f64, f64) {
        (self.0[4], self.0[5])
    }

    /// How long a unit along the baseline and one across it are.
    fn scales(self) -> (f64, f64) {
        let [a, b, c, d, ..] = self.0;
        (a.hypot(b), c.hypot(d))
    }
}

#[derive(Clone)]
struct State<'a> {
    matrix: Matrix,
    font: Option<Font<'a>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What the pages of a document share.
pub(super) struct Interpreter<'a> {
    fonts: FontCache<'a>,
    font_files: FontResolverFn,
    cmaps: CMapResolverFn,
}

struct Run<'r, 'a> {
    shared: &'r Interpreter<'a>,
    budget: &'r mut Budget,
    state: State<'a>,
    saved: Vec<State<'a>>,
    text: Matrix,
    line: Matrix,
    glyphs: Vec<Glyph>,
}

impl<'a> Interpreter<'a> {
    pub(super) fn new() -> Self {
        let standard = |query: &FontQuery| {
            Some(match query {
                FontQuery::Standard(font) => font.get_font_data(),
                FontQuery::Fallback(query) => query.pick_standard_font().get_font_data(),
            })
        };
        Self { fonts: FontCache::new(), font_files: Arc::new(standard), cmaps: Arc::new(|_| None) }
    }

    /// The glyphs of a page in the order in which they are drawn.
    pub(super) fn glyphs(&self, page: &Page<'a>, budget: &mut Budget) -> Vec<Glyph> {
        let state = State {
            matrix: Matrix(page.initial_transform(false).as_coeffs()),
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let (saved, glyphs) = (Vec::new(), Vec::new());
        let mut run =
            Run { shared: self, budget, state, saved, text: Matrix::IDENTITY, line: Matrix::IDENTITY, glyphs };
        run.content(page.typed_operations(), page.resources(), 0);
        run.glyphs
    }
}

impl<'a> Run<'_, 'a> {
    fn content(&mut self, mut operations: TypedIter<'_>, resources: &Resources<'a>, depth: u32) {
        let base = self.saved.len();
        while let Some(operation) = operations.next() {
            if !self.budget.step() {
                return;
            }
            self.graphics(&operation, resources, depth, base);
            self.text(&operation, resources);
        }
        self.saved.truncate(base);
    }

    fn graphics(&mut self, operation: &TypedInstruction<'_, '_>, resources: &Resources<'a>, depth: u32, base: usize) {
        match operation {
            TypedInstruction::SaveState(_) if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            TypedInstruction::RestoreState(_) if self.saved.len() > base => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            TypedInstruction::Transform(m) => {
                self.state.matrix = six([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5]).then(self.state.matrix);
            }
            TypedInstruction::XObject(name) if depth < DEEPEST => {
                if let Some(form) = resources.get_x_object(name.0) {
                    self.form(&form, resources, depth);
                }
            }
            _ => {}
        }
    }

    fn form(&mut self, form: &Stream<'a>, resources: &Resources<'a>, depth: u32) {
        if form.dict().get::<Name<'_>>(SUBTYPE).is_none_or(|kind| kind.as_str() != "Form") {
            return;
        }
        let Ok(content) = form.decoded_data() else { return };
        if !self.budget.bytes(content.len()) {
            return;
        }
        let own = form.dict().get::<Dict<'a>>(RESOURCES).map(Resources::new);
        let before = self.state.clone();
        if let Some(matrix) = form.dict().get::<[f32; 6]>(MATRIX) {
            self.state.matrix = Matrix(matrix.map(f64::from)).then(self.state.matrix);
        }
        self.content(TypedIter::new(&content), own.as_ref().unwrap_or(resources), depth + 1);
        self.state = before;
    }

    fn text(&mut self, operation: &TypedInstruction<'_, '_>, resources: &Resources<'a>) {
        match operation {
            TypedInstruction::BeginText(_) => self.start_at(Matrix::IDENTITY),
            TypedInstruction::CharacterSpacing(n) => self.state.spacing = n.0.as_f64(),
            TypedInstruction::WordSpacing(n) => self.state.word_spacing = n.0.as_f64(),
            TypedInstruction::HorizontalScaling(n) => self.state.stretch = n.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(n) => self.state.leading = n.0.as_f64(),
            TypedInstruction::TextRise(n) => self.state.rise = n.0.as_f64(),
            TypedInstruction::TextFont(font) => {
                self.state.size = font.1.as_f64();
                let shared = self.shared;
                let dict = resources.get_font(font.0);
                self.state.font = dict.and_then(|dict| shared.fonts.font(&dict, &shared.font_files, &shared.cmaps));
            }
            TypedInstruction::NextLine(by) => self.next_line(by.0.as_f64(), by.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(by) => {
                self.state.leading = -by.1.as_f64();
                self.next_line(by.0.as_f64(), by.1.as_f64());
            }
            TypedInstruction::SetTextMatrix(m) => self.start_at(six([&m.0, &m.1, &m.2, &m.3, &m.4, &m.5])),
            TypedInstruction::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            TypedInstruction::ShowText(text) => self.show(text.0.as_bytes()),
            TypedInstruction::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0.as_bytes());
            }
            TypedInstruction::ShowTextWithParameters(text) => {
                self.state.word_spacing = text.0.as_f64();
                self.state.spacing = text.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(text.2.as_bytes());
            }
            TypedInstruction::ShowTexts(texts) => self.show_all(texts.0),
            _ => {}
        }
    }

    fn start_at(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_at(Matrix::moved(x, y).then(self.line));
    }

    fn show_all(&mut self, texts: &Array<'_>) {
        for item in texts.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(text.as_bytes()),
                Object::Number(back) => {
                    let by = -back.as_f64() / MILLE * self.state.size * self.state.stretch;
                    self.text = Matrix::moved(by, 0.0).then(self.text);
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        let mut at = 0;
        while at < bytes.len() && self.budget.step() {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let (size, stretch) = (self.state.size, self.state.stretch);
            let wide = font.code_advance(code).x / MILLE * size;
            let between = if code == 32 && length == 1 { self.state.word_spacing } else { 0.0 };
            let place = Matrix([stretch, 0.0, 0.0, 1.0, 0.0, self.state.rise]).then(self.text).then(self.state.matrix);
            let (along, across) = place.scales();
            let (x, y) = place.origin();
            if x.is_finite() && y.is_finite() && along.is_finite() {
                let text = meaning(&font, code);
                self.glyphs.push(Glyph { text, x, y, end: x + wide * along, size: (size * across).abs() });
            }
            self.text = Matrix::moved((wide + self.state.spacing + between) * stretch, 0.0).then(self.text);
        }
    }
}

fn six(numbers: [&Number; 6]) -> Matrix {
    Matrix(numbers.map(Number::as_f64))
}

/// What a code of a font says. Bitmap fonts of old programs have no map: there the code is the letter.
fn meaning(font: &Font<'_>, code: u32) -> String {
    let (said, bitmap) = match font.glyph(font.map_code(code), code) {
        FontGlyph::Outline(glyph) => (glyph.as_unicode(), false),
        FontGlyph::Type3(glyph) => (glyph.as_unicode(), true),
    };
    match said {
        Some(BfString::Char(letter)) => opened(letter),
        Some(BfString::String(text)) => text.chars().map(opened).collect(),
        None if bitmap => {
            char::from_u32(code).filter(|letter| !letter.is_control()).map(String::from).unwrap_or_default()
        }
        None => String::new(),
    }
}

/// A letter with ligatures taken apart; nothing for signs that stand for no letter.
fn opened(letter: char) -> String {
    let apart = match letter {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        '\u{ad}' => "-",
        '\u{a0}' => " ",
        letter if letter.is_control() => "",
        letter => return letter.to_string(),
    };
    apart.to_owned()
}
