//! The schema: every kind of fact with its fields, as data.
//!
//! The checker, `factlint schema` and the documentation are made from this one list. A field's
//! `read` gives its value for the fact of that number.

use super::Facts;
use super::model::At;
use super::value::{Type, Value};
use crate::article::Article;
use crate::text::Text;
use every::{ARTICLE, PARAGRAPH, SENTENCE};
pub use every::{COMMON, CommonField};

/// What a field's reader may look at.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its words.
    pub text: &'a Text<'a>,
    /// Its facts.
    pub facts: &'a Facts,
}

/// A field of a kind of fact.
#[derive(Clone, Copy)]
pub struct FieldSchema {
    /// Its name in the rule language.
    pub name: &'static str,
    /// Its type, made when asked for since sets are boxed.
    pub of: fn() -> Type,
    /// Whether it may be absent.
    pub optional: bool,
    /// What it is, in one line.
    pub about: &'static str,
    /// Its value for the fact of that number.
    pub read: fn(View<'_>, u32) -> Value,
}

impl std::fmt::Debug for FieldSchema {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FieldSchema")
            .field("name", &self.name)
            .field("optional", &self.optional)
            .finish_non_exhaustive()
    }
}

/// A kind of fact.
#[derive(Clone, Copy, Debug)]
pub struct KindSchema {
    /// Its name in the rule language.
    pub name: &'static str,
    /// What it is, in one line.
    pub about: &'static str,
    /// Its own fields; every fact also has those of [`COMMON`].
    pub fields: &'static [FieldSchema],
    /// How many facts of the kind there are.
    pub count: fn(View<'_>) -> u32,
    /// Where the fact of that number is stated.
    pub at: fn(View<'_>, u32) -> Option<At>,
}

macro_rules! ty {
    (set $kind:ident) => {
        || Type::Set(Box::new(Type::Fact(Kind::$kind)))
    };
    (fact $kind:ident) => {
        || Type::Fact(Kind::$kind)
    };
    (list $list:ident) => {
        || {
            static LIST: NameList = $list::LIST;
            Type::Named(&LIST)
        }
    };
    (enum $list:ident) => {
        || Type::Named(&$list)
    };
    (thing $kind:ident) => {
        || Type::Thing(ThingKind::$kind)
    };
    ($plain:ident) => {
        || Type::$plain
    };
}

macro_rules! optional {
    (always) => {
        false
    };
    (maybe) => {
        true
    };
}

// One constant for each kind of a family, named after the kind.
macro_rules! kinds {
    ($($kind:ident $word:literal $plural:ident $about:literal {
        $($field:literal: $optional:ident ($($ty:tt)+) $doc:literal => |$f:ident, $view:pat_param| $read:expr;)*
    })*) => {
        $(
            #[expect(non_upper_case_globals, reason = "named after the kind that it describes")]
            pub(super) const $kind: KindSchema = KindSchema {
                name: $word,
                about: $about,
                fields: &[$(FieldSchema {
                    name: $field,
                    of: ty!($($ty)+),
                    optional: optional!($optional),
                    about: $doc,
                    read: |view, index| match view.facts.$plural.get(index as usize) {
                        Some($f) => { let $view = view; $read }
                        None => Value::ABSENT,
                    },
                },)*],
                count: |view| view.facts.$plural.len() as u32,
                at: |view, index| view.facts.$plural.get(index as usize).map(|fact| fact.at),
            };
        )*
    };
}

mod every;
mod figures;
mod print;
mod relations;
mod times;
mod values;
mod world;

macro_rules! schema {
    ($($family:ident: $($kind:ident)*;)*) => {
        /// The kinds of fact.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// The article itself.
            Article,
            /// A block.
            Paragraph,
            /// A sentence.
            Sentence,
            $($(#[doc = concat!("One of the ", stringify!($family), ".")] $kind,)*)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[Self::Article, Self::Paragraph, Self::Sentence, $($(Self::$kind,)*)*];
        }

        static TABLE: &[KindSchema] = &[ARTICLE, PARAGRAPH, SENTENCE, $($($family::$kind,)*)*];
    };
}

// The order in which they are listed; what they are stands in the file of the family.
schema! {
    figures: Number Ordinal Count Measure Money Percent Points Ratio Quantity;
    relations: Change Multiple;
    world: Age Birth Death;
    times: Date BadDate Time Set Duration Period;
    relations: Chain Conversion Exchange Restatement Share Proportion Toll Lead Margin Breakdown Total Average Flow Net Majority Partition History Respective Listing Item;
    figures: Range;
    relations: Likeness Mismatch Rescaled;
    times: Redating Anniversary ClockPair Landmark;
    relations: Limit;
    figures: Malformed;
    world: Person Source Location Capital Placing Coast Border WorldRegion Post Metonym Dateline Bearing Coordinates Affiliation Score Event Quote Attribution Title;
    print: Enumeration Sectioning Unclosed Unopened Parenthesis Doubled Residue Identifier Acronym Phone Address Link Handle Reference Fragment Lookalike Echo Gap Repeat;
}

impl Kind {
    /// Its line of the schema.
    pub fn schema(self) -> &'static KindSchema {
        TABLE.get(self as usize).unwrap_or(&ARTICLE)
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.schema().name == name)
    }

    /// The kind's word in the rule language.
    pub fn word(self) -> &'static str {
        self.schema().name
    }
}
