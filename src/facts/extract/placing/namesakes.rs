//! Where every place lies that bears the name of a larger city, and which regions a claim may mean.

use crate::text::Text;
use crate::text::gazetteer::Country;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A region that a city can be said to lie in, by its code in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    /// A country, with what other countries hold or claim that some count to it.
    Country(&'static str, &'static [&'static str]),
    /// An American state, by its postal code.
    State(&'static str),
    /// A part of Britain, Canada or Australia: `CA.ON`.
    Part(&'static str),
}

static TABLE: &str = include_str!("../../../../tables/namesakes.csv");

static BY_NAME: LazyLock<FxHashMap<&'static str, Namesakes>> = LazyLock::new(|| {
    let rows = TABLE.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let name = cells.next()?;
        let at = cells.next()?.parse().ok().zip(cells.next()?.parse().ok());
        Some((name, Namesakes { at, places: cells.next()? }))
    });
    rows.collect()
});

/// The places of one name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Namesakes {
    /// Degrees of latitude and longitude of the largest.
    pub(super) at: Option<(f64, f64)>,
    /// The codes of all their regions, divided by bars.
    places: &'static str,
}

impl Namesakes {
    /// The places of a name in lower case.
    pub(super) fn of(lower: &str) -> Option<Self> {
        let plain = lower.replace('’', "'");
        BY_NAME.get(plain.as_str()).or_else(|| BY_NAME.get(folded(&plain).as_str())).copied()
    }

    /// Whether one of them lies in the region, or in what some count to it.
    pub(super) fn has(self, region: Region) -> bool {
        self.places.split('|').any(|place| match region {
            Region::Country(code, more) => {
                let country = place.split('.').next().unwrap_or_default();
                country == code || more.contains(&country) || more.contains(&place)
            }
            Region::State(postal) => place.strip_prefix("US.").is_some_and(|state| state == postal),
            Region::Part(code) => place == code,
        })
    }
}

/// A name without the diacritics of Western Europe.
fn folded(name: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    };
    let folded: String = name.chars().map(plain).collect();
    for (long, short) in [("saint ", "st. "), ("st ", "st. ")] {
        if let Some(rest) = folded.strip_prefix(long) {
            return format!("{short}{rest}");
        }
    }
    folded
}

/// What some count to a country beside what its own code holds: claims, unions, overseas parts.
const ALSO: &[(&str, &[&str])] = &[
    ("RU", &["UA"]),
    ("UA", &["RU"]),
    ("IL", &["PS", "SY"]),
    ("PS", &["IL"]),
    ("SY", &["IL"]),
    ("RS", &["XK"]),
    ("CN", &["HK", "MO", "TW"]),
    ("MA", &["EH", "ES"]),
    ("IN", &["PK", "CN"]),
    ("PK", &["IN"]),
    ("CY", &["TR"]),
    ("TR", &["CY"]),
    ("AM", &["AZ"]),
    ("AZ", &["AM"]),
    ("IE", &["GB.NIR"]),
    ("NL", &["AW", "CW", "SX", "BQ"]),
    ("FR", &["GP", "MQ", "RE", "GF", "YT", "NC", "PF", "PM", "BL", "MF"]),
    ("GB", &["GI", "FK", "BM", "KY", "IM", "JE", "GG", "VG", "TC", "AI", "MS", "SH"]),
    ("US", &["PR", "GU", "VI", "AS", "MP"]),
    ("DK", &["GL", "FO"]),
    ("SD", &["SS"]),
    ("SS", &["SD"]),
    ("NZ", &["CK", "NU"]),
    ("FI", &["AX"]),
    ("NO", &["SJ"]),
    ("CD", &["CG"]),
    ("CG", &["CD"]),
    ("KR", &["KP"]),
    ("KP", &["KR"]),
    ("VA", &["IT"]),
    ("IT", &["VA", "SM"]),
];

const PROVINCES: &[(&[&str], &str)] = &[
    (&["ontario"], "CA.ON"),
    (&["quebec"], "CA.QC"),
    (&["british", "columbia"], "CA.BC"),
    (&["alberta"], "CA.AB"),
    (&["manitoba"], "CA.MB"),
    (&["saskatchewan"], "CA.SK"),
    (&["nova", "scotia"], "CA.NS"),
    (&["new", "brunswick"], "CA.NB"),
    (&["new", "south", "wales"], "AU.NSW"),
    (&["queensland"], "AU.QLD"),
    (&["tasmania"], "AU.TAS"),
    (&["south", "australia"], "AU.SA"),
    (&["western", "australia"], "AU.WA"),
];

impl Region {
    /// The region of a country; none for those whose borders are disputed or gone.
    pub(super) fn country(country: &'static Country) -> Option<Self> {
        let part = match country.name {
            "England" => "GB.ENG",
            "Scotland" => "GB.SCT",
            "Wales" => "GB.WLS",
            "Northern Ireland" => "GB.NIR",
            _ => {
                let also = ALSO.iter().find(|(code, _)| *code == country.code).map_or(&[][..], |&(_, also)| also);
                return (!country.code.is_empty()).then_some(Self::Country(country.code, also));
            }
        };
        Some(Self::Part(part))
    }

    /// A province of Canada or Australia that begins with the token, and one past it.
    pub(super) fn province(text: &Text<'_>, first: usize) -> Option<(usize, Self)> {
        let lower = text.lower(first);
        let is = |words: &[&str]| {
            words
                .iter()
                .enumerate()
                .all(|(nth, word)| if nth == 0 { lower == *word } else { text.lower(first + nth) == *word })
        };
        let (words, code) = PROVINCES.iter().find(|(words, _)| is(words))?;
        Some((first + words.len(), Self::Part(code)))
    }
}
