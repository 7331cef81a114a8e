//! Why a rule fires or does not: its candidates in an article, condition by condition.

use super::excerpt::harmless;
use crate::engine::explain::{Condition, Explanation};
use crate::language::rule::{Pack, Rule};
use std::fmt::Write;

/// Conditions longer than this are cut.
const LONG: usize = 60;

/// The candidates of a rule in one article, those nearest to being reported first.
pub fn page(pack: &Pack, rule: &Rule, name: &str, explanations: &[Explanation]) -> String {
    let mut page = format!("{}\n", harmless(name));
    // Writing to a string cannot fail.
    if explanations.is_empty() {
        let looked_at: Vec<_> = rule.bindings.iter().flat_map(variables).collect();
        let _ = writeln!(page, "  nothing here that the rule looks at ({})", looked_at.join(", "));
    }
    for explanation in explanations {
        let held = explanation.candidate.iter().map(|(variable, words)| format!("{variable} = “{}”", harmless(words)));
        let what = if explanation.reported { "reported" } else { "not reported" };
        let _ = writeln!(page, "  {what}: {}", held.collect::<Vec<_>>().join(", "));
        let conditions = explanation.conditions.iter();
        let lines: Vec<_> = conditions.map(|condition| (written(pack, condition), condition)).collect();
        let widest = lines.iter().map(|(words, _)| words.chars().count()).max().unwrap_or(0);
        let deciding = explanation.deciding();
        for (words, condition) in lines {
            let clause = condition.clause.word();
            let answer = condition.answer.word();
            let values = values(condition);
            let decided = if deciding == Some(condition) { "  ← this decided" } else { "" };
            let _ = writeln!(page, "    {clause:6} {words:widest$}  {answer:7} {values}{decided}");
        }
    }
    page
}

/// A rule's variables, as they are named.
fn variables(binding: &crate::language::rule::Binding) -> Vec<String> {
    use crate::language::rule::Binding;
    match binding {
        Binding::Each { kind, name, .. } => vec![format!("{} {name}", kind.word())],
        Binding::Pair { kind, names: [a, b], .. } => vec![format!("pair of {} {a}, {b}", kind.word())],
        Binding::Group { kind, name, .. } => vec![format!("group {name} of {}", kind.word())],
        Binding::Row { name, .. } => vec![format!("row {name}")],
    }
}

/// A condition as it is written in the rule, on one line.
fn written(pack: &Pack, condition: &Condition) -> String {
    let source = pack.sources.get(condition.source).map_or("", |source| source.text.as_str());
    let words = condition.span.of(source).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= LONG {
        return words;
    }
    words.chars().take(LONG - 1).chain(['…']).collect()
}

fn values(condition: &Condition) -> String {
    let values: Vec<_> = condition.values.iter().map(|value| harmless(value)).collect();
    if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) }
}
