//! What currencies are called: the codes, signs and full names of `tables/currencies.csv`, and the
//! words of `tables/currency_words.csv`.

use super::Currency;
use crate::text::gazetteer;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Whether a name is one by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// It is.
    Name,
    /// It is an everyday word as well ("won", "marks"): the words around it decide.
    Homograph,
}

/// Where a written mark may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before and after the number.
    Either,
    /// Before it.
    Before,
    /// Right before it, without a space.
    Glued,
    /// Before a number that is large, since it means other things as well ("QR", "N").
    Large,
    /// After it.
    After,
}

/// A currency's name in lower case, of one word or of several.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// The currency.
    pub(super) currency: Currency,
    /// Whether the name is one by itself.
    pub(super) reading: Reading,
}

#[derive(Debug, Default)]
struct Words {
    /// By all their words.
    names: FxHashMap<Box<str>, Name>,
    /// The last words of names of several words.
    lasts: FxHashSet<Box<str>>,
    codes: FxHashSet<&'static str>,
    signs: FxHashMap<&'static str, &'static str>,
    marks: FxHashMap<&'static str, (&'static str, Place)>,
    /// What stands before or after a "$" and says whose it is.
    dollars: FxHashMap<&'static str, &'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for line in include_str!("../../../../tables/currencies.csv").lines().skip(1) {
        words.legal_tender(line);
    }
    for line in include_str!("../../../../tables/currency_words.csv").lines().skip(1) {
        words.line(line);
    }
    words
});

/// Codes that are words or other abbreviations after or before a number: "ALL 5,000", "SDG 3".
const NO_CODES: [&str; 20] = [
    "ALL", "TOP", "CUP", "SOS", "BAM", "BOB", "MOP", "CVE", "SDG", "AMD", "AWG", "TMT", "BSD", "SSP", "STN", "PAB",
    "DOP", "LAK", "SCR", "GIP",
];

impl Words {
    /// A line of `currencies.csv`.
    fn legal_tender(&mut self, line: &'static str) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or_default();
        let (code, name, plural, aliases, signs) = (cell(), cell(), cell(), cell(), cell());
        let countries = cells.nth(2).unwrap_or_default();
        self.codes.insert(code);
        for sign in signs.split('|').filter(|sign| !sign.is_empty()) {
            match sign.strip_suffix('$') {
                Some(letters) => _ = self.dollars.insert(letters, code),
                None if sign.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    let glued = if sign == "Ft" { Place::Glued } else { Place::Either };
                    self.marks.insert(sign, (code, glued));
                }
                None => _ = self.signs.insert(sign, code),
            }
        }
        let (name, plural) = (name.to_lowercase(), plural.to_lowercase());
        let nouns = || {
            let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
            let aliases = aliases.split('|').filter(|alias| !alias.is_empty());
            [last(&name), last(&plural)]
                .into_iter()
                .chain(aliases.flat_map(|alias| [alias.into(), format!("{alias}s")]))
        };
        for noun in nouns() {
            if !noun.contains(' ') {
                self.add(&noun, Currency::whole(code), Reading::Name);
            }
        }
        // "malaysian ringgits", and where one country alone has it "malaysia ringgit" and "kazakh tenge".
        let own = name.rsplit_once(' ').map(|(nation, _)| nation);
        let country = (!countries.contains('|')).then(|| gazetteer::countries().iter().find(|c| c.name == countries));
        let of = country.flatten().into_iter().flat_map(|c| [c.name].into_iter().chain(c.demonyms.iter().copied()));
        let nations: Vec<String> = own.map(str::to_owned).into_iter().chain(of.map(str::to_lowercase)).collect();
        for nation in nations {
            for noun in nouns() {
                self.add(&format!("{nation} {noun}"), Currency::whole(code), Reading::Name);
            }
        }
    }

    /// A line of `currency_words.csv`; what it says goes before the names made from the other table.
    fn line(&mut self, line: &'static str) {
        let mut cells = line.split(',');
        let mut cell = || cells.next().unwrap_or_default();
        let (words, key, part, reading) = (cell(), cell(), cell(), cell());
        for word in words.split('|') {
            let place = match reading {
                "sign" => {
                    match word.strip_suffix('$').filter(|letters| !letters.is_empty()) {
                        Some(letters) => self.dollars.insert(letters, key),
                        None => self.signs.insert(word, key),
                    };
                    continue;
                }
                "mark" => Place::Either,
                "before" => Place::Before,
                "glued" => Place::Glued,
                "large" => Place::Large,
                "after" => Place::After,
                "never" => {
                    self.names.remove(word);
                    continue;
                }
                "homograph" => {
                    let known = self.names.get(word).map_or(key, |name| name.currency.key);
                    let key = if key.is_empty() { known } else { key };
                    self.add(word, Currency { key, cent: None }, Reading::Homograph);
                    continue;
                }
                _ => {
                    let cent = Some(part).filter(|part| !part.is_empty());
                    self.add(word, Currency { key, cent }, Reading::Name);
                    continue;
                }
            };
            self.marks.insert(word, (key, place));
        }
    }

    fn add(&mut self, words: &str, currency: Currency, reading: Reading) {
        if let Some((_, last)) = words.rsplit_once(' ') {
            self.lasts.insert(last.into());
        }
        self.names.insert(words.into(), Name { currency, reading });
    }
}

/// The currency of a name in lower case.
pub(super) fn name(lower: &str) -> Option<Name> {
    WORDS.names.get(lower).copied()
}

/// Whether a word ends names of several words.
pub(super) fn ends_name(lower: &str) -> bool {
    WORDS.lasts.contains(lower)
}

/// The ISO code that a word is.
pub(super) fn code(written: &str) -> Option<&'static str> {
    let capitals = written.len() == 3 && written.bytes().all(|byte| byte.is_ascii_uppercase());
    if !capitals || NO_CODES.contains(&written) {
        return None;
    }
    WORDS.codes.get(written).copied()
}

/// The ISO code in small letters, as no English word is written: "usd".
pub(super) fn small_code(written: &str) -> Option<&'static str> {
    Some(match written {
        "usd" => "USD",
        "eur" => "EUR",
        "gbp" => "GBP",
        "aud" => "AUD",
        "nzd" => "NZD",
        "hkd" => "HKD",
        "sgd" => "SGD",
        "inr" => "INR",
        "chf" => "CHF",
        "jpy" => "JPY",
        "cny" | "rmb" => "CNY",
        "dkk" => "DKK",
        "sek" => "SEK",
        "nok" => "NOK",
        "pln" => "PLN",
        "czk" => "CZK",
        "huf" => "HUF",
        "krw" => "KRW",
        "mxn" => "MXN",
        "brl" => "BRL",
        "thb" => "THB",
        "myr" => "MYR",
        "pkr" => "PKR",
        "kes" => "KES",
        "ngn" => "NGN",
        _ => return None,
    })
}

/// The currency of a sign: "£".
pub(super) fn sign(written: &str) -> Option<&'static str> {
    (written.len() < 5).then(|| WORDS.signs.get(written).copied()).flatten()
}

/// The currency of letters that are written like a sign, and where they may stand.
pub(super) fn mark(written: &str) -> Option<(&'static str, Place)> {
    (written.len() < 7).then(|| WORDS.marks.get(written).copied()).flatten()
}

/// Codes that stand before the sign too, which is that of the peso: "COP$".
const PESOS: &[&str] = &["ARS", "CLP", "COP", "CUP", "DOP", "MXN", "UYU"];

/// Whose dollar a letter or code before the sign says: `US`, `A`, `HK`, `CAD`.
pub(super) fn dollar_of(written: &str) -> Option<&'static str> {
    if written.len() > 4 {
        return None;
    }
    WORDS
        .dollars
        .get(written)
        .copied()
        .or_else(|| code(written).filter(|code| code.ends_with('D') || PESOS.contains(code)))
}
