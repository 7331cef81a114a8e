//! What holds for every text: nothing panics, places quote their words, and nothing is lost beside other text.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use factlint::article::{Article, ReadOptions, read, reader_for};
use factlint::facts::Facts;
use factlint::lint::{Linter, builtin};
use factlint::report::facts::records;
use factlint::text::Text;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(builtin::pack().0));

/// Pieces of news, of markup and of nonsense, to be put together at random.
const PIECES: &[&str] = &[
    "over 300",
    "1,2,3",
    "3.5",
    "£",
    "$40m",
    "%",
    "per cent",
    "a third of",
    "two-thirds",
    "between nine and",
    "–",
    "km",
    "miles (",
    ")",
    "6C",
    "May",
    "31 June",
    "Monday",
    "2017-02-30",
    "in 1999",
    "yesterday",
    "the",
    "boats",
    "people",
    "said Ada Lindqvist, 52,",
    "“",
    "”",
    "'s",
    "U.S.",
    "were",
    "killed",
    "from 50 to",
    "rose by",
    "capital of France",
    "\n",
    "\n\n",
    "# ",
    "> ",
    "- ",
    "<p>",
    "</div>",
    "&amp;",
    "&#x80;",
    "<!--",
    "---",
    "title: ",
    "[",
    "](",
    "*",
    "`",
    "é",
    "ﬁ",
    "\u{feff}",
    "\u{200d}",
    "👩‍👩‍👧",
    "\0",
    "\r",
    "\t",
    "½",
    "１２",
    "٣",
    "ß",
    "İ",
    "000,000",
    "(Photo: Courier)",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,6}"];
    let glue = proptest::sample::select(vec![" ", " ", " ", "", ". "]);
    proptest::collection::vec((piece, glue), 0..60)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, glue)| piece + glue).collect())
}

fn article(name: &str, text: &str) -> Option<Article> {
    let reader = reader_for(Path::new(name)).expect("a known format");
    read(name, text.as_bytes().to_vec(), reader, &ReadOptions::default()).ok()
}

/// Reads and checks an article, and holds every place against the words that it stands for.
fn whole(article: &Article) {
    let text = Text::read(article);
    let facts = Facts::read(&text);
    for record in records(&text, &facts) {
        let field = article.fields.iter().find(|field| field.name == record.field).expect("a field of the article");
        let words = field.text.get(record.start as usize..record.end as usize);
        assert_eq!(words, Some(record.text), "{record:?}");
    }
    for finding in LINTER.check(article).findings {
        assert!(!finding.marks.is_empty(), "{finding:?}");
        for mark in finding.marks {
            let field = &article.fields.get(usize::from(mark.place.field)).expect("a field of the article");
            assert!(field.text.get(mark.place.span.range()).is_some_and(|words| !words.is_empty()), "{mark:?}");
        }
    }
}

/// Rules and messages of what is found.
fn found(text: &str) -> Vec<(String, String)> {
    let article = article("a.txt", text).expect("plain text");
    LINTER.check(&article).findings.into_iter().map(|finding| (finding.rule, finding.message)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange(text in text()) {
        for name in ["a.txt", "a.md", "a.html"] {
            if let Some(article) = article(name, &text) {
                whole(&article);
            }
        }
        let record = serde_json::json!({ "headline": text, "standfirst": text, "body": text, "captions": [text] });
        whole(&article("a.jsonl", &record.to_string()).expect("a record"));
    }

    #[test]
    fn an_unrelated_paragraph_hides_nothing(count in 2_u32..9, before in any::<bool>()) {
        let slip = "The worm knocked out 40,000 routers in 60 routers on Sunday.";
        let other = "Nobody at the harbour had seen such weather before, she said.\n\n".repeat(count as usize);
        let together = if before { format!("{other}{slip}") } else { format!("{slip}\n\n{other}") };
        prop_assert!(!found(slip).is_empty());
        for finding in found(slip) {
            prop_assert!(found(&together).contains(&finding), "{finding:?}");
        }
    }
}
