//! Keys: terms in a form that can be hashed, equal wherever `is` or `=` surely holds.

use super::compare::share_scale;
use super::evaluate::Evaluator;
use super::identity;
use super::scope::Scope;
use super::term::{Term, What};
use super::views::Views;
use crate::facts::exact::Exact;
use crate::facts::value::{FactRef, Type};
use crate::language::rule::Expr;
use jiff::civil::Date;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// A term in a form that can be hashed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    YesNo(bool),
    Number(Exact),
    Day(Date),
    /// Texts, canonical forms and names, in lower case.
    Words(Box<str>),
    /// The number of the member, and the list.
    Named(u8, &'static str),
    /// What happens and who does it.
    Event(Box<str>),
    Fact(FactRef),
    Row(usize, usize),
}

/// A key, and whether another thing might have the same one.
pub(super) struct Keyed {
    pub(super) key: Key,
    pub(super) ambiguous: bool,
}

/// The key of a term; `None` where nothing is surely the same as it.
pub(super) fn key(term: &Term<'_>, views: Views<'_>) -> Option<Keyed> {
    let mut ambiguous = false;
    let key = match &term.what {
        What::Absent | What::Set(_) | What::Table(_) => return None,
        What::YesNo(yes) => Key::YesNo(*yes),
        What::Quantity(quantity) => {
            let n = quantity.interval.single()?;
            Key::Number(share_scale(&quantity.measured).and_then(|scale| n.times(scale)).unwrap_or(n))
        }
        What::Date(date) => Key::Day((date.first == date.last).then_some(date.first)?),
        What::Text(text) => words(text),
        What::Named(named) => Key::Named(named.index, named.list.name),
        What::Thing(thing) => {
            ambiguous = thing.ambiguous;
            words(&thing.key)
        }
        What::Fact(fact) => match (identity::name_key(*fact, views), identity::event_key(*fact, views)) {
            (Some((name, unsure)), _) => {
                ambiguous = unsure;
                words(name)
            }
            (None, Some(event)) => Key::Event(event.into()),
            (None, None) => Key::Fact(*fact),
        },
        What::Row(table, row) => Key::Row(*table, *row),
    };
    Some(Keyed { key, ambiguous })
}

/// One hash for the keys of several expressions; `None` where one of them has no key.
pub(super) fn joint_hash<'e>(
    evaluator: &Evaluator<'_>,
    exprs: impl Iterator<Item = &'e Expr>,
    scope: &Scope<'_>,
) -> Option<u64> {
    let mut hasher = FxHasher::default();
    for expr in exprs {
        key(&evaluator.term(expr, scope), evaluator.world.views)?.key.hash(&mut hasher);
    }
    Some(hasher.finish())
}

fn words(text: &str) -> Key {
    Key::Words(identity::lowered(text.trim()).collect())
}

/// Whether the keys of two types are equal wherever their terms surely are.
pub(super) fn comparable(a: &Type, b: &Type) -> bool {
    match (family(a), family(b)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// Whether terms of a type are figures or dates, which may mean more than one value.
pub(super) fn is_figure(of: &Type) -> bool {
    matches!(family(of), Some(Family::Figure | Family::Date))
}

#[derive(PartialEq, Eq)]
enum Family {
    YesNo,
    Figure,
    Date,
    Words,
    Named,
    Fact(crate::facts::schema::Kind),
}

fn family(of: &Type) -> Option<Family> {
    match of {
        Type::Number
        | Type::Exact
        | Type::Percent
        | Type::Points
        | Type::Share
        | Type::Measure
        | Type::Money
        | Type::Time
        | Type::AnyQuantity => Some(Family::Figure),
        Type::Date => Some(Family::Date),
        Type::Text | Type::Thing(_) => Some(Family::Words),
        Type::YesNo => Some(Family::YesNo),
        Type::Named(_) => Some(Family::Named),
        Type::Fact(kind) => Some(Family::Fact(*kind)),
        Type::Set(_) | Type::Row(_) | Type::Unknown => None,
    }
}
