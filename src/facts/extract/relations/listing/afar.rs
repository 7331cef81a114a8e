//! Lists that follow their number at a distance, that semicolons part, or whose names stand with titles: "the nine states
//! that have sued: Iowa, …", "three sisters: Ann, the oldest; …", "former mayor Ann Lee and Judge Cy Diaz".

use super::super::parts::{is_dash, past_mark};
use super::items::{end, is_capitalised, is_compounded, is_name};
use super::words::{DONE, FOLK, KINDS, LISTED, OPEN, PLACES};
use crate::text::gazetteer;
use crate::text::lexicon::{self, Classes, VerbForms};
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// How many words may stand before a mark whose list can be of nothing else.
const REACH: usize = 16;

/// The colon or dash of a list that follows further on: "the nine states that have sued: Iowa, …".
pub(super) fn opening_afar(text: &Text<'_>, from: usize, end: usize) -> Option<usize> {
    let gap = from..end.min(from + REACH);
    let hyphen = |at: usize| text.word(at) == "-" && text.glued(at) && text.glued(at + 1);
    let open = gap.clone().find(|&at| text.kind(at) == TokenKind::Mark && text.word(at) != "." && !hyphen(at))?;
    // "cap-and-trade" joins nothing that is listed.
    let loose = |at: usize| {
        !text.glued(at) && (OPEN.contains(&text.lower(at)) || matches!(text.lower(at), "and" | "than" | "both"))
    };
    let ends = text.word(open) == ":" || is_dash(text, open);
    (ends && open > from && !(from..open).any(loose)).then_some(open)
}

/// Whether what a list further on holds can be nothing but what was counted, and nothing of what stands between.
pub(super) fn is_of_kind(text: &Text<'_>, noun: &str, gap: Range<usize>, items: &[Range<usize>]) -> bool {
    let lower = |item: &Range<usize>| text.lowered(text.span(item.start, item.end - 1));
    // "as rest areas" says again what they are.
    let own = gap.clone().find(|&at| text.lower(at) == "as").unwrap_or(gap.end);
    let between = |of: &dyn Fn(&str) -> bool| {
        (gap.start..own).any(|at| lexicon::is_plural(text.lower(at)) && of(&lexicon::singular(text.lower(at))))
    };
    // "three crises that have to be met in turn: the …": the clause tells of them and of nothing else.
    let clause = matches!(text.lower(gap.start), "that" | "which" | "who");
    if clause && !between(&|_| true) {
        return true;
    }
    // "three kinds of boats: ferries, …"
    if KINDS.contains(&noun) && text.lower(gap.start) == "of" && gap.len() <= 5 {
        return true;
    }
    // "four areas for talks with Republicans: trade, …": plain things are no people of a name.
    let things = items.iter().all(|item| !is_capitalised(text, item.start));
    let others = (gap.start..own).any(|at| lexicon::is_plural(text.lower(at)) && !(things && is_capitalised(text, at)));
    if LISTED.contains(&noun) && !is_people(noun) && is_aside(text, gap.clone()) && !others {
        return true;
    }
    match noun {
        "state" => items.iter().all(|item| gazetteer::us_state(lower(item)).is_some()) && !between(&is_land),
        "country" | "nation" => {
            items.iter().all(|item| gazetteer::country(lower(item)).is_some()) && !between(&is_land)
        }
        _ if PLACES.contains(&noun) => {
            items.iter().all(|item| is_name(text, item.clone())) && !between(&|key| !is_time(key))
        }
        _ if DONE.contains(&noun) => {
            let doing = |item: &Range<usize>| opener(text, item.start) == Some(Opener::Doing);
            items.iter().all(doing) && !between(&|key| DONE.contains(&key))
        }
        _ => {
            let name = |item: &Range<usize>| {
                let last = item.end - 1;
                item.len() > 1 && is_capitalised(text, last) && is_capitalised(text, last - 1)
            };
            is_people(noun) && items.iter().all(name) && !between(&is_people)
        }
    }
}

/// Whether a noun counts people.
pub(in super::super) fn is_people(noun: &str) -> bool {
    noun == "person" || FOLK.contains(&noun) || lexicon::is_a_kind_of(noun, "person")
}

/// How many words may stand between what a sentence names and its names, where nothing else is told.
const ASIDE: usize = 8;

/// "on our own", "about the harbour", "come to mind": words that tell of nothing but what they follow.
fn is_aside(text: &Text<'_>, gap: Range<usize>) -> bool {
    let first = text.lower(gap.start);
    let comes = matches!(first, "come" | "came" | "remain" | "remained" | "emerge" | "emerged" | "exist" | "existed");
    let opens = comes || lexicon::usual_class(first).has(Classes::PREPOSITION);
    let tells = |at: usize| {
        let lower = text.lower(at);
        lexicon::usual_class(lower).has(Classes::AUXILIARY) || lexicon::verb_form(lower).has(VerbForms::PAST)
    };
    let plain = |at: usize| text.kind(at) == TokenKind::Word;
    opens && gap.len() <= ASIDE && gap.clone().all(plain) && !(gap.start + 1..gap.end).any(tells)
}

/// What states and countries may be called: "with their neighbours: Iowa, …".
fn is_land(key: &str) -> bool {
    let called =
        ["state", "country", "nation", "neighbour", "neighbor", "other", "one", "place", "area", "region", "ally"];
    called.contains(&key) || matches!(key, "exception" | "holdout" | "target" | "partner" | "battleground" | "member")
}

fn is_time(key: &str) -> bool {
    matches!(key, "year" | "month" | "week" | "day" | "hour" | "decade" | "time")
}

/// The things of a list that semicolons part: "three sisters: Ann, the oldest; Bo, a pilot; and Cy, 12."
pub(super) fn parted(text: &Text<'_>, open: usize, sentence: usize) -> Option<Vec<Range<usize>>> {
    let from = past_mark(text, open);
    let end = sentence.checked_sub(1).filter(|&last| text.word(last) == "." && last > from)?;
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut start = from;
    for at in from..=end {
        if at == end || text.word(at) == ";" {
            items.push(start..at);
            start = at + 1;
        }
    }
    let last = items.last_mut()?;
    if text.lower(last.start) != "and" {
        return None;
    }
    last.start += 1;
    // "and Cy and his sons" may be several.
    let several = |item: &Range<usize>| {
        let mixed = |at: usize| OPEN.contains(&text.lower(at)) || matches!(text.lower(at), "and" | ":" | "?");
        item.is_empty() || item.clone().any(mixed)
    };
    (items.len() > 2 && !items.iter().any(several)).then_some(items)
}

/// The names of a list with what each of them is: "former mayor Ann Lee, Senator Bo Chan (D-Iowa) and Judge Cy Diaz".
pub(super) fn titled(text: &Text<'_>, open: usize, from: usize, sentence: usize) -> Option<Vec<Range<usize>>> {
    let dashed = is_dash(text, open);
    let stops = |at: usize| matches!(text.word(at), "." | "!") && at + 1 == sentence || dashed && is_dash(text, at);
    titled_until(text, from..(from..sentence).find(|&at| stops(at))?)
}

/// The names of a closed list with what each of them is.
pub(super) fn titled_until(text: &Text<'_>, list: Range<usize>) -> Option<Vec<Range<usize>>> {
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut start, mut at, mut joined) = (list.start, list.start, false);
    while at <= list.end {
        let word = text.lower(at);
        let stop = at == list.end;
        if stop || matches!(word, "," | "and") {
            if start < at {
                items.push(start..at);
            } else if word != "and" || items.is_empty() {
                return None;
            }
            if stop {
                let named = |item: &Range<usize>| is_titled(text, item.clone());
                return (joined && items.len() > 1 && items.iter().all(named)).then_some(items);
            }
            if joined {
                return None;
            }
            joined |= word == "and";
            start = at + 1;
        } else if word == "(" && start < at {
            // "(D-Iowa)" is said of the one before.
            let close = (at..list.end.min(at + 8)).find(|&at| text.word(at) == ")")?;
            items.push(start..at);
            let next = text.lower(close + 1);
            if !matches!(next, "," | "and") && close + 1 != list.end {
                return None;
            }
            at = close;
            start = close + 1;
            if next == "," {
                at += 1;
                start += 1;
            }
        }
        at += 1;
    }
    None
}

/// The things of a list of phrases that all open alike: "cutting the fares, mending the pier and hiring pilots", "a new
/// pier, a longer quay or a second ferry".
pub(super) fn phrases(text: &Text<'_>, list: Range<usize>, chosen: bool) -> Option<Vec<Range<usize>>> {
    let opener = opener(text, list.start)?;
    let joins = |at: usize| text.lower(at) == "and" || chosen && text.lower(at) == "or";
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut start, mut at, mut joined) = (list.start, list.start, false);
    while at < list.end {
        let comma = text.word(at) == ",";
        if comma || joins(at) {
            let after = at + 1 + usize::from(comma && joins(at + 1));
            // "a pier, which nobody wants": a comma that parts no two things.
            if joined || start == at || self::opener(text, after) != Some(opener) {
                return None;
            }
            joined |= joins(after - 1);
            items.push(start..at);
            start = after;
            at = after;
        }
        let left_open = OPEN.contains(&text.lower(at)) && !is_compounded(text, at);
        if left_open || matches!(text.lower(at), ":" | ";" | "(") {
            return None;
        }
        at += 1;
    }
    items.push(start..list.end);
    let whole = |item: &Range<usize>| (2..=14).contains(&item.len());
    (joined && items.iter().all(whole)).then_some(items)
}

/// The prepositions by which each thing of a list may be told apart.
const PLACING: &[&str] = &["in", "on", "at", "from", "of", "for", "by"];

/// How many words may say when or where one thing of a list is.
const PLACE: usize = 7;

/// "three votes are due this week: Ann Lee on Monday and Bo Chan on Friday": names, each with its place or time by one
/// preposition.
pub(super) fn placed(text: &Text<'_>, from: usize, until: usize, sentence: usize) -> Option<Vec<Range<usize>>> {
    let opens = |at: usize| text.word(at) == ":" || is_dash(text, at);
    let open = if opens(from) { from } else { opening_afar(text, from, until)? };
    let between = (from..open).any(|at| {
        let lower = text.lower(at);
        lexicon::is_plural(lower) && !is_time(&lexicon::singular(lower)) && lexicon::classes(lower).has(Classes::NOUN)
    });
    let start = past_mark(text, open);
    let end = end(text, open, start, sentence).filter(|_| !between)?;
    let preposition = text.lower((start..end).find(|&at| PLACING.contains(&text.lower(at)))?);
    let mut items: Vec<Range<usize>> = Vec::new();
    let (mut at, mut joined) = (start, false);
    while at < end {
        let lead = (at..end.min(at + PLACE)).find(|&at| text.lower(at) == preposition)?;
        let stop = (lead + 1..end).find(|&at| matches!(text.lower(at), "," | "and")).unwrap_or(end);
        let told = lead + 1..stop;
        let plain = told.clone().all(|at| {
            matches!(text.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
                && !OPEN.contains(&text.lower(at))
        });
        if !is_name(text, at..lead) || told.is_empty() || told.len() > PLACE || !plain {
            return None;
        }
        items.push(at..lead);
        let and = stop + usize::from(text.word(stop) == ",");
        if stop < end && joined {
            return None;
        }
        joined |= stop < end && text.lower(and) == "and";
        at = if stop < end { and + usize::from(text.lower(and) == "and") } else { end };
    }
    (joined && items.len() > 1).then_some(items)
}

/// What a phrase opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opener {
    A,
    The,
    Doing,
}

pub(super) fn opener(text: &Text<'_>, at: usize) -> Option<Opener> {
    match text.lower(at) {
        "a" | "an" => Some(Opener::A),
        "the" => Some(Opener::The),
        lower => lexicon::verb_form(lower).has(VerbForms::GERUND).then_some(Opener::Doing),
    }
}

/// Whether an item is a name with what its bearer is: "former mayor Ann Lee".
fn is_titled(text: &Text<'_>, item: Range<usize>) -> bool {
    let Some(last) = item.clone().last().filter(|_| (2..=8).contains(&item.len())) else { return false };
    is_capitalised(text, last)
        && is_capitalised(text, last - 1)
        && item.clone().all(|at| {
            let lower = text.lower(at);
            let usual = lexicon::usual_class(lower);
            match text.kind(at) {
                TokenKind::Word => {
                    is_capitalised(text, at)
                        || usual.has_any(Classes::NOUN.or(Classes::ADJECTIVE))
                            && !OPEN.contains(&lower)
                            && !lexicon::is_plural(lower)
                        || matches!(lower, "of" | "for" | "the" | "former")
                }
                TokenKind::Mark => matches!(text.word(at), "." | "-" | "'" | "’"),
                TokenKind::Possessive => true,
                TokenKind::Number => false,
            }
        })
}
