//! A share told after its part, with the whole: "paid £38m in tax — about a quarter of its £150m income", "1,500 jobs,
//! about a fifth of the 7,400 in the town", "of £500m the county pays half that amount, or £250m".

use super::super::change::breaks_clause;
use super::super::{Reading, Spot, SpotKind, Spots, figure};
use super::portion::{Portion, Whole, alike, past_of};
use crate::text::{Text, TokenKind, lexicon};

/// How far before the mark the part may stand, in tokens.
const REACH: usize = 10;

/// The part and whole of the share `index`, where they stand before and after it.
pub(super) fn read(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: std::ops::Range<usize>,
) -> Option<(Portion, Spot)> {
    let text = reading.text;
    let share = *spots.get(index)?;
    if !matches!(share.kind, SpotKind::Percent | SpotKind::Ratio) || !share.is_firm() || index == sentence.start {
        return None;
    }
    if let Some(found) = that_amount(reading, spots, index, &sentence) {
        return Some((found, share));
    }
    let part = *spots.get(index - 1).filter(|part| part.is_firm())?;
    let whole = *spots.get(index + 1).filter(|_| index + 1 < sentence.end)?;
    let at = past_of(text, share.end)?;
    let at =
        at + usize::from(matches!(text.lower(at), "total" | "overall" | "roughly" | "nearly" | "about" | "estimated"));
    let gap = part.end..share.first;
    let link = gap.clone().rev().find(|&at| text.kind(at) == TokenKind::Mark)?;
    let dash = matches!(text.word(link), "—" | "–" | "--");
    let linked = dash || text.word(link) == ",";
    let filled = (link + 1..gap.end).all(|at| {
        matches!(
            text.lower(at),
            "or" | "already" | "about" | "roughly" | "nearly" | "almost" | "some" | "just" | "only"
        )
    });
    let plain = (gap.start..link).all(|at| {
        let word = text.lower(at);
        matches!(text.kind(at), TokenKind::Word | TokenKind::Possessive)
            && !breaks_clause(word)
            && !matches!(word, "and" | "or" | "than" | "another" | "including")
    });
    let near = link - gap.start <= REACH;
    // "of the 90 boats that it sold" tells on; "of the 90 boats and 20 ferries" is of more.
    let owned = text.kind(whole.end) == TokenKind::Possessive || matches!(text.lower(whole.end), "and" | "or");
    // "2,000 votes, about half of the total 4,200 cast"
    let numbered = whole.kind == SpotKind::Number && part.kind == SpotKind::Count;
    let bare = numbered && (text.lower(at.wrapping_sub(1)) == "total" || are_people(reading, &part, &whole));
    let alike = bare && whole.is_firm() || alike(reading, &part, &whole);
    if whole.first != at || !linked || !filled || !plain || !near || owned || !alike {
        return None;
    }
    let surely = |spot: &Spot| figure(reading, spot).map(|figure| figure.value);
    surely(&part)?.surely_below(surely(&whole)?).then_some((
        Portion { part, whole: Whole::Spot(whole), first: part.first, end: whole.end, next: index + 2 },
        share,
    ))
}

/// "340 people …, 24% of the 1,400 who work there"
fn are_people(reading: &Reading<'_>, part: &Spot, whole: &Spot) -> bool {
    let who = matches!(reading.text.lower(whole.end), "who" | "there" | "aboard" | "employed");
    let counted = super::super::counted(reading, part);
    who && counted.is_some_and(|noun| noun == "people" || lexicon::is_a_kind_of(noun, "person"))
}

/// "The fund costs £500m, with the county paying half that amount, or about £250m": two amounts and no third.
fn that_amount(
    reading: &Reading<'_>,
    spots: &Spots,
    index: usize,
    sentence: &std::ops::Range<usize>,
) -> Option<Portion> {
    let text = reading.text;
    let share = spots.get(index).filter(|share| share.kind == SpotKind::Ratio)?;
    let mut at = share.end;
    at += usize::from(text.lower(at) == "of");
    let named = text.lower(at) == "that" && is_amount_word(text, at + 1);
    let part = *spots.get(index + 1).filter(|_| index + 1 < sentence.end)?;
    let joined = text.word(at + 2) == "," && text.lower(at + 3) == "or" && part.first == at + 4
        || matches!(text.word(at + 2), "—" | "–" | ",") && part.first == at + 3;
    if !named || !joined || !part.is_firm() {
        return None;
    }
    let mut wholes = (sentence.start..sentence.end)
        .filter(|&at| at != index + 1)
        .filter_map(|at| spots.get(at))
        .filter(|spot| spot.kind == part.kind);
    let whole = *wholes.next().filter(|whole| whole.first < share.first && wholes.next().is_none())?;
    alike(reading, &part, &whole).then_some(Portion {
        part,
        whole: Whole::Spot(whole),
        first: whole.first,
        end: part.end,
        next: index + 2,
    })
}

fn is_amount_word(text: &Text<'_>, at: usize) -> bool {
    matches!(text.lower(at), "amount" | "sum" | "number" | "figure" | "total")
}
