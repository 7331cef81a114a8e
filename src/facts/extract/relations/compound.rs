//! Growth by so many per cent a year, and what it comes to: "grew 5% a year for ten years to double", "at 2% a year prices
//! double in ten years".

use super::Reading;
use crate::facts::exact::Exact;
use crate::facts::extract::limits::{Bounds, note};
use crate::facts::model::{of_sentence, only_of_sentence};
use crate::facts::names::{Certainty, Hedge};
use crate::source::Span;
use crate::text::Text;

/// How many tokens may stand between the rate and the years, or between these and the multiple.
const REACH: usize = 9;

/// How many lengths and multiples of a sentence are looked at.
const FEW: usize = 12;

/// How far off a multiple may be that is told in a word.
const SLACK: f64 = 0.15;

/// Reads the rates of growth in whose sentence the years and the multiple stand beside them.
pub(super) fn read(reading: &mut Reading<'_>) {
    let before = reading.facts.limits.len();
    for index in 0..reading.facts.percents.len() {
        let Some(percent) = reading.facts.percents.get(index) else { return };
        let (sentence, span) = (percent.at.sentence, percent.at.span);
        let plain = percent.figure.hedge == Hedge::Exactly && percent.at.certainty != Certainty::Weak;
        let Some(rate) = percent.figure.written.filter(|_| plain).map(Exact::to_f64) else { continue };
        let text = reading.text;
        let (first, end) = (text.token_from(span.start), text.token_from(span.end));
        if !(0.1..=40.0).contains(&rate) || !is_yearly(text, end) {
            continue;
        }
        let spans = of_sentence(&reading.facts.durations, sentence).iter().take(FEW);
        let mut years = spans.filter(|duration| matches!(&*duration.unit, "year" | "decade"));
        let (Some(length), None) = (years.next(), years.next()) else { continue };
        let Some(multiple) = only_of_sentence(&reading.facts.multiples, sentence) else { continue };
        let ends = |span: Span| (text.token_from(span.start), text.token_from(span.end));
        let beside = are_one_growth(text, (first, end), ends(length.at.span), ends(multiple.at.span));
        let unit = if &*length.unit == "decade" { 10.0 } else { 1.0 };
        let exact = length.figure.hedge == Hedge::Exactly && multiple.figure.hedge == Hedge::Exactly;
        let (Some(years), Some(times)) = (length.figure.written, multiple.figure.written) else { continue };
        let years = years.to_f64() * unit;
        if !beside || !exact || times <= Exact::ONE || !(2.0..=60.0).contains(&years) {
            continue;
        }
        // Some reckon without interest on interest.
        let (simple, compound) = (1.0 + rate * years / 100.0, (1.0 + rate / 100.0).powf(years));
        let thousandths = |x: f64| Exact::fraction((x * 1000.0).round() as i128, 1000);
        let (Some(least), Some(most)) = (thousandths(simple * (1.0 - SLACK)), thousandths(compound * (1.0 + SLACK)))
        else {
            continue;
        };
        let bounds = Bounds { least: Some(least), most: Some(most) };
        let (figure, by) = ((times, multiple.at.span), span);
        note(reading, "compound", figure, by, bounds);
    }
    if reading.facts.limits.len() > before {
        reading.facts.limits.sort_by_key(|limit| limit.at.span);
    }
}

/// Whether what grows so much a year is what is multiplied in these years: "grew 5% a year for ten years, and so doubled",
/// "at 2% a year, prices will double in ten years".
fn are_one_growth(text: &Text<'_>, rate: Ends, years: Ends, multiple: Ends) -> bool {
    let back = |n: usize| rate.0.checked_sub(n).map_or("", |at| text.lower(at));
    let grows = |word: &str| GROWS.contains(&word);
    let led = grows(back(1)) || matches!(back(1), "by" | "at") && grows(back(2)) || back(1) == "at";
    let joins = |words: std::ops::Range<usize>| {
        words.len() <= REACH && words.into_iter().all(|at| JOINS.contains(&text.lower(at)))
    };
    let of_it = matches!(text.lower(multiple.1), "that" | "the" | "as" | "his" | "her" | "its" | "what");
    let times = |at: usize| matches!(text.lower(at), "for" | "in" | "over" | "every" | "within" | "after");
    let first = rate.1 + 2;
    if years.0 > rate.1 && multiple.0 >= years.1 {
        // "grew 5% a year for ten years, and so doubled".
        led && grows_word_before(text, rate.0) && years.0 <= first + 2 && joins(years.1..multiple.0) && !of_it
    } else if multiple.0 > rate.1 && years.0 >= multiple.1 {
        // "at 2% a year, prices will double in ten years".
        let opened = matches!(back(1), "at") || matches!(back(1), "growing" | "rising");
        opened
            && multiple.0 <= first + REACH
            && !(first..multiple.0).any(|at| matches!(text.lower(at), "and" | "but" | "while" | ";" | "which"))
            && years.0 <= multiple.1 + 1
            && years.0.checked_sub(1).is_some_and(times)
    } else {
        false
    }
}

/// The first token of some words and one past the last.
type Ends = (usize, usize);

/// Whether a verb of growth stands right before a rate: "grew by 5%".
fn grows_word_before(text: &Text<'_>, rate: usize) -> bool {
    (1..=3).any(|n| rate.checked_sub(n).is_some_and(|at| GROWS.contains(&text.lower(at))))
}

#[rustfmt::skip] // Words, a dozen a line.
const GROWS: &[&str] = &[
    "grew", "grow", "grows", "grown", "growing", "rose", "rise", "rises", "risen", "rising", "increased", "increases",
    "increasing", "expanded", "expands", "expanding", "climbed", "climbs", "swelled",
];

/// What may stand between the years and the multiple.
#[rustfmt::skip] // Words, a dozen a line.
const JOINS: &[&str] = &[
    ",", "and", "so", "thus", "thereby", "to", "will", "would", "has", "have", "had", "it", "they", "more", "than",
    "nearly", "almost", "about", "then", "hence", "therefore", "—", "–",
];

/// "5% a year", "5% annually", "5% every year".
fn is_yearly(text: &Text<'_>, end: usize) -> bool {
    matches!(text.lower(end), "annually" | "yearly")
        || matches!(text.lower(end), "a" | "per" | "each" | "every") && text.lower(end + 1) == "year"
}
