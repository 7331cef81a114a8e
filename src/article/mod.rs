//! Articles: source bytes in, the parts of an article out, each with an exact way back.
//!
//! A reader takes the source as the author wrote it and gives an [`Article`]: one *reading text*
//! (markup removed, entities decoded) cut into [`Block`]s, and a [`PlaceMap`] from every byte of
//! the reading text back to the bytes of the source. To add a format, write one file beside this
//! one and add its line to the table in `reader.rs`.

#[cfg(test)]
mod cases;
mod comment;
mod draft;
mod error;
mod front_matter;
mod furniture;
mod html;
mod layout;
mod markdown;
pub mod mend;
mod nesting;
mod options;
mod plain;
mod published;
mod reader;
mod readings;
mod record;
mod scalar;

mod place;

pub use comment::{Comment, Reach};
pub use draft::NO_WORDS;
pub use error::ReadError;
pub use options::{FrontMatterKeys, HtmlNames, ReadOptions};
pub use reader::{READERS, Reader, Shape, read, reader_for, sniffed};
pub use readings::{Reading, Readings};
pub use record::read_record;

pub use place::{Field, Place, PlaceMap, Segment};

use crate::source::Span;
use jiff::civil::Date;

/// The part of an article that a block belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The title of the article.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// The running text.
    Body,
    /// A heading inside the body.
    Crosshead,
    /// The line under a picture.
    Caption,
    /// Words lifted out of the body for display.
    Pullquote,
    /// An item of a list.
    List,
    /// A cell or row of a table.
    Table,
    /// A box beside the body.
    Sidebar,
    /// A note at the foot.
    Footnote,
}

/// One paragraph, heading, caption, list item or table row of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is a part of.
    pub part: Part,
    /// Where it stands in the reading text.
    pub span: Span,
    /// Whether the markup says that all of it is quoted from elsewhere.
    pub quoted: bool,
    /// The number that the markup gives this entry of an ordered list, or that it begins with.
    pub number: Option<u32>,
    /// How deep the list is whose entry begins with this block, from one; none for what goes on with an entry and
    /// for what is in no list.
    pub entry: Option<u8>,
}

impl Block {
    /// A block of running markup-free words; one of a list begins an entry of the outermost.
    pub fn new(part: Part, span: Span) -> Self {
        Self { part, span, quoted: false, number: None, entry: (part == Part::List).then_some(1) }
    }
}

/// A link of the markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// All of it in the text of the only field, markup included.
    pub place: Span,
    /// Where it leads, as written.
    pub target: String,
}

/// One article, ready to be read.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The record's `id` in JSON Lines, else the path as given.
    pub id: String,
    /// The day of publication, where the source or the user gives it.
    pub published: Option<Date>,
    /// The decoded text of all blocks; spans of the floors above are bytes of this.
    pub text: String,
    /// The blocks, in the order of the reading text; they do not overlap.
    pub blocks: Vec<Block>,
    /// The source texts that the article was read from: one `source` for a file, or the fields of a record.
    pub fields: Vec<Field>,
    /// From the reading text back to the fields.
    pub places: PlaceMap,
    /// The links of the markup, in the order of the source.
    pub links: Vec<Linked>,
    /// The stets in the source, in its order; they are no part of the reading text.
    pub comments: Vec<Comment>,
    /// What the source says and could not be used, where the article can be read without it.
    pub remarks: Vec<ReadError>,
}

impl Article {
    /// The place in the source of a span of the reading text.
    pub fn place(&self, span: Span) -> Place {
        let place = self.places.place(span);
        match self.fields.get(usize::from(place.field)) {
            Some(field) => Place { span: field.disk.on_disk(place.span), ..place },
            None => place,
        }
    }

    /// The words of the source at a place, exactly as the author wrote them (decoded, where the file is not UTF-8).
    pub fn written(&self, place: Place) -> &str {
        self.fields.get(usize::from(place.field)).map_or("", |field| field.shown(place.span).of(&field.text))
    }

    /// The name of the field that a place is in: `source`, `headline`, `body`…
    pub fn field_name(&self, place: Place) -> &'static str {
        self.fields.get(usize::from(place.field)).map_or("source", |field| field.name)
    }
}
