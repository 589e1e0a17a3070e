//! What elements are to a reader of articles.

/// An element, by what it does to the text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Html,
    Head,
    Body,
    Title,
    Meta,
    Base,
    Link,
    Script,
    /// What is not text, or not seen: styles, pictures in vectors, players.
    Unread,
    Form,
    Button,
    Input,
    Dialog,
    Article,
    Main,
    Header,
    Footer,
    Nav,
    Aside,
    /// A part of a page that means nothing by itself.
    Div,
    Section,
    /// Other parts of a page.
    Group,
    Paragraph,
    Heading(u8),
    List,
    Item,
    Blockquote,
    Figure,
    Caption,
    Image,
    Preformatted,
    Rule,
    Break,
    Table,
    Rows,
    Row,
    Cell,
    HeadCell,
    Column,
    Anchor,
    Sup,
    Quote,
    Code,
    /// Deleted, or struck out.
    Deleted,
    Inserted,
    /// NITF: a fraction.
    Fraction,
    /// NITF: what stands below the line of a fraction.
    Denominator,
    Time,
    /// `wbr` and others without content that leave no trace.
    Nothing,
    /// Within a line.
    Inline,
}

impl Tag {
    /// The HTML element of that name, in lower case.
    pub(crate) fn of(name: &[u8]) -> Self {
        match name {
            b"div" => Self::Div,
            b"section" => Self::Section,
            b"center" | b"details" | b"summary" | b"address" | b"hgroup" | b"fieldset" | b"legend" | b"search" => {
                Self::Group
            }
            b"p" => Self::Paragraph,
            b"a" => Self::Anchor,
            b"li" | b"dt" | b"dd" => Self::Item,
            b"ul" | b"ol" | b"dl" | b"menu" => Self::List,
            b"img" => Self::Image,
            b"br" => Self::Break,
            b"h1" => Self::Heading(1),
            b"h2" => Self::Heading(2),
            b"h3" => Self::Heading(3),
            b"h4" => Self::Heading(4),
            b"h5" => Self::Heading(5),
            b"h6" => Self::Heading(6),
            b"script" => Self::Script,
            b"style" | b"template" | b"noscript" | b"svg" | b"math" | b"iframe" | b"object" | b"canvas" | b"audio"
            | b"video" | b"select" | b"textarea" | b"datalist" | b"rt" | b"rp" | b"map" | b"noframes" | b"frameset"
            | b"applet" | b"meter" | b"progress" => Self::Unread,
            b"table" => Self::Table,
            b"thead" | b"tbody" | b"tfoot" => Self::Rows,
            b"tr" => Self::Row,
            b"td" => Self::Cell,
            b"th" => Self::HeadCell,
            b"caption" | b"figcaption" => Self::Caption,
            b"col" | b"colgroup" => Self::Column,
            b"figure" => Self::Figure,
            b"blockquote" => Self::Blockquote,
            b"article" => Self::Article,
            b"main" => Self::Main,
            b"header" => Self::Header,
            b"footer" => Self::Footer,
            b"nav" => Self::Nav,
            b"aside" => Self::Aside,
            b"form" => Self::Form,
            b"button" => Self::Button,
            b"dialog" => Self::Dialog,
            b"input" => Self::Input,
            b"meta" => Self::Meta,
            b"link" => Self::Link,
            b"base" => Self::Base,
            b"title" => Self::Title,
            b"html" => Self::Html,
            b"head" => Self::Head,
            b"body" => Self::Body,
            b"pre" | b"listing" | b"xmp" | b"plaintext" => Self::Preformatted,
            b"hr" => Self::Rule,
            b"sup" => Self::Sup,
            b"q" => Self::Quote,
            b"code" | b"kbd" | b"samp" => Self::Code,
            b"del" | b"s" | b"strike" => Self::Deleted,
            b"ins" => Self::Inserted,
            b"time" => Self::Time,
            b"wbr" | b"source" | b"track" | b"embed" | b"area" | b"param" => Self::Nothing,
            _ => Self::Inline,
        }
    }

    /// Whether the element has no content and no end.
    pub(crate) const fn is_void(self) -> bool {
        matches!(
            self,
            Self::Meta
                | Self::Base
                | Self::Link
                | Self::Input
                | Self::Image
                | Self::Rule
                | Self::Break
                | Self::Column
                | Self::Nothing
        )
    }

    /// Whether words before and behind its tags may be of one line.
    pub(crate) const fn is_inline(self) -> bool {
        matches!(
            self,
            Self::Anchor
                | Self::Sup
                | Self::Quote
                | Self::Code
                | Self::Deleted
                | Self::Inserted
                | Self::Fraction
                | Self::Denominator
                | Self::Time
                | Self::Inline
                | Self::Image
                | Self::Nothing
                | Self::Unread
                | Self::Script
                | Self::Button
                | Self::Input
                | Self::Meta
                | Self::Link
        )
    }

    /// Whether the element may stand in the head of a page.
    pub(crate) const fn is_of_head(self) -> bool {
        matches!(
            self,
            Self::Html | Self::Head | Self::Title | Self::Meta | Self::Link | Self::Base | Self::Script | Self::Unread
        )
    }

    /// Whether nothing in the element is text of the page.
    pub(crate) const fn is_unread(self) -> bool {
        matches!(self, Self::Unread | Self::Script | Self::Head | Self::Title | Self::Input)
    }
}
