//! Which reports become findings, in what order, and where.

use super::settings::{Asked, Chosen, Settings, choose};
use super::{Checked, Linter};
use crate::article::{Field, ReadOptions, Segment, read, reader_for};
use crate::engine::Running;
use crate::engine::test_facts::{Stage, exactly};
use crate::language::rule::{Pack, Severity};
use crate::source::Span;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// Rules from their ids and clauses.
fn pack(rules: &[(&str, &str)]) -> Pack {
    let mut text = String::new();
    for (id, clauses) in rules {
        write!(text, "rule {id}\n  title \"test\"\n  severity error\n{clauses}\n\n").unwrap();
    }
    let (pack, mistakes) = crate::language::load(&[("test.rules", &text)], &|_| Err("no tables".to_owned()));
    let errors: Vec<_> = mistakes.iter().filter(|m| m.grade == crate::language::Grade::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    pack
}

/// The rules are drafts, so that they need no examples.
fn drafts(pack: &Pack) -> Vec<Chosen> {
    choose(&Settings::default(), &[], pack, &Asked { drafts: true, ..Asked::default() }).unwrap()
}

const TOO_MANY: &str = "draft\nfor each count c\nmust c.value < 50\nmessage \"too many {c.noun}\"\nmark c \"c\"";
const BARNS: &str = "draft\ninstead of test/many\nfor each count c\nwhere c.noun is \"barn\"\nmust c.value < 50\nmessage \"barns\"\nmark c.noun \"c\"";
const PAIRS: &str = "draft\nfor each count a, count b\nwhere a.article is b.article\nmust a.value < 0\nmessage \"{a.text}\"\nmark a \"a\"\nmark b \"b\"";

fn stage() -> Stage {
    let mut stage = Stage::new("It hit 60 people.\nIt hit 70 barns.\n");
    stage.count("60 people", exactly(60), "person");
    stage.count("70 barns", exactly(70), "barn");
    stage
}

fn check(rules: &[(&str, &str)], stage: &Stage, change: impl FnOnce(&mut Vec<Chosen>, &mut Running)) -> Checked {
    let pack = pack(rules);
    let (mut chosen, mut running) = (drafts(&pack), Running::default());
    change(&mut chosen, &mut running);
    let linter = Linter::with(Arc::new(pack), &chosen, running);
    stage.with_view(|view| linter.check_facts(view))
}

fn told(checked: &Checked) -> Vec<(&str, &str)> {
    checked.findings.iter().map(|finding| (finding.rule.as_str(), finding.message.as_str())).collect()
}

#[test]
fn findings_come_in_the_order_of_the_text() {
    let rules = [("test/z", TOO_MANY), ("test/a", TOO_MANY)];
    let checked = check(&rules, &stage(), |_, _| {});
    assert_eq!(
        told(&checked),
        [
            ("test/a", "too many people"),
            ("test/z", "too many people"),
            ("test/a", "too many barns"),
            ("test/z", "too many barns"),
        ]
    );
}

#[test]
fn the_special_rule_stands_instead_of_the_general() {
    let rules = [("test/many", TOO_MANY), ("test/barns", BARNS)];
    let checked = check(&rules, &stage(), |_, _| {});
    assert_eq!(told(&checked), [("test/many", "too many people"), ("test/barns", "barns")]);
    let off = check(&rules, &stage(), |chosen, _| chosen[1].on.0 = false);
    assert_eq!(off.findings.len(), 2);
}

#[test]
fn the_same_words_are_reported_once_by_one_rule() {
    let checked = check(&[("test/pairs", PAIRS)], &stage(), |_, _| {});
    assert_eq!(told(&checked), [("test/pairs", "60 people")]);
}

#[test]
fn what_is_chosen_runs() {
    let rules = [("test/many", TOO_MANY)];
    let linter = Linter::new(pack(&rules));
    assert_eq!(stage().with_view(|view| linter.check_facts(view)).findings, []);
    let checked = check(&rules, &stage(), |chosen, _| chosen[0].severity.0 = Severity::Note);
    assert_eq!(checked.findings[0].severity, Severity::Note);
    let checked = check(&rules, &stage(), |_, running| running.fuel = 0);
    assert_eq!(checked.notes[0].rule, "test/many");
}

#[test]
fn what_stands_in_a_quotation_is_one_grade_less_grave() {
    let check = |name: &str, text: &str, rule: &str, clauses: &str, wanted: &[(Severity, usize)]| {
        let reader = reader_for(Path::new(name)).unwrap();
        let article = read(name, text.into(), reader, &ReadOptions::default()).unwrap();
        let rules = pack(&[(rule, clauses)]);
        let chosen = drafts(&rules);
        let found = Linter::with(Arc::new(rules), &chosen, Running::default()).check(&article).findings;
        let told: Vec<_> = found.iter().map(|finding| (finding.severity, finding.help.len())).collect();
        assert_eq!(told, wanted, "{text}");
    };
    let many = |name: &str, text: &str, wanted: &[(Severity, usize)]| check(name, text, "test/many", TOO_MANY, wanted);
    many("a.txt", "It hit 60 barns.", &[(Severity::Error, 0)]);
    many("a.txt", "“It hit 60 barns,” he said.", &[(Severity::Warning, 1)]);
    many("a.txt", "“It was bad,” he said. It hit 60 barns.", &[(Severity::Error, 0)]);
    many("a.txt", "It hit “60 barns”, and 70 mills.", &[(Severity::Warning, 1), (Severity::Error, 0)]);
    many("a.md", "He wrote:\n\n> It hit 60 barns.", &[(Severity::Warning, 1)]);
    // What is wrong with the quotation itself is the paper's doing.
    let mute = "draft\nfor each quote q\nmust q.speaker is known\nmessage \"{q.text}\"\nmark q \"q\"";
    check("a.txt", "“It hit the barns.”", "test/mute", mute, &[(Severity::Error, 0)]);
}

#[test]
fn places_are_the_source_s() {
    let mut stage = stage();
    // The source begins with a byte-order mark of three bytes.
    let source = format!("\u{feff}{}", stage.article.text);
    let text = Span::new(0, stage.article.text.len());
    stage.article.places.push(Segment { text, source: text.shifted(3), field: 0 });
    stage.article.fields = vec![Field::new("source", source)];
    let checked = check(&[("test/many", TOO_MANY)], &stage, |_, _| {});
    let words: Vec<&str> = checked.findings.iter().map(|f| stage.article.written(f.marks[0].place)).collect();
    assert_eq!(words, ["60 people", "70 barns"]);
}
