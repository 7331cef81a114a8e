//! Many house rules: that those of the benchmark are rules, and that needs change nothing.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

#[path = "../benches/house/mod.rs"]
mod house;

use factlint::article::{Article, ReadOptions, read, read_record, reader_for};
use factlint::engine::{Joining, Running, Starting};
use factlint::language::load;
use factlint::language::rule::Pack;
use factlint::lint::examples::{Outcome, try_examples};
use factlint::lint::settings::as_written;
use factlint::lint::{Linter, builtin};
use std::path::Path;
use std::sync::Arc;

/// A few of each shape.
const RULES: usize = 60;

fn pack() -> Pack {
    let rules = house::rules(RULES);
    let files: Vec<_> = builtin::files().iter().copied().chain([("house.rules", rules.as_str())]).collect();
    let (pack, mistakes) = load(&files, &|path| Ok(builtin::table(path).map_or_else(house::sheet, str::to_owned)));
    let mistakes: Vec<_> = mistakes.iter().map(|mistake| format!("{mistake}: {:?}", mistake.labels)).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    pack
}

#[test]
fn the_generated_rules_hold() {
    let pack = pack();
    let house = pack.rules.iter().filter(|rule| rule.id.starts_with("house/"));
    let tried: Vec<_> = house.flat_map(|rule| try_examples(&pack, rule)).collect();
    let broken = tried.iter().filter_map(|tried| match &tried.outcome {
        Outcome::Failed(failure) => Some(format!("{}: {}: “{}”", tried.rule.id, failure.reason, failure.text)),
        Outcome::Held | Outcome::KnownGap(_) | Outcome::GapClosed => None,
    });
    let broken: Vec<_> = broken.collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(tried.len() > RULES);
}

fn article(text: &str) -> Article {
    let reader = reader_for(Path::new("a.md")).expect("there is a reader of Markdown");
    read("a.md", text.as_bytes().to_vec(), reader, &ReadOptions::default()).expect("Markdown is always an article")
}

/// A rule that is not started for want of something would have found nothing: on the examples of all
/// rules, one by one and all in one article, and on a story.
#[test]
fn needs_change_nothing() {
    let pack = pack();
    let examples = pack.rules.iter().flat_map(|rule| &rule.examples);
    let mut texts: Vec<String> = examples.map(|example| example.text.replace("[[", "").replace("]]", "")).collect();
    texts.push(texts.join("\n\n"));
    texts.push(include_str!("../benches/article.txt").to_owned());
    // Outside ASCII there are more cases of letters, spaces and apostrophes.
    texts.push(texts.concat().replace('k', "\u{212a}").replace('\'', "’").replace("in ", "in\u{a0}"));
    let by_needs = Linter::new(pack.clone());
    let chosen = as_written(&pack);
    let all = Linter::with(Arc::new(pack), &chosen, Running { starting: Starting::All, ..Running::default() });
    let mut found = 0;
    for text in texts {
        let article = article(&text);
        let expected = all.check(&article);
        assert_eq!(by_needs.check(&article), expected, "{text}");
        found += expected.findings.len();
    }
    assert!(found > RULES);
}

/// The same of the JSON Lines that `FACTLINT_NEWS` names, where it names some, with joins of nested loops as the oracle.
#[test]
fn the_news_agrees() {
    let Some(path) = std::env::var_os("FACTLINT_NEWS") else { return };
    let pack = pack();
    let chosen = as_written(&pack);
    let fast = Linter::new(pack.clone());
    let oracle = Running { starting: Starting::All, joining: Joining::Nested, fuel: u64::MAX };
    let oracle = Linter::with(Arc::new(pack), &chosen, oracle);
    let news = std::fs::read_to_string(path).expect("the news is text");
    for line in news.lines() {
        let article = read_record("news", line.as_bytes(), &ReadOptions::default()).expect("every line is an article");
        assert_eq!(fast.check(&article), oracle.check(&article), "{}", article.id);
    }
}

/// Ordinary rules take no longer than the text does, whatever it is.
#[test]
fn a_long_line_of_counts_exhausts_no_rule() {
    let linter = Linter::new(pack());
    let units = [
        "The storm killed 14 people. ",
        "The storm killed {} people. ",
        "The storm hit {} people in {} houses. ",
        "{} people, ",
        "John Smith, {}, said so. ",
    ];
    for unit in units {
        let lines = (0..4_000).map(|number| unit.replace("{}", &(2 + number * 37 % 900).to_string()));
        let text = format!("# Storm kills 40 people\n\n{}", lines.collect::<String>());
        let checked = linter.check(&article(&text));
        assert!(checked.notes.is_empty(), "{unit}: {:?}", checked.notes);
    }
}
