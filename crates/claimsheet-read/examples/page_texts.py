#!/usr/bin/env python3
"""Writes what word_recall compares of Mozilla's Readability test pages: the pages, their reference texts, and what other
extractors make of them.

    pip install trafilatura readability-lxml
    python3 page_texts.py READABILITY/test/test-pages OUT
    cargo run -p claimsheet-read --example word_recall -- OUT/pages OUT/texts OUT/trafilatura OUT/readability-lxml

A page is taken where its reference holds real text: 50 words or more, and no filler (lorem ipsum).
"""
import re
import sys
from pathlib import Path

import lxml.html
import readability
import trafilatura

BLOCKS = "address article aside blockquote br caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()


def text_of(html):
    """The words of a piece of HTML, blocks divided."""
    if not html or not html.strip():
        return ""
    tree = lxml.html.fromstring(html)
    for element in tree.iter("script", "style", "noscript", "template"):
        element.text = None
    for element in tree.iter(*BLOCKS):
        element.tail = "\n" + (element.tail or "")
        element.text = "\n" + (element.text or "")
    return tree.text_content()


def main():
    source, out = map(Path, sys.argv[1:3])
    extractors = {
        "trafilatura": lambda html: trafilatura.extract(html, include_comments=False, include_tables=True) or "",
        "readability-lxml": lambda html: text_of(readability.Document(html).summary()),
    }
    for name in ["pages", "texts", *extractors]:
        (out / name).mkdir(parents=True, exist_ok=True)
    taken = 0
    for page in sorted(path for path in source.iterdir() if path.is_dir()):
        html = (page / "source.html").read_text(encoding="utf-8", errors="replace")
        expected = text_of((page / "expected.html").read_text(encoding="utf-8", errors="replace"))
        words = re.findall(r"\w+", expected.lower())
        if len(words) < 50 or "ipsum" in words:
            continue
        taken += 1
        (out / "pages" / f"{page.name}.html").write_text(html, encoding="utf-8")
        (out / "texts" / f"{page.name}.txt").write_text(expected, encoding="utf-8")
        for name, extract in extractors.items():
            try:
                text = extract(html)
            except Exception as error:  # an extractor that fails has read nothing
                print(f"{name}: {page.name}: {error}", file=sys.stderr)
                text = ""
            (out / name / f"{page.name}.txt").write_text(text, encoding="utf-8")
    print(f"{taken} pages")


if __name__ == "__main__":
    main()
