#!/usr/bin/env python3
"""Trains the rankings: crates/claimsheet/data/ranking.bin and ranking.txt.

usage: rank.py SHEETS [--measure]

SHEETS holds articles ID.md with their sentences ID.tsv and sheets ID.sheet.jsonl made by hand; see README.md.
Features come from the program itself (training/rankings.rs). The same input gives the same bytes. Prints what
cross-validation over articles gives; with --measure it writes nothing.
"""
import glob
import json
import os
import subprocess
import sys

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.abspath(sys.argv[1])
DATA = os.path.join(ROOT, "crates", "claimsheet", "data")
BITS, PLACE_BITS = 15, 13
TICK_C, FIRST_C, PLACE_C = 0.1, 0.02, 0.05
LEAST, MOST_TICKS, HIGH = -0.2, 4, 0.23  # as in ranking/ticks.rs and first.rs

# Kinds of places as the program tells them apart, each of one or several kinds of the sheets.
KINDS = [line.split(" | ")[0].strip() for line in open(os.path.join(DATA, "places.txt")) if "|" in line and line[0] != "#"]


def sentences(path, article):
    """Where in the article each sentence of its list stands, in bytes."""
    body = article.find(b"\n# ")
    at = article.find(b"\n", body + 1) if body >= 0 else 0
    places = {}
    for line in open(path, encoding="utf-8"):
        number, _, text = line.rstrip("\n").split("\t")[:3]
        start = article.find(text.encode(), at)
        start = article.find(text.encode()) if start < 0 else start
        if start >= 0:
            places[int(number)] = (start, start + len(text.encode()))
            at = start + len(text.encode())
    return places


class Editor:
    """What the editor of a sheet chose."""

    def __init__(self, stem):
        article = open(stem + ".md", "rb").read()
        places = sentences(stem + ".tsv", article)
        self.claims = []
        for line in open(stem + ".sheet.jsonl", encoding="utf-8"):
            claim = json.loads(line)
            if "ticks" not in claim:
                continue
            spans = [places[number] for number in claim["n"] if number in places]
            ticks = []
            for tick in claim["ticks"]:
                words = tick["s"].encode()
                found = [article.find(words, start) for start, end in spans if 0 <= article.find(words, start) <= end - len(words)]
                ticks.append((found[0], found[0] + len(words)) if found else None)
            kinds = [door["kind"] for door in claim["doors"]]
            self.claims.append({"spans": spans, "ticks": ticks, "high": claim["priority"] == "high", "kinds": kinds})

    def at(self, start, end):
        return [claim for claim in self.claims if any(start < b and a < end for a, b in claim["spans"])]


class Claim:
    """What the program sees of a claim."""

    def __init__(self, editor, article, start, end, features):
        self.article, self.features, self.facts = article, features, []
        self.chosen = editor.at(start, end)
        self.ticks = [tick for claim in self.chosen for tick in claim["ticks"] if tick]


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1]


def export(paths):
    command = ["cargo", "run", "--quiet", "--release", "--package", "claimsheet-training", "--bin", "rankings", "--", *paths]
    if os.environ.get("RANKINGS"):
        command = [os.environ["RANKINGS"], *paths]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def read(paths):
    claims, editors = [], {}
    for line in export(paths):
        kind, *rest = line.split("\t")
        if kind == "article":
            editor, article = Editor(rest[0][: -len(".md")]), rest[0]
            editors[article] = editor
            continue
        numbers = [int(slot) for slot in rest[-1].split()]
        start, end = int(rest[0]), int(rest[1])
        if kind == "claim":
            claims.append(Claim(editor, article, start, end, numbers))
        elif kind == "place":
            claims[-1].around = [slot >> (BITS - PLACE_BITS) for slot in numbers]
        else:
            claims[-1].facts.append(((start, end), rest[2], numbers))
    return claims, editors


def matrix(rows, bits):
    at = [number for number, row in enumerate(rows) for _ in row]
    features = [slot for row in rows for slot in row]
    matrix = sp.csr_matrix((np.ones(len(at)), (at, features)), shape=(len(rows), 1 << bits))
    matrix.sum_duplicates()
    return matrix


def learn(strength, features, truth, weights=None):
    return LogisticRegression(C=strength, max_iter=400, class_weight=weights).fit(features, truth)


def held_out(strength, features, truth, groups, chosen):
    odds = np.zeros(len(truth))
    for train, left in GroupKFold(5).split(features, truth, groups):
        train = train[chosen[train]]
        odds[left] = learn(strength, features[train], truth[train]).decision_function(features[left])
    return odds


def choose(facts, odds):
    """As ranking/ticks.rs."""
    ticked = []
    for at in sorted(range(len(facts)), key=lambda at: (facts[at][1] == "spelling", -odds[at], at)):
        if facts[at][1] == "spelling" and ticked:
            break
        if any(overlap(facts[at][0], facts[other][0]) for other in ticked):
            continue
        if len(ticked) < MOST_TICKS and (odds[at] >= LEAST or not ticked and odds[at] >= LEAST - 2.0):
            ticked.append(at)
    return [facts[at][0] for at in ticked]


def measure_ticks(claims, editors, odds):
    at, ours, right, ticked = 0, 0, 0, {}
    for claim in claims:
        own = odds[at : at + len(claim.facts)]
        at += len(claim.facts)
        chosen = choose(claim.facts, own)
        if claim.chosen:
            ours += len(chosen)
            right += sum(any(overlap(tick, other) for other in claim.ticks) for tick in chosen)
        ticked.setdefault(claim.article, []).extend(chosen)
    wanted = [(article, tick) for article, editor in editors.items() for claim in editor.claims for tick in claim["ticks"]]
    found = sum(tick is not None and any(overlap(tick, own) for own in ticked.get(article, [])) for article, tick in wanted)
    count = sum(len(editor.claims) for editor in editors.values())
    precision, recall = right / ours, found / len(wanted)
    print(f"ticks: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}, {ours / count:.2f} a claim")


def measure_first(claims, editors, odds):
    wanted = found = ours = right = 0
    for article, editor in editors.items():
        own = [at for at, claim in enumerate(claims) if claim.article == article]
        own.sort(key=lambda at: -odds[at])
        high = [claims[at] for at in own[: max(1, int(np.ceil(HIGH * len(own))))]]
        ours += len(high)
        right += sum(any(claim["high"] for claim in one.chosen) for one in high)
        for claim in editor.claims:
            if claim["high"]:
                wanted += 1
                found += any(claim in one.chosen for one in high)
    print(f"first: found {found / wanted:.3f}, right {right / ours:.3f}")


def measure_places(claims, odds):
    known = [at for at, claim in enumerate(claims) if claim.chosen]
    first = served = useful = 0
    for at in known:
        kinds = {kind for claim in claims[at].chosen for kind in claim["kinds"]}
        best = [KINDS[kind] for kind in np.argsort(-odds[at], kind="stable")[:3]]
        right = [bool(set(kind.split("+")) & kinds) for kind in best]
        first += right[0]
        served += any(right)
        useful += sum(right)
    print(f"places: first right {first / len(known):.3f}, served by three {served / len(known):.3f}, useful {useful / 3 / len(known):.3f}")


def whole(weights):
    scale = np.abs(weights).max() / 127
    return np.rint(weights / scale).astype(np.int8), scale


claims, editors = read([path[: -len(".sheet.jsonl")] + ".md" for path in sorted(glob.glob(os.path.join(FOLDER, "*.sheet.jsonl")))])
known = np.array([bool(claim.chosen) for claim in claims])
groups = np.array([claim.article for claim in claims])

facts = matrix([numbers for claim in claims for _, _, numbers in claim.facts], BITS)
ticked = np.array([any(overlap(span, tick) for tick in claim.ticks) for claim in claims for span, _, _ in claim.facts])
of_known = np.array([bool(claim.chosen) and role != "spelling" for claim in claims for _, role, _ in claim.facts])
of_article = np.array([claim.article for claim in claims for _ in claim.facts])
measure_ticks(claims, editors, held_out(TICK_C, facts, ticked, of_article, of_known))

seen = matrix([claim.features for claim in claims], BITS)
high = np.array([any(one["high"] for one in claim.chosen) for claim in claims])
measure_first(claims, editors, held_out(FIRST_C, seen, high, groups, np.ones(len(claims), bool)))

around = matrix([claim.around for claim in claims], PLACE_BITS)
of_kind = np.array([[any(set(kind.split("+")) & set(one["kinds"]) for one in claim.chosen) for kind in KINDS] for claim in claims])
odds = np.full(of_kind.shape, -9.0)
for at in range(len(KINDS)):
    if of_kind[:, at].sum() >= 5:
        try:
            odds[:, at] = held_out(PLACE_C, around, of_kind[:, at], groups, known)
        except ValueError:
            pass  # a kind that stands in too few articles
if KINDS:
    measure_places(claims, odds)

if "--measure" not in sys.argv:
    tick = learn(TICK_C, facts[of_known], ticked[of_known])
    first = learn(FIRST_C, seen, high, "balanced")
    places = np.zeros((len(KINDS), 1 << PLACE_BITS))
    biases = np.full(len(KINDS), -6.0)
    for at in range(len(KINDS)):
        if of_kind[known, at].sum() >= 5:
            model = learn(PLACE_C, around[known], of_kind[known, at])
            places[at], biases[at] = model.coef_[0], model.intercept_[0]
    tables, scales = zip(*(whole(weights) for weights in (tick.coef_[0], first.coef_[0], places.ravel() if KINDS else np.ones(1))))
    with open(os.path.join(DATA, "ranking.bin"), "wb") as out:
        out.write(b"".join(table.tobytes() for table in (tables if KINDS else tables[:2])))
    with open(os.path.join(DATA, "ranking.txt"), "w") as out:
        out.write("# The rankings' numbers: log odds before any feature, what one unit of a weight adds, the least log odds of a tick.\n")
        out.write("# Written by training/rank.py.\n")
        out.write(f"ticks bias: {tick.intercept_[0]:.6f}\nticks scale: {scales[0]:.8f}\nticks least: {LEAST}\n")
        out.write(f"first bias: {first.intercept_[0]:.6f}\nfirst scale: {scales[1]:.8f}\nplaces scale: {scales[2]:.8f}\n")
        for kind, bias in zip(KINDS, biases):
            out.write(f"places bias {kind}: {bias:.6f}\n")
