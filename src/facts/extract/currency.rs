//! Currencies by symbol, code and name.

use super::lexemes::lexeme;
use crate::text::{Text, TokenKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A currency as a text writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Currency {
    /// ISO code where certain, else the name.
    pub(super) key: &'static str,
    /// The name of the hundredth that the text counts in, if it does.
    pub(super) cent: Option<&'static str>,
}

const fn main_unit(key: &'static str) -> Currency {
    Currency { key, cent: None }
}

/// A currency mark before a number, with its first token.
///
/// `at` is the number's first token.
pub(super) fn before(text: &Text<'_>, at: usize, floor: usize) -> Option<(Currency, usize)> {
    let last = at.checked_sub(1).filter(|&last| last >= floor)?;
    let earlier = last.checked_sub(1).filter(|&earlier| earlier >= floor);
    // "US$5", "A$5", and as some papers write it "$US5", "$A5".
    if let Some(symbol) = symbol(text.word(last)) {
        if symbol == "dollar" || text.word(last) == "$" {
            let glued = earlier.filter(|_| text.glued(last));
            if let Some(currency) = glued.and_then(|token| dollar_of(text.word(token))) {
                return Some((main_unit(currency), last - 1));
            }
            let spaced = earlier.and_then(|token| dollar_of(text.word(token)).filter(|_| text.word(token).len() > 1));
            if let Some(currency) = spaced.filter(|_| !text.glued(last)) {
                return Some((main_unit(currency), last - 1));
            }
        }
        // A mark glued to what stands before it is no prefix ("10$ 5").
        let loose = earlier.is_none_or(|earlier| !text.glued(last) || text.kind(earlier) != TokenKind::Number);
        return loose.then_some((main_unit(symbol), last));
    }
    if text.kind(last) != TokenKind::Word {
        let rupees = text.word(last) == "." && text.glued(last);
        let earlier = earlier.filter(|&earlier| rupees && text.word(earlier) == "Rs")?;
        return Some((main_unit("rupee"), earlier));
    }
    if text.glued(at)
        && let Some(currency) = earlier.filter(|&mark| text.word(mark) == "$" && text.glued(last))
    {
        return dollar_of(text.word(last)).map(|key| (main_unit(key), currency));
    }
    // "3 CAD 5": the code belongs to the number before it.
    if earlier.is_some_and(|earlier| text.kind(earlier) == TokenKind::Number || lexeme(text.lower(earlier)).is_some()) {
        return None;
    }
    let written = text.word(last);
    if let Some(key) = code(written) {
        return Some((main_unit(key), last));
    }
    let key = match written {
        "RM" => "MYR",
        "Rs" => "rupee",
        "Rp" => "IDR",
        "RMB" => "CNY",
        "Kshs" | "KSh" | "Ksh" | "Sh" | "sh" => "shilling",
        "R" if text.glued(at) => "ZAR",
        "kr" | "Kr" => "krone",
        _ => return None,
    };
    Some((main_unit(key), last))
}

fn symbol(written: &str) -> Option<&'static str> {
    Some(match written {
        "$" | "＄" => "dollar",
        "£" | "￡" => "GBP",
        "€" => "EUR",
        "¥" | "￥" => "yen",
        "₹" => "INR",
        "₨" => "rupee",
        "₩" => "won",
        "₽" => "RUB",
        "₺" => "TRY",
        "₪" => "ILS",
        "₫" => "VND",
        "฿" => "THB",
        "₦" => "NGN",
        "₱" => "PHP",
        "₴" => "UAH",
        "₡" => "CRC",
        "₿" => "bitcoin",
        _ => return None,
    })
}

/// Whose dollar a letter or code before the sign says: `US`, `A`, `HK`.
fn dollar_of(written: &str) -> Option<&'static str> {
    Some(match written {
        "US" | "USD" | "U.S." => "USD",
        "A" | "AU" | "AUD" | "Au" => "AUD",
        "C" | "CA" | "CAD" | "Can" | "CDN" | "Cdn" => "CAD",
        "NZ" | "NZD" => "NZD",
        "HK" | "HKD" => "HKD",
        "S" | "SG" | "SGD" => "SGD",
        "NT" | "TW" => "TWD",
        "R" => "BRL",
        "J" | "JM" => "JMD",
        "TT" => "TTD",
        "BZ" => "BZD",
        "BDS" => "BBD",
        "F" | "FJ" => "FJD",
        "N" => "NAD",
        "EC" => "XCD",
        "Z" => "ZWD",
        "MX" => "MXN",
        _ => return None,
    })
}

fn code(written: &str) -> Option<&'static str> {
    static CODES: &[&str] = &[
        "USD", "GBP", "EUR", "JPY", "CNY", "CNH", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "INR", "PKR", "CHF", "SEK",
        "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "RUB", "UAH", "TRY", "ILS", "AED", "SAR", "QAR", "KWD",
        "BHD", "OMR", "EGP", "ZAR", "NGN", "KES", "GHS", "KRW", "THB", "MYR", "IDR", "PHP", "VND", "BRL", "MXN", "ARS",
        "CLP", "COP", "PEN", "LBP", "JOD", "IQD", "DZD", "TND", "LKR", "BDT", "NPR", "TTD", "JMD", "BZD", "GEL", "KZT",
        "UZS",
    ];
    (written.len() == 3).then(|| CODES.iter().find(|code| **code == written).copied()).flatten()
}

static NAMES: LazyLock<FxHashMap<&'static str, Currency>> = LazyLock::new(|| {
    let plain: &[(&str, &str)] = &[
        ("dollar", "dollar"),
        ("dollars", "dollar"),
        ("bucks", "dollar"),
        ("buck", "dollar"),
        ("euro", "EUR"),
        ("euros", "EUR"),
        ("yen", "JPY"),
        ("yuan", "CNY"),
        ("renminbi", "CNY"),
        ("rmb", "CNY"),
        ("rupee", "rupee"),
        ("rupees", "rupee"),
        ("rupiah", "IDR"),
        ("rupiahs", "IDR"),
        ("rouble", "rouble"),
        ("roubles", "rouble"),
        ("ruble", "rouble"),
        ("rubles", "rouble"),
        ("franc", "franc"),
        ("francs", "franc"),
        ("krona", "krona"),
        ("kronor", "krona"),
        ("krone", "krone"),
        ("kroner", "krone"),
        ("crowns", "krone"),
        ("koruna", "CZK"),
        ("korunas", "CZK"),
        ("peso", "peso"),
        ("pesos", "peso"),
        ("reais", "BRL"),
        ("baht", "THB"),
        ("ringgit", "MYR"),
        ("ringgits", "MYR"),
        ("markka", "FIM"),
        ("rand", "ZAR"),
        ("rands", "ZAR"),
        ("lira", "lira"),
        ("liras", "lira"),
        ("lire", "lira"),
        ("zloty", "PLN"),
        ("zlotys", "PLN"),
        ("shekel", "ILS"),
        ("shekels", "ILS"),
        ("dirham", "dirham"),
        ("dirhams", "dirham"),
        ("riyal", "riyal"),
        ("riyals", "riyal"),
        ("rial", "rial"),
        ("rials", "rial"),
        ("dinar", "dinar"),
        ("dinars", "dinar"),
        ("naira", "NGN"),
        ("shilling", "shilling"),
        ("shillings", "shilling"),
        ("forint", "HUF"),
        ("forints", "HUF"),
        ("hryvnia", "UAH"),
        ("hryvnias", "UAH"),
        ("taka", "BDT"),
        ("dong", "VND"),
        ("kwacha", "kwacha"),
        ("cedi", "GHS"),
        ("cedis", "GHS"),
        ("birr", "ETB"),
        ("bolivars", "VES"),
        ("guineas", "guinea"),
        ("deutschmarks", "DEM"),
        ("bitcoin", "bitcoin"),
        ("bitcoins", "bitcoin"),
        ("quid", "GBP"),
        ("sterling", "GBP"),
    ];
    let mut map: FxHashMap<&'static str, Currency> = plain.iter().map(|&(word, key)| (word, main_unit(key))).collect();
    for (word, key, cent) in [
        ("cent", "dollar", "cent"),
        ("cents", "dollar", "cent"),
        ("pence", "GBP", "penny"),
        ("penny", "GBP", "penny"),
        ("¢", "dollar", "cent"),
    ] {
        map.insert(word, Currency { key, cent: Some(cent) });
    }
    map
});

/// What stands before a currency's name and makes it certain: "Australian dollars".
fn nation(lower: &str, name: &str) -> Option<&'static str> {
    Some(match (lower, name) {
        ("us" | "u.s." | "american", "dollar") => "USD",
        ("australian" | "aussie", "dollar") => "AUD",
        ("canadian", "dollar") => "CAD",
        ("singapore" | "singaporean", "dollar") => "SGD",
        ("jamaican", "dollar") => "JMD",
        ("taiwan" | "taiwanese", "dollar") => "TWD",
        ("fijian" | "fiji", "dollar") => "FJD",
        ("namibian", "dollar") => "NAD",
        ("zimbabwean" | "zimbabwe", "dollar") => "ZWD",
        ("swiss", "franc") => "CHF",
        ("french", "franc") => "FRF",
        ("danish", "krone" | "krona") => "DKK",
        ("norwegian", "krone" | "krona") => "NOK",
        ("swedish", "krona" | "krone") => "SEK",
        ("icelandic", "krona" | "krone") => "ISK",
        ("czech", "krone" | "krona" | "CZK") => "CZK",
        ("mexican", "peso") => "MXN",
        ("argentine" | "argentinian", "peso") => "ARS",
        ("chilean", "peso") => "CLP",
        ("colombian", "peso") => "COP",
        ("philippine", "peso") => "PHP",
        ("cuban", "peso") => "CUP",
        ("indian", "rupee") => "INR",
        ("pakistani" | "pakistan", "rupee") => "PKR",
        ("nepali" | "nepalese", "rupee") => "NPR",
        ("russian", "rouble") => "RUB",
        ("belarusian", "rouble") => "BYN",
        ("turkish", "lira") => "TRY",
        ("italian", "lira") => "ITL",
        ("syrian", "pound" | "lira") => "SYP",
        ("lebanese", "pound" | "lira") => "LBP",
        ("egyptian", "pound") => "EGP",
        ("sudanese", "pound") => "SDG",
        ("irish", "pound") => "IEP",
        ("british", "pound") => "GBP",
        ("uae" | "emirati", "dirham") => "AED",
        ("moroccan", "dirham") => "MAD",
        ("saudi", "riyal") => "SAR",
        ("qatari", "riyal") => "QAR",
        ("iranian", "rial") => "IRR",
        ("omani", "rial") => "OMR",
        ("kuwaiti", "dinar") => "KWD",
        ("iraqi", "dinar") => "IQD",
        ("jordanian", "dinar") => "JOD",
        ("serbian", "dinar") => "RSD",
        ("kenyan", "shilling") => "KES",
        ("ugandan", "shilling") => "UGX",
        ("tanzanian", "shilling") => "TZS",
        ("korean", "won") => "won",
        _ => return None,
    })
}

/// A currency named at the token `at`, right after a number; gives one past its last token.
///
/// `large` says that a scale word stands in the number, which tells money from weight ("two million
/// pounds") and from a verb ("5 won").
pub(super) fn after(text: &Text<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    let hyphen = text.lower(at) == "-" && text.glued(at) && text.glued(at + 1);
    let at = if hyphen { at + 1 } else { at };
    if hyphen && text.kind(at) == TokenKind::Mark {
        return None;
    }
    if text.kind(at) == TokenKind::Mark {
        let glued = text.glued(at) || text.kind(at + 1) != TokenKind::Number;
        if text.word(at) == "¢" {
            return Some((Currency { key: "dollar", cent: Some("cent") }, at + 1));
        }
        return symbol(text.word(at)).filter(|_| glued).map(|key| (main_unit(key), at + 1));
    }
    if let Some(key) = code(text.word(at)) {
        return Some((main_unit(key), at + 1));
    }
    match text.word(at) {
        "RM" => return Some((main_unit("MYR"), at + 1)),
        "RMB" => return Some((main_unit("CNY"), at + 1)),
        "Rs" => return Some((main_unit("rupee"), at + 1)),
        _ => {}
    }
    if text.glued(at) && !hyphen {
        return match text.word(at) {
            "p" => Some((Currency { key: "GBP", cent: Some("penny") }, at + 1)),
            "c" => Some((Currency { key: "dollar", cent: Some("cent") }, at + 1)),
            "kr" => Some((main_unit("krone"), at + 1)),
            _ => None,
        };
    }
    if let Some(found) = named(text, at, large) {
        return Some(found);
    }
    // One or two words of nation before the name.
    for more in 1..=2 {
        let Some((currency, end)) = named(text, at + more, large) else { continue };
        if more == 2 {
            let two = (text.lower(at), text.lower(at + 1), currency.key);
            let key = match two {
                ("new", "zealand", "dollar") => "NZD",
                ("hong", "kong", "dollar") => "HKD",
                ("south", "korean", _) => "KRW",
                ("north", "korean", _) => "KPW",
                ("south", "african", _) => "ZAR",
                _ => return None,
            };
            return Some((main_unit(key), end));
        }
        if let Some(key) = nation(text.lower(at), currency.key) {
            return Some((main_unit(key), end));
        }
        if matches!(
            (text.lower(at), currency.key),
            ("japanese", "JPY")
                | ("chinese", "CNY")
                | ("thai", "THB")
                | ("malaysian", "MYR")
                | ("indonesian", "IDR")
                | ("nigerian", "NGN")
                | ("israeli", "ILS")
                | ("polish", "PLN")
                | ("ukrainian", "UAH")
                | ("hungarian", "HUF")
                | ("brazilian", "BRL")
        ) {
            return Some((currency, end));
        }
    }
    None
}

fn named(text: &Text<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    let lower = text.lower(at);
    if text.kind(at) != TokenKind::Word && lower != "¢" {
        return None;
    }
    match lower {
        "pound" | "pounds" if text.lower(at + 1) == "sterling" => return Some((main_unit("GBP"), at + 2)),
        "pound" | "pounds" => return is_money(text, at, large).then_some((main_unit("pound"), at + 1)),
        "won" => {
            let korean = matches!(text.lower(at.wrapping_sub(1)), "korean");
            return (large || korean).then_some((main_unit("won"), at + 1));
        }
        "real" | "sol" | "mark" | "marks" => return None,
        "crowns" if !large => return None,
        "penny" if text.kind(at + 1) == TokenKind::Word && text.lower(at + 1) != "a" => return None,
        _ => {}
    }
    // "5 euro cents", "20 euro-area countries": the name of a thing, not of an amount.
    let currency = *NAMES.get(lower)?;
    if lower == "euro" && matches!(text.lower(at + 1), "-" | "zone" | "area") {
        return None;
    }
    Some((currency, at + 1))
}

/// Whether "pounds" at the token `at` are money: a scale word before, or words of paying near by.
fn is_money(text: &Text<'_>, at: usize, large: bool) -> bool {
    if text.lower(at + 1) == "of" {
        return is_money_word(text.lower(at + 2));
    }
    if large {
        return true;
    }
    (at.saturating_sub(7)..at).any(|at| is_money_word(text.lower(at)))
        || matches!(text.lower(at + 1), "note" | "notes" | "coin" | "coins" | "sterling" | "fine" | "prize")
        || matches!((text.lower(at + 1), text.lower(at + 2)), ("worth", "of"))
}

fn is_money_word(lower: &str) -> bool {
    [
        "cost",
        "costs",
        "costing",
        "paid",
        "pay",
        "pays",
        "paying",
        "worth",
        "price",
        "prices",
        "priced",
        "fined",
        "fine",
        "spend",
        "spent",
        "spending",
        "earn",
        "earned",
        "earning",
        "earns",
        "salary",
        "wage",
        "wages",
        "debt",
        "loan",
        "bill",
        "money",
        "raise",
        "raised",
        "funding",
        "charged",
        "charge",
        "fee",
        "fees",
        "owed",
        "invest",
        "invested",
        "investment",
        "profit",
        "profits",
        "revenue",
        "sold",
        "bought",
        "tax",
        "savings",
        "donated",
        "donate",
        "budget",
        "compensation",
        "quid",
        "prize",
        "cash",
        "fortune",
    ]
    .contains(&lower)
}
