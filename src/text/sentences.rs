//! Where sentences end.
//!
//! A sentence ends at a `.`, `!`, `?` or `…` before a capital or a number, unless the point belongs
//! to an abbreviation, an initial or a list's number. Every token is looked at a bounded number of
//! times, so that the work is linear whatever the text.

use super::abbreviations::{self, Abbreviation};
use super::lexicon::{self, Classes};
use super::{Case, Sentence, Text, TokenKind};

/// More closing or opening marks in a row than any text has on purpose.
const MARKS: usize = 8;

/// The digits of an American postcode.
const ZIP: usize = 5;

/// Cuts the tokens from `from` on, which are of one block, into sentences; each ends at one of the tokens `ends`.
pub(super) fn cut(text: &mut Text<'_>, from: usize, ends: &[usize], block: usize) {
    let end = text.tokens.len();
    let mut start = from;
    for &at in ends {
        // Several marks may end one sentence.
        if at >= start
            && let Some(next) = (Mark { start, at, end }).ends(text)
        {
            push(text, start, next, block);
            start = next;
        }
    }
    push(text, start, end, block);
}

fn push(text: &mut Text<'_>, start: usize, end: usize, block: usize) {
    if start < end {
        let span = text.span(start, end - 1);
        text.sentences.push(Sentence { tokens: start..end, block, span });
    }
}

fn terminates(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "…")
}

fn closes(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "›")
}

fn opens(mark: &str) -> bool {
    matches!(mark, "\"" | "“" | "‘" | "„" | "'" | "(" | "[" | "—" | "–" | "-" | "«" | "‹" | "£" | "$" | "€" | "¿" | "¡")
        || matches!(mark, "•" | "▪" | "●" | "·" | "*")
}

/// A token at which a sentence may end.
#[derive(Clone, Copy)]
struct Mark {
    /// The first token of the sentence so far.
    start: usize,
    /// The token itself.
    at: usize,
    /// The end of the block.
    end: usize,
}

impl Mark {
    /// The first token of the next sentence, where one ends here.
    fn ends(self, text: &Text<'_>) -> Option<usize> {
        let mut next = self.at + 1;
        while next < self.end && next < self.at + MARKS && text.glued(next) && closes(text.word(next)) {
            next += 1;
        }
        if next >= self.end || text.glued(next) && !self.is_run_on(text, next) {
            return None;
        }
        let first = self.first_word(text, next)?;
        let quoted = next > self.at + 1;
        // In `went."We stay` the mark opens the next quotation, since none is open.
        if text.glued(next) && quoted && text.word(next - 1) == "\"" && !self.is_inside_quote(text) {
            next -= 1;
        }
        if !has_words(text, self.start, self.at) || self.is_list_number(text) {
            return None;
        }
        let ends = if text.kind(self.at) == TokenKind::Word {
            quoted && !abbreviations::goes_on(text.lower(self.at)) || initialism_ends(text, self.at, first)
        } else {
            match text.word(self.at) {
                "." if !quoted => self.point_ends(text, first),
                "…" => text.glued(self.at) || starts_sentence(text, first) || self.follows_mark(text),
                "." => true,
                _ if quoted => !is_attribution(text, first, self.end),
                _ => !self.is_in_name(text, first),
            }
        };
        ends.then_some(next)
    }

    /// The first word or number after the opening marks, if it can begin a sentence.
    fn first_word(self, text: &Text<'_>, next: usize) -> Option<usize> {
        let mut first = next;
        while first < self.end && first < next + MARKS && opens(text.word(first)) {
            first += 1;
        }
        let token = text.token(first).filter(|_| first < self.end)?;
        let begins = match token.kind {
            TokenKind::Word => token.case != Case::Lower,
            TokenKind::Number => true,
            TokenKind::Possessive | TokenKind::Mark => false,
        };
        begins.then_some(first)
    }

    /// The word or number that a point stands right behind.
    fn before(self, text: &Text<'_>) -> Option<usize> {
        self.at.checked_sub(1).filter(|&before| before >= self.start && text.glued(self.at) && is_wordy(text, before))
    }

    /// Whether a straight quotation mark is open in the sentence so far.
    fn is_inside_quote(self, text: &Text<'_>) -> bool {
        (self.start..self.at).filter(|&at| text.word(at) == "\"").count() % 2 == 1
    }

    fn follows_mark(self, text: &Text<'_>) -> bool {
        self.at.checked_sub(1).is_some_and(|before| before >= self.start && terminates(text.word(before)))
    }

    /// Whether a space is missing: "earlier.The minister", but not "example.Com".
    fn is_run_on(self, text: &Text<'_>, next: usize) -> bool {
        if terminates(text.word(next)) || text.kind(self.at) == TokenKind::Word {
            return false;
        }
        let first = if matches!(text.word(next), "“" | "‘") { next + 1 } else { next };
        let Some(before) = self.before(text) else { return false };
        let Some(token) = text.token(first).filter(|_| first < self.end) else { return false };
        let in_address = text.glued(before)
            && before.checked_sub(1).is_some_and(|mark| matches!(text.word(mark), "." | "/" | "@" | "_" | "=" | "&"));
        let goes_on =
            text.glued(first + 1) && matches!(text.word(first + 1), "." | "(" | "/" | "_" | "@" | "=" | ":" | "[");
        let domain = matches!(text.lower(first), "com" | "org" | "net" | "gov" | "edu" | "info" | "io" | "js" | "uk");
        let after = match text.token(before) {
            Some(word) if word.kind == TokenKind::Number => true,
            Some(word) => word.case == Case::Lower && word.span.len() > 1 || starts_sentence(text, first),
            None => false,
        };
        token.kind == TokenKind::Word
            && token.case == Case::Title
            && (token.span.len() > 1 || starts_sentence(text, first))
            && after
            && !(in_address || goes_on || domain)
    }

    /// Whether the sentence so far is but the number of an entry: "1.", "(2.", "B.".
    fn is_list_number(self, text: &Text<'_>) -> bool {
        let Some(before) = self.before(text) else { return false };
        let short = text.token(before).is_some_and(|token| match token.kind {
            TokenKind::Number => token.span.len() <= 3,
            _ => token.span.len() == 1,
        });
        text.word(self.at) == "."
            && short
            && (before == self.start || before == self.start + 1 && !is_wordy(text, self.start))
    }

    /// Whether a plain point ends a sentence before the token `first`.
    fn point_ends(self, text: &Text<'_>, first: usize) -> bool {
        let Some(before) = self.before(text) else { return true };
        let Some(token) = text.token(before).filter(|token| token.kind == TokenKind::Word) else { return true };
        let lower = text.lower(before);
        if token.case == Case::Lower {
            return abbreviations::small(lower).is_none_or(|kind| abbreviation_ends(text, kind, before, first));
        }
        if is_initial(text, before) && lower != "i" {
            return starts_sentence(text, first);
        }
        let quoted = first > self.at + 1 && matches!(text.word(first - 1), "\"" | "“" | "‘");
        match abbreviations::capital(lower) {
            None => true,
            Some(Abbreviation::State | Abbreviation::StateOrWord | Abbreviation::Either) if quoted => true,
            Some(Abbreviation::State | Abbreviation::StateOrWord) if token.case == Case::Upper => true,
            Some(kind) => abbreviation_ends(text, kind, before, first),
        }
    }

    /// Whether the mark belongs to a name: "Yahoo! Inc.".
    fn is_in_name(self, text: &Text<'_>, first: usize) -> bool {
        self.before(text).is_some_and(|before| matches!(text.lower(before), "yahoo" | "jeopardy" | "oprah"))
            && text.word(self.at) == "!"
            && !starts_sentence(text, first)
    }
}

/// Whether the point of an abbreviation ends a sentence, too.
fn abbreviation_ends(text: &Text<'_>, kind: Abbreviation, before: usize, first: usize) -> bool {
    let number = text.kind(first) == TokenKind::Number;
    match kind {
        Abbreviation::Name => false,
        Abbreviation::Number => !number,
        Abbreviation::Date => !number && !abbreviations::is_date_word(text.lower(first)),
        Abbreviation::State | Abbreviation::StateOrWord => {
            // "Erie, Pa." and "(R-Pa.)", but not the bullet of "- Pa. House".
            let in_address = before.checked_sub(1).is_some_and(|mark| {
                text.word(mark) == "," || text.glued(before) && matches!(text.word(mark), "-" | "(")
            });
            if number {
                return text.word(first).len() < ZIP;
            }
            if in_address {
                return !abbreviations::is_local_office(text.lower(first));
            }
            if kind == Abbreviation::State {
                return starts_sentence(text, first);
            }
            !abbreviations::is_office(text.lower(first))
        }
        Abbreviation::Either => starts_sentence(text, first),
    }
}

/// Whether a sentence ends with an initialism: "in the U.S. The", but not "the U.S. Senate".
fn initialism_ends(text: &Text<'_>, at: usize, first: usize) -> bool {
    let lower = text.lower(first);
    match text.lower(at) {
        "a.m." | "p.m." => {
            text.kind(first) == TokenKind::Word
                && text.lower(first + 1) != "time"
                && !abbreviations::is_zone(lower)
                && !abbreviations::is_date_word(lower)
        }
        initialism => !abbreviations::goes_on(initialism) && starts_sentence(text, first),
    }
}

/// Whether a question or exclamation is followed by who uttered it: `"Why?" Mr Hill asked.`
fn is_attribution(text: &Text<'_>, first: usize, end: usize) -> bool {
    let mut verb = first;
    while verb < end
        && verb < first + 5
        && (text.token(verb).is_some_and(|token| token.case == Case::Title) || verb > first && text.word(verb) == ".")
    {
        verb += 1;
    }
    verb > first
        && matches!(
            text.lower(verb),
            "said"
                | "says"
                | "asked"
                | "asks"
                | "wrote"
                | "tweeted"
                | "added"
                | "replied"
                | "shouted"
                | "cried"
                | "yelled"
        )
        && (verb + 1 >= end || matches!(text.word(verb + 1), "." | "," | ";" | ":"))
}

fn is_wordy(text: &Text<'_>, at: usize) -> bool {
    matches!(text.kind(at), TokenKind::Word | TokenKind::Number) && text.token(at).is_some()
}

/// Whether there is a word or number from `start` to `at`, both included.
fn has_words(text: &Text<'_>, start: usize, at: usize) -> bool {
    (start..=at).take(MARKS).any(|token| is_wordy(text, token)) || at > start + MARKS
}

/// Whether a word is a single capital, as of a name.
fn is_initial(text: &Text<'_>, at: usize) -> bool {
    let mut letters = text.word(at).chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a word begins sentences rather than being part of a name: "The", "In", "However".
fn starts_sentence(text: &Text<'_>, first: usize) -> bool {
    if text.token(first).is_none_or(|token| token.kind != TokenKind::Word || token.case != Case::Title) {
        return false;
    }
    // The "A" of "J. A. Hill" is no article.
    if is_initial(text, first) && text.glued(first + 1) && text.word(first + 1) == "." {
        return false;
    }
    let lower = text.lower(first);
    let closed = Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::CONJUNCTION).or(Classes::PREPOSITION);
    lexicon::usual_class(lower).has_any(closed)
        || matches!(
            lower,
            "however"
                | "meanwhile"
                | "now"
                | "then"
                | "also"
                | "later"
                | "today"
                | "here"
                | "there"
                | "perhaps"
                | "instead"
                | "not"
                | "mr"
                | "mrs"
                | "ms"
                | "last"
        )
        || text.word(first).contains(['\'', '’']) && !text.word(first).starts_with(['O', 'D'])
}
