//! Words, numbers and marks.

use super::{Case, Token, TokenKind};
use crate::source::Span;

/// Cuts the bytes `span` of `text` into tokens, and notes the tokens that a sentence can end with in `ends`.
pub(super) fn cut(text: &str, span: Span, into: &mut Vec<Token>, ends: &mut Vec<usize>) {
    let mut at = span.start as usize;
    let end = (span.end as usize).min(text.len());
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let mut glued = false;
    while let Some(&byte) = bytes.get(at) {
        // Spaces, plain words and marks of one byte, as nearly all text is of.
        if byte == b' ' {
            glued = false;
            at += 1;
            continue;
        }
        if byte.is_ascii_alphabetic()
            && let Some((length, case)) = plain_word(bytes.get(at..).unwrap_or_default())
        {
            into.push(Token { span: Span::new(at, at + length), kind: TokenKind::Word, case, glued });
            glued = true;
            at += length;
            continue;
        }
        if byte.is_ascii_punctuation() && byte != b'\'' {
            if matches!(byte, b'.' | b'!' | b'?') {
                ends.push(into.len());
            }
            into.push(Token { span: Span::new(at, at + 1), kind: TokenKind::Mark, case: Case::Lower, glued });
            glued = true;
            at += 1;
            continue;
        }
        let Some(c) = char_at(text, at, end) else { break };
        if is_space(c) {
            // A soft hyphen or a byte-order mark has no width.
            glued &= !c.is_whitespace() && c != '\u{200b}';
            at += c.len_utf8();
            continue;
        }
        let (kind, stop) = if c.is_ascii_digit() {
            (TokenKind::Number, number_end(text, at, end))
        } else if c.is_alphabetic() {
            (TokenKind::Word, word_end(text, at, end))
        } else if is_apostrophe(c) && glued && follows_word(into) {
            possessive(text, at, end, into)
        } else {
            (TokenKind::Mark, at + c.len_utf8())
        };
        let span = Span::new(at, stop);
        let case = if kind == TokenKind::Word { case_of(span.of(text)) } else { Case::Lower };
        let can_end = match kind {
            TokenKind::Mark => c == '…',
            TokenKind::Word => span.of(text).ends_with('.'),
            TokenKind::Number | TokenKind::Possessive => false,
        };
        if can_end {
            ends.push(into.len());
        }
        into.push(Token { span, kind, case, glued });
        glued = true;
        at = stop;
    }
}

/// The length and case of a word of ASCII letters that nothing but a space or a mark follows, as nearly all are.
fn plain_word(bytes: &[u8]) -> Option<(usize, Case)> {
    let (first, rest) = bytes.split_first()?;
    let led = first.is_ascii_uppercase();
    let mut length = 1 + small_letters(rest);
    let mut capitals = usize::from(led);
    let mut next = bytes.get(length).copied().unwrap_or(b' ');
    // Few words have a capital after their first letter.
    while next.is_ascii_alphabetic() {
        length += 1;
        capitals += usize::from(next.is_ascii_uppercase());
        next = bytes.get(length).copied().unwrap_or(b' ');
    }
    // Apostrophes and points may belong to the word: "don't", "U.S.", "Ph.D.".
    if !next.is_ascii() || next == b'\'' || next == b'.' && length < 3 {
        return None;
    }
    let case = match capitals {
        0 => Case::Lower,
        1 if led => Case::Title,
        _ if capitals == length => Case::Upper,
        _ => Case::Mixed,
    };
    Some((length, case))
}

/// How many small ASCII letters the bytes begin with, eight looked at together.
fn small_letters(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES * 0x80;
    let (chunks, rest) = bytes.as_chunks::<8>();
    for (number, chunk) in chunks.iter().enumerate() {
        let word = u64::from_le_bytes(*chunk);
        let low = word & !HIGH;
        // The high bit of each byte says whether it is at least `a`, and whether it is above `z`.
        let small = (low + ONES * u64::from(0x80 - b'a')) & !(low + ONES * u64::from(0x7f - b'z')) & !word;
        let other = !small & HIGH;
        if other != 0 {
            return 8 * number + other.trailing_zeros() as usize / 8;
        }
    }
    let before = bytes.len() - rest.len();
    before + rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count()
}

fn char_at(text: &str, at: usize, end: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if at >= end {
        None
    } else if byte.is_ascii() {
        Some(char::from(byte))
    } else {
        text.get(at..).and_then(|rest| rest.chars().next())
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn follows_word(tokens: &[Token]) -> bool {
    tokens.last().is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))
}

/// `'s` after a word, or the lone apostrophe of a plural; any other apostrophe is a mark.
fn possessive(text: &str, at: usize, end: usize, tokens: &[Token]) -> (TokenKind, usize) {
    let after = at + char_at(text, at, end).map_or(1, char::len_utf8);
    let next = char_at(text, after, end);
    if matches!(next, Some('s' | 'S')) && !char_at(text, after + 1, end).is_some_and(char::is_alphanumeric) {
        return (TokenKind::Possessive, after + 1);
    }
    let plural = tokens.last().is_some_and(|token| {
        token.kind == TokenKind::Word && token.span.of(text).ends_with(['s', 'S']) && token.span.len() > 2
    });
    if plural && next.is_some_and(is_space) {
        return (TokenKind::Possessive, after);
    }
    (TokenKind::Mark, after)
}

fn number_end(text: &str, from: usize, end: usize) -> usize {
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = from;
    loop {
        while digit(at) {
            at += 1;
        }
        if matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1) {
            at += 1;
        } else {
            return at;
        }
    }
}

fn word_end(text: &str, from: usize, end: usize) -> usize {
    if let Some(stop) = initialism_end(text, from, end) {
        return stop;
    }
    let mut at = from;
    while let Some(c) = char_at(text, at, end) {
        if c.is_alphabetic() || is_combining(c) {
            at += c.len_utf8();
        } else if is_apostrophe(c) {
            let next = at + c.len_utf8();
            let Some(letter) = char_at(text, next, end).filter(|c| c.is_alphabetic()) else { return at };
            let after = char_at(text, next + letter.len_utf8(), end);
            let ends_there = !after.is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c));
            if matches!(letter, 's' | 'S') && ends_there {
                return at;
            }
            at = next;
        } else {
            return at;
        }
    }
    at
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// More parts than any initialism has.
const PARTS: usize = 10;

/// The end of `U.S.`, `p.m.`, `J.K.`, `Ph.D.`: two or more parts of one letter (or two, as `Ph`) with points.
fn initialism_end(text: &str, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    let mut parts = 0;
    let mut single = false;
    while parts < PARTS
        && let Some((point, letters)) = initialism_part(text, at, end)
    {
        single |= letters == 1;
        parts += 1;
        at = point + 1;
    }
    // "U.S" without its last point: one more single letter.
    if parts >= 1
        && single
        && let Some(letter) = char_at(text, at, end).filter(|c| c.is_uppercase())
        && !char_at(text, at + letter.len_utf8(), end).is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c))
    {
        return Some(at + letter.len_utf8());
    }
    let mut after = text.get(at..end).unwrap_or_default().chars();
    let clear = match after.next() {
        // "U.S.Senate" lacks a space.
        Some(c) if c.is_uppercase() => after.next().is_some_and(char::is_lowercase),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    };
    (parts >= 2 && single && clear).then_some(at)
}

/// Where the point is that follows a letter, or a capital and a small letter; and how many letters they are.
fn initialism_part(text: &str, at: usize, end: usize) -> Option<(usize, usize)> {
    let first = char_at(text, at, end).filter(|c| c.is_alphabetic())?;
    let second_at = at + first.len_utf8();
    match char_at(text, second_at, end)? {
        '.' => Some((second_at, 1)),
        second if first.is_uppercase() && second.is_lowercase() => {
            let point = second_at + second.len_utf8();
            (char_at(text, point, end) == Some('.')).then_some((point, 2))
        }
        _ => None,
    }
}

fn case_of(word: &str) -> Case {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    let (mut upper, mut lower) = (0, 0);
    for c in letters {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (first, upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
