//! `factlint.toml` as it is written, checked key by key.

use super::written::{Reader, Table, Value, parsed, place};
use super::{Adjustment, FailOn, Raw, Section, Settings, Written};
use crate::article::FrontMatterKeys;
use crate::facts::exact::Exact;
use crate::facts::wording::Wording;
use crate::language::rule::{RuleSource, Severity};
use crate::language::{Code, Mistake};
use crate::source::Span;
use globset::{GlobBuilder, GlobMatcher};
use std::sync::Arc;
use toml::de::DeValue;

/// Reads a settings file.
///
/// # Errors
///
/// Every mistake of the file, each with its place: what is no TOML, unknown keys, values of another type.
pub fn read(source: &Arc<RuleSource>) -> Result<Settings, Vec<Mistake>> {
    let table = parsed(source)?;
    let mut reader = Reader { source, mistakes: Vec::new() };
    let settings = reader.settings(table.get_ref());
    reader.sound(settings)
}

impl Reader<'_> {
    fn settings(&mut self, table: &Table<'_>) -> Settings {
        const KEYS: &[&str] =
            &["packs", "drafts", "fail-on", "stets", "baseline", "articles", "front-matter", "reading", "rules", "for"];
        let mut settings = Settings { source: Some(Arc::clone(self.source)), ..Settings::default() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "packs" => settings.packs = Some(self.texts(value)),
                "drafts" => settings.drafts = self.yes_no(value).is_some_and(|drafts| drafts.what),
                "stets" => settings.stets = self.text(value),
                "baseline" => settings.baseline = self.text(value),
                "fail-on" => settings.fail_on = self.fail_on(value),
                "articles" => settings.articles = self.texts(value),
                "front-matter" => settings.front_matter = self.front_matter(value),
                "reading" => settings.wording = self.wording(value),
                "rules" => settings.rules = self.rules(value),
                "for" => settings.sections = self.sections(value),
                _ => self.unknown(key, KEYS, "a settings file"),
            }
        }
        settings
    }

    fn severity(&mut self, value: &Value<'_>) -> Option<Written<Severity>> {
        let written = self.text(value)?;
        let found = Severity::ALL.iter().copied().find(|severity| severity.word() == written.what);
        if found.is_none() {
            let words: Vec<&str> = Severity::ALL.iter().map(|severity| severity.word()).collect();
            self.no_such(&written, "severity", &words);
        }
        Some(Written { what: found?, span: written.span })
    }

    fn fail_on(&mut self, value: &Value<'_>) -> Option<FailOn> {
        let written = self.text(value)?;
        if written.what == "never" {
            return Some(FailOn(None));
        }
        let found = Severity::ALL.iter().copied().find(|severity| severity.word() == written.what);
        if found.is_none() {
            self.no_such(&written, "severity", &["error", "warning", "note", "never"]);
        }
        Some(FailOn(Some(found?)))
    }

    fn front_matter(&mut self, value: &Value<'_>) -> FrontMatterKeys {
        const KEYS: &[&str] = &["headline", "standfirst", "date", "stet"];
        let mut keys = FrontMatterKeys::default();
        let Some(table) = self.table(value, "a table of the keys of front matter") else { return keys };
        for (key, value) in table {
            let part = match key.get_ref().as_ref() {
                "headline" => &mut keys.title,
                "standfirst" => &mut keys.standfirst,
                "date" => &mut keys.date,
                "stet" => &mut keys.stet,
                _ => {
                    self.unknown(key, KEYS, "[front-matter]");
                    continue;
                }
            };
            *part = self.one_or_more(value).into_iter().map(|name| name.what).collect();
        }
        keys
    }

    /// A text, or a list of them.
    fn one_or_more(&mut self, value: &Value<'_>) -> Vec<Written<String>> {
        match value.get_ref() {
            DeValue::Array(_) => self.texts(value),
            _ => self.text(value).into_iter().collect(),
        }
    }

    fn wording(&mut self, value: &Value<'_>) -> Wording {
        const KEYS: &[&str] = &["about", "nearly", "rounding", "several", "few"];
        let mut wording = Wording::default();
        let Some(table) = self.table(value, "a table of what rough wordings allow") else { return wording };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "about" => wording.about = self.per_cent(value).unwrap_or(wording.about),
                "nearly" => wording.nearly = self.per_cent(value).unwrap_or(wording.nearly),
                "rounding" => wording.rounding = self.per_cent(value).unwrap_or(wording.rounding),
                "several" => wording.several = self.least_and_most(value).unwrap_or(wording.several),
                "few" => wording.few = self.least_and_most(value).unwrap_or(wording.few),
                _ => self.unknown(key, KEYS, "[reading]"),
            }
        }
        wording
    }

    /// "10%", below a hundred.
    fn per_cent(&mut self, value: &Value<'_>) -> Option<Exact> {
        const WANTED: &str = "a percentage in quotes, from \"0%\" to below \"100%\",";
        let text = value.get_ref().as_str().and_then(|text| text.strip_suffix('%'));
        let number = text.and_then(|text| Exact::parse(text.trim()));
        let fits = number.filter(|number| *number >= Exact::ZERO && *number < Exact::whole(100));
        match value.get_ref().as_str() {
            _ if fits.is_some() => {}
            Some(_) => {
                let message = format!("{WANTED} is wanted here");
                let mistake = Mistake::new(Code::SettingsType, self.source, place(value), message);
                self.mistakes.push(mistake.labelled("this is none"));
            }
            None => self.wrong(value, WANTED),
        }
        fits
    }

    /// `[3, 9]`
    fn least_and_most(&mut self, value: &Value<'_>) -> Option<(i128, i128)> {
        let items = value.get_ref().as_array().into_iter().flatten();
        let whole = |item: &Value<'_>| item.get_ref().as_integer()?.as_str().parse::<u16>().ok();
        let numbers: Vec<Option<u16>> = items.map(whole).collect();
        let fits = match numbers.as_slice() {
            &[Some(least), Some(most)] if least <= most => Some((i128::from(least), i128::from(most))),
            _ => None,
        };
        match numbers.as_slice() {
            _ if fits.is_some() => {}
            &[Some(_), Some(_)] => {
                let message = "the least comes before the most";
                let mistake = Mistake::new(Code::SettingsType, self.source, place(value), message);
                self.mistakes.push(mistake.labelled("the other way round"));
            }
            _ => self.wrong(value, "the least and the most, such as [3, 9],"),
        }
        fits
    }

    fn rules(&mut self, value: &Value<'_>) -> Vec<Adjustment> {
        let Some(table) = self.table(value, "a table of rules, such as [rules.\"count/*\"],") else {
            return Vec::new();
        };
        let mut rules: Vec<Adjustment> = Vec::new();
        for (key, value) in table {
            let name = Written { what: key.get_ref().to_string(), span: place(key) };
            rules.extend(self.adjustment(name, value));
        }
        // The order of the file decides between two that fit a rule alike; the map is not to.
        rules.sort_by_key(|adjustment| adjustment.rules.span.start);
        rules
    }

    fn adjustment(&mut self, rules: Written<String>, value: &Value<'_>) -> Option<Adjustment> {
        const KEYS: &[&str] = &["enabled", "severity", "set"];
        let table = self.table(value, "a table with `enabled`, `severity` or `set`")?;
        let mut adjustment = Adjustment { rules, enabled: None, severity: None, set: Vec::new() };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "enabled" => adjustment.enabled = self.yes_no(value),
                "severity" => adjustment.severity = self.severity(value),
                "set" => adjustment.set = self.set(value),
                _ => self.unknown(key, KEYS, "a rule"),
            }
        }
        Some(adjustment)
    }

    fn set(&mut self, value: &Value<'_>) -> Vec<(Written<String>, Raw)> {
        let Some(table) = self.table(value, "a table of the rule's settings") else { return Vec::new() };
        let pairs = table.iter().map(|(key, value)| {
            let name = Written { what: key.get_ref().to_string(), span: place(key) };
            (name, self.raw(value))
        });
        pairs.collect()
    }

    fn raw(&self, value: &Value<'_>) -> Raw {
        let span = place(value);
        let Some(text) = value.get_ref().as_str() else { return Raw { span, text: None } };
        // The words between the quotes; of a text on several lines there are three on each side.
        let written = span.of(&self.source.text);
        let quotes = if written.starts_with("\"\"\"") || written.starts_with("'''") { 3 } else { 1 };
        let inside = Span { start: span.start + quotes, end: span.end.saturating_sub(quotes).max(span.start + quotes) };
        Raw { span: inside, text: Some(text.to_owned()) }
    }

    fn sections(&mut self, value: &Value<'_>) -> Vec<Section> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(value, "a list of sections, each under [[for]],");
            return Vec::new();
        };
        items.iter().filter_map(|item| self.section(item)).collect()
    }

    fn section(&mut self, value: &Value<'_>) -> Option<Section> {
        const KEYS: &[&str] = &["path", "rules"];
        let table = self.table(value, "a table with `path` and `rules`")?;
        let mut paths = None;
        let mut rules = Vec::new();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "path" => {
                    let written = self.one_or_more(value);
                    paths = Some(written.iter().filter_map(|path| self.glob(path)).collect());
                }
                "rules" => rules = self.rules(value),
                _ => self.unknown(key, KEYS, "a section"),
            }
        }
        if paths.is_none() {
            let mistake = Mistake::new(Code::SettingsKey, self.source, place(value), "this section has no `path`");
            self.mistakes.push(mistake.help("say which articles it is for, such as path = \"archive/**\""));
        }
        Some(Section { paths: paths?, rules })
    }

    fn glob(&mut self, path: &Written<String>) -> Option<GlobMatcher> {
        match GlobBuilder::new(&path.what).literal_separator(true).build() {
            Ok(glob) => Some(glob.compile_matcher()),
            Err(error) => {
                let message = format!("`{}` is not a pattern of paths", path.what);
                let mistake = Mistake::new(Code::SettingsType, self.source, path.span, message);
                self.mistakes.push(mistake.labelled(error.kind().to_string()));
                None
            }
        }
    }
}
