//! Rules for people: the list, the page of one rule, and how it is written.

use crate::language::rule::{Change, Example, Pack, Rule, RuleSource, Setting};
use crate::lint::settings::{Chosen, ChosenFlaw, Origin, Settings, adjustments};
use crate::lint::stets::Flaw;
use crate::source::{Lines, Span};
use std::fmt::Write;

/// All rules with severity and title, one a line, those about stets last; severities are those in force.
pub fn list(pack: &Pack, chosen: &[Chosen], flaws: &[ChosenFlaw]) -> String {
    let ids = pack.rules.iter().map(|rule| rule.id.len()).chain(flaws.iter().map(|flaw| flaw.flaw.id().len()));
    let widest = ids.max().unwrap_or(0);
    let mut list = String::new();
    for (rule, choice) in pack.rules.iter().zip(chosen) {
        let off = match (choice.on.0, &rule.draft) {
            (true, None) => "",
            (_, Some(_)) => " (draft)",
            (false, None) => " (off)",
        };
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{:widest$}  {:8} {}{off}", rule.id, choice.severity.0.word(), rule.title);
    }
    for ChosenFlaw { flaw, on, severity } in flaws {
        let off = if on.0 { "" } else { " (off)" };
        let _ = writeln!(list, "{:widest$}  {:8} {}{off}", flaw.id(), severity.0.word(), flaw.title());
    }
    list
}

/// What a rule about stets is for, and how it is in force.
pub fn flaw_page(flaw: Flaw, chosen: &[ChosenFlaw], settings: &Settings) -> String {
    let mut page =
        format!("{} ({})\n{}\n\nwhy\n{}\n", flaw.id(), flaw.severity().word(), flaw.title(), indented(flaw.why()));
    page.push_str("\nas it is written\n  built in: it looks at stets and not at facts\n");
    let Some(choice) = chosen.iter().find(|choice| choice.flaw == flaw) else { return page };
    let says = |origin: Origin| match (origin, &settings.source) {
        (Origin::Settings(span), Some(source)) => {
            format!("  {}:{}", source.name, Lines::new(&source.text).line_of(span.start) + 1)
        }
        (Origin::Rule | Origin::Amendment(_) | Origin::Settings(_) | Origin::CommandLine, _) => String::new(),
    };
    let lines = [
        (choice.on.1, if choice.on.0 { "on" } else { "off" }.to_owned()),
        (choice.severity.1, format!("severity {}", choice.severity.0.word())),
    ];
    for (origin, words) in lines.into_iter().filter(|(origin, _)| *origin != Origin::Rule) {
        let _ = write!(page, "\nin force\n  {words}{}\n", says(origin));
    }
    page
}

/// What is in force of a rule where that is not what the rule itself says, and who says so; empty where
/// nothing is changed.
pub fn in_force(pack: &Pack, settings: &Settings, rule: &Rule, choice: &Chosen) -> String {
    let who = Who { pack, settings, rule };
    let mut lines: Vec<(String, String, String)> = Vec::new();
    let (on, origin) = choice.on;
    if origin != Origin::Rule {
        let words = if on { "on".to_owned() } else { "off".to_owned() };
        let because = rule.off().filter(|because| !on && !because.is_empty());
        lines.push((words, because.unwrap_or_default().to_owned(), who.says(origin)));
    }
    if choice.severity.1 != Origin::Rule {
        lines.push(("severity".to_owned(), choice.severity.0.word().to_owned(), who.says(choice.severity.1)));
    }
    for (number, setting) in rule.settings.iter().enumerate() {
        let set = choice.settings.iter().find(|(set, ..)| *set == number).map(|(.., origin)| *origin);
        let amended = rule.amendments.iter().rposition(|amended| amended.what == Change::Setting(number));
        if let Some(origin) = set.or_else(|| amended.map(Origin::Amendment)) {
            lines.push((format!("setting {}", setting.name), who.words(origin), who.says(origin)));
        }
    }
    for (number, amended) in rule.amendments.iter().enumerate() {
        let what = match &amended.what {
            Change::Tags => "tags",
            Change::Unless(_) => "unless",
            Change::Help => "help",
            Change::Example => "example",
            Change::Excuses(_) => "excuses",
            Change::Off(_) | Change::Severity(_) | Change::Setting(_) => continue,
        };
        let origin = Origin::Amendment(number);
        lines.push((what.to_owned(), who.words(origin), who.says(origin)));
    }
    lines.extend(in_some_articles(&who));
    if lines.is_empty() {
        return String::new();
    }
    let widest = |of: &dyn Fn(&(String, String, String)) -> usize| lines.iter().map(of).max().unwrap_or(0);
    let (first, second) = (widest(&|line| line.0.chars().count()), widest(&|line| line.1.chars().count()));
    let mut page = String::from("\n# in force\n");
    for (what, words, place) in &lines {
        let _ = writeln!(page, "#   {}", format!("{what:first$}  {words:second$}  {place}").trim_end());
    }
    page
}

/// What the settings say of a rule for articles of some paths only: what for which, and where it is said.
fn in_some_articles(who: &Who<'_>) -> Vec<(String, String, String)> {
    let mut lines = Vec::new();
    for section in &who.settings.sections {
        let paths: Vec<&str> = section.paths.iter().map(|path| path.glob().glob()).collect();
        for adjustment in adjustments(&[&section.rules], &who.rule.id) {
            let mut add = |what: String, words: String, span: Span| {
                lines.push((format!("{what} in {}", paths.join(", ")), words, who.says(Origin::Settings(span))));
            };
            if let Some(enabled) = &adjustment.enabled {
                add(if enabled.what { "on" } else { "off" }.to_owned(), String::new(), enabled.span);
            }
            if let Some(severity) = &adjustment.severity {
                add("severity".to_owned(), severity.what.word().to_owned(), severity.span);
            }
            let has = |name: &str| who.rule.settings.iter().any(|setting| setting.name == name);
            for (name, raw) in adjustment.set.iter().filter(|(name, _)| has(&name.what)) {
                add(format!("setting {}", name.what), who.words(Origin::Settings(raw.span)), raw.span);
            }
        }
    }
    lines
}

/// Who decided something of a rule: a file and line, or the command line; empty for the rule itself.
pub fn says(pack: &Pack, settings: &Settings, rule: &Rule, origin: Origin) -> String {
    Who { pack, settings, rule }.says(origin)
}

/// Says who decided something of a rule.
struct Who<'w> {
    pack: &'w Pack,
    settings: &'w Settings,
    rule: &'w Rule,
}

impl Who<'_> {
    /// The file and span of a decision.
    fn place(&self, origin: Origin) -> Option<(&RuleSource, Span)> {
        match origin {
            Origin::Rule | Origin::CommandLine => None,
            Origin::Amendment(number) => {
                let amended = self.rule.amendments.get(number)?;
                Some((self.pack.sources.get(amended.source)?, amended.span))
            }
            Origin::Settings(span) => Some((self.settings.source.as_ref()?, span)),
        }
    }

    fn says(&self, origin: Origin) -> String {
        match (origin, self.place(origin)) {
            (_, Some((source, span))) => {
                format!("{}:{}", source.name, Lines::new(&source.text).line_of(span.start) + 1)
            }
            (Origin::CommandLine, None) => "the command line".to_owned(),
            (Origin::Rule | Origin::Amendment(_) | Origin::Settings(_), None) => String::new(),
        }
    }

    /// What is written there, without the word of its clause and the name of a setting.
    fn words(&self, origin: Origin) -> String {
        let Some((source, span)) = self.place(origin) else { return String::new() };
        let words = span.of(&source.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = match origin {
            Origin::Amendment(_) => words.split_once(' ').map_or(words.as_str(), |(_, rest)| rest),
            Origin::Rule | Origin::Settings(_) | Origin::CommandLine => words.as_str(),
        };
        let words =
            words.split_once("= ").filter(|(name, _)| !name.contains(['"', '>'])).map_or(words, |(_, value)| value);
        if words.chars().count() <= LONG {
            words.to_owned()
        } else {
            words.chars().take(LONG - 1).chain(['…']).collect()
        }
    }
}

/// Clauses longer than this are cut.
const LONG: usize = 60;

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
    section(
        "settings",
        &mut rule.settings.iter().map(|setting| {
            let value = value_written(setting, source);
            format!("{} = {value}  {}", setting.name, setting.about).trim_end().to_owned()
        }),
    );
    section("never together with", &mut rule.instead_of.iter().map(|other| format!("{other}, which it replaces")));
    section("tags", &mut std::iter::once(rule.tags.join(", ")).filter(|tags| !tags.is_empty()));
    section("draft", &mut rule.draft.iter().map(|why| format!("runs only when asked for: {why}")));
    let shown =
        |bad: bool| rule.examples.iter().filter(move |example| example.bad == bad && !example.todo).map(example);
    section("off", &mut rule.opt_in.iter().map(|why| format!("runs only where it is asked for: {why}")));
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

/// A rule as it is written.
pub(super) fn source<'a>(pack: &'a Pack, rule: &Rule) -> &'a str {
    pack.sources.get(rule.source).map_or("", |source| rule.span.of(&source.text))
}

/// The value of a setting as it is written in its rule.
pub(super) fn value_written<'s>(setting: &Setting, source: &'s str) -> &'s str {
    let value = source.lines().find_map(|line| {
        let rest = line.trim_start().strip_prefix("setting")?.trim_start().strip_prefix(&setting.name)?;
        let value = rest.trim_start().strip_prefix('=')?;
        let about = format!("\"{}\"", setting.about);
        let value = value.trim_end();
        Some(value.strip_suffix(&about).filter(|_| !setting.about.is_empty()).unwrap_or(value).trim())
    });
    value.unwrap_or("…")
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
