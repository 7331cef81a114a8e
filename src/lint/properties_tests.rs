//! What holds of every article: no panic, one output for one input, and marks on whole characters.

use super::{Linter, builtin};
use crate::article::{Article, Block, Field, Part};
use crate::source::Span;
use proptest::prelude::*;
use std::sync::LazyLock;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(builtin::pack().0));

/// Pieces of news in any order.
const PIECES: &[&str] = &[
    "The storm",
    "killed",
    "40",
    "people",
    "over 300,000",
    "computers in 150",
    "countries",
    "14 of 60",
    "voters",
    "rose",
    "by 20%",
    "from £800",
    "to £640",
    "on Thursday, 27 June 2017",
    ", 34,",
    "Ann Lee",
    "Mr Lee",
    "was born in 1990",
    "“We will not pay for this again,”",
    "she said",
    "one in five (25%)",
    "100 miles (62 km)",
    "the capital of",
    "Chad",
    "three suspects:",
    "and",
    "not",
    "é",
    "½",
    "\u{200b}",
    "—",
    ".",
    "in 2031",
    "between 9 and 7",
    "6,5000,000",
    "%",
    "(",
    "[[",
];

fn article(blocks: &[(usize, Vec<usize>)]) -> Article {
    const PARTS: [Part; 4] = [Part::Headline, Part::Standfirst, Part::Body, Part::Caption];
    let mut article = Article { published: "2024-05-01".parse().ok(), ..Article::default() };
    for (part, pieces) in blocks {
        let start = article.text.len();
        let words: Vec<&str> = pieces.iter().map(|&piece| PIECES[piece]).collect();
        article.text.push_str(&words.join(" "));
        article.blocks.push(Block::new(PARTS[*part], Span::new(start, article.text.len())));
        article.text.push('\n');
    }
    article.fields.push(Field::new("source", article.text.clone()));
    article
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_article_can_be_checked(
        blocks in prop::collection::vec((0_usize..4, prop::collection::vec(0..PIECES.len(), 0..25)), 0..6)
    ) {
        let article = article(&blocks);
        let checked = LINTER.check(&article);
        prop_assert_eq!(&checked, &LINTER.check(&article));
        prop_assert!(checked.notes.is_empty());
        for finding in &checked.findings {
            prop_assert!(!finding.message.is_empty() && !finding.marks.is_empty());
            let marks = finding.marks.iter().map(|mark| mark.place.span);
            for span in marks.chain(finding.suggestions.iter().map(|suggestion| suggestion.place.span)) {
                prop_assert!(article.text.get(span.range()).is_some_and(|words| !words.is_empty()), "{:?}", finding);
            }
        }
        prop_assert!(checked.findings.is_sorted_by_key(|finding| finding.marks[0].place));
    }
}
