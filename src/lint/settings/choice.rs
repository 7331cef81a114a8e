//! Which rules run, how grave and with what settings: from the command line, the settings file, what
//! packs amend, and the rules themselves, in this order.

use super::{Adjustment, Raw, Settings, Written};
use crate::language::rule::{Change, Disagreement, Literal, Pack, Rule, Setting, Severity};
use crate::language::{Code, Mistake, nearest, setting_value};
use crate::lint::stets::Flaw;
use crate::source::Span;

/// What the command line asks for.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Rules, groups or patterns: only these run. All where there are none.
    pub only: Vec<String>,
    /// Whether drafts run too.
    pub drafts: bool,
}

/// Where something of a rule in force was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The rule itself.
    Rule,
    /// An amendment, by its number in [`Rule::amendments`].
    Amendment(usize),
    /// The settings file.
    Settings(Span),
    /// The command line.
    CommandLine,
}

/// A rule as it is to run.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its number in the pack.
    pub rule: usize,
    /// Whether it runs, and who says so.
    pub on: (bool, Origin),
    /// How grave its findings are, and who says so.
    pub severity: (Severity, Origin),
    /// The settings that differ from the rule's own: their numbers, values, and who says so.
    pub settings: Vec<(usize, Literal, Origin)>,
}

impl Chosen {
    /// The settings of its rule as they are in force.
    pub fn settings_of(&self, rule: &Rule) -> Vec<Setting> {
        let mut settings = rule.settings.clone();
        for (number, value, _) in &self.settings {
            settings.get_mut(*number).into_iter().for_each(|setting| setting.value = value.clone());
        }
        settings
    }
}

/// A rule about stets as it is in force.
#[derive(Clone, Debug)]
pub struct ChosenFlaw {
    /// Which.
    pub flaw: Flaw,
    /// Whether it is told, and who says so.
    pub on: (bool, Origin),
    /// How grave it is, and who says so.
    pub severity: (Severity, Origin),
}

/// All rules of a pack as they and their amendments say.
pub fn as_written(pack: &Pack) -> Vec<Chosen> {
    pack.rules.iter().enumerate().map(|(number, rule)| own(number, rule)).collect()
}

/// Decides for every rule of a pack. `sections` says which sections of the settings hold.
///
/// # Errors
///
/// Every mistake of the settings that shows against the rules: names that fit none, settings that a
/// rule does not have, and what packs disagree on and nothing decides.
pub fn choose(settings: &Settings, sections: &[bool], pack: &Pack, asked: &Asked) -> Result<Vec<Chosen>, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let levels = levels(settings, sections);
    let mut all: Vec<&Adjustment> = settings.rules.iter().collect();
    all.extend(settings.sections.iter().flat_map(|section| &section.rules));
    for adjustment in all {
        mistakes.extend(misfit(settings, adjustment, pack));
    }
    let mut chosen = Vec::with_capacity(pack.rules.len());
    for (number, rule) in pack.rules.iter().enumerate() {
        let mut choice = own(number, rule);
        let undecided = rule.disagreements.iter().filter(|one| !decides(&levels, rule, one));
        mistakes.extend(undecided.map(|one| one.mistake.clone()));
        if rule.draft.is_some() && rule.off().is_none() {
            match (settings.drafts, asked.drafts) {
                (_, true) => choice.on = (true, Origin::CommandLine),
                (true, false) => choice.on = (true, Origin::Settings(Span::default())),
                (false, false) => {}
            }
        }
        for adjustment in adjustments(&levels, &rule.id) {
            mistakes.extend(adjust(&mut choice, rule, adjustment, settings));
        }
        if !asked.only.is_empty() {
            let named = asked.only.iter().any(|name| fits(name, &rule.id));
            // A rule that is named is wanted, whatever else would switch it off; a pattern only narrows.
            let meant = asked.only.contains(&rule.id);
            choice.on = (named && (choice.on.0 || meant), Origin::CommandLine);
        }
        chosen.push(choice);
    }
    if mistakes.is_empty() { Ok(chosen) } else { Err(mistakes) }
}

/// The rules about stets as they are in force; `sections` says which sections of the settings hold.
pub fn flaws(settings: &Settings, sections: &[bool], asked: &Asked) -> Vec<ChosenFlaw> {
    let levels = levels(settings, sections);
    let chosen = Flaw::ALL.iter().map(|&flaw| {
        let mut choice = ChosenFlaw { flaw, on: (true, Origin::Rule), severity: (flaw.severity(), Origin::Rule) };
        for adjustment in adjustments(&levels, flaw.id()) {
            if let Some(enabled) = &adjustment.enabled {
                choice.on = (enabled.what, Origin::Settings(enabled.span));
            }
            if let Some(severity) = &adjustment.severity {
                choice.severity = (severity.what, Origin::Settings(severity.span));
            }
        }
        if !asked.only.is_empty() {
            let named = asked.only.iter().any(|name| fits(name, flaw.id()));
            choice.on = (named && choice.on.0, Origin::CommandLine);
        }
        choice
    });
    chosen.collect()
}

/// The settings that hold: for all articles, then for some of them.
fn levels<'s>(settings: &'s Settings, sections: &[bool]) -> Vec<&'s [Adjustment]> {
    let held = settings.sections.iter().zip(sections).filter(|(_, holds)| **holds);
    let held = held.map(|(section, _)| section.rules.as_slice());
    std::iter::once(settings.rules.as_slice()).chain(held).collect()
}

/// What is changed of a rule, the last word last: in each level the most specific wins, then the last.
pub fn adjustments<'s>(levels: &[&'s [Adjustment]], id: &str) -> Vec<&'s Adjustment> {
    let mut all = Vec::new();
    for level in levels {
        let mut fitting: Vec<&Adjustment> = level.iter().filter(|one| fits(&one.rules.what, id)).collect();
        fitting.sort_by_key(|one| specificity(&one.rules.what));
        all.extend(fitting);
    }
    all
}

/// Whether the settings say what two amendments say otherwise.
fn decides(levels: &[&[Adjustment]], rule: &Rule, on: &Disagreement) -> bool {
    let setting = on.setting.and_then(|number| rule.settings.get(number));
    let says = |one: &Adjustment| match setting {
        Some(setting) => one.set.iter().any(|(name, _)| name.what == setting.name),
        None => one.severity.is_some(),
    };
    levels.iter().any(|level| level.iter().any(|one| says(one) && fits(&one.rules.what, &rule.id)))
}

/// What a rule and its amendments say.
fn own(number: usize, rule: &Rule) -> Chosen {
    let amended = |wanted: &dyn Fn(&Change) -> bool| {
        let at = rule.amendments.iter().rposition(|amended| wanted(&amended.what));
        at.map_or(Origin::Rule, Origin::Amendment)
    };
    let off = amended(&|change| matches!(change, Change::Off(_)));
    let severity = amended(&|change| matches!(change, Change::Severity(_)));
    let on = (rule.draft.is_none() && rule.opt_in.is_none() && off == Origin::Rule, off);
    Chosen { rule: number, on, severity: (rule.severity, severity), settings: Vec::new() }
}

fn adjust(choice: &mut Chosen, rule: &Rule, adjustment: &Adjustment, settings: &Settings) -> Vec<Mistake> {
    if let Some(enabled) = &adjustment.enabled {
        choice.on = (enabled.what, Origin::Settings(enabled.span));
    }
    if let Some(severity) = &adjustment.severity {
        choice.severity = (severity.what, Origin::Settings(severity.span));
    }
    let mut mistakes = Vec::new();
    for (name, raw) in &adjustment.set {
        match value(settings, rule, name, raw) {
            Ok(Some((number, literal))) => {
                choice.settings.retain(|(known, ..)| *known != number);
                choice.settings.push((number, literal, Origin::Settings(raw.span)));
            }
            // A pattern sets it of the rules that have it; `misfit` asks for one.
            Ok(None) => {}
            Err(mistake) => mistakes.push(*mistake),
        }
    }
    mistakes
}

fn value(
    settings: &Settings,
    rule: &Rule,
    name: &Written<String>,
    raw: &Raw,
) -> Result<Option<(usize, Literal)>, Box<Mistake>> {
    let Some(source) = &settings.source else { return Ok(None) };
    let Some(number) = rule.settings.iter().position(|setting| setting.name == name.what) else { return Ok(None) };
    let Some(setting) = rule.settings.get(number) else { return Ok(None) };
    setting_value(source, raw.span, raw.text.as_deref(), setting).map(|literal| Some((number, literal)))
}

/// What is wrong with the name of an adjustment or the names of its settings, as no rule has them.
fn misfit(settings: &Settings, adjustment: &Adjustment, pack: &Pack) -> Option<Mistake> {
    let source = settings.source.as_ref()?;
    let name = &adjustment.rules;
    let mut fitting = pack.rules.iter().filter(|rule| fits(&name.what, &rule.id)).peekable();
    let about_stets = Flaw::ALL.iter().any(|flaw| fits(&name.what, flaw.id()));
    if fitting.peek().is_none() && !about_stets {
        let mistake = Mistake::new(Code::UnknownRule, source, name.span, format!("there is no rule `{}`", name.what));
        return Some(mistake.labelled("fits no rule").help(advice(pack, &name.what)));
    }
    let known: Vec<&str> = fitting.flat_map(|rule| &rule.settings).map(|setting| setting.name.as_str()).collect();
    let (missing, _) = adjustment.set.iter().find(|(set, _)| !known.contains(&set.what.as_str()))?;
    let message = format!("no rule that `{}` fits has a setting `{}`", name.what, missing.what);
    let mistake = Mistake::new(Code::UnknownSetting, source, missing.span, message).labelled("no such setting");
    let help = match (nearest(&missing.what, known.iter().copied()), known.as_slice()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, []) => "it has no settings".to_owned(),
        (None, known) => format!("there are {}", known.join(", ")),
    };
    Some(mistake.help(help))
}

/// What to write instead of a name that fits no rule.
pub fn advice(pack: &Pack, name: &str) -> String {
    let ids = || pack.rules.iter().map(|rule| rule.id.as_str()).chain(Flaw::ALL.map(Flaw::id));
    let groups = ids().filter_map(|id| Some(id.split_once('/')?.0));
    if let Some(near) = nearest(name, ids().chain(groups.clone())) {
        return format!("did you mean `{near}`?");
    }
    if let Some((group, rest)) = name.split_once('/').filter(|(_, rest)| rest.contains('*'))
        && let Some(near) = nearest(group, groups)
    {
        return format!("did you mean `{near}/{rest}`?");
    }
    // Who knows only a part of the name.
    let begun: Vec<String> =
        ids().filter(|id| name.contains('/') && id.starts_with(name)).map(|id| format!("`{id}`")).take(3).collect();
    match begun.as_slice() {
        [] => "`factlint rules` lists all rules".to_owned(),
        begun => format!("did you mean {}?", begun.join(" or ")),
    }
}

/// Whether a name means a rule: its id, its group, or a pattern whose `*` stands for any words.
pub fn fits(name: &str, id: &str) -> bool {
    if !name.contains('*') {
        return name == id || id.split_once('/').is_some_and(|(group, _)| group == name);
    }
    let mut parts = name.split('*');
    let Some(mut rest) = parts.next().and_then(|first| id.strip_prefix(first)) else { return false };
    let parts: Vec<_> = parts.collect();
    let Some((last, middle)) = parts.split_last() else { return rest.is_empty() };
    for part in middle {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

/// How exactly a name says which rules it means: an id most, then a group, then patterns, the longer
/// the more.
fn specificity(name: &str) -> (u8, usize) {
    let letters = name.chars().filter(|c| *c != '*').count();
    match (name.contains('*'), name.contains('/')) {
        (false, true) => (2, letters),
        (false, false) => (1, letters),
        (true, _) => (0, letters),
    }
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn names_fit_rules() {
        let check = |name: &str, id: &str, want: bool| assert_eq!(fits(name, id), want, "{name} {id}");
        check("date/weekday", "date/weekday", true);
        check("date", "date/weekday", true);
        check("date/*", "date/weekday", true);
        check("*", "date/weekday", true);
        check("*/week*", "date/weekday", true);
        check("*day", "date/weekday", true);
        check("d*e*y", "date/weekday", true);
        check("dat", "date/weekday", false);
        check("weekday", "date/weekday", false);
        check("count/*", "date/weekday", false);
        check("*week", "date/weekday", false);
        check("date/weekday*y", "date/weekday", false);
        check("", "date/weekday", false);
    }
}
