//! New words in the place of old ones, in the source as its author wrote it.
//!
//! Nothing is trusted: what comes out is read again, and has to be read as the old article was but for the
//! words that were replaced. So the way in which they have to be written there is found by trying.

mod dress;
mod json;
#[cfg(test)]
mod tests;

use super::reader::{Reader, Shape};
use super::{Article, Part, Place, ReadError, ReadOptions, record};
use crate::source::{Decoded, Span, decode, encode};
use encoding_rs::Encoding;
use std::fmt;

/// New words for a place.
#[derive(Clone, Copy, Debug)]
pub struct Replacement<'a> {
    /// The place of the old words, as the article gives it.
    pub place: Place,
    /// The new words; none delete the old ones.
    pub words: &'a str,
}

/// Why words cannot be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmendable {
    /// There is more than words at the place: markup, or what belongs to another part.
    Markup,
    /// The place is a part of something that is only read as a whole.
    Whole,
    /// The charset of the file has no such character.
    Charset(&'static str, char),
    /// Written in any way that is known, they would be read as something else.
    ReadOtherwise,
    /// The bytes cannot be read as an article any more.
    Unread(Box<ReadError>),
}

impl fmt::Display for Unmendable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Markup => write!(f, "there is markup among the words to replace"),
            Self::Whole => write!(f, "the words are a part of a value that is written with escapes"),
            Self::Charset(charset, character) => {
                write!(f, "{charset}, in which the file is written, has no “{character}”")
            }
            Self::ReadOtherwise => write!(f, "the new words would be read otherwise there"),
            Self::Unread(error) => write!(f, "the article cannot be read: {}", error.message),
        }
    }
}

/// The bytes of an article, a file or the line of one, with words replaced; the places are those of the article that
/// the same reader reads from the same bytes. No two may overlap.
pub fn mended(
    bytes: &[u8],
    reader: &Reader,
    options: &ReadOptions,
    replacements: &[Replacement<'_>],
) -> Result<Vec<u8>, Unmendable> {
    let charset = (reader.charset)(bytes);
    let unread = |error| Unmendable::Unread(Box::new(error));
    let decoded = decode(bytes.to_vec(), charset.as_deref()).map_err(|error| unread(error.into()))?;
    let article = (reader.read)("", decoded.clone(), options).map_err(unread)?;
    let mending = Mending { bytes, decoded, article, reader, options };
    let edits = replacements.iter().map(|replacement| mending.edit(*replacement)).collect::<Result<Vec<_>, _>>()?;
    if let [_, _, ..] = edits.as_slice() {
        mending.holds(&edits)?;
    }
    mending.written(&edits)
}

/// An article that is being mended.
struct Mending<'m> {
    bytes: &'m [u8],
    decoded: Decoded,
    article: Article,
    reader: &'m Reader,
    options: &'m ReadOptions,
}

/// A replacement as it is written.
#[derive(Clone, Debug)]
struct Edit {
    /// The old words, in the decoded text.
    span: Span,
    /// The new ones as they are written there.
    dress: String,
    /// What of the article is read anew: the field, which is the reading text for a file, and its bytes.
    read: (u8, Span),
    words: String,
}

impl Mending<'_> {
    /// The way to write one replacement that is read as what it says.
    fn edit(&self, Replacement { place, words }: Replacement<'_>) -> Result<Edit, Unmendable> {
        // Lines of the source end where its author ended them.
        let words = if words.contains(['\n', '\r']) {
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            words.to_owned()
        };
        let (span, read) = match self.reader.shape {
            Shape::Lines => (self.in_line(place)?, (place.field, place.span)),
            Shape::File => self.in_file(place)?,
        };
        let span = if words.is_empty() { self.with_space(span) } else { span };
        let mut failed = Unmendable::ReadOtherwise;
        for dress in self.dresses(&words) {
            let dress = match self.decoded.charset.map(|charset| self.encodable(dress.clone(), charset)) {
                Some(Err(why)) => {
                    failed = why;
                    continue;
                }
                Some(Ok(dress)) => dress,
                None => dress,
            };
            let edit = Edit { span, dress, read, words: words.clone() };
            match self.holds(std::slice::from_ref(&edit)) {
                Ok(()) => return Ok(edit),
                Err(why) => failed = why,
            }
        }
        Err(failed)
    }

    fn dresses(&self, words: &str) -> Vec<String> {
        match self.reader.shape {
            Shape::Lines => {
                let line = &self.decoded.text;
                vec![json::written(words, line.is_ascii() && line.contains("\\u"))]
            }
            Shape::File => dress::dresses(words, self.reader.name),
        }
    }

    /// Words that the charset has; where markup can name a character, those that it lacks are named.
    fn encodable(&self, dress: String, charset: &'static Encoding) -> Result<String, Unmendable> {
        match encode(&dress, charset) {
            Ok(_) => Ok(dress),
            Err(_) if self.reader.name == "html" => Ok(dress::within(&dress, charset)),
            Err(character) => Err(Unmendable::Charset(charset.name(), character)),
        }
    }

    /// The bytes of a record's line.
    fn in_line(&self, place: Place) -> Result<Span, Unmendable> {
        let field = self.article.field_name(place);
        let line = &self.decoded.text;
        let strings = record::strings(line, field).unwrap_or_default();
        json::place(line, &strings, place.span).ok_or(Unmendable::Markup)
    }

    /// The bytes of a file's decoded text, and what is read of them.
    fn in_file(&self, place: Place) -> Result<(Span, (u8, Span)), Unmendable> {
        let span = self.decoded.disk.in_text(place.span);
        let segments = self.article.places.segments();
        let mut inside: Vec<_> = segments.iter().filter(|segment| segment.source.overlaps(span)).collect();
        if inside.is_empty() && !segments.is_empty() {
            return Err(Unmendable::Markup);
        }
        inside.sort_by_key(|segment| segment.source.start);
        let mut end = span.start;
        for segment in &inside {
            let between = Span { start: end, end: segment.source.start.max(end) };
            // Between lines there is no more than their end and the beginning of the next.
            if !between.of(&self.decoded.text).trim().is_empty() {
                return Err(Unmendable::Markup);
            }
            end = end.max(segment.source.end);
        }
        let cut = |segment: &&super::Segment| {
            // An entity is one or two characters; what is longer is a value that is not read byte for byte.
            !segment.is_same() && segment.text.of(&self.article.text).chars().nth(2).is_some()
        };
        if inside.iter().any(cut) {
            return Err(Unmendable::Whole);
        }
        let read = self.article.places.read_as(span, &mut 0).ok_or(Unmendable::Markup)?;
        Ok((span, (0, read)))
    }

    /// The place of words to delete, with the space after them where one before them is left.
    fn with_space(&self, span: Span) -> Span {
        let text = self.decoded.text.as_bytes();
        let before = span.start.checked_sub(1).and_then(|at| text.get(at as usize));
        let both = [before, text.get(span.end as usize)].iter().all(|byte| byte.is_some_and(|&byte| byte == b' '));
        Span { end: span.end + u32::from(both), ..span }
    }

    /// Whether the article with these words is read as the old one was, but for them.
    fn holds(&self, edits: &[Edit]) -> Result<(), Unmendable> {
        let text = spliced(&self.decoded.text, edits.iter().map(|edit| (edit.span, edit.dress.as_str())));
        let text = text.ok_or(Unmendable::ReadOtherwise)?;
        let new = Decoded { text, ..Decoded::default() };
        let new = (self.reader.read)("", new, self.options).map_err(|_| Unmendable::ReadOtherwise)?;
        let words = |field: u8| {
            edits.iter().filter(move |edit| edit.read.0 == field).map(|edit| (edit.read.1, edit.words.as_str()))
        };
        let same = match self.reader.shape {
            Shape::File => is_read(&self.article.text, words(0), &new.text),
            Shape::Lines => {
                let fields = self.article.fields.iter().zip(&new.fields).zip(0..);
                self.article.fields.len() == new.fields.len()
                    && fields
                        .into_iter()
                        .all(|((old, new), field)| old.name == new.name && is_read(&old.text, words(field), &new.text))
            }
        };
        let parts = |article: &Article| {
            article.blocks.iter().map(|block| (block.part, block.quoted)).collect::<Vec<(Part, bool)>>()
        };
        // Where words go, all of a paragraph may go.
        let deletes = edits.iter().any(|edit| edit.words.is_empty());
        let same = same && self.article.published == new.published && (deletes || parts(&self.article) == parts(&new));
        if same { Ok(()) } else { Err(Unmendable::ReadOtherwise) }
    }

    /// The bytes of the new source, which are those of the old one but at the edits.
    fn written(&self, edits: &[Edit]) -> Result<Vec<u8>, Unmendable> {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| edit.span);
        let mut bytes = Vec::with_capacity(self.bytes.len());
        let mut at = 0;
        for edit in &edits {
            let place = self.decoded.disk.on_disk(edit.span).range();
            bytes.extend(self.bytes.get(at..place.start).ok_or(Unmendable::ReadOtherwise)?);
            match self.decoded.charset {
                Some(charset) => bytes.extend(
                    encode(&edit.dress, charset).map_err(|character| Unmendable::Charset(charset.name(), character))?,
                ),
                None => bytes.extend(edit.dress.as_bytes()),
            }
            at = place.end;
        }
        bytes.extend(self.bytes.get(at..).unwrap_or_default());
        // In some charsets bytes mean what those before them say.
        let text = spliced(&self.decoded.text, edits.iter().map(|edit| (edit.span, edit.dress.as_str())));
        let again = decode(bytes.clone(), (self.reader.charset)(&bytes).as_deref());
        let same = again.is_ok_and(|again| Some(again.text) == text);
        if same { Ok(bytes) } else { Err(Unmendable::ReadOtherwise) }
    }
}

/// A text with others in the places of some spans; none where two overlap.
fn spliced<'w>(text: &str, edits: impl Iterator<Item = (Span, &'w str)>) -> Option<String> {
    let mut edits: Vec<_> = edits.collect();
    edits.sort_by_key(|(span, _)| *span);
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for (span, words) in edits {
        new.push_str(text.get(at..span.start as usize)?);
        new.push_str(words);
        at = span.end as usize;
    }
    new.push_str(text.get(at..)?);
    Some(new)
}

/// Whether `new` says what `old` does with the edits, however it is broken into lines.
fn is_read<'w>(old: &str, edits: impl Iterator<Item = (Span, &'w str)>, new: &str) -> bool {
    spliced(old, edits).is_some_and(|wanted| wanted.split_whitespace().eq(new.split_whitespace()))
}
