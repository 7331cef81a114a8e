//! Three-way comparisons of terms.

use super::answer::Answer;
use super::identity;
use super::term::{Members, Term, What};
use super::views::Views;
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::{Dimension, Measured, Quantity};
use crate::language::rule::Comparison;
use crate::text::lexicon;

/// Compares two terms. What the text does not give, and what does not compare, is absent.
///
/// `in` a table is answered by the evaluator, which has the tables; here it is absent.
pub fn compare(comparison: Comparison, left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    if left.is_absent() || right.is_absent() {
        return Answer::Absent;
    }
    match comparison {
        Comparison::Equal
        | Comparison::Unequal
        | Comparison::Less
        | Comparison::AtMost
        | Comparison::Greater
        | Comparison::AtLeast
        | Comparison::CanBe => ordered(comparison, left, right, views),
        Comparison::Is => is(left, right, views),
        Comparison::IsNot => !is(left, right, views),
        Comparison::OneOf => one_of(left, right, views),
        Comparison::KindOf => kind_of(left, right),
        Comparison::Contains => contains(left, right, views),
        Comparison::InTable => Answer::Absent,
    }
}

fn ordered(comparison: Comparison, left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    match (&left.what, &right.what) {
        (What::Quantity(a), What::Quantity(b)) => quantities(comparison, a, b),
        (What::Date(a), What::Date(b)) => dates(comparison, *a, *b),
        _ => match comparison {
            Comparison::Equal | Comparison::CanBe => is(left, right, views),
            Comparison::Unequal => !is(left, right, views),
            Comparison::Less
            | Comparison::AtMost
            | Comparison::Greater
            | Comparison::AtLeast
            | Comparison::Is
            | Comparison::IsNot
            | Comparison::OneOf
            | Comparison::KindOf
            | Comparison::Contains
            | Comparison::InTable => Answer::Absent,
        },
    }
}

/// Compares two quantities; absent where they have no scale in common.
pub fn quantities(comparison: Comparison, a: &Quantity, b: &Quantity) -> Answer {
    match on_one_scale(a, b) {
        Some((a, b)) => intervals(comparison, a, b),
        None => Answer::Absent,
    }
}

/// Compares two dates as intervals of days.
pub fn dates(comparison: Comparison, a: DateRange, b: DateRange) -> Answer {
    match comparison {
        Comparison::Equal | Comparison::Is => {
            certain(a.first == a.last && (a.first, a.last) == (b.first, b.last), !a.meets(b))
        }
        Comparison::Unequal | Comparison::IsNot => !dates(Comparison::Equal, a, b),
        Comparison::Less => certain(a.last < b.first, a.first >= b.last),
        Comparison::AtMost => certain(a.last <= b.first, a.first > b.last),
        Comparison::Greater => dates(Comparison::Less, b, a),
        Comparison::AtLeast => dates(Comparison::AtMost, b, a),
        Comparison::CanBe => Answer::from(a.meets(b)),
        Comparison::OneOf | Comparison::KindOf | Comparison::Contains | Comparison::InTable => Answer::Absent,
    }
}

/// Days since some day; only differences mean something.
pub(super) fn day_number(day: jiff::civil::Date) -> Exact {
    let epoch = jiff::civil::date(0, 1, 1);
    let days = day.since((jiff::Unit::Day, epoch)).map_or(0, |span| span.get_days());
    Exact::from(i64::from(days))
}

/// The intervals of two quantities on one scale, where they have one.
///
/// Plain numbers, shares and percentages share a scale: a number over a number may be compared with
/// either. Money compares within one currency, physical quantities within one dimension.
pub(super) fn on_one_scale(a: &Quantity, b: &Quantity) -> Option<(Interval, Interval)> {
    if let (Some(first), Some(second)) = (share_scale(&a.measured), share_scale(&b.measured)) {
        if a.measured == b.measured {
            return Some((a.interval, b.interval));
        }
        return Some((a.interval.scaled(first), b.interval.scaled(second)));
    }
    // Nothing is nothing in every unit, but for the scales of temperature.
    let nothing = |q: &Quantity| q.measured == Measured::Number && q.interval == Interval::exactly(Exact::ZERO);
    let scale = |q: &Quantity| matches!(q.measured, Measured::Physical(dimension) if dimension.temperature != 0);
    if (nothing(a) && !scale(b)) || (nothing(b) && !scale(a)) {
        return Some((a.interval, b.interval));
    }
    // A unit without a fixed size compares only with itself.
    let sizeless = |q: &Quantity| q.unit.as_ref().is_some_and(|unit| unit.factor.is_none());
    if (sizeless(a) || sizeless(b)) && a.unit != b.unit {
        return None;
    }
    let same = a.measured == b.measured || (is_time(&a.measured) && is_time(&b.measured));
    same.then_some((a.interval, b.interval))
}

/// What one of it is as a share of one.
pub(super) fn share_scale(measured: &Measured) -> Option<Exact> {
    match measured {
        Measured::Number | Measured::Share => Some(Exact::ONE),
        Measured::Percent => Exact::fraction(1, 100),
        Measured::Points | Measured::Money(_) | Measured::Time | Measured::Physical(_) => None,
    }
}

fn is_time(measured: &Measured) -> bool {
    match measured {
        Measured::Time => true,
        Measured::Physical(dimension) => *dimension == Dimension { time: 1, ..Dimension::default() },
        Measured::Number | Measured::Percent | Measured::Points | Measured::Share | Measured::Money(_) => false,
    }
}

fn intervals(comparison: Comparison, a: Interval, b: Interval) -> Answer {
    match comparison {
        Comparison::Equal | Comparison::Is => match (a.single(), b.single()) {
            (Some(a), Some(b)) => Answer::from(a == b),
            _ if a.meets(b) => Answer::Perhaps,
            _ => Answer::No,
        },
        Comparison::Unequal | Comparison::IsNot => !intervals(Comparison::Equal, a, b),
        Comparison::Less => certain(a.surely_below(b), b.surely_at_most(a)),
        Comparison::AtMost => certain(a.surely_at_most(b), b.surely_below(a)),
        Comparison::Greater => certain(b.surely_below(a), a.surely_at_most(b)),
        Comparison::AtLeast => certain(b.surely_at_most(a), a.surely_below(b)),
        Comparison::CanBe => Answer::from(a.meets(b)),
        Comparison::OneOf | Comparison::KindOf | Comparison::Contains | Comparison::InTable => Answer::Absent,
    }
}

fn certain(yes: bool, no: bool) -> Answer {
    match (yes, no) {
        (true, _) => Answer::Yes,
        (false, true) => Answer::No,
        (false, false) => Answer::Perhaps,
    }
}

/// `value within tolerance of of`: a tolerance in per cent is a share of `of`, any other an amount.
pub fn within(value: &Term<'_>, tolerance: &Term<'_>, of: &Term<'_>) -> Answer {
    let What::Quantity(tolerance) = &tolerance.what else { return Answer::Absent };
    let (value, of) = match (&value.what, &of.what) {
        (What::Quantity(value), What::Quantity(of)) => (value.as_ref().clone(), of.as_ref().clone()),
        (What::Date(value), What::Date(of)) => (date_as_time(*value), date_as_time(*of)),
        _ => return Answer::Absent,
    };
    let Some((a, b)) = on_one_scale(&value, &of) else { return Answer::Absent };
    let relative = match tolerance.measured {
        Measured::Percent => Exact::fraction(1, 100),
        Measured::Share => Some(Exact::ONE),
        Measured::Number | Measured::Points | Measured::Money(_) | Measured::Time | Measured::Physical(_) => None,
    };
    let (limit, reach) = if let Some(scale) = relative {
        let share = tolerance.interval.scaled(scale).abs();
        (b.abs().times(share), share.high.number().map(|most| stretched(b, most)))
    } else {
        let Some((_, amount)) = on_one_scale(&value, tolerance) else { return Answer::Absent };
        let amount = amount.abs();
        (amount, amount.high.number().map(|most| padded(b, most)))
    };
    if a.minus(b).abs().surely_at_most(least(limit)) {
        return Answer::Yes;
    }
    match reach {
        Some(reach) if !a.meets(reach) => Answer::No,
        _ => Answer::Perhaps,
    }
}

fn date_as_time(date: DateRange) -> Quantity {
    Quantity::of(Interval::closed(day_number(date.first), day_number(date.last)), Measured::Time)
}

/// The least number of an interval as an interval of its own, or nothing that anything lies under.
fn least(interval: Interval) -> Interval {
    interval.low.number().map_or(Interval::ALL, Interval::exactly)
}

/// All that lies within the share `by` of some number of the interval.
fn stretched(interval: Interval, by: Exact) -> Interval {
    match (Exact::ONE.minus(by), Exact::ONE.plus(by)) {
        (Some(less), Some(more)) => closed(interval.scaled(less).union(interval.scaled(more))),
        _ => Interval::ALL,
    }
}

/// All that lies within the amount `by` of some number of the interval.
fn padded(interval: Interval, by: Exact) -> Interval {
    closed(interval.plus(Interval::closed(by.negated(), by)))
}

/// Ends that are open only because of rounding count as reached: a tolerance is never that sharp.
fn closed(interval: Interval) -> Interval {
    let close = |end: End| end.number().map_or(End::Unbounded, End::Closed);
    Interval { low: close(interval.low), high: close(interval.high) }
}

/// `value in low to high`, both ends included.
pub fn in_range(value: &Term<'_>, low: &Term<'_>, high: &Term<'_>, views: Views<'_>) -> Answer {
    compare(Comparison::AtLeast, value, low, views).and(compare(Comparison::AtMost, value, high, views))
}

/// Whether two terms are the same thing, value, text or fact.
pub fn is(left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    match (&left.what, &right.what) {
        (What::Absent, _) | (_, What::Absent) => Answer::Absent,
        (What::Quantity(a), What::Quantity(b)) => quantities(Comparison::Equal, a, b),
        (What::Date(a), What::Date(b)) => dates(Comparison::Equal, *a, *b),
        (What::YesNo(a), What::YesNo(b)) => Answer::from(a == b),
        (What::Named(a), What::Named(b)) => Answer::from(a.index == b.index && a.list.name == b.list.name),
        (What::Row(a, b), What::Row(c, d)) => Answer::from((a, b) == (c, d)),
        (What::Set(members), other) | (other, What::Set(members)) if !matches!(other, What::Set(_)) => {
            let other = if matches!(left.what, What::Set(_)) { right } else { left };
            each(members, |member| is(member, other, views))
        }
        _ => identity::same(left, right, views),
    }
}

/// A condition on a set: yes where it holds of every member, no where of none.
fn each(members: &Members<'_>, of: impl Fn(&Term<'_>) -> Answer) -> Answer {
    let mut answers = members.iter().map(|member| of(&member));
    let Some(first) = answers.next() else { return Answer::No };
    answers.fold(first, |whole, answer| if whole == answer { whole } else { Answer::Perhaps })
}

fn one_of(left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    match &right.what {
        What::Set(members) => members.iter().fold(Answer::No, |found, member| {
            if found == Answer::Yes {
                return found;
            }
            let answer = is(left, &member, views);
            found.or(if member.possible { answer.weakened() } else { answer })
        }),
        _ => is(left, right, views),
    }
}

fn kind_of(left: &Term<'_>, right: &Term<'_>) -> Answer {
    match (identity::form(left), identity::form(right)) {
        (Some(noun), Some(kind)) => Answer::from(noun == kind || lexicon::is_a_kind_of(noun, kind)),
        _ => Answer::Absent,
    }
}

/// Whether a text holds another, or one of several, as whole words.
fn contains(left: &Term<'_>, right: &Term<'_>, views: Views<'_>) -> Answer {
    match (&left.what, &right.what) {
        (What::Set(texts), _) => texts.iter().fold(Answer::No, |found, text| found.or(contains(&text, right, views))),
        (_, What::Set(words)) => words.iter().fold(Answer::No, |found, word| found.or(contains(left, &word, views))),
        _ => match (identity::words(left, views), identity::words(right, views)) {
            (Some(text), Some(word)) => Answer::from(identity::holds_words(text, word)),
            _ => Answer::Absent,
        },
    }
}
