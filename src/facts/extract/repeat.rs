//! Blocks that are printed twice: a paragraph or caption that slipped in again.

use super::Reading;
use crate::article::{Block, NO_WORDS, Part};
use crate::facts::model::Repeat;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::hash_map::Entry;
use std::hash::Hasher;
use std::ops::Range;

/// A block seen before.
#[derive(Clone, Debug)]
struct Seen {
    tokens: Range<usize>,
    span: Span,
    /// The number of the last block that printed it.
    block: usize,
}

/// Openings of lines that pages print again and again, lower case.
static FURNITURE: &[&str] = &[
    "advertisement",
    "read more",
    "read also",
    "read next",
    "also read",
    "story continues",
    "article continues",
    "sign up",
    "subscribe",
    "related",
    "click",
    "watch",
    "listen",
    "share",
    "follow",
    "see also",
    "more on",
    "more:",
    "don't miss",
    "recommended",
    "loading",
    "copyright",
    "©",
    "all rights reserved",
    "by ",
    "photo",
    "photograph",
    "image",
    "images",
    "picture",
    "credit",
    "courtesy",
    "file photo",
    "getty",
    "ap photo",
    "(ap",
    "ap ",
    "reuters",
    "video",
    "this story",
    "this article",
    "download",
    "get the",
    "to ",
    "for more",
    "support",
    "donate",
    "register",
    "log in",
    "login",
    "view",
    "play",
    "slideshow",
    "gallery",
    "skip",
    "tap",
    "join",
    "contact",
    "editor's note",
    "editor’s note",
    "don’t miss",
    "see ",
    "our ",
    "you can",
    "please",
    "check out",
    "find out",
    "learn more",
    "this post",
    "terms",
    "privacy",
    "we use",
    "if you",
    "the views",
    "note:",
    "source:",
    "sources:",
    "tickets",
    "admission",
    "q:",
    "a:",
    "*",
    "_",
    "-",
    "=",
    "#",
    "•",
    "http",
];

/// Finds the blocks of one part whose words stood there before.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    // Blocks are compared word by word only where they are of as many words and letters.
    let mut outlines: FxHashMap<Outline, Option<Seen>> = FxHashMap::default();
    let mut seen: FxHashMap<(Part, u64), Seen> = FxHashMap::default();
    for (block, tokens) in text.blocks() {
        let Some(first_token) = text.token(tokens.start) else { continue };
        let at = reading.at(first_token.span, Certainty::Sure);
        let span = text.span(tokens.start, tokens.end - 1);
        let outline = Outline::of(text, at.part, tokens.clone());
        let words = outline.words;
        if !is_worth(at.part, span, words) {
            continue;
        }
        let new = Seen { tokens: tokens.clone(), span, block };
        match outlines.entry(outline) {
            Entry::Vacant(slot) => {
                slot.insert(Some(new));
                continue;
            }
            Entry::Occupied(mut slot) => {
                let first = slot.get_mut().take().filter(|first| !is_furniture(text, first.span));
                if let Some(first) = first {
                    seen.insert((at.part, digest(text, first.tokens.clone())), first);
                }
            }
        }
        // Few blocks come so far: the others are not looked at any further.
        if is_furniture(text, span) {
            continue;
        }
        let found = match seen.entry((at.part, digest(text, tokens.clone()))) {
            Entry::Vacant(slot) => {
                slot.insert(new);
                continue;
            }
            Entry::Occupied(slot) => slot.into_mut(),
        };
        if !is_same(text, found.tokens.clone(), tokens) {
            continue;
        }
        let apart = block.saturating_sub(found.block + 1) as u32;
        let adjacent = apart == 0;
        let first = found.span;
        let certainty = match certainty(text, at.part, span, words, adjacent) {
            Certainty::Sure if adjacent => stutter(text, found.block),
            _ if open_sections(text, found.block, block) => Certainty::Weak,
            certainty => certainty,
        };
        found.block = block;
        let mut at = reading.at(first_token.span, certainty);
        at.span = span;
        at.quoted = false;
        reading.facts.repeats.push(Repeat { at, first, words: words as u32, apart });
    }
    weaken(&mut reading.facts.repeats);
}

/// How many blocks are repeated by a slip at most.
const SLIPS: usize = 3;

/// How many blocks follow themselves by a slip at most.
const STUTTERS: usize = 2;

/// A page that repeats many blocks does so on purpose (a gallery, a questionnaire), and one that prints block after
/// block twice was put together by a machine: no slip of the hand.
fn weaken(repeats: &mut [Repeat]) {
    let adjacent = || repeats.iter().filter(|repeat| repeat.apart == 0).map(|repeat| repeat.at.block);
    let stutters = adjacent().count();
    let in_a_row = adjacent().zip(adjacent().skip(1)).any(|(one, next)| next <= one + 2);
    let (many, mechanical) = (repeats.len() > SLIPS, in_a_row || stutters > STUTTERS);
    for repeat in repeats {
        if if repeat.apart == 0 { mechanical } else { many } {
            repeat.at.certainty = Certainty::Weak;
        }
    }
}

fn is_word(text: &Text<'_>, at: usize) -> bool {
    matches!(text.kind(at), TokenKind::Word | TokenKind::Number)
}

/// Whether a block is long enough.
fn is_worth(part: Part, span: Span, words: usize) -> bool {
    match part {
        Part::Table => false,
        Part::List => words >= 8 && span.len() >= 40,
        Part::Caption => words >= 4 || span.len() >= 20,
        Part::Headline
        | Part::Standfirst
        | Part::Body
        | Part::Crosshead
        | Part::Pullquote
        | Part::Sidebar
        | Part::Footnote => words >= 4 && span.len() >= 20,
    }
}

/// Whether a block opens as the lines do that pages repeat on purpose.
fn is_furniture(text: &Text<'_>, span: Span) -> bool {
    let lower = text.lowered(span);
    // "Supporters of the plan" does not ask for support.
    let opens = |opening: &str| {
        let rest = lower.strip_prefix(opening);
        rest.is_some_and(|rest| !(opening.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric)))
    };
    FURNITURE.iter().any(|opening| opens(opening))
}

/// How sure it is that nobody wanted the words there twice.
fn certainty(text: &Text<'_>, part: Part, span: Span, words: usize, adjacent: bool) -> Certainty {
    let written = text.written(span);
    let ends = ends_sentence(written);
    match part {
        // What stands there may differ.
        _ if written.contains(NO_WORDS) => Certainty::Weak,
        Part::Caption if adjacent => Certainty::Sure,
        Part::Caption if words >= 8 => Certainty::Likely,
        Part::List if ends && words >= 10 => Certainty::Likely,
        Part::Body | Part::Sidebar | Part::Footnote if ends && span.len() >= 40 && (adjacent || words >= 12) => {
            if adjacent || words >= 15 {
                Certainty::Sure
            } else {
                Certainty::Likely
            }
        }
        Part::Body | Part::Sidebar if adjacent && is_captionlike(text, span) => Certainty::Likely,
        Part::Headline | Part::Standfirst if adjacent => Certainty::Likely,
        Part::Headline
        | Part::Standfirst
        | Part::Body
        | Part::Crosshead
        | Part::Caption
        | Part::Pullquote
        | Part::List
        | Part::Table
        | Part::Sidebar
        | Part::Footnote => Certainty::Weak,
    }
}

/// Whether words end as running text does.
fn ends_sentence(written: &str) -> bool {
    written.ends_with(['.', '!', '?', '"', '”', '’', ')', '…'])
}

/// How sure it is that a block which follows itself was not meant to, by where it stands first.
fn stutter(text: &Text<'_>, first: usize) -> Certainty {
    let blocks = &text.article.blocks;
    let above = blocks.get(..first).unwrap_or_default();
    let is_story = |block: &Block| match block.part {
        Part::Body | Part::Crosshead => ends_sentence(text.written(block.span)),
        Part::Headline | Part::Standfirst | Part::Sidebar | Part::Caption => false,
        Part::Pullquote | Part::List | Part::Table | Part::Footnote => true,
    };
    // The leading picture's caption is kept with the page and once more with the picture.
    let pictured = blocks
        .get(first)
        .is_some_and(|block| block.part == Part::Caption || text.written(block.span).ends_with([')', ']']));
    if pictured && !above.iter().any(is_story) {
        return Certainty::Weak;
    }
    // The line under a crosshead may stand there for display.
    let displayed = above.last().is_some_and(|block| block.part == Part::Crosshead);
    if displayed { Certainty::Likely } else { Certainty::Sure }
}

/// Whether two blocks open two sections, which tell the same of two things.
fn open_sections(text: &Text<'_>, one: usize, other: usize) -> bool {
    let under_crosshead = |block: usize| {
        let above = block.checked_sub(1).and_then(|above| text.article.blocks.get(above));
        above.is_some_and(|above| above.part == Part::Crosshead)
    };
    under_crosshead(one) && under_crosshead(other)
}

/// Whether a block of the body reads as a caption that ran into it.
fn is_captionlike(text: &Text<'_>, span: Span) -> bool {
    let lower = text.lowered(span);
    ["photo", "picture:", "image:", "credit:", "courtesy"].iter().any(|cue| lower.contains(cue))
}

/// What blocks of the same words have in common, without reading them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Outline {
    part: Part,
    words: usize,
    bytes: usize,
}

impl Outline {
    fn of(text: &Text<'_>, part: Part, tokens: Range<usize>) -> Self {
        let (mut words, mut bytes) = (0, 0);
        for token in text.tokens.get(tokens).unwrap_or_default() {
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                words += 1;
                bytes += token.span.len();
            }
        }
        Self { part, words, bytes }
    }
}

/// A hash of the words in lower case; marks and white space do not count.
fn digest(text: &Text<'_>, tokens: Range<usize>) -> u64 {
    let mut hasher = FxHasher::default();
    for at in tokens.filter(|&at| is_word(text, at)) {
        hasher.write(text.lower(at).as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

fn is_same(text: &Text<'_>, one: Range<usize>, other: Range<usize>) -> bool {
    let words = |tokens: Range<usize>| tokens.filter(|&at| is_word(text, at));
    words(one).map(|at| text.lower(at)).eq(words(other).map(|at| text.lower(at)))
}
