#!/usr/bin/env python3
"""Makes tables/units.csv from CLDR and the list below.

    npm pack cldr-core@48.2.0 cldr-units-full@48.2.0     (unpack each into a folder of its own)
    tools/units.py CLDR_CORE_FOLDER CLDR_UNITS_FOLDER > tables/units.csv

Names and sizes are CLDR's (Unicode License v3). Which words and symbols news writes for them, and the
units that CLDR does not know, are listed here. CLDR's Japanese units are left out, since their names
are everyday English words ("sun", "fun", "to"); so are units of time, which are lengths of time.
"""
import json, os, re, sys
from fractions import Fraction

CORE, FULL = sys.argv[1:3]


def load(folder, *parts):
    for root in (os.path.join(folder, "package"), folder):
        path = os.path.join(root, *parts)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                return json.load(f)
    sys.exit(f"{os.path.join(*parts)} is not under {folder}")


SIZES = load(CORE, "supplemental", "units.json")["supplemental"]
NAMES = {tag: load(FULL, "main", tag, "units.json")["main"][tag]["units"]["long"] for tag in ("en-GB", "en")}
PREFIX = {"yotta": 24, "zetta": 21, "exa": 18, "peta": 15, "tera": 12, "giga": 9, "mega": 6, "kilo": 3, "hecto": 2,
          "deca": 1, "deci": -1, "centi": -2, "milli": -3, "micro": -6, "nano": -9, "pico": -12, "femto": -15}


def number(text):
    """A product and quotient of numbers and constants, read from left to right with `*` before `/` as CLDR says."""
    above, below = Fraction(1), Fraction(1)
    for side, group in enumerate(text.replace(" ", "").split("/")):
        for factor in group.split("*"):
            constant = SIZES["unitConstants"].get(factor)
            value = number(constant["_value"]) if constant else Fraction(factor)
            if side == 0:
                above *= value
            else:
                below *= value
    return above / below


def simple(name):
    """Factor, offset and powers of the base dimensions of one CLDR unit without powers."""
    if name == "kilogram":
        return Fraction(1), Fraction(0), {"mass": 1}
    if name in SIZES["convertUnits"]:
        unit = SIZES["convertUnits"][name]
        factor = number(unit.get("_factor", "1"))
        offset = number(unit["_offset"]) if "_offset" in unit else Fraction(0)
        base = unit["_baseUnit"]
        if base == name:
            return factor, offset, BASE[base]
        size, _, powers = compound(base)
        return factor * size, offset, powers
    for prefix, power in PREFIX.items():
        if name.startswith(prefix) and name[len(prefix):] in SIZES["convertUnits"]:
            factor, offset, powers = simple(name[len(prefix):])
            return factor * Fraction(10) ** power, offset, powers
    sys.exit(f"no unit {name}")


# What one base unit is in the project's: metre, kilogram, day, kelvin, ampere, bit, degree of arc.
BASE = {"meter": {"length": 1}, "second": {"time": 1}, "kelvin": {"temperature": 1}, "ampere": {"current": 1},
        "bit": {"data": 1}, "revolution": {"angle": 1}, "candela": {"other": 10}, "item": {"other": 11},
        "part": {"other": 12}, "pixel": {"other": 13}, "year": {"time": 1}}


def compound(name):
    factor, offset, powers, sign, power = Fraction(1), Fraction(0), {}, 1, 1
    known = set(SIZES["convertUnits"]) | {p + u for p in PREFIX for u in SIZES["convertUnits"]} | {"kilogram"}
    words = name.split("-")
    at = 0
    while at < len(words):
        word = words[at]
        if word == "per":
            sign, at = -1, at + 1
            continue
        if word in ("square", "cubic") or re.fullmatch(r"pow\d", word):
            power, at = {"square": 2, "cubic": 3}.get(word) or int(word[3:]), at + 1
            continue
        if word.isdigit() or re.fullmatch(r"1e\d+", word):
            factor *= Fraction(word) ** sign
            at += 1
            continue
        length = next(n for n in (3, 2, 1) if "-".join(words[at:at + n]) in known)
        size, shift, of = simple("-".join(words[at:at + length]))
        factor *= size ** (sign * power)
        offset = shift
        for dimension, p in of.items():
            if dimension == "other":
                powers["other"] = p
            else:
                powers[dimension] = powers.get(dimension, 0) + p * sign * power
        at, power = at + length, 1
    return factor, offset, {d: p for d, p in powers.items() if p}


def in_days_and_degrees(factor, powers):
    """CLDR counts seconds and turns, we days and degrees of arc."""
    factor *= Fraction(1, 86400) ** powers.get("time", 0)
    return factor * Fraction(360) ** powers.get("angle", 0)


def names(tag, key):
    forms = NAMES[tag].get(key, {})
    one, many = (forms.get(f"unitPattern-count-{n}", "").replace("{0}", "").strip() for n in ("one", "other"))
    return one.lower(), many.lower()


# CLDR's units: key, symbols (case counts), other words (case does not), "loose" where the size differs by country or trade.
CLDR = """
length-kilometer; km|kms|Km|KM; kilometre|kilometer|kms
length-meter; m; mtr|mtrs
length-decimeter; dm;
length-centimeter; cm|cms;
length-millimeter; mm;
length-micrometer; µm|μm|um; micron|microns
length-nanometer; nm;
length-picometer; pm_;
length-mile; mi;
length-yard; yd|yds;
length-foot; ft; foot|feet
length-inch; in|ins; inch|inches
length-parsec; ;
length-light-year; ly; light year|light years|lightyear|lightyears
length-astronomical-unit; AU;
length-furlong; ;
length-fathom; ;
length-nautical-mile; nmi; nautical miles|sea mile|sea miles
length-solar-radius; ;
area-square-kilometer; km²|km2|sqkm;
area-hectare; ha; 
area-square-meter; m²|m2|sqm;
area-square-centimeter; cm²|cm2;
area-square-mile; mi²|mi2; 
area-acre; ; 
area-square-yard; yd²|yd2;
area-square-foot; ft²|ft2|sqft;
area-square-inch; in²|in2;
area-dunam; ; dunum|dunums|dunam|dunams
volume-cubic-kilometer; km³|km3;
volume-cubic-meter; m³|m3;
volume-cubic-centimeter; cm³|cm3|cc|ccs;
volume-cubic-mile; mi³;
volume-cubic-yard; yd³;
volume-cubic-foot; ft³|ft3;
volume-cubic-inch; in³;
volume-megaliter; ML;
volume-hectoliter; hl|hL;
volume-liter; l|L|ltr|ltrs; 
volume-deciliter; dl|dL;
volume-centiliter; cl|cL;
volume-milliliter; ml|mL|mls;
volume-acre-foot; ; acre-foot|acre-feet|acre foot|acre feet
volume-bushel; bu_; ; loose
volume-gallon; gal|gals; gallon|gallons; loose
volume-quart; qt; quart|quarts; loose
volume-pint; ; pint|pints; loose
volume-fluid-ounce; floz; fluid ounce|fluid ounces|fl oz; loose
volume-tablespoon; tbsp; ; loose
volume-teaspoon; tsp; ; loose
volume-barrel; bbl|bbls; 
mass-tonne; t|MT; metric ton|metric tons|metric tonne|metric tonnes
mass-kilogram; kg|kgs|Kg|KG; kilo|kilos|kilogramme|kilogrammes
mass-gram; g|gm|gms|gr_; gramme|grammes
mass-milligram; mg|mgs; milligramme|milligrammes
mass-microgram; µg|μg|mcg|ug; microgramme|microgrammes
mass-ton; ; ton|tons; loose
mass-stone; ; stone
mass-pound; lb|lbs; 
mass-ounce; oz; 
mass-ounce-troy; ; troy ounce|troy ounces
mass-carat; ct; 
mass-dalton; ;
mass-solar-mass; ;
mass-earth-mass; ;
speed-kilometer-per-hour; km/h|kmh|kph|kmph|km/hr|KPH|kms/h; 
speed-meter-per-second; m/s|mps;
speed-mile-per-hour; mph|MPH|mi/h;
speed-knot; kn|kt|kts; 
temperature-celsius; °C|℃; degree centigrade|degrees centigrade|celsius|centigrade|celcius|degree celcius|degrees celcius
temperature-fahrenheit; °F|℉; fahrenheit|farenheit|degree farenheit|degrees farenheit|fahrenheits
temperature-kelvin; ; kelvin|kelvins
pressure-millibar; mbar|mbars; 
pressure-bar; bar; 
pressure-atmosphere; atm; 
pressure-pascal; Pa;
pressure-hectopascal; hPa;
pressure-kilopascal; kPa;
pressure-megapascal; MPa;
pressure-pound-force-per-square-inch; psi|PSI; pounds per square inch
pressure-millimeter-ofhg; mmHg|mmhg;
power-gigawatt; GW;
power-megawatt; MW;
power-kilowatt; kW|KW;
power-watt; W;
power-milliwatt; mW;
power-horsepower; hp|bhp|HP|BHP; brake horsepower
energy-kilocalorie; kcal|kcals; 
energy-kilojoule; kJ;
energy-joule; ;
energy-kilowatt-hour; kWh|KWh|kwh|KWH; kilowatt hour|kilowatt hours|kilowatt-hour|kilowatt-hours
energy-electronvolt; eV; electronvolt|electronvolts|electron volt|electron volts
energy-british-thermal-unit; BTU|BTUs|Btu; british thermal unit|british thermal units
energy-therm-us; ; therm|therms; loose
force-newton; ;
torque-newton-meter; Nm;
torque-pound-force-foot; ; pound-force-foot|pound-force-feet|pound feet|lb-ft|foot-pound|foot-pounds
frequency-gigahertz; GHz|Ghz;
frequency-megahertz; MHz|Mhz;
frequency-kilohertz; kHz|KHz|khz;
frequency-hertz; Hz|hz;
digital-petabyte; PB;
digital-terabyte; TB; tb
digital-terabit; Tb;
digital-gigabyte; GB; gb|gig|gigs
digital-gigabit; Gb|Gbit;
digital-megabyte; MB; 
digital-megabit; Mb|Mbit;
digital-kilobyte; KB|kB; 
digital-kilobit; Kb|kb|kbit;
digital-byte; ;
digital-bit; ;
electric-ampere; amp_; amp|amps
electric-milliampere; mA;
electric-volt; V;
electric-ohm; Ω;
graphics-megapixel; MP;
graphics-pixel; px; 
acceleration-g-force; ; g-force|g-forces
angle-arc-minute; ; arcminute|arcminutes
angle-arc-second; ; arcsecond|arcseconds
light-lux; lx;
light-lumen; lm;
energy-becquerel; Bq; becquerel|becquerels
energy-sievert; Sv; sievert|sieverts
energy-gray; Gy;
magnetic-tesla; ;
concentr-part-per-1e6; ppm; parts per million|part per million
concentr-part-per-1e9; ppb; parts per billion|part per billion
consumption-mile-per-gallon; mpg|MPG; miles per gallon|mile per gallon|miles to the gallon|miles a gallon; loose
volume-dram; ; dram|drams; loose
volume-dessert-spoon; ; ; loose
acceleration-meter-per-square-second; m/s²|m/s2; metres per second per second|meters per second per second
concentr-millimole-per-liter; mmol/l|mmol/L;
consumption-liter-per-100-kilometer; l/100km|L/100km;
length-earth-radius; ;
pressure-inch-ofhg; inHg;
electric-coulomb; ;
electric-farad; ;
light-candela; ;
force-kilogram-force; kgf;
graphics-pixel-per-inch; ppi;
"""

# Units that CLDR has no name for: name; plural; symbols; other words; size in CLDR's units (empty: none fixed).
OWN = """
cup; cups; ; ; -cubic-meter
calorie; calories; cal; cals; -joule
kiloton; kilotons; kt_; ; -kilogram
megaton; megatons; ; ; -kilogram
gigaton; gigatons; Gt; ; -kilogram
kilotonne; kilotonnes; ; ; 1000 tonne
megatonne; megatonnes; Mt; ; 1000000 tonne
gigatonne; gigatonnes; ; ; 1000000000 tonne
long ton; long tons; ; ; 2240 pound
short ton; short tons; ; ; 2000 pound
hundredweight; hundredweight; cwt; ; -kilogram
hand; hands; ; hh; 4 inch
imperial gallon; imperial gallons; ; ; 1 gallon-imperial
us gallon; us gallons; ; u.s. gallon|u.s. gallons; 1 gallon
imperial pint; imperial pints; ; ; 1 pint-imperial
us quart; us quarts; ; u.s. quart|u.s. quarts; 1 quart
imperial quart; imperial quarts; ; ; 1 quart-imperial
us pint; us pints; ; u.s. pint|u.s. pints; 1 pint
us fluid ounce; us fluid ounces; ; u.s. fluid ounce|u.s. fluid ounces; 1 fluid-ounce
imperial fluid ounce; imperial fluid ounces; ; ; 1 fluid-ounce-imperial
kilolitre; kilolitres; kl|kL; kiloliter|kiloliters; 1000 liter
gigalitre; gigalitres; GL; gigaliter|gigaliters; 1000000000 liter
cubic decimetre; cubic decimetres; ; ; 1 cubic-decimeter
terawatt; terawatts; TW; ; 1 terawatt
watt hour; watt hours; Wh; watt-hour|watt-hours; 3600 joule
megawatt hour; megawatt hours; MWh|MWH; megawatt-hour|megawatt-hours; 3600000000 joule
gigawatt hour; gigawatt hours; GWh|GWH; gigawatt-hour|gigawatt-hours; 3600000000000 joule
terawatt hour; terawatt hours; TWh|TWH; terawatt-hour|terawatt-hours; 3600000000000000 joule
megajoule; megajoules; MJ; ; 1 megajoule
gigapascal; gigapascals; GPa; ; 1 gigapascal
gigajoule; gigajoules; GJ; ; 1 gigajoule
kilovolt; kilovolts; kV|KV; ; 1 kilovolt
exabyte; exabytes; EB; ; 1 exabyte
zettabyte; zettabytes; ZB; ; 1 zettabyte
milliampere-hour; milliampere-hours; mAh; milliampere hour|milliampere hours|milliamp hours|milliamp-hours; -ampere
ampere-hour; ampere-hours; Ah; ampere hour|ampere hours|amp hours|amp-hours; -ampere
megabit per second; megabits per second; Mbps|Mbit/s|Mb/s|mbps; ; 1000000 bit-per-second
gigabit per second; gigabits per second; Gbps|Gb/s; ; 1000000000 bit-per-second
kilobit per second; kilobits per second; kbps|Kbps; ; 1000 bit-per-second
kiloelectronvolt; kiloelectronvolts; keV; ; 1000 electronvolt
megaelectronvolt; megaelectronvolts; MeV; ; 1000000 electronvolt
gigaelectronvolt; gigaelectronvolts; GeV; ; 1000000000 electronvolt
teraelectronvolt; teraelectronvolts; TeV; ; 1000000000000 electronvolt
milligray; milligrays; mGy; ; 1 milligray
kilopound-force per square inch; kilopounds-force per square inch; ksi; ; 1000 pound-force-per-square-inch
million british thermal units; million british thermal units; MMBtu|mmBtu|mmbtu|MMBTU; ; 1000000 british-thermal-unit
billion cubic feet; billion cubic feet; bcf|Bcf; ; 1000000000 cubic-foot
trillion cubic feet; trillion cubic feet; tcf|Tcf; ; 1000000000000 cubic-foot
billion cubic metres; billion cubic metres; bcm; ; 1000000000 cubic-meter
cubic foot per minute; cubic feet per minute; cfm; ; 1 cubic-foot-per-minute
deadweight tonne; deadweight tonnes; dwt|DWT; deadweight ton|deadweight tons|dead weight tonnes|dead weight tons; =14
point per game; points per game; ppg; ; =15
rebound per game; rebounds per game; rpg; ; =16
assist per game; assists per game; apg; ; =17
steal per game; steals per game; spg; ; =19
block per game; blocks per game; bpg; ; =20
win above replacement; wins above replacement; WAR; ; =21
terahertz; terahertz; THz; ; 1 terahertz
millisievert; millisieverts; mSv; ; 1 millisievert
microsievert; microsieverts; µSv|μSv; ; 1 microsievert
nanogram; nanograms; ng; nanogramme|nanogrammes; 1 nanogram
micrometre per second; micrometres per second; ; ; 1 micrometer-per-second
gravity; gravities; ; ; 1 g-force
decibel; decibels; dB|dBA|db; ; =1
carat of gold; carats of gold; ; karat|karats; =2
degree; degrees; °; ; =3
barrel of oil equivalent; barrels of oil equivalent; boe|BOE; ; =4
revolution per minute; revolutions per minute; rpm|RPM; ; =5
radian; radians; rad; ; -degree
beat per minute; beats per minute; bpm|BPM; ; =6
dot per inch; dots per inch; dpi; ; =7
frame per second; frames per second; fps; ; =8
barrel per day; barrels per day; bpd|b/d; ; 1 barrel-per-day
cubic foot per second; cubic feet per second; cfs; ; 1 cubic-foot-per-second
foot per second; feet per second; ft/s; ; 1 foot-per-second
kilometre per second; kilometres per second; km/s; ; 1 kilometer-per-second
twenty-foot equivalent unit; twenty-foot equivalent units; TEU|TEUs; ; =9
roentgen; roentgens; ; röntgen|rontgen; =18
quintal; quintals; ; ; 100 kilogram
international unit; international units; IU|IUs; ; =22
metric horsepower; metric horsepower; PS; ; 735.49875 watt
"""


def fields(line, count):
    cells = [cell.strip() for cell in line.split(";")]
    return cells + [""] * (count - len(cells))


def fraction(n):
    return str(n.numerator) if n.denominator == 1 else f"{n.numerator}/{n.denominator}"


def dimension(powers):
    order = ["length", "mass", "time", "temperature", "current", "data", "angle", "other"]
    return " ".join(f"{d} {powers[d]}" for d in order if d in powers)


def plain(form):
    """The name that news gives a unit, where CLDR has another."""
    return form.replace("kilowatt-hour", "kilowatt hour").replace("pound-force-f", "pound-f")


def row(name, plural, symbols, words, powers, factor, offset):
    words = [w for w in dict.fromkeys(words) if w and w not in (name, plural)]
    symbols = "|".join(s for s in symbols.split("|") if not s.endswith("_"))
    print(",".join([name, plural, "|".join(words), symbols, dimension(powers), factor, offset]))


def main():
    print("name,plural,words,symbols,dimension,factor,offset")
    for line in CLDR.strip().splitlines():
        key, symbols, words, loose = fields(line, 4)
        name, plural = (plain(form) for form in names("en-GB", key))
        american = [form for form in names("en", key) if form]
        kind, _, unit = key.partition("-")
        factor, offset, powers = compound(unit)
        size = "" if loose else fraction(in_days_and_degrees(factor, powers))
        shift = "" if not offset else fraction(offset)
        drop = lambda form: re.sub(r"\bus ", "", form) if loose else form
        row(drop(name), drop(plural), symbols, words.split("|") + [drop(form) for form in american], powers, size, shift)
    for line in OWN.strip().splitlines():
        name, plural, symbols, words, size = fields(line, 5)
        if size.startswith("="):
            powers, factor = {"other": int(size[1:])}, ""
        else:
            count, _, unit = size.partition(" ") if not size.startswith("-") else ("", "", size[1:])
            per, _, powers = compound(unit)
            factor = fraction(in_days_and_degrees(per * Fraction(count), powers)) if count else ""
        row(name, plural, symbols, words.split("|"), powers, factor, "")


main()
