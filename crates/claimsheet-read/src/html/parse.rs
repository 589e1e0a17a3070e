//! From HTML to its elements, by html5gum's tokens.
//!
//! Of the rules by which browsers build a page, those are kept that decide which words stand
//! together: tags that end others, tags that need no end, ends without a beginning.

use crate::ReadError;
use crate::tree::{Tag, Tree, TreeBuilder};
use claimsheet::text::span::SourceSpan;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// Parses a page or a part of one.
///
/// # Errors
///
/// [`ReadError::TooDeep`] where elements stand deeper in one another than `deepest`.
pub(crate) fn parse(source: &str, deepest: u32) -> Result<Tree<'_>, ReadError> {
    let mut parser = Parser { builder: TreeBuilder::new(source, deepest), in_start_tag: false, keeps: false };
    // The first thing that the emitter gives ends the work.
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<()> {
        parser.event(&event, SourceSpan::at(span.start, span.end));
        parser.builder.is_too_deep().then_some(())
    });
    emitter.naively_switch_states(true);
    let _ = Tokenizer::new_with_emitter(source, emitter).next();
    parser.builder.finish()
}

struct Parser<'a> {
    builder: TreeBuilder<'a>,
    in_start_tag: bool,
    /// Whether the attribute whose name was read is kept.
    keeps: bool,
}

impl Parser<'_> {
    fn event(&mut self, event: &CallbackEvent<'_>, span: SourceSpan) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let tag = Tag::of(name);
                self.end_implied(tag);
                self.builder.element(tag, span);
                self.in_start_tag = true;
            }
            CallbackEvent::AttributeName { name } if self.in_start_tag => {
                let none = SourceSpan::new(span.end, span.end);
                self.keeps = std::str::from_utf8(name).is_ok_and(|name| self.builder.attribute(name, none));
            }
            CallbackEvent::AttributeValue { .. } if self.in_start_tag && self.keeps => {
                self.builder.value(span);
                self.keeps = false;
            }
            CallbackEvent::CloseStartTag { .. } => {
                self.builder.extend(span.end as usize);
                self.in_start_tag = false;
            }
            CallbackEvent::EndTag { name } => {
                self.in_start_tag = false;
                self.end(Tag::of(name), span);
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
