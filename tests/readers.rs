//! One article in every format is one article to read.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use factlint::article::{Article, Part, ReadOptions, read, reader_for};
use std::path::Path;

fn article(name: &str) -> Article {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles").join(name);
    let bytes = std::fs::read(&path).expect("a fixture");
    let reader = reader_for(&path).expect("a reader for the fixture");
    read(name, bytes, reader, &ReadOptions::default()).expect("an article")
}

/// The words of every block of a part, with ordinary spaces.
fn words(article: &Article, part: Part) -> Vec<String> {
    let blocks = article.blocks.iter().filter(|block| block.part == part);
    blocks.map(|block| block.span.of(&article.text).replace('\u{a0}', " ")).collect()
}

#[test]
fn every_format_reads_the_same_words() {
    for name in ["lantern", "lantern-corrected"] {
        let text = article(&format!("{name}.txt"));
        for part in [Part::Headline, Part::Standfirst, Part::Body, Part::Caption] {
            let expected = words(&text, part);
            assert!(!expected.is_empty(), "{part:?} in {name}");
            for format in ["md", "html", "jsonl"] {
                assert_eq!(words(&article(&format!("{name}.{format}")), part), expected, "{part:?} in {name}.{format}");
            }
        }
    }
}

#[test]
fn a_phrase_leads_to_its_bytes_in_every_format() {
    let phrases = [
        ("lantern.txt", "source", "60 routers"),
        ("lantern.md", "source", "60 routers"),
        ("lantern.html", "source", "60&#32;rou<wbr>ters"),
        ("lantern.jsonl", "standfirst", "60 routers"),
    ];
    for (name, field, written) in phrases {
        let article = article(name);
        let at = article.text.find("60 routers").expect("the phrase");
        let place = article.place(factlint::source::Span::new(at, at + "60 routers".len()));
        assert_eq!((article.field_name(place), article.written(place)), (field, written), "{name}");
    }
}
