//! Literals: numbers with units, dates, texts.

use super::{Checker, unknown};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::quantity::{Measured, Quantity};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, ExprKind, Literal};
use crate::language::syntax::{self, Node, Number, Word};
use crate::language::unit::{self, InUnit};
use crate::source::Span;
use jiff::civil::Date;
use std::sync::Arc;

impl Checker<'_, '_> {
    pub(super) fn number(&mut self, number: Number<'_>, span: Span) -> Expr {
        let digits: String = number.digits.chars().filter(|c| !matches!(c, '_' | ',')).collect();
        let scale = number.scale.and_then(|word| unit::scale(word.text)).unwrap_or(Exact::ONE);
        let Some(figure) = Exact::parse(&digits).and_then(|figure| figure.times(scale)) else {
            self.say(self.mistake(Code::BadNumber, span, "this number has too many digits"));
            return unknown(span);
        };
        let Some(word) = number.unit else {
            return literal(Literal::number(figure), Type::Exact, span);
        };
        let Some(unit) = unit::unit(word.text) else {
            let mistake = self.mistake(Code::UnknownUnit, word.span, format!("`{}` is not a unit", word.text));
            let help = did_you_mean(word.text, unit::USUAL.iter().copied())
                .unwrap_or_else(|| "units are written as in `5%`, `2pp`, `10 km`, `3 days`, `5 USD`".into());
            self.say(mistake.labelled("no unit of a fixed size").help(help));
            return unknown(span);
        };
        let Some(figure) = figure.times(unit.factor).and_then(|figure| figure.plus(unit.offset)) else {
            self.say(self.mistake(Code::BadNumber, span, "this number has too many digits"));
            return unknown(span);
        };
        let InUnit { measured, unit, .. } = unit;
        let of = type_of(&measured);
        let quantity = Quantity { interval: Interval::exactly(figure), measured, unit };
        literal(Literal::Quantity(quantity), of, span)
    }

    pub(super) fn date(&mut self, date: Word<'_>) -> Expr {
        if let Some(range) = read_date(date.text) {
            return literal(Literal::Date(range), Type::Date, date.span);
        }
        let mistake = self.mistake(Code::BadNumber, date.span, format!("there is no day or month {}", date.text));
        self.say(mistake.help("dates are written as year, month, day: 2017-12-19"));
        unknown(date.span)
    }

    /// A string where plain words are wanted.
    pub(super) fn plain(&mut self, text: &syntax::Text<'_>) -> String {
        let mut words = String::new();
        let mut first_hole = None;
        for piece in &text.pieces {
            match piece {
                syntax::Piece::Words(piece) => words.push_str(piece),
                syntax::Piece::Stray(at) => self.stray_brace(*at),
                syntax::Piece::Hole(hole) => {
                    first_hole.get_or_insert(hole.span);
                }
            }
        }
        if let Some(hole) = first_hole {
            let mistake = self.mistake(Code::NotATemplate, hole, "nothing can be filled in here");
            let help = "holes in `{…}` belong in messages, labels, help and suggestions; a brace is written `{{`";
            self.say(mistake.labelled("plain words are wanted").help(help));
        }
        self.run_together(text);
        words
    }

    pub(super) fn run_together(&mut self, text: &syntax::Text<'_>) {
        if let Some(second) = text.run_together {
            let mistake = self.mistake(Code::RunTogether, second, "two strings run together without a blank");
            let help = "strings side by side are joined; write a blank, or a clause's word before the second";
            self.say(mistake.labelled("joined to the string before it").help(help));
        }
    }

    pub(super) fn stray_brace(&mut self, at: Span) {
        let mistake = self.mistake(Code::StrayBrace, at, "this `}` closes nothing");
        self.say(mistake.labelled("no `{` stands before it").help("a brace that is meant as such is written `}}`"));
    }

    /// A value that may only be written out: for settings.
    pub(super) fn only_literal(&mut self, expr: &syntax::Expr<'_>) -> Option<(Literal, Type)> {
        let checked = match &expr.node {
            Node::Name(_) | Node::Call(..) | Node::Field(..) | Node::Index(..) | Node::Arithmetic(..) => None,
            _ => Some(self.value(expr, None)),
        };
        match checked {
            Some(Expr { of: Type::Unknown, .. }) => None,
            Some(expr) => match fold(expr) {
                Ok(found) => Some(found),
                Err(span) => self.not_literal(span),
            },
            None => self.not_literal(expr.span),
        }
    }

    fn not_literal<T>(&mut self, span: Span) -> Option<T> {
        let mistake = self.mistake(Code::Mismatch, span, "a setting is a number, a date, a text or a list of them");
        self.say(mistake.labelled("this has to be worked out"));
        None
    }
}

/// The literal that an expression of literals amounts to, or the place of what is none.
fn fold(expr: Expr) -> Result<(Literal, Type), Span> {
    let span = expr.span;
    match expr.kind {
        ExprKind::Literal(literal) => Ok((literal, expr.of)),
        ExprKind::Negative(inner) => match fold(*inner)? {
            (Literal::Quantity(mut quantity), of) => {
                quantity.interval = quantity.interval.negated();
                Ok((Literal::Quantity(quantity), of))
            }
            _ => Err(span),
        },
        ExprKind::List(items) => {
            let items: Result<Vec<_>, _> = items.into_iter().map(fold).collect();
            let items: Vec<Literal> = items?.into_iter().map(|(literal, _)| literal).collect();
            Ok((Literal::List(items.into()), expr.of))
        }
        _ => Err(span),
    }
}

pub(super) fn literal(literal: Literal, of: Type, span: Span) -> Expr {
    Expr { kind: ExprKind::Literal(literal), span, of }
}

pub(super) fn text(words: &str, span: Span) -> Expr {
    literal(Literal::Text(Arc::from(words)), Type::Text, span)
}

fn type_of(measured: &Measured) -> Type {
    match measured {
        Measured::Number => Type::Exact,
        Measured::Percent => Type::Percent,
        Measured::Points => Type::Points,
        Measured::Share => Type::Share,
        Measured::Money(_) => Type::Money,
        Measured::Time => Type::Time,
        Measured::Physical(_) => Type::Measure,
    }
}

/// `2017-12-19`, `2017-12`, `year 2017`, `2017`.
pub(super) fn read_date(written: &str) -> Option<DateRange> {
    let digits = written.trim_start_matches("year").trim_start();
    let mut parts = digits.split('-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    match (month, day) {
        (None, _) => DateRange::year(year),
        (Some(month), None) => DateRange::month(year, month),
        (Some(month), Some(day)) => Some(DateRange::day(Date::new(year, month, day).ok()?)),
    }
}
