#!/usr/bin/env python3
"""Trains the judge: data/judge.txt, data/judge.bin and training/MODEL.md.

usage: train.py FOLDER_OF_LABELLED_SENTENCES

The folder holds debates-train.tsv, debates-tune.tsv, debates-dev.tsv and essays-train.tsv; see
README.md. Features come from the program itself (training/export.rs). The same input gives the same
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
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.abspath(sys.argv[1])

# Chosen by cross-validation over the essays' documents (factual) and on debates-tune (worthy).
REGULARISATION = {"factual": 0.3, "worthy": 0.3}
PIECE_VALUE = 4.0  # how much more a piece may weigh than a mark for the same penalty
ESSAY_WEIGHT = 4.0  # how much a sentence of an essay counts beside one of a debate
RECALL = 0.93  # share of the essays' claims that the threshold is to keep


def export(*arguments):
    command = ["cargo", "run", "--quiet", "--release", "--example", "export", "--", *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


MARKS = export("--marks")


class Sentences:
    """What the program sees of a file of sentences, with `columns` of the file."""

    def __init__(self, name, columns):
        rows = [line.split("\t") for line in export(os.path.join(FOLDER, name), *map(str, columns))]
        width = len(columns)
        self.columns = [np.array([row[at] for row in rows]) for at in range(width)]
        self.insisted = np.array([row[width] == "1" for row in rows])
        self.digit = np.array([row[width + 1] == "1" for row in rows])
        at, features, values = [], [], []
        for number, row in enumerate(rows):
            marks, pieces = row[width + 4].split(), row[width + 5].split()
            at += [number] * (len(marks) + len(pieces))
            features += [int(mark) for mark in marks] + [len(MARKS) + int(piece) for piece in pieces]
            values += [1.0] * len(marks) + [PIECE_VALUE / max(len(pieces), 1) ** 0.5] * len(pieces)
        shape = (len(rows), len(MARKS) + PIECES)
        self.features = sp.csr_matrix((values, (at, features)), shape=shape)
        self.features.sum_duplicates()


def learn(head, features, labels, weights):
    model = LogisticRegression(C=REGULARISATION[head], max_iter=400)
    return model.fit(features, labels, sample_weight=weights)


def quantised(model):
    """Weights of marks and pieces as 8-bit numbers with a scale each, and the bias."""
    marks, pieces = model.coef_[0][: len(MARKS)], model.coef_[0][len(MARKS) :] * PIECE_VALUE
    scales = [np.abs(part).max() / 127 for part in (marks, pieces)]
    whole = [np.rint(part / scale).astype(np.int8) for part, scale in zip((marks, pieces), scales)]
    return whole, scales, model.intercept_[0]


def at_recall(scores, positive, insisted, recall):
    """The highest threshold that keeps that share of the positives, insisted ones in any case."""
    for threshold in np.arange(0.95, 0.05, -0.01):
        if ((scores >= threshold) | insisted)[positive].mean() >= recall:
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


essays = Sentences("essays-train.tsv", [1, 3])
train = Sentences("debates-train.tsv", [1, 2])
tune = Sentences("debates-tune.tsv", [1, 2])
dev = Sentences("debates-dev.tsv", [1])

# Factual: essays by cross-validation over documents, the debates always in training.
labels, documents = essays.columns
decided = labels != "B"
claim = labels == "C"
debate_facts = train.columns[1] != "NFS"
tune_facts = tune.columns[1] != "NFS"


def learn_factual(chosen):
    features = sp.vstack([essays.features[chosen], train.features, tune.features])
    truth = np.concatenate([claim[chosen], debate_facts, tune_facts])
    weights = np.concatenate([np.full(len(chosen), ESSAY_WEIGHT), np.ones(len(debate_facts) + len(tune_facts))])
    return learn("factual", features, truth, weights)


held_out = np.zeros(len(labels))
for chosen, left in GroupKFold(5).split(essays.features, labels, documents):
    model = learn_factual(chosen[decided[chosen]])
    held_out[left] = probability(model, essays.features[left])
prose = decided & ~np.char.startswith(documents.astype(str), "gum")
threshold = at_recall(held_out[prose], claim[prose], essays.insisted[prose], RECALL)
factual = learn_factual(np.flatnonzero(decided))

# Worthy: measured on the tune split by a model of the train split, then learnt from both.
truth_train, truth_tune, truth_dev = (part.columns[0] == "1" for part in (train, tune, dev))
first = learn("worthy", train.features, truth_train, np.ones(len(truth_train)))
scores_tune = probability(first, tune.features)
both = sp.vstack([train.features, tune.features])
worthy = learn("worthy", both, np.concatenate([truth_train, truth_tune]), np.ones(both.shape[0]))
scores_dev = probability(worthy, dev.features)
cut = max(np.arange(0.2, 0.8, 0.01), key=lambda cut: measures(scores_tune >= cut, truth_tune)[2])

heads = [quantised(factual), quantised(worthy)]
with open(os.path.join(ROOT, "data", "judge.bin"), "wb") as out:
    out.write(np.stack([head[0][1] for head in heads], axis=1).tobytes())
with open(os.path.join(ROOT, "data", "judge.txt"), "w") as out:
    out.write("# The judge's weights of marks: factual, worthy. Written by training/train.py.\n")
    out.write("# A weight times the mark scale is what the mark adds to the log odds.\n")
    out.write("bias: {:.6f} {:.6f}\n".format(*(head[2] for head in heads)))
    out.write("mark scale: {:.8f} {:.8f}\n".format(*(head[1][0] for head in heads)))
    out.write("piece scale: {:.8f} {:.8f}\n".format(*(head[1][1] for head in heads)))
    for at, mark in enumerate(MARKS):
        out.write(f"{mark}: {heads[0][0][0][at]} {heads[1][0][0][at]}\n")

genres = {"editorials": "ed", "opinion pieces": "op", "essays, speeches, letters": "gum"}
essay_rows = []
for genre, prefix in genres.items():
    own = decided & np.char.startswith(documents.astype(str), prefix)
    kept = (held_out >= threshold) | essays.insisted
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
open(os.path.join(ROOT, "training", "MODEL.md"), "w").write(card)
print(card)
