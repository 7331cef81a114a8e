//! How fast a thousand house rules load, how much they slow the check of the news, and what the built-in rules add to
//! the reading of facts: "built-in rules alone" against "facts without rules".
//!
//! `FACTLINT_NEWS` may name a file of JSON Lines, or a folder of such files, to measure on beside our own story.

#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

mod house;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use factlint::article::{Article, ReadOptions, read_record};
use factlint::facts::Facts;
use factlint::facts::schema::View;
use factlint::language::load;
use factlint::language::rule::Pack;
use factlint::lint::{Linter, builtin};
use factlint::text::Text;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// A story of our own with as many figures, dates and people as news has.
const STORY: &str = include_str!("article.txt");
const HOUSE_RULES: usize = 1_000;
/// At most so much of the news is checked in one go.
const NEWS: usize = 4_000_000;

/// The built-in rules with the newsroom's beside them.
fn pack(house: &str, sheet: &str) -> Pack {
    let files: Vec<_> = builtin::files().iter().copied().chain([("house.rules", house)]).collect();
    let table = |path: &str| Ok(builtin::table(path).unwrap_or(sheet).to_owned());
    let (pack, mistakes) = load(&files, &table);
    assert!(mistakes.is_empty(), "{}", mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    pack
}

/// The story as a feed of about a megabyte.
fn story() -> Vec<String> {
    let line = serde_json::json!({ "id": "story", "published": "2024-05-01", "body": STORY }).to_string();
    vec![line; 1_000_000 / STORY.len()]
}

/// The lines of a file, or of the files of a folder.
fn lines(path: &Path) -> Vec<String> {
    let mut files: Vec<_> = match path.read_dir() {
        Ok(folder) => folder.flatten().map(|entry| entry.path()).collect(),
        Err(_) => vec![path.to_owned()],
    };
    files.sort();
    let mut left = NEWS;
    let texts = files.iter().map(|file| std::fs::read_to_string(file).expect("the news is text"));
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines
        .take_while(|line| {
            left = left.saturating_sub(line.len());
            left > 0
        })
        .collect()
}

fn article(line: &str) -> Article {
    read_record("feed", line.as_bytes(), &ReadOptions::default()).expect("every line is an article")
}

fn loading(c: &mut Criterion) {
    let (house, sheet) = (house::rules(HOUSE_RULES), house::sheet());
    let mut group = c.benchmark_group("1,000 house rules beside the built-in ones");
    group.throughput(Throughput::Bytes(house.len() as u64));
    group.bench_function("load", |bench| bench.iter(|| pack(black_box(&house), &sheet)));
    group.bench_function("load and plan", |bench| bench.iter(|| Linter::new(pack(black_box(&house), &sheet))));
    group.finish();
}

fn checking(c: &mut Criterion) {
    let built_in = Linter::new(builtin::pack().0);
    let house = Linter::new(pack(&house::rules(HOUSE_RULES), &house::sheet()));
    let mut feeds = vec![("the story", story())];
    feeds.extend(std::env::var_os("FACTLINT_NEWS").map(|path| ("the news", lines(Path::new(&path)))));
    for (name, feed) in feeds {
        let bytes = feed.iter().map(|line| line.len() as u64 + 1).sum();
        let mut group = c.benchmark_group(format!("check of {name}"));
        group.throughput(Throughput::Bytes(bytes)).sample_size(10).sampling_mode(SamplingMode::Flat);
        group.measurement_time(Duration::from_secs(15));
        group.bench_function("facts without rules", |bench| {
            bench.iter(|| {
                for line in &feed {
                    drop(black_box(Facts::read(&Text::read(&article(line)))));
                }
            });
        });
        for (rules, linter) in [("built-in rules", &built_in), ("and 1,000 house rules", &house)] {
            group.bench_function(rules, |bench| {
                bench.iter(|| feed.iter().for_each(|line| drop(black_box(linter.check(&article(line))))));
            });
        }
        let articles: Vec<Article> = feed.iter().map(|line| article(line)).collect();
        let texts: Vec<Text<'_>> = articles.iter().map(Text::read).collect();
        let facts: Vec<Facts> = texts.iter().map(Facts::read).collect();
        let views: Vec<_> = articles.iter().zip(&texts).zip(&facts).collect();
        for (rules, linter) in [("built-in rules alone", &built_in), ("house rules alone", &house)] {
            group.bench_function(rules, |bench| {
                bench.iter(|| {
                    for &((article, text), facts) in &views {
                        drop(black_box(linter.check_facts(View { article, text, facts })));
                    }
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, loading, checking);
criterion_main!(benches);
