//! Parts of a whole: "51 of 340 rooms", "of 340 rooms, 51", "340 rooms, of which 51".

use super::super::breakdown::opens_of;
use super::super::change::{breaks_clause, ends};
use super::super::{Reading, Spot, SpotKind, Spots};
use crate::text::{Text, TokenKind, lexicon};
use std::ops::Range;

/// A part and its whole.
#[derive(Debug)]
pub(super) struct Portion {
    pub(super) part: Spot,
    pub(super) whole: Whole,
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// Index of the first spot after it.
    pub(super) next: usize,
}

impl Portion {
    /// Whether it says "51 of 340 rooms", with the whole behind its part.
    pub(super) fn is_partitive(&self) -> bool {
        self.first == self.part.first
    }

    /// Whether it says "Of 340 rooms, 51", with nothing after the part.
    pub(super) fn is_led(&self) -> bool {
        self.first < self.part.first && self.end == self.part.end
    }
}

/// What a part is of.
#[derive(Debug)]
pub(super) enum Whole {
    Spot(Spot),
    /// "140 of the 760 months": index of a duration.
    Duration(usize),
}

/// "51 of 340 rooms", "$3m of the $10m", "of 340 rooms, 51", "of the 4,175 people who fell ill 46 died".
pub(super) fn portion(reading: &Reading<'_>, spots: &Spots, index: usize, until: usize) -> Option<Portion> {
    let text = reading.text;
    let one = *spots.get(index)?;
    if !one.is_firm() || matches!(one.kind, SpotKind::Percent | SpotKind::Points | SpotKind::Ratio) {
        return None;
    }
    let next = spots.get(index + 1).filter(|_| index + 1 < until);
    // A partitive count holds the whole: "51 of 340 rooms" and, inside it, "340 rooms".
    if let Some(whole) =
        next.filter(|whole| one.kind == SpotKind::Count && one.end == whole.end && one.first < whole.first)
    {
        return Some(Portion {
            part: one,
            whole: Whole::Spot(*whole),
            first: one.first,
            end: one.end,
            next: index + 2,
        });
    }
    if let Some(at) = past_of(text, one.end) {
        let out = text.lower(one.end) == "out";
        // In "155 of the six villages' 200 houses" the villages are no whole.
        let owns = |whole: &Spot| text.kind(whole.end) == TokenKind::Possessive;
        let fits = |whole: &Spot| (alike(reading, &one, whole) || out && is_of(reading, &one, whole)) && !owns(whole);
        if let Some(whole) = next.filter(|whole| whole.first == at && fits(whole)) {
            let end = whole.end;
            return Some(Portion { part: one, whole: Whole::Spot(*whole), first: one.first, end, next: index + 2 });
        }
        // "the 760 months" is a length of time with its article.
        let duration = text.token(at).and_then(|token| {
            let upto = reading.facts.durations.partition_point(|fact| fact.at.span.start <= token.span.start);
            upto.checked_sub(1).filter(|&index| {
                reading.facts.durations.get(index).is_some_and(|fact| fact.at.span.contains(token.span))
            })
        });
        if let Some(duration) = duration.filter(|_| one.kind == SpotKind::Number) {
            let span = reading.facts.durations.get(duration)?.at.span;
            let end = text.token_from(span.end.saturating_sub(1)) + 1;
            if text.kind(end) == TokenKind::Possessive {
                return None;
            }
            return Some(Portion {
                part: one,
                whole: Whole::Duration(duration),
                first: one.first,
                end,
                next: index + 1,
            });
        }
    }
    if let Some(portion) =
        next.and_then(|part| of_which(reading, &one, part, index).or_else(|| looked_at(reading, &one, part, index)))
    {
        return Some(portion);
    }
    // "Of 340 rooms, 51": the whole leads.
    if !opens_of(text, &one) && !opens_among(text, &one) && !opens_clause(text, &one) {
        return None;
    }
    if let Some((at, part)) = past_clause(text, spots, &one, index + 1..until)
        && alike(reading, part, &one)
    {
        let whole = Whole::Spot(one);
        return Some(Portion { part: *part, whole, first: one.first, end: part.end, next: at + 1 });
    }
    let part = next.filter(|part| part.first >= one.end)?;
    let gap = one.end..part.first;
    let plain = gap.len() <= 9
        && gap.clone().all(|at| {
            let word = text.lower(at);
            text.kind(at) == TokenKind::Word && !breaks_clause(word) && !matches!(word, "and" | "or" | "another")
                || word == ","
                    && (at == gap.start || at + 1 == gap.end || at + 2 == gap.end && is_few(text.lower(at + 1)))
                || matches!(word, "—" | "–") && at + 1 == gap.end
        });
    (plain && alike(reading, part, &one)).then_some(Portion {
        part: *part,
        whole: Whole::Spot(one),
        first: one.first,
        end: part.end,
        next: index + 2,
    })
}

/// "Of 340 rooms, only 51".
fn is_few(lower: &str) -> bool {
    matches!(lower, "only" | "just")
}

/// Whether a whole leads its sentence after other words than "of": "Among the 340 rooms, …", "Out of 340 rooms, …".
fn opens_among(text: &Text<'_>, whole: &Spot) -> bool {
    let start = text.sentences.get(whole.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let past = match (text.lower(start), text.lower(start + 1)) {
        ("among", _) => start + 1,
        ("out", "of") => start + 2,
        _ => return false,
    };
    past == whole.first
        || past + 1 == whole.first && matches!(text.lower(past), "the" | "those" | "its" | "their" | "all")
}

/// Whether a whole leads a clause after the first: "and of the 340 rooms", "found that out of 340 rooms".
fn opens_clause(text: &Text<'_>, whole: &Spot) -> bool {
    let start = text.sentences.get(whole.at.sentence as usize).map_or(0, |sentence| sentence.tokens.start);
    let back = |n: usize| whole.first.checked_sub(n).filter(|&at| at >= start).map_or("", |at| text.lower(at));
    let owner = usize::from(matches!(back(1), "the" | "those" | "these" | "its" | "their" | "all"));
    let lead = match (back(owner + 1), back(owner + 2)) {
        ("of", "out") => owner + 2,
        ("of" | "among", _) if owner > 0 => owner + 1,
        _ => return false,
    };
    match back(lead + 1) {
        "and" | "but" => matches!(back(lead + 2), "" | ","),
        "that" | "—" | "–" | ";" | ":" => true,
        "," => back(lead) != "among",
        _ => false,
    }
}

/// How many tokens may say which the whole are.
const CLAUSE: usize = 14;

/// The part behind a clause with figures of its own, and its index: "Of 45 boats that sailed a total of 184 times, 40".
fn past_clause<'s>(text: &Text<'_>, spots: &'s Spots, whole: &Spot, after: Range<usize>) -> Option<(usize, &'s Spot)> {
    let tells = matches!(text.lower(whole.end), "that" | "who" | "which" | "whose");
    let comma = tells.then(|| (whole.end..whole.end + CLAUSE).find(|&at| text.word(at) == ","))??;
    let at = comma + 1 + usize::from(is_few(text.lower(comma + 1)));
    let plain = (whole.end + 1..comma).all(|at| match text.kind(at) {
        TokenKind::Word => !breaks_clause(text.lower(at)),
        TokenKind::Mark => matches!(text.word(at), "$" | "£" | "€" | "%" | "-"),
        TokenKind::Number | TokenKind::Possessive => true,
    });
    let mut later = after.filter_map(|index| Some((index, spots.get(index)?))).take_while(|(_, spot)| spot.first <= at);
    later.find(|(_, spot)| plain && spot.first == at)
}

/// "2,350 seats, of which 520", "2,350 pupils; of those, 520", "2,350 pupils, 520 of whom".
fn of_which(reading: &Reading<'_>, whole: &Spot, part: &Spot, index: usize) -> Option<Portion> {
    let text = reading.text;
    let gap: Vec<&str> = (whole.end..part.first).map(|at| text.lower(at)).collect();
    let behind = text.lower(part.end) == "of" && matches!(text.lower(part.end + 1), "whom" | "which");
    let end = match gap.as_slice() {
        ["," | "—" | "–", "of", "which" | "whom"]
        | ["," | ";" | "—" | "–", "of", "those" | "them" | "these"]
        | ["," | ";" | "—" | "–", "of", "those" | "them" | "these", ","] => part.end,
        // "210 people took part, of whom 63".
        [words @ .., ",", "of", "which" | "whom"]
            if (1..=4).contains(&words.len()) && (whole.end..).take(words.len()).all(|at| is_told(text, at)) =>
        {
            part.end
        }
        ["," | "—" | "–"] if behind => part.end + 2,
        _ => return None,
    };
    let portion = Portion { part: *part, whole: Whole::Spot(*whole), first: whole.first, end, next: index + 2 };
    (part.is_firm() && is_of(reading, part, whole)).then_some(portion)
}

/// What looks at many things, and how it tells of them. The shares of polls and surveys are weighted.
const LOOKS: &[&str] = &["study", "review", "analysis", "sample", "audit", "inspection", "trial", "examination"];
const FINDS: &[&str] = &["found", "finds", "showed", "shows", "revealed", "reveals", "suggested", "suggests"];

/// "A review of 2,350 cases found that 520": the whole is what was looked at.
fn looked_at(reading: &Reading<'_>, whole: &Spot, part: &Spot, index: usize) -> Option<Portion> {
    let text = reading.text;
    let of = whole.first.checked_sub(1).filter(|&of| of > 0 && text.lower(of) == "of")?;
    let found = (whole.end..part.first).find(|&at| FINDS.contains(&text.lower(at)))?;
    let that = found + 1 + usize::from(text.lower(found + 1) == "that");
    let only = that + usize::from(matches!(text.lower(that), "only" | "just"));
    // "A review of 2,350 cases of both courts found 520".
    let plain = found - whole.end <= 6
        && (whole.end..found).all(|at| text.kind(at) == TokenKind::Word && !breaks_clause(text.lower(at)));
    let led = LOOKS.contains(&text.lower(of - 1)) && only == part.first;
    let told = plain && led && part.is_firm() && alike(reading, part, whole);
    let whole = Whole::Spot(*whole);
    told.then_some(Portion { part: *part, whole, first: part.first.min(of + 1), end: part.end, next: index + 2 })
}

/// A word of what is said of a whole before its part: no other thing that the part may be of.
fn is_told(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word && !breaks_clause(text.lower(at)) && !lexicon::is_plural(text.lower(at))
}

/// Whether a part can be one of a whole: numbers count with counts, amounts with amounts of their kind.
pub(super) fn is_of(reading: &Reading<'_>, part: &Spot, whole: &Spot) -> bool {
    let counts = |spot: &Spot| matches!(spot.kind, SpotKind::Count | SpotKind::Number);
    whole.is_firm() && counts(part) && counts(whole) || alike(reading, part, whole)
}

/// Where the whole begins after "of the", "out of nearly".
pub(super) fn past_of(text: &Text<'_>, end: usize) -> Option<usize> {
    let mut at = if text.lower(end) == "out" { end + 1 } else { end };
    // "a profit of £3m on sales of £30m".
    if text.lower(end) == "on"
        && matches!(text.lower(end + 1), "sales" | "revenue" | "revenues" | "turnover" | "takings")
    {
        at = end + 2;
    }
    if text.lower(at) != "of" {
        return None;
    }
    at += 1;
    let owned = at;
    while matches!(text.lower(at), "the" | "its" | "their" | "all" | "our" | "his" | "her" | "my") && at < end + 4 {
        at += 1;
    }
    // "of the city's 150,000 homes"
    let whose = (at..at + 4).take_while(|&at| text.kind(at) == TokenKind::Word).last();
    if let Some(owner) = whose.filter(|&owner| text.kind(owner + 1) == TokenKind::Possessive) {
        at = owner + 2;
    }
    // "three of their last four games"
    let ranked = matches!(text.lower(at), "last" | "past" | "previous" | "first" | "opening" | "final" | "latest");
    Some(at + usize::from(ranked && at > owned))
}

/// Whether the two count or measure the same: a bare number counts what the whole counts.
pub(super) fn alike(reading: &Reading<'_>, part: &Spot, whole: &Spot) -> bool {
    let kinds = match whole.kind {
        SpotKind::Count => matches!(part.kind, SpotKind::Number | SpotKind::Count),
        SpotKind::Number => part.kind == SpotKind::Number,
        SpotKind::Money | SpotKind::Measure => part.kind == whole.kind,
        SpotKind::Percent | SpotKind::Points | SpotKind::Ratio => false,
    };
    let counted = part.kind == SpotKind::Number && whole.kind == SpotKind::Count;
    whole.is_firm() && kinds && (counted || ends(reading, part, whole).is_some())
}
