//! Somebody called by an age that is the one told of them before but for a digit: "Tom Haddow, 33, was held. The
//! 43-year-old did not speak."

use super::{Bounds, Reading, note};
use crate::facts::exact::Exact;
use crate::facts::extract::person::last_before;
use crate::facts::model::Age;
use crate::text::Text;
use crate::text::lexicon::{self, Classes};

/// The most sentences between the last mention by name and the age that stands for it.
const NEAR: u32 = 3;

/// How many mentions of others with their offices may stand between.
const OTHERS: usize = 4;

/// Reads the ages that stand for the only person whose age the article tells.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let key = |age: &Age| Some(reading.facts.people.get(age.person? as usize)?.name.key.clone());
    let mut named = reading.facts.ages.iter().filter(|age| age.person.is_some());
    let Some(first) = named.next() else { return };
    let whose = key(first);
    if !first.now || first.at.quoted || whose.is_none() || named.any(|other| key(other) != whose) {
        return;
    }
    let Some(told) = first.figure.written else { return };
    let found = reading.facts.ages.iter().find(|age| {
        let at = text.token_from(age.at.span.start);
        let stands =
            age.person.is_none() && age.at.span.start > first.at.span.end && !age.at.quoted && stands_for(text, at);
        stands && age.figure.written.is_some_and(|called| is_slip(told, called))
    });
    let Some(age) = found else { return };
    let Some(called) = age.figure.written else { return };
    // The same number elsewhere is somebody's.
    let again = reading.facts.ages.iter().filter(|other| other.figure.written == Some(called)).count() > 1;
    let at = text.token_from(age.at.span.start);
    let people = &reading.facts.people;
    let before = last_before(people, text, at).map_or(0, |last| last + 1);
    // "…, Dr. Bo Chan said": who is told with an office is not called by an age.
    let last = people.iter().take(before).rev().take(OTHERS).find(|person| person.title.is_none());
    let his =
        last.is_some_and(|last| Some(&last.name.key) == whose.as_ref() && last.at.sentence + NEAR >= age.at.sentence);
    if !again && his {
        let (figure, by) = ((called, age.at.span), first.at.span);
        note(reading, "age told before", figure, by, Bounds::just(told));
    }
}

/// "The 43-year-old did not speak": an age that opens its sentence and stands for a name.
fn stands_for(text: &Text<'_>, at: usize) -> bool {
    let the = at.checked_sub(1).filter(|&the| text.lower(the) == "the");
    let opens = the.is_some_and(|the| {
        text.token(the).is_some_and(|token| {
            text.sentences.get(text.sentence_at(token.span.start)).is_some_and(|found| found.tokens.start == the)
        })
    });
    let mut past = at;
    while past < at + 6 && text.lower(past) != "old" && !text.lower(past).ends_with("-old") {
        past += 1;
    }
    let verb = lexicon::usual_class(text.lower(past + 1)).has_any(Classes::VERB.or(Classes::AUXILIARY));
    opens && past < at + 6 && verb
}

/// Whether two ages of two digits are one with a digit mistyped, or with both the wrong way round.
fn is_slip(one: Exact, other: Exact) -> bool {
    let digits = |age: Exact| (10..100_i128).find(|&n| Exact::whole(n) == age).map(|n| (n / 10, n % 10));
    let Some(((tens, ones), (other_tens, other_ones))) = digits(one).zip(digits(other)) else { return false };
    let turned = tens == other_ones && ones == other_tens;
    // A birthday may lie between the two.
    let a_year = (tens * 10 + ones - other_tens * 10 - other_ones).abs() <= 1;
    !a_year && (tens == other_tens || ones == other_ones || turned)
}
