//! How fast factlint starts, reads and checks, and whether ten times the text takes ten times as long.

#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use criterion::{BatchSize, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use factlint::article::{Article, ReadOptions, read, reader_for};
use factlint::facts::Facts;
use factlint::lint::{Linter, builtin};
use factlint::text::Text;
use std::fmt::Write;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// A story of our own with as many figures, dates and people as news has.
const STORY: &str = include_str!("article.txt");
const MEGABYTE: usize = 1_000_000;

fn article(text: &str) -> Article {
    let path = Path::new("article.txt");
    let reader = reader_for(path).expect("there is a reader of plain text");
    read("article.txt", text.as_bytes().to_vec(), reader, &ReadOptions::default()).expect("the story is an article")
}

/// The paragraphs of the story as often as it takes to make a text of that many bytes, no two of them alike.
fn long(bytes: usize) -> String {
    let paragraphs: Vec<_> = STORY.split("\n\n").collect();
    let mut text = String::with_capacity(bytes + STORY.len());
    for (paragraph, number) in paragraphs.iter().cycle().zip(1..) {
        if text.len() >= bytes {
            break;
        }
        text.push_str(paragraph.trim_end_matches(['.', '”', '\n']));
        write!(text, ", wrote reader {number}.\n\n").expect("a string takes all");
    }
    text
}

fn startup(c: &mut Criterion) {
    c.bench_function("start-up: all built-in rules", |bench| {
        bench.iter(|| Linter::new(black_box(builtin::pack().0)));
    });
}

/// One core over a megabyte of stories.
fn throughput(c: &mut Criterion) {
    let linter = Linter::new(builtin::pack().0);
    let count = MEGABYTE / STORY.len();
    let mut group = c.benchmark_group("a megabyte of stories");
    group.throughput(Throughput::Bytes((count * STORY.len()) as u64));
    group.sample_size(10);
    group.bench_function("read", |bench| {
        bench.iter(|| (0..count).for_each(|_| drop(black_box(article(STORY)))));
    });
    group.bench_function("facts", |bench| {
        let article = article(STORY);
        bench.iter(|| (0..count).for_each(|_| drop(black_box(Facts::read(&Text::read(black_box(&article)))))));
    });
    group.bench_function("check", |bench| {
        bench.iter(|| (0..count).for_each(|_| drop(black_box(linter.check(&article(STORY))))));
    });
    group.finish();
}

/// One article of one megabyte, and one of ten.
fn linearity(c: &mut Criterion) {
    let linter = Linter::new(builtin::pack().0);
    let mut group = c.benchmark_group("one long article");
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(20));
    for megabytes in [1, 10] {
        let text = long(megabytes * MEGABYTE);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(format!("facts, {megabytes} MB"), |bench| {
            bench.iter_batched(
                || article(&text),
                |article| Facts::read(&Text::read(&article)),
                BatchSize::PerIteration,
            );
        });
        group.bench_function(format!("check, {megabytes} MB"), |bench| {
            bench.iter_batched(|| article(&text), |article| linter.check(&article), BatchSize::PerIteration);
        });
    }
    group.finish();
}

criterion_group!(benches, startup, throughput, linearity);
criterion_main!(benches);
