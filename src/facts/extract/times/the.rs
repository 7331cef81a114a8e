//! What the article leads: "the quarter", "the 14th", "the weeks ahead", "the weekend"; and units without a number.

use super::amount::Amount;
use super::reference::reference;
use super::words::{self, Unit, Word, is, is_dash};
use super::{Item, Reader, What, away, quarter, widened};
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::text::TokenKind;

impl Reader<'_> {
    /// What "the" begins.
    pub(super) fn the(&mut self, at: usize, depth: u8) -> Option<Item> {
        let text = self.text;
        let noun = at + 1;
        if matches!(text.lower(noun), "comparable" | "corresponding") {
            return self.year_ago(noun + 1).map(|item| widened(at, item));
        }
        if matches!(text.lower(noun), "latest" | "full" | "entire" | "whole" | "fiscal" | "financial")
            && let Some(Word::Unit(unit @ (Unit::Quarter | Unit::Year), false)) = words::of(text, noun + 1)
        {
            let fiscal = unit == Unit::Year && matches!(text.lower(noun), "fiscal" | "financial");
            let named = if fiscal { self.fiscal_year(at, noun + 1) } else { None };
            let item = named.or_else(|| self.the_unit(at, noun + 1, unit));
            let whole = unit == Unit::Year && matches!(text.lower(noun), "full" | "entire" | "whole");
            return item.map(|item| if whole { self.year_of_quarter(item) } else { item });
        }
        // A business report calls the quarter that it is about "the latest period".
        if is(text, noun, "latest") && is(text, noun + 1, "period") {
            let quarter = self.recent_quarter(at).and_then(|quarter| quarter::moved(quarter, 0))?;
            return Some(Item { first: at, end: noun + 2, what: What::Date(quarter), certainty: Certainty::Weak });
        }
        let inner = match text.kind(noun) {
            TokenKind::Number => {
                let read = self.number(noun).filter(|item| !matches!(item.what, What::Time(_)));
                read.or_else(|| self.day_alone(noun))
            }
            TokenKind::Mark => self.read(noun, depth + 1),
            TokenKind::Possessive => None,
            TokenKind::Word => match words::of(text, noun)? {
                Word::Reference(value) => {
                    return self.reference(noun, value).map(|item| match text.lower(noun) {
                        "future" => widened(at, item),
                        _ => item,
                    });
                }
                Word::Unit(unit, false) => {
                    if unit == Unit::Week && text.kind(noun + 1) == TokenKind::Number {
                        return self.numbered_week(at, noun);
                    }
                    let beside = self.unit_beside(at, noun, unit).or_else(|| self.named_year(at, noun));
                    return beside.or_else(|| self.the_unit(at, noun, unit));
                }
                Word::Unit(unit, true) if text.lower(noun + 1) == "ahead" => {
                    return self.the_units(at, noun, unit).or_else(|| self.read(noun, depth + 1));
                }
                Word::Weekend => self.the_weekend(at, noun),
                Word::Part(part) => self.the_part(at, noun, part).or_else(|| self.part_beside(at, noun, part)),
                Word::The
                | Word::A
                | Word::Every
                | Word::Near(_)
                | Word::Tonight
                | Word::Overnight
                | Word::Sun(_)
                | Word::Half
                | Word::Long(_)
                | Word::Letter => None,
                Word::Number => self.spoken_year(noun),
                Word::Which(_)
                | Word::Month(..)
                | Word::Weekday(..)
                | Word::Weekdays(_)
                | Word::Weekends
                | Word::Unit(..)
                | Word::Season(_)
                | Word::Ordinal(_)
                | Word::Tens(_)
                | Word::Edge
                | Word::EdgeOf
                | Word::Often(_)
                | Word::All
                | Word::Several
                | Word::Tenties(_)
                | Word::Noon
                | Word::Midnight
                | Word::Fiscal
                | Word::Latter
                | Word::Close(_)
                | Word::Final
                | Word::Holiday => self.read(noun, depth + 1).or_else(|| self.day_alone(noun)),
            },
        };
        inner.map(|item| widened(at, item))
    }

    /// "in the fourth quarter and for the entire year": the year of the quarter that the sentence is about.
    fn year_of_quarter(&self, item: Item) -> Item {
        let (Some((quarter, seen)), What::Date(_)) = (self.last_quarter, &item.what) else { return item };
        let day = super::year::of_year(quarter.year).filter(|_| seen < item.first && seen + 30 > item.first);
        match day {
            Some(day) => Item { what: What::Date(super::Day { explicit: false, relative: true, ..day }), ..item },
            None => item,
        }
    }

    /// "the weeks ahead": a length without a number.
    pub(super) fn the_units(&self, first: usize, noun: usize, unit: Unit) -> Option<Item> {
        if unit < Unit::Day || unit == Unit::Quarter {
            return None;
        }
        let end = noun + 1;
        let value = Interval::at_least(crate::facts::exact::Exact::whole(2));
        let length = Amount::new(None, value, unit, (first, end), self.text.span(noun, noun));
        let what = What::Duration(Box::new(length.length()));
        Some(Item { first, end, what, certainty: Certainty::Weak })
    }

    pub(super) fn the_weekend(&mut self, at: usize, noun: usize) -> Option<Item> {
        if is(self.text, noun + 1, "of")
            && let Some(item) = self.weekend_of(at, noun + 2)
        {
            return Some(item);
        }
        let led = WEEKEND_LEADS.contains(&words::before(self.text, at));
        if !led {
            return None;
        }
        Some(self.which_weekend(at, noun + 1, words::Which::This))
    }

    /// "for years", "months of talks": a length without a number.
    pub(super) fn bare_unit(&mut self, at: usize, unit: Unit, plural: bool) -> Option<Item> {
        let text = self.text;
        let next = (text.lower(at + 1), text.lower(at + 2));
        // "week 20 of 2017"; without its year a week is one of a season or a treatment.
        if unit == Unit::Week && !plural && text.kind(at + 1) == TokenKind::Number {
            let item = self.numbered_week(at, at);
            return item.filter(|item| matches!(&item.what, What::Date(day) if day.explicit));
        }
        if unit == Unit::Hour
            && plural
            && let Some(item) = self.early_hours(at)
        {
            return Some(item);
        }
        // "these days"
        if unit == Unit::Day && plural && matches!(text.word(at.wrapping_sub(1)), "these" | "These") && at > self.floor
        {
            let led =
                matches!(words::before(text, at - 1), "in" | "on" | "of" | "during" | "for" | "over" | "all" | "from");
            let free = text.kind(at + 1) == TokenKind::Mark || THESE_DAYS.contains(&next.0);
            let what = What::Date(reference("PRESENT_REF"));
            return (free && !led).then_some(Item { first: at - 1, end: at + 1, what, certainty: Certainty::Weak });
        }
        if unit == Unit::Day && matches!(next, ("after", "tomorrow" | "tmrw") | ("before", "yesterday")) {
            return self.unit_beside(at, at, unit);
        }
        if !plural && self.is_long(at) {
            return self.long(at, unit);
        }
        if let Some(item) = self.year_ago(at).or_else(|| self.year_to_date(at)) {
            return Some(item);
        }
        if unit == Unit::Year && !plural {
            let joined = is_dash(text, at + 1) && text.glued(at + 1) || text.kind(at + 1) == TokenKind::Possessive;
            let end = at + 1 + usize::from(joined);
            let noun = text.kind(end + 1) == TokenKind::Word && !joined;
            if text.lower(end) != "end" || noun {
                return None;
            }
            // "the year's end" is as wide as the year.
            let now = self.published?;
            let day = if text.kind(at + 1) == TokenKind::Possessive {
                away::moved(now, Unit::Year, 0)
            } else {
                away::year_end(now)
            };
            return Some(Item { first: at, end: end + 1, what: What::Date(day), certainty: Certainty::Weak });
        }
        if !plural || matches!(unit, Unit::Second | Unit::Quarter) {
            return None;
        }
        let before = words::before(text, at);
        let hyphen = self.is_long(at) || is_dash(text, at + 1) && is(text, at + 2, "old") && text.glued(at + 1);
        let lasts = LENGTH_LEADS.contains(&before);
        let pause = text.kind(at + 1) == TokenKind::Mark;
        let shifts = matches!(text.lower(at + 1), "ago" | "later" | "earlier" | "before" | "after");
        if !(lasts || hyphen || before == "in" && pause || shifts && before != "the") {
            return None;
        }
        let end = if hyphen { at + 3 } else { at + 1 };
        let value = Interval::at_least(crate::facts::exact::Exact::whole(2));
        let length = Amount::new(None, value, unit, (at, end), text.span(at, at));
        let what = What::Duration(Box::new(length.length()));
        Some(Item { first: at, end, what, certainty: Certainty::Weak })
    }
}

/// What stands before a length without a number.
const LENGTH_LEADS: &[&str] = &["for", "took", "spent", "lasted", "within", "after", "take", "takes", "last", "lasts"];

/// What stands before "the weekend".
const WEEKEND_LEADS: &[&str] = &["over", "at", "during", "of", "for", "on", "before", "in", "after"];

/// What may follow "these days".
const THESE_DAYS: &[&str] = &[
    "and", "but", "because", "as", "is", "are", "it", "he", "she", "they", "we", "in", "to", "than", "by", "with",
    "there",
];
