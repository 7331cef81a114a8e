//! The year of a dated heading beside the day of publication: "Correction, Jan. 5, 2017:" in an article of January 2018.

use super::{Bounds, Reading, note};
use crate::facts::date::Precision;
use crate::facts::exact::Exact;
use crate::source::Span;
use crate::text::{Case, Text, TokenKind};
use jiff::civil::Date as Day;

/// The words that such a heading begins with.
const HEADS: &[&str] =
    &["correction", "corrections", "clarification", "clarifications", "letters", "update", "updated"];

/// How many tokens of a heading may stand before its date: "Letters to the editor for".
const REACH: usize = 6;

/// How many tokens the name of the paper and the marks before it may take: "The Norland Post Letters for".
const NAME: usize = 6;

/// How many days an article may be published before or after the day of its heading.
const NEAR: i32 = 31;

/// Reads the days of headings.
pub(super) fn read(reading: &mut Reading<'_>) {
    let Some(published) = reading.article().published else { return };
    let text = reading.text;
    for index in 0..reading.facts.dates.len() {
        let Some(date) = reading.facts.dates.get(index) else { return };
        if date.precision != Precision::Day || !date.explicit || date.relative || date.at.quoted {
            continue;
        }
        let (Some(value), Some(sentence)) = (date.value, text.sentences.get(date.at.sentence as usize)) else {
            continue;
        };
        let (first, at) = (sentence.tokens.start, text.token_from(date.at.span.start));
        let opens =
            text.article.blocks.get(sentence.block).is_some_and(|block| block.span.start == sentence.span.start);
        if opens && let Some(clock) = programme(text, first, at, date.at.span) {
            // "In January the hand still writes the old year."
            let days = published.since(value.first).map_or(0, |apart| apart.get_days());
            let (year, slip) = (i64::from(value.first.year()), i64::from((301..=380).contains(&days)));
            let (figure, bounds) = ((Exact::from(year), date.at.span), Exact::from(year + slip));
            note(reading, "programme", figure, clock, Bounds { least: Some(bounds), most: None });
            continue;
        }
        let Some(head) = head(text, first, at).filter(|_| opens) else { continue };
        // Only the year may be another: the day of the heading is one of these weeks.
        let Some(year) = own_year(value.first, published) else { continue };
        let year_of = |year: i16| Exact::from(i64::from(year));
        let (told, span, head) = (year_of(value.first.year()), date.at.span, text.span(head, head));
        note(reading, "stamp", (told, span), head, Bounds::just(year_of(year)));
    }
}

/// "January 16, 2026 | 11:30 am | Town hall": the bar and the hour after a date that begins a line.
fn programme(text: &Text<'_>, first: usize, at: usize, date: Span) -> Option<Span> {
    let bar = text.token_from(date.end);
    let hour = bar + 1;
    let clock = text.word(hour).starts_with(|first: char| first.is_ascii_digit());
    (at <= first + 1 && text.word(bar) == "|" && clock).then(|| text.span(bar, hour))
}

/// The word of a heading before the token `at`; before it stand marks and the paper's own name at most.
fn head(text: &Text<'_>, first: usize, at: usize) -> Option<usize> {
    let head = (first.max(at.saturating_sub(REACH))..at).find(|&token| HEADS.contains(&text.lower(token)))?;
    let named = (first..head).all(|token| {
        text.token(token).is_some_and(|token| match token.kind {
            TokenKind::Word => token.case != Case::Lower,
            TokenKind::Mark => true,
            TokenKind::Number | TokenKind::Possessive => false,
        })
    });
    let led = text.token(head).is_some_and(|token| token.case != Case::Lower);
    (named && led && head < first + NAME).then_some(head)
}

/// The year in which the day lies near that of publication.
fn own_year(day: Day, published: Day) -> Option<i16> {
    [-1, 0, 1].into_iter().map(|step| published.year() + step).find(|&year| {
        let turned = Day::new(year, day.month(), day.day());
        turned.and_then(|day| published.since(day)).is_ok_and(|apart| apart.get_days().abs() <= NEAR)
    })
}
