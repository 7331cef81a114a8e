//! Scores, telephone numbers, addresses and models of aircraft: digits that stand for themselves.

use super::identifier::{is_hyphen, past_glued};
use crate::text::{Case, Text, TokenKind, gazetteer, lexicon};

/// Groups of digits that only a telephone has: "020 7946 0958", "555-0100", "+44 20 …", "(212) 555-0100".
pub(super) fn telephone(text: &Text<'_>, at: usize) -> Option<usize> {
    // "1 (800) FLOWERS", "1-800-FLOWERS".
    if text.word(at) == "1" && text.kind(at + 2) == TokenKind::Number && text.word(at + 2).len() == 3 {
        let closes = text.word(at + 1) == "(" && text.word(at + 3) == ")";
        let joins = text.word(at + 1) == "-" && text.word(at + 3) == "-" && text.glued(at + 1) && text.glued(at + 4);
        if closes || joins && text.kind(at + 4) == TokenKind::Word {
            return Some(past_glued(text, at + 4));
        }
    }
    let mut groups = 0;
    let mut dashes = 0;
    let mut digits = 0;
    let mut end = at;
    let mut next = at;
    while groups < 8
        && text.kind(next) == TokenKind::Number
        && text.word(next).bytes().all(|byte| byte.is_ascii_digit())
    {
        groups += 1;
        digits += text.word(next).len();
        end = next + 1;
        next = end;
        if matches!(text.word(next), "-" | "." | "/") && text.glued(next) && text.glued(next + 1) {
            dashes += 1;
            next += 1;
        } else if matches!(text.word(next), ")") {
            next += 1;
        } else if text.kind(next) != TokenKind::Number {
            break;
        }
    }
    let plus = at > 0 && matches!(text.word(at - 1), "+" | "(") && text.word(end).ne("%");
    let groups_of_three =
        groups >= 3 && digits >= 7 && (dashes >= 2 || text.word(at).len() >= 3 && !is_spaced_thousands(text, at));
    let short = groups == 2 && dashes == 1 && text.word(at).len() == 3 && text.word(at + 2).len() == 4;
    (groups_of_three || short || plus && groups >= 2 && digits >= 7).then_some(end)
}

/// "1 234 567": groups of three digits are one number.
fn is_spaced_thousands(text: &Text<'_>, at: usize) -> bool {
    text.word(at + 1).len() == 3 && text.word(at + 2).len() == 3 && text.word(at).len() <= 3
}

/// Words after "5-4" that make it a score or a vote.
fn counts_sides(lower: &str) -> bool {
    [
        "vote",
        "votes",
        "decision",
        "win",
        "wins",
        "victory",
        "lead",
        "defeat",
        "loss",
        "record",
        "draw",
        "ruling",
        "majority",
        "margin",
        "split",
        "upset",
        "advantage",
        "scoreline",
        "tie",
        "season",
        "start",
        "run",
        "score",
        "at",
        "overall",
        "aggregate",
        "thrashing",
        "triumph",
        "series",
        "deficit",
        "down",
        "up",
        "on",
        "against",
        "in",
        "over",
        "after",
        "victories",
        "draws",
        "win-loss",
        "with",
        "home",
        "away",
        "game",
        "odds",
        "underdogs",
        "favourite",
        "favorite",
        "formation",
    ]
    .contains(&lower)
}

/// Words before "9-2" or "9 to 2" that make it a score or a vote.
fn plays(lower: &str) -> bool {
    [
        "beat",
        "beating",
        "beats",
        "won",
        "win",
        "wins",
        "winning",
        "lost",
        "lose",
        "losing",
        "defeated",
        "defeating",
        "drew",
        "draw",
        "drawn",
        "led",
        "lead",
        "leading",
        "trail",
        "trailed",
        "trailing",
        "score",
        "scored",
        "record",
        "voted",
        "vote",
        "ruled",
        "taking",
        "went",
        "go",
        "going",
        "finished",
        "ended",
        "improved",
        "fell",
        "dropped",
        "is",
        "are",
        "was",
        "were",
        "thrashed",
        "by",
        "a",
        "the",
        "edged",
        "outscored",
        "ahead",
        "down",
        "up",
        "tied",
        "at",
        "to",
    ]
    .contains(&lower)
}

/// "9-2", "6-4, 6-3", "a 5-4 ruling": two numbers with a hyphen that count sides.
pub(super) fn score(text: &Text<'_>, at: usize, floor: usize) -> Option<usize> {
    let hyphen = at + 1;
    // "12-all"
    if text.lower(at + 2) == "all" && is_hyphen(text.word(hyphen)) && text.glued(hyphen) && text.glued(at + 2) {
        return Some(at + 3);
    }
    let pair = is_hyphen(text.word(hyphen))
        && text.glued(hyphen)
        && text.glued(hyphen + 1)
        && text.kind(hyphen + 1) == TokenKind::Number;
    if !pair {
        return None;
    }
    let (first, second) = (text.word(at), text.word(at + 2));
    let whole = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    if !whole(first) || !whole(second) {
        return None;
    }
    let end = at + 3;
    // "1-2in of rain", "4-6ft"
    if text.glued(end) && crate::facts::units::by_symbol(text.word(end)).is_some() {
        return None;
    }
    // "3-1/2 per cent" is a number and a half.
    if matches!(text.word(end), "/" | "⁄") && text.glued(end) && text.kind(end + 1) == TokenKind::Number {
        return None;
    }
    let chain =
        is_hyphen(text.word(end)) && text.glued(end) && text.kind(end + 1) == TokenKind::Number && text.glued(end + 1);
    if chain {
        return Some(past_glued(text, end));
    }
    let (a, b) = (first.parse::<u32>().ok()?, second.parse::<u32>().ok()?);
    let next = text.lower(end);
    let bare = text.kind(end) == TokenKind::Mark && !matches!(next, "%" | "-" | "°" | "$" | "£" | "€" | "″" | "＄");
    let lead = at.checked_sub(1).filter(|&lead| lead >= floor).map_or("", |lead| text.lower(lead));
    // "7-5 7-6 (8-6)": sets beside each other.
    let pair_at = |at: usize| {
        text.kind(at) == TokenKind::Number
            && is_hyphen(text.word(at + 1))
            && text.glued(at + 1)
            && text.kind(at + 2) == TokenKind::Number
    };
    let after = if matches!(text.word(end), "(" | ",") { end + 1 } else { end };
    let beside =
        pair_at(after) || at > floor && text.word(at - 1) == ")" && at > 2 && text.kind(at - 2) == TokenKind::Number;
    if beside && first.len() <= 2 && second.len() <= 2 {
        return Some(end);
    }
    if let Some(end) = address(text, at + 2) {
        return Some(end);
    }
    let sides = counts_sides(next) || (plays(lead) && (bare || next.is_empty()));
    let falling = a >= b && (bare || text.kind(end) == TokenKind::Word) && !matches!(next, "percent" | "per");
    let tail = text.kind(end) == TokenKind::Mark && bare;
    // "figures of 4-75", "the Giants (2-9) host them"
    let short = first.len() <= 2 && second.len() <= 3;
    let figures = lead == "of" && at > floor + 1 && text.lower(at - 2) == "figures";
    let record = lead == "("
        && next == ")"
        && at > floor + 1
        && second.len() <= 2
        && text.token(at - 2).is_some_and(|name| name.case == crate::text::Case::Title)
        && matches!(
            text.lower(end + 1),
            "host" | "hosts" | "play" | "plays" | "visit" | "visits" | "at" | "on" | "and" | "beat" | "face" | "meet"
        );
    if short && (figures || record) {
        return Some(end);
    }
    (sides || falling || tail && plays(lead)).then_some(end)
}

/// "10 Downing Street", "1600 Pennsylvania Avenue".
pub(super) fn address(text: &Text<'_>, at: usize) -> Option<usize> {
    if names_street(text, at + 1) {
        return Some(at + 3);
    }
    // "the 2800 block of North Kedzie Avenue"
    if text.lower(at + 1) == "block" && text.lower(at + 2) == "of" {
        return Some(at + 2);
    }
    for step in 1..=4 {
        let token = text.token(at + step)?;
        if token.kind == TokenKind::Mark && text.word(at + step) == "." {
            continue;
        }
        if token.kind == TokenKind::Number
            || token.kind == TokenKind::Word && token.case == Case::Lower
            || token.kind == TokenKind::Mark
        {
            // "9 E 71st St".
            if step > 1 && matches!(text.lower(at + step), "st" | "nd" | "rd" | "th") || token.kind == TokenKind::Number
            {
                continue;
            }
            return None;
        }
        let street = [
            "street",
            "st",
            "road",
            "rd",
            "avenue",
            "ave",
            "lane",
            "drive",
            "boulevard",
            "blvd",
            "square",
            "terrace",
            "crescent",
            "highway",
            "parkway",
            "close",
            "mews",
            "row",
            "quay",
            "embankment",
            "plaza",
            "way",
            "trail",
            "pike",
            "turnpike",
            "grove",
            "alley",
            "ln",
            "dr",
            "hwy",
            "pkwy",
        ]
        .contains(&text.lower(at + step));
        if step > 1 && street {
            // "3 Wall Street banks" are counted.
            let next =
                text.token(at + step + 1).filter(|next| next.kind == TokenKind::Word && next.case == Case::Lower);
            if next.is_some() && lexicon::is_plural(text.lower(at + step + 1)) {
                return None;
            }
            return Some(at + step + 1);
        }
    }
    None
}

/// "22 Avenue Foch", "14 rue de Rivoli", "3 Via Roma": streets whose name comes last.
fn names_street(text: &Text<'_>, at: usize) -> bool {
    let kind =
        ["ave", "avenue", "rue", "via", "calle", "boulevard", "blvd", "quai", "piazza", "avenida", "rua", "viale"];
    let next = at + 1;
    let title = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Title);
    let of = matches!(text.lower(next), "de" | "du" | "des" | "del" | "della" | "la" | "le" | "da" | "do");
    text.kind(at) == TokenKind::Word
        && kind.contains(&text.lower(at))
        && (title(next) || of)
        && !lexicon::is_plural(text.lower(next + 1))
}

/// "the 90210 ZIP code", "postcode 3000", "the 412 area code".
pub(super) fn postcode(text: &Text<'_>, at: usize, before: Option<usize>) -> Option<usize> {
    if !text.word(at).bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let is_code = |at: usize| matches!(text.lower(at), "code" | "codes");
    let named = |at: usize| matches!(text.lower(at), "zip" | "postal" | "area" | "dialling" | "dialing");
    // "Lancaster, PA 17603"
    let zip = text.word(at).len() == 5
        && before.is_some_and(|before| {
            text.token(before).is_some_and(|state| state.case == Case::Upper && state.span.len() == 2)
                && gazetteer::us_state_abbreviated(text.word(before)).is_some()
                && before > 0
                && text.word(before - 1) == ","
        });
    if zip {
        return Some(at + 1);
    }
    // "10 ZIP codes" are counted.
    let behind = named(at + 1) && text.lower(at + 2) == "code" || text.lower(at + 1) == "postcode";
    let ahead = before.is_some_and(|before| {
        matches!(text.lower(before), "postcode" | "postcodes" | "zip")
            || is_code(before) && before > 0 && named(before - 1)
    });
    (behind || ahead).then_some(at + 1)
}

/// "called 911", "a 999 call".
pub(super) fn emergency(text: &Text<'_>, at: usize) -> Option<usize> {
    if matches!(text.lower(at + 1), "caliber" | "calibre")
        || text.word(at + 1) == "-" && matches!(text.lower(at + 2), "caliber" | "calibre")
    {
        return Some(at + 2);
    }
    if matches!(text.word(at), "311" | "211" | "411" | "811") && matches!(text.lower(at + 1), "call" | "calls") {
        return Some(at + 1);
    }
    // "the 988 hotline"
    let line = matches!(text.lower(at + 1), "hotline" | "helpline" | "lifeline" | "prefix");
    if line && text.word(at).len() == 3 {
        return Some(at + 1);
    }
    if at > 0 && text.word(at - 1) == "©" {
        return Some(at + 1);
    }
    if !matches!(text.word(at), "911" | "999" | "112" | "111" | "101" | "000") {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| text.lower(before));
    let called = [
        "called", "call", "calling", "calls", "dialled", "dialed", "dial", "dialling", "rang", "ring", "to", "a",
        "the", "phoned",
    ]
    .contains(&before);
    let calls = matches!(
        text.lower(at + 1),
        "call"
            | "calls"
            | "caller"
            | "callers"
            | "dispatch"
            | "dispatching"
            | "dispatcher"
            | "dispatchers"
            | "operator"
            | "operators"
            | "emergency"
            | "center"
            | "centers"
            | "centre"
            | "centres"
            | "service"
            | "services"
            | "system"
            | "systems"
            | "line"
            | "lines"
            | "text"
            | "texts"
    );
    // "how it funds 911 and the hospitals"
    let alone = text.word(at) == "911" && text.kind(at + 1) != TokenKind::Number && !has_things(text, at + 1);
    (called || calls || alone).then_some(at + 1)
}

/// Whether what follows the number may be counted by it, or be its unit.
fn has_things(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Mark && !matches!(text.word(at), "," | "." | "?" | "!" | "\"" | "”" | ")" | "’")
        || text.kind(at) == TokenKind::Word
            && (lexicon::is_plural(text.lower(at))
                || lexicon::is_plural(text.lower(at + 1))
                || crate::facts::units::by_word(text.lower(at)).is_some()
                || crate::facts::units::by_symbol(text.word(at)).is_some()
                || super::lexemes::lexeme(text.lower(at)).is_some())
}

/// "the 787 Dreamliner", "Boeing's 747", "five new 737 aircraft": a model, never a number of aircraft.
pub(super) fn airliner(text: &Text<'_>, at: usize) -> Option<usize> {
    if !matches!(text.word(at), "707" | "717" | "727" | "737" | "747" | "757" | "767" | "777" | "787") {
        return None;
    }
    let next = text.token(at + 1)?;
    let craft = [
        "aircraft",
        "plane",
        "planes",
        "jet",
        "jets",
        "airliner",
        "airliners",
        "jumbo",
        "crash",
        "pilot",
        "pilots",
        "fleet",
        "program",
        "programme",
        "replacement",
        "passenger",
        "cargo",
        "freighter",
        "narrowbody",
        "deliveries",
        "orders",
        "production",
    ]
    .contains(&text.lower(at + 1));
    let bare = next.kind == TokenKind::Mark && !matches!(text.word(at + 1), "%" | "-");
    let named = next.kind == TokenKind::Word && next.case != Case::Lower;
    let maker = (at.saturating_sub(6)..at)
        .any(|at| matches!(text.lower(at), "boeing" | "aircraft" | "jet" | "airliner" | "long-range" | "range"));
    (craft || (bare || named) && maker || named && text.lower(at + 1) == "dreamliner").then_some(at + 1)
}
