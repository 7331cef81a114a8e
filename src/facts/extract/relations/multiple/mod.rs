//! Multiples: "doubled from 12 to 30", "twice the average", "three times as many people", "a sixfold increase".
//!
//! A word of a multiple is told from its other uses ("double agent", "twice a week", "doubled down") by the
//! words beside it. The number in "three times more" stays a number of its own.

mod ends;
mod words;

use super::change::direction_of;
use super::{Reading, Spots, figure, weaker};
use crate::facts::exact::Exact;
use crate::facts::extract::meaning::{self, Grain};
use crate::facts::extract::triggers::Trigger;
use crate::facts::extract::{count, hedge, lexemes, numeral};
use crate::facts::interval::{End, Interval};
use crate::facts::model::{Figure, Index, Multiple, Noun, Style};
use crate::facts::names::{Certainty, Direction, Hedge};
use crate::facts::wording::Wording;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind, lexicon};
use lexicon::Classes;
use rustc_hash::FxHashMap;
use words::{Comparison, Form, Word};

/// The words that a multiple is told with.
pub(in crate::facts::extract) fn triggers() -> impl Iterator<Item = &'static str> {
    words::all()
}

/// What the words say.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// Its first token, hedge left out.
    first: usize,
    /// One past its last token: what is multiplied, or by what, begins here.
    end: usize,
    /// How it goes on.
    kind: Kind,
    /// The number, turned round for a part.
    number: Number,
    direction: Option<Direction>,
    /// The verb whose subject is multiplied.
    verb: Option<usize>,
    certainty: Certainty,
}

/// What a multiple is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Of one thing at two times: "doubled", "a sixfold increase".
    Change,
    /// Of two things: "twice the average", "three times as many".
    Comparison,
    /// Of how often one figure is held by another: "goes into 60 five times".
    Share,
}

/// Of how many a multiple is told.
#[derive(Clone, Copy, Debug)]
enum Number {
    /// A word's own number.
    Word(Exact),
    /// One over it: "halved".
    Part(Exact),
    /// Half, in "half as many".
    Half,
    /// A number before the word: index of its spot.
    Spot(usize, Option<Comparison>),
    /// A number glued or joined to the word, which is no figure of its own: "3x", "10-fold".
    Joined(Exact, Style, Option<Comparison>),
}

/// Reads all multiples.
pub(super) fn read(reading: &mut Reading<'_>, spots: &Spots) {
    let text = reading.text;
    let mut events: Option<FxHashMap<Span, Index>> = None;
    let (mut at, mut sentence) = (0, 0);
    while let Some(word) = reading.next(at, text.tokens.len(), Trigger::MULTIPLE) {
        at = word + 1;
        while text.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.end <= word) {
            sentence += 1;
        }
        let floor = text.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        let Some(told) = told(text, spots, word, floor) else { continue };
        let events = events.get_or_insert_with(|| {
            reading.facts.events.iter().enumerate().map(|(index, event)| (event.verb.span, index as Index)).collect()
        });
        let event = told.verb.and_then(|verb| events.get(&text.span(verb, verb)).copied());
        push(reading, spots, &told, event, floor);
    }
}

/// What the word at the token `word` says, if it says a multiple.
fn told(text: &Text<'_>, spots: &Spots, word: usize, floor: usize) -> Option<Told> {
    let Word { form, times } = words::word(text.lower(word))?;
    let own = Exact::from(i64::from(times).abs());
    let number = if times < 0 { Number::Part(own) } else { Number::Word(own) };
    let way = if times < 0 { Direction::Down } else { Direction::Up };
    let change = |certainty| {
        let direction = Some(way);
        Some(Told { first: word, end: word + 1, kind: Kind::Change, number, direction, verb: Some(word), certainty })
    };
    let hyphened = is_hyphen(text, word + 1) || word > floor && is_hyphen(text, word - 1);
    match form {
        Form::Verb => change(verb(text, spots, word, floor)?),
        Form::Base | Form::Ending if hyphened => None,
        Form::Base if is_infinitive(text, word, floor) => {
            (!words::is_other_sense(text.lower(word + 1))).then(|| change(Certainty::Likely))?
        }
        Form::Ending if is_finite(text, word, floor) => change(Certainty::Likely),
        Form::Base if times > 0 => compared(text, word, word + 1, number, floor),
        // "once or twice".
        Form::Adverb if hyphened || word > floor && text.lower(word - 1) == "or" => None,
        Form::Adverb => compared(text, word, word + 1, number, floor),
        Form::Half if text.lower(word + 1) == "as" && !hyphened => compared(text, word, word + 1, Number::Half, floor),
        Form::Fold => fold(text, word, word, number, floor),
        Form::Joined => {
            let hyphen = usize::from(word > floor && is_hyphen(text, word - 1));
            let first = (word - hyphen).checked_sub(1).filter(|&first| first >= floor)?;
            if hyphen == 0 && !text.glued(word) {
                return None;
            }
            let (value, style) = joined(text, first, word - hyphen)?;
            fold(text, first, word, Number::Joined(value, style, None), floor)
        }
        Form::Times => counted(text, spots, word, floor),
        Form::Sign => sign(text, word, floor),
        Form::Factor => factor(text, word, floor),
        Form::Base | Form::Ending | Form::Half => None,
    }
}

fn is_hyphen(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "-" | "‑")
}

/// Whether "doubled" tells of a change, and no ball, bet or part in a play.
fn verb(text: &Text<'_>, spots: &Spots, word: usize, floor: usize) -> Option<Certainty> {
    let next = text.lower(word + 1);
    let before = word.checked_sub(1).filter(|&before| before >= floor);
    // "doubled over in pain", but "doubled over the past year".
    let after = text.lower(word + 2);
    let over_time =
        next == "over" && matches!(after, "the" | "a" | "that" | "this" | "those" | "these" | "its" | "roughly");
    if words::is_other_sense(next) && !over_time
        || is_hyphen(text, word + 1)
        || before.is_some_and(|at| is_hyphen(text, at))
    {
        return None;
    }
    let figure = |at: usize| spots.from(text, at).is_some_and(|spot| spot.first <= at + 4);
    match next {
        // "doubled to left field", "doubled to open the inning".
        "to" if !figure(word + 2) => return None,
        // "doubled in the eighth".
        "in" if text.lower(word + 2) == "the" && is_inning(text, word + 3) => return None,
        _ => {}
    }
    let player = before.and_then(|at| text.token(at).map(|token| (at, token))).is_some_and(|(at, token)| {
        let lower = text.lower(at);
        let named = token.kind == TokenKind::Word
            && token.case == Case::Title
            && !lexicon::classes(lower).has(Classes::NOUN)
            && !lexicon::is_plural(lower);
        named || matches!(lower, "he" | "she" | "who" | "i")
    });
    if !player {
        return Some(Certainty::Sure);
    }
    let object = matches!(next, "from" | "to") || words::points(next);
    object.then_some(Certainty::Likely)
}

/// "the eighth", "the bottom of the ninth".
fn is_inning(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    matches!(lexemes::lexeme(lower), Some(lexemes::Lexeme::Place(_) | lexemes::Lexeme::Part(..)))
        || matches!(lower, "bottom" | "top" | "inning")
        || text.kind(at) == TokenKind::Number && lower.ends_with("th")
}

/// "doubles the price", but not "a game of two halves the last time".
fn is_finite(text: &Text<'_>, word: usize, floor: usize) -> bool {
    let before = word.checked_sub(1).filter(|&before| before >= floor).map_or("", |before| text.lower(before));
    let next = text.lower(word + 1);
    let plural = lexemes::lexeme(before).is_some() || matches!(before, "the" | "both" | "of" | "s" | "in" | "all");
    !plural && words::points(next) && !matches!(next, "that" | "last") && !words::is_time(text.lower(word + 2))
}

/// "to double", "will triple", "could halve".
fn is_infinitive(text: &Text<'_>, word: usize, floor: usize) -> bool {
    let hedged = hedge::before(text, word, floor);
    let lead = hedged.filter(|hedged| hedged.first > floor).map_or(word, |hedged| hedged.first).checked_sub(1);
    lead.filter(|&lead| lead >= floor).is_some_and(|lead| {
        let to = text.lower(lead) == "to" && text.lower(lead.wrapping_sub(1)) != "up";
        // "rose to double the average" has no verb.
        let risen = lead > floor && direction_of(text.lower(lead - 1)).is_some();
        to && !risen
            || ["will", "would", "could", "may", "might", "can", "should", "must", "shall", "did", "not", "helped"]
                .contains(&text.lower(lead))
    })
}

/// "twice the average", "double what it paid", "twice as many": a multiple of something else.
fn compared(text: &Text<'_>, first: usize, at: usize, number: Number, floor: usize) -> Option<Told> {
    let (end, certainty) = standard(text, at, floor < first && hedge::before(text, first, floor).is_some())?;
    Some(Told { first, end, kind: Kind::Comparison, number, direction: None, verb: None, certainty })
}

/// Whether the words after "twice" or "three times" begin what a multiple is taken of: where it begins, and
/// how sure it is that no more is said than how often something happens ("twice the driver stopped").
fn standard(text: &Text<'_>, at: usize, hedged: bool) -> Option<(usize, Certainty)> {
    let (next, after) = (text.lower(at), text.lower(at + 1));
    if next == "as" {
        let class = lexicon::classes(after);
        let degree = matches!(after, "many" | "much" | "few" | "little" | "often" | "far")
            || text.kind(at + 1) == TokenKind::Word
                && class.has_any(Classes::ADJECTIVE.or(Classes::ADVERB))
                && !matches!(after, "a" | "an" | "the" | "it" | "he" | "she" | "they" | "well" | "of" | "in" | "one");
        return degree.then_some((at, Certainty::Sure));
    }
    if !words::points(next) {
        // "double 2015's output" is weak, "double €5m" is not.
        let sum = matches!(text.word(at), "$" | "£" | "€");
        return sum.then_some((at, Certainty::Likely));
    }
    let over = text.kind(at + 1) == TokenKind::Mark && !is_hyphen(text, at + 1) || after.is_empty();
    match next {
        "that" if over || matches!(after, "of" | "in" | "for" | "recorded") => Some((at, Certainty::Likely)),
        "what" => Some((at, Certainty::Sure)),
        // "twice this year" is how often, "twice last year's output" how much.
        "this" | "last" | "that" | "these" | "those" => {
            let owned = text.kind(at + 2) == TokenKind::Possessive;
            (owned || next == "that" && words::is_size(after) && !words::is_time(after))
                .then_some((at, Certainty::Likely))
        }
        // "five times the summer average"
        _ if words::is_time(after) && after != "time" && !words::is_sum(text.lower(at + 2)) => None,
        _ => {
            let size = words::is_size(after) || words::is_size(text.lower(at + 2)) || text.lower(at + 2) == "of";
            let figure = text.kind(at + 1) == TokenKind::Number || matches!(text.word(at + 1), "$" | "£" | "€");
            let certainty = if size || figure {
                Certainty::Sure
            } else if hedged {
                Certainty::Likely
            } else {
                Certainty::Weak
            };
            Some((at, certainty))
        }
    }
}

/// Whether "times" after a number is followed by what makes it a multiple: "three times more", "six times the size".
pub(in crate::facts::extract) fn is_compared(text: &Text<'_>, at: usize) -> bool {
    words::compares(text.lower(at)).is_some()
        || standard(text, at, false).is_some_and(|(_, certainty)| certainty != Certainty::Weak)
}

/// "goes into 60 five times": times that are counted, after two figures.
fn held(text: &Text<'_>, spots: &Spots, word: usize) -> Option<Told> {
    let index = spots.before(text, word + 1)?;
    let spot = spots.get(index).filter(|spot| spot.kind == super::SpotKind::Count && spot.is_firm())?;
    ends::into(spots, index, text)?;
    let (kind, direction, number) = (Kind::Share, Some(Direction::Up), Number::Spot(index, None));
    Some(Told { first: spot.first, end: word + 1, kind, number, direction, verb: None, certainty: spot.at.certainty })
}

/// "three times as many", "2.5 times more".
fn counted(text: &Text<'_>, spots: &Spots, word: usize, floor: usize) -> Option<Told> {
    if let Some(held) = held(text, spots, word) {
        return Some(held);
    }
    let index = spots.before(text, word)?;
    let spot = spots.get(index)?;
    if spot.kind != super::SpotKind::Number || spot.end != word || spot.first < floor {
        return None;
    }
    let comparison = words::compares(text.lower(word + 1));
    let (end, certainty) = match comparison {
        Some(_) => (word + 1, Certainty::Likely),
        None => standard(text, word + 1, false)?,
    };
    let certainty = weaker(certainty, spot.at.certainty);
    let number = Number::Spot(index, comparison);
    Some(Told { first: spot.first, end, kind: Kind::Comparison, number, direction: None, verb: None, certainty })
}

/// The number of the tokens `first..end`, where it is one above one.
fn joined(text: &Text<'_>, first: usize, end: usize) -> Option<(Exact, Style)> {
    // "2-3x" has two ends.
    let range = first > 1 && (is_hyphen(text, first - 1) || text.word(first - 1) == "–") && text.glued(first);
    let number = numeral::read(text, first).filter(|number| number.end == end && !number.fraction && !range)?;
    (number.value > Exact::ONE).then_some((number.value, number.style))
}

/// "3x the size", "a 3x rise".
fn sign(text: &Text<'_>, word: usize, floor: usize) -> Option<Told> {
    let first = word.checked_sub(1).filter(|&first| first >= floor && text.glued(word))?;
    // "4x4", "x 2".
    if text.glued(word + 1) && text.kind(word + 1) != TokenKind::Mark || is_hyphen(text, word + 1) {
        return None;
    }
    let (value, style) = joined(text, first, word)?;
    let comparison = words::compares(text.lower(word + 1));
    let number = Number::Joined(value, style, comparison);
    if comparison.is_some() {
        let kind = Kind::Comparison;
        let certainty = Certainty::Likely;
        return Some(Told { first, end: word + 1, kind, number, direction: None, verb: None, certainty });
    }
    match standard(text, word + 1, false) {
        Some((end, Certainty::Sure)) => Some(Told {
            first,
            end,
            kind: Kind::Comparison,
            number,
            direction: None,
            verb: None,
            certainty: Certainty::Likely,
        }),
        _ => fold(text, first, word, number, floor).filter(|told| told.direction.is_some()),
    }
}

/// "rose by a factor of 10".
fn factor(text: &Text<'_>, word: usize, floor: usize) -> Option<Told> {
    let first = word.checked_sub(2).filter(|&by| by > floor && text.lower(by) == "by" && text.lower(by + 1) == "a")?;
    let last = Some(word + 2).filter(|_| text.lower(word + 1) == "of")?;
    let (value, style) = joined(text, last, last + 1)?;
    fold(text, first, last, Number::Joined(value, style, None), floor).filter(|told| told.direction.is_some())
}

/// "a sixfold increase", "rose threefold": a multiple with the word of change beside it.
fn fold(text: &Text<'_>, first: usize, word: usize, number: Number, floor: usize) -> Option<Told> {
    let of = |at: usize| direction_of(text.lower(at)).filter(|_| !is_comparative(text.lower(at)));
    let after = (word + 1..word + 3).find_map(|at| of(at).map(|direction| (at, direction)));
    let lead = first.saturating_sub(4).max(floor);
    let before = (lead..first).rev().find_map(|at| {
        let direction = direction_of(text.lower(at)).filter(|_| text.lower(at) != "more")?;
        let plain = (at + 1..first).all(|at| !matches!(text.lower(at), "is" | "was" | "are" | "," | "and" | "but"));
        plain.then_some((at, direction))
    });
    let (direction, verb, end, certainty) = match (after, before) {
        (Some((at, direction)), _) => (Some(direction), None, at + 1, Certainty::Sure),
        (None, Some((at, direction))) => (Some(direction), Some(at), word + 1, Certainty::Sure),
        // "the reasons are twofold".
        (None, None) if matches!(number, Number::Word(two) | Number::Joined(two, ..) if two == Exact::from(2)) => {
            return None;
        }
        (None, None) => (None, None, word + 1, Certainty::Weak),
    };
    let number = match (number, direction) {
        (Number::Word(n), Some(Direction::Down)) => Number::Part(n),
        (Number::Joined(n, style, _), Some(Direction::Down)) => Number::Joined(n, style, Some(Comparison::Less)),
        // "grew threefold": to three times as many, or by three times as many.
        (Number::Word(n), Some(Direction::Up)) => {
            Number::Joined(n, Style { words: true, ..Style::default() }, Some(Comparison::More))
        }
        (Number::Joined(n, style, _), Some(Direction::Up)) => Number::Joined(n, style, Some(Comparison::More)),
        (number, _) => number,
    };
    Some(Told { first, end, kind: Kind::Change, number, direction, verb, certainty })
}

fn is_comparative(lower: &str) -> bool {
    words::compares(lower).is_some() || matches!(lower, "up" | "down")
}

fn push(reading: &mut Reading<'_>, spots: &Spots, told: &Told, event: Option<Index>, floor: usize) {
    let text = reading.text;
    let before = hedge::before(text, told.first, floor).filter(|_| !matches!(told.number, Number::Spot(..)));
    let first = before.map_or(told.first, |before| before.first);
    let span = text.span(told.first, told.end.max(told.first + 1) - 1);
    let hedge = before.map_or(Hedge::Exactly, |before| before.hedge);
    let hedge_span = before.map(|before| text.span(before.first, before.end - 1));
    let words = Style { words: true, ..Style::default() };
    let plain = |written: Exact, value: Interval, style: Style| Figure {
        written: Some(written),
        low: None,
        high: None,
        value,
        hedge,
        hedge_span,
        span,
        style,
    };
    let part = |n: Exact| Exact::ONE.over(n).unwrap_or(n);
    let figure = match told.number {
        Number::Word(n) => plain(n, meant(n, words, hedge, &reading.wording), words),
        Number::Part(n) => plain(part(n), turned(meant(n, words, hedge, &reading.wording)), words),
        Number::Half => {
            let half = part(Exact::from(2));
            plain(half, meaning::interval(half, words, hedge, Grain::Rough, &reading.wording), words)
        }
        Number::Joined(n, style, Some(Comparison::Less)) => {
            plain(part(n), turned(meant(n, style, hedge, &reading.wording)), style)
        }
        Number::Joined(n, style, more) => plain(n, widened(meant(n, style, hedge, &reading.wording), more), style),
        Number::Spot(index, comparison) => {
            let Some(figure) = spots.get(index).and_then(|spot| figure(reading, spot)) else { return };
            let Some(figure) = multiplied(figure, comparison, &reading.wording) else { return };
            figure
        }
    };
    let ends = ends::read(reading, spots, told, first, floor);
    let certainty = weaker(told.certainty, ends.certainty);
    let mut last = told.end.max(told.first + 1) - 1;
    // "twice" is the multiple, "the average" what it is taken of.
    if told.kind == Kind::Comparison && matches!(told.number, Number::Word(_) | Number::Half) {
        last = told.first;
    }
    let at = reading.at(text.span(first, last), certainty);
    let of = of(reading, told, event);
    let by = ends.by;
    let (from, to) = (ends.from.map(|end| end.store(reading)), ends.to.map(|end| end.store(reading)));
    reading.facts.multiples.push(Multiple { at, figure, direction: told.direction, from, to, by, of, event });
}

/// A number of times with its rounding: "tripled" is anything that rounds to three.
fn meant(n: Exact, style: Style, hedge: Hedge, wording: &Wording) -> Interval {
    let rounded = meaning::interval(n, style, Hedge::Exactly, Grain::Share, wording);
    match hedge {
        Hedge::Exactly | Hedge::About => rounded,
        Hedge::Nearly => Interval { low: rounded.low, high: End::Open(n) },
        Hedge::Over | Hedge::AtLeast | Hedge::Under | Hedge::AtMost | Hedge::Range | Hedge::Dozens => {
            meaning::interval(n, style, hedge, Grain::Share, wording)
        }
    }
}

/// One over it.
fn turned(interval: Interval) -> Interval {
    Interval::exactly(Exact::ONE).over(interval)
}

/// "three times more" may be four times as much.
fn widened(interval: Interval, comparison: Option<Comparison>) -> Interval {
    match comparison {
        Some(Comparison::More) => interval.union(interval.plus(Interval::exactly(Exact::ONE))),
        Some(Comparison::Less) => turned(interval),
        None => interval,
    }
}

/// The figure of a number before "times" as one of a multiple; one and less multiply nothing.
fn multiplied(figure: &Figure, comparison: Option<Comparison>, wording: &Wording) -> Option<Figure> {
    let value = match figure.written {
        Some(n) if n <= Exact::ONE => return None,
        Some(n) => meant(n, figure.style, figure.hedge, wording),
        None => figure.value,
    };
    let part = |n: Exact| Exact::ONE.over(n);
    let figure = Figure { value: widened(value, comparison), ..figure.clone() };
    Some(match comparison {
        Some(Comparison::Less) => {
            let (low, high) = (figure.high.and_then(part), figure.low.and_then(part));
            Figure { written: figure.written.and_then(part), low, high, ..figure }
        }
        Some(Comparison::More) | None => figure,
    })
}

/// What is multiplied, where the words beside say it.
fn of(reading: &Reading<'_>, told: &Told, event: Option<Index>) -> Option<Noun> {
    let text = reading.text;
    let next = text.lower(told.end);
    let found = match (told.kind, next) {
        // "as many people".
        (Kind::Comparison, "as") => matches!(text.lower(told.end + 1), "many" | "much" | "few" | "little")
            .then(|| count::whole(text, told.end + 2))
            .flatten(),
        // "more steel", but not "more likely".
        (Kind::Comparison, "more" | "fewer" | "less") => {
            let noun = text.lower(told.end + 1);
            (lexicon::is_plural(noun) || lexicon::usual_class(noun) == Classes::NOUN)
                .then(|| count::whole(text, told.end + 1))
                .flatten()
        }
        (Kind::Comparison, "what" | "that") => None,
        (Kind::Change, "in") if told.verb.is_none() => count::whole(text, told.end + 1),
        (_, next) if words::points(next) => count::whole(text, told.end),
        _ => None,
    };
    // "the number of guards".
    let found = found.map(|found| match (&*found.noun.key, text.lower(found.end)) {
        ("number" | "amount" | "share" | "proportion" | "total", "of") => {
            count::whole(text, found.end + 1).map_or(found.noun, |inner| inner.noun)
        }
        _ => found.noun,
    });
    found.or_else(|| {
        let subject = told.kind == Kind::Change && told.verb.is_some();
        let event = event.filter(|_| subject).and_then(|event| reading.facts.events.get(event as usize))?;
        event.agent.clone()
    })
}
