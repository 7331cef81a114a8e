//! Parts of a whole that has a fixed number of them: "Pennsylvania's 76 counties", "all 48 states and the District of
//! Columbia", "the 18-member U.N. Security Council".

use super::{Bounds, Reading, american, note};
use crate::facts::exact::Exact;
use crate::facts::extract::things::{Found, Things};
use crate::facts::names::Hedge;
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// What the table says of a whole.
#[derive(Clone, Copy)]
struct Parts {
    part: &'static str,
    least: Exact,
    most: Exact,
}

const TABLE: &str = include_str!("../../../../tables/fixed_numbers.csv");

static WHOLES: LazyLock<Things<Parts>> = LazyLock::new(|| {
    Things::of(TABLE, |cells| match *cells {
        [part, least, most] => Some(Parts { part, least: Exact::parse(least)?, most: Exact::parse(most)? }),
        _ => None,
    })
});

/// What is counted of any whole.
static PARTS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split(',').nth(1)).collect()
});

/// Whose capital stands beside "all 50 states".
const UNION: &str = "united states";

/// A smaller number than this share of the least may be some of the parts: "all four EU states", named before.
const SOME: (i128, i128) = (3, 5);

/// Words after which a clause goes on without saying which of the parts are meant.
const GOES_ON: &[&str] = &["and", "but", "have", "has", "had", "are", "were", "will", "would", "to", "on", "by", "as"];

/// How far from the states such words are looked for, in tokens.
const FAR: usize = 30;

/// Words of states that are members of something, and of the capital that is counted with the states.
#[rustfmt::skip] // Words, a dozen a line.
const OTHER_STATES: &[&str] = &[
    "member", "members", "countries", "nations", "african", "africa", "arab", "osce", "commonwealth", "treaty", "parties",
    "world", "district", "d.c.", "territories", "nuclear", "u.n.", "un", "european", "eu", "contiguous", "lower",
];

/// How a number stands with its whole.
struct Told {
    whole: Found<Parts>,
    /// One past the last token of the number, its noun and the whole.
    end: usize,
    /// Whether all of the parts are told of: "all 50", "Texas's 254", "the 15-member".
    all: bool,
}

/// Reads the count of number `index`.
pub(super) fn read(reading: &mut Reading<'_>, index: usize) {
    let text = reading.text;
    let Some(count) = reading.facts.counts.get(index) else { return };
    let key = &*count.noun.key;
    if !PARTS.contains(key) || count.figure.hedge != Hedge::Exactly || count.elided {
        return;
    }
    let Some(written) = count.figure.written else { return };
    let (figure, phrase, noun) = (count.figure.span, count.noun.phrase_span, count.noun.span);
    let Some(told) = told(text, key, figure, (phrase, noun)) else {
        let states = WHOLES.named(UNION).find(|row| row.part == key).filter(|_| phrase == noun);
        let beyond = |row: &Parts| written > row.most || written < row.most && is_nearly(text, figure, noun);
        if let Some(Parts { most, .. }) = states.filter(|row| beyond(row) && is_union(text, figure))
            && american::is_article(reading)
        {
            note(reading, "parts", (written, figure), noun, Bounds::just(most));
        }
        return;
    };
    let last = text.sentences.get(count.at.sentence as usize).is_some_and(|sentence| sentence.tokens.end <= told.end);
    if !last && goes_beyond(text, told.end) {
        return;
    }
    let Parts { least, most, .. } = told.whole.row;
    let some = Exact::fraction(SOME.0, SOME.1).and_then(|share| least.times(share));
    let whole = told.all && (last || ends(text, told.end)) && some.is_some_and(|some| written >= some);
    let bounds = Bounds { least: whole.then_some(least), most: Some(most) };
    let by = text.span(told.whole.first, told.whole.end - 1);
    note(reading, "parts", (written, figure), by, bounds);
}

/// The whole that the number and its noun stand with.
fn told(text: &Text<'_>, key: &str, figure: Span, (phrase, noun): (Span, Span)) -> Option<Told> {
    let (number, after) = (text.token_from(figure.start), text.token_from(noun.end));
    let before = number.wrapping_sub(1);
    let fits = |parts: Parts| parts.part == key;
    let alone = phrase.start == noun.start;
    // "Texas's 254 counties"
    let bare = matches!(text.word(before), "'" | "’") && text.glued(before) && !text.glued(number);
    if alone && (text.kind(before) == TokenKind::Possessive || bare) {
        let whole = WHOLES.ending_of(text, before.saturating_sub(4), before, fits)?;
        return is_name(text, &whole).then_some(Told { whole, end: after, all: true });
    }
    let all = text.lower(before) == "all"
        || text.lower(before) == "the" && text.lower(before.wrapping_sub(1)) == "of" && alone;
    // "the 15-member U.N. Security Council"
    if text.word(text.token_from(figure.end)) == "-" {
        let whole = WHOLES.beginning_of(text, after, fits).filter(|whole| is_name(text, whole))?;
        let end = whole.end;
        return Some(Told { whole, end, all: true });
    }
    // "all 27 EU member states"
    if let Some(whole) = WHOLES.beginning_of(text, text.token_from(phrase.start), fits) {
        let head = text.token_from(noun.start);
        let plain = whole.end == head || whole.end + 1 == head && text.lower(whole.end) == "member";
        return plain.then_some(Told { whole, end: after, all });
    }
    let plain = alone || text.lower(text.token_from(phrase.start)) == "member";
    // "all 254 counties in Texas"
    if matches!(text.lower(after), "of" | "in" | "on") && plain {
        let first = after + 1 + usize::from(text.lower(after + 1) == "the");
        let whole = WHOLES.beginning_of(text, first, fits).filter(|whole| is_name(text, whole))?;
        let end = whole.end;
        return Some(Told { whole, end, all });
    }
    // "all 50 states and the District of Columbia"
    let capital = text.lower(after) == "and" && alone && text.lower(before) == "all" && {
        let first = after + 1 + usize::from(text.lower(after + 1) == "the");
        text.lower(first) == "district" && text.lower(first + 2) == "columbia"
            || text.word(first) == "D.C."
            || text.word(first) == "Washington" && matches!(text.word(first + 2), "D.C." | "DC")
    };
    let row = WHOLES.named(UNION).find(|&row| capital && fits(row))?;
    let whole = Found { first: before, end: number, name: UNION, row };
    Some(Told { whole, end: after, all: true })
}

/// "in all 52 states", "41 of the 500 states": more than there are.
fn is_union(text: &Text<'_>, figure: Span) -> bool {
    let number = text.token_from(figure.start);
    let before = text.lower(number.wrapping_sub(1));
    let all =
        before == "all" || before == "the" && matches!(text.lower(number.wrapping_sub(2)), "of" | "across" | "in");
    // No territories make fifty states five hundred.
    let far = text.word(number).len() > 2;
    let counted = |at: usize| far && matches!(text.lower(at), "district" | "d.c." | "territories" | "nations");
    all && !text.near(number..number, FAR).any(|at| OTHER_STATES.contains(&text.lower(at)) && !counted(at))
}

/// "in all 48 states.": nearly as many as there are, of which the article tells nowhere else, and nothing of the days
/// when they were no more, or of the two that lie apart.
fn is_nearly(text: &Text<'_>, figure: Span, noun: Span) -> bool {
    let number = text.token_from(figure.start);
    let nearly = text.lower(number.wrapping_sub(1)) == "all" && matches!(text.word(number), "46" | "47" | "48" | "49");
    let end = text.token_from(noun.end);
    let closes = text.word(end) == "." || text.word(end) == "," && text.lower(end + 1) != "with";
    let elsewhere = || {
        (0..text.tokens.len()).any(|at| {
            let year = || text.word(at).parse().is_ok_and(|year: u32| (1896..=1959).contains(&year));
            at != number && text.word(at) == text.word(number)
                || matches!(text.lower(at), "contiguous" | "continental" | "mainland" | "lower" | "alaska" | "hawaii")
                || text.kind(at) == TokenKind::Number && year()
        })
    };
    nearly && closes && !elsewhere()
}

/// "America" and not "in us": a name is written as one.
fn is_name(text: &Text<'_>, whole: &Found<Parts>) -> bool {
    text.token(whole.first).is_some_and(|token| token.case != Case::Lower)
}

/// Whether the clause ends, or goes on without saying which of the parts are meant.
fn ends(text: &Text<'_>, end: usize) -> bool {
    text.kind(end) == TokenKind::Mark && !matches!(text.word(end), "(" | "-" | "—" | "–")
        || GOES_ON.contains(&text.lower(end))
}

/// "the 40-member NATO delegation", "counties in Texas and Oklahoma", "members of the UN's staff": the name is no whole.
fn goes_beyond(text: &Text<'_>, end: usize) -> bool {
    let named =
        |at: usize| text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower);
    let thing =
        text.kind(end) == TokenKind::Word && (lexicon::usual_class(text.lower(end)).has(Classes::NOUN) || named(end));
    let series = matches!(text.lower(end), "and" | "or" | "," | "&")
        && (named(end + 1) || text.lower(end + 1) == "the" && named(end + 2) && text.lower(end + 2) != "district");
    // "Canada's 13 provinces and territories", "India's 36 states and union territories".
    let together = matches!(text.lower(end), "and" | "or" | "&")
        && (end + 1..end + 3)
            .any(|at| lexicon::is_plural(text.lower(at)) && lexicon::usual_class(text.lower(at)) == Classes::NOUN);
    text.kind(end) == TokenKind::Possessive || matches!(text.word(end), "-" | "/") || thing || series || together
}
