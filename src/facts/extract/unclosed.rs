//! Quotation marks that nothing closes or opens, with the words that say whose the quotation is: the missing mark
//! belongs before them.

use super::Reading;
use super::attribution::is_verb_of_saying;
use super::quote::after_opening;
use super::triggers::Trigger;
use crate::article::Part;
use crate::facts::model::{Unclosed, Unopened};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};
use std::ops::Range;

/// How many tokens a speaker may take before or after the verb.
const SPEAKER: usize = 8;

/// How far into the quotation the words may stand, in tokens.
const REACH: usize = 120;

/// How many blocks a quotation may go on for without a mark at the head of each.
const BLOCKS: usize = 4;

/// The fewest words of a quotation whose end is missed where nothing says whose it is.
const WORDS: usize = 3;

/// Adds a quotation that is open from the mark `first` to the end of its block, unless it goes on in the next.
pub(super) fn add(reading: &mut Reading<'_>, first: usize, end: usize) -> bool {
    let text = reading.text;
    let attribution = attribution(reading, first + 1..end.min(first + REACH));
    if is_continued(text, end) && !attribution.is_some_and(|words| ends_block(text, words, end)) {
        return false;
    }
    let plain = || is_plain(reading, first..end) && !goes_on(reading, end);
    let certainty = if attribution.is_some() {
        Certainty::Sure
    } else if plain() {
        Certainty::Likely
    } else {
        Certainty::Weak
    };
    let mut at = reading.at(text.span(first, first), certainty);
    at.quoted = false;
    reading.facts.unclosed.push(Unclosed { at, attribution });
    true
}

/// Adds a closing mark that is the first in its block: where the words after it say whose the quotation is, or where
/// it hangs on a word of running text whose other marks all have their partners.
pub(super) fn add_unopened(reading: &mut Reading<'_>, start: usize, last: usize) {
    let text = reading.text;
    let Some(ending) = last.checked_sub(1).filter(|&ending| ending >= start && text.glued(last)) else { return };
    let end = text.block_end(last);
    let led = ending >= start + WORDS && matches!(text.word(ending), "," | "?" | "!");
    let attribution = led.then(|| spoken(reading, last + 1, end)).flatten();
    if attribution.is_none() && !closes_words(text, start, last) {
        return;
    }
    // A single mark, a bracket or a point in time before it may be what opened it.
    let opened =
        (start..last).any(|at| matches!(text.word(at), "‘" | "’" | "'" | "`" | "“" | "*" | "″") && !text.glued(at));
    // A speech of many blocks may end with the last of them.
    let reach = if attribution.is_none() && last + 1 == end { usize::MAX } else { BLOCKS };
    let over = start.checked_sub(2).is_some_and(|above| left_open(reading, above, reach));
    // A block that begins in the middle of a sentence was cut.
    let cut = text.token(start).is_none_or(|first| first.kind == TokenKind::Mark || first.case == Case::Lower);
    let alone = attribution.is_some() || is_running(reading, start..end) && is_balanced(text, last + 1..end);
    let certainty = if opened || over || cut || !alone { Certainty::Weak } else { Certainty::Likely };
    let mut at = reading.at(text.span(last, last), certainty);
    at.quoted = false;
    reading.facts.unopened.push(Unopened { at, attribution });
}

/// Whether a mark hangs on a word, or on the stop of a sentence, and on nothing after it: no sign of inches.
fn closes_words(text: &Text<'_>, start: usize, last: usize) -> bool {
    let stop = matches!(text.word(last - 1), "," | "." | "?" | "!");
    let word = last.checked_sub(1 + usize::from(stop)).filter(|&word| word >= start);
    let hangs = word.is_some_and(|word| text.kind(word) == TokenKind::Word) && (!stop || text.glued(last - 1));
    let apart = !text.glued(last + 1) || matches!(text.word(last + 1), "." | "," | ";" | ":" | "?" | "!" | ")" | "");
    hangs && apart
}

/// Whether the marks of a run of tokens open and close by turns.
fn is_balanced(text: &Text<'_>, tokens: Range<usize>) -> bool {
    let mut open = false;
    for at in tokens {
        match text.word(at) {
            "“" if !open => open = true,
            "”" if open => open = false,
            "\"" => open = !open,
            "“" | "”" | "„" | "«" | "»" => return false,
            _ => {}
        }
    }
    !open
}

/// Whether a block is running text of the article's own that ends as such, without the signs of code.
fn is_running(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let text = reading.text;
    let block = text.token(tokens.start).and_then(|token| {
        let sentence = text.sentences.get(text.sentence_at(token.span.start))?;
        text.block_of(sentence)
    });
    let last = tokens.end.saturating_sub(1);
    let ends = matches!(text.word(last), "." | "!" | "?" | "”" | "\"") && text.glued(last);
    let next = text.token(tokens.end + 1);
    let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word && next.case == Case::Lower);
    let signs = tokens.clone().any(|at| matches!(text.word(at), "`" | "{" | "}" | "<" | ">" | "|" | "\\" | "*" | "″"));
    block.is_some_and(|block| block.part == Part::Body && !block.quoted) && ends && !goes_on && !signs
}

/// Whether a quotation stands open in the block that ends with the token `last`, or in one over it.
fn left_open(reading: &Reading<'_>, last: usize, blocks: usize) -> bool {
    let text = reading.text;
    let block = |span: Span| text.sentences.get(text.sentence_at(span.start)).map_or(0, |sentence| sentence.block);
    let here = text.token(last).map_or(0, |token| block(token.span));
    let open = reading.facts.unclosed.last().map(|open| open.at.block as usize);
    let quoted = reading.facts.quotes.iter().rev().take(LOOKED_AT).map(|quote| quote.at).find(|at| {
        // A quotation that goes on in the next block is read to the end of its own.
        !text.written(at.span).ends_with(['”', '"', '»', '“', '’', '\''])
    });
    [open, quoted.map(|at| at.block as usize)].into_iter().flatten().any(|block| block.saturating_add(blocks) > here)
}

/// How many quotations are looked back at for one that stands open.
const LOOKED_AT: usize = 60;

/// Whether the block of a quotation without its end is running text that ends as such, and has no other mark inside.
fn is_plain(reading: &Reading<'_>, tokens: Range<usize>) -> bool {
    let text = reading.text;
    let block = text.token(tokens.start).and_then(|token| {
        let sentence = text.sentences.get(text.sentence_at(token.span.start))?;
        text.block_of(sentence)
    });
    let last = tokens.end.saturating_sub(1);
    let ends = matches!(text.word(last), "." | "!" | "?") && text.glued(last);
    // "…" breaks off, as does a sentence that the next block goes on with.
    let broken = text.word(last) == "." && text.word(last.saturating_sub(1)) == ".";
    let next = text.token(tokens.end + 1);
    let goes_on = next.is_some_and(|next| next.kind == TokenKind::Word && next.case == Case::Lower);
    let words = tokens.clone().filter(|&at| text.kind(at) == TokenKind::Word).count();
    let hangs = text.glued(tokens.start + 1);
    let marked =
        tokens.clone().skip(1).any(|at| matches!(text.word(at), "“" | "\"" | "”" | "″" | "`" | "„" | "«" | "»"));
    // A quotation that ends with a single mark is closed, if wrongly.
    let single = tokens.clone().skip(1).any(|at| matches!(text.word(at), "’" | "'") && !text.glued(at + 1));
    block.is_some_and(|block| block.part == Part::Body && !block.quoted)
        && ends
        && hangs
        && words >= WORDS
        && !(broken || goes_on || marked || single)
}

/// Whether the words that say whose the quotation is end their block, but for when and where it was said: so ends no
/// paragraph of a quotation that goes on in the next.
fn ends_block(text: &Text<'_>, words: Span, end: usize) -> bool {
    let last = end.saturating_sub(1);
    let one = text.token(last).is_some_and(|last| text.sentence_at(last.span.start) == text.sentence_at(words.start));
    let parted = (text.token_from(words.start)..last).any(|at| matches!(text.word(at), "?" | "!" | ";"));
    one && text.word(last) == "." && !parted
}

/// Whether the next block opens with a mark, as the paragraphs of one quotation do.
fn is_continued(text: &Text<'_>, end: usize) -> bool {
    let mut next = end + 1;
    for _ in 0..BLOCKS {
        if matches!(text.word(next), "“" | "\"" | "„" | "«" | "‘" | "'") {
            return true;
        }
        // A caption or a box may stand between the two.
        match part(text, next) {
            Some(Part::Caption | Part::Sidebar | Part::Pullquote) => next = text.block_end(next) + 1,
            Some(Part::Body) if is_displayed(text, next) => next = text.block_end(next) + 1,
            _ => return false,
        }
    }
    false
}

/// Whether a block of body text is a line for display, such as a pull quote with its speaker: it ends without a stop.
fn is_displayed(text: &Text<'_>, at: usize) -> bool {
    let end = text.block_end(at);
    end > at && end < at + DISPLAYED && text.kind(end - 1) == TokenKind::Word
}

/// The most tokens of a line for display.
const DISPLAYED: usize = 40;

/// Whether one of the next blocks closes a quotation that it does not open.
fn goes_on(reading: &Reading<'_>, end: usize) -> bool {
    let text = reading.text;
    let mut next = end + 1;
    for _ in 0..BLOCKS {
        let end = text.block_end(next);
        let mut from = next;
        while let Some(mark) = reading.next(from, end, Trigger::QUOTATION) {
            from = mark + 1;
            match text.word(mark) {
                "”" | "»" => return true,
                "\"" => return text.glued(mark) && !after_opening(text, mark),
                "“" | "„" | "«" => return false,
                _ => {}
            }
        }
        next = end + 1;
    }
    false
}

fn part(text: &Text<'_>, at: usize) -> Option<Part> {
    let token = text.token(at)?;
    let sentence = text.sentences.get(text.sentence_at(token.span.start))?;
    text.block_of(sentence).map(|block| block.part)
}

/// ", said Ann Lee", ", he said.": the words from after the comma on.
fn attribution(reading: &Reading<'_>, inside: Range<usize>) -> Option<Span> {
    let text = reading.text;
    let mut at = inside.start;
    while at < inside.end {
        if matches!(text.word(at), "," | "?" | "!")
            && at > inside.start + 1
            && let Some(attribution) = spoken(reading, at + 1, inside.end)
        {
            return Some(attribution);
        }
        // Another mark inside: what is open is not this quotation alone.
        if matches!(text.word(at), "“" | "\"" | "”") {
            return None;
        }
        at += 1;
    }
    None
}

/// "said Ann Lee", "says pollster Ann Lee", "he said.", "Mr. Lee said,", "a spokesman said." from the token `at` on.
fn spoken(reading: &Reading<'_>, at: usize, end: usize) -> Option<Span> {
    let text = reading.text;
    if is_verb_of_saying(text, at) && begins_speaker(text, at + 1) {
        return Some(text.span(at, at + 1));
    }
    after_speaker(reading, at, end).map(|verb| text.span(at, verb))
}

/// A name, a pronoun, "the mayor", "former mayor Ann Lee".
fn begins_speaker(text: &Text<'_>, at: usize) -> bool {
    let capital =
        |at: usize| text.kind(at) == TokenKind::Word && text.token(at).is_some_and(|token| token.case != Case::Lower);
    // "said he had heard" tells what was said.
    if matches!(text.lower(at), "he" | "she") {
        return text.kind(at + 1) == TokenKind::Mark || text.lower(at + 1).is_empty();
    }
    if capital(at) || matches!(text.lower(at), "the" | "a" | "an" | "one") {
        return true;
    }
    let office = |at: usize| {
        let noun = lexicon::classes(text.lower(at)).has_any(Classes::NOUN.or(Classes::ADJECTIVE));
        text.kind(at) == TokenKind::Word && noun && !OTHER.contains(&text.lower(at)) || text.word(at) == "-"
    };
    (at..at + OFFICE).take_while(|&at| office(at)).any(|at| capital(at + 1))
}

/// The most words of an office before a name.
const OFFICE: usize = 5;

/// Words that may be nouns and that begin no office: "said it", "said so", "said in".
const OTHER: &[&str] =
    &["it", "so", "in", "i", "we", "you", "they", "no", "all", "more", "that", "this", "at", "on", "as"];

/// What may follow "he said" where the quotation was over before it.
const GOES_ON: &[&str] =
    &["in", "on", "at", "during", "after", "by", "when", "to", "of", "about", "while", "as", "before", ""];

/// The verb of "he said." or "Mr. Lee said," that begins at `at` and ends a clause there.
fn after_speaker(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let text = reading.text;
    let pronoun = matches!(text.lower(at), "he" | "she");
    let name = |at: usize| text.token(at).is_some_and(|token| token.case != Case::Lower);
    let mut verb = at + 1;
    if !pronoun {
        let article = matches!(text.lower(at), "the" | "a" | "an");
        let begins = text.kind(at) == TokenKind::Word && text.lower(at) != "i" && (name(at) || article);
        if !begins {
            return None;
        }
        while verb < end.min(at + SPEAKER)
            && !is_verb_of_saying(text, verb)
            && (text.kind(verb) == TokenKind::Word
                && (name(verb) || article && !reading.triggers(verb, Trigger::FUNCTION))
                || text.word(verb) == ".")
        {
            verb += 1;
        }
    }
    let said = is_verb_of_saying(text, verb);
    let over = matches!(text.word(verb + 1), "." | ",") || GOES_ON.contains(&text.lower(verb + 1));
    (said && over).then_some(verb)
}
