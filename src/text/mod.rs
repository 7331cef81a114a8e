//! Text: an article in, its sentences and words out.
//!
//! [`Text::read`] cuts every block into [`Token`]s and [`Sentence`]s once; the floors above walk
//! token indices and never scan the text again. [`lexicon`] knows word classes, lemmas and kinds.

pub(crate) mod abbreviations;
pub mod gazetteer;
pub mod lexicon;
mod lookup;
mod sentences;
#[cfg(test)]
mod tests;
mod tokens;
pub(crate) mod words;

use crate::article::{Article, Block};
use crate::source::Span;
use std::ops::Range;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes (`don't`, `O'Brien`), and dotted initialisms (`U.S.`, `p.m.`).
    Word,
    /// A clitic split from the word before it: `'s`, `’s`, or the lone apostrophe after a plural's `s`.
    Possessive,
    /// Digits with inner points and commas: `300,000`, `1.2`, `10.12.2019`, and malformed ones as they stand.
    Number,
    /// A single character that is neither.
    Mark,
}

/// How the letters of a word are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No upper-case letter, or not a word.
    Lower,
    /// Only the first letter is upper case.
    Title,
    /// Two or more letters, all upper case (`NATO`, `U.S.`).
    Upper,
    /// Anything else (`iPhone`, `McKay`).
    Mixed,
}

/// One token of the reading text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the reading text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is cased.
    pub case: Case,
    /// Whether it follows the token before it without space.
    pub glued: bool,
}

/// One sentence: a run of tokens inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Indices into [`Text::tokens`].
    pub tokens: Range<usize>,
    /// Index of the block in [`Article::blocks`].
    pub block: usize,
    /// From the first token to the last.
    pub span: Span,
}

/// An article cut into sentences and tokens.
#[derive(Debug)]
pub struct Text<'a> {
    /// The article.
    pub article: &'a Article,
    /// All tokens, in the order of the reading text. A mark without words, of no sentence, ends each block.
    pub tokens: Vec<Token>,
    /// All sentences, in the order of the reading text.
    pub sentences: Vec<Sentence>,
    /// The reading text with ASCII letters in lower case; offsets are the same.
    lower: String,
    /// The sentence that was asked for last.
    asked: AtomicUsize,
    /// What no other text of this process has: memories of what was read go by it.
    number: u64,
}

/// How many texts were read; the first has the number 1.
static NUMBERS: AtomicU64 = AtomicU64::new(0);

impl<'a> Text<'a> {
    /// Cuts an article into tokens and sentences.
    pub fn read(article: &'a Article) -> Self {
        let mut text = Self {
            article,
            tokens: Vec::with_capacity(article.text.len() / 4),
            sentences: Vec::with_capacity(article.text.len() / 100),
            lower: article.text.to_ascii_lowercase(),
            asked: AtomicUsize::new(0),
            number: NUMBERS.fetch_add(1, Ordering::Relaxed) + 1,
        };
        let mut ends = Vec::new();
        for (index, block) in article.blocks.iter().enumerate() {
            let from = text.tokens.len();
            ends.clear();
            tokens::cut(&article.text, block.span, &mut text.tokens, &mut ends);
            sentences::cut(&mut text, from, &ends, index);
            // What reads on from a token stops at the end of its block: no phrase, number or telephone goes on
            // in the next one.
            let end = Span::new(block.span.end as usize, block.span.end as usize);
            text.tokens.push(Token { span: end, kind: TokenKind::Mark, case: Case::Lower, glued: false });
        }
        text
    }

    /// The number of this text, which no other of this process has.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// The token of that index.
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The words of a span as written.
    pub fn written(&self, span: Span) -> &'a str {
        span.of(&self.article.text)
    }

    /// A token as written; empty where there is none.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.article.text))
    }

    /// A token with ASCII letters in lower case; empty where there is none.
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |token| token.span.of(&self.lower))
    }

    /// The words of a span with ASCII letters in lower case.
    pub fn lowered(&self, span: Span) -> &str {
        span.of(&self.lower)
    }

    /// What a token is; a mark where there is none.
    pub fn kind(&self, index: usize) -> TokenKind {
        self.tokens.get(index).map_or(TokenKind::Mark, |token| token.kind)
    }

    /// Whether a token follows the one before it without space.
    pub fn glued(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.glued)
    }

    /// From the first byte of token `first` to the last of token `last`, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(last)) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => Span::default(),
        }
    }

    /// The index of the first token that ends after the byte `at`.
    pub fn token_from(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }

    /// The index of the sentence that holds the byte `at`, or of the one before it.
    pub fn sentence_at(&self, at: u32) -> usize {
        // Extractors go through a text in order, so the sentence is mostly the one asked for last or
        // the next; in a long article a search over all of them would miss the cache at each step.
        let last = self.asked.load(Ordering::Relaxed);
        let starts = |index: usize| self.sentences.get(index).map_or(u32::MAX, |sentence| sentence.span.start);
        let near = (last..=last + 1).find(|&index| starts(index) <= at && at < starts(index + 1));
        let found = near
            .unwrap_or_else(|| self.sentences.partition_point(|sentence| sentence.span.start <= at).saturating_sub(1));
        self.asked.store(found, Ordering::Relaxed);
        found
    }

    /// A stretch of tokens with as many before and after it as `reach` says, no farther than the sentence that it begins
    /// in: sentences without end are in some texts, and what is looked for in them stays near.
    pub fn near(&self, tokens: Range<usize>, reach: usize) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map(|token| token.span.start);
        let sentence = start.and_then(|start| self.sentences.get(self.sentence_at(start)));
        let Some(sentence) = sentence.map(|sentence| sentence.tokens.clone()) else { return tokens };
        tokens.start.saturating_sub(reach).max(sentence.start)..(tokens.end + reach).min(sentence.end)
    }

    /// The tokens of each block that has any, with the block's index.
    pub fn blocks(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        self.sentences.chunk_by(|one, next| one.block == next.block).filter_map(|sentences| {
            let (first, last) = (sentences.first()?, sentences.last()?);
            Some((first.block, first.tokens.start..last.tokens.end))
        })
    }

    /// One past the last token of the block that a token is in.
    pub fn block_end(&self, index: usize) -> usize {
        let Some(token) = self.tokens.get(index) else { return self.tokens.len() };
        let end = self.block_around(token).map_or(u32::MAX, |block| block.span.end);
        self.tokens.partition_point(|token| token.span.start < end)
    }

    /// The first token of the block of a token.
    pub fn block_start(&self, index: usize) -> usize {
        let Some(token) = self.tokens.get(index) else { return self.tokens.len() };
        let start = self.block_around(token).map_or(0, |block| block.span.start);
        self.tokens.partition_point(|token| token.span.start < start)
    }

    fn block_around(&self, token: &Token) -> Option<&'a Block> {
        let block = self.article.blocks.partition_point(|block| block.span.end <= token.span.start);
        self.article.blocks.get(block)
    }

    /// The block that a sentence is in.
    pub fn block_of(&self, sentence: &Sentence) -> Option<&'a Block> {
        self.article.blocks.get(sentence.block)
    }
}
