#!/usr/bin/env python3
"""Rebuilds tables/currencies.csv.

    tools/currencies.py CLDR_CORE CLDR_NUMBERS

The two are the unpacked npm packages `cldr-core` and `cldr-numbers-full`. Names, plurals and the
countries where a currency is legal tender today are CLDR's; the short names, symbols and minor
units below are hand-made.
"""

import csv
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent

# Signs that mean one currency only; "$", "¥" and "kr" mean several. "£" is the pound sterling in news.
SYMBOLS = {
    "USD": "US$|U.S.$", "EUR": "€", "GBP": "£|UK£|GB£", "AUD": "A$|AU$|Au$", "CAD": "C$|CA$|Can$|CAN$|Cdn$|CDN$", "NZD": "NZ$", "HKD": "HK$",
    "SGD": "S$|SG$", "TWD": "NT$|TW$", "BRL": "R$", "MXN": "Mex$|MX$", "INR": "₹", "RUB": "₽", "TRY": "₺", "UAH": "₴", "ILS": "₪",
    "KRW": "₩", "NGN": "₦", "PHP": "₱", "VND": "₫", "THB": "฿", "KZT": "₸", "AZN": "₼", "GEL": "₾", "CRC": "₡", "PYG": "₲",
    "GHS": "₵|GH₵", "MNT": "₮", "KHR": "៛", "LAK": "₭", "PLN": "zł", "CZK": "Kč", "HUF": "Ft", "JPY": "JP¥", "CNY": "CN¥|RMB",
    "KES": "KSh|Ksh", "JMD": "J$|JM$", "TTD": "TT$", "FJD": "FJ$|F$", "BBD": "Bds$|BDS$", "EGP": "E£", "BDT": "৳", "BTC": "₿", "AMD": "֏", "BZD": "BZ$", "GYD": "G$", "NAD": "N$", "XCD": "EC$",
}
# How news calls them beside the full name, where one word is enough.
SHORT = {
    "EUR": "euro", "GBP": "pound sterling|sterling", "JPY": "yen", "CNY": "yuan|renminbi", "RUB": "rouble|ruble",
    "PLN": "zloty", "HUF": "forint", "CZK": "koruna", "UAH": "hryvnia", "ILS": "shekel", "THB": "baht", "MYR": "ringgit", "TRY": "lira",
    "ZAR": "rand", "VND": "dong", "KZT": "tenge", "NGN": "naira", "GHS": "cedi", "ETB": "birr", "BDT": "taka",
    "GEL": "lari", "AMD": "dram", "PYG": "guarani", "PEN": "sol", "VES": "bolivar", "GTQ": "quetzal",
    "HNL": "lempira", "HTG": "gourde", "PAB": "balboa", "MNT": "tugrik", "MMK": "kyat", "KHR": "riel", "LAK": "kip",
    "AFN": "afghani", "BGN": "lev", "ALL": "lek", "MKD": "denar", "SZL": "lilangeni", "LSL": "loti",
    "BWP": "pula", "AOA": "kwanza", "MZN": "metical", "MGA": "ariary", "GMD": "dalasi", "SLE": "leone",
    "MVR": "rufiyaa", "BTN": "ngultrum", "TOP": "paanga", "WST": "tala", "VUV": "vatu", "PGK": "kina", "ERN": "nakfa",
}
# One hundredth (or thousandth) of the unit: singular|plural.
MINOR = {
    "cent|cents": "USD EUR AUD CAD NZD HKD SGD TWD ZAR JMD TTD FJD BBD BSD BZD GYD KES TZS UGX LKR MUR NAD SBD SRD XCD ETB LRD SOS MYR",
    "penny|pence": "GBP", "paisa|paise": "INR PKR NPR", "kopeck|kopecks": "RUB BYN", "kopiyka|kopiykas": "UAH", "kurus|kurus": "TRY",
    "sen|sen": "JPY IDR KHR", "fen|fen": "CNY", "jeon|jeon": "KRW", "satang|satang": "THB", "agora|agorot": "ILS", "grosz|groszy": "PLN",
    "haler|haleru": "CZK", "filler|filler": "HUF", "ore|ore": "SEK NOK DKK", "rappen|rappen": "CHF", "centavo|centavos": "MXN BRL ARS CLP COP PHP CUP DOP BOB GTQ HNL NIO MZN",
    "centimo|centimos": "VES CRC PEN PYG", "piastre|piastres": "EGP LBP SYP SDG JOD", "fils|fils": "AED KWD BHD IQD YER", "halala|halalas": "SAR", "dirham|dirhams": "QAR LYD",
    "kobo|kobo": "NGN", "pesewa|pesewas": "GHS", "poisha|poisha": "BDT", "ban|bani": "RON MDL", "stotinka|stotinki": "BGN", "tyiyn|tyiyn": "KZT KGS UZS",
    "tetri|tetri": "GEL", "qapik|qapik": "AZN", "luma|luma": "AMD", "thebe|thebe": "BWP", "ngwee|ngwee": "ZMW", "tambala|tambala": "MWK", "aurar|aurar": "ISK", "rial|rials": "", "millime|millimes": "TND",
    "centime|centimes": "XOF XAF XPF MAD DZD HTG RWF BIF CDF GNF DJF", "pul|puls": "AFN", "pya|pyas": "MMK", "para|para": "RSD",
}


def countries():
    names = {}
    for line in (HERE / "countries.tsv").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        if len(fields) == 5 and fields[0]:
            names[fields[0].strip("!")] = fields[1]
    return names


def main(core, numbers):
    english = json.loads((numbers / "main/en/currencies.json").read_text())["main"]["en"]["numbers"]["currencies"]
    supplement = json.loads((core / "supplemental/currencyData.json").read_text())["supplemental"]["currencyData"]
    minor = {code: unit for unit, codes in MINOR.items() for code in codes.split()}
    places, used = countries(), {}
    for region, history in supplement["region"].items():
        for entry in history:
            for code, facts in entry.items():
                if "_to" not in facts and facts.get("_tender") != "false" and region in places:
                    used.setdefault(code, []).append(places[region])
    with (HERE.parent / "tables/currencies.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["code", "name", "plural", "aliases", "symbols", "minor", "minor_plural", "countries"])
        for code in sorted(used):
            one, many = (english[code].get(f"displayName-count-{n}", english[code]["displayName"]) for n in ("one", "other"))
            unit, units = (minor.get(code, "") + "|").split("|")[:2]
            writer.writerow([code, one, many, SHORT.get(code, ""), SYMBOLS.get(code, ""), unit, units, "|".join(sorted(used[code]))])


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
