//! Pages with their furniture, as the blocks that are read of them.

use super::{document, name_of, repository};
use std::fmt::Write as _;

#[test]
fn pages_yield_their_article_and_say_what_they_leave_out() {
    let mut pages: Vec<_> =
        std::fs::read_dir(repository("tests/pages")).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    pages.sort();
    assert!(!pages.is_empty());
    for path in pages {
        let (_, document) = document(&path);
        let mut out = format!("{:?}\n", document.meta);
        document.warnings.iter().for_each(|warning| {
            let _ = writeln!(out, "warning: {warning}");
        });
        for block in &document.blocks {
            let _ = writeln!(out, "{:?}: {}", block.kind, document.text(block.span));
        }
        for link in &document.links {
            let _ = writeln!(out, "link: {:?} {:?}", document.text(link.span), link.target);
        }
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, snapshot_path => "../pages" }, {
            insta::assert_snapshot!(name_of(&path), out);
        });
    }
}
