#!/usr/bin/env python3
"""Writes an archive of synthetic articles, one JSON object per line: the sentences of examples/, mixed.

    benches/archive/generate.py COUNT [--seed N] > archive.ndjson

The same COUNT and seed give the same bytes. An article has some 3,000 bytes; a million of them 3.2 GB. One in
10,000 records is bad, as in any archive: an id again, no text, JSON that was cut.
"""

import argparse
import datetime
import json
import pathlib
import random
import re
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "examples"
DESKS = ["city", "business", "science", "sport"]
BYTES = 3000


def sentences():
    """Every sentence of the examples' paragraphs."""
    found = []
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix not in (".md", ".txt") or ".worksheet." in path.name or path.name == "README.md":
            continue
        text = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.S)
        for block in re.split(r"\n\s*\n", text):
            if block.lstrip().startswith(("#", "|", "[^", "<", ">", "-")):
                continue
            words = re.sub(r"\[([^]]*)\]\([^)]*\)|\[\^\d+\]", r"\1", " ".join(block.split()))
            found += re.findall(r"[A-Z“\"].+?[.?!][”\"]?(?=\s|\Z)", words)
    return found


def article(chance, pool):
    """A text of some BYTES bytes, in paragraphs of two to four sentences."""
    paragraphs, length = [], 0
    while length < BYTES:
        paragraph = " ".join(chance.choices(pool, k=chance.randint(2, 4)))
        paragraphs.append(paragraph)
        length += len(paragraph)
    return "\n\n".join(paragraphs)


def record(number, chance, pool):
    """A line of the archive."""
    day = datetime.date(2000, 1, 1) + datetime.timedelta(days=number % 9000)
    fields = {"id": f"a{number}", "published": day.isoformat(), "desk": DESKS[number % 4]}
    fields["title"] = f"Report {number}"
    if number % 10_000 == 4_999:
        fault = number // 10_000 % 3
        if fault == 0:
            fields["id"] = f"a{number - 1}"
        elif fault == 1:
            fields["text"] = " "
            return json.dumps(fields)
        else:
            return json.dumps(fields)[:-5]
    fields["text"] = article(chance, pool)
    return json.dumps(fields, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, help="how many records")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    chance, pool, out = random.Random(args.seed), sentences(), sys.stdout
    for number in range(args.count):
        out.write(record(number, chance, pool) + "\n")


if __name__ == "__main__":
    main()
