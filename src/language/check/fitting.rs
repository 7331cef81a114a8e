//! Types: what goes with what, and what a message calls them.

use crate::facts::schema::Kind;
use crate::facts::value::{ThingKind, Type};
use crate::language::rule::Operator;

/// What a message calls a value of this type: "a percentage".
pub(super) fn phrase(of: &Type) -> String {
    match of {
        Type::Number | Type::Exact => "a plain number".into(),
        Type::Percent => "a percentage".into(),
        Type::Points => "a number of percentage points".into(),
        Type::Share => "a share".into(),
        Type::Measure => "a measure".into(),
        Type::Money => "an amount of money".into(),
        Type::Time => "a length of time".into(),
        Type::AnyQuantity => "a quantity".into(),
        Type::Date => "a date".into(),
        Type::Text => "a text".into(),
        Type::YesNo => "a condition".into(),
        Type::Named(list) => format!("a value of the list {}", list.name),
        Type::Thing(ThingKind::Noun) => "a noun".into(),
        Type::Thing(ThingKind::Verb) => "a verb".into(),
        Type::Thing(ThingKind::Name) => "a name".into(),
        Type::Thing(ThingKind::Unit) => "a unit".into(),
        Type::Fact(Kind::Article) => "an article".into(),
        Type::Fact(kind) => format!("{} `{}`", if starts_with_vowel(kind.word()) { "an" } else { "a" }, kind.word()),
        Type::Set(of) => match &**of {
            Type::Row(_) => "a table".into(),
            Type::Unknown => "a list".into(),
            of => format!("a list, each member of it {}", phrase(of)),
        },
        Type::Row(_) => "a row of a table".into(),
        Type::Unknown => "something".into(),
    }
}

pub(super) fn starts_with_vowel(word: &str) -> bool {
    word.starts_with(['a', 'e', 'i', 'o'])
}

/// Whether it is an amount of something.
pub(super) fn is_quantity(of: &Type) -> bool {
    match of {
        Type::Number
        | Type::Exact
        | Type::Percent
        | Type::Points
        | Type::Share
        | Type::Measure
        | Type::Money
        | Type::Time
        | Type::AnyQuantity => true,
        Type::Date
        | Type::Text
        | Type::YesNo
        | Type::Named(_)
        | Type::Thing(_)
        | Type::Fact(_)
        | Type::Set(_)
        | Type::Row(_)
        | Type::Unknown => false,
    }
}

pub(super) fn is_plain(of: &Type) -> bool {
    matches!(of, Type::Number | Type::Exact)
}

/// Whether quantities or dates of the two types lie on one scale.
#[expect(clippy::match_same_arms, reason = "one line for each thing that goes together")]
pub(super) fn comparable(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Unknown, _) | (_, Type::Unknown) => true,
        (Type::AnyQuantity, other) | (other, Type::AnyQuantity) => is_quantity(other),
        (Type::Number | Type::Exact, Type::Number | Type::Exact) => true,
        // A number divided by a number is a share, and a share may be compared with both.
        (Type::Share, Type::Percent | Type::Number | Type::Exact)
        | (Type::Percent | Type::Number | Type::Exact, Type::Share) => true,
        _ => a == b && (is_quantity(a) || *a == Type::Date),
    }
}

/// The type of `a operator b`, where the two go together.
pub(super) fn arithmetic(operator: Operator, a: &Type, b: &Type) -> Option<Type> {
    if *a == Type::Unknown || *b == Type::Unknown {
        return Some(Type::Unknown);
    }
    match (operator, a, b) {
        (Operator::Minus, Type::Date, Type::Date) => Some(Type::Time),
        (Operator::Plus | Operator::Minus, Type::Date, Type::Time) => Some(Type::Date),
        _ if !is_quantity(a) || !is_quantity(b) => None,
        (Operator::Plus | Operator::Minus, _, _) => sum(operator, a, b),
        (Operator::Times, _, _) => product(a, b),
        (Operator::Over, _, _) => quotient(a, b),
    }
}

fn sum(operator: Operator, a: &Type, b: &Type) -> Option<Type> {
    match (a, b) {
        (Type::Percent, Type::Percent) if operator == Operator::Minus => Some(Type::Points),
        (Type::Percent, Type::Points) => Some(Type::Percent),
        (Type::AnyQuantity, _) | (_, Type::AnyQuantity) => Some(Type::AnyQuantity),
        (Type::Number | Type::Exact, Type::Number | Type::Exact) if a != b => Some(Type::Number),
        (Type::Share, Type::Number | Type::Exact) | (Type::Number | Type::Exact, Type::Share) => Some(Type::Number),
        _ => (a == b).then(|| a.clone()),
    }
}

/// A number, share or percentage of something is again such a thing: 20% of an amount of money.
fn product(a: &Type, b: &Type) -> Option<Type> {
    let factor = |of: &Type| matches!(of, Type::Number | Type::Exact | Type::Share | Type::Percent);
    match (a, b) {
        (Type::Exact, Type::Exact) => Some(Type::Exact),
        _ if factor(a) && factor(b) => Some(if is_plain(a) || is_plain(b) { Type::Number } else { Type::Share }),
        (factored, other) | (other, factored) if factor(factored) => Some(other.clone()),
        (Type::Measure | Type::Time | Type::AnyQuantity, Type::Measure | Type::Time | Type::AnyQuantity) => {
            Some(Type::AnyQuantity)
        }
        _ => None,
    }
}

#[expect(clippy::match_same_arms, reason = "one line for each thing that goes together")]
fn quotient(a: &Type, b: &Type) -> Option<Type> {
    let factor = |of: &Type| matches!(of, Type::Number | Type::Exact | Type::Share | Type::Percent);
    match (a, b) {
        (Type::Measure, Type::Measure) => Some(Type::AnyQuantity),
        // What share the one is of the other; plain numbers too, so that it compares with a percentage.
        (Type::Percent | Type::Points, Type::Percent | Type::Points) => Some(Type::Share),
        (Type::AnyQuantity, other) if !is_plain(other) => Some(Type::Share),
        (_, Type::AnyQuantity) => Some(Type::Share),
        (Type::Percent, Type::Number | Type::Exact) => Some(Type::Percent),
        _ if comparable(a, b) => Some(Type::Share),
        (_, divisor) if factor(divisor) => Some(a.clone()),
        (Type::Measure, Type::Time) => Some(Type::AnyQuantity),
        _ => None,
    }
}

/// What is done, as a message says it.
pub(super) fn verb(operator: Operator) -> &'static str {
    match operator {
        Operator::Plus => "added to",
        Operator::Minus => "subtracted from",
        Operator::Times => "multiplied by",
        Operator::Over => "divided by",
    }
}

/// Whether facts of the kind are known by a name, so that they compare with texts.
pub(super) fn has_name(kind: Kind) -> bool {
    kind.schema().fields.iter().any(|field| field.name == "name")
}

/// Whether the two may be one thing, so that `is` has a meaning.
#[expect(clippy::match_same_arms, reason = "one line for each thing that goes together")]
pub(super) fn same_sort(a: &Type, b: &Type) -> bool {
    match (a, b) {
        (Type::Unknown, _) | (_, Type::Unknown) => true,
        (Type::Text, Type::Text | Type::Thing(_)) | (Type::Thing(_), Type::Text) => true,
        (Type::Thing(a), Type::Thing(b)) => {
            let named = |kind: &ThingKind| matches!(kind, ThingKind::Noun | ThingKind::Name);
            a == b || (named(a) && named(b))
        }
        (Type::Fact(a), Type::Fact(b)) => a == b || (has_name(*a) && has_name(*b)),
        (Type::Fact(kind), Type::Text | Type::Thing(ThingKind::Name | ThingKind::Noun))
        | (Type::Text | Type::Thing(ThingKind::Name | ThingKind::Noun), Type::Fact(kind)) => has_name(*kind),
        (Type::Named(a), Type::Named(b)) => a == b,
        (Type::YesNo, Type::YesNo) => true,
        (Type::Row(a), Type::Row(b)) => a == b,
        _ => false,
    }
}
