//! Rules for people: the list, the page of one rule, and how it is written.

use crate::language::rule::{Example, Pack, Rule, Setting};
use std::fmt::Write;

/// All rules with severity and title, one a line.
pub fn list(pack: &Pack) -> String {
    let widest = pack.rules.iter().map(|rule| rule.id.len()).max().unwrap_or(0);
    let mut list = String::new();
    for rule in &pack.rules {
        let draft = if rule.draft.is_some() { " (draft)" } else { "" };
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{:widest$}  {:8} {}{draft}", rule.id, rule.severity.word(), rule.title);
    }
    list
}

/// What a rule is for: title, reason, what to do, settings and examples.
pub fn page(pack: &Pack, rule: &Rule) -> String {
    let mut page = format!("{} ({})\n{}\n", rule.id, rule.severity.word(), rule.title);
    let mut section = |heading: &str, lines: &mut dyn Iterator<Item = String>| {
        let lines: Vec<_> = lines.collect();
        if !lines.is_empty() {
            let _ = write!(page, "\n{heading}\n{}\n", indented(&lines.join("\n")));
        }
    };
    section("why", &mut rule.why.lines().map(str::to_owned));
    let source = source(pack, rule);
    section("settings", &mut rule.settings.iter().map(|setting| described(setting, source)));
    section("never together with", &mut rule.instead_of.iter().map(|other| format!("{other}, which it replaces")));
    section("tags", &mut std::iter::once(rule.tags.join(", ")).filter(|tags| !tags.is_empty()));
    section("draft", &mut rule.draft.iter().map(|why| format!("runs only when asked for: {why}")));
    let shown =
        |bad: bool| rule.examples.iter().filter(move |example| example.bad == bad && !example.todo).map(example);
    section("reported, at the marked places", &mut shown(true));
    section("not reported", &mut shown(false));
    section("as it is written", &mut std::iter::once(format!("factlint rules show {}", rule.id)));
    page
}

/// A rule as it is written in its file, and where.
pub fn written(pack: &Pack, rule: &Rule) -> String {
    let name = pack.sources.get(rule.source).map_or("", |source| source.name.as_str());
    format!("# {name}\n{}\n", source(pack, rule).trim_end())
}

fn source<'a>(pack: &'a Pack, rule: &Rule) -> &'a str {
    pack.sources.get(rule.source).map_or("", |source| rule.span.of(&source.text))
}

/// A setting with its value as written in the rule, and what it is.
fn described(setting: &Setting, source: &str) -> String {
    let value = source.lines().find_map(|line| {
        let rest = line.trim_start().strip_prefix("setting")?.trim_start().strip_prefix(&setting.name)?;
        let value = rest.trim_start().strip_prefix('=')?;
        Some(value.split_once('"').filter(|_| !setting.about.is_empty()).map_or(value, |(value, _)| value).trim())
    });
    format!("{} = {}  {}", setting.name, value.unwrap_or("…"), setting.about).trim_end().to_owned()
}

fn example(example: &Example) -> String {
    let published = example.published.map(|day| format!("(published {day})\n")).unwrap_or_default();
    let lines: Vec<_> = example.text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect();
    format!("{published}{}", lines.join("\n"))
}

fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") });
    lines.collect::<Vec<_>>().join("\n")
}
