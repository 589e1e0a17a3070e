//! A megabyte of a page of ours, as bytes a second: `cargo bench --bench html`.

use claimsheet_read::{ReadOptions, read, reader};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

const PAGE: &str = include_str!("../../../tests/pages/news.html");

/// The page with its article, or with what stands around it, repeated to a megabyte.
fn megabyte(from: &str, to: &str) -> String {
    let start = PAGE.find(from).unwrap_or(0);
    let end = PAGE.find(to).unwrap_or(PAGE.len());
    let (before, rest) = PAGE.split_at(start);
    let (middle, after) = rest.split_at(end - start);
    format!("{before}{}{after}", middle.repeat((1 << 20) / middle.len()))
}

fn bench(bencher: Bencher<'_, '_>, page: &str) {
    let options = ReadOptions { from: reader("html"), ..Default::default() };
    bencher.counter(BytesCount::of_str(page)).bench(|| black_box(read(page.as_bytes(), &options).is_ok()));
}

#[divan::bench]
fn a_long_article(bencher: Bencher) {
    bench(bencher, &megabyte(" <p>Skerrow Council", " <section class=\"footnotes\""));
}

#[divan::bench]
fn much_around_an_article(bencher: Bencher) {
    bench(bencher, &megabyte("<aside class=\"sidebar\">", "<footer>"));
}

#[divan::bench]
fn the_page_as_it_is(bencher: Bencher) {
    bench(bencher, PAGE);
}

/// What is made to cost much.
#[divan::bench(args = ["<", "<b>", "&", "&nbsp;", "&x;", "<p a=1 b=2 class='ad c'>", "</b>", "<a href='#n'>", "<q>", "<table>", "<!--", "<h1>a", "<li>"])]
fn one_thing(bencher: Bencher, unit: &str) {
    bench(bencher, &unit.repeat((1 << 20) / unit.len()));
}
