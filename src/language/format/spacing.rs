//! The blanks between two tokens.

use super::token::{Gap, Kind, Token};
use crate::language::parse::RESERVED;

/// Where tokens stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// A clause or the head of an item.
    Clause,
    /// A hole of a string, where `:` comes before a format.
    Hole,
}

/// What stands between the last of the tokens `before` and the next on one line.
pub(super) fn between(before: &[Token<'_>], next: &Token<'_>, inside: Inside) -> &'static str {
    let Some(last) = before.last() else { return "" };
    let tight = match (last.kind, next.kind) {
        (_, Kind::Comment) => return "  ",
        (Kind::Open | Kind::Dot, _) | (_, Kind::Close | Kind::Comma | Kind::Dot | Kind::Colon) => true,
        (Kind::Colon, _) => inside == Inside::Hole,
        // A call, or a look into a table; behind a blank, a bracket begins something of its own.
        (Kind::Word, Kind::Open) => next.gap == Gap::None && !is_reserved(last),
        (Kind::Close | Kind::Text | Kind::Number, Kind::Open) => next.gap == Gap::None && next.text == "[",
        (Kind::Number, Kind::Word) => next.text == "pp",
        (Kind::Sign, _) => last.text == "-" && is_unary(before),
        _ => false,
    };
    if tight { "" } else { " " }
}

/// The tokens on one line, for holes.
pub(super) fn inline(tokens: &[Token<'_>]) -> String {
    let mut text = String::new();
    for (at, token) in tokens.iter().enumerate() {
        text.push_str(between(tokens.get(..at).unwrap_or_default(), token, Inside::Hole));
        text.push_str(&token.text);
    }
    text
}

fn is_reserved(token: &Token<'_>) -> bool {
    RESERVED.contains(&&*token.text)
}

/// Whether the sign at the end of the tokens has nothing before it to be taken from.
fn is_unary(tokens: &[Token<'_>]) -> bool {
    let Some(before) = tokens.len().checked_sub(2).and_then(|at| tokens.get(at)) else { return true };
    match before.kind {
        Kind::Sign | Kind::Open | Kind::Comma | Kind::Colon | Kind::Comment => true,
        Kind::Word => is_reserved(before),
        Kind::Number | Kind::Text | Kind::Pattern | Kind::Close | Kind::Dot => false,
    }
}
