//! Which of a page's elements are left out, and how much text is where.

use crate::html::page_boilerplate::{self, LeftOut, Suspicion};
use crate::tree::{Kind, Tag, Tree};

/// Words of a sentence, at least: shorter lines are labels.
const SENTENCE: u32 = 6;

/// Words in paragraphs that make a part of a page an article's, whatever it is called.
const PROSE: u32 = 60;

/// Words in paragraphs beside a gallery that make it a part of an article, and not the article.
const TEXT_BESIDE: u32 = 150;

/// Pictures of a long gallery, at least.
const GALLERY: usize = 8;

/// Words in a class or id of what holds an article's text.
const BODY: &[&str] = &["content", "body", "article", "story", "entry", "text", "prose"];

/// A page with what is known of each of its nodes.
#[derive(Debug)]
pub(super) struct Page<'t, 'a> {
    pub(super) tree: &'t Tree<'a>,
    /// Whether it is a whole page, whose tables may only place its text.
    is_whole: bool,
    /// Why the node's element is left out, where it is and the one around is not.
    left: Vec<Option<LeftOut>>,
    /// Words in each node, without those left out.
    words: Vec<u32>,
    /// Those of them that stand in links.
    linked: Vec<u32>,
    /// Those of them that stand in paragraphs of a sentence or more.
    prose: Vec<u32>,
}

impl<'t, 'a> Page<'t, 'a> {
    /// Looks through a part of a page that holds an article and nothing else: only what nobody sees
    /// is left out. With `original` what was inserted counts as unseen, and not what was deleted.
    pub(super) fn of_article(tree: &'t Tree<'a>, original: bool) -> Self {
        let mut page = Self {
            tree,
            is_whole: false,
            left: vec![None; tree.len()],
            words: Vec::new(),
            linked: Vec::new(),
            prose: Vec::new(),
        };
        page.leave_out_unseen(original);
        page.count();
        page
    }

    /// Looks through a page, whose furniture is left out.
    pub(super) fn of_page(tree: &'t Tree<'a>, original: bool) -> Self {
        let mut page = Self::of_article(tree, original);
        page.is_whole = true;
        page.leave_out_furniture();
        page.count();
        page
    }

    /// Whether it is a whole page, and no article by itself.
    pub(super) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Why the element at `at` is left out.
    pub(super) fn left(&self, at: usize) -> Option<LeftOut> {
        self.left.get(at).copied().flatten()
    }

    /// Leaves out the element at `at`.
    pub(super) fn leave_out(&mut self, at: usize, why: LeftOut) {
        if let Some(left) = self.left.get_mut(at) {
            *left = left.or(Some(why));
        }
    }

    /// Whether the node at `at` is read: neither its element nor one around it is left out.
    pub(super) fn is_read(&self, at: usize) -> bool {
        self.tree.around(at).all(|around| self.left(around).is_none())
    }

    /// Words in the element at `at`.
    pub(super) fn words(&self, at: usize) -> u32 {
        self.words.get(at).copied().unwrap_or(0)
    }

    /// Words in the element at `at` that are no links.
    pub(super) fn running(&self, at: usize) -> u32 {
        self.words(at) - self.linked.get(at).copied().unwrap_or(0)
    }

    /// Words in the element at `at` that stand in paragraphs of a sentence or more.
    pub(super) fn prose(&self, at: usize) -> u32 {
        self.prose.get(at).copied().unwrap_or(0)
    }

    /// Words of the whole in paragraphs of a sentence or more.
    pub(super) fn all_prose(&self) -> u32 {
        let tops = (0..self.tree.len()).filter(|at| self.tree.node(*at).is_some_and(|node| node.parent.is_none()));
        tops.filter(|at| self.left(*at).is_none()).map(|at| self.prose(at)).sum()
    }

    /// Whether the element at `at` is a paragraph, or a part of the page with words and no other part in it.
    fn is_block_of_text(&self, at: usize) -> bool {
        match self.tree.tag(at) {
            Some(Tag::Paragraph) => true,
            Some(Tag::Div | Tag::Section) => {
                self.words(at) > 0
                    && self
                        .tree
                        .elements(at + 1, self.tree.end(at))
                        .all(|(_, tag)| tag.is_inline() || tag == Tag::Break)
            }
            _ => false,
        }
    }

    /// Words of the whole that are no links.
    pub(super) fn running_words(&self) -> u32 {
        let tops = (0..self.tree.len()).filter(|at| self.tree.node(*at).is_some_and(|node| node.parent.is_none()));
        tops.filter(|at| self.left(*at).is_none()).map(|at| self.running(at)).sum()
    }

    /// Words of the whole.
    pub(super) fn all_words(&self) -> u32 {
        let tops = (0..self.tree.len()).filter(|at| self.tree.node(*at).is_some_and(|node| node.parent.is_none()));
        tops.filter(|at| self.left(*at).is_none()).map(|at| self.words(at)).sum()
    }

    /// Leaves out lines and lists that lead to other articles.
    pub(super) fn leave_out_pointers(&mut self) {
        let mut leads = None;
        for (at, tag) in self.read_elements(0, self.tree.len()) {
            let follows = leads
                .take_if(|(end, _)| at >= *end)
                .is_some_and(|(_, parent)| self.tree.node(at).map(|node| node.parent) == Some(parent));
            let links = self.running(at) * 2 <= self.words(at);
            if follows && links && matches!(tag, Tag::List | Tag::Div | Tag::Section) && self.words(at) > 0 {
                self.leave_out(at, LeftOut::Related);
            }
            if !matches!(tag, Tag::Paragraph | Tag::Heading(_)) || self.words(at) > 40 {
                continue;
            }
            let is_heading = matches!(tag, Tag::Heading(_));
            if (links || is_heading) && page_boilerplate::points_elsewhere(&self.tree.text_of(at)) {
                leads = self.tree.node(at).map(|node| (node.end, node.parent));
                self.leave_out(at, LeftOut::Related);
            }
        }
    }

    /// The elements in `from..to` that are read, with their tags.
    pub(super) fn read_elements(&self, from: usize, to: usize) -> Vec<(usize, Tag)> {
        let mut found = Vec::new();
        let mut at = from;
        while at < to.min(self.tree.len()) {
            if self.left(at).is_some() {
                at = self.tree.end(at).max(at + 1);
                continue;
            }
            found.extend(self.tree.tag(at).map(|tag| (at, tag)));
            at += 1;
        }
        found
    }

    /// How many words were left out for each reason, in the order of the reasons.
    pub(super) fn left_words(&self) -> Vec<(&'static str, u32)> {
        let mut found: Vec<(LeftOut, u32)> = Vec::new();
        let mut at = 0;
        while at < self.tree.len() {
            let Some(why) = self.left(at) else {
                at += 1;
                continue;
            };
            let end = self.tree.end(at).max(at + 1);
            let words: u32 = if why == LeftOut::Unread { 0 } else { self.counted(at, end) };
            add(&mut found, why, words);
            at = end;
        }
        found.sort_unstable_by_key(|(why, _)| *why);
        found
            .into_iter()
            .filter(|(_, words)| *words > 0)
            .filter_map(|(why, words)| Some((why.name()?, words)))
            .collect()
    }

    /// Words in the nodes `from..to`, those of scripts not counted.
    fn counted(&self, from: usize, to: usize) -> u32 {
        let (mut at, mut sum) = (from, 0);
        while at < to {
            match self.tree.node(at).map(|node| node.kind) {
                Some(Kind::Element(tag)) if tag.is_unread() => at = self.tree.end(at).max(at + 1),
                Some(Kind::Element(_)) | None => at += 1,
                Some(_) => {
                    sum += self.own_words(at);
                    at += 1;
                }
            }
        }
        sum
    }

    fn own_words(&self, at: usize) -> u32 {
        self.tree.node(at).map_or(0, |node| words_in(node.span.of(self.tree.source)))
    }

    fn leave_out_unseen(&mut self, original: bool) {
        let mut at = 0;
        while at < self.tree.len() {
            let why = self.tree.tag(at).and_then(|tag| page_boilerplate::unseen(self.tree, at, tag, original));
            if let Some(left) = self.left.get_mut(at) {
                *left = why;
            }
            at = if why.is_some() { self.tree.end(at).max(at + 1) } else { at + 1 };
        }
    }

    fn leave_out_furniture(&mut self) {
        let core = self.core();
        let all = self.running_words();
        let suspects = self.suspects(&core);
        // A word in a class that would take half of the running text means something else on this page.
        let mut sums: Vec<(LeftOut, u32)> = Vec::new();
        for (at, suspicion) in &suspects {
            if suspicion.is_by_name {
                add(&mut sums, suspicion.why, self.running(*at));
            }
        }
        let takes_too_much = |why: LeftOut| sums.iter().any(|(known, sum)| *known == why && sum * 2 > all);
        for (at, suspicion) in suspects {
            let why = suspicion.why;
            if why.is_sure() || !(suspicion.is_by_name && takes_too_much(why)) {
                self.leave_out(at, why);
            }
        }
    }

    /// The elements that look like furniture, outermost ones only, in order.
    fn suspects(&self, core: &[bool]) -> Vec<(usize, Suspicion)> {
        let all = self.running_words();
        let mut suspects = Vec::new();
        let (mut at, mut article_end, mut text_end, mut caption_end) = (0, 0, 0, 0);
        while at < self.tree.len() {
            if self.left(at).is_some() {
                at = self.tree.end(at).max(at + 1);
                continue;
            }
            let Some(tag) = self.tree.tag(at) else {
                at += 1;
                continue;
            };
            let end = self.tree.end(at);
            let by_mark = (at >= text_end)
                .then(|| page_boilerplate::furniture(self.tree, at, tag, at < article_end))
                .flatten()
                .filter(|found| self.words(at) <= found.why.most_words())
                .filter(|found| found.why.is_sure() || self.running(at) * 2 <= all)
                .filter(|found| !found.is_by_name || !self.is_prose(at, tag, found.why))
                .filter(|_| !core.get(at).is_some_and(|core| *core));
            let side_matter = || self.is_side_matter(at, tag).then_some(LeftOut::Related);
            let credit = || (at < caption_end && page_boilerplate::is_credit(self.tree, at)).then_some(LeftOut::Credit);
            let gallery = || {
                let has_text = || self.all_prose().saturating_sub(self.prose(at)) >= TEXT_BESIDE;
                let is_one = self.is_long_gallery(at, tag) && (self.running(at) * 2 <= all || has_text());
                (is_one && !core.get(at).is_some_and(|core| *core)).then_some(LeftOut::Gallery)
            };
            let plain = |why: LeftOut| Suspicion { why, is_by_name: false };
            if let Some(found) = by_mark
                .or_else(|| gallery().map(plain))
                .or_else(|| side_matter().map(plain))
                .or_else(|| credit().map(plain))
            {
                suspects.push((at, found));
                at = end.max(at + 1);
                continue;
            }
            match tag {
                Tag::Article | Tag::Main => article_end = article_end.max(end),
                Tag::Caption => {
                    caption_end = caption_end.max(end);
                    text_end = text_end.max(end);
                }
                Tag::Paragraph | Tag::Heading(_) | Tag::Item => text_end = text_end.max(end),
                _ => {}
            }
            at += 1;
        }
        suspects
    }

    /// Whether the element at `at` holds the pictures of a long gallery or their captions, numbered `11/50` or so
    /// called, whose words belong to other stories as often as to this one.
    fn is_long_gallery(&self, at: usize, tag: Tag) -> bool {
        if !matches!(tag, Tag::List | Tag::Div | Tag::Section | Tag::Group) {
            return false;
        }
        let children: Vec<usize> = self.tree.children(at).collect();
        if children.len() < GALLERY {
            return false;
        }
        let is_named =
            page_boilerplate::has_word(self.tree, at, &["gallery", "slideshow", "carousel", "slider", "slides"]);
        let near = |child: usize| child..self.tree.end(child).min(child + 12);
        let is_slide = |child: &&usize| {
            let near = near(**child);
            let is_picture = |(_, tag): (usize, Tag)| matches!(tag, Tag::Image | Tag::Figure | Tag::Caption);
            is_named && self.tree.elements(near.start, near.end).any(is_picture)
                || self.tree.text(near.start, near.end).split_whitespace().take(3).any(is_counter)
        };
        children.iter().filter(is_slide).count() * 5 >= children.len() * 4
    }

    /// Whether the element at `at`, whose class or id looks like furniture, is running prose all the same: a
    /// paragraph of a sentence or more, or a part of a page that holds several.
    fn is_prose(&self, at: usize, tag: Tag, why: LeftOut) -> bool {
        match tag {
            Tag::Paragraph => self.is_sentence(at),
            _ if why.is_sure() || why == LeftOut::Byline => false,
            _ => {
                let prose = self.prose(at);
                let is_body = page_boilerplate::has_word(self.tree, at, BODY);
                prose >= if is_body { SENTENCE } else { PROSE } && prose * 10 >= self.words(at) * 8
            }
        }
    }

    /// Whether the words at `at` are a sentence or more, and few of them links.
    pub(super) fn is_sentence(&self, at: usize) -> bool {
        let (words, running) = (self.words(at), self.running(at));
        words >= SENTENCE
            && running * 3 >= words * 2
            && self.tree.text_of(at).trim_end().ends_with(['.', '!', '?', '…', '"', '”', '’', ':', ')'])
    }

    /// Whether each element holds what surely is of the article: its headline or its body.
    fn core(&self) -> Vec<bool> {
        let mut core = vec![false; self.tree.len()];
        for at in (0..self.tree.len()).rev() {
            let is_core = match self.tree.tag(at) {
                Some(Tag::Heading(1) | Tag::Main) => true,
                Some(_) => is_body(self.tree, at),
                None => false,
            };
            let within = core.get(at).is_some_and(|within| *within);
            if (is_core || within) && self.left(at).is_none() {
                for index in [Some(at), self.tree.node(at).and_then(|node| node.parent)].into_iter().flatten() {
                    if let Some(core) = core.get_mut(index) {
                        *core = true;
                    }
                }
            }
        }
        core
    }

    /// An aside without text of its own: links, mostly, or a few words.
    fn is_side_matter(&self, at: usize, tag: Tag) -> bool {
        tag == Tag::Aside
            && !is_pull_quote(self.tree, at)
            && (self.running(at) < 15 || self.running(at) * 2 < self.words(at))
    }

    /// Counts the words of each node from the last to the first, so that those within are known.
    fn count(&mut self) {
        self.words = vec![0; self.tree.len()];
        self.linked = vec![0; self.tree.len()];
        self.prose = vec![0; self.tree.len()];
        for at in (0..self.tree.len()).rev() {
            let Some(node) = self.tree.node(at) else { continue };
            if self.left(at).is_some() {
                continue;
            }
            if self.tree.tag(at).is_none() {
                let words = self.own_words(at);
                self.words.get_mut(at).into_iter().for_each(|sum| *sum = words);
            }
            let words = self.words(at);
            let own = if self.is_block_of_text(at) && self.is_sentence(at) { words } else { 0 };
            let prose = self.prose(at).max(own);
            self.prose.get_mut(at).into_iter().for_each(|sum| *sum = prose);
            let linked = if node.kind == Kind::Element(Tag::Anchor) { words } else { words - self.running(at) };
            if let Some(parent) = node.parent {
                self.words.get_mut(parent).into_iter().for_each(|sum| *sum += words);
                self.linked.get_mut(parent).into_iter().for_each(|sum| *sum += linked);
                self.prose.get_mut(parent).into_iter().for_each(|sum| *sum += prose);
            }
        }
    }
}

/// `11/50`: which picture of how many.
fn is_counter(word: &str) -> bool {
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once('/').is_some_and(|(number, of)| is_number(number) && is_number(of))
}

fn add(sums: &mut Vec<(LeftOut, u32)>, why: LeftOut, words: u32) {
    match sums.iter_mut().find(|(known, _)| *known == why) {
        Some((_, sum)) => *sum += words,
        None => sums.push((why, words)),
    }
}

/// Whether the element at `at` says that it is the body of an article.
pub(super) fn is_body(tree: &Tree<'_>, at: usize) -> bool {
    tree.attribute(at, "itemprop")
        .is_some_and(|property| property.split_ascii_whitespace().any(|name| name == "articleBody"))
}

/// Whether the element at `at` shows words of the article once more.
pub(super) fn is_pull_quote(tree: &Tree<'_>, at: usize) -> bool {
    page_boilerplate::has_word(tree, at, &["pullquote", "pull", "quote", "blockquote"])
        || tree.attribute(at, "role").is_some_and(|role| role == "doc-pullquote")
}

/// The words of a text: runs of what is no white space; in scripts that have none between their words, two
/// characters are one.
pub(super) fn words_in(text: &str) -> u32 {
    let (mut words, mut within, mut unspaced) = (0, false, 0);
    for byte in text.bytes() {
        let space = byte.is_ascii_whitespace();
        words += u32::from(!space && !within);
        within = !space;
        // The first bytes of kana, hanzi and hangul in UTF-8.
        unspaced += u32::from((0xE3..=0xED).contains(&byte));
    }
    words + unspaced / 2
}
