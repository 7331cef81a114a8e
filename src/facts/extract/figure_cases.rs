//! Cases of figures, as data: a sentence, and under it every figure that must be read from it.
//!
//! An expected line is `kind | words | number | unit`; a range gives `low..high`, a bound `low..` or
//! `..high`, a word without a number nothing. A sentence without lines gives no figure at all.

use crate::article::{Article, Block, Part};
use crate::facts::Facts;
use crate::facts::model::{At, Figure};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::Text;
use std::fmt::Write;

fn number(figure: &Figure) -> String {
    let show = |n: crate::facts::exact::Exact| n.to_decimal(4).replace(',', "");
    match (figure.written, figure.low, figure.high) {
        (Some(n), ..) => show(n),
        (None, Some(low), Some(high)) => format!("{}..{}", show(low), show(high)),
        _ => String::new(),
    }
}

/// All figures of a sentence, in the order of the text.
fn shown(sentence: &str) -> Vec<String> {
    let mut article = Article { text: sentence.to_owned(), ..Article::default() };
    article.blocks.push(Block::new(Part::Body, Span::new(0, sentence.len())));
    let text = Text::read(&article);
    let facts = Facts::read(&text);
    let mut lines: Vec<(Span, String)> = Vec::new();
    let mut add = |kind: &str, at: At, figure: &Figure, unit: &str| {
        let weak = if at.certainty == Certainty::Weak { "?" } else { "" };
        let hedge = figure.hedge.word();
        let hedge = if hedge == "exactly" { String::new() } else { format!(" | {hedge}") };
        let line = format!("{kind}{weak} | {} | {} | {unit}{hedge}", text.written(at.span), number(figure));
        lines.push((at.span, line));
    };
    facts.numbers.iter().for_each(|f| add("number", f.at, &f.figure, ""));
    facts.ordinals.iter().for_each(|f| add("ordinal", f.at, &f.figure, ""));
    facts.counts.iter().for_each(|f| {
        let per = f.per.as_ref().map_or(String::new(), |per| format!(" per {per}"));
        add("count", f.at, &f.figure, &format!("{}{per}", f.noun.phrase));
    });
    facts.measures.iter().for_each(|f| {
        let difference = if f.unit.dimension.warmth == 0 { "" } else { " of difference" };
        add("measure", f.at, &f.figure, &format!("{}{difference}", f.unit.name));
    });
    facts.moneys.iter().for_each(|f| {
        let per = f.per.as_ref().map_or(String::new(), |per| format!(" per {per}"));
        add("money", f.at, &f.figure, &format!("{}{per}", f.currency));
    });
    facts.percents.iter().for_each(|f| {
        let whole = f.whole.as_ref().map_or(String::new(), |noun| format!(" of {}", noun.phrase));
        add("percent", f.at, &f.figure, &format!("{}{whole}", f.role.word()));
    });
    facts.points.iter().for_each(|f| add("points", f.at, &f.figure, ""));
    facts.ratios.iter().for_each(|f| {
        add("ratio", f.at, &f.figure, f.whole.as_ref().map_or("", |noun| &noun.phrase));
    });
    facts.ages.iter().for_each(|f| add("age", f.at, &f.figure, &f.unit));
    for fact in &facts.malformed {
        lines.push((fact.at.span, format!("malformed | {} | {}", text.written(fact.at.span), fact.fault)));
    }
    lines.sort();
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Checks every case of a fixture and shows all that differ at once.
fn check(fixture: &str) {
    let mut wrong = String::new();
    let mut cases: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in fixture.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        match (line.strip_prefix("    "), cases.last_mut()) {
            (Some(expected), Some((_, lines))) => lines.push(expected),
            _ => cases.push((line, Vec::new())),
        }
    }
    assert!(cases.len() > 20, "the fixture was not read");
    for (sentence, expected) in cases {
        let got = shown(sentence);
        if got != expected {
            let _ = writeln!(wrong, "{sentence}");
            expected.iter().filter(|line| !got.iter().any(|got| got == *line)).for_each(|line| {
                let _ = writeln!(wrong, "  - {line}");
            });
            got.iter().filter(|line| !expected.contains(&line.as_str())).for_each(|line| {
                let _ = writeln!(wrong, "  + {line}");
            });
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn figures_are_read() {
    check(include_str!("../../../fixtures/facts/figures.txt"));
}

#[test]
fn what_is_counted_is_read() {
    check(include_str!("../../../fixtures/facts/counted_nouns.txt"));
}

#[test]
fn figures_of_the_news_desks_are_read() {
    check(include_str!("../../../fixtures/facts/news-figures.txt"));
}

#[test]
fn amounts_are_read() {
    check(include_str!("../../../fixtures/facts/amounts.txt"));
}

#[test]
fn what_is_no_figure_is_passed_over() {
    check(include_str!("../../../fixtures/facts/no_figures.txt"));
}

#[test]
fn marks_before_the_first_word_are_no_names() {
    for text in ["., 34, said.", "(34)", ", 34,", "of 34 million", "s 34%", "1.2.34"] {
        let mut article = crate::article::Article { text: text.into(), ..Default::default() };
        let span = crate::source::Span::new(0, text.len());
        article.blocks.push(crate::article::Block::new(crate::article::Part::Body, span));
        let facts = crate::facts::Facts::read(&crate::text::Text::read(&article));
        assert!(facts.ages.is_empty(), "{text}");
    }
}
