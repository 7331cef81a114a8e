//! How fast `factlint facts` reads a line of a feed and prints its facts, on one core: the whole, and its stages.
//!
//! `FACTLINT_NEWS` may name a file of JSON Lines, or a folder of such files, to measure on beside our own story.

#![allow(clippy::expect_used, reason = "a benchmark fails by panicking")]

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use factlint::article::{Article, ReadOptions, read_record};
use factlint::facts::Facts;
use factlint::report::facts::{jsonl, records};
use factlint::text::Text;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

/// A story of our own with as many figures, dates and people as news has.
const STORY: &str = include_str!("article.txt");

fn article(line: &str) -> Article {
    read_record("feed", line.as_bytes(), &ReadOptions::default()).expect("every line is an article")
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
    let texts = files.iter().map(|file| std::fs::read_to_string(file).expect("the news is text"));
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn facts(c: &mut Criterion) {
    let mut feeds = vec![("the story", story())];
    feeds.extend(std::env::var_os("FACTLINT_NEWS").map(|path| ("the news", lines(Path::new(&path)))));
    for (name, feed) in feeds {
        let bytes = feed.iter().map(|line| line.len() as u64 + 1).sum();
        let articles: Vec<Article> = feed.iter().map(|line| article(line)).collect();
        let texts: Vec<Text<'_>> = articles.iter().map(Text::read).collect();
        let read: Vec<Facts> = texts.iter().map(Facts::read).collect();

        let mut group = c.benchmark_group(format!("factlint facts, {name}"));
        group.throughput(Throughput::Bytes(bytes)).sample_size(10).sampling_mode(SamplingMode::Flat);
        group.measurement_time(Duration::from_secs(15));
        group.bench_function("whole", |bench| {
            bench.iter(|| {
                for line in &feed {
                    let article = article(black_box(line));
                    let text = Text::read(&article);
                    let facts = Facts::read(&text);
                    black_box(jsonl(records(&text, &facts)));
                }
            });
        });
        group.bench_function("the article", |bench| {
            bench.iter(|| feed.iter().for_each(|line| drop(black_box(article(line)))));
        });
        group.bench_function("sentences and words", |bench| {
            bench.iter(|| articles.iter().for_each(|article| drop(black_box(Text::read(article)))));
        });
        group.bench_function("facts", |bench| {
            bench.iter(|| texts.iter().for_each(|text| drop(black_box(Facts::read(text)))));
        });
        group.bench_function("printing", |bench| {
            let both = || texts.iter().zip(&read);
            bench.iter(|| both().for_each(|(text, facts)| drop(black_box(jsonl(records(text, facts))))));
        });
        group.finish();
    }
}

/// What once made an extractor go through a whole sentence or paragraph for each of its facts.
const HOSTILE: [&str; 8] = [
    "12 men, compared with 5, ",
    "It has 12 men, compared with 5 before. ",
    "(1",
    "two-",
    "14 red and ",
    "The value was NaN today. ",
    "4,500 homes, 26% of the total, ",
    "in Lyon, England, ",
];

/// Ten times the text is to take ten times as long, whatever it is.
fn hostile(c: &mut Criterion) {
    let mut group = c.benchmark_group("facts of a hostile text");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for unit in HOSTILE {
        for bytes in [20_000, 200_000] {
            let line = serde_json::json!({ "id": "hostile", "body": unit.repeat(bytes / unit.len()) }).to_string();
            let article = article(&line);
            group.throughput(Throughput::Bytes(bytes as u64));
            group.bench_function(format!("{unit:?}, {bytes} bytes"), |bench| {
                bench.iter(|| Facts::read(&Text::read(black_box(&article))));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, facts, hostile);
criterion_main!(benches);
