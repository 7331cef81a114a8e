//! What every fact has, and the kinds that are of the text itself: the article, its paragraphs and sentences.

use super::values::{fact, known, named, yes_no};
use super::{FieldSchema, Kind, KindSchema, View};
use crate::article::{Block, Part};
use crate::facts::date;
use crate::facts::exact::Exact;
use crate::facts::model::At;
use crate::facts::names::{Certainty, NameList, PART, part};
use crate::facts::value::{Content, Type, Value};
use crate::source::Span;

pub(super) const ARTICLE: KindSchema = KindSchema {
    name: "article",
    about: "the article itself",
    fields: &[
        FieldSchema {
            name: "published",
            of: ty!(Date),
            optional: true,
            about: "the day of publication",
            read: |view, _| known(view.article.published.map(|day| Content::Date(date::DateRange::day(day))), None),
        },
        FieldSchema {
            name: "title",
            of: ty!(Text),
            optional: true,
            about: "the headline",
            read: |view, _| {
                let headline = view.article.blocks.iter().find(|block| block.part == Part::Headline);
                headline.map_or(Value::ABSENT, |block| {
                    Value::at(Content::Text(block.span.of(&view.article.text).into()), block.span)
                })
            },
        },
    ],
    count: |_| 1,
    at: |_, _| None,
};

pub(super) const PARAGRAPH: KindSchema = KindSchema {
    name: "paragraph",
    about: "a paragraph, heading, caption, list item or table row",
    fields: &[
        INDEX,
        FieldSchema {
            name: "gallery",
            of: ty!(YesNo),
            optional: false,
            about: "whether it is of a gallery, whose pictures are of any day: “Hide Caption 3 of 12”",
            read: |view, index| {
                let block = view.article.blocks.get(index as usize);
                yes_no(block.is_some_and(|block| block.span.of(&view.article.text).contains(GALLERY)))
            },
        },
    ],
    count: |view| view.article.blocks.len() as u32,
    at: |view, index| {
        let block = view.article.blocks.get(index as usize)?;
        let sentence = view.text.sentences.partition_point(|sentence| sentence.block < index as usize);
        Some(plain(block.span, sentence as u32, index, block))
    },
};

pub(super) const SENTENCE: KindSchema = KindSchema {
    name: "sentence",
    about: "a sentence",
    fields: &[INDEX],
    count: |view| view.text.sentences.len() as u32,
    at: |view, index| {
        let sentence = view.text.sentences.get(index as usize)?;
        let block = view.article.blocks.get(sentence.block)?;
        Some(plain(sentence.span, index, sentence.block as u32, block))
    },
};

/// The button below a picture of a gallery, which gets into the text of the page.
const GALLERY: &str = "Hide Caption";

const INDEX: FieldSchema = FieldSchema {
    name: "index",
    of: ty!(Exact),
    optional: false,
    about: "its number, from one",
    read: |_, index| Value::new(Value::exact(Exact::from(i64::from(index) + 1))),
};

fn plain(span: Span, sentence: u32, block: u32, of: &Block) -> At {
    At { span, sentence, block, part: of.part, quoted: of.quoted, negated: false, certainty: Certainty::Sure }
}

/// A field that every fact has.
#[derive(Clone, Copy)]
pub struct CommonField {
    /// Its name in the rule language.
    pub name: &'static str,
    /// Its type.
    pub of: fn() -> Type,
    /// What it is, in one line.
    pub about: &'static str,
    /// Its value.
    pub read: fn(View<'_>, At) -> Value,
}

/// The fields that every fact has beside its own.
pub static COMMON: &[CommonField] = &[
    CommonField {
        name: "text",
        of: ty!(Text),
        about: "the words as written",
        read: |view, at| Value::at(Content::Text(at.span.of(&view.article.text).into()), at.span),
    },
    CommonField {
        name: "part",
        of: ty!(enum PART),
        about: "the part of the article",
        read: |_, at| named(part(at.part)),
    },
    CommonField {
        name: "sentence",
        of: ty!(fact Sentence),
        about: "the sentence",
        read: |_, at| fact(Kind::Sentence, at.sentence),
    },
    CommonField {
        name: "paragraph",
        of: ty!(fact Paragraph),
        about: "the paragraph",
        read: |_, at| fact(Kind::Paragraph, at.block),
    },
    CommonField { name: "article", of: ty!(fact Article), about: "the article", read: |_, _| fact(Kind::Article, 0) },
    CommonField {
        name: "quoted",
        of: ty!(YesNo),
        about: "whether it stands inside a quotation",
        read: |_, at| yes_no(at.quoted),
    },
    CommonField {
        name: "negated",
        of: ty!(YesNo),
        about: "whether the sentence denies it",
        read: |_, at| yes_no(at.negated),
    },
    CommonField {
        name: "certainty",
        of: ty!(list Certainty),
        about: "how sure the reading is",
        read: |_, at| named(at.certainty.named()),
    },
];
