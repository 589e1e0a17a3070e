//! What of a page is no part of its article.

use crate::tree::{Tag, Tree};

/// No word of a class that says something is longer.
const LONGEST_WORD: usize = 16;

/// Why an element is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum LeftOut {
    /// Scripts and styles: no text.
    Unread,
    Hidden,
    Navigation,
    Related,
    Comments,
    Share,
    Advertisement,
    Consent,
    SignUp,
    Form,
    Byline,
    Credit,
    /// Captions of a long gallery.
    Gallery,
    Deleted,
    Inserted,
}

impl LeftOut {
    /// What it is called in the note that says how much was left out; none where it is no text.
    pub(super) const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Unread => return None,
            Self::Hidden => "hidden text",
            Self::Navigation => "navigation",
            Self::Related => "related links",
            Self::Comments => "comments",
            Self::Share => "share buttons",
            Self::Advertisement => "advertising",
            Self::Consent => "cookie notices",
            Self::SignUp => "sign-up boxes",
            Self::Form => "forms",
            Self::Byline => "byline and date",
            Self::Credit => "picture credits",
            Self::Gallery => "captions of a gallery",
            Self::Deleted => "deleted text",
            Self::Inserted => "inserted text",
        })
    }

    /// Whether an element is left out even where it holds most of the page's running text.
    pub(super) const fn is_sure(self) -> bool {
        matches!(self, Self::Unread | Self::Hidden | Self::Comments | Self::Deleted | Self::Inserted)
    }

    /// The most words that an element may have to be left out for this reason.
    pub(super) const fn most_words(self) -> u32 {
        if matches!(self, Self::Byline) { 40 } else { u32::MAX }
    }
}

/// Why the element at `at` is not read by anybody, whatever it holds; what was inserted, where the
/// `original` is asked for, else what was deleted or struck out.
pub(super) fn unseen(tree: &Tree<'_>, at: usize, tag: Tag, original: bool) -> Option<LeftOut> {
    if tag.is_unread() {
        return Some(LeftOut::Unread);
    }
    match tag {
        Tag::Deleted if !original => return Some(LeftOut::Deleted),
        Tag::Inserted if original => return Some(LeftOut::Inserted),
        _ => {}
    }
    let is = |name: &str, value: &str| tree.attribute(at, name).is_some_and(|found| found.eq_ignore_ascii_case(value));
    let hidden = tree.has_attribute(at, "hidden") && !is("hidden", "until-found")
        || is("aria-hidden", "true") && tag != Tag::Caption
        || tree.attribute(at, "style").is_some_and(|style| hides(&style))
        || tree.attribute(at, "class").is_some_and(|class| class.split_ascii_whitespace().any(is_hiding_class));
    hidden.then_some(LeftOut::Hidden)
}

/// Whether an inline style hides the element.
fn hides(style: &str) -> bool {
    let mut declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.any(|(name, value)| {
        let value = value.split('!').next().unwrap_or("").trim();
        let is_zero =
            || value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).trim_matches('0').is_empty();
        match name.trim().to_ascii_lowercase().as_str() {
            "display" => value.eq_ignore_ascii_case("none"),
            "visibility" => value.eq_ignore_ascii_case("hidden"),
            "mso-hide" => value.eq_ignore_ascii_case("all"),
            "font-size" | "max-height" | "opacity" => !value.is_empty() && is_zero() && value.starts_with('0'),
            _ => false,
        }
    })
}

fn is_hiding_class(class: &str) -> bool {
    ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader", "preheader", "preview-text"]
        .iter()
        .any(|known| class.eq_ignore_ascii_case(known))
}

/// Why an element looks like furniture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Suspicion {
    pub(super) why: LeftOut,
    /// Whether only a word in its class or id says so: words that pages use for other things too.
    pub(super) is_by_name: bool,
}

/// Why the element at `at` of a page belongs to its furniture; `in_article` if it stands in the
/// article's element.
pub(super) fn furniture(tree: &Tree<'_>, at: usize, tag: Tag, in_article: bool) -> Option<Suspicion> {
    let surely = |why| Some(Suspicion { why, is_by_name: false });
    match tag {
        Tag::Nav => return surely(LeftOut::Navigation),
        Tag::Form | Tag::Button | Tag::Dialog => return surely(LeftOut::Form),
        Tag::Footer if is_signature(tree, at) => return surely(LeftOut::Byline),
        Tag::Header | Tag::Footer if !in_article => return surely(LeftOut::Navigation),
        Tag::Html | Tag::Body | Tag::Article | Tag::Main => return None,
        _ => {}
    }
    let by_role = tree.attribute(at, "role").and_then(|role| of_role(role.trim()));
    let by_mark = by_role
        .or_else(|| {
            tree.attribute(at, "rel")
                .filter(|rel| tag == Tag::Anchor && rel.contains("author"))
                .map(|_| LeftOut::Byline)
        })
        .or_else(|| tree.attribute(at, "itemprop").and_then(|property| of_property(&property)))
        .or_else(|| tree.attribute(at, "class").and_then(|class| of_newsletter(&class)));
    if let Some(why) = by_mark {
        return surely(why);
    }
    let by_name = tree
        .attribute(at, "class")
        .and_then(|class| words(&class).find_map(of_word))
        .or_else(|| tree.attribute(at, "id").and_then(|id| words(&id).find_map(of_word)))?;
    Some(Suspicion { why: by_name, is_by_name: true })
}

/// Whether a footer says who wrote the article and where it stands, as in what Medium exports.
fn is_signature(tree: &Tree<'_>, at: usize) -> bool {
    tree.elements(at + 1, tree.end(at)).take(20).any(|(at, _)| {
        tree.attribute(at, "class").is_some_and(|class| {
            class.split_ascii_whitespace().any(|class| matches!(class, "p-author" | "p-canonical"))
        })
    })
}

/// What a class of Substack's editor says: buttons, boxes to subscribe, other posts.
fn of_newsletter(class: &str) -> Option<LeftOut> {
    class.split_ascii_whitespace().find_map(|class| {
        Some(match class {
            "button-wrapper" | "captioned-button-wrap" => LeftOut::Form,
            "subscription-widget-wrap" | "subscription-widget-wrap-editor" | "subscription-widget" => LeftOut::SignUp,
            "digest-post-embed" | "embedded-post-wrap" | "embedded-publication-wrap" | "community-chat" => {
                LeftOut::Related
            }
            _ => return None,
        })
    })
}

fn of_role(role: &str) -> Option<LeftOut> {
    Some(match role {
        "navigation" | "menu" | "menubar" | "toolbar" | "tablist" | "contentinfo" => LeftOut::Navigation,
        "search" | "form" | "dialog" | "alertdialog" | "button" => LeftOut::Form,
        "complementary" => LeftOut::Related,
        _ => return None,
    })
}

fn of_property(property: &str) -> Option<LeftOut> {
    let found = property.split_ascii_whitespace().any(|name| {
        matches!(name, "author" | "datePublished" | "dateModified" | "dateCreated" | "publisher" | "creator")
    });
    found.then_some(LeftOut::Byline)
}

/// Whether the element at `at` of a caption says who took the picture or holds the rights.
pub(super) fn is_credit(tree: &Tree<'_>, at: usize) -> bool {
    let of_rights = |property: &str| matches!(property, "copyrightHolder" | "creator");
    tree.attribute(at, "itemprop").is_some_and(|property| property.split_ascii_whitespace().any(of_rights))
        || has_word(tree, at, &["credit", "credits"])
}

/// What a word in a class or id says.
fn of_word(word: &str) -> Option<LeftOut> {
    let mut lower = [0_u8; LONGEST_WORD];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    if lower.starts_with(b"related") {
        return Some(LeftOut::Related);
    }
    Some(match &*lower {
        b"recommended" | b"recommendations" | b"recirc" | b"recirculation" | b"trending" | b"popular" | b"teasers"
        | b"outbrain" | b"taboola" | b"readmore" | b"morefrom" | b"upnext" | b"mostread" => LeftOut::Related,
        b"comments" | b"commentlist" | b"disqus" | b"respond" => LeftOut::Comments,
        b"share" | b"sharing" | b"social" | b"sharedaddy" | b"addthis" | b"sharethis" => LeftOut::Share,
        b"ad" | b"ads" | b"advert" | b"adverts" | b"advertisement" | b"advertising" | b"sponsored" | b"sponsor"
        | b"promo" | b"adslot" | b"adunit" | b"dfp" => LeftOut::Advertisement,
        b"cookie" | b"cookies" | b"consent" | b"gdpr" | b"onetrust" => LeftOut::Consent,
        b"newsletter" | b"subscribe" | b"subscription" | b"signup" | b"paywall" | b"regwall" | b"donate"
        | b"donation" => LeftOut::SignUp,
        b"nav" | b"navbar" | b"navigation" | b"menu" | b"breadcrumb" | b"breadcrumbs" | b"pagination" | b"pager"
        | b"toolbar" | b"toc" | b"skip" | b"tags" | b"taglist" => LeftOut::Navigation,
        b"byline" | b"author" | b"authors" | b"bio" | b"postmeta" | b"timestamp" | b"posted" | b"pubdate"
        | b"publishdate" | b"published" => LeftOut::Byline,
        b"modal" | b"popup" | b"tooltip" | b"lightbox" => LeftOut::Form,
        _ => return None,
    })
}

/// The words in a class or id: those of `relatedLinks post__meta` are `related`, `Links`, `post`, `meta`.
pub(super) fn words(names: &str) -> impl Iterator<Item = &str> {
    names.split(|letter: char| !letter.is_ascii_alphanumeric()).flat_map(|name| {
        let mut rest = name;
        std::iter::from_fn(move || {
            let bytes = rest.as_bytes();
            let ends = |at: usize| matches!(bytes.get(at - 1..=at), Some([before, here]) if before.is_ascii_lowercase() && here.is_ascii_uppercase());
            let end = (1..bytes.len()).find(|at| ends(*at)).unwrap_or(bytes.len());
            let (word, behind) = rest.split_at_checked(end)?;
            rest = behind;
            (!word.is_empty()).then_some(word)
        })
    })
}

/// Whether a class or id has one of these words.
pub(super) fn has_word(tree: &Tree<'_>, at: usize, known: &[&str]) -> bool {
    ["class", "id"]
        .iter()
        .filter_map(|name| tree.attribute(at, name))
        .any(|names| words(&names).any(|word| known.iter().any(|known| known.eq_ignore_ascii_case(word))))
}

/// Whether words lead to another article instead of telling this one: "Read more: …".
pub(super) fn points_elsewhere(text: &str) -> bool {
    const LEADS: &[&str] = &[
        "read more",
        "read also",
        "also read",
        "read next",
        "related",
        "see also",
        "more on this",
        "more from",
        "more stories",
        "most read",
        "most popular",
        "you may also",
        "you might also",
        "recommended",
        "trending",
        "further reading on",
        "up next",
    ];
    LEADS.iter().any(|lead| text.get(..lead.len()).is_some_and(|start| start.eq_ignore_ascii_case(lead)))
}
