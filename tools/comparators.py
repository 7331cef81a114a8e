#!/usr/bin/env python3
"""Writes tables/comparators.csv: what news likens sizes to, in metres, square metres, cubic metres, kilograms.

    tools/comparators.py > tables/comparators.csv

Areas of the American states: United States Census Bureau, State Area Measurements (public domain), land
and total. Areas of countries: The World Factbook, last edition (public domain). All other sizes are
facts from rule books and public records, noted down by hand in November 2026.
"""
import csv
import sys

MILE = 2_589_988
KM = 1_000_000
ACRE = 4_047

# Land and total area in square miles.
STATES = """
Alabama 50645 52420; Alaska 570641 665384; Arizona 113594 113990; Arkansas 52035 53179; California 155779 163695;
Colorado 103642 104094; Connecticut 4842 5543; Delaware 1949 2489; Florida 53625 65758; Hawaii 6423 10932;
Idaho 82643 83569; Illinois 55519 57914; Indiana 35826 36420; Iowa 55857 56273; Kansas 81759 82278;
Kentucky 39486 40408; Louisiana 43204 52378; Maine 30843 35380; Maryland 9707 12406; Massachusetts 7800 10554;
Michigan 56539 96714; Minnesota 79627 86936; Mississippi 46923 48432; Missouri 68742 69707; Montana 145546 147040;
Nebraska 76824 77348; Nevada 109781 110572; New Hampshire 8953 9349; New Jersey 7354 8723; New Mexico 121298 121590;
New York State 47126 54555; North Carolina 48618 53819; North Dakota 69001 70698; Ohio 40861 44826; Oklahoma 68595 69899;
Oregon 95988 98379; Pennsylvania 44743 46054; Rhode Island 1034 1545; South Carolina 30061 32020;
South Dakota 75811 77116; Tennessee 41235 42144; Texas 261232 268596; Utah 82170 84897; Vermont 9217 9616;
Virginia 39490 42775; West Virginia 24038 24230; Wisconsin 54158 65496; Wyoming 97093 97813
"""

# Area in square kilometres, the least and the most that is given.
PLACES = """
Wales 20700 20800; Scotland 77900 80300; England 130200 130500; Northern Ireland 13500 14200; Belgium 30200 30700;
Luxembourg 2570 2600; Ireland 68800 70300; Netherlands 33500 41900; Switzerland 39900 41300; Austria 82400 83900;
Denmark 42400 43100; Portugal 91400 92400; Greece 130600 132000; Germany 348600 357700; France 543900 551700;
Spain 498900 506100; Italy 294100 302100; Britain 227000 244900; United Kingdom 241000 244900; Poland 304200 322600;
Israel 20700 22200; Lebanon 10200 10500; Singapore 680 745; Hong Kong 1070 1115; Jamaica 10800 11000;
Iceland 100200 103100; Slovenia 20100 20300; Malta 310 320; Cyprus 9200 9300; Bangladesh 130100 148500;
Manhattan 58 88; Central Park 3.3 3.45; New York City 770 1215; Greater London 1560 1600; Los Angeles 1200 1305;
Hyde Park 1.38 2.55; Isle of Wight 380 385; Monaco 1.9 2.1; Vatican City 0.43 0.5
"""


def rows():
    for line in STATES.replace("\n", " ").split(";"):
        *name, land, total = line.split()
        name = " ".join(name)
        yield name.lower(), "", "area", int(land) * MILE, int(total) * MILE
    for line in PLACES.replace("\n", " ").split(";"):
        *name, low, high = line.split()
        yield " ".join(name).lower(), "", "area", round(float(low) * KM), round(float(high) * KM)
    yield "football field", "football pitch|soccer field|soccer pitch|american football field|football-field|soccer-field", "area", 4_000, 10_800
    yield "tennis court", "", "area", 195, 670
    yield "basketball court", "", "area", 360, 450
    yield "city block", "", "area", 4_000, 35_000
    pools = [
        f"{olympic}{size} {noun}"
        for olympic in ("olympic", "olympics")
        for size in ("", "-size", "-sized", " size", " sized")
        for noun in ("pool", "swimming pool", "swimming-pool")
    ]
    yield pools[0], "|".join(pools[1:]), "volume", 2_200, 3_800
    yield "double-decker bus", "double decker bus|double-decker", "length", 8, 12
    yield "eiffel tower", "", "length", 300, 330
    yield "empire state building", "", "length", 380, 444
    yield "statue of liberty", "", "length", 46, 93


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["name", "aliases", "measures", "low", "high"])
    writer.writerows(rows())


main()
