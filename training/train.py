#!/usr/bin/env python3
"""Trains the judge: crates/claimsheet/data/judge.txt, crates/claimsheet/data/judge.bin and training/MODEL.md.

usage: train.py FOLDER_OF_LABELLED_SENTENCES            trains, writes the files, prints the card
       train.py FOLDER_OF_LABELLED_SENTENCES --measure  prints the card, writes nothing

The folder holds debates-train.tsv, debates-tune.tsv, debates-dev.tsv, essays-train.tsv and
opinion-train.tsv; see README.md. Features come from the program itself (training/export.rs). The same input gives the same
bytes.
"""
import os
import subprocess
import sys

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"  # sums in one order

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold

PIECES = 1 << 16
GRAMMAR = 1 << 16
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.abspath(sys.argv[1])
MEASURE_ONLY = "--measure" in sys.argv

# Chosen by cross-validation over the essays' documents (factual) and on debates-tune (worthy).
REGULARISATION = {"factual": 0.2, "worthy": 0.3}
PIECE_VALUE = 4.0  # how much more a piece may weigh than a mark for the same penalty
GRAMMAR_VALUE = 1.5  # the same of a piece of grammar
ESSAY_WEIGHT = 4.0  # how much a sentence of an essay counts beside one of a debate
COLUMN_WEIGHT = 2.0  # the same of an opinion column
OWN_MARK_VALUE = 0.5  # how freely a mark may weigh otherwise in an article than in a debate
RECALL = 0.93  # share of the essays' claims that the threshold is to keep


def export(*arguments):
    built = os.environ.get("EXPORT")  # a built one, to save the time
    cargo = ["cargo", "run", "--quiet", "--release", "--package", "claimsheet-training", "--bin", "export", "--"]
    command = [*([os.path.abspath(built)] if built else cargo), *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


MARKS = export("--marks")

# Where the features of each group begin, and how much one may weigh: marks, pieces of words, pieces of grammar.
GROUPS = [(0, 1.0), (len(MARKS), PIECE_VALUE), (len(MARKS) + PIECES, GRAMMAR_VALUE)]


class Sentences:
    """What the program sees of a file of sentences, with `columns` of the file."""

    def __init__(self, name, columns, paragraphs=None):
        within = [] if paragraphs is None else ["--paragraphs", str(paragraphs)]
        rows = [line.split("\t") for line in export(os.path.join(FOLDER, name), *within, *map(str, columns))]
        width = len(columns)
        self.columns = [np.array([row[at] for row in rows]) for at in range(width)]
        self.bars = np.array([float(row[width]) for row in rows])  # 0 where a rule insists
        self.plain = np.array([row[width + 1] == "" for row in rows])  # no rule raised the bar
        self.insisted = self.bars == 0
        self.digit = np.array([row[width + 2] == "1" for row in rows])
        at, features, values = [], [], []
        for number, row in enumerate(rows):
            for column, (base, value) in enumerate(GROUPS, width + 5):
                own = row[column].split()
                at += [number] * len(own)
                features += [base + int(feature) for feature in own]
                values += [value / max(len(own), 1) ** 0.5 if base else value] * len(own)
        shape = (len(rows), len(MARKS) + PIECES + GRAMMAR)
        self.features = sp.csr_matrix((values, (at, features)), shape=shape)
        self.features.sum_duplicates()

    @staticmethod
    def joined(*parts):
        """The bars of several files after each other."""
        whole = object.__new__(Sentences)
        whole.bars = np.concatenate([part.bars for part in parts])
        whole.plain = np.concatenate([part.plain for part in parts])
        return whole

    def kept(self, scores, threshold):
        """What the program makes a claim of at that threshold."""
        return scores >= np.where(self.plain, threshold, self.bars)


def learn(head, features, labels, weights):
    model = LogisticRegression(C=REGULARISATION[head], max_iter=400)
    return model.fit(features, labels, sample_weight=weights)


def with_own_marks(features, in_article):
    """The features with the marks and a constant once more, for sentences of articles only: what a
    mark means there may differ from what it means in a debate, where "I" is often a promise."""
    value = OWN_MARK_VALUE if in_article else 0.0
    constant = sp.csr_matrix(np.full((features.shape[0], 1), value))
    return sp.hstack([features, features[:, : len(MARKS)] * value, constant]).tocsr()


def quantised(model):
    """Weights of marks, pieces of words and pieces of grammar as 8-bit numbers with a scale each, and the bias, for
    articles."""
    weights, bias = model.coef_[0], model.intercept_[0]
    width = len(MARKS) + PIECES + GRAMMAR
    shared, own = weights[:width], weights[width:] * OWN_MARK_VALUE
    ends = [base for base, _ in GROUPS[1:]] + [width]
    groups = [shared[base:end] * value for (base, value), end in zip(GROUPS, ends)]
    if own.size:
        groups[0], bias = groups[0] + own[:-1], bias + own[-1]
    scales = [np.abs(part).max() / 127 for part in groups]
    whole = [np.rint(part / scale).astype(np.int8) for part, scale in zip(groups, scales)]
    return whole, scales, bias


def at_recall(sentences, scores, chosen, recall):
    """The highest threshold at which that share of the chosen sentences is kept."""
    for threshold in np.arange(0.95, 0.05, -0.01):
        if sentences.kept(scores, threshold)[chosen].mean() >= recall:
            return round(float(threshold), 2)
    return 0.05


def measures(kept, positive):
    true = (kept & positive).sum()
    precision, recall = true / max(kept.sum(), 1), true / max(positive.sum(), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def row(name, kept, positive, scores=None):
    precision, recall, f1 = measures(kept, positive)
    average = average_precision_score(positive, kept if scores is None else scores)
    return f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {average:.3f} |"


def reliability(scores, positive):
    lines = ["| score | sentences | said | were |", "|---|---|---|---|"]
    for low in np.arange(0.0, 1.0, 0.1):
        within = (scores >= low) & (scores < low + 0.1 + (low > 0.85))
        if within.any():
            said, were = scores[within].mean(), positive[within].mean()
            lines.append(f"| {low:.1f}–{low + 0.1:.1f} | {within.sum()} | {said:.2f} | {were:.2f} |")
    return "\n".join(lines)


def probability(model, features):
    return model.predict_proba(features)[:, 1]


essays = Sentences("essays-train.tsv", [1, 3], paragraphs=5)
columns = Sentences("opinion-train.tsv", [1, 3], paragraphs=5)
train = Sentences("debates-train.tsv", [1, 2])
tune = Sentences("debates-tune.tsv", [1, 2])
dev = Sentences("debates-dev.tsv", [1])

# Factual: essays and columns by cross-validation over documents, the debates always in training.
labels, documents = (np.concatenate(pair) for pair in zip(essays.columns, columns.columns))
is_essay = np.arange(len(labels)) < len(essays.bars)
value = np.where(is_essay, ESSAY_WEIGHT, COLUMN_WEIGHT)
decided = labels != "B"
claim = labels == "C"
debate_facts = train.columns[1] != "NFS"
tune_facts = tune.columns[1] != "NFS"
in_articles = with_own_marks(sp.vstack([essays.features, columns.features]).tocsr(), True)
in_debates = with_own_marks(sp.vstack([train.features, tune.features]), False)


def learn_factual(chosen):
    features = sp.vstack([in_articles[chosen], in_debates])
    truth = np.concatenate([claim[chosen], debate_facts, tune_facts])
    weights = np.concatenate([value[chosen], np.ones(len(debate_facts) + len(tune_facts))])
    return learn("factual", features, truth, weights)


held_out = np.zeros(len(labels))
for chosen, left in GroupKFold(5).split(in_articles, labels, documents):
    model = learn_factual(chosen[decided[chosen]])
    held_out[left] = probability(model, in_articles[left])
articles = Sentences.joined(essays, columns)
prose = decided & is_essay & ~np.char.startswith(documents.astype(str), "gum")
threshold = at_recall(articles, held_out, prose & claim, RECALL)
factual = learn_factual(np.flatnonzero(decided))

# Worthy: measured on the tune split by a model of the train split, then learnt from both.
truth_train, truth_tune, truth_dev = (part.columns[0] == "1" for part in (train, tune, dev))
first = learn("worthy", train.features, truth_train, np.ones(len(truth_train)))
scores_tune = probability(first, tune.features)
both = sp.vstack([train.features, tune.features])
worthy = learn("worthy", both, np.concatenate([truth_train, truth_tune]), np.ones(both.shape[0]))
scores_dev = probability(worthy, dev.features)
cut = max(np.arange(0.05, 0.8, 0.01), key=lambda cut: measures(scores_tune >= cut, truth_tune)[2])



def write_weights():
    heads = [quantised(factual), quantised(worthy)]
    with open(os.path.join(ROOT, "crates", "claimsheet", "data", "judge.bin"), "wb") as out:
        for group in (1, 2):
            out.write(np.stack([head[0][group] for head in heads], axis=1).tobytes())
    with open(os.path.join(ROOT, "crates", "claimsheet", "data", "judge.txt"), "w") as out:
        out.write("# The judge's weights of marks: factual, worthy. Written by training/train.py.\n")
        out.write("# A weight times the mark scale is what the mark adds to the log odds.\n")
        out.write(f"threshold: {threshold:.2f} {cut:.2f}\n")
        out.write("bias: {:.6f} {:.6f}\n".format(*(head[2] for head in heads)))
        out.write("mark scale: {:.8f} {:.8f}\n".format(*(head[1][0] for head in heads)))
        out.write("piece scale: {:.8f} {:.8f}\n".format(*(head[1][1] for head in heads)))
        out.write("grammar scale: {:.8f} {:.8f}\n".format(*(head[1][2] for head in heads)))
        for at, mark in enumerate(MARKS):
            out.write(f"{mark}: {heads[0][0][0][at]} {heads[1][0][0][at]}\n")


def of_genre(*prefixes):
    own = [np.char.startswith(documents.astype(str), prefix) for prefix in prefixes]
    return decided & is_essay & np.any(own, axis=0)


genres = {
    "editorials": of_genre("ed"),
    "opinion pieces": of_genre("op"),
    "both": of_genre("ed", "op"),
    "essays, speeches, letters": of_genre("gum"),
    "opinion columns": decided & ~is_essay,
}
essay_rows = []
for genre, own in genres.items():
    kept = articles.kept(held_out, threshold)
    aside = (~kept & ~claim)[own].sum() / (~claim)[own].sum()
    essay_rows.append(row(genre, kept[own], claim[own], held_out[own]) + f" {aside:.3f} |")

HEAD = "| | precision | recall | F1 | average precision |\n|---|---|---|---|---|\n"
card = open(os.path.join(ROOT, "training", "MODEL.template.md")).read()
card = card.replace("{THRESHOLD}", f"{threshold:.2f}").replace("{CUT}", f"{cut:.2f}")
card = card.replace("{ESSAYS}", "\n".join(essay_rows))
card = card.replace("{TUNE}", HEAD + "\n".join([
    row("the judge", scores_tune >= cut, truth_tune, scores_tune),
    row("has a digit", tune.digit, truth_tune),
    row("rules only", tune.insisted, truth_tune)]))
card = card.replace("{DEV}", HEAD + "\n".join([
    row("the judge", scores_dev >= cut, truth_dev, scores_dev),
    row("has a digit", dev.digit, truth_dev),
    row("rules only", dev.insisted, truth_dev)]))
card = card.replace("{RELIABILITY_FACTUAL}", reliability(held_out[decided], claim[decided]))
card = card.replace("{RELIABILITY_WORTHY}", reliability(scores_tune, truth_tune))
if not MEASURE_ONLY:
    write_weights()
    with open(os.path.join(ROOT, "training", "MODEL.md"), "w") as out:
        out.write(card)
print(card)
