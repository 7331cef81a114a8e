//! What holds of the reading of figures and times in every text: facts quote their words, a text twice has its
//! figures twice, a printed number is read as it was.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use factlint::article::{Article, Block, Field, Part};
use factlint::facts::Facts;
use factlint::facts::exact::Exact;
use factlint::facts::model::At;
use factlint::report::facts::records;
use factlint::source::Span;
use factlint::text::Text;
use proptest::prelude::*;

/// Pieces of figures and times, in any order.
const PIECES: &[&str] = &[
    "12",
    "1,200",
    "3.5",
    "0.5",
    "6,5000",
    "2015",
    "1/2",
    "½",
    "-4",
    "9-2",
    "7:30",
    "£",
    "$",
    "€",
    "%",
    "million",
    "bn",
    "k",
    "m",
    "half",
    "a",
    "dozen",
    "twenty",
    "-",
    "five",
    "hundred",
    "and",
    "or",
    "to",
    "between",
    "from",
    "more than",
    "about",
    "up to",
    "nearly",
    "some",
    "of",
    "the",
    "men",
    "women's",
    "groups",
    "police officers",
    "jets",
    "km",
    "miles",
    "per",
    "hour",
    "degrees",
    "C",
    "pounds",
    "pence",
    "years",
    "year",
    "old",
    "-year-old",
    "aged",
    "Ann Lee",
    ",",
    ".",
    ";",
    "(",
    ")",
    "–",
    "—",
    "“",
    "”",
    "'",
    "May",
    "3rd",
    "Monday",
    "last",
    "next",
    "ago",
    "week",
    "pm",
    "noon",
    "Christmas",
    "Day",
    "decade",
    "1990s",
    "third",
    "quarter",
    "first",
    "twice",
    "é",
    "\u{200b}",
    "Ü",
    "x",
    "10",
    "^",
    "fold",
    "compared with",
    "average",
    "killed",
    "said",
    "iPhone",
    "Section",
];

/// An article whose paragraphs are these, one after the other.
fn article(paragraphs: &[&str]) -> Article {
    let mut article = Article { published: "2024-05-01".parse().ok(), ..Article::default() };
    for paragraph in paragraphs {
        let start = article.text.len();
        article.text.push_str(paragraph);
        article.blocks.push(Block::new(Part::Body, Span::new(start, article.text.len())));
        article.text.push('\n');
    }
    article.fields.push(Field::new("source", article.text.clone()));
    article
}

fn words() -> impl Strategy<Value = String> {
    let piece = (0..PIECES.len(), prop::bool::weighted(0.8));
    prop::collection::vec(piece, 1..30).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, spaced) in pieces {
            text.push_str(PIECES[piece]);
            text.push_str(if spaced { " " } else { "" });
        }
        text
    })
}

/// The places of all figures, which the same paragraph again does not change.
fn figures(facts: &Facts) -> Vec<At> {
    let mut all: Vec<At> = facts.numbers.iter().map(|fact| fact.at).collect();
    all.extend(facts.counts.iter().map(|fact| fact.at));
    all.extend(facts.measures.iter().map(|fact| fact.at));
    all.extend(facts.moneys.iter().map(|fact| fact.at));
    all.extend(facts.percents.iter().map(|fact| fact.at));
    all.extend(facts.points.iter().map(|fact| fact.at));
    all.extend(facts.ratios.iter().map(|fact| fact.at));
    all.extend(facts.ordinals.iter().map(|fact| fact.at));
    all.extend(facts.malformed.iter().map(|fact| fact.at));
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Every record quotes the bytes at its place, which are whole characters.
    #[test]
    fn facts_quote_their_words(words in words()) {
        let article = article(&[&words]);
        let text = Text::read(&article);
        let facts = Facts::read(&text);
        for record in records(&text, &facts) {
            let quoted = article.text.get(record.start as usize..record.end as usize);
            prop_assert_eq!(quoted, Some(record.text));
            prop_assert!(!record.text.trim().is_empty());
        }
    }

    /// The same paragraph again has the same figures again.
    #[test]
    fn a_text_twice_has_its_figures_twice(words in words()) {
        let (one, two) = (article(&[&words]), article(&[&words, &words]));
        let once = figures(&Facts::read(&Text::read(&one)));
        let twice = figures(&Facts::read(&Text::read(&two)));
        prop_assert_eq!(twice.len(), 2 * once.len());
        let within = |at: &At| at.span.end as usize <= words.len();
        let first: Vec<Span> = twice.iter().filter(|at| within(at)).map(|at| at.span).collect();
        let alone: Vec<Span> = once.iter().map(|at| at.span).collect();
        prop_assert_eq!(first, alone);
    }

    /// A number is read as it is printed.
    #[test]
    fn a_printed_number_is_read_again(whole in 0_i128..10_000_000_000, decimals in 0_i128..1000) {
        let number = Exact::fraction(whole * 1000 + decimals, 1000).expect("a fraction");
        let written = format!("The total is {}.", number.to_decimal(3));
        let article = article(&[&written]);
        let facts = Facts::read(&Text::read(&article));
        let read = facts.numbers.first().and_then(|fact| fact.figure.written);
        prop_assert!(read == Some(number) || is_a_year(whole, decimals), "{} was read as {:?}", written, read);
    }
}

/// Four digits alone may be a year.
fn is_a_year(whole: i128, decimals: i128) -> bool {
    decimals == 0 && (1000..=2999).contains(&whole)
}
