//! Amendments: what a pack changes of a rule of another file. They only narrow: a rule may be excused
//! more often, be less or more grave, or not run, and what it must report still has to be reported.

use super::Checker;
use super::clauses::{Clauses, Line};
use super::world::World;
use crate::language::code::Code;
use crate::language::diagnostic::{Grade, Mistake};
use crate::language::layout::Item;
use crate::language::near::did_you_mean;
use crate::language::parse;
use crate::language::rule::{
    Amended, Change, Disagreement, Example, Help, Literal, Piece, Rule, RuleSource, Setting, Severity, Template, Unless,
};
use crate::language::syntax::{self, AmendHead, Clause, Text};
use crate::source::Span;
use std::sync::Arc;

/// The clauses that an amendment may have.
const CLAUSES: &[&str] =
    &["severity", "tags", "setting", "unless", "help", "bad", "says", "becomes", "good", "excuses"];

/// An amendment whose clauses are not read yet.
pub(super) struct Amendment<'a> {
    source: &'a Arc<RuleSource>,
    /// The number of the file.
    number: usize,
    head: AmendHead<'a>,
    item: &'a Item<'a>,
}

/// Reads the heads of all amendments; they are put to their rules when those are checked.
pub(super) fn gather<'a>(
    world: &mut World<'a>,
    sources: &'a [Arc<RuleSource>],
    items: &'a [Vec<Item<'a>>],
    mistakes: &mut Vec<Mistake>,
) {
    for (number, (source, items)) in sources.iter().zip(items).enumerate() {
        for item in items.iter().filter(|item| item.keyword == "amend") {
            match parse::amend(item.head, source) {
                Err(mistake) => mistakes.push(*mistake),
                Ok(head) if world.has_rule(head.id.text) => {
                    let amendments = world.amendments.entry(head.id.text).or_default();
                    amendments.push(Amendment { source, number, head, item });
                }
                Ok(head) => {
                    let message = format!("there is no rule `{}` to amend", head.id.text);
                    let mistake = Mistake::new(Code::UnknownRule, source, head.id.span, message);
                    let near = world.seeks().then(|| did_you_mean(head.id.text, world.rule_ids())).flatten();
                    let help = near.unwrap_or_else(|| "`factlint rules` lists all rules".to_owned());
                    mistakes.push(mistake.labelled("no such rule").help(help));
                }
            }
        }
    }
}

/// What one amendment adds to a rule.
#[derive(Default)]
struct Added {
    changes: Vec<(Span, Change)>,
    severity: Option<Severity>,
    settings: Vec<(usize, Literal)>,
    tags: Vec<String>,
    unless: Vec<Unless>,
    help: Vec<Help>,
    examples: Vec<Example>,
}

impl<'a> Checker<'_, 'a> {
    /// The rule with all that packs change of it. An amendment with a mistake changes nothing.
    pub(super) fn amended(&mut self, mut rule: Rule) -> Rule {
        let world = self.world;
        let amendments = world.amendments.get(rule.id.as_str()).map_or(&[][..], Vec::as_slice);
        let base = (self.source, self.number, self.pack);
        for amendment in amendments {
            let before = std::mem::take(&mut self.mistakes);
            (self.source, self.number) = (amendment.source, amendment.number);
            self.pack = world.packs.of(amendment.source);
            let added = self.added(amendment, &rule);
            let fit = self.mistakes.iter().all(|mistake| mistake.grade == Grade::Warning) && !amendment.item.broken;
            let told = std::mem::replace(&mut self.mistakes, before);
            self.mistakes.extend(told);
            if fit {
                self.apply(&mut rule, added);
            }
        }
        (self.source, self.number, self.pack) = base;
        rule.slots = self.slots;
        rule
    }

    fn added(&mut self, amendment: &Amendment<'a>, rule: &Rule) -> Added {
        let mut added = Added::default();
        if let Some(off) = &amendment.head.off {
            let because = off.because.as_ref().map(|because| self.plain(because));
            added.changes.push((off.span, Change::Off(because)));
        }
        let mut mistakes = Vec::new();
        let clauses = Clauses::read(amendment.source, amendment.item, &mut mistakes);
        self.mistakes.append(&mut mistakes);
        for line in &clauses.lines {
            self.clause(line, rule, &mut added);
        }
        let examples = self.examples(&clauses.lines, &rule.settings, !rule.suggestions.is_empty());
        added.changes.extend(examples.iter().map(|example| (example.span, Change::Example)));
        added.examples = examples;
        if added.changes.is_empty() && clauses.broken.is_empty() && self.mistakes.is_empty() {
            let id = amendment.head.id;
            let mistake = self.mistake(Code::AmendsNothing, id.span, "this amendment changes nothing");
            self.say(mistake.help(format!("add clauses under it, or switch the rule off: `amend {} off`", id.text)));
        }
        added
    }

    fn clause(&mut self, line: &Line<'_, 'a>, rule: &Rule, added: &mut Added) {
        let unless = rule.unless.len() + added.unless.len();
        match &line.clause {
            Clause::Severity(word) => {
                if let Some(severity) = self.severity(*word) {
                    added.severity = Some(severity);
                    added.changes.push((line.span(), Change::Severity(severity)));
                }
            }
            Clause::Tags(tags) => {
                added.tags.extend(tags.iter().map(|tag| tag.text.to_owned()));
                added.changes.push((line.span(), Change::Tags));
            }
            Clause::Setting(setting) => {
                if let Some((number, value)) = self.set(setting, &rule.settings) {
                    added.settings.push((number, value));
                    added.changes.push((line.span(), Change::Setting(number)));
                }
            }
            Clause::Unless(expr, because) => {
                let expr = self.condition(expr);
                let because = because.as_ref().map(|because| self.plain(because));
                added.unless.push(Unless { source: self.number, expr, because });
                added.changes.push((line.span(), Change::Unless(unless)));
            }
            Clause::Help(text, when) => {
                let text = match text {
                    Some(text) => self.template(text),
                    None => Template { pieces: vec![Piece::Text(line.text())] },
                };
                let when = when.as_ref().map(|when| self.condition(when));
                let help = Help { text, when };
                let known = self.relied_on(&rule.wheres, &rule.must);
                self.help_holes(&help, &known);
                added.help.push(help);
                added.changes.push((line.span(), Change::Help));
            }
            Clause::Excuses(names) => {
                for name in names {
                    self.excuses(name, rule, added);
                }
            }
            Clause::Bad(_) | Clause::Good(_) | Clause::Becomes | Clause::Says(_) => {}
            Clause::Off(_) => {
                let word = line.word();
                let mistake = self.mistake(Code::Amends, word.span, "`off` stands on the line of the amendment itself");
                let help = format!("write `amend {} off because \"…\"`", rule.id);
                self.say(mistake.labelled("a clause of its own").help(help));
            }
            Clause::Title(_)
            | Clause::Why(_)
            | Clause::Instead(_)
            | Clause::Across(_)
            | Clause::For(_)
            | Clause::Let(..)
            | Clause::Where(_)
            | Clause::Must(_)
            | Clause::Once(_)
            | Clause::Message(_)
            | Clause::Mark { .. }
            | Clause::Suggest { .. }
            | Clause::Draft(_) => {
                let word = line.word();
                let message = format!("an amendment may not change `{}`", word.text);
                let mistake = self.mistake(Code::Amends, word.span, message).labelled("only the rule itself says this");
                let help = format!(
                    "amendments only narrow: they may have {}; for more, write a rule of your own with `instead of {}`",
                    CLAUSES.join(", "),
                    rule.id
                );
                self.say(mistake.help(help));
            }
        }
    }

    /// The bad example that has this name; or else the one whose text has these words, since few have a name.
    fn excuses(&mut self, name: &Text<'a>, rule: &Rule, added: &mut Added) {
        let written = self.plain(name);
        let bad = || rule.examples.iter().enumerate().filter(|(_, example)| example.bad);
        let named = bad().find(|(_, example)| example.name.as_deref() == Some(written.as_str()));
        let has_words = |example: &Example| !written.trim().is_empty() && plain(example).contains(&written);
        let found: Vec<usize> = match named {
            Some((number, _)) => vec![number],
            None => bad().filter(|(_, example)| has_words(example)).map(|(number, _)| number).collect(),
        };
        if let [number] = found.as_slice() {
            added.changes.push((name.span, Change::Excuses(*number)));
            return;
        }
        let several = format!("{} bad examples of `{}` have the words “{written}”", found.len(), rule.id);
        let none = format!("the rule `{}` has no bad example “{written}”", rule.id);
        let (message, label) =
            if found.is_empty() { (none, "no such example") } else { (several, "which of them is meant?") };
        let mistake = self.mistake(Code::UnknownExample, name.span, message).labelled(label);
        let known: Vec<&str> = bad().filter_map(|(_, example)| example.name.as_deref()).collect();
        let help = did_you_mean(&written, known.iter().copied()).unwrap_or_else(|| {
            let called =
                if known.is_empty() { String::new() } else { format!("; some have names: {}", known.join(", ")) };
            format!("an example is meant by its name, or by words that only it has{called}")
        });
        self.say(mistake.help(help));
    }

    /// The number of a setting and its new value, where it has that setting and the value fits.
    fn set(&mut self, setting: &syntax::Setting<'a>, settings: &[Setting]) -> Option<(usize, Literal)> {
        let (value, of) = self.only_literal(&setting.value)?;
        let Some(number) = settings.iter().position(|known| known.name == setting.name.text) else {
            let message = format!("the rule has no setting `{}`", setting.name.text);
            let mistake = self.mistake(Code::UnknownSetting, setting.name.span, message).labelled("no such setting");
            let names: Vec<&str> = settings.iter().map(|known| known.name.as_str()).collect();
            let help =
                did_you_mean(setting.name.text, names.iter().copied()).unwrap_or_else(|| match names.as_slice() {
                    [] => "the rule has no settings".to_owned(),
                    names => format!("its settings are {}", names.join(", ")),
                });
            self.say(mistake.help(help));
            return None;
        };
        let known = settings.get(number)?;
        if known.of != of {
            let message = format!("the setting `{}` is given something of another type", known.name);
            let mistake = self.mistake(Code::SettingType, setting.value.span, message);
            self.say(mistake.labelled("of another type").help("a setting keeps the type of its default"));
            return None;
        }
        Some((number, value))
    }

    fn apply(&mut self, rule: &mut Rule, added: Added) {
        let number = self.number;
        for (span, change) in added.changes {
            rule.disagreements.extend(self.disagreement(rule, &change, &added.settings, span));
            rule.amendments.push(Amended { source: number, span, what: change });
        }
        rule.severity = added.severity.unwrap_or(rule.severity);
        for (number, value) in added.settings {
            rule.settings.get_mut(number).into_iter().for_each(|setting| setting.value = value.clone());
        }
        rule.tags.extend(added.tags);
        rule.unless.extend(added.unless);
        rule.help.extend(added.help);
        rule.examples.extend(added.examples);
    }

    /// Two amendments that give one rule different severities, or one of its settings different values.
    fn disagreement(
        &self,
        rule: &Rule,
        change: &Change,
        settings: &[(usize, Literal)],
        span: Span,
    ) -> Option<Disagreement> {
        let earlier = |differs: &dyn Fn(&Change) -> bool| rule.amendments.iter().find(|first| differs(&first.what));
        let (first, what, key, setting) = match change {
            Change::Severity(severity) => {
                let first = earlier(&|first| matches!(first, Change::Severity(first) if first != severity))?;
                (first, "different severities".to_owned(), "severity = \"…\"".to_owned(), None)
            }
            Change::Setting(number) => {
                let setting = rule.settings.get(*number)?;
                let first = earlier(&|first| first == change)?;
                settings.iter().find(|(set, value)| set == number && *value != setting.value)?;
                let name = &setting.name;
                (first, format!("different values of `{name}`"), format!("set.{name} = …"), Some(*number))
            }
            Change::Off(_) | Change::Tags | Change::Unless(_) | Change::Help | Change::Example | Change::Excuses(_) => {
                return None;
            }
        };
        let message = format!("two amendments of `{}` give it {what}", rule.id);
        let mistake = Mistake::new(Code::Disagree, self.source, span, message).labelled("the second");
        let file = self.world.source(first.source)?;
        let mistake = mistake.and_in(file, first.span, "the first");
        let help = format!("keep one of them, or decide in `factlint.toml`: [rules.\"{}\"] {key}", rule.id);
        Some(Disagreement { setting, mistake: mistake.help(help) })
    }
}

/// The text of an example without its marks, on one line.
fn plain(example: &Example) -> String {
    example.text.replace("[[", "").replace("]]", "").replace('\n', " ")
}
