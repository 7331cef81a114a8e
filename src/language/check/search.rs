//! Comparisons that search a text: `matches` and `contains`.

use super::{Checker, fitting, unknown};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::pattern::Pattern;
use crate::language::rule::{Comparison, Expr, ExprKind, Literal};
use crate::language::syntax::{self, PatternText};
use crate::source::Span;
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Look};
use std::sync::Arc;

/// Characters that are not in the text that rules see: line ends are read as blanks, what cannot be seen is left out.
const NEVER_READ: &[char] = &['\n', '\r', '\u{ad}', '\u{200b}', '\u{2060}', '\u{feff}'];

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
        match Pattern::new(written.text, pattern.any_case) {
            Ok(read) => {
                self.reach(pattern);
                Some(read)
            }
            Err(error) => {
                let (span, why) = fault(written.text, written.span, &error);
                let mistake = self.mistake(Code::Pattern, span, "this pattern does not compile");
                self.say(mistake.labelled(why).help("patterns are written as Rust's `regex` reads them"));
                None
            }
        }
    }

    /// Says of a pattern that it fits no text, or every one.
    fn reach(&mut self, pattern: PatternText<'_>) {
        let written = pattern.written;
        let parsed = ParserBuilder::new().case_insensitive(pattern.any_case).build().parse(written.text);
        let Ok(parsed) = parsed else { return };
        if never(&parsed) {
            let mistake = self.mistake(Code::NeverPattern, written.span, "this pattern fits no text");
            let help = "texts are read without line ends and invisible characters; `^` is their beginning, `$` their \
                        end: write `\\$` for the sign itself";
            self.say(mistake.labelled("never found").help(help));
        } else if parsed.properties().minimum_len() == Some(0) && parsed.properties().look_set().is_empty() {
            let mistake = self.mistake(Code::Constant, written.span, "this pattern fits every text");
            self.say(mistake.labelled("may fit nothing at all, which is everywhere").help("say what has to be there"));
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
        if has_empty(&right) {
            let mistake = self.mistake(Code::Constant, right.span, "every text contains nothing");
            self.say(mistake.labelled("a text without words").help("write the words that are looked for"));
        }
        self.made(Comparison::Contains, left, right, span)
    }
}

/// Whether there is a text without words among what is written out.
fn has_empty(words: &Expr) -> bool {
    let mut found = false;
    words.walk(&mut |part| {
        if let ExprKind::Literal(literal) = &part.kind {
            found |= is_empty(literal);
        }
    });
    found
}

fn is_empty(literal: &Literal) -> bool {
    match literal {
        Literal::Text(words) => words.trim().is_empty(),
        Literal::List(all) => all.iter().any(is_empty),
        Literal::Named(_) | Literal::Quantity(_) | Literal::Date(_) | Literal::YesNo(_) => false,
    }
}

/// Whether a pattern fits no text as texts are read.
fn never(pattern: &Hir) -> bool {
    if pattern.properties().minimum_len().is_none() {
        return true;
    }
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) | HirKind::Class(Class::Bytes(_)) => false,
        HirKind::Literal(literal) => str::from_utf8(&literal.0).is_ok_and(|words| words.contains(NEVER_READ)),
        HirKind::Class(Class::Unicode(class)) => {
            let mut ranges = class.ranges().iter();
            ranges.all(|range| NEVER_READ.contains(&range.start()) && NEVER_READ.contains(&range.end()))
        }
        HirKind::Repetition(repeated) => repeated.min > 0 && never(&repeated.sub),
        HirKind::Capture(capture) => never(&capture.sub),
        HirKind::Alternation(any) => any.iter().all(never),
        HirKind::Concat(all) => all.iter().any(never) || apart(pattern),
    }
}

/// Whether something has to stand before the beginning of a text, or behind its end.
fn apart(pattern: &Hir) -> bool {
    let parts = in_order(pattern);
    let fills = |part: &&Hir| part.properties().minimum_len().is_some_and(|least| least > 0);
    let start = parts.iter().rposition(|part| matches!(part.kind(), HirKind::Look(Look::Start)));
    let end = parts.iter().position(|part| matches!(part.kind(), HirKind::Look(Look::End)));
    start.is_some_and(|at| parts.iter().take(at).any(fills)) || end.is_some_and(|at| parts.iter().skip(at).any(fills))
}

/// The parts of a pattern that stand one behind the other.
fn in_order(pattern: &Hir) -> Vec<&Hir> {
    match pattern.kind() {
        HirKind::Concat(all) => all.iter().flat_map(in_order).collect(),
        HirKind::Capture(capture) => in_order(&capture.sub),
        _ => vec![pattern],
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
