//! How fast an article is cut into tokens and sentences, on news and on text made to be slow.
//!
//! `FACTLINT_NEWS` may name a plain-text file to measure on beside our own story.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use factlint::article::{Article, Block, Part};
use factlint::source::Span;
use factlint::text::{Text, gazetteer, lexicon};
use std::hint::black_box;

/// A story of our own with as many figures, dates and people as news has.
const STORY: &str = include_str!("article.txt");
const MEGABYTE: usize = 1_000_000;

/// An article of paragraphs that empty lines divide.
fn article(body: String) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in body.split("\n\n") {
        blocks.push(Block::new(Part::Body, Span::new(at, at + paragraph.len())));
        at += paragraph.len() + 2;
    }
    Article { text: body, blocks, ..Article::default() }
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

/// Our own story, and the reader's news where there is some.
fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("text");
    let mut texts = vec![("story", repeated(&format!("{STORY}\n\n"), MEGABYTE))];
    texts.extend(
        std::env::var("FACTLINT_NEWS")
            .ok()
            .and_then(|path| std::fs::read_to_string(path).ok())
            .map(|text| ("news", text)),
    );
    for (name, text) in texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        let article = article(text);
        group.bench_function(name, |bench| bench.iter(|| Text::read(black_box(&article))));
    }
    group.finish();
}

/// Ten times the text is to take ten times as long, whatever it is.
fn hostile(c: &mut Criterion) {
    let mut group = c.benchmark_group("hostile text");
    group.sample_size(10);
    for unit in ["\"", ".", ".\"", "a.", "Mr. ", "x.\"Y", ". A\""] {
        for bytes in [MEGABYTE / 10, MEGABYTE] {
            let article = article(repeated(unit, bytes));
            group.throughput(Throughput::Bytes(article.text.len() as u64));
            group.bench_with_input(BenchmarkId::new(unit, bytes), &article, |bench, article| {
                bench.iter(|| Text::read(black_box(article)));
            });
        }
    }
    group.finish();
}

/// One look-up a word, over the words of the story.
fn lookups(c: &mut Criterion) {
    let lower = STORY.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let mut group = c.benchmark_group("one look-up of each word");
    group.throughput(Throughput::Elements(words.len() as u64));
    let mut each = |name: &str, found: fn(&str) -> bool| {
        group.bench_function(name, |bench| {
            bench.iter(|| words.iter().filter(|word| found(black_box(word))).count());
        });
    };
    each("classes", |word| lexicon::classes(word).is_empty());
    each("usual_class", |word| lexicon::usual_class(word).is_empty());
    each("singular", |word| lexicon::singular(word).is_empty());
    each("verb_base", |word| lexicon::verb_base(word).is_empty());
    each("is_a_kind_of", |word| lexicon::is_a_kind_of(word, "person"));
    each("country", |word| gazetteer::country(word).is_some());
    group.finish();
}

criterion_group!(benches, reading, hostile, lookups);
criterion_main!(benches);
