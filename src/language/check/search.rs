//! Comparisons that search a text: `matches` and `contains`.

use super::{Checker, fitting, unknown};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::rule::{Comparison, Expr, ExprKind, Pattern};
use crate::language::syntax::{self, PatternText};
use crate::source::Span;
use std::sync::Arc;

impl Checker<'_, '_> {
    fn text_side(&mut self, expr: &syntax::Expr<'_>, relation: &str) -> Option<Expr> {
        let text = self.value(expr, None);
        if text.of == Type::Unknown {
            return None;
        }
        if text.of == Type::Text {
            return Some(text);
        }
        let what = fitting::phrase(&text.of);
        let mistake =
            self.mistake(Code::Mismatch, text.span, format!("`{relation}` searches a text, and this is {what}"));
        let help = match text.of {
            Type::Fact(_) => Some("the words of a fact are its `.text`".to_owned()),
            _ => None,
        };
        self.say(mistake.labelled(what).maybe_help(help));
        None
    }

    pub(super) fn matches(&mut self, left: &syntax::Expr<'_>, pattern: PatternText<'_>, span: Span) -> Expr {
        let left = self.text_side(left, "matches");
        let regex = self.pattern(pattern);
        match (left, regex) {
            (Some(left), Some(pattern)) => {
                Expr { kind: ExprKind::Matches(Box::new(left), Arc::new(pattern)), span, of: Type::YesNo }
            }
            _ => unknown(span),
        }
    }

    fn pattern(&mut self, pattern: PatternText<'_>) -> Option<Pattern> {
        let written = pattern.written;
        let built =
            regex::RegexBuilder::new(written.text).case_insensitive(pattern.any_case).size_limit(1 << 20).build();
        match built {
            Ok(regex) => Some(Pattern { written: written.text.to_owned(), regex }),
            Err(error) => {
                let (span, why) = fault(written.text, written.span, &error);
                let mistake = self.mistake(Code::Pattern, span, "this pattern does not compile");
                self.say(mistake.labelled(why).help("patterns are written as Rust's `regex` reads them"));
                None
            }
        }
    }

    pub(super) fn contains(&mut self, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        let left = self.text_side(left, "contains");
        let right = self.value(right, None);
        let Some(left) = left else { return unknown(span) };
        let text = |of: &Type| matches!(of, Type::Text | Type::Thing(_) | Type::Unknown);
        let fits = match &right.of {
            Type::Set(of) => text(of),
            of => text(of),
        };
        if !fits {
            self.mismatch(&left, &right);
            return unknown(span);
        }
        self.made(Comparison::Contains, left, right, span)
    }
}

/// Where in a pattern its fault is, and what it is.
fn fault(pattern: &str, span: Span, error: &regex::Error) -> (Span, String) {
    let message = match error {
        regex::Error::CompiledTooBig(_) => return (span, "too large when compiled".into()),
        error => error.to_string(),
    };
    let why = message.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
    // The error shows the pattern, indented by four, with a caret under the fault.
    let lines: Vec<&str> = message.lines().collect();
    let caret = lines.windows(2).find_map(|pair| match pair {
        [shown, marks] if shown.trim_start() == pattern && marks.trim_start().starts_with('^') => {
            marks.find('^').zip(shown.len().checked_sub(pattern.len()))
        }
        _ => None,
    });
    let at = caret.and_then(|(column, indent)| column.checked_sub(indent));
    let Some(at) = at else { return (span, why) };
    let Some((start, c)) = pattern.char_indices().nth(at) else { return (span, why) };
    (Span::new(span.start as usize + start, span.start as usize + start + c.len_utf8()), why)
}
