//! The page of a rule: what is wrong, why it matters, what to do, its settings and its tested examples.

use super::super::rule::{in_force, source, value_written};
use super::{block, code, heading, path, plain};
use crate::facts::schema::Kind;
use crate::language::rule::{Binding, Example, Pack, Rule};
use crate::lint::builtin;
use crate::lint::examples::said_of;
use crate::lint::settings::{Chosen, Settings};
use std::fmt::Write;

/// From a rule's page to the folder of the pages.
const UP: &str = "../../";

/// The page of a rule as it is chosen.
pub(super) fn page(pack: &Pack, settings: &Settings, rule: &Rule, choice: &Chosen) -> String {
    let mut page = format!("# {}\n\n{}\n", plain(&rule.title), facts(pack, rule, choice));
    // Writing to a string cannot fail.
    let mut section = |heading: &str, text: String| {
        if !text.trim().is_empty() {
            let _ = write!(page, "\n## {heading}\n\n{}\n", text.trim_end());
        }
    };
    section("Why it matters", rule.why.clone());
    section("What is reported", examples(pack, rule, true));
    section("What is not", examples(pack, rule, false));
    section("How it was measured", measured(rule));
    section("Settings", table_of_settings(pack, rule));
    section("In force here", in_force_here(pack, settings, rule, choice));
    section("Together with other rules", precedence(pack, rule));
    section("As it is written", block("text", source(pack, rule)));
    page
}

/// What a built-in rule found in published articles; empty of other rules.
fn measured(rule: &Rule) -> String {
    let rows = builtin::table("evidence.csv").unwrap_or_default().lines().skip(1);
    let mut rows = rows.map(|row| row.split(',').collect::<Vec<_>>());
    let Some([_, articles, found, read, right]) = rows.find_map(|row| {
        let row: [&str; 5] = row.try_into().ok()?;
        (row.first() == Some(&rule.id.as_str())).then_some(row)
    }) else {
        return String::new();
    };
    match found {
        "0" => format!("In {articles} published news articles it reported nothing."),
        _ => format!(
            "In {articles} published news articles it reported {found}; {read} were read in their articles, and {right} \
             of these were right."
        ),
    }
}

/// Id, severity, tags, pack, and what it looks at.
fn facts(pack: &Pack, rule: &Rule, choice: &Chosen) -> String {
    let mut facts = vec![code(&rule.id), choice.severity.0.word().to_owned()];
    if let Some(why) = &rule.draft {
        facts.push(format!("draft: {}", plain(why)));
    } else if let Some(why) = rule.opt_in.as_ref().filter(|_| !choice.on.0) {
        facts.push(format!("off: {}", plain(why)));
    } else if !choice.on.0 {
        facts.push("off".to_owned());
    }
    let mut kinds: Vec<Kind> = Vec::new();
    for binding in &rule.bindings {
        match binding {
            Binding::Each { kind, .. } | Binding::Pair { kind, .. } | Binding::Group { kind, .. } => {
                if !kinds.contains(kind) {
                    kinds.push(*kind);
                }
            }
            Binding::Row { .. } => {}
        }
    }
    let kinds: Vec<_> = kinds.iter().map(|kind| format!("[{0}]({UP}facts.md#{0})", kind.word())).collect();
    if !kinds.is_empty() {
        facts.push(format!("looks at each {}", kinds.join(", ")));
    }
    if !rule.tags.is_empty() {
        facts.push(format!("tags: {}", plain(&rule.tags.join(", "))));
    }
    if let Some(header) = pack.headers.get(rule.pack).filter(|header| !header.name.is_empty()) {
        facts.push(format!("pack [{0}]({UP}rules.md#{0})", heading(header)));
    }
    facts.join(" · ")
}

/// The examples of one kind, each with what the rule says of it.
fn examples(pack: &Pack, rule: &Rule, bad: bool) -> String {
    let mut page = String::new();
    for example in rule.examples.iter().filter(|example| example.bad == bad && !example.todo) {
        if let Some(published) = example.published {
            let _ = writeln!(page, "Published on {published}:\n");
        }
        page.push_str(&block("text", &example.text));
        page.push('\n');
        if bad && !rule.excuses(example) {
            page.push_str(&said(pack, rule, example));
        }
    }
    page
}

fn said(pack: &Pack, rule: &Rule, example: &Example) -> String {
    let mut said = String::new();
    for report in said_of(pack, rule, example) {
        let _ = writeln!(said, "> {}", plain(&report.message));
        for help in &report.help {
            let _ = writeln!(said, ">\n> {}", plain(help));
        }
        let new: Vec<_> = report.suggestions.iter().map(|new| format!("“{}”", plain(&new.text))).collect();
        if !new.is_empty() {
            let _ = writeln!(said, ">\n> Could be written instead: {}", new.join(" or "));
        }
        said.push('\n');
    }
    said
}

fn table_of_settings(pack: &Pack, rule: &Rule) -> String {
    if rule.settings.is_empty() {
        return String::new();
    }
    let mut table = String::from("| setting | as it comes | what it is |\n|---|---|---|\n");
    for setting in &rule.settings {
        let value = value_written(setting, source(pack, rule));
        let _ = writeln!(table, "| {} | {} | {} |", code(&setting.name), code(value), plain(&setting.about));
    }
    if let Some(first) = rule.settings.first() {
        let value = value_written(first, source(pack, rule));
        let value = if value.parse::<f64>().is_ok() { value.to_owned() } else { format!("\"{value}\"") };
        let lines = format!("[rules.\"{}\"]\nset.{} = {value}", rule.id, first.name);
        let _ = write!(table, "\nChanged in `factlint.toml`:\n\n{}", block("toml", &lines));
    }
    table
}

/// What the settings and the other packs make of it.
fn in_force_here(pack: &Pack, settings: &Settings, rule: &Rule, choice: &Chosen) -> String {
    let lines = in_force(pack, settings, rule, choice);
    let lines: Vec<_> = lines.lines().filter_map(|line| line.strip_prefix("#   ")).collect();
    if lines.is_empty() { String::new() } else { block("text", &lines.join("\n")) }
}

fn precedence(pack: &Pack, rule: &Rule) -> String {
    let mut page = String::new();
    let link = |other: &Rule| format!("[{}]({UP}{})", other.id, path(other));
    for other in pack.rules.iter().filter(|other| rule.instead_of.contains(&other.id)) {
        let _ = writeln!(page, "Where {} reports the same words, this rule alone speaks.\n", link(other));
    }
    for other in pack.rules.iter().filter(|other| other.instead_of.contains(&rule.id)) {
        let _ = writeln!(page, "Where {} reports the same words, it speaks instead of this rule.\n", link(other));
    }
    page
}
