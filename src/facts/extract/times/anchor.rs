//! What a date without its year or week is reckoned from: the day of publication and the tense.

use super::words;
use crate::facts::date::DateRange;
use crate::text::lexicon::{VerbForms, verb_form};
use crate::text::{Case, Text, TokenKind};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Which way from the day of publication a sentence looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lean {
    Past,
    Future,
    Unknown,
}

impl Lean {
    /// Where the sentence does not say, the way to the nearer of the two days that a vote of a weekday can be on.
    pub(super) fn or_nearest(self, published: Date, day: Weekday, rounds: bool) -> Self {
        let near = i32::from(published.weekday().until(day)) <= 3;
        match self {
            Self::Unknown if rounds && near => Self::Future,
            Self::Past | Self::Future | Self::Unknown => self,
        }
    }
}

/// What follows a date that is still to come.
const AHEAD_NOUNS: &[&str] = &["deadline", "effective", "delivery", "futures"];

/// What follows the date of something that was written, said or done.
const DONE_NOUNS: &[&str] = &[
    "memo",
    "decision",
    "ruling",
    "letter",
    "email",
    "tweet",
    "speech",
    "interview",
    "statement",
    "report",
    "article",
    "attack",
    "attacks",
    "shooting",
    "massacre",
    "crash",
    "bombing",
    "bombings",
    "raid",
    "poll",
    "survey",
    "filing",
    "indictment",
    "arrest",
    "coup",
    "earthquake",
    "explosion",
];

/// Words farther away than this do not decide.
const REACH: usize = 18;

/// How far behind "by Tuesday" its verb stands.
const NEAR: usize = 8;

/// Which way the words around a date look: the preposition before it and the noun after it, the
/// nearest verb before it, else the first after it.
pub(super) fn lean(text: &Text<'_>, first: usize, end: usize) -> Lean {
    let at = text.tokens.get(first).map_or(0, |token| token.span.start);
    let Some(sentence) = text.sentences.get(text.sentence_at(at)) else { return Lean::Unknown };
    let start = sentence.tokens.start;
    let from = start.max(first.saturating_sub(REACH));
    let near = (from.max(first.saturating_sub(3))..first).rev().any(|at| PENDING.contains(&text.lower(at)));
    let next = text.lower(end);
    let told = || {
        (from.max(first.saturating_sub(6))..first).any(|at| matches!(text.lower(at), "said" | "testified" | "during"))
    };
    let ahead = AHEAD_NOUNS.contains(&next) || next == "hearing" && !told();
    if near || ahead {
        return Lean::Future;
    }
    // "the Dec. 13 memo", "her December decision"
    if DONE_NOUNS.contains(&next) {
        return Lean::Past;
    }
    // "has until Tuesday", "extended the loan through January".
    let near = first.saturating_sub(3).max(start)..first;
    let held = near.into_iter().rev().find_map(|at| match text.lower(at) {
        "until" | "till" => Some(HELD),
        "through" => Some(PROLONGED),
        _ => None,
    });
    if held.is_some_and(|held| (from..first).any(|at| held.contains(&text.lower(at)))) {
        return Lean::Future;
    }
    // "by mid-November"
    let edge = (first.saturating_sub(2)..first).find(|at| matches!(text.lower(*at), "mid" | "early" | "late"));
    if words::before(text, edge.unwrap_or(first)) == "by" {
        let told = |at: usize| matches!(text.lower(at), "had" | "were" | "was");
        // "By Tuesday evening the storm had passed."
        let to = sentence.tokens.end.min(end + NEAR);
        let opens = first <= start + 2;
        let had = (from..first).any(told) || (end..to).any(|at| text.lower(at) == "had" || opens && told(at));
        return if had { Lean::Past } else { Lean::Future };
    }
    // "as early as May" and "as recently as April" are the nearest, "as soon as" is still to come.
    if words::before(text, first) == "as" && first >= start + 3 && text.lower(first - 3) == "as" {
        match text.lower(first - 2) {
            "soon" => return Lean::Future,
            "recently" => return Lean::Past,
            // What someone said does not say when it is to be.
            "early" => {
                let cues = (from..first).rev().filter(|at| !matches!(text.lower(*at), "said" | "told" | "added"));
                return cues.into_iter().find_map(|at| cue(text, at, start)).unwrap_or(Lean::Unknown);
            }
            _ => {}
        }
    }
    let to = sentence.tokens.end.min(end + REACH);
    // "…, and in July the court upheld it": what follows is of the date, where a clause begins with it.
    if opens_clause(text, first, start) {
        let firm = |at: &usize| !MODALS.contains(&text.lower(*at));
        if let Some(lean) = (end..to).filter(firm).find_map(|at| cue(text, at, start)) {
            return lean;
        }
    }
    let before = (from..first).rev().find_map(|at| cue(text, at, start));
    before.or_else(|| (end..to).find_map(|at| cue(text, at, start))).unwrap_or(Lean::Unknown)
}

/// Whether a clause begins with a date: a preposition stands before it, and "and", a comma or nothing before that.
fn opens_clause(text: &Text<'_>, first: usize, start: usize) -> bool {
    let Some(lead) = first.checked_sub(1).filter(|lead| *lead >= start) else { return false };
    let preposition = matches!(text.lower(lead), "in" | "on");
    let Some(before) = lead.checked_sub(1).filter(|before| *before >= start) else { return preposition };
    preposition && matches!(text.lower(before), "and" | "but" | ";" | "—" | "–")
}

/// The same, with what the programme of things to come says in the present tense: "the trial begins
/// on Wednesday". A picture's caption tells what is past in that tense, so it is no more than a guess.
pub(super) fn guess(text: &Text<'_>, first: usize, end: usize) -> Lean {
    let lean = lean(text, first, end);
    let at = text.tokens.get(first).map_or(0, |token| token.span.start);
    let start = text.sentences.get(text.sentence_at(at)).map_or(first, |sentence| sentence.tokens.start);
    let from = start.max(first.saturating_sub(8));
    if lean == Lean::Unknown
        && (from..first).map(|at| text.word(at)).any(|word| BEGINS.contains(&word) || PROGRAMME.contains(&word))
    {
        return Lean::Future;
    }
    // "It kicks off Tuesday in a state that has swung": what a clause behind it tells is not the date's.
    let near = start.max(first.saturating_sub(3))..first;
    let begins = near.rev().find_map(|at| {
        let begins = BEGINS.contains(&text.word(at));
        (begins || cue(text, at, start).is_some()).then_some(begins)
    });
    if begins == Some(true) { Lean::Future } else { lean }
}

/// Verbs of the programme that stand right before its day.
const BEGINS: &[&str] = &[
    "opens",
    "reopens",
    "begins",
    "starts",
    "resumes",
    "closes",
    "ends",
    "expires",
    "airs",
    "premieres",
    "debuts",
    "kicks",
];

/// Other verbs of what is on the programme.
const PROGRAMME: &[&str] = &["meet", "meets", "polls", "begin", "resume", "takes", "runs"];

/// Verbs with which "until Tuesday" is still to come.
const HELD: &[&str] =
    &["has", "have", "gives", "given", "gave", "extended", "extends", "postponed", "adjourned", "delayed", "suspended"];

/// Verbs with which "through January" is.
const PROLONGED: &[&str] = &["extended", "extends", "extend", "prolonged", "renewed", "suspended"];

/// What "could" and "would" tell of the past: "could not be reached Wednesday", "would not say Thursday".
fn is_refusal(text: &Text<'_>, at: usize) -> bool {
    match text.lower(at) {
        "could" | "couldn't" => (at + 1..at + 6).any(|at| REACHED.contains(&text.lower(at))),
        "would" | "wouldn't" => {
            let denied = text.lower(at) != "would" || text.lower(at + 1) == "not";
            denied && (at + 1..at + 3).any(|at| TOLD.contains(&text.lower(at)))
        }
        _ => false,
    }
}

/// What nobody could be, when the reporter asked.
const REACHED: &[&str] =
    &["reached", "located", "contacted", "determined", "confirmed", "verified", "identified", "found"];

/// What a spokesman would not do.
const TOLD: &[&str] = &[
    "say",
    "comment",
    "discuss",
    "confirm",
    "elaborate",
    "disclose",
    "identify",
    "specify",
    "speculate",
    "answer",
    "name",
];

/// Words right before a date that is still to come.
const PENDING: &[&str] = &[
    "payable",
    "effective",
    "redeemed",
    "maturing",
    "postponed",
    "deadline",
    "expires",
    "expire",
    "scheduled",
    "slated",
];

/// What one word says of the tense around it.
fn cue(text: &Text<'_>, at: usize, start: usize) -> Option<Lean> {
    if text.kind(at) != TokenKind::Word {
        return None;
    }
    let word = text.lower(at);
    if is_refusal(text, at) {
        return Some(Lean::Past);
    }
    if word == "set" {
        let passive = matches!(words::before(text, at), "is" | "are" | "was" | "were" | "be" | "been" | "");
        let ahead = passive && text.lower(at + 1) == "to" || text.lower(at + 1) == "for";
        return Some(if ahead { Lean::Future } else { Lean::Past });
    }
    if AHEAD.contains(&word) || word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Lean::Future);
    }
    if MODALS.contains(&word) && text.token(at).is_some_and(|token| token.case == Case::Lower) {
        let perfect = (at + 1..at + 3).any(|at| text.lower(at) == "have");
        return Some(if perfect { Lean::Past } else { Lean::Future });
    }
    if word == "to" {
        return infinitive(text, at, start);
    }
    if matches!(word, "has" | "have") {
        return perfect(text, at);
    }
    if PAST.contains(&word) && !after_be(text, at) {
        return Some(Lean::Past);
    }
    let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
    if !lower || word.len() < 3 {
        return None;
    }
    let forms = verb_form(word);
    let past = (forms.has(VerbForms::PAST) || forms.has(VerbForms::PARTICIPLE)) && !forms.has(VerbForms::BASE);
    // "will be held": the auxiliary decides.
    (past && !after_be(text, at)).then_some(Lean::Past)
}

/// "has sold" tells of the past and "has to sell" of what is to come; "has a shop" of neither.
fn perfect(text: &Text<'_>, at: usize) -> Option<Lean> {
    if text.lower(at + 1) == "to" {
        let concerns = text.lower(at + 2) == "do" && text.lower(at + 3) == "with";
        return (!concerns).then_some(Lean::Future);
    }
    let done = |at: usize| {
        let forms = verb_form(text.lower(at));
        text.kind(at) == TokenKind::Word && (forms.has(VerbForms::PARTICIPLE) || PAST.contains(&text.lower(at)))
    };
    (at + 1..at + 4).any(done).then_some(Lean::Past)
}

/// Whether a participle follows "be", with at most an adverb between.
fn after_be(text: &Text<'_>, at: usize) -> bool {
    let be = |at: usize| matches!(text.lower(at), "be" | "being" | "is" | "are" | "get" | "gets");
    at >= 1 && be(at - 1) || at >= 2 && be(at - 2) && text.lower(at - 1).ends_with("ly")
}

/// "to meet" looks ahead where the word that governs it does.
fn infinitive(text: &Text<'_>, at: usize, start: usize) -> Option<Lean> {
    if text.lower(at + 1) == "be" {
        return Some(Lean::Future);
    }
    let verb = text.token(at + 1)?;
    if verb.case != Case::Lower || verb.kind != TokenKind::Word || DETERMINERS.contains(&text.lower(at + 1)) {
        return None;
    }
    let governor = at.checked_sub(1).filter(|&before| before >= start).map_or("", |before| text.lower(before));
    GOVERNORS.contains(&governor).then_some(Lean::Future)
}

/// Modal verbs that look ahead unless "have" follows.
const MODALS: &[&str] = &["should", "may", "might", "must", "would", "could", "can"];

/// Words after which "to" is no infinitive.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "him",
    "them", "it", "us", "me", "nearly", "about", "more", "less", "at", "one", "some", "all", "any",
];

/// Auxiliaries of the past, and words whose past the lexicon leaves open.
static PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "didn't",
    "wasn't",
    "weren't",
    "been",
    "hit",
    "cut",
    "put",
    "read",
    "shut",
    "quit",
    "beat",
    "ago",
    "earlier",
    "yesterday",
    "says",
    "felt",
    "left",
    "saw",
    "found",
    "fell",
    "bore",
];

/// The day `span` away; itself where the calendar ends.
pub(super) fn shifted(day: Date, span: Span) -> Date {
    day.checked_add(span).unwrap_or(day)
}

/// The weekday that is meant when a sentence of that lean names it; the day itself counts.
pub(super) fn weekday(published: Date, day: Weekday, lean: Lean) -> Date {
    let ahead = i32::from(published.weekday().until(day));
    let by = match lean {
        Lean::Future => ahead,
        Lean::Past | Lean::Unknown if ahead == 0 => 0,
        Lean::Past | Lean::Unknown => ahead - 7,
    };
    shifted(published, by.days())
}

/// The year of a month that is named alone.
pub(super) fn year_of_month(published: Date, month: u8, lean: Lean) -> i16 {
    let (own, named) = (published.month(), month.cast_signed());
    match lean {
        Lean::Past if named > own => published.year() - 1,
        // "In April" is last month in May, whatever the sentence goes on to expect; "January" in March is past too.
        Lean::Future if named < own && named + 2 >= own => published.year(),
        Lean::Future if named < own => published.year() + 1,
        Lean::Unknown if named > own + 6 => published.year() - 1,
        Lean::Unknown if named < own - 6 => published.year() + 1,
        Lean::Past | Lean::Future | Lean::Unknown => published.year(),
    }
}

/// The day that a month and day without a year mean; `None` where no near year has it.
pub(super) fn day_of_year(published: Date, month: u8, day: u8, lean: Lean) -> Option<Date> {
    let near = |years: i16| Date::new(published.year() + years, month.cast_signed(), day.cast_signed()).ok();
    let all = (-4..=4).filter_map(near);
    // A day or two ahead is a time zone or an early edition, not the year before.
    nearest(published, all, lean)
}

/// The last day of that month and day; `None` where the next is at most three weeks ahead, as a wrong day is.
pub(super) fn last_of_year(published: Date, month: u8, day: u8) -> Option<Date> {
    let near = |years: i16| Date::new(published.year() + years, month.cast_signed(), day.cast_signed()).ok();
    let soon = (0..=1).filter_map(near).any(|date| date > published && date <= shifted(published, 21.days()));
    (-8..=0).filter_map(near).filter(|date| *date <= published && !soon).max()
}

/// Whether what is dated has surely happened: the nearest verbs before the date tell of a death, a crime or
/// an accident and nothing between looks ahead. "She was found dead on 3 June", told in March, was so last year.
pub(super) fn is_over(text: &Text<'_>, first: usize) -> bool {
    let at = text.tokens.get(first).map_or(0, |token| token.span.start);
    let start = text.sentences.get(text.sentence_at(at)).map_or(first, |sentence| sentence.tokens.start);
    let from = start.max(first.saturating_sub(REACH));
    // "the funeral of a man killed in May is on June 3": the date is of what stands right before it.
    let beside = first.checked_sub(2).map_or("", |noun| text.lower(noun));
    if !matches!(words::before(text, first), "on" | "in") || TO_COME.contains(&beside) {
        return false;
    }
    for at in (from..first).rev() {
        let lower = text.lower(at);
        if FATES.contains(&lower) {
            return !after_be(text, at);
        }
        if PROGRAMME.contains(&lower)
            || matches!(lower, "is" | "are" | ";" | "that")
            || cue(text, at, start) == Some(Lean::Future)
        {
            return false;
        }
    }
    false
}

/// What has happened once it is told in the past.
const FATES: &[&str] = &[
    "died",
    "killed",
    "murdered",
    "stabbed",
    "shot",
    "drowned",
    "arrested",
    "born",
    "crashed",
    "sank",
    "exploded",
    "collapsed",
    "disappeared",
    "vanished",
    "found",
    "kidnapped",
    "abducted",
    "raped",
    "attacked",
    "strangled",
    "beaten",
    "robbed",
    "overdosed",
    "drugged",
    "hanged",
];

/// What stands right before a date that may be ahead, whatever else has happened.
const TO_COME: &[&str] = &[
    "funeral",
    "hearing",
    "trial",
    "court",
    "sentencing",
    "sentenced",
    "vote",
    "election",
    "meeting",
    "service",
    "inquest",
    "memorial",
    "vigil",
    "deadline",
    "talks",
];

/// The day, of those that come once a year, that a sentence of that lean means.
///
/// A day of eleven months ago would be called last year's, and one in eleven months next year's:
/// where another is near on the other side, the sentence's tense was not the day's.
pub(super) fn nearest(published: Date, all: impl Iterator<Item = Date>, lean: Lean) -> Option<Date> {
    let distance = |date: &Date| (date.duration_since(published).as_hours() / 24).unsigned_abs();
    let early = shifted(published, 2.days());
    let (mut past, mut future, mut closest) = (None, None, None);
    for date in all {
        if date <= early {
            past = past.max(Some(date));
        }
        if date >= published {
            future = Some(future.map_or(date, |known: Date| known.min(date)));
        }
        closest = [closest, Some(date)].into_iter().flatten().min_by_key(distance);
    }
    match (lean, past, future) {
        (Lean::Past, Some(past), Some(future)) if distance(&past) > 270 && distance(&future) < 95 => Some(future),
        (Lean::Future, Some(past), Some(future)) if distance(&future) > 330 && distance(&past) < 35 => Some(past),
        (Lean::Past, past, _) => past,
        (Lean::Future, _, future) => future,
        (Lean::Unknown, ..) => closest,
    }
}

/// The ISO week from Monday to Sunday that holds a day.
pub(super) fn week_of(day: Date) -> DateRange {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    let first = shifted(day, (-back).days());
    DateRange { first, last: shifted(first, 6.days()), precision: crate::facts::date::Precision::Week }
}

/// What a month names that comes round: "the November election" is the nearest, whatever the sentence's tense.
pub(super) const ROUNDS: &[&str] = &[
    "election",
    "elections",
    "primary",
    "primaries",
    "runoff",
    "contest",
    "vote",
    "ballot",
    "referendum",
    "debate",
    "debates",
    "tournament",
    "midterms",
    "caucus",
    "caucuses",
    "deadline",
    "summit",
];

/// Words that put what happens into the future.
const AHEAD: &[&str] = &[
    "will",
    "shall",
    "won't",
    "shan't",
    "upcoming",
    "forthcoming",
    "tomorrow",
    "scheduled",
    "slated",
    "due",
    "expected",
    "planned",
    "plans",
    "planning",
    "expects",
    "poised",
];

/// Words after which an infinitive looks ahead.
#[rustfmt::skip] // Words, a dozen a line.
const GOVERNORS: &[&str] = &[
    "is", "are", "plan", "likely", "ready", "going", "hope", "hopes", "wants", "want", "intends", "intend", "agreed",
    "about", "able", "vows", "agrees", "promises", "promised", "pledged", "aims", "supposed", "asked", "plans",
    "expects", "free", "decide", "trying", "hoping", "soon", "agreement", "proposal", "estimated", "projected",
    "anticipated", "intention", "permission", "approval", "promise", "promising", "vow", "vowed", "pledge",
    "invitation", "intending", "agreeing", "planning", "preparing", "pledges",
];
