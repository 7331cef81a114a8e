//! Characters that cannot be seen, and letters of one script that look like another's.

use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::rule::RuleSource;
use crate::source::Span;
use std::sync::Arc;

/// Characters without ink, by their names in the Unicode standard.
const INVISIBLE: &[(char, &str)] = &[
    ('\u{ad}', "SOFT HYPHEN"),
    ('\u{34f}', "COMBINING GRAPHEME JOINER"),
    ('\u{61c}', "ARABIC LETTER MARK"),
    ('\u{115f}', "HANGUL CHOSEONG FILLER"),
    ('\u{1160}', "HANGUL JUNGSEONG FILLER"),
    ('\u{180e}', "MONGOLIAN VOWEL SEPARATOR"),
    ('\u{200b}', "ZERO WIDTH SPACE"),
    ('\u{200c}', "ZERO WIDTH NON-JOINER"),
    ('\u{200d}', "ZERO WIDTH JOINER"),
    ('\u{200e}', "LEFT-TO-RIGHT MARK"),
    ('\u{200f}', "RIGHT-TO-LEFT MARK"),
    ('\u{2028}', "LINE SEPARATOR"),
    ('\u{2029}', "PARAGRAPH SEPARATOR"),
    ('\u{202a}', "LEFT-TO-RIGHT EMBEDDING"),
    ('\u{202b}', "RIGHT-TO-LEFT EMBEDDING"),
    ('\u{202c}', "POP DIRECTIONAL FORMATTING"),
    ('\u{202d}', "LEFT-TO-RIGHT OVERRIDE"),
    ('\u{202e}', "RIGHT-TO-LEFT OVERRIDE"),
    ('\u{2060}', "WORD JOINER"),
    ('\u{2061}', "FUNCTION APPLICATION"),
    ('\u{2062}', "INVISIBLE TIMES"),
    ('\u{2063}', "INVISIBLE SEPARATOR"),
    ('\u{2064}', "INVISIBLE PLUS"),
    ('\u{2066}', "LEFT-TO-RIGHT ISOLATE"),
    ('\u{2067}', "RIGHT-TO-LEFT ISOLATE"),
    ('\u{2068}', "FIRST STRONG ISOLATE"),
    ('\u{2069}', "POP DIRECTIONAL ISOLATE"),
    ('\u{3164}', "HANGUL FILLER"),
    ('\u{feff}', "ZERO WIDTH NO-BREAK SPACE"),
    ('\u{ffa0}', "HALFWIDTH HANGUL FILLER"),
];

/// Letters that look like a Latin one, with that letter and their names in the Unicode standard.
const LOOKALIKES: &[(char, char, &str)] = &[
    ('а', 'a', "CYRILLIC SMALL LETTER A"),
    ('е', 'e', "CYRILLIC SMALL LETTER IE"),
    ('о', 'o', "CYRILLIC SMALL LETTER O"),
    ('р', 'p', "CYRILLIC SMALL LETTER ER"),
    ('с', 'c', "CYRILLIC SMALL LETTER ES"),
    ('у', 'y', "CYRILLIC SMALL LETTER U"),
    ('х', 'x', "CYRILLIC SMALL LETTER HA"),
    ('ѕ', 's', "CYRILLIC SMALL LETTER DZE"),
    ('і', 'i', "CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('ј', 'j', "CYRILLIC SMALL LETTER JE"),
    ('һ', 'h', "CYRILLIC SMALL LETTER SHHA"),
    ('ԁ', 'd', "CYRILLIC SMALL LETTER KOMI DE"),
    ('ԛ', 'q', "CYRILLIC SMALL LETTER QA"),
    ('ԝ', 'w', "CYRILLIC SMALL LETTER WE"),
    ('А', 'A', "CYRILLIC CAPITAL LETTER A"),
    ('В', 'B', "CYRILLIC CAPITAL LETTER VE"),
    ('Е', 'E', "CYRILLIC CAPITAL LETTER IE"),
    ('К', 'K', "CYRILLIC CAPITAL LETTER KA"),
    ('М', 'M', "CYRILLIC CAPITAL LETTER EM"),
    ('Н', 'H', "CYRILLIC CAPITAL LETTER EN"),
    ('О', 'O', "CYRILLIC CAPITAL LETTER O"),
    ('Р', 'P', "CYRILLIC CAPITAL LETTER ER"),
    ('С', 'C', "CYRILLIC CAPITAL LETTER ES"),
    ('Т', 'T', "CYRILLIC CAPITAL LETTER TE"),
    ('У', 'Y', "CYRILLIC CAPITAL LETTER U"),
    ('Х', 'X', "CYRILLIC CAPITAL LETTER HA"),
    ('Ѕ', 'S', "CYRILLIC CAPITAL LETTER DZE"),
    ('І', 'I', "CYRILLIC CAPITAL LETTER BYELORUSSIAN-UKRAINIAN I"),
    ('Ј', 'J', "CYRILLIC CAPITAL LETTER JE"),
    ('ο', 'o', "GREEK SMALL LETTER OMICRON"),
    ('Α', 'A', "GREEK CAPITAL LETTER ALPHA"),
    ('Β', 'B', "GREEK CAPITAL LETTER BETA"),
    ('Ε', 'E', "GREEK CAPITAL LETTER EPSILON"),
    ('Ζ', 'Z', "GREEK CAPITAL LETTER ZETA"),
    ('Η', 'H', "GREEK CAPITAL LETTER ETA"),
    ('Ι', 'I', "GREEK CAPITAL LETTER IOTA"),
    ('Κ', 'K', "GREEK CAPITAL LETTER KAPPA"),
    ('Μ', 'M', "GREEK CAPITAL LETTER MU"),
    ('Ν', 'N', "GREEK CAPITAL LETTER NU"),
    ('Ο', 'O', "GREEK CAPITAL LETTER OMICRON"),
    ('Ρ', 'P', "GREEK CAPITAL LETTER RHO"),
    ('Τ', 'T', "GREEK CAPITAL LETTER TAU"),
    ('Υ', 'Y', "GREEK CAPITAL LETTER UPSILON"),
    ('Χ', 'X', "GREEK CAPITAL LETTER CHI"),
];

/// How many such mistakes of one file are told.
const MOST: usize = 20;

/// Says of a rule file what cannot be seen in it; of its names and strings, which only look right.
pub(super) fn rules(source: &Arc<RuleSource>, items: &[Item<'_>], mistakes: &mut Vec<Mistake>) {
    if source.text.is_ascii() && !source.text.bytes().any(is_control) {
        return;
    }
    let texts = items.iter().flat_map(|item| &item.clauses).flat_map(|clause| &clause.text);
    let mut texts = texts.map(|text| text.span).peekable();
    each_line(source, mistakes, |line, start| {
        while texts.next_if(|text| (text.end as usize) < start).is_some() {}
        let text = texts.peek().filter(|text| (text.start as usize) < start + line.len());
        // The text of an example may be in any script; a comment means nothing.
        let own = text.map_or(line, |text| line.get(..(text.start as usize).saturating_sub(start)).unwrap_or(line));
        let own = if own.trim_start().starts_with(['#', '>']) { "" } else { own };
        invisible(source, line, start).or_else(|| lookalike(source, own, start, Names::Here))
    });
}

/// Says the same of a table.
pub(super) fn table(source: &Arc<RuleSource>, mistakes: &mut Vec<Mistake>) {
    if source.text.is_ascii() && !source.text.bytes().any(is_control) {
        return;
    }
    each_line(source, mistakes, |line, start| {
        invisible(source, line, start).or_else(|| lookalike(source, line, start, Names::None))
    });
}

fn each_line(
    source: &Arc<RuleSource>,
    mistakes: &mut Vec<Mistake>,
    mut look: impl FnMut(&str, usize) -> Option<Mistake>,
) {
    let mut start = 0;
    let mut told = 0;
    for line in source.text.split_inclusive('\n') {
        if let Some(mistake) = look(line, start) {
            mistakes.push(mistake);
            told += 1;
            if told == MOST {
                return;
            }
        }
        start += line.len();
    }
}

fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7f
}

/// The name of a character that cannot be seen.
fn unseen(c: char) -> Option<&'static str> {
    if (' '..='~').contains(&c) {
        return None;
    }
    if c.is_control() && !matches!(c, '\t' | '\n' | '\r') {
        return Some("a control character");
    }
    if ('\u{e0000}'..='\u{e007f}').contains(&c) {
        return Some("a tag character");
    }
    INVISIBLE.iter().find(|(invisible, _)| *invisible == c).map(|(_, name)| *name)
}

/// The first character of a line that cannot be seen.
fn invisible(source: &Arc<RuleSource>, line: &str, start: usize) -> Option<Mistake> {
    if line.is_ascii() && !line.bytes().any(is_control) {
        return None;
    }
    let mut before = ' ';
    let mut letters = line.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let after = letters.peek().map_or(' ', |(_, c)| *c);
        // Some scripts and pictures are written with joiners; a file may begin with its mark.
        let joins = matches!(c, '\u{200c}' | '\u{200d}') && !before.is_ascii() && !after.is_ascii();
        let marks = c == '\u{feff}' && start + at == 0;
        if let Some(name) = unseen(c).filter(|_| !joins && !marks) {
            let span = Span::new(start + at, start + at + c.len_utf8());
            let mistake = Mistake::new(Code::Invisible, source, span, "there is a character here that cannot be seen");
            return Some(
                mistake.labelled(format!("U+{:04X}, {name}", u32::from(c))).help("delete it, and write the line anew"),
            );
        }
        before = c;
    }
    None
}

/// Whether a line holds names of the language, where a foreign letter is always a mistake.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Here,
    None,
}

/// The first letter of a line that looks like a Latin one and stands among Latin ones.
fn lookalike(source: &Arc<RuleSource>, line: &str, start: usize, names: Names) -> Option<Mistake> {
    if line.is_ascii() {
        return None;
    }
    let mut in_string = false;
    let mut words = line.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_');
    let mut at = start;
    words.find_map(|piece| {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '_');
        let found = foreign(word, names == Names::Here && !in_string);
        let mistake = found.map(|(within, c, like, name)| {
            let span = Span::new(at, at + word.len());
            let message = format!("`{word}` holds a letter of another script");
            let letter = Span::new(at + within, at + within + c.len_utf8());
            Mistake::new(Code::MixedScripts, source, letter, message)
                .labelled(format!("U+{:04X}, {name}, looks like `{like}`", u32::from(c)))
                .help(format!("write `{}`", latin(span.of(&source.text))))
        });
        in_string ^= piece.ends_with(['"', '“', '”']);
        at += piece.len();
        mistake
    })
}

/// The first letter of another script in a word, if the word is taken for a Latin one.
fn foreign(word: &str, name: bool) -> Option<(usize, char, char, &'static str)> {
    if word.is_ascii() {
        return None;
    }
    let like = |c: char| LOOKALIKES.iter().find(|(letter, ..)| *letter == c);
    let mut found = None;
    for (at, c) in word.char_indices().filter(|(_, c)| !c.is_ascii()) {
        if let Some(&(_, latin, name)) = like(c) {
            found.get_or_insert((at, c, latin, name));
        }
    }
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let all = name && word.chars().all(|c| !c.is_alphabetic() || like(c).is_some());
    found.filter(|_| latin || all)
}

/// A word with Latin letters for those that look like them.
fn latin(word: &str) -> String {
    let letter = |c: char| LOOKALIKES.iter().find(|(letter, ..)| *letter == c).map_or(c, |(_, latin, _)| *latin);
    word.chars().map(letter).collect()
}
