//! Templates: messages, labels, help and suggestions with holes in them.

use super::{Checker, fitting};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, Format, Piece, Template};
use crate::language::syntax::{self, Hole, Word};

/// A format of a hole.
pub(in crate::language) struct FormatWord {
    pub(in crate::language) name: &'static str,
    format: Format,
    pub(in crate::language) about: &'static str,
    pub(in crate::language) example: &'static str,
}

const fn format(name: &'static str, format: Format, about: &'static str, example: &'static str) -> FormatWord {
    FormatWord { name, format, about, example }
}

pub(in crate::language) static FORMATS: &[FormatWord] = &[
    format("percent", Format::Percent, "as a percentage", "{p.value:percent}"),
    format("points", Format::Points, "as percentage points", "{p.value:points}"),
    format("list", Format::List, "as “a, b and c”", "{b.parts:list}"),
    format("long", Format::Long, "a date in full; a quantity with its unit's full name", "{d.value:long}"),
    format(
        "short",
        Format::Short,
        "rounded to be read at a glance, with the unit as written in the text",
        "{m.value:short}",
    ),
    format("day", Format::Day, "the day of the month", "{d.value:day}"),
    format("words", Format::Words, "a number in words", "{c.figure:words}"),
    format("figure", Format::Figure, "a bare number with grouping commas", "{c.value:figure}"),
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
        let Some(&FormatWord { format, .. }) = FORMATS.iter().find(|known| known.name == word.text) else {
            let mistake = self.mistake(Code::UnknownFormat, word.span, format!("there is no format `{}`", word.text));
            let names = || FORMATS.iter().map(|known| known.name);
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
