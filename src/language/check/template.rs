//! Templates: messages, labels, help and suggestions with holes in them.

use super::{Checker, fitting};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, Format, Piece, Template};
use crate::language::syntax::{self, Hole, Word};

const FORMATS: &[(&str, Format)] = &[
    ("percent", Format::Percent),
    ("points", Format::Points),
    ("list", Format::List),
    ("long", Format::Long),
    ("short", Format::Short),
    ("day", Format::Day),
    ("words", Format::Words),
    ("figure", Format::Figure),
];

impl Checker<'_, '_> {
    pub(super) fn template(&mut self, text: &syntax::Text<'_>) -> Template {
        self.run_together(text);
        let mut pieces = Vec::new();
        for piece in &text.pieces {
            match piece {
                syntax::Piece::Words(words) => pieces.push(Piece::Text(words.clone())),
                syntax::Piece::Stray(at) => self.stray_brace(*at),
                syntax::Piece::Hole(hole) => pieces.push(self.hole(hole)),
            }
        }
        Template { pieces }
    }

    fn hole(&mut self, hole: &Hole<'_>) -> Piece {
        let expr = self.value(&hole.expr, None);
        self.printable(&expr);
        let format = hole.format.and_then(|word| self.format(word, &expr));
        let fallback = hole.fallback.as_ref().map(|fallback| {
            let fallback = self.value(fallback, None);
            self.printable(&fallback);
            Box::new(fallback)
        });
        Piece::Hole { expr, format, fallback }
    }

    fn printable(&mut self, expr: &Expr) {
        let what = fitting::phrase(&expr.of);
        let help = match &expr.of {
            Type::YesNo => "say it in words, in a `help … when` the condition holds",
            Type::Row(_) => "print one of its columns",
            Type::Set(of) if matches!(**of, Type::Row(_)) => "print its `size(…)`",
            _ => return,
        };
        let mistake = self.mistake(Code::NotACondition, expr.span, format!("{what} cannot be printed"));
        self.say(mistake.labelled(what).help(help));
    }

    fn format(&mut self, word: Word<'_>, expr: &Expr) -> Option<Format> {
        let Some(&(_, format)) = FORMATS.iter().find(|(name, _)| *name == word.text) else {
            let mistake = self.mistake(Code::UnknownFormat, word.span, format!("there is no format `{}`", word.text));
            let names = || FORMATS.iter().map(|(name, _)| *name);
            let help = did_you_mean(word.text, names())
                .unwrap_or_else(|| format!("the formats are {}", names().collect::<Vec<_>>().join(", ")));
            self.say(mistake.labelled("no such format").help(help));
            return None;
        };
        if !fits(format, &expr.of) {
            let what = fitting::phrase(&expr.of);
            let message = format!("{what} cannot be printed as `{}`", word.text);
            let mistake = self.mistake(Code::UnknownFormat, word.span, message);
            self.say(mistake.labelled("does not fit").and(expr.span, what));
        }
        Some(format)
    }
}

#[expect(clippy::match_same_arms, reason = "one line for each thing that goes together")]
fn fits(format: Format, of: &Type) -> bool {
    if let (Type::Set(of), false) = (of, format == Format::List) {
        return fits(format, of);
    }
    match (format, of) {
        (_, Type::Unknown) => true,
        (Format::List, of) => matches!(of, Type::Set(_)),
        (Format::Percent, Type::Percent | Type::Share | Type::AnyQuantity) => true,
        (Format::Points, Type::Points | Type::Percent | Type::AnyQuantity) => true,
        (Format::Percent | Format::Points, of) => fitting::is_plain(of),
        (Format::Long | Format::Short, of) => fitting::is_quantity(of) || *of == Type::Date,
        (Format::Day, of) => matches!(of, Type::Date),
        (Format::Words | Format::Figure, of) => fitting::is_quantity(of),
    }
}
