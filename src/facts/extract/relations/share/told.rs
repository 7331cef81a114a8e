//! The share that is told with a part and its whole: "(15%)", ", or 15%,", "32 percent of its 2,350 members, or 520".

use super::super::bracket::opens_bracket;
use super::super::change::breaks_clause;
use super::super::{Reading, Spot, SpotKind, Spots};
use super::portion::{Portion, Whole, alike, is_of, past_of};
use crate::text::lexicon::{self, Classes};
use crate::text::{Text, TokenKind};

/// "(15%)", ", or 15%,", "— 15% of the total", ", a success rate of only 7%" after the two.
pub(super) fn after(text: &Text<'_>, spots: &Spots, portion: &Portion, until: usize) -> Option<Spot> {
    let share = *spots.get(portion.next).filter(|_| portion.next < until)?;
    if !matches!(share.kind, SpotKind::Percent | SpotKind::Ratio) || !share.is_firm() || share.first < portion.end {
        return None;
    }
    let gap = portion.end..share.first;
    let link = gap.clone().rev().find(|&at| text.kind(at) == TokenKind::Mark && !matches!(text.word(at), "-" | "‑"))?;
    let tail = gap.start..link;
    let plain = |at: usize| {
        let word = text.lower(at);
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !breaks_clause(word)
            && !matches!(word, "and" | "or" | "as" | "another")
            || matches!(word, "-" | "‑")
    };
    // "in a year, or from May to July," is told beside, where the share says whose it is.
    let whose = names_those(text, share.end);
    let beside = |at: usize| whose && (text.kind(at) == TokenKind::Number || matches!(text.lower(at), "," | "."));
    let relative = is_relative(text, tail.clone());
    if tail.len() > if whose { 16 } else { 10 } || !relative && !tail.clone().all(|at| plain(at) || beside(at)) {
        return None;
    }
    let said: Vec<&str> = (link + 1..gap.end).map(|at| text.lower(at)).collect();
    let said: &[&str] = match said.as_slice() {
        // "only 15%", "a little less than half".
        [rest @ .., "a", "little"] | [rest @ .., "only" | "just" | "about" | "nearly" | "roughly" | "some"] => rest,
        all => all,
    };
    let closing = text.word(share.end);
    let closes = matches!(closing, "," | "." | ";" | "—" | "–" | "--" | ")" | "")
        || is_of_all(text, share.end)
        || is_of_these(text, share.end, portion.end);
    let dash = matches!(text.word(link), "—" | "–" | "--");
    let linked = match (text.word(link), said) {
        ("(" | "[", [] | ["or"]) => matches!(closing, ")" | "]"),
        (_, ["that", "is" | "’s" | "'s"]) if dash => true,
        (_, ["or"]) if dash => closes || whose,
        (",", ["or"]) => closes || whose,
        (_, []) if dash => closes,
        // "five of 12, 42%, and".
        (",", []) => (tail.len() <= 2 || whose) && closes && closing != ")" && !is_of_part(text, share.end),
        (
            "," | "—" | "–" | "--",
            ["which" | "that", "is" | "was" | "means"]
            | ["representing"]
            | ["accounting", "for"]
            | ["amounting" | "equal" | "equivalent", "to"],
        ) => closes,
        (
            ",",
            [
                "a" | "an" | "for",
                ..,
                name @ ("rate" | "share" | "turnout" | "proportion" | "percentage" | "average"),
                "of",
            ],
        ) => {
            said.len() <= 6
                && share.kind == SpotKind::Percent
                && matches!(closing, "," | "." | ";" | "")
                && !(*name == "turnout" && are_cast(text, portion))
        }
        // A gross or an operating margin is one of another profit.
        (",", ["a" | "for" | "an", "margin", "of"] | ["a" | "for", "profit", "margin", "of"]) => {
            share.kind == SpotKind::Percent && matches!(closing, "," | "." | ";" | "")
        }
        // "a 32% response rate", "representing roughly a 32% rate".
        (",", ["a" | "an"] | ["representing", .., "a" | "an"] | ["for", "a" | "an"]) => {
            said.len() <= 3 && share.kind == SpotKind::Percent && is_rate(text, share.end)
        }
        _ => false,
    };
    // A fraction far behind may be one of something else.
    (linked && (share.kind == SpotKind::Percent || tail.is_empty() || whose || relative)).then_some(share)
}

/// "of the 160 boats they checked": what the whole is, in two words.
fn is_relative(text: &Text<'_>, tail: std::ops::Range<usize>) -> bool {
    let form = lexicon::verb_form(text.lower(tail.start + 1));
    tail.len() == 2
        && matches!(text.lower(tail.start), "they" | "it" | "he" | "she" | "we")
        && form.has(lexicon::VerbForms::PAST)
}

/// "response rate", "turnout": what a share is called, up to the end of the clause.
fn is_rate(text: &Text<'_>, at: usize) -> bool {
    // "a 90% approval rate" is no share of the votes.
    let asked = matches!(text.lower(at), "response" | "return" | "success" | "failure" | "completion" | "survival");
    let rate = at + usize::from(asked);
    matches!(text.lower(rate), "rate" | "share" | "turnout" | "proportion")
        && matches!(text.lower(rate + 1), "," | "." | ";" | "")
}

/// Whether the whole is of votes: those of one candidate are no turnout.
fn are_cast(text: &Text<'_>, portion: &Portion) -> bool {
    let Whole::Spot(whole) = &portion.whole else { return false };
    (whole.first..whole.end).any(|at| matches!(text.lower(at), "votes" | "ballots" | "ballot"))
}

/// "of those cases", "of the total": the share is one of the whole that was told.
fn names_those(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "of" && matches!(text.lower(at + 1), "those" | "them" | "these") || is_of_all(text, at)
}

/// "20 were lost, more than half of them to mines": the share is one of those that the part is, where the clause goes on.
fn is_of_part(text: &Text<'_>, at: usize) -> bool {
    let them = text.lower(at) == "of" && text.lower(at + 1) == "them";
    them && !matches!(text.word(at + 2), "," | "." | ";" | ")" | "—" | "–" | "")
}

/// "of the total": the share is one of the same whole.
fn is_of_all(text: &Text<'_>, at: usize) -> bool {
    text.lower(at) == "of"
        && (at + 1..at + 3)
            .any(|at| matches!(text.lower(at), "total" | "toll" | "whole" | "all" | "them" | "those" | "sum"))
}

/// "half the population", "half the seats", "a quarter of the seats": of the whole that ends before a token, or of all
/// who live there.
fn is_of_these(text: &Text<'_>, at: usize, whole: usize) -> bool {
    let the = at + usize::from(text.lower(at) == "of");
    let noun = text.lower(the + 1);
    let same = whole.checked_sub(1).is_some_and(|last| text.lower(last) == noun);
    let ends = matches!(text.lower(the + 2), "," | "." | ";" | "");
    matches!(text.lower(the), "the" | "its" | "their")
        && ends
        && (same || noun == "total" || noun == "population" && is_living(text, whole))
}

/// Whether the whole that ends before a token is of people who live somewhere.
fn is_living(text: &Text<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|at| matches!(text.lower(at), "people" | "residents" | "inhabitants" | "islanders"))
}

/// "15% (51 of 340 rooms)", "15 per cent, or 51 of 340 rooms,", "nearly a third — 52 of 235 —", "32 percent of
/// mayors, 52 of 235, were", "turnout was 32%: 520 of 2,350 members".
pub(super) fn before(text: &Text<'_>, spots: &Spots, portion: &Portion, index: usize, floor: usize) -> Option<Spot> {
    let share = *index.checked_sub(1).filter(|&at| at >= floor).and_then(|at| spots.get(at))?;
    // "Turnout was 61%, with 200 of 400 wards counted".
    let counted = matches!(text.lower(portion.end), "counted" | "declared" | "reporting" | "reported" | "in")
        // "Turnout was 45%: 20,000 of the 30,000 who voted said yes".
        || text.lower(portion.end) == "who" && matches!(text.lower(portion.end + 1), "voted" | "took" | "turned");
    if !matches!(share.kind, SpotKind::Percent | SpotKind::Ratio) || !share.is_firm() || counted {
        return None;
    }
    let mark = (share.end..portion.first).find(|&at| matches!(text.lower(at), "," | "(" | "—" | "–" | "--" | ":"))?;
    let whose = share.end..mark;
    if whose.len() > 6
        || !whose.clone().all(|at| text.kind(at) == TokenKind::Word)
        || !whose.is_empty() && text.lower(whose.start) != "of"
    {
        return None;
    }
    let gap: Vec<&str> = (mark..portion.first).map(|at| text.lower(at)).collect();
    let closing = text.word(portion.end);
    let linked = match gap.as_slice() {
        ["("] => closing == ")",
        [",", "or"] => matches!(closing, "," | "." | ";" | ""),
        ["—" | "–" | "--"] | ["—" | "–" | "--", "or"] => matches!(closing, "—" | "–" | "--" | "."),
        [","] => !whose.is_empty() && portion.part.kind == SpotKind::Number && matches!(closing, "," | "." | ""),
        // "the town lost 30 percent, suffering 840 deaths out of 27,000".
        [",", "suffering" | "losing" | "winning" | "taking"] => {
            let back = share.first.checked_sub(1).map_or("", |at| text.lower(at));
            whose.is_empty() && text.lower(portion.part.end) == "out" && matches!(back, "lost" | "won" | "took" | "got")
        }
        [":"] | [",", "with"] => whose.is_empty() && is_rate_before(text, share.first),
        _ => false,
    };
    linked.then_some(share)
}

/// "turnout was 32%", "a response rate of 32%".
fn is_rate_before(text: &Text<'_>, at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).map_or("", |at| text.lower(at));
    matches!(back(1), "was" | "is" | "of" | "at") && (2..4).any(|n| matches!(back(n), "turnout" | "rate"))
}

/// "15 people, or 10% of the 150 staff", "25,700 — roughly 15 percent of the 171,000 who voted", "250,000 (6.5
/// percent) out of 3.8 million adults", "520 jobs, 32% of its workforce of 2,350".
pub(super) fn between(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let (part, share, whole) = (*spots.get(index)?, *spots.get(index + 1)?, *spots.get(index + 2)?);
    if index + 2 >= until || share.kind != SpotKind::Percent || !(part.is_firm() && share.is_firm() && whole.is_firm())
    {
        return None;
    }
    let gap: Vec<&str> = (part.end..share.first).map(|at| text.lower(at)).collect();
    let inside = gap == ["("] && text.lower(share.end) == ")";
    let after = if inside { share.end + 1 } else { share.end };
    let of = past_of(text, after)?;
    let own = of == whole.first || heads(text, of, &whole);
    // "the £3m for the pier is only 12 percent of the £25m budget".
    let is = || says_share(text, &part, &share) && (alike(reading, &part, &whole) || of != whole.first);
    let linked = inside
        || matches!(gap.as_slice(), ["(" | "—" | "–" | "--"] | [",", "or"] | ["—" | "–" | "--", "or" | "already"])
        // "some 520 people, 32% of the 2,350".
        || gap == [","] && of > after + 1
        || is();
    (own && linked && is_of(reading, &part, &whole)).then_some((
        Portion { part, whole: Whole::Spot(whole), first: part.first, end: whole.end, next: index + 3 },
        share,
    ))
}

/// Whether a part that begins its clause is said to be a share: "the £3m that it takes makes up only".
fn says_share(text: &Text<'_>, part: &Spot, share: &Spot) -> bool {
    let article = part.first.checked_sub(1);
    let lead =
        article.filter(|&at| matches!(text.lower(at), "the" | "its" | "that" | "this" | "their" | "his" | "her"));
    let before = lead.map_or(article, |lead| lead.checked_sub(1));
    let opens = before.is_none_or(|at| {
        matches!(text.lower(at), "," | "." | "but" | "and" | ";" | "“" | "\"" | "”" | "that" | "said" | "while" | ":")
            || text.sentence_at(text.token(at).map_or(0, |token| token.span.start)) != part.at.sentence as usize
    });
    let mut end = share.first;
    while matches!(
        text.lower(end.wrapping_sub(1)),
        "just" | "only" | "about" | "some" | "nearly" | "a" | "mere" | "but"
    ) {
        end -= 1;
    }
    let back = |n: usize| end.checked_sub(n).map_or("", |at| text.lower(at));
    let verb = match (back(1), back(2)) {
        ("is" | "was" | "are" | "were" | "represents" | "represented" | "equals" | "equalled", _) => 1,
        ("up", "makes" | "make" | "made") | ("for", "accounts" | "accounted") | ("to", "amounts" | "amounted") => 2,
        _ => return false,
    };
    let whose = part.end..end.saturating_sub(verb);
    opens && whose.len() <= 8 && super::is_plain(text, whose)
}

/// "workforce of 2,350": what the whole is, before its figure.
fn heads(text: &Text<'_>, at: usize, whole: &Spot) -> bool {
    let words = at..whole.first.saturating_sub(1);
    (1..=2).contains(&words.len())
        && text.lower(words.end) == "of"
        && words.into_iter().all(|at| lexicon::classes(text.lower(at)).has_any(Classes::NOUN.or(Classes::ADJECTIVE)))
}

/// "a third of the 90 staff, or 45 people", "32% of its 2,350 members (520)".
pub(super) fn first(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let (share, whole, part) = (*spots.get(index)?, *spots.get(index + 1)?, *spots.get(index + 2)?);
    let leads = matches!(share.kind, SpotKind::Ratio | SpotKind::Percent) && share.is_firm() && part.is_firm();
    if index + 2 >= until || !leads || past_of(text, share.end) != Some(whole.first) {
        return None;
    }
    let gap: Vec<&str> = (whole.end..part.first).map(|at| text.lower(at)).collect();
    // "1 percent of the £21m raised, or just over £2m".
    let raised = whole.end..part.first.saturating_sub(2);
    let or = matches!(gap.as_slice(), [.., ",", "or"])
        && raised.len() <= 3
        && raised.into_iter().all(|at| text.kind(at) == TokenKind::Word && !breaks_clause(text.lower(at)))
        || matches!(gap.as_slice(), ["—" | "–" | "--"]) && share.kind == SpotKind::Ratio
        || gap == ["("] && opens_bracket(text, &whole, &part);
    let closing = matches!(text.word(part.end), "," | "." | ";" | ")" | "" | "—" | "–");
    (or && closing && is_of(reading, &part, &whole)).then_some((
        Portion { part, whole: Whole::Spot(whole), first: share.first, end: part.end, next: index + 3 },
        share,
    ))
}

/// "…, 13 (7%) were frozen and 12 (6%) were lost": more parts of the same whole, each with its share.
pub(super) fn another(text: &Text<'_>, spots: &Spots, next: usize, until: usize) -> Option<(Spot, Spot)> {
    let (before, part, share) = (spots.get(next.checked_sub(1)?)?, *spots.get(next)?, *spots.get(next + 1)?);
    let bracketed = text.lower(part.end) == "(" && share.first == part.end + 1 && text.lower(share.end) == ")";
    let own = |at: usize| {
        let word = text.lower(at);
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !matches!(word, "of" | "compared" | "versus" | "against" | "than" | "while" | "whereas" | "from" | "to")
            || matches!(word, "," | ")" | "-" | "‑" | "’" | "“" | "”" | "\"")
    };
    // "30 (12%) in the other group", "30 (12%) of the women".
    let whole = matches!(text.lower(share.end + 1), "of" | "out" | "in" | "among" | "from" | "for");
    (next + 1 < until
        && part.kind == SpotKind::Number
        && share.kind == SpotKind::Percent
        && part.is_firm()
        && share.is_firm()
        && bracketed
        && !whole
        && part.first >= before.end
        && part.first - before.end <= 14
        && (before.end..part.first).all(own))
    .then_some((part, share))
}
