//! Times that come again: "every Monday", "each year", "twice a week".

use super::amount::Amount;
use super::words::{self, Unit, Word, is};
use super::{Item, Reader, What, timex};
use crate::facts::extract::measure::is_since;
use crate::facts::names::Certainty;
use crate::facts::units;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, TokenKind};

impl Reader<'_> {
    /// Whether "Mondays" comes again, and is no part of a name ("TGI Fridays") and not counted ("two Sundays ago").
    pub(super) fn is_each(&self, at: usize) -> bool {
        let text = self.text;
        let Some(before) = at.checked_sub(1) else { return true };
        match text.kind(before) {
            TokenKind::Word => {
                let lower = text.token(before).is_some_and(|token| token.case == Case::Lower);
                lower
                    && !matches!(words::of(text, before), Some(Word::Number | Word::Tens(_) | Word::Several | Word::A))
            }
            TokenKind::Mark => is(text, before, ",") || self.opens_sentence(at),
            TokenKind::Number | TokenKind::Possessive => false,
        }
    }

    /// "$40 a year", "twice a week", "three times a day": the unit is a rate and no length.
    pub(super) fn rate(&self, at: usize, amount: &Amount) -> Option<Item> {
        let text = self.text;
        if words::of(text, at) != Some(Word::A) || amount.end != at + 2 || amount.unit == Unit::Century {
            return None;
        }
        let before = at.checked_sub(1)?;
        let number = text.kind(before) == TokenKind::Number;
        let rate = number
            || matches!(text.word(before), "%" | ")")
            || PER.contains(&text.lower(before))
            || self.is_told_of(before)
                && !matches!(text.lower(amount.end), "to" | "off")
                && !is_since(text.lower(amount.end));
        if !rate {
            return None;
        }
        let often = matches!(text.lower(before), "once" | "twice" | "thrice");
        let first = if often { before } else { at };
        let what = What::Set(timex::whole(1, amount.unit));
        Some(Item { first, end: amount.end, what, certainty: Certainty::Likely })
    }

    /// Whether the token ends a count or a measure: "40,000 tonnes of copper ore", "12 new cars".
    fn is_told_of(&self, last: usize) -> bool {
        let text = self.text;
        for at in (last.saturating_sub(LONGEST)..=last).rev() {
            if text.kind(at) == TokenKind::Number {
                return at < last;
            }
            let lower = text.lower(at);
            if matches!(lower, "of" | "new" | "more" | "other") {
                continue;
            }
            match words::of(text, at) {
                Some(Word::Number | Word::Tens(_)) => return at < last,
                None if text.token(at).is_some_and(|token| token.case == Case::Lower) => {}
                // "60 Mexican pesos a day", "12 kWh a day", "three Tabatas a week".
                None if text.kind(at) == TokenKind::Word => {
                    let counted = at < last || lower.ends_with('s') || units::by_symbol(text.word(at)).is_some();
                    if !counted {
                        return false;
                    }
                    continue;
                }
                _ => return false,
            }
            let class = lexicon::usual_class(lower);
            let described = class.has_any(Classes::NOUN.or(Classes::ADJECTIVE)) || lexicon::is_plural(lower);
            if !described {
                return false;
            }
        }
        false
    }

    /// "bi-monthly", "semi-annually"; the one is every two months, the other twice a year.
    pub(super) fn half_as_often(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let first = at.checked_sub(2).filter(|first| *first >= self.floor)?;
        if let Some(timex) = counted_often(text.lower(first), text.lower(at)) {
            return Some(Item { first, end: at + 1, what: What::Set(timex), certainty: Certainty::Weak });
        }
        let twice = match text.lower(first) {
            "bi" => true,
            "semi" => false,
            _ => return None,
        };
        let timex = match (text.lower(at), twice) {
            ("weekly", true) => "P2W",
            ("monthly", true) => "P2M",
            ("annually" | "yearly", true) => "P2Y",
            ("annually" | "yearly", false) => "P6M",
            _ => return None,
        };
        Some(Item { first, end: at + 1, what: What::Set(timex.to_owned()), certainty: Certainty::Weak })
    }

    /// "every Monday", "each year", "every two weeks", "every other day", "every morning".
    pub(super) fn every(&self, at: usize) -> Option<Item> {
        let text = self.text;
        let mut noun = at + 1;
        if is(text, noun, "single") {
            noun += 1;
        }
        let set = |end, timex| Some(Item { first: at, end, what: What::Set(timex), certainty: Certainty::Sure });
        if let Some((day, _, end)) = words::weekday(text, noun) {
            return match words::of(text, end) {
                Some(Word::Part(part)) => set(end + 1, format!("{}{}", timex::weekday(day), timex::part(part))),
                _ => set(end, timex::weekday(day)),
            };
        }
        if let Some((month, _, end)) = words::month(text, noun) {
            return set(end, timex::month(None, month));
        }
        if matches!(text.lower(noun), "other" | "second")
            && (is(text, noun, "other") || words::weekday(text, noun + 1).is_some())
        {
            return match words::unit(text, noun + 1) {
                Some((unit, false)) => set(noun + 2, timex::whole(2, unit)),
                _ => words::weekday(text, noun + 1).and_then(|(day, _, end)| set(end, timex::weekday(day))),
            };
        }
        match words::of(text, noun) {
            Some(Word::Unit(Unit::Quarter, false)) => set(noun + 1, "P1Q".to_owned()),
            Some(Word::Unit(unit, false)) if unit != Unit::Second => set(noun + 1, timex::whole(1, unit)),
            Some(Word::Season(season)) => set(noun + 1, format!("XXXX-{}", timex::season(season))),
            Some(Word::Part(part)) => set(noun + 1, format!("XXXX-XX-XX{}", timex::part(part))),
            Some(Word::Weekend) => set(noun + 1, "XXXX-WXX-WE".to_owned()),
            None if is(text, noun, "weekday") => set(noun + 1, "XXXX-WXX-WD".to_owned()),
            _ => {
                if let Some(Item { end, what: What::Duration(length), .. }) = self.stay(noun) {
                    return set(end, length.timex);
                }
                let vague = matches!(words::of(text, noun), Some(Word::Several));
                let amount = if vague { self.amount(noun)? } else { self.counted(noun)? };
                set(amount.end, amount.timex())
            }
        }
    }
}

/// "three-weekly", "half-hourly", "two-yearly"; "twice-weekly" comes again every week.
fn counted_often(number: &str, often: &str) -> Option<String> {
    let unit = match often {
        "hourly" => Unit::Hour,
        "weekly" => Unit::Week,
        "monthly" => Unit::Month,
        "yearly" => Unit::Year,
        _ => return None,
    };
    let count = match number {
        "half" if unit == Unit::Hour => return Some("PT30M".to_owned()),
        "half" if unit == Unit::Year => return Some("P6M".to_owned()),
        "twice" | "once" | "thrice" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "eight" => 8,
        "ten" => 10,
        "twelve" => 12,
        _ => return None,
    };
    Some(timex::whole(count, unit))
}

/// More words than stand between a number and the end of what it counts or measures.
const LONGEST: usize = 6;

/// Words after which "a year" is a rate.
const PER: &[&str] = &[
    "times", "once", "twice", "million", "billion", "trillion", "dollars", "euros", "pounds", "cents", "pence",
    "rupees", "yen", "percent", "cent", "barrels", "tonnes", "tons", "thousand", "bn", "m", "k", "thrice", "people",
    "hours", "days", "nights", "minutes", "weeks",
];
