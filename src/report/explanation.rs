//! Why a rule fires or does not: its candidates in an article, condition by condition.

use super::excerpt::harmless;
use crate::engine::Side;
use crate::engine::explain::{Condition, Explained, Explanation, Others, add};
use crate::language::rule::{Pack, Rule};
use crate::source::Span;
use std::fmt::Write;

/// Conditions and values longer than this are cut.
const LONG: usize = 60;

/// What became of the candidates of a rule in one article, or two. Those of which no condition held are only
/// counted, as are those that were too many to be shown.
pub fn page(pack: &Pack, rule: &Rule, names: &[&str], explained: &Explained) -> String {
    let mut page = format!("{}\n", harmless(&names.join(" and ")));
    // Writing to a string cannot fail.
    if explained.nearest.is_empty() {
        let _ = writeln!(page, "  nothing here that the rule looks at ({})", looked_at(rule));
    }
    let mut others = explained.others.clone();
    for explanation in &explained.nearest {
        if explanation.reported || explanation.nearness() > 0 {
            candidate(&mut page, pack, names, explanation);
        } else {
            add(&mut others, explanation.decided());
        }
    }
    others.sort_by_key(|others| std::cmp::Reverse(others.count));
    for Others { count, condition } in &others {
        let candidates = if *count == 1 { "1 other".to_owned() } else { format!("{count} others") };
        let _ = match condition {
            None => writeln!(page, "  {candidates} reported"),
            Some((clause, source, span)) => {
                let words = written(pack, *source, *span);
                writeln!(page, "  {candidates} not reported, decided by `{} {words}`", clause.word())
            }
        };
    }
    if explained.given_up {
        let name = names.first().map(|name| harmless(name)).unwrap_or_default();
        let _ = writeln!(page, "  there are more candidates than could be looked at: name a line, as in {name}:12");
    }
    page
}

fn candidate(page: &mut String, pack: &Pack, names: &[&str], explanation: &Explanation) {
    let held = explanation.candidate.iter().map(|held| {
        let of = match (names, held.side) {
            ([first, _], Side::First) => format!(" of {}", harmless(first)),
            ([_, second], Side::Second) => format!(" of {}", harmless(second)),
            _ => String::new(),
        };
        let part = held.part.map(|part| format!(" ({part}{of})")).unwrap_or_default();
        format!("{} = “{}”{part}", held.name, harmless(&held.words))
    });
    let what = if explanation.reported { "reported" } else { "not reported" };
    let _ = writeln!(page, "  {what}: {}", held.collect::<Vec<_>>().join(", "));
    let conditions = explanation.conditions.iter();
    let lines: Vec<_> = conditions.map(|one| (written(pack, one.source, one.span), one)).collect();
    let widest = lines.iter().map(|(words, _)| words.chars().count()).max().unwrap_or(0);
    let deciding = explanation.deciding();
    for (words, condition) in lines {
        let clause = condition.clause.word();
        let answer = condition.answer.word();
        let values = values(condition);
        let decided = if deciding == Some(condition) { "  ← this decided" } else { "" };
        let line = format!("    {clause:6} {words:widest$}  {answer:7} {values}{decided}");
        let _ = writeln!(page, "{}", line.trim_end());
    }
}

/// What a rule looks at: its variables, as they are named.
pub fn looked_at(rule: &Rule) -> String {
    let looked_at: Vec<_> = rule.bindings.iter().flat_map(variables).collect();
    looked_at.join(", ")
}

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
fn written(pack: &Pack, source: usize, span: Span) -> String {
    cut(on_one_line(pack, source, span))
}

/// What stands at a place of a rule file, on one line.
pub(super) fn on_one_line(pack: &Pack, source: usize, span: Span) -> String {
    let source = pack.sources.get(source).map_or("", |source| source.text.as_str());
    span.of(source).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(words: String) -> String {
    if words.chars().count() <= LONG {
        return words;
    }
    words.chars().take(LONG - 1).chain(['…']).collect()
}

fn values(condition: &Condition) -> String {
    let values: Vec<_> = condition.values.iter().map(|value| cut(harmless(value))).collect();
    if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) }
}
