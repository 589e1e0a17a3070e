//! From HTML to its elements, by html5gum's tokens.
//!
//! Of the rules by which browsers build a page, those are kept that decide which words stand
//! together: tags that end others, tags that need no end, ends without a beginning.

use super::foreign::Foreign;
use crate::ReadError;
use crate::tree::{Tag, Tree, TreeBuilder};
use claimsheet::text::span::SourceSpan;
use html5gum::emitters::ForwardingEmitter;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Span, State, Tokenizer};

/// Parses a page or a part of one.
///
/// # Errors
///
/// [`ReadError::TooDeep`] where elements stand deeper in one another than `deepest`.
pub(crate) fn parse(source: &str, deepest: u32) -> Result<Tree<'_>, ReadError> {
    parse_from(source, 0, deepest)
}

/// The same from byte `start` on: what stands before is no part of the page.
pub(super) fn parse_from(source: &str, start: usize, deepest: u32) -> Result<Tree<'_>, ReadError> {
    let mut parser = Parser {
        builder: TreeBuilder::new(source, deepest),
        start,
        in_start_tag: false,
        keeps: false,
        last: Vec::new(),
        foreign: Foreign::default(),
        around_foreign: 0,
    };
    let emitter = Switching(CallbackEmitter::new(Listener(&mut parser)));
    // The first thing that the emitter gives ends the work.
    let _ = Tokenizer::new_with_emitter(source.get(start..).unwrap_or(""), emitter).next();
    parser.builder.finish()
}

/// The emitter, which lets the parser say how the text behind a tag is cut.
struct Switching<'p, 'a>(CallbackEmitter<Listener<'p, 'a>, (), usize>);

/// What hands the tokenizer's events to the parser.
struct Listener<'p, 'a>(&'p mut Parser<'a>);

impl ForwardingEmitter for Switching<'_, '_> {
    type Token = ();

    fn inner(&mut self) -> &mut impl Emitter<Token = ()> {
        &mut self.0
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let _ = self.0.emit_current_tag();
        let next = self.0.callback_mut().0.next_state();
        if next.is_some() {
            self.0.init_string();
        }
        next
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().0.foreign.rules()
    }
}

struct Parser<'a> {
    builder: TreeBuilder<'a>,
    /// Where in the source the tokenizer's text begins.
    start: usize,
    in_start_tag: bool,
    /// Whether the attribute whose name was read is kept.
    keeps: bool,
    /// The name of the opening tag that was read last; none where a closing one was.
    last: Vec<u8>,
    foreign: Foreign,
    /// How many elements were open around the outermost one of another language.
    around_foreign: usize,
}

impl Callback<(), usize> for Listener<'_, '_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<()> {
        let parser = &mut *self.0;
        parser.event(&event, SourceSpan::at(parser.start + span.start, parser.start + span.end));
        parser.builder.is_too_deep().then_some(())
    }
}

impl Parser<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: SourceSpan) {
        match event {
            CallbackEvent::OpenStartTag { name } => self.open(name, span),
            CallbackEvent::AttributeName { name } if self.in_start_tag => {
                let none = SourceSpan::new(span.end, span.end);
                self.keeps = std::str::from_utf8(name).is_ok_and(|name| self.builder.attribute(name, none));
            }
            CallbackEvent::AttributeValue { .. } if self.in_start_tag && self.keeps => {
                self.builder.value(span);
                self.keeps = false;
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if std::mem::take(&mut self.in_start_tag) {
                    self.builder.extend(span.end as usize);
                }
                if *self_closing && self.closes_itself() {
                    self.foreign.close_last();
                    self.end_foreign();
                    self.last.clear();
                }
            }
            CallbackEvent::EndTag { name } => {
                self.in_start_tag = false;
                self.last.clear();
                self.close(name, span);
            }
            CallbackEvent::String { .. } => {
                self.in_start_tag = false;
                if !span.of(self.builder.source()).trim().is_empty() {
                    let is_unread =
                        self.builder.open().last().is_some_and(|(tag, _)| tag.is_unread() && *tag != Tag::Head);
                    if !is_unread {
                        self.end_head();
                    }
                }
                self.builder.text(span, false);
            }
            _ => {}
        }
    }

    /// Begins an element. Those within pictures and formulas are no nodes, as nobody reads them.
    fn open(&mut self, name: &[u8], span: SourceSpan) {
        self.last.clear();
        self.last.extend_from_slice(name);
        if self.foreign.breaks_out(name) {
            self.foreign.clear();
            self.builder.close_to(self.around_foreign);
        }
        if self.foreign.is_open() {
            if !Tag::of(name).is_void() || self.foreign.rules() {
                self.foreign.open(name);
            }
            return;
        }
        let tag = Tag::of(name);
        self.end_implied(tag);
        if Foreign::begins(name) {
            self.around_foreign = self.builder.open().len();
            self.foreign.open(name);
        }
        self.builder.element(tag, span);
        self.in_start_tag = true;
    }

    /// Whether the tag that was read last stands for an element without content where it ends in `/>`.
    fn closes_itself(&self) -> bool {
        self.foreign.is_last_foreign(&self.last)
    }

    /// Ends the picture or formula where all elements of its language were closed.
    fn end_foreign(&mut self) {
        if !self.foreign.is_open() {
            self.builder.close_to(self.around_foreign);
        }
    }

    /// The end tag of `name`.
    fn close(&mut self, name: &[u8], span: SourceSpan) {
        if self.foreign.is_open() && self.foreign.close(name) {
            return self.end_foreign();
        }
        if self.foreign.is_open() && !self.foreign.rules() {
            return;
        }
        self.end(Tag::of(name), span);
        if self.foreign.is_open() && self.builder.open().len() <= self.around_foreign {
            self.foreign.clear();
        }
    }

    /// How the text behind the tag that was read last is cut.
    fn next_state(&self) -> Option<State> {
        if self.last.is_empty() { None } else { self.foreign.next_state(&self.last) }
    }

    /// Ends what cannot go on around `tag`.
    fn end_implied(&mut self, tag: Tag) {
        if !tag.is_of_head() {
            self.end_head();
        }
        match tag {
            Tag::Item => self.end_within(|open| open == Tag::Item, |open| matches!(open, Tag::List | Tag::Cell)),
            Tag::Row => self.end_within(|open| open == Tag::Row, |open| open == Tag::Table),
            Tag::Rows => self.end_within(|open| open == Tag::Rows, |open| open == Tag::Table),
            Tag::Cell | Tag::HeadCell => {
                let is_cell = |open| matches!(open, Tag::Cell | Tag::HeadCell);
                self.end_within(is_cell, |open| matches!(open, Tag::Table | Tag::Row));
            }
            Tag::Anchor => self.end_within(|open| open == Tag::Anchor, |open| !open.is_inline()),
            Tag::Heading(_) => self.end_within(|open| matches!(open, Tag::Heading(_)), |open| !open.is_inline()),
            _ => {}
        }
        if !tag.is_inline() && tag != Tag::Break && self.builder.has_open_paragraph() {
            self.end_within(
                |open| open == Tag::Paragraph,
                |open| matches!(open, Tag::Table | Tag::Cell | Tag::HeadCell | Tag::Caption),
            );
        }
    }

    /// Ends the head of the page, if it is open.
    fn end_head(&mut self) {
        if let Some(at) = self.builder.open().iter().take(2).position(|(tag, _)| *tag == Tag::Head) {
            self.builder.close_to(at);
        }
    }

    /// The end tag of `tag`; without a beginning it means nothing.
    fn end(&mut self, tag: Tag, span: SourceSpan) {
        match tag {
            Tag::Break => self.builder.element(Tag::Break, span),
            Tag::Heading(_) => {
                self.end_within(|open| matches!(open, Tag::Heading(_)), |open| matches!(open, Tag::Table | Tag::Cell));
            }
            Tag::Table => self.end_within(|open| open == Tag::Table, |_| false),
            _ if tag.is_inline() => self.end_within(|open| open == tag, |open| !open.is_inline()),
            _ => self.end_within(
                |open| open == tag,
                |open| matches!(open, Tag::Table | Tag::Cell | Tag::HeadCell) && tag != Tag::Row && tag != Tag::Rows,
            ),
        }
    }

    /// Ends the innermost open element that is `sought`, and all in it, unless a `wall` stands
    /// around it more closely.
    fn end_within(&mut self, sought: impl Fn(Tag) -> bool, wall: impl Fn(Tag) -> bool) {
        for (count, (open, _)) in self.builder.open().iter().enumerate().rev() {
            if sought(*open) {
                return self.builder.close_to(count);
            }
            if wall(*open) {
                return;
            }
        }
    }
}
