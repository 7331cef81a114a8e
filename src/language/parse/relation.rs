//! What may follow a value in a comparison.

use super::token::{blank, shown};
use super::{Read, Reader};
use crate::language::syntax::{Relation, Turn};
use crate::source::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};

/// Signs that compare, longest first; those of other languages are read to be explained.
pub(in crate::language) const SIGNS: &[&str] =
    &["===", "!==", "==", "!=", "<>", "<=", ">=", "=<", "=>", "=", "<", ">", "≠", "≤", "≥"];

const EXPECTED: &str = "a comparison (`=`, `is`, `can be`, …)";

type Found<'a> = (Span, Relation<'a>);

impl<'a> Reader<'a> {
    /// The relation with its words' place.
    pub(super) fn relation(&self, start: &'a str) -> Read<'a, Found<'a>> {
        let next = blank(start);
        if let Some(sign) = SIGNS.iter().find(|sign| next.starts_with(**sign)) {
            let (rest, at) = self.sign(start, sign, EXPECTED)?;
            let (rest, value) = cut(|rest| self.sum(rest)).parse(rest)?;
            let sign = next.get(..sign.len()).unwrap_or_default();
            return Ok((rest, (at, Relation::Symbol(sign, value))));
        }
        match shown(next) {
            "is" => self.is(start),
            "can" | "cannot" => self.can_be(start),
            "within" => self.within(start),
            "not" | "in" => self.within_range(start),
            "before" => self.one(start, "before", Relation::Before),
            "after" => self.one(start, "after", Relation::After),
            "contains" => self.one(start, "contains", Relation::Contains),
            "matches" => {
                let (rest, at) = self.keyword(start, "matches", EXPECTED)?;
                let (rest, pattern) = cut(|rest| self.pattern(rest)).parse(rest)?;
                Ok((rest, (at, Relation::Matches(pattern))))
            }
            _ => self.fail(start, EXPECTED),
        }
    }

    /// `before sum` and the like.
    fn one(
        &self,
        start: &'a str,
        word: &'static str,
        make: impl FnOnce(crate::language::syntax::Expr<'a>) -> Relation<'a>,
    ) -> Read<'a, Found<'a>> {
        let (rest, at) = self.keyword(start, word, EXPECTED)?;
        let (rest, value) = cut(|rest| self.sum(rest)).parse(rest)?;
        Ok((rest, (at, make(value))))
    }

    /// ```text
    /// "is" ( "known" | "missing" | [ "not" ] ( "one" "of" sum | "a" "kind" "of" sum | sum ) )
    /// ```
    fn is(&self, start: &'a str) -> Read<'a, Found<'a>> {
        let (rest, is) = self.keyword(start, "is", EXPECTED)?;
        let (rest, not) = opt(|rest| self.keyword(rest, "not", "`not`")).parse(rest)?;
        let at = not.map_or(is, |not| is.to(not));
        let turn = if not.is_some() { Turn::Not } else { Turn::Plain };
        let known = |rest| Ok((self.phrase(rest, &["known"], "`known`")?.0, Relation::Known));
        let missing = |rest| Ok((self.phrase(rest, &["missing"], "`missing`")?.0, Relation::Missing));
        let value = |rest| self.sum(rest);
        let one_of = |rest| {
            let (rest, _) = self.phrase(rest, &["one", "of"], "`one of`")?;
            let (rest, list) = cut(value).parse(rest)?;
            Ok((rest, Relation::OneOf(turn, list)))
        };
        let kind_of = |rest| {
            let (rest, _) = self.phrase(rest, &["a", "kind", "of"], "`a kind of`")?;
            let (rest, noun) = cut(value).parse(rest)?;
            Ok((rest, Relation::KindOf(turn, noun)))
        };
        let thing = |rest| self.sum(rest).map(|(rest, value)| (rest, Relation::Is(turn, value)));
        let (rest, relation) = cut(alt((known, missing, one_of, kind_of, thing))).parse(rest)?;
        // `is not known` is what `is missing` says.
        let relation = match (relation, turn) {
            (Relation::Known, Turn::Not) => Relation::Missing,
            (Relation::Missing, Turn::Not) => Relation::Known,
            (relation, _) => relation,
        };
        Ok((rest, (at, relation)))
    }

    /// `can be sum`; `cannot be` and `can not be` are read to be explained.
    fn can_be(&self, start: &'a str) -> Read<'a, Found<'a>> {
        let can = |rest| Ok((self.phrase(rest, &["can", "be"], "`can be`")?, Turn::Plain));
        let cannot = |rest| Ok((self.phrase(rest, &["cannot", "be"], "`be`")?, Turn::Not));
        let apart = |rest| Ok((self.phrase(rest, &["can", "not", "be"], "`be`")?, Turn::Not));
        let read: Result<_, nom::Err<super::Stop>> = can(start).or_else(|_: nom::Err<super::Stop>| cannot(start));
        let ((rest, at), turn) =
            read.or_else(|_| apart(start)).map_err(|_: nom::Err<super::Stop>| nom::Err::Failure(super::Stop))?;
        let (rest, value) = cut(|rest| self.sum(rest)).parse(rest)?;
        let relation = if turn == Turn::Plain { Relation::CanBe(value) } else { Relation::CannotBe(value) };
        Ok((rest, (at, relation)))
    }

    /// ```text
    /// "within" sum "of" sum
    /// ```
    fn within(&self, start: &'a str) -> Read<'a, Found<'a>> {
        let (rest, at) = self.keyword(start, "within", EXPECTED)?;
        let (rest, tolerance) = cut(|rest| self.sum(rest)).parse(rest)?;
        let (rest, _) = cut(|rest| self.keyword(rest, "of", "`of`")).parse(rest)?;
        let (rest, value) = cut(|rest| self.sum(rest)).parse(rest)?;
        Ok((rest, (at, Relation::Within(tolerance, value))))
    }

    /// ```text
    /// [ "not" ] "in" ( sum "to" sum | sum )
    /// ```
    fn within_range(&self, start: &'a str) -> Read<'a, Found<'a>> {
        let (rest, not) = opt(|rest| self.keyword(rest, "not", EXPECTED)).parse(start)?;
        let (rest, at) = self.keyword(rest, "in", EXPECTED)?;
        let (turn, at) = not.map_or((Turn::Plain, at), |not| (Turn::Not, not.to(at)));
        let (rest, low) = cut(|rest| self.sum(rest)).parse(rest)?;
        let (rest, to) = opt(|rest| self.keyword(rest, "to", "`to`")).parse(rest)?;
        if to.is_none() {
            return Ok((rest, (at, Relation::In(turn, low))));
        }
        let (rest, high) = cut(|rest| self.sum(rest)).parse(rest)?;
        Ok((rest, (at, Relation::Range(turn, low, high))))
    }
}
