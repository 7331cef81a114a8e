//! What may be written in more ways than one, and is rewritten: signs of other languages, `cannot be`,
//! a `not` before a comparison that can hold it.

use super::token::{Kind, Token};
use super::tree::{Branch, Head};
use crate::language::syntax::{Binding, Clause, Compare, ExampleOption, Expr, Node, Relation, Turn};
use crate::source::Span;
use std::borrow::Cow;

/// New words for what stands at a place; nothing where it is left out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edit {
    at: Span,
    new: &'static str,
}

/// The sign of the language for one that may be another language's.
pub(super) fn our_sign(sign: &str) -> &'static str {
    match sign {
        "=" | "==" | "===" => "=",
        "!=" | "<>" | "!==" | "≠" => "!=",
        "<" => "<",
        "<=" | "=<" | "≤" => "<=",
        ">" => ">",
        _ => ">=",
    }
}

/// What is rewritten in an item.
pub(super) fn edits(branch: &Branch<'_>, text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    if let Head::Define(define) = &branch.head {
        rewrite(&define.body, text, true, &mut edits);
    }
    for clause in &branch.clauses {
        // In `must` a possibility is a mistake of the rule, and not to be made another condition.
        let possible = !matches!(clause, Clause::Must(_));
        for expr in expressions(clause) {
            rewrite(expr, text, possible, &mut edits);
        }
    }
    edits
}

/// The expressions of a clause outside strings.
fn expressions<'c, 'a>(clause: &'c Clause<'a>) -> Vec<&'c Expr<'a>> {
    match clause {
        Clause::For(bindings) => bindings.iter().flat_map(grouped).collect(),
        Clause::Let(_, expr) | Clause::Where(expr) | Clause::Must(expr) | Clause::Unless(expr, _) => vec![expr],
        Clause::Once(exprs) => exprs.iter().collect(),
        Clause::Mark { thing, .. } => vec![thing],
        Clause::Help(_, when) => when.iter().collect(),
        Clause::Suggest { replace, .. } => vec![replace],
        Clause::Setting(setting) => vec![&setting.value],
        Clause::Across(within) => within.iter().collect(),
        Clause::Bad(options) | Clause::Good(options) => options
            .iter()
            .filter_map(|option| match option {
                ExampleOption::Setting(_, value) => Some(value),
                ExampleOption::Published(_) | ExampleOption::Name(_) | ExampleOption::Todo => None,
            })
            .collect(),
        Clause::Title(_)
        | Clause::Severity(_)
        | Clause::Tags(_)
        | Clause::Why(_)
        | Clause::Instead(_)
        | Clause::Message(_)
        | Clause::Becomes
        | Clause::Says(_)
        | Clause::Excuses(_)
        | Clause::Draft(_)
        | Clause::Off(_) => Vec::new(),
    }
}

fn grouped<'c, 'a>(binding: &'c Binding<'a>) -> Vec<&'c Expr<'a>> {
    match binding {
        Binding::Group { with, by, .. } => with.iter().chain(by).collect(),
        Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. } => Vec::new(),
    }
}

fn rewrite(expr: &Expr<'_>, text: &str, possible: bool, edits: &mut Vec<Edit>) {
    if let Node::Not(inner) = &expr.node
        && let Node::Compare(compare) = &inner.node
        && compare.chained.is_none()
        && let Some(turned) = turned(compare, text)
    {
        let start = expr.span.start as usize;
        edits.push(Edit { at: Span::new(start, start + "not".len()), new: "" });
        edits.push(turned);
    }
    if let Node::Compare(compare) = &expr.node {
        if let Relation::Symbol(sign, _) = compare.relation
            && our_sign(sign) != sign
        {
            edits.push(Edit { at: compare.at, new: our_sign(sign) });
        }
        if matches!(compare.relation, Relation::CannotBe(_)) && possible {
            edits.push(Edit { at: compare.at, new: "!=" });
        }
    }
    for child in expr.children() {
        rewrite(child, text, possible, edits);
    }
}

/// The edit that puts a `not` into a relation which can hold one.
fn turned(compare: &Compare<'_>, text: &str) -> Option<Edit> {
    let plain = |turn: Turn, new| (turn == Turn::Plain).then_some(Edit { at: compare.at, new });
    // The word after `is`, unless more stands between.
    let word = |word: &str, new| {
        let rest = text.get(compare.at.end as usize..)?;
        let start = compare.at.end as usize + (rest.len() - rest.trim_start().len());
        let at = Span::new(start, start + word.len());
        (compare.at.of(text) == "is" && at.of(text) == word).then_some(Edit { at, new })
    };
    match compare.relation {
        Relation::Is(turn, _) | Relation::OneOf(turn, _) | Relation::KindOf(turn, _) => plain(turn, "is not"),
        Relation::In(turn, _) | Relation::Range(turn, ..) => plain(turn, "not in"),
        Relation::Known => word("known", "missing"),
        Relation::Missing => word("missing", "known"),
        Relation::Symbol(..)
        | Relation::CanBe(_)
        | Relation::CannotBe(_)
        | Relation::Within(..)
        | Relation::Before(_)
        | Relation::After(_)
        | Relation::Matches(_)
        | Relation::Contains(_) => None,
    }
}

/// The tokens with the edits made.
pub(super) fn edited<'a>(tokens: Vec<Token<'a>>, edits: &[Edit]) -> Vec<Token<'a>> {
    let mut kept: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    let mut gap = None;
    for mut token in tokens {
        let within = |edit: &&Edit| (edit.at.start as usize..edit.at.end as usize).contains(&token.start);
        // A comment among the words of a relation stays.
        if let Some(edit) = edits.iter().find(within).filter(|_| token.kind != Kind::Comment) {
            let first = edit.at.start as usize == token.start;
            if edit.new.is_empty() || !first {
                // What follows takes its place on the line.
                gap = if first { Some(token.gap) } else { gap };
                continue;
            }
            token.text = Cow::Borrowed(edit.new);
        }
        token.gap = gap.take().unwrap_or(token.gap);
        kept.push(token);
    }
    kept
}
