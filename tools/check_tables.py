#!/usr/bin/env python3
"""Checks the form and the order of the tables whose facts are typed by hand; says nothing where all is well.

    tools/check_tables.py

A row that does not fit is one that the program would pass over in silence. Whoever adds a row puts it beside its like and
looks the figures up where the comment of the table says.
"""

import pathlib
import re
import sys

TABLES = pathlib.Path(__file__).resolve().parent.parent / "tables"
NAME = re.compile(r"[a-zà-ÿ0-9.'’ -]+(\|[a-zà-ÿ0-9.'’ -]+)*")
WHOLE = re.compile(r"[1-9][0-9]*|0")
DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")
ANY = re.compile(r".*")


def one_of(*words):
    return re.compile("|".join(words))


# Each table: its columns and the form of each; the columns of which the first is below the second; whether a column
# counts up from one row to the next.
TYPED = {
    "chambers.csv": ([("name", NAME), ("most", WHOLE), ("of", ANY)], [], None),
    "fixed_numbers.csv": ([("name", NAME), ("part", NAME), ("least", WHOLE), ("most", WHOLE)], [], None),
    "inventions.csv": ([("name", NAME), ("since", WHOLE), ("won", one_of("yes", "no"))], [], None),
    "lifetimes.csv": ([("name", NAME), ("since", WHOLE), ("until", re.compile(r"[1-9][0-9]*|")),
                       ("made", one_of("yes", "no"))], [], None),
    "borders.csv": ([("land", ANY), ("neighbours", ANY)], [], None),
    "coasts.csv": ([("sea", NAME), ("lands", ANY)], [], None),
    "world_regions.csv": ([("names", NAME), ("lands", ANY)], [], None),
    "sizes.csv": ([("name", NAME), ("measures", one_of("length", "mass", "speed")),
                   ("along", one_of("up", "across", "long", "wide", "deep", "of", "of a day", "aloft", "")),
                   ("low", DECIMAL), ("high", DECIMAL)], [("low", "high")], None),
    "prices.csv": ([("name", NAME), ("least", re.compile(r"[1-9][0-9]*|")), ("most", re.compile(r"[1-9][0-9]*|"))], [],
                   None),
    "deeds.csv": ([("names", NAME), ("verbs", NAME), ("years", re.compile(r"[12][0-9]{3}(\|[12][0-9]{3})*"))], [], None),
    "elements.csv": ([("names", NAME), ("symbol", re.compile(r"[A-Z][a-z]?")), ("number", WHOLE), ("lightest", WHOLE),
                      ("heaviest", WHOLE)], [("number", "heaviest"), ("lightest", "heaviest")], "number"),
    "planets.csv": ([("name", NAME), ("circles", one_of("sun", "earth")), ("place", WHOLE), ("near", DECIMAL),
                     ("far", DECIMAL), ("narrow", DECIMAL), ("wide", DECIMAL)], [("near", "far"), ("narrow", "wide")], None),
    "lookalikes.csv": ([("word", NAME), ("meant", NAME), ("after", ANY), ("before", ANY)], [], None),
    "misspellings.csv": ([("wrong", NAME), ("right", ANY)], [], None),
    "like_lands.csv": ([("capital", ANY), ("country", ANY), ("like", ANY)], [], None),
    "phone_numbers.csv": ([("plan", re.compile(r"[1-9][0-9]*( [0-9])?")), ("country", ANY), ("least", WHOLE), ("most", WHOLE)], [],
                          None),
    "exchange_rates.csv": ([("currency", ANY), ("year", re.compile(r"(19|20)[0-9][0-9]")), ("low", DECIMAL),
                            ("high", DECIMAL)], [], None),
    "pair_bands.csv": ([("first", ANY), ("second", ANY), ("low", DECIMAL), ("high", DECIMAL)], [], None),
    "currency_bands.csv": ([("currency", ANY), ("aliases", ANY), ("low", DECIMAL), ("high", DECIMAL)], [], None),
}
# How many columns name a row, where it is more than one.
KEYS = {"deeds.csv": 2, "exchange_rates.csv": 2, "fixed_numbers.csv": 2, "lookalikes.csv": 2, "pair_bands.csv": 2,
        "sizes.csv": 3}
# What a later reader has to find at the head of a table, or in the Markdown file of its name.
SAID = ["as of"]


def check(file, columns, below, counts):
    lines = (TABLES / file).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    if head and not all(said in " ".join(head) for said in SAID):
        yield 1, "the comment does not say as of when the table is"
    names, last = {}, None
    for number, line in enumerate(lines[len(head):], len(head) + 1):
        cells = line.split(",")
        if number == len(head) + 1:
            if cells != [name for name, _ in columns]:
                yield number, f"the columns are {cells}"
            continue
        if len(cells) != len(columns):
            yield number, f"{len(cells)} cells, not {len(columns)}"
            continue
        row = {name: cell for (name, _), cell in zip(columns, cells)}
        for (name, form), cell in zip(columns, cells):
            if not form.fullmatch(cell):
                yield number, f"{name} is `{cell}`"
        for low, high in below:
            if not float(row[low]) < float(row[high]):
                yield number, f"{low} {row[low]} is not below {high} {row[high]}"
        key = tuple(cells[:KEYS.get(file, 1)])
        if key in names:
            yield number, f"{key} stands in line {names[key]} already"
        names[key] = number
        if counts:
            if last is not None and int(row[counts]) != last + 1:
                yield number, f"{counts} {row[counts]} does not follow {last}"
            last = int(row[counts])


def main():
    wrong = [f"tables/{file}:{line}: {what}" for file, form in TYPED.items() for line, what in check(file, *form)]
    sys.exit("\n".join(wrong) or None)


if __name__ == "__main__":
    main()
